/* Each long call is cancelled at its first, second, … poll, by the flag and by the listener: it ends, and leaves nothing. */
#include "test_gazetteer_package.h"

#include "base/array.h"
#include "base/context.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>

typedef struct bench {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_geocoder *geocoder;
    mintu_reverser *reverser;
    mintu_style *style;
    mintu_layer *lines, *places, *land;
    mintu_error error;
    char *json, *text, *table;
    char in[64], out[64];
} bench;

enum { POINTS = 600, LINES = 1000 };

static const char STYLE[] =
    "{\"version\":8,\"metadata\":{\"mintu:layout\":{\"graticule\":true}},\"sources\":{\"p\":{\"type\":\"geojson\",\"data\":%s}}"
    ","
    "\"layers\":[{\"id\":\"ground\",\"type\":\"background\",\"paint\":{\"background-color\":\"#fff\"}},"
    "{\"id\":\"dots\",\"type\":\"circle\",\"source\":\"p\",\"metadata\":{\"mintu:legend\":{\"label\":\"{count} towns\"}}},"
    "{\"id\":\"names\",\"type\":\"symbol\",\"source\":\"p\",\"layout\":{\"text-field\":[\"get\",\"n\"],\"text-size\":9}}]}";

static char *make_points(void)
{
    mintu_buffer json = {0};
    mintu_buffer_text(&json, "{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < POINTS; i++)
        mintu_buffer_format(&json,
                            "%s{\"type\":\"Feature\",\"properties\":{\"n\":\"n%d\"},\"geometry\":{\"type\":\"Point\","
                            "\"coordinates\":[%d.%02d,%d.%02d]}}",
                            i ? "," : "", i, 116 + i % 3, i * 7 % 100, 24 + i % 2, i * 13 % 100);
    mintu_buffer_text(&json, "]}");
    assert_false(json.failed);
    return json.data;
}

static void make_texts(bench *b)
{
    mintu_buffer text = {0}, table = {0};
    mintu_buffer_text(&table, "name,lon,lat\n");
    for (int i = 0; i < LINES; i++) {
        mintu_buffer_text(&text, "支持安溪县龙门镇、永春县下洋镇和龙门镇等3个镇的建设。\n");
        mintu_buffer_text(&table, "安溪县龙门镇,118.05,25.06\n");
    }
    assert_false(text.failed || table.failed);
    b->text = text.data;
    b->table = table.data;
}

/* A land with a bay that ways go around: that of the data package takes a second to prepare, each time. */
static const char LAND[] =
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[115.5, 23.3], "
    "[121, 23.3], [121, 25.4], [117.6, 25.4], [117.6, 25.5], [121, 25.5], [121, 28.5], [115.5, 28.5], [115.5, 23.3]]]}}";

static void open_package(bench *b)
{
    assert_int_equal(mintu_gazetteer_open(b->context, getenv("MINTU_GEODATA"), &b->error, &b->gazetteer), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(b->gazetteer, NULL, &b->error, &b->geocoder), MINTU_STATUS_OK);
    assert_int_equal(mintu_reverser_new(b->context, b->gazetteer, 0, &b->error, &b->reverser), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_layer(b->context, b->gazetteer, "greenways", 0, &b->error, &b->lines), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_layer(b->context, b->gazetteer, "pilots", 0, &b->error, &b->places), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_parse(b->context, LAND, "land", &b->error, &b->land), MINTU_STATUS_OK);
}

static int open_bench(void **state)
{
    static bench shared;
    mintu_buffer style = {0};
    *state = &shared;
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    shared.json = make_points();
    make_texts(&shared);
    mintu_buffer_format(&style, STYLE, shared.json);
    assert_int_equal(mintu_style_parse(style.data, style.size, "test", &shared.error, &shared.style), MINTU_STATUS_OK);
    mintu_buffer_free(&style);
    strcpy(shared.in, "/tmp/mintu-test-XXXXXX");
    int descriptor = mkstemp(shared.in);
    assert_true(descriptor >= 0 && write(descriptor, shared.table, strlen(shared.table)) == (ssize_t)strlen(shared.table));
    close(descriptor);
    snprintf(shared.out, sizeof shared.out, "%.40s.csv", shared.in);
    assert_int_equal(rename(shared.in, shared.out), 0); /* the ending of a table */
    strcpy(shared.in, shared.out);
    snprintf(shared.out, sizeof shared.out, "%.40s.out", shared.in);
    if (getenv("MINTU_GEODATA"))
        open_package(&shared);
    return 0;
}

static int close_bench(void **state)
{
    bench *b = *state;
    unlink(b->in);
    mintu_layer_free(b->lines);
    mintu_layer_free(b->places);
    mintu_layer_free(b->land);
    mintu_style_free(b->style);
    mintu_reverser_free(b->reverser);
    mintu_geocoder_free(b->geocoder);
    mintu_gazetteer_free(b->gazetteer);
    mintu_context_free(b->context);
    free(b->json);
    free(b->text);
    free(b->table);
    return 0;
}

static mintu_status end_layer(mintu_status status, mintu_layer *layer)
{
    assert_int_equal(status <= MINTU_STATUS_FINDINGS, layer != NULL);
    mintu_layer_free(layer);
    return status;
}

static mintu_status parse(bench *b)
{
    mintu_layer *layer = NULL;
    mintu_status status = mintu_layer_parse(b->context, b->json, "test", &b->error, &layer);
    return end_layer(status, layer);
}

/* Both ways: into memory, and to a file, of which there must be none afterwards. */
static mintu_status draw_to(bench *b, mintu_map_format format, const char *path)
{
    mintu_map *map = NULL;
    mintu_bytes bytes = {0};
    const mintu_map_options options = {.width_mm = 150, .height_mm = 150, .dpi = 72};
    assert_int_equal(mintu_map_new(b->context, b->style, &options, &b->error, &map), MINTU_STATUS_OK);
    mintu_status status = mintu_map_source_load(map, "p", &b->error);
    bool loaded = status == MINTU_STATUS_OK;
    if (loaded)
        status = path ? mintu_map_render(map, path, format, &b->error) : mintu_map_render_bytes(map, format, &b->error, &bytes);
    bool whole = status <= MINTU_STATUS_FINDINGS;
    assert_int_equal(path ? access(path, F_OK) == 0 : bytes.data != NULL, whole);
    if (!whole)
        assert_true(mintu_map_finding_count(map) == 0 && !mintu_map_report(map) && !mintu_map_caption(map));
    mintu_bytes_free(&bytes);
    if (whole && path)
        unlink(path);
    mintu_map_free(map);
    return status;
}

static mintu_status draw(bench *b)
{
    return draw_to(b, MINTU_MAP_FORMAT_PNG, NULL);
}

static mintu_status draw_file(bench *b)
{
    return draw_to(b, MINTU_MAP_FORMAT_SVG, b->out);
}

static mintu_status join(bench *b, mintu_join_per per)
{
    mintu_layer *layer = NULL, *findings = NULL;
    const mintu_join_query query = {.per = per};
    mintu_status status = mintu_join_make(b->context, b->gazetteer, &query, &b->error, &findings, &layer);
    assert_int_equal(findings != NULL, layer != NULL);
    mintu_layer_free(findings);
    return end_layer(status, layer);
}

static mintu_status join_pairs(bench *b)
{
    return join(b, MINTU_JOIN_PER_PAIR);
}

static mintu_status join_places(bench *b)
{
    return join(b, MINTU_JOIN_PER_PLACE);
}

static mintu_status join_counties(bench *b)
{
    return join(b, MINTU_JOIN_PER_COUNTY);
}

static mintu_status compute(bench *b)
{
    mintu_layer *layer = NULL;
    mintu_status status = mintu_catalogue_layer(b->context, b->gazetteer, "join-places", NULL, &b->error, &layer);
    return end_layer(status, layer);
}

static mintu_status connect(bench *b)
{
    mintu_layer *layer = NULL;
    const mintu_greenway_options options = {.lines = b->lines, .places = b->places, .land = b->land};
    mintu_status status = mintu_greenway_connectors(b->context, &options, &b->error, &layer);
    return end_layer(status, layer);
}

static mintu_status link_up(bench *b)
{
    mintu_layer *layer = NULL;
    const mintu_greenway_options options = {.lines = b->lines, .places = b->places, .land = b->land};
    mintu_status status = mintu_greenway_network(b->context, &options, MINTU_NETWORK_STEINER, &b->error, &layer);
    return end_layer(status, layer);
}

static mintu_status scan(bench *b)
{
    mintu_scan *scan = NULL;
    mintu_status status = mintu_scan_text(b->geocoder, b->text, strlen(b->text), &b->error, &scan);
    assert_int_equal(status == MINTU_STATUS_OK, scan != NULL);
    mintu_scan_free(scan);
    return status;
}

static mintu_status end_file(const bench *b, mintu_status status)
{
    assert_int_equal(status <= MINTU_STATUS_FINDINGS, access(b->out, F_OK) == 0);
    unlink(b->out);
    return status;
}

static mintu_status reverse(bench *b)
{
    mintu_reverse_summary summary;
    const mintu_reverse_options options = {.target = b->out};
    return end_file(b, mintu_reverser_stream(b->context, b->reverser, b->in, &options, &b->error, &summary));
}

static mintu_status geocode(bench *b)
{
    mintu_batch *batch = NULL;
    mintu_status status = mintu_batch_load(b->context, b->geocoder, b->in, NULL, &b->error, &batch);
    assert_int_equal(status == MINTU_STATUS_OK, batch != NULL);
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_write(batch, b->out, &b->error);
    mintu_batch_free(batch);
    return end_file(b, status);
}

typedef struct operation {
    const char *name;
    mintu_status (*run)(bench *b);
    size_t polls; /* at least */
    bool package;
} operation;

static const operation operations[] = {
    {"parse", parse, 500, false},
    {"draw", draw, 2000, false},
    {"draw to a file", draw_file, 2000, false},
    {"join per pair", join_pairs, 500, true},
    {"join per place", join_places, 500, true},
    {"join per county", join_counties, 80, true},
    {"a layer of the catalogue", compute, 500, true},
    {"connectors", connect, 50, true},
    {"network", link_up, 50, true},
    {"scan", scan, 1000, true},
    {"reverse", reverse, 900, true},
    {"geocode", geocode, 2900, true},
};

static void expect_cancelled(bench *b, const operation *one, size_t at, mintu_status status)
{
    if (status != MINTU_STATUS_CANCELLED)
        fail_msg("%s, poll %zu: %d %s", one->name, at, (int)status, b->error.text);
    assert_non_null(strstr(b->error.text, "cancelled"));
}

/* Returns the poll that was too late, in steps that grow. */
static size_t cancel_at_polls(bench *b, const operation *one)
{
    for (size_t at = 1;; at += 1 + 3 * at) {
        memset(&b->error, 0, sizeof b->error);
        b->context->polls_left = at;
        mintu_status status = one->run(b);
        bool late = b->context->polls_left > 0;
        b->context->polls_left = 0;
        if (late) {
            assert_true(status <= MINTU_STATUS_FINDINGS);
            return at;
        }
        expect_cancelled(b, one, at, status);
        expect_cancelled(b, one, at, one->run(b)); /* until it is taken back */
        mintu_context_cancel(b->context, false);
    }
}

static void each_poll_ends_it(void **state)
{
    bench *b = *state;
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        const operation *one = &operations[i];
        if (one->package && !b->gazetteer)
            continue;
        size_t polls = cancel_at_polls(b, one);
        if (polls < one->polls)
            fail_msg("%s ended after %zu polls", one->name, polls);
        assert_true(one->run(b) <= MINTU_STATUS_FINDINGS);
    }
}

