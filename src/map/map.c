/* The public API of maps. */
#include <mintu/map.h>

#include "base/argument.h"
#include "base/context.h"
#include "base/error.h"
#include "base/output.h"
#include "base/path_beneath.h"
#include "gdal/layer_load.h"
#include "layer/layer_data.h"
#include "map/render.h"
#include "raster/raster_outline.h"
#include "style/document.h"
#include "style/style_source.h"
#include "table/cell_value.h"
#include "table/table_types.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy_given(const char *text, bool *good)
{
    char *copy = text ? mintu_text_copy(text) : NULL;
    *good = *good && (!text || copy);
    return copy;
}

static mintu_status check(const mintu_map_options *options, mintu_error *error)
{
    if (options->lang && strcmp(options->lang, "zh") != 0 && strcmp(options->lang, "en") != 0)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the language \"%s\" is not known; use zh or en", options->lang);
    if (options->scale < 0 || (options->scale > 0 && !(options->scale >= 100 && options->scale <= 1e9)))
        return mintu_fail(error, MINTU_STATUS_USAGE, "the scale 1:%g cannot be drawn; use 1:100 to 1:1000000000",
                          options->scale);
    return MINTU_STATUS_OK;
}

mintu_status mintu_map_new(mintu_context *context, const mintu_style *style, const mintu_map_options *options,
                           mintu_error *error, mintu_map **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, style) || MINTU_RESERVED_ZERO(error, options))
        return MINTU_STATUS_USAGE;
    mintu_map_options given = options ? *options : (mintu_map_options){0};
    bool good = true;
    mintu_status status = check(&given, error);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_map *map = calloc(1, sizeof *map);
    if (!map)
        return mintu_fail_memory(error, "making a map");
    map->context = context;
    map->style = style;
    map->options = given;
    map->options.crs = map->crs = copy_given(given.crs, &good);
    map->options.title = map->title = copy_given(given.title, &good);
    map->options.review = map->review = copy_given(given.review, &good);
    map->options.lang = map->lang = copy_given(given.lang, &good);
    /* NOLINTBEGIN(bugprone-sizeof-expression): they are arrays of pointers */
    map->sources = calloc(mintu_style_source_count(style) + 1, sizeof *map->sources);
    map->own = calloc(mintu_style_source_count(style) + 1, sizeof *map->own);
    /* NOLINTEND(bugprone-sizeof-expression) */
    if (!good || !map->sources || !map->own) {
        mintu_map_free(map);
        return mintu_fail_memory(error, "making a map");
    }
    *out = map;
    return MINTU_STATUS_OK;
}

void mintu_map_free(mintu_map *map)
{
    if (!map)
        return;
    mintu_findings_clear(&map->findings);
    for (size_t i = 0; map->own && i < mintu_style_source_count(map->style); i++)
        mintu_layer_free(map->own[i]);
    free(map->own);
    for (size_t i = 0; i < map->output_count; i++)
        free(map->outputs[i]);
    free(map->crs);
    free(map->title);
    free(map->lang);
    free(map->review);
    free(map->sources);
    free(map->report);
    free(map->caption);
    free(map);
}

static mintu_status find_source(const mintu_map *map, const char *name, mintu_error *error, size_t *index)
{
    for (*index = 0; *index < mintu_style_source_count(map->style); (*index)++)
        if (strcmp(mintu_style_source_name(map->style, *index), name) == 0)
            return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE, "the style has no source \"%s\"; see its member \"sources\"", name);
}

mintu_status mintu_map_source_set(mintu_map *map, const char *name, const mintu_layer *layer, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, name, layer))
        return MINTU_STATUS_USAGE;
    size_t index;
    mintu_status status = find_source(map, name, error, &index);
    if (status == MINTU_STATUS_OK && mintu_style_source_raster(map->style, index))
        status = mintu_fail(error, MINTU_STATUS_USAGE,
                            "the source \"%s\" is one of pixels, which no layer has; load it instead", name);
    if (status == MINTU_STATUS_OK)
        map->sources[index] = layer;
    return status;
}

