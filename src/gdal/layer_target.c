#include "gdal/layer_target.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "layer/layer_value.h"
#include "layer/shape.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("writing a layer");

enum { COLUMNS = 3 }; /* x, y and the code */

static mintu_status fail_row(const mintu_layer_target *target, size_t row, mintu_error *error)
{
    char title[128];
    mintu_layer_row_title(target->layer, row, title, sizeof title);
    return mintu_fail(error, MINTU_STATUS_INPUT,
                      "%s: %s has no place in %s (%s); choose a reference system for where it lies, or leave it out",
                      mintu_message(doing), title, target->code, mintu_reference_system_name(target->transformation));
}

static bool is_covered(const mintu_layer_target *target, const mintu_shape *shape)
{
    for (size_t i = 0; i < shape->vertex_count; i++)
        if (!mintu_reference_system_covers(target->transformation, shape->xy[2 * i], shape->xy[2 * i + 1]))
            return false;
    return true;
}

/* Some projections give far numbers where they should give none. */
static bool is_on_earth(const mintu_shape *shape)
{
    const double far = 1e9;
    for (size_t i = 0; i < 2 * shape->vertex_count; i++)
        if (!(fabs(shape->xy[i]) < far))
            return false;
    return true;
}

/* @p outside counts the rows that lie, with a part of them at least, outside the system's area of use. */
static mintu_status bring_row(mintu_layer_target *target, size_t row, mintu_shape *shape, size_t *outside, mintu_error *error)
{
    mintu_status status = mintu_layer_shape(target->layer, row, shape, error);
    if (status != MINTU_STATUS_OK || shape->part_count == 0)
        return status;
    *outside += !is_covered(target, shape);
    status = mintu_reference_system_forward(target->transformation, shape->xy, shape->vertex_count, error);
    if (status == MINTU_STATUS_OK && !is_on_earth(shape))
        status = fail_row(target, row, error);
    return status == MINTU_STATUS_OK ? mintu_layer_shape_set(&target->view, row, shape, error) : status;
}

static mintu_status bring_rows(mintu_context *context, mintu_layer_target *target, const char *path, mintu_error *error)
{
    mintu_shape shape = {0};
    size_t outside = 0;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < target->layer->count && status == MINTU_STATUS_OK; row++) {
        status = mintu_context_steps(context, row, (double)NAN, doing, error);
        if (status == MINTU_STATUS_OK)
            status = bring_row(target, row, &shape, &outside, error);
    }
    mintu_shape_free(&shape);
    const double *area = mintu_reference_system_area(target->transformation);
    if (status == MINTU_STATUS_OK && outside)
        mintu_context_notice(
            context,
            "%s: %zu of %zu features lie, or reach, outside the area that %s (%s) is made for, %g to %g degrees "
            "east and %g to %g north; their coordinates are right in it, but lengths and areas are not",
            path, outside, target->layer->count, target->code, mintu_reference_system_name(target->transformation), area[0],
            area[2], area[1], area[3]);
    return status;
}

/* "epsg:4548" is meant as EPSG:4548. */
static void read_code(mintu_layer_target *target, const char *code)
{
    snprintf(target->code, sizeof target->code, "%s", code);
    for (char *at = target->code; *at && *at != ':'; at++)
        if (*at >= 'a' && *at <= 'z')
            *at = (char)(*at - 'a' + 'A');
}

static mintu_status begin_view(mintu_layer_target *target, mintu_error *error)
{
    const mintu_layer *layer = target->layer;
    target->system = (mintu_layer_system){target->code, mintu_reference_system_wkt(target->transformation),
                                          mintu_reference_system_geographic(target->transformation)};
    target->given = layer->field_count;
    target->view = *layer;
    target->view.system = &target->system;
    target->view.shapes = calloc(layer->count + 1, sizeof(struct mintu_shape *));
    target->view.fields = calloc(layer->field_count + COLUMNS, sizeof *target->view.fields);
    if (!target->view.shapes || !target->view.fields)
        return mintu_fail_memory(error, doing);
    for (size_t i = 0; i < layer->field_count; i++)
        target->view.fields[i] = layer->fields[i];
    return MINTU_STATUS_OK;
}

/* A name that the layer has not: "lon", else "lon_EPSG_4214", for the layer's own lon is in degrees of WGS 84. */
static char *free_name(const mintu_layer *layer, const char *name, const char *code)
{
    mintu_buffer text = {0};
    mintu_buffer_text(&text, name);
    if (mintu_layer_field_find(layer, name) >= 0) {
        mintu_buffer_format(&text, "_%s", code);
        for (char *at = text.failed ? NULL : strchr(text.data, ':'); at; at = strchr(at, ':'))
            *at = '_';
    }
    while (!text.failed && mintu_layer_field_find(layer, text.data) >= 0)
        mintu_buffer_text(&text, "_");
    if (text.failed)
        mintu_buffer_free(&text);
    return text.data;
}

