#include "table/kml_book.h"

#include "base/error.h"
#include "format/xml_names.h"
#include "layer/further_row.h"
#include "layer/read_limits.h"
#include "table/table_types.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading a layer");

enum { NAME, DESCRIPTION, FOLDER, OWN };

mintu_status mintu_kml_begin(mintu_kml *k, mintu_error *error)
{
    static const char *const fields[OWN] = {"Name", "Description", "Folder"};
    k->error = error;
    k->sum = (mintu_row_sum){.path = k->path, .limits = &k->context->limits};
    mintu_status status = mintu_layer_new(k->context, k->wanted ? k->wanted : "placemarks", error, &k->layer);
    for (size_t i = 0; i < OWN && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(k->layer, fields[i], MINTU_FIELD_TYPE_TEXT, error);
    return status;
}

static void note(mintu_kml *k, mintu_status status)
{
    if (status == MINTU_STATUS_OK || k->stop)
        return;
    k->status = status;
    k->stop = true;
}

/* With the placemark, as a person finds it. */
static void note_in_place(mintu_kml *k, mintu_status status)
{
    char name[80] = "", text[sizeof k->error->text];
    if (status != MINTU_STATUS_INPUT || k->stop) {
        note(k, status);
        return;
    }
    snprintf(text, sizeof text, "%s", k->error->text);
    if (k->layer->count && !mintu_layer_is_null(k->layer, k->layer->count - 1, NAME))
        snprintf(name, sizeof name, " (%.70s)", mintu_layer_text(k->layer, k->layer->count - 1, NAME));
    note(k, mintu_fail_at(k->error, status, (mintu_where){.source = k->path}, "%s: placemark %zu%s: %s", mintu_message(doing),
                          k->placemarks, name, text));
}

static void begin_folder(mintu_kml *k, bool document)
{
    if (!MINTU_ARRAY_RESERVE(k->folders, k->folder_room, k->folder_count + 1)) {
        note(k, mintu_fail_memory(k->error, doing));
        return;
    }
    bool wanted = k->folder_count && k->folders[k->folder_count - 1].wanted;
    k->folders[k->folder_count++] = (mintu_kml_folder){NULL, k->depth, wanted, document};
}

static void name_folder(mintu_kml *k, const char *name)
{
    enum { LISTED = 400 };
    mintu_kml_folder *folder = &k->folders[k->folder_count - 1];
    free(folder->name);
    folder->name = mintu_text_copy(name);
    if (!folder->name)
        note(k, mintu_fail_memory(k->error, doing));
    folder->wanted = folder->wanted || (k->wanted && strcmp(name, k->wanted) == 0);
    k->found = k->found || folder->wanted;
    char *own = !k->wanted && !k->names.size && *name ? mintu_text_copy(name) : NULL;
    if (own) { /* the layer is called like the first of them */
        free(k->layer->name);
        k->layer->name = own;
    }
    if (k->names.size < LISTED)
        mintu_buffer_format(&k->names, "%s%s", k->names.size ? ", " : "", name);
}

/* The names of the folders around, the outermost first; a document's only where it is in another. */
static mintu_status set_folder(mintu_kml *k)
{
    mintu_buffer path = {0};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < k->folder_count; i++)
        if (k->folders[i].name && k->folders[i].name[0] && !(i == 0 && k->folders[i].document))
            mintu_buffer_format(&path, "%s%s", path.size ? "/" : "", k->folders[i].name);
    if (path.failed)
        status = mintu_fail_memory(k->error, doing);
    else if (path.size)
        status = mintu_layer_text_set(k->layer, k->layer->count - 1, FOLDER, path.data, k->error);
    mintu_buffer_free(&path);
    return status;
}

static void begin_placemark(mintu_kml *k)
{
    k->place = k->depth;
    k->placemarks++;
    k->reading = !k->wanted || (k->folder_count && k->folders[k->folder_count - 1].wanted);
    if (!k->reading)
        return;
    mintu_kml_shapes_clear(&k->shapes);
    mintu_status status = mintu_layer_append(k->layer, k->error);
    note(k, status == MINTU_STATUS_OK ? set_folder(k) : status);
}

static bool is_one_of(const char *local, const char *const *words)
{
    while (*words && strcmp(*words, local) != 0)
        words++;
    return *words != NULL;
}

static void start_datum(mintu_kml *k, const char *local, const char *const *attributes)
{
    const char *name = mintu_xml_attribute(attributes, "name");
    bool own = strcmp(local, "Data") == 0 || strcmp(local, "SimpleData") == 0;
    if (!own && k->depth > k->data + 1)
        return;
    mintu_buffer_clear(&k->key);
    if (strcmp(local, "SchemaData") != 0) /* else an element of another maker, called as what it says */
        mintu_buffer_text(&k->key, own ? (name ? name : "") : local);
}