/* Texts that are numbers as people write them are such in a style, too, so that a table draws the same whichever file it is in; but the
 * values of JSON have types, which expressions tell apart. */
static mintu_status read_numbers(mintu_context *context, const char *file, mintu_layer *layer, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < layer->field_count && status == MINTU_STATUS_OK; i++) {
        const char *text = mintu_table_written(layer, i);
        if (text && layer->open)
            mintu_context_notice(
                context,
                "%s: the field %s holds texts that are numbers as people write them (\"%.*s\"); in a style they are "
                "texts, as on the web; write the file as CSV, whose numbers are read",
                layer->source ? layer->source : file, layer->fields[i].name, mintu_cell_shown(text), text);
        else if (text)
            status = mintu_layer_numbers_read(context, layer, i, error);
    }
    return status;
}

static mintu_status load_file(mintu_map *map, size_t index, mintu_error *error, mintu_layer **out)
{
    const char *path = mintu_style_source_data(map->style, index), *file = mintu_style_source_file(map->style, index);
    const char *fault = mintu_path_fault(file, mintu_context_elsewhere(map->context));
    *out = NULL;
    if (fault)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                             "reading the source \"%s\": %s; a style names files in its own folder; copy the file there, or "
                             "allow files elsewhere",
                             mintu_style_source_name(map->style, index), mintu_message(fault));
    if (mintu_style_source_raster(map->style, index))
        return mintu_raster_outline(map->context, map->style, index, error, out);
    mintu_status status = mintu_layer_load_beneath(map->context, mintu_style_folder(map->style), path,
                                                   mintu_style_source_layer(map->style, index), error, out);
    return status == MINTU_STATUS_OK ? read_numbers(map->context, file, *out, error) : status;
}

/* As a file is read, with places in the style's text. */
static mintu_status load_inside(const mintu_map *map, const mintu_inline_data *data, mintu_error *error, mintu_layer **out)
{
    const mintu_geojson_text text = {
        .text = data->text, .size = data->size, .source = data->where.source, .base = data->where, .name = data->name};
    return mintu_layer_parse_part(map->context, &text, error, out);
}

/* A file of a style is one of its sources: which one, a person finds by its name. */
static mintu_status name_source(const mintu_map *map, const char *name, mintu_status status, mintu_error *error)
{
    const char *style = mintu_style_file(map->style);
    size_t size = error ? strlen(error->text) : 0;
    if (error && status == MINTU_STATUS_INPUT && !strstr(error->text, "the source \""))
        snprintf(error->text + size, sizeof error->text - size, "; it is the source \"%.40s\"%s%.200s", name,
                 *style ? " of " : "", style);
    return status;
}

mintu_status mintu_map_source_load(mintu_map *map, const char *name, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, name))
        return MINTU_STATUS_USAGE;
    size_t index;
    mintu_layer *layer = NULL;
    mintu_status status = find_source(map, name, error, &index);
    if (status != MINTU_STATUS_OK)
        return status;
    const char *data = mintu_style_source_data(map->style, index);
    const mintu_inline_data *inside = mintu_style_source_inside(map->style, index);
    if (mintu_style_source_file(map->style, index))
        status = load_file(map, index, error, &layer);
    else if (inside)
        status = load_inside(map, inside, error, &layer);
    else
        status = mintu_fail(error, MINTU_STATUS_USAGE, "the source \"%s\" is %s of the data package; give the map that layer",
                            name, data);
    if (status != MINTU_STATUS_OK)
        return name_source(map, name, status, error);
    mintu_layer_free(map->own[index]);
    map->sources[index] = map->own[index] = layer;
    return status;
}

