/* A roster completed, or made, from a file. */
#include "amend/amend_told.h"
#include "amend/package_change.h"
#include "amend/roster_file.h"
#include "amend/roster_new.h"
#include "amend/roster_rows.h"
#include "base/argument.h"
#include "base/message.h"

#include <mintu/date.h>
#include <stdio.h>
#include <string.h>

static const char DOING[] = N_("completing a roster");

typedef struct importing {
    const mintu_gazetteer *gazetteer;
    const char *path;
    const mintu_amend_roster_options *options;
    const char *source;
    size_t index; /* of the roster; as many as there are for a new one */
    mintu_roster_names names;
    mintu_roster_file file;
    mintu_roster_merge merge;
    mintu_change change;
    mintu_amend_told told;
} importing;

static bool is_new(const importing *in)
{
    return in->index == in->gazetteer->roster_count;
}

static mintu_status find_roster(importing *in, mintu_error *error)
{
    const mintu_gazetteer *gazetteer = in->gazetteer;
    while (!is_new(in) && strcmp(gazetteer->rosters[in->index].id, in->options->roster) != 0)
        in->index++;
    in->names.source = in->source;
    if (is_new(in))
        return mintu_roster_new_names(gazetteer, in->options, error, &in->names);
    if (!gazetteer->roster_tables[in->index])
        return mintu_fail(error, MINTU_STATUS_INPUT,
                          "%s: the package lists no table %s.csv of the roster %s; expected one; take the package anew",
                          mintu_message(DOING), gazetteer->rosters[in->index].table, in->options->roster);
    if (in->options->title || in->options->title_en)
        mintu_amend_note(&in->told, (mintu_amend_spot){0}, "", "the roster is there already, and keeps its titles");
    return MINTU_STATUS_OK;
}

static mintu_status set_text(json_t *resource, const char *key, const mintu_buffer *text, mintu_error *error)
{
    if (text->failed || json_object_set_new(resource, key, json_string(text->data)))
        return mintu_fail_memory(error, DOING);
    return MINTU_STATUS_OK;
}

/* "All 46 places of the roster, as listed by SOURCE (DATE)." */
static mintu_status describe_rows(const importing *in, json_t *resource, mintu_error *error)
{
    const mintu_roster_merge *m = &in->merge;
    char day[11];
    mintu_buffer text = {0};
    mintu_date_format(in->options->date, day);
    if (m->rows == m->stated)
        mintu_buffer_format(&text, "All %zu places of the roster", m->stated);
    else
        mintu_buffer_format(&text, "%zu of the %zu places of the roster, with how certain each is", m->rows, m->stated);
    if (in->file.count < m->rows)
        mintu_buffer_format(&text, "; %zu of them", in->file.count);
    mintu_buffer_format(&text, ", as listed by %s", in->source);
    if (in->options->date)
        mintu_buffer_format(&text, " (%s)", day);
    mintu_buffer_text(&text, ".");
    if (m->rows < m->stated)
        mintu_buffer_format(&text, " %zu are not known.", m->stated - m->rows);
    mintu_status status = set_text(resource, "description", &text, error);
    mintu_buffer_free(&text);
    return status;
}

