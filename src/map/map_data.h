/* A map as its user sees it: what was asked for, and what the last run gave. */
#ifndef MAP_MAP_DATA_H
#define MAP_MAP_DATA_H

#include "canvas/drawing.h"
#include "canvas/findings.h"

#include <mintu/map.h>

enum { MINTU_MAP_OUTPUTS = 16 };

struct mintu_map {
    mintu_context *context;
    const mintu_style *style;
    mintu_map_options options;
    char *crs, *title, *lang, *review; /* copies for the options */
    char *outputs[MINTU_MAP_OUTPUTS];  /* what else is written from it */
    size_t output_count;
    const mintu_layer **sources;      /* one per source of the style; NULL where none was set */
    mintu_layer **own;                /* those of the sources that the map has read itself */
    mintu_focus_row foci[MINTU_FOCI]; /* what it is about */
    size_t focus_count;
    mintu_findings findings; /* of the last run, as what follows */
    double scale;            /* N of 1:N */
    char *caption;           /* title, description and sources, a line each; NULL before */
    char *report;            /* figures of the labels, JSON text; NULL when the run came not so far */
};

#endif
