/* Tables that stand in several files under one name: each of them is read when one is. */
#ifndef CONSOLE_GUARD_SIDES_H
#define CONSOLE_GUARD_SIDES_H

#include <stddef.h>

/* How many files may stand beside @p path. */
size_t cli_side_count(const char *path);

/* The name of one of them, on the heap; NULL when memory ran out or there can be none. It need not be there. */
char *cli_side_path(const char *path, size_t index);

#endif
