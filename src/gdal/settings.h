/* GDAL's settings of a thread while something is read or written: what it would otherwise take from the environment or the host.
 * For this room only. */
#ifndef GDAL_SETTINGS_H
#define GDAL_SETTINGS_H

#include <stddef.h>

typedef struct mintu_setting {
    const char *key, *value;
} mintu_setting;

/* Sets them on top of the thread's own, which it returns (NULL: none) for mintu_settings_end(). The last begun end first. */
char **mintu_settings_begin(const mintu_setting *settings, size_t count);
void mintu_settings_end(char **before);

#endif
