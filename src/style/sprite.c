#include "style/sprite.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *name, const void *image)
{
    return strcmp(name, ((const mintu_sprite_image *)image)->name);
}

const mintu_sprite_image *mintu_sprite_find(const mintu_sprite *sprite, const char *name)
{
    return sprite->count ? bsearch(name, sprite->images, sprite->count, sizeof *sprite->images, compare) : NULL;
}
