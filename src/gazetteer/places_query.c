#include "gazetteer/places_query.h"

#include "base/argument.h"
#include "gazetteer/change_window.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "gazetteer/rosters.h"
#include "layer/layer_end.h"
#include <mintu/date.h>
#include <mintu/number.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const mintu_field fields[] = {
    {"code", MINTU_FIELD_TYPE_TEXT},
    {"name", MINTU_FIELD_TYPE_TEXT},
    {"level", MINTU_FIELD_TYPE_TEXT},
    {"kind", MINTU_FIELD_TYPE_TEXT},
    {"county", MINTU_FIELD_TYPE_TEXT},
    {"prefecture", MINTU_FIELD_TYPE_TEXT},
    {"lon", MINTU_FIELD_TYPE_REAL},
    {"lat", MINTU_FIELD_TYPE_REAL},
    {"precision", MINTU_FIELD_TYPE_TEXT},
    {"certainty", MINTU_FIELD_TYPE_TEXT},
    {"source", MINTU_FIELD_TYPE_TEXT},
    {"type", MINTU_FIELD_TYPE_TEXT},
    {"name_en", MINTU_FIELD_TYPE_TEXT},
    {"code_then", MINTU_FIELD_TYPE_TEXT},
    {"name_now", MINTU_FIELD_TYPE_TEXT},
    {"county_code", MINTU_FIELD_TYPE_TEXT},
    {"prefecture_code", MINTU_FIELD_TYPE_TEXT},
    {"both", MINTU_FIELD_TYPE_INTEGER},
    {"point_certainty", MINTU_FIELD_TYPE_TEXT},
    {"point_source", MINTU_FIELD_TYPE_TEXT},
    {"roster_no", MINTU_FIELD_TYPE_INTEGER},
    {"notice_name", MINTU_FIELD_TYPE_TEXT},
    {"batch", MINTU_FIELD_TYPE_TEXT},
    {"roster_note", MINTU_FIELD_TYPE_TEXT},
    {"remark", MINTU_FIELD_TYPE_TEXT},
    {"elevation", MINTU_FIELD_TYPE_INTEGER},
    {"item", MINTU_FIELD_TYPE_TEXT},
    {"role", MINTU_FIELD_TYPE_TEXT},
};
/* `item` and `role` belong to named places only. */
enum { FIELDS_NAMED = sizeof fields / sizeof fields[0], FIELDS_PLACE = FIELDS_NAMED - 2 };

static const mintu_entry no_entry = {.number = "", .notice_name = "", .batch = "", .note = "", .item = "", .role = ""};

static const char *name_then(const mintu_gazetteer *gazetteer, const mintu_place *place, int date)
{
    return place ? mintu_gazetteer_then(gazetteer, place, date).name : "";
}

static double entry_number(const mintu_entry *entry)
{
    const char *end;
    double value = mintu_number_read(entry->number, &end);
    return end == entry->number || *end ? NAN : value;
}

/* A list in the making: the places of a day. */
typedef struct listing {
    const mintu_gazetteer *gazetteer;
    int date;
    mintu_layer *layer;
} listing;

