/* How much of the map's subject lies where on the page: a coarse picture that furniture looks at to find an empty corner. */
#ifndef MAP_COVERAGE_H
#define MAP_COVERAGE_H

#include "map/scene.h"

typedef struct mintu_coverage {
    cairo_surface_t *surface;
    double cell; /* px of the page per pixel */
} mintu_coverage;

bool mintu_coverage_open(mintu_coverage *coverage, const mintu_scene *scene); /* false when memory ran out */
double mintu_coverage_sum(const mintu_coverage *coverage, const mintu_box *box);
/* Points of symbol layers that the box hides, or whose symbols it would touch. */
size_t mintu_coverage_symbols(const mintu_scene *scene, const mintu_box *box);
void mintu_coverage_free(mintu_coverage *coverage);

#endif