static mintu_status add_focus(mintu_map *map, const mintu_layer *layer, size_t row, mintu_error *error)
{
    if (row >= mintu_layer_count(layer))
        return mintu_fail(error, MINTU_STATUS_USAGE, "focusing the map: the layer \"%s\" has %zu features, and no row %zu",
                          mintu_layer_name(layer), mintu_layer_count(layer), row);
    if (map->focus_count == MINTU_FOCI)
        return mintu_fail(error, MINTU_STATUS_USAGE, "focusing the map: it can be about no more than %d features", MINTU_FOCI);
    map->foci[map->focus_count++] = (mintu_focus_row){layer, row};
    return MINTU_STATUS_OK;
}

mintu_status mintu_map_focus_set(mintu_map *map, const mintu_layer *layer, size_t row, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, layer))
        return MINTU_STATUS_USAGE;
    size_t before = map->focus_count;
    map->focus_count = 0;
    mintu_status status = add_focus(map, layer, row, error);
    if (status != MINTU_STATUS_OK)
        map->focus_count = before;
    return status;
}

mintu_status mintu_map_focus_add(mintu_map *map, const mintu_layer *layer, size_t row, mintu_error *error)
{
    return MINTU_GIVEN(error, map, layer) ? MINTU_STATUS_USAGE : add_focus(map, layer, row, error);
}

mintu_status mintu_map_output_add(mintu_map *map, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, path))
        return MINTU_STATUS_USAGE;
    if (map->output_count == MINTU_MAP_OUTPUTS)
        return mintu_fail(error, MINTU_STATUS_USAGE, "a map is told of no more than %d other files", MINTU_MAP_OUTPUTS);
    map->outputs[map->output_count] = mintu_text_copy(path);
    return map->outputs[map->output_count++] ? MINTU_STATUS_OK : mintu_fail_memory(error, "making a map");
}

static mintu_status render(mintu_map *map, const mintu_target *target, mintu_map_format format, mintu_error *error)
{
    if ((int)format < 0 || format >= MINTU_MAP_FORMAT_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the format %d is not known; use PNG, SVG or PDF", (int)format);
    return mintu_render(map, target, format, error);
}

mintu_status mintu_map_render(mintu_map *map, const char *path, mintu_map_format format, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, path))
        return MINTU_STATUS_USAGE;
    return render(map, &(mintu_target){.path = path}, format, error);
}

mintu_status mintu_map_render_bytes(mintu_map *map, mintu_map_format format, mintu_error *error, mintu_bytes *out)
{
    if (MINTU_GIVEN(error, map, out))
        return MINTU_STATUS_USAGE;
    *out = (mintu_bytes){0};
    return render(map, &(mintu_target){.bytes = out}, format, error);
}

const char *mintu_map_report(const mintu_map *map)
{
    return map ? map->report : NULL;
}

const char *mintu_map_caption(const mintu_map *map)
{
    return map ? map->caption : NULL;
}

size_t mintu_map_finding_count(const mintu_map *map)
{
    return map ? map->findings.count : 0;
}

const char *mintu_map_finding(const mintu_map *map, size_t index)
{
    return map && index < map->findings.count ? map->findings.lines[index] : "";
}

double mintu_map_scale(const mintu_map *map)
{
    return map ? map->scale : 0;
}

static mintu_status write_text(const char *text, const char *end, const char *path, mintu_error *error)
{
    mintu_output *output;
    mintu_status status = mintu_output_open(path, error, &output);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_output_write(output, text, strlen(text), error);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(output, end, strlen(end), error);
    return mintu_output_end(output, status, error);
}

mintu_status mintu_map_report_write(const mintu_map *map, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, path))
        return MINTU_STATUS_USAGE;
    if (!map->report)
        return mintu_fail(error, MINTU_STATUS_USAGE, "writing the report on labels: the map was not drawn yet; draw it first");
    return write_text(map->report, "\n", path, error);
}

mintu_status mintu_map_caption_write(const mintu_map *map, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, map, path))
        return MINTU_STATUS_USAGE;
    if (!map->caption)
        return mintu_fail(error, MINTU_STATUS_USAGE, "writing the caption: the map was not drawn yet; draw it first");
    return write_text(map->caption, "", path, error);
}