/* One row: a place, or with @p entry a line of a roster, which then gives certainty and source. */
static mintu_status add_row(const listing *list, const mintu_place *place, const mintu_entry *entry, mintu_error *error)
{
    const mintu_gazetteer *gazetteer = list->gazetteer;
    int date = list->date;
    const mintu_place *county = mintu_gazetteer_within(gazetteer, place, MINTU_LEVEL_COUNTY, date);
    const mintu_place *prefecture = mintu_gazetteer_within(gazetteer, place, MINTU_LEVEL_PREFECTURE, date);
    mintu_place_then then = mintu_gazetteer_then(gazetteer, place, date);
    const mintu_entry *shown = entry ? entry : &no_entry;
    mintu_row row = mintu_row_append(list->layer, error);
    mintu_row_text(&row, place->code);
    mintu_row_text(&row, then.name);
    mintu_row_text(&row, mintu_level_text(place->level));
    mintu_rosters_column(gazetteer, entry && entry->roster ? entry->roster : place->rosters, &row);
    mintu_row_text(&row, name_then(gazetteer, county, date));
    mintu_row_text(&row, name_then(gazetteer, prefecture, date));
    mintu_row_number(&row, place->lon);
    mintu_row_number(&row, place->lat);
    mintu_row_text(&row, place->precision);
    mintu_row_text(&row, entry && entry->roster ? entry->certainty : place->certainty);
    mintu_row_text(&row, entry ? entry->source : place->source);
    mintu_row_text(&row, mintu_gazetteer_type(place, then.name));
    mintu_row_text(&row, place->name_en);
    mintu_row_text(&row, then.code);
    mintu_row_text(&row, place->name);
    mintu_row_text(&row, county ? county->code : "");
    mintu_row_text(&row, prefecture ? prefecture->code : "");
    mintu_row_number(&row, mintu_rosters_several(place->rosters));
    mintu_row_text(&row, place->certainty);
    mintu_row_text(&row, place->source);
    mintu_row_number(&row, entry_number(shown));
    mintu_row_text(&row, shown->notice_name);
    mintu_row_text(&row, shown->batch);
    mintu_row_text(&row, shown->note);
    mintu_gazetteer_remark_column(gazetteer, place, date, &row);
    mintu_row_number(&row, place->elevation);
    if (mintu_layer_field_count(list->layer) == FIELDS_NAMED) {
        mintu_row_text(&row, shown->item);
        mintu_row_text(&row, shown->role);
    }
    mintu_row_point(&row, place->lon, place->lat);
    return row.status;
}

/* Notes of a layer in the making. Keeps its first failure, after which nothing is noted. */
typedef struct noting {
    const mintu_gazetteer *gazetteer;
    mintu_layer *layer;
    mintu_status status;
    mintu_error *error;
} noting;

/* Notes nothing for NULL. */
static void note(noting *n, const char *key, const char *value)
{
    if (value && n->status == MINTU_STATUS_OK)
        n->status = mintu_layer_note_set(n->layer, key, value, n->error);
}

static void note_count(noting *n, const char *key, size_t value)
{
    if (n->status == MINTU_STATUS_OK)
        n->status = mintu_layer_note_count(n->layer, key, value, n->error);
}

/* The titles of a member of the resource, or of the package. */
static void note_credit(noting *n, const json_t *resource, const char *key, const char *member)
{
    mintu_buffer text = {0};
    mintu_package_credit(&n->gazetteer->package, resource, member, &text);
    if (text.failed && n->status == MINTU_STATUS_OK)
        n->status = mintu_fail_memory(n->error, "describing a layer");
    note(n, key, text.size ? text.data : NULL);
    mintu_buffer_free(&text);
}

/* The Chinese half of a resource's title, which stands before the slash, for maps in that language. */
static void note_title(noting *n, const json_t *resource)
{
    const char *title = mintu_package_text(resource, "title", "zh");
    const char *slash = title ? strstr(title, " / ") : NULL;
    char text[128];
    if (!slash || (size_t)(slash - title) >= sizeof text)
        return;
    snprintf(text, sizeof text, "%.*s", (int)(slash - title), title);
    note(n, "title-zh", text);
}

/* What is said of each roster that lists fewer places than it states, with the separator before it; "" when none does. */
static void add_incomplete(const mintu_gazetteer *gazetteer, const char *lang, mintu_buffer *out)
{
    for (size_t i = 0; i < gazetteer->roster_count; i++) {
        const mintu_roster *roster = &gazetteer->rosters[i];
        const json_t *table = mintu_package_resource(&gazetteer->package, roster->table, NULL);
        const char *text = mintu_package_text(table, "mintu:incomplete", lang);
        if (text && roster->listed < roster->stated)
            mintu_buffer_format(out, "%s%s", strcmp(lang, "zh") == 0 ? "；" : "; ", text);
    }
}

