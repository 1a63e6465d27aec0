#include "gdal/layer_reproject.h"

#include "gdal/layer_reference.h"
#include "layer/layer.h"
#include "layer/layer_value.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* "EPSG:4548", "urn:ogc:def:crs:EPSG::4548", "urn:ogc:def:crs:EPSG:8.9:4548"; NULL when it is none of EPSG's. The axes of GeoJSON are
 * x and y whatever the system says. */
static OGRSpatialReferenceH make_reference(const char *system)
{
    const char *colon = strrchr(system, ':');
    long code = colon && strstr(system, "EPSG") ? strtol(colon + 1, NULL, 10) : 0;
    OGRSpatialReferenceH reference = code > 0 && code < 1000000 ? OSRNewSpatialReference(NULL) : NULL;
    if (reference && OSRImportFromEPSG(reference, (int)code) != OGRERR_NONE) {
        OSRDestroySpatialReference(reference);
        return NULL;
    }
    if (reference)
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

static bool transform(mintu_shape *shape, OGRCoordinateTransformationH transformation)
{
    size_t count = shape->vertex_count;
    double *x = malloc((2 * count + 1) * sizeof *x), *y = x ? x + count : NULL;
    for (size_t i = 0; i < count && x; i++) {
        x[i] = shape->xy[2 * i];
        y[i] = shape->xy[2 * i + 1];
    }
    bool good = x && OCTTransform(transformation, (int)count, x, y, NULL);
    for (size_t i = 0; i < count && good; i++) {
        shape->xy[2 * i] = x[i];
        shape->xy[2 * i + 1] = y[i];
        good = isfinite(x[i]) && isfinite(y[i]);
    }
    free(x);
    return good;
}

mintu_status mintu_layer_reproject(mintu_layer *layer, const char *path, const char *system, mintu_error *error)
{
    OGRCoordinateTransformationH transformation = NULL;
    OGRSpatialReferenceH reference = make_reference(system);
    mintu_status status = MINTU_STATUS_OK;
    if (!reference)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                             "reading a layer: its reference system \"%s\" is none of EPSG's; convert the file first, for "
                             "example with ogr2ogr -t_srs EPSG:4326",
                             system);
    status = mintu_reference_transformation(reference, path, error, &transformation);
    for (size_t row = 0; row < layer->count && status == MINTU_STATUS_OK && transformation; row++) {
        char title[128];
        if (!layer->shapes[row] || transform(layer->shapes[row], transformation))
            continue;
        mintu_layer_row_title(layer, row, title, sizeof title);
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                          "reading a layer: %s lies outside the area of the file's reference system; correct the feature or "
                          "the reference system",
                          title);
    }
    if (transformation)
        OCTDestroyCoordinateTransformation(transformation);
    OSRDestroySpatialReference(reference);
    return status;
}
