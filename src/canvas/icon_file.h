/* Icons from SVG files that icon-image names, relative to the style. Each file is read once and drawn as vectors; what it refers
 * to outside itself is not loaded. */
#ifndef CANVAS_ICON_FILE_H
#define CANVAS_ICON_FILE_H

#include "canvas/cairo_use.h"
#include "icon/icon_check.h"

#include <mintu/status.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct mintu_icon_file {
    char *name;           /* as the style has it */
    void *handle;         /* of librsvg; NULL when the file cannot be drawn */
    double width, height; /* px, its own size */
    mintu_icon_cost cost; /* of one drawing */
} mintu_icon_file;

enum { MINTU_ICON_FILES = 256 }; /* at most, of a map */

/* The files read so far. The first failure stays, for the run to end with. Zero-initialise but for the folder, what is allowed
 * and the error. */
typedef struct mintu_icon_files {
    const char *folder; /* of the style */
    bool elsewhere;     /* files outside it are allowed */
    mintu_icon_file *files[MINTU_ICON_FILES];
    size_t count;
    double elements, vertices, work, seconds; /* drawn so far: sums over all places, and of the processor */
    mintu_status status;
    mintu_error *error;
} mintu_icon_files;

/* The icon @p name, read when it is asked for first; NULL when it cannot be drawn, which is in status and error. */
const mintu_icon_file *mintu_icon_files_get(mintu_icon_files *files, const char *name);

/* The box of an icon: its middle, width and height, px. */
typedef struct mintu_icon_place {
    double at[2], size[2], opacity;
} mintu_icon_place;

/* Draws the icon, unless it would take too much, alone or with what was drawn before; that is in status and error. */
void mintu_icon_file_draw(mintu_icon_files *files, const mintu_icon_file *file, cairo_t *cairo, const mintu_icon_place *place);

void mintu_icon_files_free(mintu_icon_files *files);

#endif
