/* What is said to people, in their language. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

/* Marks a text that is told in the language of whoever reads it where it is used, not where it stands. */
#define N_(text) text

/* The text in the language of the thread's locale (LC_MESSAGES) from the catalogue of the domain "mintu", or the English text itself
 * when there is none. The texts of a program's options go the same way in console/language.h. Static storage. */
__attribute__((format_arg(1))) const char *mintu_message(const char *english);

/* The same for a text that is part of an answer, which no locale may change: from the domain "mintu-answers", which a program binds only
 * where a language was asked for. */
__attribute__((format_arg(1))) const char *mintu_answer_message(const char *english);

#endif
