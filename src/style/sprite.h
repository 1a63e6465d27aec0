/* A local sprite: the images that a style may name, each a part of a sheet. Its index is read with the style, its sheet when an image
 * is first drawn. */
#ifndef STYLE_SPRITE_H
#define STYLE_SPRITE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct mintu_sprite_image {
    const char *name;  /* with "ID:" before it, but for the sprite "default" */
    const char *sheet; /* path of the PNG */
    int x, y, width, height;
    double ratio; /* pixels of the sheet to one of CSS */
    bool sdf;     /* its alpha is a distance field: it takes icon-color and icon-halo-color */
} mintu_sprite_image;

typedef struct mintu_sprite {
    mintu_sprite_image *images; /* by name */
    size_t count, room;
    const char *problem; /* why one of them could not be read, or NULL */
} mintu_sprite;

/* NULL for a name that no sprite has. */
const mintu_sprite_image *mintu_sprite_find(const mintu_sprite *sprite, const char *name);

#endif
