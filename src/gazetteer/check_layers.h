/* The check of files with layers, and of the polygons that set-up makes. */
#ifndef GAZETTEER_CHECK_LAYERS_H
#define GAZETTEER_CHECK_LAYERS_H

#include "gazetteer/check_data.h"

/* A file of layers against its list of layers. */
void mintu_check_layers(mintu_check *check, size_t resource, const char *path);

/* Built county polygons: number, validity, overlap, area. */
void mintu_check_polygons(mintu_check *check, const mintu_gazetteer *gazetteer);

#endif