static mintu_column *add_column(mintu_layer_target *target, const char *name, mintu_field_type type)
{
    mintu_column *column = &target->view.fields[target->view.field_count];
    column->type = type;
    column->name = free_name(&target->view, name, target->code);
    column->cells = calloc(target->view.count + 1, sizeof *column->cells);
    target->view.field_count += column->name || column->cells;
    return column->name && column->cells ? column : NULL;
}

static bool add_axis(mintu_layer_target *target, const char *name, int axis)
{
    mintu_column *column = add_column(target, name, MINTU_FIELD_TYPE_REAL);
    for (size_t row = 0; column && row < target->view.count; row++)
        if (target->view.shapes[row])
            column->cells[row] = (mintu_cell){.kind = MINTU_CELL_REAL, .real = target->view.shapes[row]->xy[axis]};
    return column;
}

static bool add_code(mintu_layer_target *target)
{
    mintu_column *column = add_column(target, "crs", MINTU_FIELD_TYPE_TEXT);
    for (size_t row = 0; column && row < target->view.count; row++)
        if (target->view.shapes[row])
            column->cells[row] = (mintu_cell){.kind = MINTU_CELL_TEXT, .text = target->code};
    return column;
}

/* What columns cannot hold. */
static mintu_status check_columns(const mintu_layer_target *target, mintu_error *error)
{
    const mintu_layer *layer = target->layer;
    bool points = mintu_layer_geometry_type(layer) == MINTU_GEOMETRY_TYPE_POINT;
    if (!points && target->form == MINTU_TARGET_COLUMNS)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s in %s: the format has room for the coordinates of points alone, and the layer has others; write "
                          "GeoPackage or CSV, or leave the reference system out",
                          mintu_message(doing), target->code);
    if (!points && mintu_layer_field_find(layer, "wkt") >= 0)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s in %s: the layer has a field wkt, which takes the place of its geometry; write GeoPackage",
                          mintu_message(doing), target->code);
    for (size_t row = 0; points && row < layer->count; row++)
        if (layer->shapes[row] && layer->shapes[row]->part_count > 1)
            return mintu_fail(error, MINTU_STATUS_USAGE,
                              "%s in %s: row %zu has %zu points, and columns hold one; write GeoPackage", mintu_message(doing),
                              target->code, row + 1, layer->shapes[row]->part_count);
    return MINTU_STATUS_OK;
}

static mintu_status add_columns(mintu_layer_target *target, mintu_error *error)
{
    bool geographic = target->system.geographic, points = mintu_layer_geometry_type(target->layer) == MINTU_GEOMETRY_TYPE_POINT;
    bool good = !points ||
                (add_axis(target, geographic ? "lon" : "easting", 0) && add_axis(target, geographic ? "lat" : "northing", 1));
    return good && add_code(target) ? MINTU_STATUS_OK : mintu_fail_memory(error, doing);
}

static mintu_status fill_view(mintu_context *context, mintu_layer_target *target, const char *path, mintu_error *error)
{
    bool columns =
        target->form != MINTU_TARGET_GEOMETRY && mintu_layer_geometry_type(target->layer) != MINTU_GEOMETRY_TYPE_NONE;
    mintu_status status = columns ? check_columns(target, error) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK)
        status = begin_view(target, error);
    if (status == MINTU_STATUS_OK)
        status = bring_rows(context, target, path, error);
    if (status == MINTU_STATUS_OK && columns)
        status = add_columns(target, error);
    if (status == MINTU_STATUS_OK)
        target->layer = &target->view;
    return status;
}

mintu_status mintu_layer_target_open(mintu_context *context, const mintu_layer *layer, const char *path,
                                     const mintu_write_options *options, mintu_error *error, mintu_layer_target *out)
{
    *out = (mintu_layer_target){.form = out->form, .layer = layer};
    if (!options->crs)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_reference_system_new(context, options->crs, options->force, error, &out->transformation);
    if (status != MINTU_STATUS_OK)
        return status;
    read_code(out, options->crs);
    return fill_view(context, out, path, error);
}

void mintu_layer_target_close(mintu_layer_target *target)
{
    mintu_layer *view = &target->view;
    for (size_t row = 0; view->shapes && row < view->count; row++)
        free(view->shapes[row]);
    for (size_t i = target->given; view->fields && i < view->field_count; i++) {
        free(view->fields[i].name);
        free(view->fields[i].cells);
    }
    free(view->shapes);
    free(view->fields);
    mintu_reference_system_free(target->transformation);
}
