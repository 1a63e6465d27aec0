/* The language in which the program speaks. */
#ifndef CONSOLE_LANGUAGE_H
#define CONSOLE_LANGUAGE_H

/* Marks a text that is told in that language where it is used, not where it stands. */
#define N_(text) text

/* Chooses it, before anything is said and while there is one thread: what --lang asks for among @p words, else what the locale's variables
 * name (LC_ALL, LC_MESSAGES, LANG), whether the system has that locale or not; English when there is no catalogue. The library's
 * messages follow; a run that `mintu build` started says in English what the build reads; what is part of an answer follows --lang alone. Numbers and letters stay as they are. */
void cli_language_begin(int count, char *const *words);

/* The text in that language, or the English text itself, which may be NULL. Static storage. */
__attribute__((format_arg(1))) const char *cli_text(const char *english);

#endif
