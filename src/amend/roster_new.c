#include "amend/roster_new.h"

#include "amend/table_edit.h"
#include "base/message.h"
#include "gazetteer/place_classes.h"

#include <stdio.h>
#include <string.h>

static const char DOING[] = N_("making a roster");

static mintu_status refuse(mintu_error *error, const char *id, const char *why)
{
    return mintu_fail(error, MINTU_STATUS_USAGE, "%s: \"%.60s\" %s", mintu_message(DOING), id, mintu_message(why));
}

static mintu_status check_id(const mintu_gazetteer *gazetteer, const char *id, mintu_error *error)
{
    size_t size = strlen(id);
    if (size == 0 || size > 24 || strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != size || id[0] < 'a' ||
        id[size - 1] == '-' || strcmp(id, "any") == 0 || strcmp(id, "none") == 0)
        return refuse(
            error, id,
            N_("cannot be the id of a roster; expected up to 24 small letters, digits and - such as key-town, and neither "
               "any nor none"));
    if (!gazetteer->tables[MINTU_TABLE_ROSTERS] || !gazetteer->tables[MINTU_TABLE_CLASSES])
        return refuse(
            error, id,
            N_("has no table to stand in: the package lists no rosters.csv and place_classes.csv; expected both; name a "
               "package that has them"));
    if (gazetteer->roster_count == MINTU_ROSTERS_MOST)
        return refuse(error, id, N_("would be one too many: the package has 32 rosters, and can have no more"));
    return MINTU_STATUS_OK;
}

/* The class key-towns of the roster key-town: one that is there and of which no table lists the members gets them. */
static bool is_taken(const mintu_gazetteer *gazetteer, const mintu_roster_names *names)
{
    const mintu_place_class *class = mintu_place_class_find(gazetteer, names->layer);
    bool taken =
        (class && class->members != MINTU_CLASS_UNKNOWN) || mintu_package_resource(&gazetteer->package, names->table, NULL);
    for (size_t i = 0; i < mintu_gazetteer_layer_count(gazetteer); i++)
        taken = taken || strcmp(mintu_gazetteer_layer_name(gazetteer, i), names->layer) == 0;
    return taken;
}

static void write_names(const char *id, mintu_roster_names *out)
{
    bool plural = id[strlen(id) - 1] == 's';
    snprintf(out->layer, sizeof out->layer, "%s%s", id, plural ? "" : "s");
    snprintf(out->table, sizeof out->table, "%s", out->layer);
    snprintf(out->count_field, sizeof out->count_field, "n_%s", id);
    for (char *at = out->table; (at = strchr(at, '-'));)
        *at = '_';
    for (char *at = out->count_field; (at = strchr(at, '-'));)
        *at = '_';
}

mintu_status mintu_roster_new_names(const mintu_gazetteer *gazetteer, const mintu_amend_roster_options *options,
                                    mintu_error *error, mintu_roster_names *out)
{
    mintu_status status = check_id(gazetteer, options->roster, error);
    if (status != MINTU_STATUS_OK)
        return status;
    write_names(options->roster, out);
    if (!options->title || !options->title[0] || !options->title_en || !options->title_en[0])
        return refuse(error, options->roster,
                      N_("is no roster of the package; expected the id of one, or a new roster's titles; say what its "
                         "places are called in both languages"));
    if (is_taken(gazetteer, out))
        return refuse(error, options->roster,
                      N_("would have a class, table or layer of a name that is taken; name the roster otherwise"));
    return MINTU_STATUS_OK;
}

