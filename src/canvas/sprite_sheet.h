/* The pixels of a style's local sprite: each image is cut out of its sheet when it is first drawn. */
#ifndef CANVAS_SPRITE_SHEET_H
#define CANVAS_SPRITE_SHEET_H

#include "canvas/cairo_use.h"
#include "expression/color.h"
#include "style/sprite.h"

#include <stddef.h>

typedef struct mintu_cut_image {
    const mintu_sprite_image *image;
    cairo_surface_t *surface; /* NULL when it cannot be drawn */
} mintu_cut_image;

typedef struct mintu_sprite_sheet {
    const char *path;
    cairo_surface_t *surface;
} mintu_sprite_sheet;

/* The first failure stays, for the run to end with. Zero-initialise but for the folder and the error. */
typedef struct mintu_sprite_sheets {
    const char *folder; /* of the style */
    mintu_sprite_sheet *sheets;
    size_t sheet_count, sheet_room;
    mintu_cut_image *cuts;
    size_t count, room;
    double painted; /* pixels of distance fields so far */
    mintu_status status;
    mintu_error *error;
} mintu_sprite_sheets;

/* The pixels of an image, of its size; NULL when they cannot be had, which is in status and error. They live as long as the sheets. */
cairo_surface_t *mintu_sprite_surface(mintu_sprite_sheets *sheets, const mintu_sprite_image *image);

/* How an image stands: its middle, width and height in px, and how it is painted. */
typedef struct mintu_sprite_place {
    double at[2], size[2], opacity;
    double device;            /* device units per px */
    mintu_color color, halo;  /* of a distance field */
    double halo_width, scale; /* px; icon-size */
} mintu_sprite_place;

void mintu_sprite_draw(mintu_sprite_sheets *sheets, const mintu_sprite_image *image, cairo_t *cairo,
                       const mintu_sprite_place *place);

void mintu_sprite_sheets_free(mintu_sprite_sheets *sheets);

#endif
