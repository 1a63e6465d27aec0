#include "gdal/dxf_write.h"

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"
#include "gdal/dxf_text.h"
#include "gdal/ogr_file.h"
#include "gdal/ogr_geometry.h"
#include "gdal/ogr_write.h"
#include "layer/layer_value.h"
#include "layer/shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("writing a DXF drawing");

/* What is drawn, and where its names stand. */
typedef struct drawing {
    mintu_layer layer; /* first: a copy of the one that is written, which shares all with it */
    int name, class;   /* fields, -1: none */
    double height;     /* of names, in the layer's unit */
    double (*places)[2];
    bool *named;
} drawing;

static int find_field(const mintu_layer *layer, const char *const *names)
{
    int field = -1;
    for (size_t i = 0; names[i] && field < 0; i++)
        field = mintu_layer_field_find(layer, names[i]);
    return field;
}

/* Names are legible where the whole drawing fills a screen or a sheet: a step of 1, 2, 5 near 1/150 of its larger side. */
static double text_height(const mintu_layer *layer, mintu_error *error)
{
    const double share = 150;
    double bounds[4];
    bool found;
    if (mintu_layer_bounds(layer, bounds, &found, error) != MINTU_STATUS_OK || !found)
        return 1;
    double side = fmax(bounds[2] - bounds[0], bounds[3] - bounds[1]) / share;
    if (!(side > 0))
        return layer->system->geographic ? 0.001 : 100;
    double step = pow(10, floor(log10(side)));
    return side >= 5 * step ? 5 * step : side >= 2 * step ? 2 * step : step;
}

static mintu_status plan(mintu_context *context, const mintu_layer *layer, mintu_error *error, drawing *out)
{
    static const char *const names[] = {"name", "Name", "NAME", "名称", "名字", NULL}, *const classes[] = {"class", NULL};
    *out = (drawing){.layer = *layer, .name = find_field(layer, names), .class = find_field(layer, classes)};
    out->height = text_height(layer, error);
    out->places = calloc(layer->count + 1, sizeof *out->places);
    out->named = calloc(layer->count + 1, sizeof *out->named);
    mintu_status status = out->places && out->named ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
    for (size_t row = 0; row < layer->count && status == MINTU_STATUS_OK && out->name >= 0; row++)
        if (mintu_layer_text(layer, row, (size_t)out->name)[0])
            status = mintu_layer_point(context, layer, row, out->places[row], &out->named[row], error);
    return status;
}

/* Of a polygon the rings; the driver would draw nothing of several points in one. */
static size_t count_entities(const mintu_layer *layer)
{
    const drawing *all = (const drawing *)layer;
    size_t count = 0;
    for (size_t row = 0; row < layer->count; row++)
        count += (layer->shapes[row] ? layer->shapes[row]->part_count : 0) + all->named[row];
    return count;
}

/* "pilots", "pilots-2" of class 2. */
static bool set_layer(OGRFeatureH feature, const drawing *all, size_t row)
{
    const char *class = all->class >= 0 ? mintu_layer_text(&all->layer, row, (size_t)all->class) : "";
    mintu_buffer name = {0};
    mintu_dxf_name_add(all->layer.name, &name);
    mintu_buffer_text(&name, class[0] ? "-" : "");
    mintu_dxf_name_add(class, &name);
    if (!name.failed)
        OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, "Layer"), name.data);
    bool good = !name.failed;
    mintu_buffer_free(&name);
    return good;
}

static bool add_entity(OGRLayerH out, const drawing *all, size_t row, OGRGeometryH geometry, const char *style)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(out));
    bool good = geometry && set_layer(feature, all, row);
    if (style)
        OGR_F_SetStyleString(feature, style);
    OGR_F_SetGeometryDirectly(feature, geometry);
    good = good && OGR_L_CreateFeature(out, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}

static bool add_parts(OGRLayerH out, const drawing *all, size_t row)
{
    const mintu_shape *shape = all->layer.shapes[row];
    bool good = true;
    for (size_t part = 0; shape && part < shape->part_count && good; part++)
        good = add_entity(out, all, row, mintu_ogr_part(shape, part), NULL);
    return good;
}

/* GDAL's style: text in quotes, height on the ground, in the middle above the place. A font of Windows and AutoCAD that has Chinese;
 * others take their own for it. */
