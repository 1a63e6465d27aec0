#include "geometry/reference_system.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/message.h"
#include "base/refused.h"
#include "geometry/handle.h"
#include "layer/geojson_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct mintu_reference_system {
    PJ *crs, *forward; /* forward: longitude, latitude in degrees to x, y */
    char *name, *wkt;
    double area[4];
    bool geographic, bounded; /* bounded: the area is known */
    double scale;             /* steps of a unit that coordinates are rounded to; 0: as they are */
};

static const char doing[] = N_("setting up the reference system");

static mintu_status fail(const char *code, const char *why, mintu_error *error)
{
    enum { SHOWN = 60 };
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "%s \"%.*s\": %s; expected the code of a horizontal system, for example EPSG:4490 or EPSG:4548",
                      mintu_message(doing), SHOWN, code, mintu_message(why));
}

/* "EPSG:4548": letters, digits and _ about one colon, so that no definition, name or file is meant. */
static bool is_code(const char *code)
{
    const char *colon = strchr(code, ':');
    for (const char *at = code; *at; at++)
        if (at != colon && !mintu_ascii_is_alnum(*at) && *at != '_')
            return false;
    return colon && colon > code && colon[1];
}

/* Why coordinates of two numbers cannot be in it; NULL: they can. */
static const char *refuse_type(PJ_TYPE type)
{
    switch (type) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
    case PJ_TYPE_PROJECTED_CRS:
        return NULL;
    case PJ_TYPE_VERTICAL_CRS:
        return N_("it is vertical and has heights alone");
    case PJ_TYPE_GEOCENTRIC_CRS:
        return N_("it is geocentric: its coordinates are three distances from the middle of the earth");
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
        return N_("it has heights, and layers have none");
    case PJ_TYPE_COMPOUND_CRS:
        return N_("it is compound, with heights, and layers have none");
    default:
        return N_("it is no geographic or projected system");
    }
}

/* Metres, and what is like them, are rounded to a millimetre. */
static void read_unit(mintu_reference_system *system, PJ_CONTEXT *proj)
{
    const double millimetre = 0.001;
    PJ *axes = proj_crs_get_coordinate_system(proj, system->crs);
    double unit = 1;
    if (axes && proj_cs_get_axis_info(proj, axes, 0, NULL, NULL, NULL, &unit, NULL, NULL, NULL) && !system->geographic &&
        unit > 0)
        system->scale = pow(10, ceil(log10(unit / millimetre) - 1e-9));
    proj_destroy(axes);
}

/* What longitude and latitude of WGS 84 are taken as: the system's own base where that is WGS 84 or CGCS2000, which PROJ knows no way to
 * and which are decimetres apart. */
static PJ *make_source(PJ_CONTEXT *proj, const PJ *crs)
{
    PJ *base = proj_crs_get_geodetic_crs(proj, crs);
    const char *code = base ? proj_get_id_code(base, 0) : NULL;
    if (code && mintu_code_is_wgs84(code))
        return base;
    proj_destroy(base);
    return proj_create(proj, "EPSG:4326");
}

static PJ *make_forward(PJ_CONTEXT *proj, const PJ *crs, bool force)
{
    const char *const options[] = {force ? NULL : "ALLOW_BALLPARK=NO", NULL};
    PJ *source = make_source(proj, crs);
    PJ *plain = source ? proj_create_crs_to_crs_from_pj(proj, source, crs, NULL, options) : NULL;
    PJ *forward = plain ? proj_normalize_for_visualization(proj, plain) : NULL;
    proj_destroy(plain);
    proj_destroy(source);
    return forward;
}

static mintu_status describe(mintu_reference_system *system, PJ_CONTEXT *proj, mintu_error *error)
{
    double *area = system->area;
    const char *name = proj_get_name(system->crs), *wkt = proj_as_wkt(proj, system->crs, PJ_WKT2_2019, NULL);
    system->geographic = proj_get_type(system->crs) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    system->bounded = proj_get_area_of_use(proj, system->crs, area, area + 1, area + 2, area + 3, NULL) && area[0] > -1000;
    system->name = mintu_text_copy(name ? name : "");
    system->wkt = mintu_text_copy(wkt ? wkt : "");
    read_unit(system, proj);
    return system->name && system->wkt ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

static mintu_status open_system(mintu_reference_system *system, PJ_CONTEXT *proj, const char *code, bool force,
                                mintu_error *error)
{
    mintu_refused_begin();
    system->crs = is_code(code) ? proj_create(proj, code) : NULL;
    if (!system->crs)
        return fail(code, is_code(code) ? N_("PROJ does not know it") : N_("it is no code"), error);
    const char *why = refuse_type(proj_get_type(system->crs));
    if (why)
        return fail(code, why, error);
    system->forward = make_forward(proj, system->crs, force);
    if (!system->forward || mintu_refused())
        return fail(
            code,
            N_("PROJ knows no way to it from WGS 84 that is better than a guess, and positions could be off by hundreds of "
               "metres"),
            error);
    return describe(system, proj, error);
}

mintu_status mintu_reference_system_new(mintu_context *context, const char *code, bool force, mintu_error *error,
                                        mintu_reference_system **out)
{
    PJ_CONTEXT *proj;
    *out = NULL;
    mintu_status status = mintu_context_proj(context, doing, error, &proj);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_reference_system *system = calloc(1, sizeof *system);
    if (!system)
        return mintu_fail_memory(error, doing);
    status = open_system(system, proj, code, force, error);
    if (status == MINTU_STATUS_OK)
        *out = system;
    else
        mintu_reference_system_free(system);
    return status;
}

void mintu_reference_system_free(mintu_reference_system *system)
{
    if (!system)
        return;
    proj_destroy(system->forward);
    proj_destroy(system->crs);
    free(system->name);
    free(system->wkt);
    free(system);
}

mintu_status mintu_reference_system_forward(mintu_reference_system *system, double *xy, size_t count, mintu_error *error)
{
    const size_t stride = 2 * sizeof(double);
    if (count == 0)
        return MINTU_STATUS_OK;
    proj_errno_reset(system->forward);
    size_t done = proj_trans_generic(system->forward, PJ_FWD, xy, stride, count, xy + 1, stride, count, NULL, 0, 0, NULL, 0, 0);
    if (done != count)
        return mintu_fail(error, MINTU_STATUS_DEFECT, "transforming: PROJ transformed %zu of %zu positions", done, count);
    for (size_t i = 0; i < 2 * count && system->scale > 0; i++)
        xy[i] = round(xy[i] * system->scale) / system->scale;
    return MINTU_STATUS_OK;
}

bool mintu_reference_system_geographic(const mintu_reference_system *system)
{
    return system->geographic;
}

bool mintu_reference_system_covers(const mintu_reference_system *system, double lon, double lat)
{
    const double *area = system->area, slack = 1e-9;
    if (!system->bounded)
        return true;
    double west = remainder(lon - area[0], 360), width = area[2] - area[0];
    west += west < -slack ? 360 : 0;
    width += width < 0 ? 360 : 0; /* an area across the 180th meridian */
    return lat >= area[1] - slack && lat <= area[3] + slack && west <= width + slack;
}

const double *mintu_reference_system_area(const mintu_reference_system *system)
{
    return system->area;
}

const char *mintu_reference_system_name(const mintu_reference_system *system)
{
    return system->name;
}

const char *mintu_reference_system_wkt(const mintu_reference_system *system)
{
    return system->wkt;
}
