/* A notice written as a data package. */
#define _POSIX_C_SOURCE 200809L
#include "base/argument.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/message.h"
#include "base/output.h"
#include "format/csv_field.h"
#include "format/digest.h"
#include "notice/notice_data.h"
#include "notice/notice_folder.h"
#include "notice/notice_reading.h"
#include "notice/notice_rosters.h"
#include "scan/scan_words.h"

#include <mintu/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DOING[] = N_("writing a data package"), DESCRIPTOR[] = "datapackage.json";

typedef struct writer {
    mintu_context *context;
    const mintu_notice *notice;
    const mintu_package *from;
    const char *dir;
    json_t *resources;
    bool filled[MINTU_ROSTERS_MOST]; /* places are on the roster */
    mintu_error *error;
} writer;

/* Tables that are the notice's own, and stand in the folder under the same names; so are those of the rosters. */
static const char *const own[] = {"sections", "tasks", "task_agencies", "task_targets", "task_places"};
enum { OWN = sizeof own / sizeof *own };

static const mintu_gazetteer *gazetteer_of(const writer *w)
{
    return w->notice->geocoder->index.gazetteer;
}

static mintu_status put(writer *w, const char *name, const mintu_buffer *text)
{
    char *path = mintu_path_join(w->dir, name);
    mintu_output *output = NULL;
    mintu_status status =
        path && !text->failed ? mintu_output_open(path, w->error, &output) : mintu_fail_memory(w->error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(output, text->data ? text->data : "", text->size, w->error);
    status = mintu_output_end(output, status, w->error);
    free(path);
    return status;
}

static mintu_status copy_file(writer *w, const char *name, bool required)
{
    mintu_buffer text = {0};
    char *path = mintu_path_join(w->from->dir, name);
    mintu_status status = path ? MINTU_STATUS_OK : mintu_fail_memory(w->error, DOING);
    if (path && (required || access(path, R_OK) == 0)) {
        status = mintu_file_read(path, DOING, (mintu_file_bounds){MINTU_TABLE_BYTES_MOST, false}, w->error, &text);
        if (status == MINTU_STATUS_OK)
            status = put(w, name, &text);
    }
    mintu_buffer_free(&text);
    free(path);
    return status;
}

/* True for the file STEM.csv. */
static bool is_table(const char *path, const char *stem)
{
    size_t size = strlen(stem);
    return strncmp(path, stem, size) == 0 && strcmp(path + size, ".csv") == 0;
}

static bool is_own(const writer *w, const char *path)
{
    bool found = is_table(path, "agencies") || is_table(path, "named_places");
    for (int i = 0; i < OWN; i++)
        found |= is_table(path, own[i]);
    for (size_t i = 0; i < gazetteer_of(w)->roster_count; i++)
        found |= !gazetteer_of(w)->rosters[i].apart && is_table(path, gazetteer_of(w)->rosters[i].table);
    return found;
}

/* Size, hash and rows of a table that was just made. */
static void measure(json_t *resource, const mintu_buffer *text, size_t rows)
{
    char hash[8 + MINTU_DIGEST_SIZE] = "sha256:";
    mintu_digest(text->data, text->size, hash + strlen(hash));
    json_object_set_new(resource, "bytes", json_integer((json_int_t)text->size));
    json_object_set_new(resource, "hash", json_string(hash));
    json_object_set_new(resource, "mintu:rows", json_integer((json_int_t)rows));
}

/* A notice has no English names, and as many items as it has. */
static void loosen(json_t *resource)
{
    json_t *fields = json_object_get(json_object_get(resource, "schema"), "fields");
    for (size_t i = 0; i < json_array_size(fields); i++) {
        json_t *field = json_array_get(fields, i), *constraints = json_object_get(field, "constraints");
        const char *name = json_string_value(json_object_get(field, "name"));
        size_t size = name ? strlen(name) : 0;
        if (size > 3 && strcmp(name + size - 3, "_en") == 0)
            json_object_del(constraints, "required");
        json_object_del(constraints, "maximum");
    }
}

static void add_line_field(json_t *fields)
{
    const json_t *last = json_array_get(fields, json_array_size(fields) - 1);
    const char *name = json_string_value(json_object_get(last, "name"));
    if (fields && (!name || strcmp(name, "line") != 0))
        json_array_append_new(fields, json_pack("{ssssss}", "name", "line", "type", "integer", "description",
                                                "Line of the text at which the item begins"));
}

/* The resource as the package at hand describes it. */
static json_t *describe(const writer *w, const char *stem)
{
    const json_t *old = mintu_package_resource(w->from, stem, NULL);
    json_t *resource = old ? json_deep_copy(old) : json_object();
    char path[64];
    snprintf(path, sizeof path, "%s.csv", stem);
    json_object_set_new(resource, "name", json_string(stem));
    json_object_set_new(resource, "path", json_string(path));
    json_object_set_new(resource, "format", json_string("csv"));
    json_object_del(resource, "mintu:stated");
    json_object_del(resource, "mintu:stated-by");
    json_object_del(resource, "mintu:incomplete"); /* why, in the package at hand */
    json_object_del(resource, "mintu:as-of");
    loosen(resource);
    if (strcmp(stem, "tasks") == 0) /* a text has lines, which the package at hand does not know */
        add_line_field(json_object_get(json_object_get(resource, "schema"), "fields"));
    if (strcmp(stem, "agencies") != 0)
        json_object_set_new(resource, "sources", json_pack("[{ss}]", "title", "the notice that was read"));
    return resource;
}

static mintu_status put_table(writer *w, const char *stem, const mintu_buffer *text, size_t rows)
{
    char path[64];
    snprintf(path, sizeof path, "%s.csv", stem);
    json_t *resource = describe(w, stem);
    measure(resource, text, rows);
    json_array_append_new(w->resources, resource);
    return put(w, path, text);
}

static void add_fields(mintu_buffer *text, const mintu_layer *layer, size_t row, bool head)
{
    for (size_t i = 0; i < mintu_layer_field_count(layer); i++)
        mintu_csv_cell(i, head ? mintu_layer_field_name(layer, i) : mintu_layer_text(layer, row, i), text);
    mintu_buffer_text(text, "\n");
}

static mintu_status put_layer(writer *w, const char *stem)
{
    mintu_layer *layer = NULL;
    mintu_buffer text = {0};
    mintu_status status = mintu_notice_layer(w->context, w->notice, stem, w->error, &layer);
    if (status == MINTU_STATUS_OK) {
        add_fields(&text, layer, 0, true);
        for (size_t row = 0; row < mintu_layer_count(layer); row++)
            add_fields(&text, layer, row, false);
        status = put_table(w, stem, &text, mintu_layer_count(layer));
    }
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
    return status;
}

/* The agencies of the package, and below them those that only the notice names. */
static mintu_status put_agencies(writer *w)
{
    mintu_layer *layer = NULL;
    mintu_buffer text = {0};
    char *path = mintu_path_join(w->from->dir, "agencies.csv");
    mintu_status status =
        path ? mintu_file_read(path, DOING, (mintu_file_bounds){MINTU_TABLE_BYTES_MOST, false}, w->error, &text)
             : mintu_fail_memory(w->error, DOING);
    if (status == MINTU_STATUS_OK)
        status = mintu_notice_layer(w->context, w->notice, "agencies", w->error, &layer);
    if (status == MINTU_STATUS_OK) {
        for (size_t row = 0; row < mintu_layer_count(layer); row++)
            add_fields(&text, layer, row, false);
        status = put_table(w, "agencies", &text, mintu_table_count(w->notice->words.agencies) + mintu_layer_count(layer));
    }
    mintu_buffer_free(&text);
    mintu_layer_free(layer);
    free(path);
    return status;
}

static mintu_status put_roster(writer *w, size_t index)
{
    mintu_buffer text = {0};
    long stated;
    size_t rows = mintu_notice_roster(w->notice, index, &text, &stated);
    mintu_status status = MINTU_STATUS_OK;
    w->filled[index] = rows > 0;
    if (stated > 0) { /* a roster of which no place is named is there, and empty; what the notice does not count is no roster */
        status = put_table(w, gazetteer_of(w)->rosters[index].table, &text, rows);
        json_object_set_new(json_array_get(w->resources, json_array_size(w->resources) - 1), "mintu:stated",
                            json_integer(stated));
    }
    mintu_buffer_free(&text);
    return status;
}

static mintu_status put_named(writer *w)
{
    mintu_buffer text = {0};
    size_t rows = 0;
    mintu_buffer_text(&text, "code,name,notice_name,item,role,note\n");
    for (size_t i = 0; i < w->notice->named_count; i++) {
        const mintu_named *named = &w->notice->named[i];
        if (!named->place || mintu_notice_on_roster(w->notice, named))
            continue;
        const char *const cells[] = {named->place->code, named->place->name, named->name};
        for (size_t column = 0; column < 3; column++)
            mintu_csv_cell(column, cells[column], &text);
        mintu_buffer_format(&text, ",%d,named in the item,\n", named->item);
        rows++;
    }
    mintu_status status = put_table(w, "named_places", &text, rows);
    mintu_buffer_free(&text);
    return status;
}

/* Resources that stay as they are; built layers stand beside the first of them. */
static mintu_status copy_base(writer *w)
{
    static const char *const built[] = {"counties.gpkg",       "prefectures.gpkg",        "province.gpkg",
                                        "county-borders.gpkg", "prefecture-borders.gpkg", "province-border.gpkg",
                                        "coast.gpkg"};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < json_array_size(w->from->resources) && status == MINTU_STATUS_OK; i++) {
        json_t *resource = json_array_get(w->from->resources, i);
        const char *path = json_string_value(json_object_get(resource, "path"));
        if (is_own(w, path) || strchr(path, '/'))
            continue;
        bool made = json_is_true(json_object_get(resource, "mintu:built"));
        status = copy_file(w, path, !made);
        json_array_append(w->resources, resource);
    }
    for (size_t i = 0; i < sizeof built / sizeof *built && status == MINTU_STATUS_OK; i++)
        status = copy_file(w, built[i], false);
    return status;
}