/* The file stands before the sources so far, which go when none of their rows is left. */
static mintu_status describe_source(const importing *in, json_t *resource, mintu_error *error)
{
    json_t *list = json_pack("[{ss}]", "title", in->source), *old = json_object_get(resource, "sources");
    for (size_t i = 0; i < json_array_size(old) && !in->merge.whole; i++) {
        const char *title = json_string_value(json_object_get(json_array_get(old, i), "title"));
        if (!title || strcmp(title, in->source) != 0)
            json_array_append(list, json_array_get(old, i));
    }
    return list && json_object_set_new(resource, "sources", list) == 0 ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

static mintu_status describe(const importing *in, json_t *resource, mintu_error *error)
{
    json_t *fields = json_object_get(json_object_get(resource, "schema"), "fields");
    for (size_t i = 0; i < json_array_size(fields); i++) {
        json_t *field = json_array_get(fields, i), *constraints = json_object_get(field, "constraints");
        const char *name = json_string_value(json_object_get(field, "name"));
        if (name && strcmp(name, "no") == 0 && json_object_get(constraints, "maximum") &&
            json_object_set_new(constraints, "maximum", json_integer((json_int_t)in->merge.stated)))
            return mintu_fail_memory(error, DOING);
    }
    char day[11];
    mintu_date_format(in->options->date ? in->options->date : in->gazetteer->package.as_of, day);
    if (json_object_set_new(resource, "mintu:stated", json_integer((json_int_t)in->merge.stated)) ||
        (is_new(in) && json_object_set_new(resource, "mintu:as-of", json_string(day))))
        return mintu_fail_memory(error, DOING);
    mintu_status status = describe_source(in, resource, error);
    return status == MINTU_STATUS_OK ? describe_rows(in, resource, error) : status;
}

/* The roster's resource in the description to be changed. */
static mintu_status take_resource(importing *in, mintu_error *error, json_t **out)
{
    if (is_new(in))
        return mintu_roster_new_add(&in->change, in->gazetteer, in->options, &in->names, error, out);
    *out = mintu_change_resource(&in->change, in->gazetteer->rosters[in->index].table);
    return MINTU_STATUS_OK;
}

static mintu_status plan(importing *in, mintu_error *error)
{
    const mintu_roster *roster = is_new(in) ? NULL : &in->gazetteer->rosters[in->index];
    size_t stated = in->options->stated ? in->options->stated : roster ? roster->stated : 0;
    if (in->file.count == 0)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = in->path},
            "%s: no place of the file can be taken; expected a column of names of towns; nothing was written; say which "
            "one holds the names",
            mintu_message(DOING));
    in->merge = (mintu_roster_merge){.gazetteer = in->gazetteer,
                                     .file = &in->file,
                                     .table = roster ? in->gazetteer->roster_tables[in->index] : NULL,
                                     .source = in->source,
                                     .id = in->options->roster,
                                     .stated = stated ? stated : in->file.count + in->file.doubtful};
    if (!stated)
        mintu_amend_note(&in->told, (mintu_amend_spot){0}, "",
                         "the roster is taken to have %zu places, as many as the file names", in->merge.stated);
    return mintu_roster_merge_plan(&in->merge, in->path, &in->told);
}

static mintu_status write(importing *in, mintu_error *error)
{
    json_t *resource = NULL;
    mintu_buffer text = {0};
    mintu_status status = take_resource(in, error, &resource);
    if (status == MINTU_STATUS_OK) {
        in->merge.schema = json_object_get(resource, "schema");
        mintu_roster_merge_text(&in->merge, &in->told, &text);
        status = mintu_change_table(&in->change, resource, &text, in->merge.rows, is_new(in), error);
    }
    mintu_buffer_free(&text);
    if (status == MINTU_STATUS_OK)
        status = describe(in, resource, error);
    const mintu_change_told told = {.command = "import-roster",
                                    .what = in->options->roster,
                                    .path = in->path,
                                    .added = in->merge.added,
                                    .changed = in->merge.changed,
                                    .removed = in->merge.removed};
    if (status == MINTU_STATUS_OK)
        status = in->told.status;
    if (status == MINTU_STATUS_OK)
        mintu_amend_note(&in->told, (mintu_amend_spot){0}, "",
                         "%zu of %zu places are listed: %zu added, %zu changed, %zu dropped", in->merge.rows, in->merge.stated,
                         in->merge.added, in->merge.changed, in->merge.removed);
    return status == MINTU_STATUS_OK ? mintu_change_commit(&in->change, in->options->target, &told, error) : status;
}

static mintu_status run(mintu_context *context, importing *in, mintu_error *error)
{
    mintu_status status = mintu_amend_text_check(in->source, "source", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_text_check(in->options->title, "title", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_amend_text_check(in->options->title_en, "title in English", error);
    if (status == MINTU_STATUS_OK)
        status = find_roster(in, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_roster_file_load(context, in->gazetteer, in->path, in->options, &in->told, &in->file);
    if (status == MINTU_STATUS_OK)
        status = plan(in, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_change_open(context, &in->gazetteer->package, error, &in->change);
    if (status == MINTU_STATUS_OK)
        status = write(in, error);
    mintu_change_close(&in->change);
    mintu_roster_file_free(&in->file);
    return status;
}

mintu_status mintu_amend_roster(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                const mintu_amend_roster_options *options, mintu_error *error, mintu_layer **findings)
{
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN(error, context, gazetteer, path, options, options ? options->roster : NULL) ||
        MINTU_RESERVED_ZERO_IN(error, options) || MINTU_DATE_GIVEN(error, options->date))
        return MINTU_STATUS_USAGE;
    importing in = {.gazetteer = gazetteer, .path = path, .options = options};
    in.told = mintu_amend_told_new(context, path, error);
    in.source = options->source && options->source[0] ? options->source : in.told.file;
    mintu_status status = in.told.status == MINTU_STATUS_OK ? run(context, &in, error) : in.told.status;
    return mintu_amend_told_end(&in.told, status, findings);
}
