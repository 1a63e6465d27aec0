/* Rows without a number where numbers are asked for. */
#ifndef CONSOLE_UNREAD_ROWS_H
#define CONSOLE_UNREAD_ROWS_H

#include <mintu/layer.h>

enum { CLI_UNREAD_ROWS = 320 };

/* ": line 4: 丙县 ("—"); line 7: …; and 3 more", of the rows whose field has no number; nothing when there is none. */
const char *cli_unread_rows(const mintu_layer *layer, size_t field, char text[CLI_UNREAD_ROWS]);

#endif