/* Notes @p key with the text @p value and, behind it where @p incomplete says so, which lists are not whole. */
static void note_words(noting *n, const char *key, const char *value, const char *lang, bool incomplete)
{
    mintu_buffer text = {0};
    mintu_buffer_text(&text, value ? value : "");
    if (incomplete)
        add_incomplete(n->gazetteer, lang, &text);
    if (text.failed && n->status == MINTU_STATUS_OK)
        n->status = mintu_fail_memory(n->error, "describing a layer");
    note(n, key, value && !text.failed ? text.data : NULL);
    mintu_buffer_free(&text);
}

/* What the package says of its notice: KEY in Chinese and KEY-en, for the texts of maps. {notice} ends with what is incomplete, which
 * {incomplete} is by itself for texts with words of their own. */
static void note_notice(noting *n)
{
    json_t *about = json_object_get(n->gazetteer->package.root, "mintu:notice"), *text;
    const char *key;
    json_object_foreach(about, key, text)
    {
        char name[32];
        bool notice = strcmp(key, "notice") == 0;
        snprintf(name, sizeof name, "%.28s-en", key);
        note_words(n, key, mintu_package_text(about, key, "zh"), "zh", notice);
        note_words(n, name, mintu_package_text(about, key, "en"), "en", notice);
    }
    note_words(n, "incomplete", "", "zh", true);
    note_words(n, "incomplete-en", "", "en", true);
}

/* Which package the rows come from. */
static void note_package(noting *n)
{
    const json_t *root = n->gazetteer->package.root;
    const char *name = json_string_value(json_object_get(root, "name")),
               *version = json_string_value(json_object_get(root, "version"));
    char text[128];
    if (!name)
        return;
    snprintf(text, sizeof text, "%.80s%s%.40s", name, version ? " " : "", version ? version : "");
    note(n, "package", text);
}

/* How many places are listed of those that the rosters state, for the texts of maps: {towns-listed}. */
static void note_rosters(noting *n)
{
    for (size_t i = 0; i < n->gazetteer->roster_count; i++) {
        const mintu_roster *roster = &n->gazetteer->rosters[i];
        char key[48];
        if (!roster->note_key[0])
            continue;
        snprintf(key, sizeof key, "%.38s-stated", roster->note_key);
        note_count(n, key, roster->stated);
        snprintf(key, sizeof key, "%.38s-listed", roster->note_key);
        note_count(n, key, roster->listed);
    }
}

mintu_status mintu_gazetteer_note(const mintu_gazetteer *gazetteer, mintu_layer *layer, const mintu_notes *notes,
                                  mintu_error *error)
{
    char date[11];
    noting n = {.gazetteer = gazetteer, .layer = layer, .error = error};
    const json_t *resource = notes->stem ? mintu_package_resource(&gazetteer->package, notes->stem, NULL) : NULL;
    mintu_date_format(mintu_gazetteer_date(gazetteer, notes->as_of), date);
    note(&n, "title", notes->title);
    note(&n, "as-of", date);
    note_credit(&n, resource, "source", "sources");
    note_credit(&n, resource, "licence", "licenses");
    note_package(&n);
    note_notice(&n);
    note_rosters(&n);
    size_t stated = mintu_gazetteer_stated(gazetteer, notes->rosters);
    if (stated) {
        note_title(&n, resource);
        note_count(&n, "stated", stated);
        note_count(&n, "listed", mintu_gazetteer_listed(gazetteer, notes->rosters));
    }
    return n.status;
}

static bool wanted(const mintu_gazetteer *gazetteer, const mintu_place *place, const mintu_places_query *query,
                   const mintu_place *in)
{
    if (query->level != MINTU_LEVEL_ANY && place->level != query->level)
        return false;
    return !in || mintu_gazetteer_is_within(gazetteer, place, in, query->as_of);
}

/* The bits of the rosters that are asked for; any leaves out those that are apart. */
static unsigned asked(const mintu_gazetteer *gazetteer, const mintu_places_query *query)
{
    return query->rosters == MINTU_ROSTERS_ANY ? mintu_rosters_together(gazetteer) : query->rosters;
}

