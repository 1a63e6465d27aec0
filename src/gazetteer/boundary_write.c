#include "gazetteer/boundary_write.h"

#include "gazetteer/boundary_files.h"
#include "gazetteer/built_layers.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/schematic.h"
#include "gazetteer/unit_borders.h"
#include "gazetteer/unit_polygons.h"

#include <mintu/date.h>
#include <string.h>

/* Files being written, beside their targets, so that all are whole before the first takes its place. */
typedef struct writer {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    const mintu_boundary_target *target;
    mintu_boundary_files *files;
} writer;

static mintu_status write_notes(const writer *w, mintu_layer *layer, mintu_error *error)
{
    char date[11];
    mintu_date_format(w->target->date, date);
    const char *const notes[][2] = {
        {"source", w->target->source}, {"credit", w->target->source}, {"schematic", w->target->warning}, {"as-of", date}};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof notes / sizeof *notes && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_note_set(layer, notes[i][0], notes[i][1], error);
    return status;
}

/* What the package's schema asks for: code, name on the date, code of the prefecture. */
static mintu_status slim(mintu_context *context, const mintu_layer *units, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {
        {"code", MINTU_FIELD_TYPE_TEXT}, {"name", MINTU_FIELD_TYPE_TEXT}, {"prefecture", MINTU_FIELD_TYPE_TEXT}};
    static const char *const from[] = {"code", "name", "prefecture_code"};
    mintu_status status = mintu_rows_new(context, mintu_layer_name(units), fields, 3, error, out);
    for (size_t row = 0; row < mintu_layer_count(units) && status == MINTU_STATUS_OK; row++) {
        mintu_row added = mintu_row_append(*out, error);
        for (int i = 0; i < 3; i++)
            mintu_row_text(&added, mintu_layer_field_text(units, row, from[i]));
        mintu_row_shape(&added, units, row);
        status = added.status;
    }
    return status;
}

static mintu_status write_layer(const writer *w, mintu_layer *layer, const char *name, mintu_error *error)
{
    int file = 0;
    while (strcmp(mintu_boundary_file_layer(file), name) != 0)
        file++;
    mintu_status status = write_notes(w, layer, error);
    return status == MINTU_STATUS_OK ? mintu_layer_write(w->context, layer, w->files->files[file].made, NULL, error) : status;
}

static mintu_status write_borders(const writer *w, const mintu_layer *units, const mintu_borders *what, mintu_error *error)
{
    mintu_layer *lines = NULL;
    mintu_status status = mintu_borders_make(w->context, w->gazetteer, what, units, error, &lines);
    if (status == MINTU_STATUS_OK)
        status = write_layer(w, lines, what->name, error);
    mintu_layer_free(lines);
    return status;
}

static mintu_status write_level(const writer *w, const mintu_layer *counties, mintu_level level, mintu_error *error)
{
    mintu_units_query query = {mintu_built_units[level], level, w->target->date};
    mintu_layer *units = NULL, *layer = NULL;
    mintu_status status = MINTU_STATUS_OK;
    if (level == MINTU_LEVEL_PROVINCE && w->target->incomplete) /* a few counties are not the land */
        status = mintu_schematic_polygons(w->context, w->gazetteer, &query, error, &counties);
    if (status == MINTU_STATUS_OK)
        status = mintu_units_at(w->context, w->gazetteer, counties, &query, error, &units);
    for (int i = 0; i < MINTU_BORDERS && status == MINTU_STATUS_OK; i++)
        if (mintu_borders_layers[i].level == level)
            status = write_borders(w, units, &mintu_borders_layers[i], error);
    if (status == MINTU_STATUS_OK)
        status = slim(w->context, units, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = write_layer(w, layer, query.name, error);
    mintu_layer_free(layer);
    mintu_layer_free(units);
    return status;
}

mintu_status mintu_boundary_write(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *counties,
                                  const mintu_boundary_target *target, mintu_error *error)
{
    mintu_boundary_files files;
    writer w = {.context = context, .gazetteer = gazetteer, .target = target, .files = &files};
    mintu_status status = mintu_boundary_files_open(target->path, error, &files);
    for (int level = MINTU_LEVEL_PROVINCE; level <= MINTU_LEVEL_COUNTY && status == MINTU_STATUS_OK; level++)
        status = write_level(&w, counties, (mintu_level)level, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_files_settle(&files, error);
    else
        mintu_boundary_files_retell(&files, error);
    mintu_boundary_files_close(&files);
    return status;
}
