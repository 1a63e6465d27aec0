/* Files that set-up makes: polygons of counties, prefectures and the province, and their borders. They may be absent. */
#ifndef GAZETTEER_BUILT_LAYERS_H
#define GAZETTEER_BUILT_LAYERS_H

#include "gazetteer/gazetteer_data.h"

/* Names of the layers of polygons by level: province, prefectures, counties. */
extern const char *const mintu_built_units[];

/* Path of the built file of a layer, on the heap; NULL when memory ran out. @p counties is where the counties' file is; the
 * others stand beside it: prefectures.gpkg for counties.gpkg, else NAME-prefectures.gpkg. */
char *mintu_built_path(const char *counties, const char *layer);

/* Path of the package's counties.gpkg, on the heap; NULL when memory ran out. */
char *mintu_built_counties(const mintu_package *package);

/* Reads the built file of a layer; *out stays NULL where it, or the counties' file beside it, is not there. */
mintu_status mintu_built_load(mintu_context *context, const mintu_package *package, const char *layer, mintu_error *error,
                              mintu_layer **out);

/* True when the file can be read. */
bool mintu_built_there(const char *path);

#endif