/* A line that is a title by its words: 关于…的通知, …实施方案. Its bytes until 通知, 0 when it is none; whether it ends there. */
static size_t title_size(const char *text, size_t size, bool *ends)
{
    static const char *const notice[] = {"通知", NULL}, *const about[] = {"关于", "關於", NULL};
    static const char *const last[] = {"方案", "意见", "办法",   "措施",   "决定", "规划", "计划",   "清单",   "要点",
                                       "分工", "分解", "分工表", "分解表", "的函", "细则", "任务书", "责任书", NULL};
    bool titled = *ends = mintu_scan_word_before(last, text, size) > 0;
    for (size_t at = 0; at < size; at += mintu_notice_step(text + at, size - at)) {
        size_t end = mintu_scan_word_at(notice, text, size, at);
        if (end > 0) {
            *ends = true;
            return at + end;
        }
        titled = titled || mintu_scan_word_at(about, text, size, at) > 0;
    }
    return titled ? size : 0;
}

/* The title among the first lines, which may be two, or nothing. */
static void add_title(const mintu_notice *notice, mintu_buffer *out)
{
    size_t begun = 0; /* bytes of 关于… that goes on in the next line */
    for (size_t i = 0; i < notice->sentence_count && i < 8; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        const char *text = notice->texts.data + s->text;
        bool ends = false;
        size_t size = s->fresh && s->size < 300 ? title_size(text, s->size, &ends) : 0;
        if (size > 0)
            mintu_buffer_add(out, mintu_notice_written(notice, text), size);
        if (ends || (begun > 0 && size == 0))
            return;
        begun = size;
    }
    if (begun == 0)
        mintu_buffer_text(out, "通知");
}