static void start_in_placemark(mintu_kml *k, const char *local, const char *const *attributes)
{
    if (k->data)
        start_datum(k, local, attributes);
    else if (strcmp(local, "ExtendedData") == 0)
        k->data = k->depth;
    else if (k->reading)
        note_in_place(k, mintu_kml_shape_start(&k->shapes, local, k->error));
}

void mintu_kml_start(void *user, const char *name, const char *const *attributes)
{
    static const char *const unread[] = {"NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay", "Model", NULL};
    mintu_kml *k = user;
    const char *local = mintu_xml_local(name);
    k->depth++;
    mintu_buffer_clear(&k->text);
    k->unread += is_one_of(local, unread);
    if (k->place)
        start_in_placemark(k, local, attributes);
    else if (strcmp(local, "Folder") == 0 || strcmp(local, "Document") == 0)
        begin_folder(k, local[0] == 'D');
    else if (strcmp(local, "Placemark") == 0)
        begin_placemark(k);
}

/* The field of a datum; one of the file's own names is told apart by a number. */
static mintu_status find_key(mintu_kml *k, const char *key, size_t *field)
{
    char name[256];
    if (mintu_textmap_get(&k->index, key, field))
        return MINTU_STATUS_OK;
    if (k->layer->field_count >= k->context->limits.fields)
        return mintu_fail_limit(k->error, k->path, k->context->limits.fields, "fields", "remove those that are not needed");
    snprintf(name, sizeof name, "%.200s", key);
    for (int again = 2; mintu_layer_field_find(k->layer, name) >= 0; again++)
        snprintf(name, sizeof name, "%.200s_%d", key, again);
    if (strcmp(name, key) != 0 && strlen(key) <= 200)
        mintu_context_notice(k->context, "%s: the data %s is called as a column of every KML, and becomes %s", k->path, key,
                             name);
    *field = k->layer->field_count;
    mintu_status status = mintu_layer_field_add(k->layer, name, MINTU_FIELD_TYPE_TEXT, k->error);
    if (status != MINTU_STATUS_OK)
        return status;
    char *copy = MINTU_ARRAY_RESERVE(k->keys, k->key_room, k->key_count + 1) ? mintu_text_copy(key) : NULL;
    if (!copy)
        return mintu_fail_memory(k->error, doing);
    k->keys[k->key_count++] = copy;
    return mintu_textmap_set(&k->index, copy, *field) ? status : mintu_fail_memory(k->error, doing);
}

static mintu_status set_text(mintu_kml *k, size_t field)
{
    return k->text.size ? mintu_layer_text_set(k->layer, k->layer->count - 1, field, k->text.data, k->error) : MINTU_STATUS_OK;
}

static mintu_status end_datum(mintu_kml *k, const char *local)
{
    bool plain = strcmp(local, "value") == 0 || strcmp(local, "SimpleData") == 0;
    bool foreign = !plain && k->depth == k->data + 1 && strcmp(local, "Data") != 0 && strcmp(local, "SchemaData") != 0;
    size_t field;
    if (!(plain || foreign) || !k->key.size || !k->reading)
        return MINTU_STATUS_OK;
    mintu_status status = find_key(k, k->key.data, &field);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!mintu_layer_is_null(k->layer, k->layer->count - 1, field) && k->twice++ == 0) {
        k->twice_row = k->layer->count;
        k->twice_field = field;
    }
    return set_text(k, field);
}

static mintu_status end_placemark(mintu_kml *k)
{
    mintu_status status = MINTU_STATUS_OK;
    bool first = true;
    k->place = 0;
    for (size_t i = 0; i < MINTU_KML_KINDS && k->reading && status == MINTU_STATUS_OK; i++) {
        const mintu_shape *shape = &k->shapes.of[i];
        if (shape->part_count == 0)
            continue;
        status = first ? mintu_layer_shape_set(k->layer, k->layer->count - 1, shape, k->error)
                       : mintu_layer_further_append(k->layer, shape, k->error);
        first = false;
    }
    return status == MINTU_STATUS_OK && k->reading ? mintu_row_count(&k->sum, k->layer, k->error) : status;
}

static void end_in_placemark(mintu_kml *k, const char *local)
{
    if (k->depth == k->place) {
        note(k, end_placemark(k));
    } else if (k->depth == k->data) {
        k->data = 0;
    } else if (k->data) {
        note_in_place(k, end_datum(k, local));
    } else if (k->reading && k->depth == k->place + 1 && (strcmp(local, "name") == 0 || strcmp(local, "description") == 0)) {
        note(k, set_text(k, local[0] == 'n' ? NAME : DESCRIPTION));
    } else if (k->reading && (strcmp(local, "coordinates") == 0 || strcmp(local, "coord") == 0)) {
        note_in_place(k, mintu_kml_shape_text(&k->shapes, local, k->text.size ? k->text.data : "", k->error));
    } else if (k->reading) {
        mintu_kml_shape_end(&k->shapes, local);
    }
}

