/* An atlas, for this room only. */
#ifndef ATLAS_ATLAS_DATA_H
#define ATLAS_ATLAS_DATA_H

#include "atlas/atlas_index.h"
#include "atlas/atlas_locator.h"
#include "atlas/atlas_sources.h"
#include "map/map_data.h"

/* A page's unit: its row of the layer of units, and what the package knows of it. */
typedef struct mintu_atlas_unit {
    size_t row;
    const mintu_place *place; /* NULL: nothing */
    char *name;               /* as the page calls it */
    char *file;               /* what its files are called */
} mintu_atlas_unit;

struct mintu_atlas {
    mintu_map *map;
    const mintu_gazetteer *gazetteer;
    const mintu_layer *layer; /* the units */
    mintu_atlas_options options;
    bool english;
    char *title;       /* of pages, before {place} is replaced, with it */
    const char *cover; /* the same of the book, which may have none */
    mintu_atlas_unit *units;
    size_t count, room;
    mintu_atlas_sources sources;
    mintu_atlas_locator locator;
    bool located; /* the locator is drawn: the style has none */
    mintu_findings findings;
};

#endif
