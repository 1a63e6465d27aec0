/* Results on a terminal: what it would obey is shown as an escape (mintu_text_visible()), line by line. For base alone. */
#ifndef BASE_TERMINAL_H
#define BASE_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/* Where the bytes go; false when they cannot. */
typedef bool mintu_terminal_send(void *to, const void *data, size_t size);

typedef struct mintu_terminal {
    mintu_terminal_send *send;
    void *to;
    size_t used;
    char line[4096]; /* what has come of the current line, ended by a NUL */
} mintu_terminal;

/* Takes bytes of the result, which may end within a character. */
bool mintu_terminal_put(mintu_terminal *terminal, const void *data, size_t size);

/* Sends what is left of the last line. */
bool mintu_terminal_end(mintu_terminal *terminal);

#endif
