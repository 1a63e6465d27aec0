#include "analyse/greenway_change_lines.h"

#include "analyse/greenway_connectors.h"
#include "base/array.h"
#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "geometry/datum.h"
#include "layer/layer_end.h"
#include "layer/shape.h"

#include <string.h>

static const char DOING[] = N_("changing the greenway lines");

static bool is_named(const mintu_layer *lines, size_t row, const char *name)
{
    return name[0] && (strcmp(mintu_layer_field_text(lines, row, "line"), name) == 0 ||
                       strcmp(mintu_layer_field_text(lines, row, "name"), name) == 0);
}

bool mintu_greenway_is_dropped(const mintu_layer *lines, size_t row, const mintu_greenway_change *change)
{
    for (size_t i = 0; i < change->drop_count; i++)
        if (is_named(lines, row, change->drop[i]))
            return true;
    return false;
}

/* "1 (1号绿道), 4 (4号绿道)": every line once, in the order of its first row. */
static void list_lines(const mintu_layer *lines, mintu_buffer *out)
{
    for (size_t row = 0; row < mintu_layer_count(lines); row++) {
        mintu_buffer key = {0};
        bool seen = false;
        mintu_buffer_text(&key, mintu_greenway_line_key(lines, row));
        for (size_t other = 0; other < row && !seen && !key.failed; other++)
            seen = strcmp(mintu_greenway_line_key(lines, other), key.data) == 0;
        if (!seen && !key.failed && key.size) {
            const char *name = mintu_layer_field_text(lines, row, "name");
            mintu_buffer_format(out, "%s%s", out->size ? ", " : "", key.data);
            if (name[0] && strcmp(name, key.data) != 0)
                mintu_buffer_format(out, " (%s)", name);
        }
        mintu_buffer_free(&key);
    }
}

static mintu_status fail_drop(const mintu_layer *lines, const char *name, mintu_error *error)
{
    mintu_buffer all = {0};
    list_lines(lines, &all);
    mintu_status status =
        all.failed
            ? mintu_fail_memory(error, DOING)
            : mintu_fail(error, MINTU_STATUS_USAGE, "%s: no line to drop has the line or name '%.80s'; there are %s",
                         mintu_message(DOING), name, all.size ? all.data : mintu_message("no lines with a line or name"));
    mintu_buffer_free(&all);
    return status;
}

static mintu_status check_drops(const mintu_layer *lines, const mintu_greenway_change *change, mintu_error *error)
{
    for (size_t i = 0; i < change->drop_count; i++) {
        bool found = false;
        for (size_t row = 0; row < mintu_layer_count(lines) && !found; row++)
            found = is_named(lines, row, change->drop[i]);
        if (!found)
            return fail_drop(lines, change->drop[i], error);
    }
    return MINTU_STATUS_OK;
}

static mintu_status copy_row(const mintu_layer *from, size_t at, mintu_datum datum, bool added, mintu_layer *out,
                             mintu_error *error)
{
    static const char *const fields[] = {"line", "name", "certainty", "source"};
    mintu_shape shape = {0};
    mintu_row row = mintu_row_append(out, error);
    bool nameless = added && !mintu_greenway_line_key(from, at)[0];
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        mintu_row_text(&row, nameless && i == 1 ? mintu_layer_name(from) : mintu_layer_field_text(from, at, fields[i]));
    mintu_row_number(&row, added);
    mintu_status status = row.status == MINTU_STATUS_OK ? mintu_layer_shape(from, at, &shape, error) : row.status;
    if (status == MINTU_STATUS_OK && shape.type != MINTU_GEOMETRY_TYPE_NONE) {
        mintu_datum_to_wgs84(datum, shape.xy, shape.vertex_count);
        status = mintu_layer_shape_set(out, row.row, &shape, error);
    }
    mintu_shape_free(&shape);
    return status;
}

static mintu_status fill(const mintu_greenway_options *options, const mintu_greenway_change *change, mintu_layer *out,
                         mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t row = 0; row < mintu_layer_count(options->lines) && status == MINTU_STATUS_OK; row++)
        if (!mintu_greenway_is_dropped(options->lines, row, change))
            status = copy_row(options->lines, row, options->datum, false, out, error);
    for (size_t i = 0; i < change->add_count; i++)
        for (size_t row = 0; row < mintu_layer_count(change->add[i]) && status == MINTU_STATUS_OK; row++)
            status = copy_row(change->add[i], row, change->add_datum, true, out, error);
    if (status == MINTU_STATUS_OK && mintu_layer_count(out) == 0)
        status = mintu_fail(error, MINTU_STATUS_USAGE, "%s: no line is left; drop fewer or add some", mintu_message(DOING));
    return status;
}

mintu_status mintu_greenway_lines_after(mintu_context *context, const mintu_greenway_options *options,
                                        const mintu_greenway_change *change, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {
        {"line", MINTU_TEXT}, {"name", MINTU_TEXT}, {"certainty", MINTU_TEXT}, {"source", MINTU_TEXT}, {"added", MINTU_WHOLE}};
    *out = NULL;
    mintu_status status = check_drops(options->lines, change, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "greenways-after", fields, sizeof fields / sizeof *fields, error, out);
    if (status == MINTU_STATUS_OK)
        status = fill(options, change, *out, error);
    return mintu_layer_end(status, out);
}