static bool add_name(OGRLayerH out, const drawing *all, size_t row)
{
    mintu_buffer style = {0}, text = {0};
    mintu_dxf_text_add(mintu_layer_text(&all->layer, row, (size_t)all->name), &text);
    mintu_buffer_text(&style, "LABEL(f:\"SimSun\",p:2,t:\"");
    for (const char *at = text.failed ? "" : text.data; *at; at++) {
        if (*at == '"' || *at == '\\')
            mintu_buffer_text(&style, "\\");
        mintu_buffer_add(&style, at, 1);
    }
    style.failed = style.failed || text.failed;
    mintu_buffer_free(&text);
    mintu_buffer_format(&style, "\",s:%.9gg)", all->height);
    OGRGeometryH place = style.failed ? NULL : OGR_G_CreateGeometry(wkbPoint);
    if (place)
        OGR_G_SetPoint_2D(place, 0, all->places[row][0], all->places[row][1]);
    bool good = place && add_entity(out, all, row, place, style.data);
    mintu_buffer_free(&style);
    return good;
}

static bool write_dataset(GDALDatasetH dataset, const mintu_layer *layer)
{
    const drawing *all = (const drawing *)layer;
    OGRLayerH out = GDALDatasetCreateLayer(dataset, "entities", NULL, wkbUnknown, NULL);
    bool good = out;
    for (size_t row = 0; row < layer->count && good; row++)
        good = add_parts(out, all, row) && (!all->named[row] || add_name(out, all, row));
    return good;
}

static mintu_status send(void *to, const char *ending, const void *bytes, size_t size, mintu_error *error)
{
    mintu_buffer text = {0};
    (void)ending;
    mintu_status status = mintu_dxf_encode(bytes, size, error, &text);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(to, text.data, text.size, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status check_layer(const mintu_layer *layer, const char *target, mintu_error *error)
{
    const mintu_where where = {.source = target};
    if (!layer->system)
        return mintu_fail_at(error, MINTU_STATUS_USAGE, where,
                             "%s: a drawing is in metres; name a projected reference system, for example EPSG:4548, or, where "
                             "degrees are wanted, EPSG:4326",
                             mintu_message(doing));
    if (mintu_layer_geometry_type(layer) == MINTU_GEOMETRY_TYPE_NONE)
        return mintu_fail_at(error, MINTU_STATUS_USAGE, where, "%s: no row of the layer has a geometry; write CSV or XLSX",
                             mintu_message(doing));
    return MINTU_STATUS_OK;
}

static size_t count_missing(const mintu_layer *layer)
{
    size_t count = 0;
    for (size_t row = 0; row < layer->count; row++)
        count += !layer->shapes[row];
    return count;
}

/* Names that are not in the drawing as they are. */
static size_t count_changed(const drawing *all)
{
    size_t count = 0;
    for (size_t row = 0; row < all->layer.count; row++) {
        mintu_buffer text = {0};
        count += all->named[row] && mintu_dxf_text_add(mintu_layer_text(&all->layer, row, (size_t)all->name), &text);
        mintu_buffer_free(&text);
    }
    return count;
}

static void tell(mintu_context *context, const drawing *all, const char *target)
{
    size_t missing = count_missing(&all->layer), changed = count_changed(all);
    mintu_context_notice(context, "%s: the drawing is in %s, which the format cannot say; of the fields it holds %s", target,
                         all->layer.system->code, all->name >= 0 ? mintu_message("the names, as text") : mintu_message("none"));
    if (missing)
        mintu_context_notice(context, "%s: %zu rows without a geometry are left out", target, missing);
    if (changed)
        mintu_context_notice(context, "%s: %zu names were cut after 35 characters, or have characters that became 〓", target,
                             changed);
}

mintu_status mintu_dxf_write(mintu_context *context, const mintu_layer *layer, const char *target, mintu_output *output,
                             mintu_error *error)
{
    static const mintu_setting settings[] = {{"DXF_WRITE_HATCH", "NO"}}; /* areas as their outlines */
    static const mintu_ogr_format format = {.driver = "DXF",
                                            .ending = "dxf",
                                            .doing = doing,
                                            .fill = write_dataset,
                                            .settings = settings,
                                            .setting_count = 1,
                                            .expected = count_entities};
    drawing all = {0};
    const mintu_ogr_parts parts = {send, output};
    mintu_status status = check_layer(layer, target, error);
    if (status == MINTU_STATUS_OK)
        status = plan(context, layer, error, &all);
    if (status == MINTU_STATUS_OK)
        status = mintu_ogr_files_write(&format, &all.layer, target, &parts, error);
    if (status == MINTU_STATUS_OK)
        tell(context, &all, target);
    free(all.places);
    free(all.named);
    return status;
}