static mintu_status add_class(mintu_change *change, const mintu_gazetteer *gazetteer, const mintu_amend_roster_options *options,
                              const mintu_roster_names *names, mintu_error *error)
{
    static const char *const columns[] = {"class", "title", "title_en", "members", NULL};
    const char *const values[] = {names->layer, options->title, options->title_en, "roster"};
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_CLASSES];
    const mintu_place_class *class = mintu_place_class_find(gazetteer, names->layer);
    size_t known = class ? (size_t)(class - gazetteer->classes) : SIZE_MAX, count = mintu_table_count(table);
    int members = mintu_table_column_find(table, "members");
    mintu_buffer text = {0};
    mintu_edit_head(table, &text);
    for (size_t row = 0; row < count; row++) {
        const char *cells[32] = {NULL};
        if (row == known && members >= 0 && members < 32)
            cells[members] = "roster";
        mintu_edit_row(table, row, row == known && mintu_table_column_count(table) <= 32 ? cells : NULL, &text);
    }
    if (!class)
        mintu_edit_new(table, columns, values, &text);
    mintu_status status =
        mintu_change_table(change, mintu_change_resource(change, "place_classes"), &text, count + !class, false, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status add_roster(mintu_change *change, const mintu_gazetteer *gazetteer,
                               const mintu_amend_roster_options *options, const mintu_roster_names *names, mintu_error *error)
{
    static const char *const columns[] = {"id",          "class",    "table",     "title",  "title_en", "one_en",
                                          "count_field", "note_key", "certainty", "source", NULL};
    const mintu_table *table = gazetteer->tables[MINTU_TABLE_ROSTERS];
    char one[256];
    size_t size = strlen(options->title_en);
    snprintf(one, sizeof one, "%.*s", (int)(size - (options->title_en[size - 1] == 's')), options->title_en);
    const char *const values[] = {options->roster,    names->layer, names->table, options->title, options->title_en, one,
                                  names->count_field, names->layer, "attested",   names->source};
    mintu_buffer text = {0};
    mintu_edit_head(table, &text);
    for (size_t row = 0; row < mintu_table_count(table); row++)
        mintu_edit_row(table, row, NULL, &text);
    mintu_edit_new(table, columns, values, &text);
    mintu_status status =
        mintu_change_table(change, mintu_change_resource(change, "rosters"), &text, mintu_table_count(table) + 1, false, error);
    mintu_buffer_free(&text);
    return status;
}

/* What describes the table, but for its name and titles. */
static const char SCHEMA[] =
    "{\"fields\": ["
    "{\"name\": \"no\", \"type\": \"integer\", \"description\": \"Number in this table\","
    " \"constraints\": {\"required\": true, \"unique\": true, \"minimum\": 1}},"
    "{\"name\": \"code\", \"type\": \"string\", \"description\": \"Code in places\","
    " \"constraints\": {\"required\": true, \"unique\": true, \"pattern\": \"^[0-9]{6}([0-9]{3})?$\"}},"
    "{\"name\": \"name\", \"type\": \"string\", \"description\": \"Official name on the package's date\","
    " \"constraints\": {\"required\": true}},"
    "{\"name\": \"batch\", \"type\": \"string\", \"description\": \"Batch, as the list has it; empty: not known\"},"
    "{\"name\": \"certainty\", \"type\": \"string\","
    " \"description\": \"attested: the source lists the place; indirect, candidate: as the list says\","
    " \"constraints\": {\"required\": true, \"enum\": [\"attested\", \"indirect\", \"candidate\"]}},"
    "{\"name\": \"source\", \"type\": \"string\", \"description\": \"Where the place is listed\"},"
    "{\"name\": \"note\", \"type\": \"string\", \"description\": \"Remark\"}],"
    "\"missingValues\": [\"\"], \"primaryKey\": \"no\", \"foreignKeys\": ["
    "{\"fields\": \"code\", \"reference\": {\"resource\": \"places\", \"fields\": \"code\"}}]}";

static json_t *resource(const mintu_amend_roster_options *options, const mintu_roster_names *names)
{
    char path[64], title[512];
    snprintf(path, sizeof path, "%s.csv", names->table);
    snprintf(title, sizeof title, "%.200s / %.200s", options->title, options->title_en);
    return json_pack("{ssssssssssssssso}", "name", names->table, "path", path, "format", "csv", "mediatype", "text/csv",
                     "encoding", "utf-8", "profile", "tabular-data-resource", "title", title, "schema",
                     json_loads(SCHEMA, 0, NULL));
}

mintu_status mintu_roster_new_add(mintu_change *change, const mintu_gazetteer *gazetteer,
                                  const mintu_amend_roster_options *options, const mintu_roster_names *names,
                                  mintu_error *error, json_t **out)
{
    mintu_status status = add_class(change, gazetteer, options, names, error);
    if (status == MINTU_STATUS_OK)
        status = add_roster(change, gazetteer, options, names, error);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = resource(options, names);
    if (!*out || json_array_append_new(json_object_get(change->root, "resources"), *out))
        return mintu_fail_memory(error, DOING);
    if (json_object_set_new(*out, "licenses", json_pack("[{ssss}]", "name", "other-closed", "title", "as its source says")))
        return mintu_fail_memory(error, DOING);
    return MINTU_STATUS_OK;
}
