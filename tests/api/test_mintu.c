/* What holds for every struct of options: NULL, where it is allowed, and zeros give one result; a reserved member that is set, and a
 * date that is none, are refused before anything is done. */
#define _POSIX_C_SOURCE 200809L
#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum mode { NOTHING, ZEROS, RESERVED, DATED } mode;

static mode asking;
static int date;
static mintu_context *context;
static mintu_gazetteer *gazetteer;
static mintu_error error;
static char folder[] = "/tmp/mintu-options-XXXXXX";

/* `given`: the options as the mode has them; and of structs with a day. */
#define OPTIONS(type)                                                                                                          \
    type asked = {0};                                                                                                          \
    asked.reserved[sizeof asked.reserved / sizeof *asked.reserved - 1] = asking == RESERVED;                                   \
    const type *given = asking == NOTHING ? NULL : &asked
#define DATED_OPTIONS(type)                                                                                                    \
    OPTIONS(type);                                                                                                             \
    asked.as_of = asking == DATED ? date : 0

static const char *in_folder(const char *name)
{
    static char path[80];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

/* The layer as bytes; it is freed. */
static mintu_status take(mintu_status status, mintu_layer **layer, mintu_bytes *out)
{
    if (status <= MINTU_STATUS_FINDINGS)
        status = mintu_layer_write_bytes(context, *layer, NULL, &error, out);
    else
        assert_null(*layer);
    mintu_layer_free(*layer);
    return status;
}

static mintu_status places(mintu_bytes *out)
{
    mintu_layer *layer;
    DATED_OPTIONS(mintu_places_query);
    mintu_status status = mintu_gazetteer_places_layer(context, gazetteer, given, &error, &layer);
    assert_true(status != MINTU_STATUS_OK || mintu_layer_count(layer) > 1000);
    return take(status, &layer, out);
}

static mintu_status catalogue(mintu_bytes *out)
{
    mintu_layer *layer;
    DATED_OPTIONS(mintu_catalogue_options);
    return take(mintu_catalogue_layer(context, gazetteer, "join-places", given, &error, &layer), &layer, out);
}

static mintu_status greenways(mintu_bytes *out)
{
    mintu_greenway_input *input;
    mintu_layer *layer = NULL;
    DATED_OPTIONS(mintu_greenway_query);
    mintu_status status = mintu_greenway_input_new(context, gazetteer, given, &error, &input);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_network(context, mintu_greenway_input_options(input), MINTU_NETWORK_STRAIGHT, &error, &layer);
    mintu_greenway_input_free(input);
    return take(status, &layer, out);
}

static mintu_status join(mintu_bytes *out)
{
    mintu_layer *layer, *findings;
    DATED_OPTIONS(mintu_join_query);
    mintu_status status = mintu_join_make(context, gazetteer, given, &error, &findings, &layer);
    mintu_layer_free(findings);
    return take(status, &layer, out);
}

static mintu_status tasks(mintu_bytes *out)
{
    mintu_layer *layer;
    DATED_OPTIONS(mintu_tasks_query);
    return take(mintu_tasks_list(context, gazetteer, given, &error, &layer), &layer, out);
}

static mintu_status quota(mintu_bytes *out)
{
    mintu_quota *ledger;
    mintu_layer *layer = NULL;
    OPTIONS(mintu_quota_options);
    mintu_status status = mintu_quota_new(gazetteer, given, &error, &ledger);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_ledger(context, ledger, &error, &layer);
    mintu_quota_free(ledger);
    return take(status, &layer, out);
}

static mintu_status geocode(mintu_bytes *out)
{
    static const char *const names[] = {"福建省", "泉州", "安溪", "安溪龙门", "水投镇"};
    mintu_geocoder *geocoder;
    mintu_layer *layer = NULL;
    DATED_OPTIONS(mintu_geocode_options);
    mintu_status status = mintu_geocoder_new(gazetteer, given, &error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_layer(context, geocoder, names, 5, &error, &layer);
    mintu_geocoder_free(geocoder);
    return take(status, &layer, out);
}

static mintu_status batch(mintu_bytes *out)
{
    mintu_geocoder *geocoder;
    mintu_batch *rows;
    mintu_layer *layer = NULL;
    OPTIONS(mintu_batch_options);
    assert_int_equal(mintu_geocoder_new(gazetteer, NULL, &error, &geocoder), MINTU_STATUS_OK);
    mintu_status status = mintu_batch_load(context, geocoder, in_folder("rows.csv"), given, &error, &rows);
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_layer(context, rows, &error, &layer);
    mintu_batch_free(rows);
    mintu_geocoder_free(geocoder);
    return take(status, &layer, out);
}

static mintu_status keep(mintu_status status, const void *data, size_t size, mintu_bytes *out)
{
    *out = (mintu_bytes){malloc(size), size};
    memcpy(out->data, data, size);
    return status;
}

static mintu_status classify(mintu_bytes *out)
{
    static const double values[] = {1, 2, 4, 8, 16, 32, 64};
    mintu_classes classes;
    memset(&classes, 0, sizeof classes);
    OPTIONS(mintu_classify_options);
    mintu_status status = mintu_classify(values, 7, given, &error, &classes);
    return status == MINTU_STATUS_OK ? keep(status, &classes, sizeof classes, out) : status;
}

static mintu_status evaluate(mintu_bytes *out)
{
    char *text;
    OPTIONS(mintu_style_eval_options);
    mintu_status status = mintu_style_eval("[\"step\", [\"zoom\"], 1, 5, 2]", given, &error, &text);
    if (status == MINTU_STATUS_OK)
        keep(status, text, strlen(text), out);
    free(text);
    return status;
}

static mintu_status write_layer(mintu_bytes *out)
{
    mintu_layer *layer;
    OPTIONS(mintu_write_options);
    assert_int_equal(mintu_layer_parse(context, "{\"type\":\"Point\",\"coordinates\":[118,25]}", NULL, &error, &layer),
                     MINTU_STATUS_OK);
    mintu_status status = mintu_layer_write_bytes(context, layer, given, &error, out);
    if (status == MINTU_STATUS_OK)
        assert_int_equal(mintu_layer_write(context, layer, in_folder("a.geojson"), given, &error), MINTU_STATUS_OK);
    mintu_layer_free(layer);
    return status;
}

static mintu_status draw(mintu_bytes *out)
{
    static const char text[] =
        "{\"version\":8,\"sources\":{\"s\":{\"type\":\"geojson\",\"data\":{\"type\":\"Point\",\"coordinates\":[118,25]}}},"
        "\"layers\":[{\"id\":\"a\",\"type\":\"circle\",\"source\":\"s\"}]}";
    mintu_style *style;
    mintu_map *map;
    OPTIONS(mintu_map_options);
    assert_int_equal(mintu_style_parse(text, sizeof text - 1, NULL, &error, &style), MINTU_STATUS_OK);
    mintu_status status = mintu_map_new(context, style, given, &error, &map);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_source_load(map, "s", &error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render_bytes(map, MINTU_MAP_FORMAT_SVG, &error, out);
    mintu_map_free(map);
    mintu_style_free(style);
    return status > MINTU_STATUS_FINDINGS ? status : MINTU_STATUS_OK;
}

/* By default it writes to standard output, which is a file meanwhile. */
static mintu_status reverse(mintu_bytes *out)
{
    mintu_reverser *reverser;
    mintu_reverse_summary summary;
    char text[400];
    OPTIONS(mintu_reverse_options);
    assert_int_equal(mintu_reverser_new(context, gazetteer, 0, &error, &reverser), MINTU_STATUS_OK);
    fflush(stdout);
    FILE *caught = fopen(in_folder("out.csv"), "w+");
    int kept = dup(1);
    assert_true(caught && kept >= 0 && dup2(fileno(caught), 1) == 1);
    mintu_status status = mintu_reverser_stream(context, reverser, in_folder("rows.csv"), given, &error, &summary);
    dup2(kept, 1);
    close(kept);
    rewind(caught);
    size_t size = fread(text, 1, sizeof text, caught);
    fclose(caught);
    mintu_reverser_free(reverser);
    return status <= MINTU_STATUS_FINDINGS ? keep(MINTU_STATUS_OK, text, size, out) : status;
}

static const struct {
    const char *name;
    mintu_status (*make)(mintu_bytes *out);
    bool dated;
} structs[] = {
    {"places", places, true},      {"catalogue", catalogue, true}, {"greenways", greenways, true}, {"join", join, true},
    {"tasks", tasks, true},        {"geocode", geocode, true},     {"quota", quota, false},        {"batch", batch, false},
    {"classify", classify, false}, {"eval", evaluate, false},      {"write", write_layer, false},  {"map", draw, false},
    {"reverse", reverse, false},
};
enum { STRUCTS = sizeof structs / sizeof *structs };

static void zeros_are_the_defaults(void **state)
{
    (void)state;
    for (size_t i = 0; i < STRUCTS; i++) {
        mintu_bytes nothing = {0}, zeros = {0};
        asking = NOTHING;
        mintu_status first = structs[i].make(&nothing);
        asking = ZEROS;
        if (first > MINTU_STATUS_FINDINGS || structs[i].make(&zeros) != first)
            fail_msg("%s: %s", structs[i].name, error.text);
        if (nothing.size == 0 || nothing.size != zeros.size || memcmp(nothing.data, zeros.data, zeros.size) != 0)
            fail_msg("%s: NULL and zeros give different results", structs[i].name);
        mintu_bytes_free(&nothing);
        mintu_bytes_free(&zeros);
    }
}

static void refused(mintu_status status, const char *who, const char *word)
{
    bool fits = status == MINTU_STATUS_USAGE || (asking == ZEROS && status == MINTU_STATUS_INPUT);
    if (!fits || error.status != status || !strstr(error.text, word))
        fail_msg("%s, %d: status %d, %s", who, date, (int)status, error.text);
    error = (mintu_error){0};
}

static void reserved_members_are_zero(void **state)
{
    (void)state;
    mintu_bytes out = {0};
    asking = RESERVED;
    for (size_t i = 0; i < STRUCTS; i++)
        refused(structs[i].make(&out), structs[i].name, "reserved");
    assert_null(out.data);
}

static void members_that_must_be_set_are_told(void **state)
{
    (void)state;
    static const double km = 1;
    mintu_layer *layer, *lines;
    assert_int_equal(mintu_layer_new(context, "lines", &error, &lines), MINTU_STATUS_OK);
    for (asking = NOTHING; asking <= RESERVED; asking++) {
        const char *word = asking == RESERVED ? "reserved" : "";
        OPTIONS(mintu_greenway_options);
        const mintu_greenway_change change = {.reserved = {asking == RESERVED}};
        const mintu_summary_query query = {.reserved = {asking == RESERVED}};
        const mintu_boundaries_options boundaries = {.reserved = {asking == RESERVED}};
        const mintu_amend_roster_options roster = {.reserved = {asking == RESERVED}};
        const mintu_greenway_options whole = {.lines = lines, .places = lines};
        refused(mintu_greenway_connectors(context, given, &error, &layer), "connectors", word);
        refused(mintu_greenway_network(context, given, MINTU_NETWORK_STRAIGHT, &error, &layer), "network", word);
        refused(mintu_greenway_totals(context, given, &error, &layer), "totals", word);
        refused(mintu_greenway_service(context, given, &km, 1, &error, &layer), "service", word);
        if (asking != ZEROS) /* no lines: nothing doubtful */
            refused(mintu_greenway_examine(context, given, NULL, &error, &layer), "examine", word);
        refused(mintu_greenway_changes(context, given, &change, &error, &layer), "changes", word);
        refused(mintu_greenway_change_totals(context, given, &change, &error, &layer), "change totals", word);
        if (asking == RESERVED)
            refused(mintu_greenway_changes(context, &whole, &change, &error, &layer), "change", word);
        refused(mintu_summary_make(context, lines, asking == NOTHING ? NULL : &query, &error, &layer), "summary", word);
        refused(mintu_gazetteer_boundaries(context, gazetteer, asking == NOTHING ? NULL : &boundaries, &error, &layer),
                "boundaries", word);
        refused(mintu_amend_roster(context, gazetteer, "none.csv", asking == NOTHING ? NULL : &roster, &error, NULL), "roster",
                asking == RESERVED ? "" : word);
        mintu_layer_free(layer); /* findings */
    }
    mintu_layer_free(lines);
}

/* All functions and structs that take a day. */
static void refuse_date(void)
{
    static const char *const paths[] = {"rows.csv"};
    mintu_layer *layer;
    mintu_reverser *reverser;
    mintu_bytes out = {0};
    const mintu_boundaries_options boundaries = {.paths = paths, .path_count = 1, .as_of = date};
    const mintu_amend_roster_options roster = {.roster = "town", .date = date};
    const mintu_amend_points_options points = {.date = date};
    const mintu_greenway_options ways = {.as_of = date};
    const mintu_greenway_change change = {0};
    const mintu_place *place = mintu_gazetteer_place(gazetteer, 0);
    for (size_t i = 0; i < STRUCTS; i++)
        if (structs[i].dated)
            refused(structs[i].make(&out), structs[i].name, "YYYYMMDD");
    refused(mintu_gazetteer_layer(context, gazetteer, "counties", date, &error, &layer), "layer", "YYYYMMDD");
    refused(mintu_gazetteer_boundaries(context, gazetteer, &boundaries, &error, &layer), "boundaries", "YYYYMMDD");
    refused(mintu_amend_roster(context, gazetteer, "none.csv", &roster, &error, NULL), "roster", "YYYYMMDD");
    refused(mintu_amend_points(context, gazetteer, "none.csv", &points, &error, NULL), "points", "YYYYMMDD");
    refused(mintu_scope_members(context, gazetteer, "townships", date, &error, &layer), "members", "YYYYMMDD");
    refused(mintu_explain(context, gazetteer, "1", date, &error, &layer), "explain", "YYYYMMDD");
    refused(mintu_reverser_new(context, gazetteer, date, &error, &reverser), "reverser", "YYYYMMDD");
    refused(mintu_greenway_connectors(context, &ways, &error, &layer), "connectors", "YYYYMMDD");
    refused(mintu_greenway_network(context, &ways, MINTU_NETWORK_STRAIGHT, &error, &layer), "network", "YYYYMMDD");
    refused(mintu_greenway_totals(context, &ways, &error, &layer), "totals", "YYYYMMDD");
    refused(mintu_greenway_service(context, &ways, NULL, 0, &error, &layer), "service", "YYYYMMDD");
    refused(mintu_greenway_changes(context, &ways, &change, &error, &layer), "changes", "YYYYMMDD");
    refused(mintu_greenway_change_totals(context, &ways, &change, &error, &layer), "change totals", "YYYYMMDD");
    refused(mintu_greenway_examine(context, &ways, NULL, &error, &layer), "examine", "YYYYMMDD");
    assert_false(mintu_gazetteer_then(gazetteer, place, date).in_force);
    assert_string_equal(mintu_gazetteer_then(gazetteer, place, date).name, "");
    assert_null(mintu_gazetteer_within(gazetteer, place, MINTU_LEVEL_PROVINCE, date));
    assert_false(mintu_date_valid(date));
}

static void dates_are_days(void **state)
{
    (void)state;
    static const int wrong[] = {99999999, 20230231, 20141301, 20140001, 20140100, 2014, -20141101, 100000101, INT32_MIN, 1};
    asking = DATED;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        date = wrong[i];
        refuse_date();
    }
    for (size_t i = 0; i < STRUCTS; i++) {
        mintu_bytes out = {0};
        date = 20240229;
        if (structs[i].dated && structs[i].make(&out) != MINTU_STATUS_OK)
            fail_msg("%s: %s", structs[i].name, error.text);
        mintu_bytes_free(&out);
    }
}

static int open_package(void **state)
{
    (void)state;
    const char *data = getenv("MINTU_GEODATA");
    if (mintu_context_new(&error, &context) != MINTU_STATUS_OK || !mkdtemp(folder))
        return -1;
    FILE *rows = fopen(in_folder("rows.csv"), "w");
    if (!rows)
        return -1;
    fputs("name,lon,lat\n安溪,118.18,25.05\n", rows);
    fclose(rows);
    return data && mintu_gazetteer_open(context, data, &error, &gazetteer) == MINTU_STATUS_OK ? 0 : -1;
}

static int close_package(void **state)
{
    (void)state;
    static const char *const names[] = {"rows.csv", "out.csv", "a.geojson", ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(in_folder(names[i]));
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(zeros_are_the_defaults), cmocka_unit_test(reserved_members_are_zero),
                                       cmocka_unit_test(members_that_must_be_set_are_told), cmocka_unit_test(dates_are_days)};
    return cmocka_run_group_tests(tests, open_package, close_package);
}
