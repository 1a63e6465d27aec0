/* The check of files with layers, and of the polygons that set-up makes. */
#ifndef GAZETTEER_CHECK_LAYERS_H
#define GAZETTEER_CHECK_LAYERS_H

#include "gazetteer/check_data.h"

/* A file of layers against its list of layers. */
mintu_status mintu_check_layers(mintu_check *check, size_t resource, mintu_error *error);

/* Built county polygons: number, validity, overlap, area. */
mintu_status mintu_check_polygons(mintu_check *check, const mintu_gazetteer *gazetteer, mintu_error *error);

#endif
