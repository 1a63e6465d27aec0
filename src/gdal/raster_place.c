#include "gdal/raster_place.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/file.h"
#include "base/message.h"
#include "base/path_beneath.h"
#include "gdal/layer_reference.h"
#include "gdal/raster_handles.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_status fail(const mintu_raster_file *raster, mintu_error *error, const char *why)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = raster->path}, "reading a raster: %s",
                         mintu_message(why));
}

static bool invert(const double affine[6], double inverse[6])
{
    double determinant = affine[1] * affine[5] - affine[2] * affine[4];
    inverse[1] = affine[5] / determinant;
    inverse[2] = -affine[2] / determinant;
    inverse[4] = -affine[4] / determinant;
    inverse[5] = affine[1] / determinant;
    inverse[0] = -affine[0] * inverse[1] - affine[3] * inverse[2];
    inverse[3] = -affine[0] * inverse[4] - affine[3] * inverse[5];
    for (int i = 0; i < 6; i++)
        if (!isfinite(affine[i]) || !isfinite(inverse[i]))
            return false;
    return true;
}

/* GDAL says 0, 1, 0, 0, 0, 1 of a file that it does not know the place of. */
static bool is_placed(const double affine[6])
{
    static const double nowhere[6] = {0, 1, 0, 0, 0, 1};
    bool placed = false;
    for (int i = 0; i < 6; i++)
        placed = placed || fabs(affine[i]) != nowhere[i];
    return placed;
}

static mintu_status read_affine(mintu_raster_file *raster, mintu_error *error)
{
    mintu_raster_handles *handles = raster->handles;
    bool known = GDALGetGeoTransform(handles->dataset, handles->affine) == CE_None && is_placed(handles->affine);
    if (!known && GDALGetGCPCount(handles->dataset) > 0)
        return fail(raster, error,
                    N_("it has ground control points and no grid yet; bring it to one, for example with gdalwarp "
                       "-t_srs EPSG:4326 IN OUT.tif"));
    if (!known)
        return fail(
            raster, error,
            N_("it does not say where on earth it lies: it is no GeoTIFF and has no world file beside it; georeference it, "
               "for example with gdal_translate -a_srs EPSG:4326 -a_ullr WEST NORTH EAST SOUTH IN OUT.tif, or name it in "
               "a source of type \"image\" with its four corners as \"coordinates\""));
    if (!invert(handles->affine, handles->inverse))
        return fail(raster, error, N_("its pixels have no extent on earth; correct its world file or its georeference"));
    return MINTU_STATUS_OK;
}

/* What lies beside a picture as FILE.prj: what programs of ESRI write there, or any other definition. */
static OGRSpatialReferenceH read_beside(const mintu_raster_file *raster)
{
    mintu_buffer path = {0}, text = {0};
    OGRSpatialReferenceH reference = NULL;
    const char *ending = mintu_path_ending(raster->path);
    mintu_buffer_add(&path, raster->path, strlen(raster->path) - (*ending ? strlen(ending) + 1 : 0));
    mintu_buffer_text(&path, ".prj");
    if (!path.failed && mintu_file_read(path.data, "reading a raster", (mintu_file_bounds){MINTU_MEBIBYTES(1), false}, NULL,
                                        &text) == MINTU_STATUS_OK)
        reference = text.data ? OSRNewSpatialReference(NULL) : NULL;
    if (reference && OSRImportFromWkt(reference, &(char *){text.data}) != OGRERR_NONE) {
        OSRDestroySpatialReference(reference);
        reference = NULL;
    }
    if (reference)
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    mintu_buffer_free(&path);
    mintu_buffer_free(&text);
    return reference;
}

static void apply(const double affine[6], double *xy, size_t count)
{
    for (size_t i = 0; i < count; i++, xy += 2) {
        const double x = xy[0], y = xy[1];
        xy[0] = affine[0] + affine[1] * x + affine[2] * y;
        xy[1] = affine[3] + affine[4] * x + affine[5] * y;
    }
}

