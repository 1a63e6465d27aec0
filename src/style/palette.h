/* Palettes for classes and ramps: a table of names and colours, as styles/palettes.csv. */
#ifndef STYLE_PALETTE_H
#define STYLE_PALETTE_H

#include "base/error.h"
#include "expression/color.h"

#include <stdbool.h>
#include <stddef.h>

enum { MINTU_PALETTE_COLOURS = 32 };

typedef struct mintu_palette {
    char name[40];
    bool hues; /* a list of hues for kinds; else a scale from one end to the other */
    size_t count;
    char colours[MINTU_PALETTE_COLOURS][8]; /* "#rrggbb" */
} mintu_palette;

/* The palette of the name, turned round when it is "NAME-reversed". None, or a file that is no such table, is told. */
mintu_status mintu_palette_load(const char *path, const char *name, mintu_error *error, mintu_palette *out);

/* Colour @p index of @p count: of a scale between its ends, of hues one after the other. */
void mintu_palette_colour(const mintu_palette *palette, size_t index, size_t count, char out[8]);

#endif