static bool count_down(double done, const char *doing, void *user)
{
    size_t *left = user;
    assert_true(doing[0] && !(done < 0) && !(done > 1));
    return --*left > 0;
}

static void each_call_of_the_listener_ends_it(void **state)
{
    bench *b = *state;
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        const operation *one = &operations[i];
        if ((one->package && !b->gazetteer) || one->run == scan) /* which has no context to tell */
            continue;
        size_t left = 0;
        for (size_t at = 1; left == 0; at += 1 + 3 * at) {
            left = at;
            mintu_context_progress_set(b->context, count_down, &left);
            mintu_status status = one->run(b);
            mintu_context_progress_set(b->context, NULL, NULL);
            if (left == 0)
                expect_cancelled(b, one, at, status);
            else
                assert_true(at > 1 && status <= MINTU_STATUS_FINDINGS);
        }
    }
}

/* Touches a file, whatever the clock says. */
static void touch(const char *path)
{
    static long second;
    const struct timespec times[2] = {{++second, 0}, {second, 0}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static bool touch_file(double done, const char *doing, void *user)
{
    (void)done;
    (void)doing;
    touch(user);
    return true;
}

static void expect_changed(bench *b, mintu_status status)
{
    assert_int_equal(status, MINTU_STATUS_INPUT);
    assert_non_null(strstr(b->error.text, "changed while it was read"));
    assert_string_equal(b->error.source, b->in);
    mintu_context_progress_set(b->context, NULL, NULL);
}

/* What GDAL reads. */
static void expect_changed_layer(bench *b, const mintu_layer *layer)
{
    mintu_layer *again = NULL;
    assert_int_equal(mintu_layer_write(b->context, layer, b->in, NULL, &b->error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_load(b->context, b->in, NULL, &b->error, &again), MINTU_STATUS_OK);
    mintu_layer_free(again);
    mintu_context_progress_set(b->context, touch_file, b->in);
    expect_changed(b, mintu_layer_load(b->context, b->in, NULL, &b->error, &again));
    assert_null(again);
    unlink(b->in);
}

static void a_file_that_changes_is_refused(void **state)
{
    bench *b = *state;
    mintu_layer *layer = NULL;
    char kept[64];
    if (!b->gazetteer)
        skip();
    FILE *longer = fopen(b->in, "ab");
    for (int i = 0; i < 20000; i++)
        fputs("安溪县龙门镇,118.05,25.06\n", longer);
    assert_int_equal(fclose(longer), 0);
    mintu_context_progress_set(b->context, touch_file, b->in);
    expect_changed(b, reverse(b));
    mintu_context_progress_set(b->context, touch_file, b->in);
    expect_changed(b, geocode(b));
    assert_int_equal(mintu_layer_parse(b->context, b->json, "test", &b->error, &layer), MINTU_STATUS_OK);
    strcpy(kept, b->in);
    for (int i = 0; i < 2; i++) {
        snprintf(b->in, sizeof b->in, "%.40s.%s", kept, i ? "gpkg" : "xlsx");
        expect_changed_layer(b, layer);
    }
    strcpy(b->in, kept);
    mintu_layer_free(layer);
}

static atomic_bool ended;

static void *touch_on(void *path)
{
    while (!ended)
        touch(path);
    return NULL;
}

static bool is_changed(const bench *b, mintu_status status)
{
    return status == MINTU_STATUS_INPUT && strstr(b->error.text, "changed while it was read");
}

/* A text and GeoJSON are read at once: sooner or later a thread comes between. */
static void a_file_that_is_read_at_once_as_well(void **state)
{
    bench *b = *state;
    pthread_t thread;
    char path[80];
    bool layers = false, texts = b->geocoder == NULL;
    snprintf(path, sizeof path, "%s.geojson", b->in);
    FILE *file = fopen(path, "wb");
    fprintf(file, "%s%2000000s", b->json, "");
    assert_int_equal(fclose(file), 0);
    ended = false;
    assert_int_equal(pthread_create(&thread, NULL, touch_on, path), 0);
    for (int i = 0; i < 3000 && !(layers && texts); i++) {
        mintu_layer *layer = NULL;
        mintu_scan *scanned = NULL;
        layers = is_changed(b, mintu_layer_load(b->context, path, NULL, &b->error, &layer)) || layers;
        texts = texts || is_changed(b, mintu_scan_file(b->geocoder, path, &b->error, &scanned));
        mintu_layer_free(layer);
        mintu_scan_free(scanned);
    }
    ended = true;
    pthread_join(thread, NULL);
    unlink(path);
    assert_true(layers && texts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_poll_ends_it), cmocka_unit_test(each_call_of_the_listener_ends_it),
                                       cmocka_unit_test(a_file_that_changes_is_refused),
                                       cmocka_unit_test(a_file_that_is_read_at_once_as_well)};
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
