#include "geometry/projection.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/crs_definition.h"
#include "base/earth.h"
#include "base/message.h"
#include "base/refused.h"
#include "base/utf8.h"
#include "geometry/handle.h"
#include "geometry/measure.h"
#include "geometry/projection_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct mintu_projection {
    PJ_CONTEXT *proj;
    PJ *crs;     /* the projected system */
    PJ *forward; /* longitude, latitude in degrees to easting, northing */
    char *name;
    char *parameters; /* as PROJ writes them; NULL where it cannot */
    char *kind;       /* of them, "proj" */
};

static const char doing[] = N_("setting up the projection");

/* Of a long definition the beginning is shown, so that the reason stands in the message. */
static int shown(const char *definition)
{
    enum { MOST = 100 };
    return (int)(strlen(definition) > MOST ? mintu_utf8_cut(definition, MOST) : strlen(definition));
}

static mintu_status fail(mintu_context *context, mintu_error *error, const char *definition, const char *what)
{
    bool said = context->proj_text[0];
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "%s \"%.*s\": %s%s%s; expected a projected reference system in metres, for example EPSG:4509",
                      mintu_message(doing), shown(definition), definition, mintu_message(what), said ? ": " : "",
                      said ? context->proj_text : "");
}

/* PROJ's own words are left out: they might be those of the file. */
static mintu_status fail_file(mintu_error *error, const char *definition)
{
    return mintu_fail(
        error, MINTU_STATUS_USAGE,
        "%s \"%.*s\": it names a file by its path, and a reference system may not; expected a code or a definition "
        "without files, for example EPSG:4509",
        mintu_message(doing), shown(definition), definition);
}

/* A PROJ string names a mere operation unless it says that it is a reference system. */
static PJ *create(PJ_CONTEXT *proj, const char *definition)
{
    if (!strstr(definition, "proj=") || strstr(definition, "type=crs"))
        return proj_create(proj, definition);
    mintu_buffer text = {0};
    mintu_buffer_format(&text, "%s +type=crs", definition);
    PJ *crs = text.failed ? NULL : proj_create(proj, text.data);
    mintu_buffer_free(&text);
    return crs;
}

/* A bare name must be the system's own: PROJ takes the first name that holds it, so that "foo" would give Amersfoort. */
static bool is_other_name(const char *definition, const PJ *crs)
{
    const char *name = crs ? proj_get_name(crs) : NULL;
    if (!name || strpbrk(definition, ":=[{+"))
        return false;
    for (;; definition++, name++) {
        definition += strspn(definition, " _");
        name += strspn(name, " _");
        if (mintu_ascii_lower(*definition) != mintu_ascii_lower(*name))
            return true;
        if (!*name)
            return false;
    }
}

/* The horizontal projected system inside a compound or bound one; takes @p crs over. */
static PJ *horizontal(PJ_CONTEXT *proj, PJ *crs)
{
    for (int depth = 0; crs && depth < 4; depth++) {
        PJ_TYPE type = proj_get_type(crs);
        if (type != PJ_TYPE_COMPOUND_CRS && type != PJ_TYPE_BOUND_CRS)
            break;
        PJ *inner = type == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(proj, crs) : proj_crs_get_sub_crs(proj, crs, 0);
        proj_destroy(crs);
        crs = inner;
    }
    return crs;
}

static bool is_metric(PJ_CONTEXT *proj, const PJ *crs)
{
    PJ *axes = proj_crs_get_coordinate_system(proj, crs);
    double unit = 0;
    bool good = axes && proj_cs_get_axis_info(proj, axes, 0, NULL, NULL, NULL, &unit, NULL, NULL, NULL) && unit == 1;
    proj_destroy(axes);
    return good;
}

/* From the system's own base in degrees, so that PROJ need not search for a change of datum: CGCS2000 and WGS 84 differ by
 * decimetres, and a datum that differs by hundreds of metres is refused nowhere because it is drawn nowhere. */
static PJ *make_forward(PJ_CONTEXT *proj, const PJ *crs)
{
    PJ *base = proj_crs_get_geodetic_crs(proj, crs);
    PJ *plain = base ? proj_create_crs_to_crs_from_pj(proj, base, crs, NULL, NULL) : NULL;
    PJ *forward = plain ? proj_normalize_for_visualization(proj, plain) : NULL;
    proj_destroy(base);
    proj_destroy(plain);
    return forward;
}

/* False when memory ran out. */
static bool describe(mintu_projection *projection, const char *definition)
{
    const char *name = projection->crs ? proj_get_name(projection->crs) : NULL;
    projection->name = mintu_text_copy(name && strcmp(name, "unknown") != 0 ? name : definition);
    const char *text = projection->forward ? proj_as_proj_string(projection->proj, projection->crs, PJ_PROJ_5, NULL) : NULL;
    projection->parameters = text ? mintu_text_copy(text) : NULL;
    const char *kind = mintu_proj_parameter(projection->parameters, "proj");
    projection->kind = kind ? mintu_text_copy_n(kind, strcspn(kind, " ")) : NULL;
    return projection->name && (!text || projection->parameters) && (!kind || projection->kind);
}