/* Angles must be degrees, whatever is said of them. */
static mintu_status check_degrees(const mintu_raster_file *raster, bool given, mintu_error *error)
{
    const double width = (double)raster->width, height = (double)raster->height;
    double corners[8] = {0, 0, width, 0, width, height, 0, height};
    bool good = true;
    apply(raster->handles->affine, corners, 4);
    for (size_t i = 0; i < 4; i++)
        good = good && fabs(corners[2 * i]) <= 361 && fabs(corners[2 * i + 1]) <= 91;
    if (good)
        return MINTU_STATUS_OK;
    if (given)
        return fail(raster, error,
                    N_("its reference system gives degrees, but its corners are none; give it its true reference "
                       "system, for example with gdal_translate -a_srs EPSG:4548 IN OUT.tif"));
    return fail(raster, error,
                N_("it has no reference system, and its corners are no degrees; give it one, for example with "
                   "gdal_translate -a_srs EPSG:4548 IN OUT.tif, or as WKT in a file of its name that ends in .prj"));
}

static mintu_status set_reference(mintu_raster_file *raster, OGRSpatialReferenceH reference, mintu_error *error)
{
    mintu_raster_handles *handles = raster->handles;
    mintu_status status = mintu_reference_check(reference, raster->path, error);
    if (status == MINTU_STATUS_OK && (!reference || OSRIsGeographic(reference)))
        status = check_degrees(raster, reference, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_reference_transformation(reference, raster->path, error, &handles->to);
    if (status != MINTU_STATUS_OK || !handles->to)
        return status;
    handles->from = OCTGetInverse(handles->to);
    return handles->from ? MINTU_STATUS_OK
                         : fail(raster, error,
                                N_("there is no way from WGS 84 to its reference system; bring it to another, for "
                                   "example with gdalwarp -t_srs EPSG:4326 IN OUT.tif"));
}

mintu_status mintu_raster_locate(mintu_context *context, mintu_raster_file *raster, mintu_error *error)
{
    mintu_status status = read_affine(raster, error);
    if (status != MINTU_STATUS_OK)
        return status;
    OGRSpatialReferenceH own = GDALGetSpatialRef(raster->handles->dataset), beside = own ? NULL : read_beside(raster);
    status = set_reference(raster, own ? own : beside, error);
    if (status == MINTU_STATUS_OK && !own && !beside && context)
        mintu_context_notice(context,
                             "%s: the raster has no reference system; its coordinates look like degrees and are taken for "
                             "WGS 84",
                             raster->path);
    if (beside)
        OSRDestroySpatialReference(beside);
    return status;
}

/* In batches, so that the arrays of x and of y that GDAL wants stay small. */
static void transform(OGRCoordinateTransformationH transformation, double *xy, size_t count)
{
    enum { BATCH = 256 };
    double x[BATCH], y[BATCH];
    for (size_t from = 0; transformation && from < count; from += BATCH) {
        size_t size = count - from < BATCH ? count - from : BATCH;
        int good[BATCH] = {0};
        for (size_t i = 0; i < size; i++) {
            x[i] = xy[2 * (from + i)];
            y[i] = xy[2 * (from + i) + 1];
        }
        OCTTransformEx(transformation, (int)size, x, y, NULL, good);
        for (size_t i = 0; i < size; i++) {
            xy[2 * (from + i)] = good[i] ? x[i] : (double)INFINITY;
            xy[2 * (from + i) + 1] = good[i] ? y[i] : (double)INFINITY;
        }
    }
}

void mintu_raster_to_degrees(const mintu_raster_file *raster, double *xy, size_t count)
{
    apply(raster->handles->affine, xy, count);
    transform(raster->handles->to, xy, count);
}

void mintu_raster_from_degrees(const mintu_raster_file *raster, double *xy, size_t count)
{
    transform(raster->handles->from, xy, count);
    apply(raster->handles->inverse, xy, count);
}
