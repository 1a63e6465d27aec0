/* Positions of units from a file. */
#include "amend/amend_told.h"
#include "amend/package_change.h"
#include "amend/point_check.h"
#include "amend/table_edit.h"
#include "base/argument.h"
#include "base/message.h"
#include "format/decimal.h"
#include "gazetteer/gazetteer_data.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("placing units");

enum { LON, LAT, PRECISION, CERTAINTY, SOURCE, SOURCE_ID, CELLS };
static const char *const columns[CELLS] = {"lon", "lat", "precision", "certainty", "source", "source_id"};

typedef struct placing {
    const mintu_gazetteer *gazetteer;
    const char *path, *source;
    const mintu_amend_points_options *options;
    mintu_point_file file;
    mintu_change change;
    mintu_amend_told told;
    size_t taken, changed;
} placing;

/* What a unit's point stands for: the place itself. */
static const char *precision_of(const mintu_place *place)
{
    return place->level == MINTU_LEVEL_TOWNSHIP ? "town" : mintu_level_text(place->level);
}

/* The word of the file that places.csv can have, or attested. */
static const char *certainty_of(placing *p, const mintu_point_line *line)
{
    static const char *const words[] = {"attested", "matched", "approximate", "fallback"};
    const char *text = mintu_point_file_text(&p->file, line->row, MINTU_LIST_CERTAINTY);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!text[0] || strcmp(text, words[i]) == 0)
            return words[i];
    mintu_amend_tell(&p->told, mintu_point_file_spot(&p->file, line->row), line->place->name,
                     "\"%.60s\" is no certainty; expected attested, matched, approximate or fallback; taken as attested", text);
    return words[0];
}

/* A row of places.csv with its new position. */
static bool add_placed(placing *p, const mintu_table *table, size_t row, const mintu_point_line *line, mintu_buffer *out)
{
    size_t count = mintu_table_column_count(table);
    const char **values = calloc(count + 1, sizeof *values);
    mintu_buffer lon = {0}, lat = {0};
    mintu_decimal_add(&lon, line->lonlat[0]);
    mintu_decimal_add(&lat, line->lonlat[1]);
    const char *certainty = certainty_of(p, line), *source = mintu_point_file_text(&p->file, line->row, MINTU_LIST_SOURCE);
    bool good = values && !lon.failed && !lat.failed, changed = false;
    const char *const texts[CELLS] = {lon.data, lat.data, precision_of(line->place), certainty, source[0] ? source : p->source,
                                      ""};
    for (int i = 0; i < CELLS && good; i++) {
        int at = mintu_table_column_find(table, columns[i]);
        if (at < 0)
            continue;
        values[at] = texts[i];
        changed = changed || strcmp(mintu_table_text(table, row, (size_t)at), texts[i]) != 0;
    }
    if (good)
        mintu_edit_row(table, row, values, out);
    p->changed += changed;
    mintu_buffer_free(&lon);
    mintu_buffer_free(&lat);
    free(values);
    return good;
}

static const mintu_point_line *line_of(const placing *p, const mintu_place *place)
{
    for (size_t i = 0; i < p->file.count; i++)
        if (p->file.lines[i].taken && p->file.lines[i].place == place)
            return &p->file.lines[i];
    return NULL;
}

static mintu_status write_table(placing *p, mintu_error *error)
{
    const mintu_table *table = p->gazetteer->tables[MINTU_TABLE_PLACES];
    mintu_buffer text = {0};
    bool good = true;
    mintu_edit_head(table, &text);
    for (size_t row = 0; row < mintu_table_count(table) && good; row++) {
        const mintu_point_line *line = line_of(p, &p->gazetteer->places[row]);
        if (line)
            good = add_placed(p, table, row, line, &text);
        else
            mintu_edit_row(table, row, NULL, &text);
    }
    mintu_status status = good ? mintu_change_table(&p->change, mintu_change_resource(&p->change, "places"), &text,
                                                    mintu_table_count(table), false, error)
                               : mintu_fail_memory(error, DOING);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status add_source(placing *p, mintu_error *error)
{
    json_t *resource = mintu_change_resource(&p->change, "places"), *sources = json_object_get(resource, "sources");
    for (size_t i = 0; i < json_array_size(sources); i++) {
        const char *title = json_string_value(json_object_get(json_array_get(sources, i), "title"));
        if (title && strcmp(title, p->source) == 0)
            return MINTU_STATUS_OK;
    }
    if (!sources && json_object_set_new(resource, "sources", json_array()))
        return mintu_fail_memory(error, DOING);
    return json_array_append_new(json_object_get(resource, "sources"), json_pack("{ss}", "title", p->source))
               ? mintu_fail_memory(error, DOING)
               : MINTU_STATUS_OK;
}

static mintu_status write(placing *p, mintu_error *error)
{
    mintu_status status = write_table(p, error);
    if (status == MINTU_STATUS_OK)
        status = add_source(p, error);
    mintu_amend_note(&p->told, (mintu_amend_spot){0}, "", "positions taken: %zu, other than before: %zu", p->taken, p->changed);
    if (status == MINTU_STATUS_OK)
        status = p->told.status;
    const mintu_change_told told = {.command = "import-points", .what = "places", .path = p->path, .changed = p->changed};
    return status == MINTU_STATUS_OK ? mintu_change_commit(&p->change, p->options->target, &told, error) : status;
}

static mintu_status run(mintu_context *context, placing *p, mintu_error *error)
{
    mintu_status status = mintu_amend_text_check(p->source, "source", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_file_check(p->path, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_point_file_load(context, p->gazetteer, p->path, p->options, &p->told, &p->file);
    if (status == MINTU_STATUS_OK)
        status = mintu_point_check(context, p->gazetteer, p->path, p->options->datum, &p->told, &p->file);
    for (size_t i = 0; i < p->file.count; i++)
        p->taken += p->file.lines[i].taken;
    if (status == MINTU_STATUS_OK && p->taken == 0)
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = p->path},
                          "%s: no position of the file can be taken; expected names of units with degrees in them; nothing was "
                          "written; mend the rows",
                          mintu_message(DOING));
    if (status == MINTU_STATUS_OK)
        status = mintu_change_open(context, &p->gazetteer->package, error, &p->change);
    if (status == MINTU_STATUS_OK)
        status = write(p, error);
    mintu_change_close(&p->change);
    mintu_point_file_free(&p->file);
    return status;
}

mintu_status mintu_amend_points(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                const mintu_amend_points_options *options, mintu_error *error, mintu_layer **findings)
{
    static const mintu_amend_points_options none = {0};
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN(error, context, gazetteer, path) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options ? options->date : 0))
        return MINTU_STATUS_USAGE;
    placing p = {.gazetteer = gazetteer, .path = path, .options = options ? options : &none};
    if ((unsigned)p.options->datum >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the datum is not one of its enum; zero-initialise the options",
                          mintu_message(DOING));
    p.told = mintu_amend_told_new(context, path, error);
    p.source = p.options->source && p.options->source[0] ? p.options->source : p.told.file;
    mintu_status status = p.told.status == MINTU_STATUS_OK ? run(context, &p, error) : p.told.status;
    return mintu_amend_told_end(&p.told, status, findings);
}
