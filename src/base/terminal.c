#include "base/terminal.h"

#include "base/utf8.h"

#include <mintu/text.h>
#include <string.h>

enum { LONGEST_CHARACTER = 4 };

/* Sends the first @p size bytes of the line; the rest becomes its beginning. */
static bool send_piece(mintu_terminal *terminal, size_t size)
{
    char shown[1024], kept = terminal->line[size];
    bool good = true;
    terminal->line[size] = '\0';
    for (size_t at = 0; at < size && good;) {
        at += mintu_text_visible(terminal->line + at, shown, sizeof shown);
        good = terminal->send(terminal->to, shown, strlen(shown));
        if (at < size && terminal->line[at] == '\0') {
            good = good && terminal->send(terminal->to, "\\u0000", 6);
            at++;
        }
    }
    terminal->line[size] = kept;
    terminal->used -= size;
    memmove(terminal->line, terminal->line + size, terminal->used + 1);
    return good;
}

static bool put_byte(mintu_terminal *terminal, char byte)
{
    if (byte == '\n')
        return send_piece(terminal, terminal->used) && terminal->send(terminal->to, "\n", 1);
    terminal->line[terminal->used++] = byte;
    terminal->line[terminal->used] = '\0';
    if (terminal->used < sizeof terminal->line - 1)
        return true;
    size_t most = terminal->used - LONGEST_CHARACTER, size = mintu_utf8_cut(terminal->line, most);
    return send_piece(terminal, most - size < LONGEST_CHARACTER ? size : most); /* bytes that are no text are cut anywhere */
}

bool mintu_terminal_put(mintu_terminal *terminal, const void *data, size_t size)
{
    const char *bytes = data;
    bool good = true;
    for (size_t i = 0; i < size && good; i++)
        good = put_byte(terminal, bytes[i]);
    return good;
}

bool mintu_terminal_end(mintu_terminal *terminal)
{
    return send_piece(terminal, terminal->used);
}