mintu_status mintu_projection_new(mintu_context *context, const char *definition, mintu_error *error, mintu_projection **out)
{
    PJ_CONTEXT *proj;
    *out = NULL;
    mintu_status status = mintu_context_proj(context, doing, error, &proj);
    if (status != MINTU_STATUS_OK)
        return status;
    context->proj_text[0] = '\0';
    mintu_projection *projection = *out = calloc(1, sizeof *projection);
    if (!projection)
        return mintu_fail_memory(error, doing);
    projection->proj = proj;
    mintu_refused_begin();
    bool names = mintu_reference_names_file(definition);
    projection->crs = names ? NULL : horizontal(proj, create(proj, definition));
    if (names || mintu_refused())
        status = fail_file(error, definition);
    else if (!projection->crs || is_other_name(definition, projection->crs))
        status = fail(context, error, definition, N_("PROJ does not know it"));
    else if (proj_get_type(projection->crs) != PJ_TYPE_PROJECTED_CRS)
        status = fail(context, error, definition, N_("it is not projected, so that a map in it would have no scale"));
    else if (!is_metric(proj, projection->crs))
        status = fail(context, error, definition, N_("its unit is not the metre"));
    else if (!(projection->forward = make_forward(proj, projection->crs)))
        status = fail(context, error, definition, N_("PROJ cannot compute it"));
    if (!describe(projection, definition) && status == MINTU_STATUS_OK)
        status = mintu_fail_memory(error, doing);
    if (status != MINTU_STATUS_OK) {
        mintu_projection_free(projection);
        *out = NULL;
    }
    return status;
}

mintu_status mintu_projection_check(const char *definition, mintu_error *error)
{
    mintu_context *context;
    mintu_projection *projection = NULL;
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_projection_new(context, definition, error, &projection);
    mintu_projection_free(projection);
    mintu_context_free(context);
    return status;
}

void mintu_projection_free(mintu_projection *projection)
{
    if (!projection)
        return;
    proj_destroy(projection->forward);
    proj_destroy(projection->crs);
    free(projection->name);
    free(projection->parameters);
    free(projection->kind);
    free(projection);
}

static mintu_status transform(PJ *operation, PJ_DIRECTION direction, double *xy, size_t count, mintu_error *error)
{
    const size_t stride = 2 * sizeof(double);
    if (count == 0)
        return MINTU_STATUS_OK;
    proj_errno_reset(operation);
    size_t done = proj_trans_generic(operation, direction, xy, stride, count, xy + 1, stride, count, NULL, 0, 0, NULL, 0, 0);
    if (done == count)
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_DEFECT, "projecting: PROJ projected %zu of %zu vertices", done, count);
}

mintu_status mintu_projection_forward(mintu_projection *projection, double *xy, size_t count, mintu_error *error)
{
    return transform(projection->forward, PJ_FWD, xy, count, error);
}

mintu_status mintu_projection_inverse(mintu_projection *projection, double *xy, size_t count, mintu_error *error)
{
    return transform(projection->forward, PJ_INV, xy, count, error);
}

/* Web Mercator, which is that of a ball though its degrees are those of an ellipsoid. */
static bool is_web_mercator(const mintu_projection *projection)
{
    const char *method = NULL;
    PJ *conversion = proj_crs_get_coordoperation(projection->proj, projection->crs);
    bool is = conversion && proj_coordoperation_get_method_info(projection->proj, conversion, &method, NULL, NULL) &&
              strcmp(method, "Popular Visualisation Pseudo Mercator") == 0;
    proj_destroy(conversion);
    return is;
}

/* By differences over some ten metres to each side: PROJ's own factors fail on systems whose first axis points north. */
mintu_status mintu_projection_factors(mintu_projection *projection, double lon, double lat, double *scale, double *convergence,
                                      mintu_error *error)
{
    const double step = 1e-4;
    lat = fmax(fmin(lat, 90 - 2 * step), 2 * step - 90); /* at a pole itself north is nowhere */
    double lonlat[8] = {lon, lat - step, lon, lat + step, lon - step, lat, lon + step, lat}, xy[8];
    memcpy(xy, lonlat, sizeof xy);
    mintu_status status = mintu_projection_forward(projection, xy, 4, error);
    if (status != MINTU_STATUS_OK)
        return status;
    double meridian = hypot(xy[2] - xy[0], xy[3] - xy[1]) / mintu_geodesic_distance(lon, lat - step, lon, lat + step);
    double parallel = hypot(xy[6] - xy[4], xy[7] - xy[5]) / mintu_geodesic_distance(lon - step, lat, lon + step, lat);
    if (!isfinite(meridian + parallel) || meridian <= 0)
        return mintu_fail(
            error, MINTU_STATUS_USAGE,
            "measuring the projection %s: %g, %g lies outside its area; choose a projection for the place on the map",
            projection->name, lon, lat);
    *scale = is_web_mercator(projection) ? 1 / cos(lat * MINTU_DEGREE) : (meridian + parallel) / 2;
    *convergence = atan2(xy[2] - xy[0], xy[3] - xy[1]) / MINTU_DEGREE;
    return MINTU_STATUS_OK;
}

const char *mintu_projection_name(const mintu_projection *projection)
{
    return projection->name;
}

const char *mintu_projection_wkt(const mintu_projection *projection)
{
    return proj_as_wkt(projection->proj, projection->crs, PJ_WKT2_2019, NULL);
}

const char *mintu_projection_kind(const mintu_projection *projection)
{
    return projection->kind;
}

bool mintu_projection_has(const mintu_projection *projection, const char *name)
{
    return mintu_proj_parameter(projection->parameters, name);
}

double mintu_projection_number(const mintu_projection *projection, const char *name, double other)
{
    return mintu_proj_number(projection->parameters, name, other);
}
