#define _POSIX_C_SOURCE 200809L
#include "gazetteer/boundary_write.h"

#include "base/file.h"
#include "gazetteer/borders.h"
#include "gazetteer/built.h"
#include "gazetteer/rows.h"
#include "gazetteer/units.h"
#include "geo/shape.h"

#include <errno.h>
#include <mintu/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DOING[] = "importing boundaries";

/* Files being written: into a folder beside their target, so that all are whole before the first takes its place. */
typedef struct writer {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    const mintu_boundary_target *target;
    char *folder, *counties; /* where they are written: the folder, and the counties' file in it */
} writer;

static mintu_status write_notes(const writer *w, mintu_layer *layer, mintu_error *error)
{
    char date[11];
    mintu_date_format(w->target->date, date);
    mintu_status status = mintu_layer_note_set(layer, "source", w->target->source, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "credit", w->target->source, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "schematic", w->target->warning, error);
    return status == MINTU_STATUS_OK ? mintu_layer_note_set(layer, "as-of", date, error) : status;
}

/* What the package's schema asks for: code, name on the date, code of the prefecture. */
static mintu_status slim(mintu_context *context, const mintu_layer *units, mintu_error *error, mintu_layer **out)
{
    static const mintu_field fields[] = {
        {"code", MINTU_FIELD_TYPE_TEXT}, {"name", MINTU_FIELD_TYPE_TEXT}, {"prefecture", MINTU_FIELD_TYPE_TEXT}};
    static const char *const from[] = {"code", "name", "prefecture_code"};
    mintu_shape shape = {0};
    mintu_status status = mintu_rows_new(context, mintu_layer_name(units), fields, 3, error, out);
    for (size_t row = 0; row < mintu_layer_count(units) && status == MINTU_STATUS_OK; row++) {
        mintu_row added = mintu_row_append(*out, error);
        for (int i = 0; i < 3; i++)
            mintu_row_text(&added, mintu_layer_text(units, row, (size_t)mintu_layer_field_find(units, from[i])));
        status = added.status == MINTU_STATUS_OK ? mintu_layer_shape(units, row, &shape, error) : added.status;
        if (status == MINTU_STATUS_OK && shape.part_count)
            status = mintu_layer_shape_set(*out, row, &shape, error);
    }
    mintu_shape_free(&shape);
    return status;
}

static mintu_status write_layer(const writer *w, mintu_layer *layer, const char *name, mintu_error *error)
{
    char *path = mintu_built_path(w->counties, name);
    mintu_status status = path ? write_notes(w, layer, error) : mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_write(w->context, layer, path, NULL, error);
    free(path);
    return status;
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
    mintu_status status = mintu_units_at(w->context, w->gazetteer, counties, &query, error, &units);
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

/* Moves one file to its place, or with @p remove takes it away. */
static bool settle(const writer *w, const char *name, bool remove_it)
{
    char *from = mintu_built_path(w->counties, name), *to = mintu_built_path(w->target->path, name);
    bool good = from && to && (remove_it ? unlink(from) == 0 || errno == ENOENT : rename(from, to) == 0);
    free(from);
    free(to);
    return good;
}

/* The counties' file comes last: without it the others are not read. */
static bool settle_all(const writer *w, bool remove_it)
{
    bool good = true;
    for (int i = 0; i < MINTU_BORDERS; i++)
        good = settle(w, mintu_borders_layers[i].name, remove_it) && good;
    for (int level = MINTU_LEVEL_PROVINCE; level <= MINTU_LEVEL_COUNTY; level++)
        good = settle(w, mintu_built_units[level], remove_it) && good;
    return good;
}

static mintu_status fail_target(const writer *w, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = w->target->path},
                         "%s: cannot write there: %s; check the folder, its permissions and the room on the disk", DOING,
                         strerror(errno));
}

static mintu_status open_folder(writer *w, mintu_error *error)
{
    const char *slash = strrchr(w->target->path, '/');
    char *parent = mintu_path_folder(w->target->path);
    w->folder = parent ? mintu_path_join(parent, ".boundaries.XXXXXX") : NULL;
    free(parent);
    if (!w->folder)
        return mintu_fail_memory(error, DOING);
    if (!mkdtemp(w->folder)) {
        free(w->folder);
        w->folder = NULL;
        return fail_target(w, error);
    }
    w->counties = mintu_path_join(w->folder, slash ? slash + 1 : w->target->path);
    return w->counties ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

mintu_status mintu_boundary_write(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *counties,
                                  const mintu_boundary_target *target, mintu_error *error)
{
    writer w = {.context = context, .gazetteer = gazetteer, .target = target};
    mintu_status status = open_folder(&w, error);
    for (int level = MINTU_LEVEL_PROVINCE; level <= MINTU_LEVEL_COUNTY && status == MINTU_STATUS_OK; level++)
        status = write_level(&w, counties, (mintu_level)level, error);
    if (status == MINTU_STATUS_OK && !settle_all(&w, false))
        status = fail_target(&w, error);
    if (w.counties)
        settle_all(&w, true);
    if (w.folder)
        rmdir(w.folder);
    free(w.counties);
    free(w.folder);
    return status;
}
