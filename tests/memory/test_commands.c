/* What each command calls, with allocations that fail in turn. What they work on is opened once. */
#define _POSIX_C_SOURCE 200809L
#include "wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static mintu_context *context;
static mintu_gazetteer *gazetteer;
static mintu_geocoder *geocoder;
static mintu_layer *pilots, *greenways, *outline, *land;
static char folder[] = "/tmp/mintu-memory-XXXXXX";

/* A scenario and what it is called. */
struct named {
    const char *name;
    scenario *run;
};

static const char *inside(const char *name)
{
    static char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_text(const char *name, const char *text)
{
    FILE *file = fopen(inside(name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

/* The layer is part of the answer, and not needed any more; NULL is allowed. */
static void done(mintu_layer *layer)
{
    if (layer)
        answer_layer(layer);
    mintu_layer_free(layer);
}

static mintu_status quota(mintu_error *error)
{
    mintu_quota_options options;
    mintu_quota *ledger = NULL;
    mintu_layer *layer = NULL;
    mintu_status status = mintu_quota_options_init(gazetteer, error, &options);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_new(gazetteer, &options, error, &ledger);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_ledger(context, ledger, error, &layer);
    done(layer);
    mintu_quota_free(ledger);
    return status;
}

static mintu_status quota_defaults(mintu_error *error)
{
    mintu_quota *ledger = NULL;
    mintu_layer *layers[4] = {0};
    mintu_status status = mintu_quota_new(gazetteer, NULL, error, &ledger);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_totals(context, ledger, MINTU_QUOTA_BY_COUNTY, error, &layers[0]);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_remarks(context, ledger, error, &layers[1]);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_units(context, ledger, MINTU_LEVEL_PREFECTURE, 2014, error, &layers[2]);
    if (status == MINTU_STATUS_OK)
        status = mintu_quota_pilots(context, ledger, 2014, error, &layers[3]);
    for (size_t i = 0; i < 4; i++)
        done(layers[i]);
    mintu_quota_free(ledger);
    return status;
}

static mintu_status join(mintu_error *error)
{
    mintu_layer *rows = NULL, *findings = NULL;
    const mintu_join_query query = {.per = MINTU_JOIN_PER_PAIR, .agency = "省住建厅"};
    mintu_status status = mintu_join_make(context, gazetteer, &query, error, &findings, &rows);
    done(rows);
    done(findings);
    return status;
}

static mintu_status join_counties(mintu_error *error)
{
    mintu_layer *rows = NULL, *findings = NULL;
    const mintu_join_query query = {.per = MINTU_JOIN_PER_COUNTY};
    mintu_status status = mintu_join_make(context, gazetteer, &query, error, &findings, &rows);
    done(rows);
    done(findings);
    return status;
}

static mintu_status list_tasks(mintu_error *error)
{
    mintu_layer *rows = NULL;
    const mintu_tasks_query query = {.agency = "省住建厅"};
    mintu_status status = mintu_tasks_list(context, gazetteer, &query, error, &rows);
    done(rows);
    return status;
}

static mintu_status explain_one(const char *what, mintu_error *error)
{
    mintu_layer *rows = NULL;
    mintu_status status = mintu_explain(context, gazetteer, what, 0, error, &rows);
    done(rows);
    return status;
}

static mintu_status explain_place(mintu_error *error)
{
    return explain_one("水头镇", error);
}

static mintu_status explain_task(mintu_error *error)
{
    return explain_one("46", error);
}

static const char NOTICE[] =
    "一、总体要求\n1.建设安溪县龙门镇污水处理厂，到2015年新增用地100亩。（牵头单位：省住建厅，配合单位：省财政厅）\n"
    "3.推进15个小城市培育试点和水头镇等3个小城镇建设（责任单位：省发改委、泉州市人民政府\n";

static mintu_status notice(mintu_error *error)
{
    mintu_notice *read = NULL;
    mintu_layer *layer = NULL;
    char *json = NULL;
    mintu_status status = mintu_notice_read(geocoder, NOTICE, sizeof NOTICE - 1, error, &read);
    if (status == MINTU_STATUS_OK)
        status = mintu_notice_layer(context, read, "task_places", error, &layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_notice_json(read, error, &json);
    answer_text(json ? json : "");
    free(json);
    done(layer);
    mintu_notice_free(read);
    return status;
}

static mintu_status notice_file(mintu_error *error)
{
    mintu_notice *read = NULL;
    mintu_status status = mintu_notice_load(geocoder, inside("notice.txt"), error, &read);
    mintu_notice_free(read);
    return status;
}

static mintu_status scan(mintu_error *error)
{
    static const char text[] = "在安溪县龙门镇、虎邱镇等2个镇，水头和龙门（安溪）试点。福建省泉州市。\n";
    mintu_scan *found = NULL;
    mintu_layer *layer = NULL, *groups = NULL;
    mintu_status status = mintu_scan_text(geocoder, text, sizeof text - 1, error, &found);
    if (status == MINTU_STATUS_OK)
        status = mintu_scan_layer(context, geocoder, found, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_scan_group_layer(context, found, error, &groups);
    done(layer);
    done(groups);
    mintu_scan_free(found);
    return status;
}

static mintu_status batch(mintu_error *error)
{
    mintu_batch *names = NULL;
    mintu_layer *layer = NULL;
    const mintu_batch_options options = {.review = inside("review.csv")};
    char review[200];
    snprintf(review, sizeof review, "%s", options.review);
    const mintu_batch_options kept = {.review = review};
    mintu_status status = mintu_batch_load(context, geocoder, inside("names.csv"), &kept, error, &names);
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_layer(context, names, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_write(names, inside("out.csv"), error);
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_review_write(names, inside("doubtful.csv"), error);
    answer_file(inside("out.csv"));
    answer_file(inside("doubtful.csv"));
    done(layer);
    mintu_batch_free(names);
    return status;
}

static mintu_status batch_text(mintu_error *error)
{
    mintu_batch *names = NULL;
    mintu_status status = mintu_batch_load(context, geocoder, inside("names.txt"), NULL, error, &names);
    mintu_batch_free(names);
    return status;
}

static mintu_status reverse(mintu_error *error)
{
    mintu_reverser *reverser = NULL;
    mintu_layer *layer = NULL;
    mintu_reverse_summary summary;
    char target[200];
    snprintf(target, sizeof target, "%s", inside("located.csv"));
    const mintu_reverse_options options = {.target = target, .name_field = "name"};
    mintu_status status = mintu_reverser_new(context, gazetteer, 0, error, &reverser);
    if (status == MINTU_STATUS_OK)
        status = mintu_reverser_layer(context, reverser, (const double[]){118.4, 24.7}, 1, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_reverser_stream(context, reverser, inside("points.csv"), &options, error, &summary);
    done(layer);
    mintu_reverser_free(reverser);
    return status;
}

static mintu_status summary(mintu_error *error)
{
    mintu_layer *table = NULL;
    const mintu_summary_query query = {.rows = "prefecture", .columns = "kind"};
    mintu_status status = mintu_summary_make(context, pilots, &query, error, &table);
    done(table);
    return status;
}

static mintu_status classify(mintu_error *error)
{
    static const double values[] = {1, 2, 3, 4, 10, 11, 12, 50, 51, 90};
    const mintu_classify_options options = {.method = MINTU_CLASSIFY_NATURAL, .classes = 3};
    mintu_classes classes;
    return mintu_classify(values, sizeof values / sizeof *values, &options, error, &classes);
}

static mintu_status greenway_network(mintu_error *error)
{
    mintu_layer *network = NULL;
    const mintu_greenway_options options = {.lines = greenways, .places = pilots, .land = land};
    mintu_status status = mintu_greenway_network(context, &options, MINTU_NETWORK_STEINER, error, &network);
    done(network);
    return status;
}

static mintu_status greenway_connectors(mintu_error *error)
{
    mintu_layer *connectors = NULL;
    const mintu_greenway_options options = {.lines = greenways, .places = pilots};
    mintu_status status = mintu_greenway_connectors(context, &options, error, &connectors);
    done(connectors);
    return status;
}

static mintu_status greenway_rest(mintu_error *error)
{
    static const double km[] = {5, 20};
    const mintu_layer *const add[] = {greenways};
    const mintu_greenway_options options = {.lines = greenways, .places = pilots, .towns = pilots};
    const mintu_greenway_change change = {.add = add, .add_count = 1, .within_km = km, .within_count = 2};
    mintu_layer *layers[5] = {0};
    mintu_status status = mintu_greenway_totals(context, &options, error, &layers[0]);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_service(context, &options, km, 2, error, &layers[1]);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_changes(context, &options, &change, error, &layers[2]);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_change_totals(context, &options, &change, error, &layers[3]);
    if (status == MINTU_STATUS_OK)
        status = mintu_greenway_examine(context, &options, greenways, error, &layers[4]);
    for (size_t i = 0; i < 5; i++)
        done(layers[i]);
    return status;
}

static mintu_status notice_package(mintu_error *error)
{
    mintu_notice *read = NULL;
    char command[256];
    snprintf(command, sizeof command, "rm -rf %s", inside("package"));
    if (system(command) != 0)
        return MINTU_STATUS_DEFECT;
    mintu_status status = mintu_notice_read(geocoder, NOTICE, sizeof NOTICE - 1, error, &read);
    if (status == MINTU_STATUS_OK)
        status = mintu_notice_package_write(context, read, inside("package"), true, error);
    mintu_notice_free(read);
    return status;
}

static mintu_status style_eval(mintu_error *error)
{
    char *value = NULL;
    const mintu_style_eval_options options = {.properties = "{\"a\": [1, \"x\"], \"b\": \"水\"}", .zoom = 5};
    mintu_status status = mintu_style_eval("[\"concat\",[\"to-string\",[\"get\",\"a\"]],[\"upcase\",[\"get\",\"b\"]],"
                                           "[\"number-format\",3,{\"min-fraction-digits\":2}]]",
                                           &options, error, &value);
    answer_text(value ? value : "");
    free(value);
    return status;
}

static mintu_status write_layers(mintu_error *error)
{
    static const char *const names[] = {"out.geojson", "out.csv", "out.json", "out.gpkg", "out.xlsx", "out.fgb"};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof names / sizeof *names && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_write(context, pilots, inside(names[i]), NULL, error);
    answer_file(inside(names[0]));
    answer_file(inside(names[1]));
    return status;
}

static mintu_status read_layer(mintu_error *error)
{
    mintu_layer *layer = NULL;
    mintu_status status = mintu_layer_load(context, inside("pilots.geojson"), NULL, error, &layer);
    done(layer);
    return status;
}

static mintu_status package_layers(mintu_error *error)
{
    static const char *const names[] = {"pilots", "counties", "prefectures", "greenways"};
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof names / sizeof *names && status == MINTU_STATUS_OK; i++) {
        mintu_layer *layer = NULL;
        status = mintu_gazetteer_layer(context, gazetteer, names[i], 0, error, &layer);
        done(layer);
    }
    return status;
}

static mintu_status render(mintu_map_format format, mintu_error *error)
{
    mintu_style *style = NULL;
    mintu_map *map = NULL;
    static const char *const targets[] = {"map.png", "map.svg", "map.pdf"};
    const mintu_map_options options = {.width_mm = 60, .height_mm = 60, .dpi = 72, .extent = {117, 24, 119, 26}};
    mintu_status status = mintu_style_load(inside("style.json"), error, &style);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(context, style, &options, error, &map);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_source_set(map, "pilots", pilots, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_source_set(map, "outline", outline, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render(map, inside(targets[format]), format, error);
    answer_file(inside(targets[format]));
    mintu_map_free(map);
    mintu_style_free(style);
    return status;
}

static mintu_status render_png(mintu_error *error)
{
    return render(MINTU_MAP_FORMAT_PNG, error);
}

static mintu_status render_svg(mintu_error *error)
{
    return render(MINTU_MAP_FORMAT_SVG, error);
}

static mintu_status render_pdf(mintu_error *error)
{
    return render(MINTU_MAP_FORMAT_PDF, error);
}

/* Pictures and elevations, which the map reads by itself. */
static mintu_status render_pixels(mintu_error *error)
{
    mintu_style *style = NULL;
    mintu_map *map = NULL;
    const mintu_map_options options = {.width_mm = 40, .height_mm = 40, .dpi = 72, .extent = {117, 24, 119, 26}};
    mintu_status status = mintu_style_load(inside("pixels.json"), error, &style);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(context, style, &options, error, &map);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_source_load(map, "plan", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_source_load(map, "ground", error);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render(map, inside("map.png"), MINTU_MAP_FORMAT_PNG, error);
    answer_file(inside("map.png"));
    mintu_map_free(map);
    mintu_style_free(style);
    return status;
}

static mintu_status check_package(mintu_error *error)
{
    mintu_layer *report = NULL;
    const char *package =
        getenv("MINTU_LONG") ? getenv("MINTU_GEODATA") : inside("checked"); /* the county polygons take long */
    mintu_status status = mintu_gazetteer_check(context, package, error, &report);
    done(report);
    return status;
}

/* A land with a bay that ways go around: that of the data package takes a second to prepare, each time. */
static const char LAND[] =
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[115.5, 23.3], "
    "[121, 23.3], [121, 25.4], [117.6, 25.4], [117.6, 25.5], [121, 25.5], [121, 28.5], [115.5, 28.5], [115.5, 23.3]]]}}";

static const char STYLE[] =
    "{\"version\": 8, \"name\": \"x\", \"metadata\": {\"mintu:layout\": {\"title\": \"{as-of} {place}\", \"subtitle\": \"b\", "
    "\"scale-bar\": {}, \"legend\": {}, \"north-arrow\": {}, \"graticule\": true, \"notes\": [\"c\"], \"place\": \"d\"}},"
    "\"sources\": {\"pilots\": {\"type\": \"geojson\", \"data\": \"mintu:pilots\"}, "
    "\"outline\": {\"type\": \"geojson\", \"data\": \"mintu:outline\"}},"
    "\"layers\": [{\"id\": \"o\", \"type\": \"fill\", \"source\": \"outline\", \"paint\": {\"fill-pattern\": \"mintu:dots\"}},"
    "{\"id\": \"l\", \"type\": \"line\", \"source\": \"outline\", \"paint\": {\"line-dasharray\": [2, 1]}},"
    "{\"id\": \"c\", \"type\": \"circle\", \"source\": \"pilots\", \"paint\": {\"circle-color\": [\"match\", [\"get\", "
    "\"kind\"], "
    "\"small-city\", \"#f00\", \"town\", \"#0f0\", \"#00f\"], \"circle-radius\": [\"interpolate\", [\"linear\"], "
    "[\"to-number\", [\"get\", \"code\"], 0], 0, 1, 900000000, 9]}, "
    "\"metadata\": {\"mintu:legend\": {\"label\": {\"zh\": \"B {count}\"}}}},"
    "{\"id\": \"s\", \"type\": \"symbol\", \"source\": \"pilots\", \"layout\": {\"text-field\": [\"concat\", [\"get\", "
    "\"name\"], "
    "[\"get\", \"kind\"]], \"icon-image\": \"icon.svg\", \"text-variable-anchor\": [\"left\", \"right\"]},"
    "\"metadata\": {\"mintu:required\": true, \"mintu:legend\": {\"label\": \"A\"}}}]}";

static const char PIXELS[] =
    "{\"version\": 8, \"metadata\": {\"mintu:layout\": {\"imprint\": false}, \"mintu:files\": {\"ground\": \"ground.asc\"}}, "
    "\"sources\": "
    "{\"plan\": {\"type\": \"image\", \"url\": \"plan.png\", \"coordinates\": [[117, 26], [119, 26], [118.5, 25], [117, 25]]}, "
    "\"ground\": {\"type\": \"raster-dem\", \"tiles\": [\"https://a\"]}}, \"layers\": [{\"id\": \"p\", \"type\": \"raster\", "
    "\"source\": \"plan\", \"paint\": {\"raster-contrast\": 0.2}, \"metadata\": {\"mintu:legend\": {\"label\": \"P\"}}}, "
    "{\"id\": \"h\", "
    "\"type\": \"hillshade\", \"source\": \"ground\"}]}";
static const char GROUND[] = "ncols 3\nnrows 3\nxllcorner 117.5\nyllcorner 24\ncellsize 0.3\n10 900 3000\n50 800 90\n0 0 9\n";

static int open_world(void **state)
{
    (void)state;
    mintu_error error = {0};
    if (!mkdtemp(folder))
        return 1;
    write_text("names.csv", "name,x\n水头镇,1\n龙门,2\nxyz,\"a,b\"\n");
    write_text("names.txt", "水头镇\n龙门\n");
    write_text("review.csv", "query,decision\n龙门,龙门镇@安溪县\n");
    write_text("points.csv", "name,lon,lat\n水头镇,118.4,24.7\n龙门,x,2\n");
    write_text("notice.txt", NOTICE);
    char command[400];
    snprintf(command, sizeof command,
             "cd %s && mkdir checked && cp \"$MINTU_GEODATA\"/* checked && rm -f checked/counties.gpkg", folder);
    if (system(command) != 0)
        return 1;
    write_text("land.geojson", LAND);
    write_text("style.json", STYLE);
    write_text("pixels.json", PIXELS);
    write_text("ground.asc", GROUND);
    snprintf(command, sizeof command, "cp \"$MINTU_SOURCE\"/tests/scene/raster/plan.png %s", folder);
    if (system(command) != 0)
        return 1;
    write_text("icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>");
    mintu_status status = mintu_context_new(&error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), &error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(gazetteer, NULL, &error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(context, gazetteer, "pilots", 0, &error, &pilots);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(context, gazetteer, "greenways", 0, &error, &greenways);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(context, gazetteer, "outline", 0, &error, &outline);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_load(context, inside("land.geojson"), NULL, &error, &land);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_write(context, pilots, inside("pilots.geojson"), NULL, &error);
    if (status != MINTU_STATUS_OK)
        fprintf(stderr, "%s: %s\n", error.source, error.text);
    return status != MINTU_STATUS_OK;
}

static int close_world(void **state)
{
    (void)state;
    char command[100];
    mintu_layer_free(pilots);
    mintu_layer_free(greenways);
    mintu_layer_free(outline);
    mintu_layer_free(land);
    mintu_geocoder_free(geocoder);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

/* cmocka gives each test its own state, which is the scenario. */
static void test_scenario(void **state)
{
    const struct named *named = *state;
    try_all(named->run);
}

int main(void)
{
    enum { MOST = 64 };
    static const struct named all[] = {
        {"quota", quota},
        {"quota_defaults", quota_defaults},
        {"join", join},
        {"join_counties", join_counties},
        {"list_tasks", list_tasks},
        {"explain_place", explain_place},
        {"explain_task", explain_task},
        {"notice", notice},
        {"notice_file", notice_file},
        {"scan", scan},
        {"batch", batch},
        {"batch_text", batch_text},
        {"reverse", reverse},
        {"summary", summary},
        {"classify", classify},
        {"greenway_network", greenway_network},
        {"greenway_connectors", greenway_connectors},
        {"greenway_rest", greenway_rest},
        {"notice_package", notice_package},
        {"style_eval", style_eval},
        {"write_layers", write_layers},
        {"read_layer", read_layer},
        {"package_layers", package_layers},
        {"render_png", render_png},
        {"render_svg", render_svg},
        {"render_pdf", render_pdf},
        {"render_pixels", render_pixels},
        {"check_package", check_package},
    };
    struct CMUnitTest tests[MOST];
    cmocka_set_test_filter(getenv("CMOCKA_TEST_FILTER")); /* to run one */
    size_t count = sizeof all / sizeof *all;
    for (size_t i = 0; i < count; i++) {
        union {
            const struct named *in;
            void *out;
        } user = {.in = &all[i]};
        tests[i] = (struct CMUnitTest){all[i].name, test_scenario, NULL, NULL, user.out};
    }
    return getenv("MINTU_GEODATA") ? _cmocka_run_group_tests("commands", tests, count, open_world, close_world) : 77;
}
