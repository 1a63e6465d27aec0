#include "gdal/layer_reference.h"

#include "base/crs_definition.h"
#include "base/refused.h"
#include "layer/geojson_read.h"

#include <stdlib.h>
#include <string.h>

static bool is_wgs84(OGRSpatialReferenceH geographic)
{
    const char *code = OSRGetAuthorityCode(geographic, NULL);
    if (code && mintu_code_is_wgs84(code))
        return true;
    const char *datum = OSRGetAttrValue(geographic, "DATUM", 0);
    return datum && (strcmp(datum, "WGS_1984") == 0 || strcmp(datum, "D_WGS_1984") == 0 || strcmp(datum, "China_2000") == 0 ||
                     strcmp(datum, "D_China_2000") == 0);
}

/* True when x is the longitude as the data stand. */
static bool longitude_first(OGRSpatialReferenceH geographic)
{
    int count = 0;
    const int *mapping = OSRGetDataAxisToSRSAxisMapping(geographic, &count);
    return (count >= 2 && mapping[0] == 2) || !OSREPSGTreatsAsLatLong(geographic);
}

/* Where WGS 84 is the base of a projected system, undoing the projection is all that is needed. */
static OGRSpatialReferenceH make_target(OGRSpatialReferenceH reference)
{
    OGRSpatialReferenceH target = OSRCloneGeogCS(reference);
    if (!target || !is_wgs84(target)) {
        if (target)
            OSRDestroySpatialReference(target);
        target = OSRNewSpatialReference(NULL);
        OSRSetWellKnownGeogCS(target, "WGS84");
    }
    OSRSetAxisMappingStrategy(target, OAMS_TRADITIONAL_GIS_ORDER);
    return target;
}

/* PROJ opens no file that a definition names, and goes on without. */
static bool names_file(OGRSpatialReferenceH reference)
{
    static const char *const forms[] = {"FORMAT=WKT1_GDAL", "FORMAT=WKT2_2019"}; /* each says what the other has no words for */
    bool names = false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms && !names; i++) {
        const char *const options[] = {forms[i], NULL};
        char *text = NULL;
        OSRExportToWktEx(reference, &text, options);
        names = text && mintu_reference_names_file(text);
        CPLFree(text);
    }
    return names;
}

mintu_status mintu_reference_check(OGRSpatialReferenceH reference, const char *path, mintu_error *error)
{
    return mintu_refused() || (reference && names_file(reference))
               ? mintu_fail_at(
                     error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                     "reading a layer: its reference system names a file by its path, and no file may lead to others; "
                     "convert the file first, for example with ogr2ogr -t_srs EPSG:4326")
               : MINTU_STATUS_OK;
}

mintu_status mintu_reference_transformation(OGRSpatialReferenceH reference, const char *path, mintu_error *error,
                                            OGRCoordinateTransformationH *out)
{
    *out = NULL;
    if (!reference || (OSRIsGeographic(reference) && is_wgs84(reference) && longitude_first(reference)))
        return MINTU_STATUS_OK;
    OGRSpatialReferenceH target = make_target(reference);
    *out = OCTNewCoordinateTransformation(reference, target);
    OSRDestroySpatialReference(target);
    if (*out)
        return MINTU_STATUS_OK;
    const char *name = OSRGetName(reference);
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
        "reading a layer: there is no way from its reference system %s to WGS 84 (%s); convert the file first, for "
        "example with ogr2ogr -t_srs EPSG:4326",
        name ? name : "(without a name)", mintu_gdal_text());
}