static mintu_status add_rows(const listing *list, const mintu_places_query *query, const mintu_place *in, mintu_error *error)
{
    const mintu_gazetteer *gazetteer = list->gazetteer;
    mintu_status status = MINTU_STATUS_OK;
    size_t count = query->rosters ? gazetteer->entry_count : gazetteer->count;
    unsigned rosters = asked(gazetteer, query);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        const mintu_entry *entry = query->rosters ? &gazetteer->entries[i] : NULL;
        const mintu_place *place = &gazetteer->places[entry ? entry->place : i];
        bool listed = entry ? (entry->roster & rosters) != 0
                            : mintu_period_holds(place->from, place->to, mintu_gazetteer_date(gazetteer, query->as_of));
        if (listed && wanted(gazetteer, place, query, in))
            status = add_row(list, place, entry, error);
    }
    return status;
}

static mintu_notes notes_of(const mintu_gazetteer *gazetteer, const mintu_places_query *query)
{
    mintu_notes notes = {.title = "places", .stem = "places", .as_of = query->as_of, .rosters = asked(gazetteer, query)};
    if (mintu_rosters_several(query->rosters)) {
        notes.title = mintu_rosters_together(gazetteer) == 3 ? "pilots of both rosters" : "places on rosters";
        notes.stem = NULL;
        return notes;
    }
    const mintu_roster *roster = mintu_rosters_one(gazetteer, query->rosters);
    if (roster) {
        notes.title = roster->title_en;
        notes.stem = roster->table;
    }
    return notes;
}

mintu_status mintu_gazetteer_list(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_places_query *query,
                                  const char *name, mintu_error *error, mintu_layer **out)
{
    *out = NULL;
    unsigned unknown = query->rosters == MINTU_ROSTERS_ANY ? 0 : query->rosters & ~mintu_rosters_all(gazetteer);
    if (unknown || (unsigned)query->level >= MINTU_LEVEL_END)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "listing places: the query has a bit of a roster that the package does not have, or its level is not "
                          "one of its enum; zero-initialise the query, then set what is asked for");
    const mintu_place *in = query->in ? mintu_gazetteer_find(gazetteer, query->in) : NULL;
    if (query->in && !in)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = "<argument>"},
                             "listing places: the package has no unit of the code \"%.80s\"; expected the code of a unit",
                             query->in);
    mintu_status status = mintu_rows_new(context, name, fields, FIELDS_PLACE, error, out);
    if (status == MINTU_STATUS_OK)
        status = add_rows(&(listing){gazetteer, query->as_of, *out}, query, in, error);
    if (status == MINTU_STATUS_OK) {
        mintu_notes notes = notes_of(gazetteer, query);
        status = mintu_gazetteer_note(gazetteer, *out, &notes, error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note_coverage(gazetteer, query->level, query->as_of, *out, error);
    return mintu_layer_end(status, out);
}

mintu_status mintu_gazetteer_places_layer(mintu_context *context, const mintu_gazetteer *gazetteer,
                                          const mintu_places_query *query, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer) || MINTU_RESERVED_ZERO(error, query) ||
        MINTU_DATE_GIVEN(error, query ? query->as_of : 0))
        return MINTU_STATUS_USAGE;
    return mintu_gazetteer_list(context, gazetteer, query ? query : &(mintu_places_query){0}, "places", error, out);
}

mintu_status mintu_gazetteer_named(mintu_context *context, const mintu_gazetteer *gazetteer, int date, mintu_error *error,
                                   mintu_layer **out)
{
    *out = NULL;
    mintu_status status = mintu_rows_new(context, "named-places", fields, FIELDS_NAMED, error, out);
    const listing list = {gazetteer, date, *out};
    for (size_t i = 0; i < gazetteer->entry_count && status == MINTU_STATUS_OK; i++) {
        const mintu_entry *entry = &gazetteer->entries[i];
        if (!entry->roster)
            status = add_row(&list, &gazetteer->places[entry->place], entry, error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note(gazetteer, *out,
                                      &(mintu_notes){"other places named by the notice", "named_places", date, 0}, error);
    return mintu_layer_end(status, out);
}
