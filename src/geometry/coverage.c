#include "geometry/coverage.h"

#include "base/message.h"
#include "geometry/handle.h"
#include "geometry/polygon.h"

#include "base/context.h"
#include "geometry/faces.h"
#include "geometry/locator.h"
#include "geometry/owners.h"

#include <stdlib.h>

static const char doing[] = N_("making neighbours share their borders");

static mintu_status write_rows(mintu_context *context, mintu_faces *faces, const mintu_owners *owners, mintu_layer *layer,
                               mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(layer) && status == MINTU_STATUS_OK; row++) {
        GEOSGeometry *united = mintu_faces_unite(context, faces, owners->row, row);
        status = united ? mintu_geos_to_row(context, united, layer, row, error) : mintu_fail_geos(context, error, doing);
        GEOSGeom_destroy_r(context->geos, united);
    }
    return status;
}

mintu_status mintu_polygon_coverage(mintu_context *context, mintu_layer *layer, mintu_error *error)
{
    mintu_locator *polygons = NULL;
    mintu_faces faces = {0};
    mintu_owners owners = {0};
    mintu_status status = mintu_locator_new(context, layer, error, &polygons);
    if (status == MINTU_STATUS_OK)
        status = mintu_faces_make(context, &polygons->rows, error, &faces);
    if (status == MINTU_STATUS_OK)
        status = mintu_owners_find(polygons, &faces, error, &owners);
    if (status == MINTU_STATUS_OK)
        status = write_rows(context, &faces, &owners, layer, error);
    if (status == MINTU_STATUS_OK && owners.contested + owners.gaps)
        mintu_context_notice(context, "made neighbours share their borders: %zu overlaps shared out, %zu gaps closed",
                             owners.contested, owners.gaps);
    mintu_owners_free(&owners);
    mintu_faces_free(context, &faces);
    mintu_locator_free(polygons);
    return status;
}