void mintu_kml_end(void *user, const char *name)
{
    mintu_kml *k = user;
    const char *local = mintu_xml_local(name);
    mintu_kml_folder *folder = k->folder_count ? &k->folders[k->folder_count - 1] : NULL;
    if (k->text.failed || k->key.failed)
        note(k, mintu_fail_memory(k->error, doing));
    else if (k->stop)
        return;
    else if (k->place)
        end_in_placemark(k, local);
    else if (folder && folder->depth == k->depth)
        free(k->folders[--k->folder_count].name);
    else if (folder && folder->depth + 1 == k->depth && strcmp(local, "name") == 0)
        name_folder(k, k->text.size ? k->text.data : "");
    mintu_buffer_clear(&k->text);
    k->depth--;
}

void mintu_kml_text(void *user, const char *text, size_t size)
{
    mintu_kml *k = user;
    if (k->place || k->folder_count)
        mintu_buffer_add(&k->text, text, size);
}

/* Which folders the rows are of, with how many: nobody is to take one for the whole. */
static void tell_folders(const mintu_kml *k)
{
    enum { LISTED = 12 };
    const char *names[LISTED] = {0};
    size_t counts[LISTED] = {0}, count = 0, more = 0;
    for (size_t row = 0; row < k->layer->count; row++) {
        const char *name = mintu_layer_text(k->layer, row, FOLDER);
        size_t i = 0;
        while (i < count && strcmp(names[i], name) != 0)
            i++;
        if (mintu_layer_is_further(k->layer, row))
            continue;
        more += i == LISTED;
        if (i == count && count < LISTED)
            names[count++] = name;
        if (i < LISTED)
            counts[i]++;
    }
    if (count < 2 || k->wanted)
        return;
    mintu_buffer list = {0};
    for (size_t i = 0; i < count; i++)
        mintu_buffer_format(&list, "%s%s (%zu)", i ? ", " : "", names[i][0] ? names[i] : "none", counts[i]);
    if (more)
        mintu_buffer_format(&list, ", others (%zu)", more);
    if (!list.failed)
        mintu_context_notice(k->context, "%s: the placemarks of all folders are read: %s; %s|layername=NAME reads one", k->path,
                             list.data, k->path);
    mintu_buffer_free(&list);
}

static void tell(const mintu_kml *k)
{
    tell_folders(k);
    if (k->unread)
        mintu_context_notice(
            k->context, "%s: %zu network links, overlays or models are not read; get the file that a link names, and name it",
            k->path, k->unread);
    if (k->twice)
        mintu_context_notice(k->context,
                             "%s: %zu times a placemark has a datum twice, first %s in row %zu; the last of them counts",
                             k->path, k->twice, k->layer->fields[k->twice_field].name, k->twice_row);
    if (k->shapes.tracks)
        mintu_context_notice(k->context, "%s: %zu tracks are read as lines, without their times", k->path, k->shapes.tracks);
    if (k->shapes.bad)
        mintu_context_notice(k->context,
                             "%s: %zu lines or rings have too few corners, or no ring around them, and are left out", k->path,
                             k->shapes.bad);
}

mintu_status mintu_kml_finish(mintu_kml *k, mintu_error *error, mintu_layer **out)
{
    if (k->wanted && !k->found)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = k->path},
                             "%s: there is no layer \"%s\"; the file has: %s", mintu_message(doing), k->wanted,
                             k->names.size && !k->names.failed ? k->names.data : "none");
    const mintu_table_lines where = {k->path, NULL, 0};
    for (size_t i = OWN; i < k->layer->field_count; i++) {
        mintu_table_missing(k->context, k->layer, i, &where);
        mintu_table_type(k->context, k->layer, i, &where);
    }
    k->layer->typed = true;
    tell(k);
    *out = k->layer;
    k->layer = NULL;
    return MINTU_STATUS_OK;
}

void mintu_kml_free(mintu_kml *k)
{
    for (size_t i = 0; i < k->folder_count; i++)
        free(k->folders[i].name);
    for (size_t i = 0; i < k->key_count; i++)
        free(k->keys[i]);
    free(k->folders);
    free(k->keys);
    mintu_textmap_free(&k->index);
    mintu_buffer_free(&k->names);
    mintu_buffer_free(&k->text);
    mintu_buffer_free(&k->key);
    mintu_kml_shapes_free(&k->shapes);
    mintu_layer_free(k->layer);
}