/* What maps say of the notice: its title and date, and what its rosters are called. */
static json_t *about(const writer *w, const char *date)
{
    const mintu_gazetteer *gazetteer = gazetteer_of(w);
    mintu_buffer title = {0}, english = {0};
    int day = w->notice->date;
    add_title(w->notice, &title);
    if (day)
        mintu_buffer_format(&title, "（%d年%d月%d日）", day / 10000, day / 100 % 100, day % 100);
    mintu_buffer_format(&english, "Notice%s%s", day ? " of " : "", day ? date : "");
    json_t *out = json_pack("{so,so}", "notice",
                            mintu_notice_languages(title.failed ? "" : title.data, english.failed ? "" : english.data),
                            "pilots", mintu_notice_rosters_called(gazetteer, w->filled));
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        if (gazetteer->rosters[i].note_key[0])
            json_object_set_new(out, gazetteer->rosters[i].note_key,
                                mintu_notice_languages(gazetteer->rosters[i].title, gazetteer->rosters[i].title_en));
    mintu_buffer_free(&title);
    mintu_buffer_free(&english);
    return out;
}

static mintu_status put_descriptor(writer *w)
{
    json_t *root = json_deep_copy(w->from->root);
    mintu_buffer text = {0};
    char date[11];
    mintu_date_format(w->notice->date ? w->notice->date : w->notice->geocoder->index.date, date);
    json_object_set_new(root, "name", json_string(MINTU_NOTICE_FOLDER));
    json_object_set_new(root, "title", json_string("通知任务分工 / Tasks of a notice"));
    json_object_set_new(root, "mintu:as-of", json_string(date));
    json_object_set_new(root, "mintu:notice", about(w, date));
    json_object_del(root, "mintu:quota"); /* holds for the notice of the package at hand */
    json_object_set(root, "resources", w->resources);
    char *dump = json_dumps(root, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
    json_decref(root);
    mintu_buffer_text(&text, dump ? dump : "");
    mintu_buffer_text(&text, "\n");
    mintu_status status = dump ? put(w, DESCRIPTOR, &text) : mintu_fail_memory(w->error, DOING);
    free(dump);
    mintu_buffer_free(&text);
    return status;
}

/* What is built of it: all that fits any notice, and maps and sums of pilots where it names some. */
static mintu_status put_build(writer *w)
{
    mintu_buffer text = {0};
    bool pilots = false;
    for (size_t i = 0; i < gazetteer_of(w)->roster_count; i++)
        pilots = pilots || w->filled[i];
    mintu_buffer_text(&text, "{\n \"maps\": [{\"style\": \"notice-places\"}, {\"style\": \"tasks-by-county\"}");
    mintu_buffer_text(&text, pilots ? ", {\"style\": \"pilots\"}" : "");
    mintu_buffer_text(&text, "],\n \"layers\": [{\"layer\": \"join-places\"}, {\"layer\": \"join-counties\"}");
    mintu_buffer_text(&text, pilots ? ", {\"layer\": \"pilots\"}" : "");
    mintu_buffer_text(&text, "],\n \"tables\": [{\"command\": \"tasks\", \"formats\": [\"csv\", \"xlsx\"]}");
    static const char *const per[] = {"pair", "place", "county"};
    for (size_t i = 0; i < sizeof per / sizeof *per; i++)
        mintu_buffer_format(&text,
                            ",\n  {\"command\": \"join\", \"name\": \"join-%s\", \"options\": {\"per\": \"%s\"}, "
                            "\"formats\": [\"csv\", \"xlsx\"]}",
                            per[i], per[i]);
    mintu_buffer_text(&text, "]\n}\n");
    mintu_status status = put(w, "build.json", &text);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status write_package(writer *w)
{
    mintu_status status = copy_base(w);
    if (status == MINTU_STATUS_OK)
        status = put_agencies(w);
    for (size_t i = 0; i < gazetteer_of(w)->roster_count && status == MINTU_STATUS_OK; i++)
        if (!gazetteer_of(w)->rosters[i].apart) /* of another origin than the notice: they come with the base */
            status = put_roster(w, i);
    if (status == MINTU_STATUS_OK)
        status = put_named(w);
    for (int i = 0; i < OWN && status == MINTU_STATUS_OK; i++)
        status = put_layer(w, own[i]);
    if (status == MINTU_STATUS_OK)
        status = put_build(w);
    return status == MINTU_STATUS_OK ? put_descriptor(w) : status;
}

mintu_status mintu_notice_package_write(mintu_context *context, const mintu_notice *notice, const char *dir, bool replace,
                                        mintu_error *error)
{
    if (MINTU_GIVEN(error, context, notice, dir))
        return MINTU_STATUS_USAGE;
    mintu_folder *folder = NULL;
    mintu_status status = mintu_folder_open(dir, replace ? &mintu_notice_folders : NULL, error, &folder);
    if (status != MINTU_STATUS_OK)
        return status;
    writer w = {.context = context,
                .notice = notice,
                .from = &notice->geocoder->index.gazetteer->package,
                .dir = mintu_folder_path(folder),
                .resources = json_array(),
                .error = error};
    status = w.resources ? write_package(&w) : mintu_fail_memory(error, DOING);
    json_decref(w.resources);
    if (status == MINTU_STATUS_OK)
        return mintu_folder_commit(folder, error);
    mintu_folder_retell(folder, error);
    mintu_folder_discard(folder);
    return status;
}
