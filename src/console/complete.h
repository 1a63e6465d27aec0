/* What may stand where the cursor is, for the completion of shells: `mintu --complete WORD…`. */
#ifndef CONSOLE_COMPLETE_H
#define CONSOLE_COMPLETE_H

/* Prints what the last word may become, each on a line of its own with a tabulator and what it does behind it. The words are those
 * behind "mintu", as typed; the last is the one at the cursor, and may be empty. Where files or folders may stand, the last line is
 * ":files" or ":folders". A line of which nothing can be made prints nothing. */
void cli_complete(int count, char **words);

#endif
