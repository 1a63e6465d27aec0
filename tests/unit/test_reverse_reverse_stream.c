/* Files of points to files of answers; also reverse_points.c, reverse_columns.c, reverse_datum.c. */
#include "test_gazetteer_package.h"

#include "base/array.h"
#include "base/file.h"
#include "geometry/datum.h"
#include "reverse/reverse.h"

static char findings[4096];

static void hear(const char *text, void *user)
{
    (void)user;
    strncat(findings, text, sizeof findings - strlen(findings) - 2);
    strcat(findings, "\n");
}

typedef struct run {
    mintu_status status;
    mintu_reverse_summary summary;
    mintu_buffer out; /* what was written */
} run;

/* Writes @p text to a file of the name, and what comes of it is read back. */
static run stream(world *w, const char *name, const char *text, mintu_reverse_options options)
{
    char path[256], target[256];
    mintu_reverser *reverser;
    run r = {0};
    findings[0] = '\0';
    snprintf(path, sizeof path, "%s/%s", w->dir, name);
    snprintf(target, sizeof target, "%s/out.csv", w->dir);
    if (text)
        world_write(w, name, text);
    unlink(target);
    options.target = target;
    options.finding = hear;
    mintu_context_notice_set(w->context, NULL, NULL);
    assert_int_equal(mintu_reverser_new(w->context, w->gazetteer, 0, &w->error, &reverser), MINTU_STATUS_OK);
    mintu_context_notice_set(w->context, hear, NULL);
    r.status = mintu_reverser_stream(w->context, reverser, path, &options, &w->error, &r.summary);
    mintu_context_notice_set(w->context, NULL, NULL);
    if (access(target, R_OK) == 0)
        assert_int_equal(mintu_file_read(target, "testing", (mintu_file_bounds){MINTU_MEBIBYTES(64), true}, &w->error, &r.out),
                         MINTU_STATUS_OK);
    mintu_reverser_free(reverser);
    return r;
}

static void rows_good_and_bad(void **state)
{
    run r = stream(*state, "points.csv",
                   "id,Longitude,LATITUDE,status\n"
                   "1,112.6,21.4,\"a,\"\"b\"\n"
                   "2,21.4,112.6,x\n"
                   "3,113.5,21.4,x\n"
                   "4,,21.4,x\n"
                   "5,112.6,21.4\n"
                   "6,112.6,ten,x\n"
                   "7,112.6,21.4,x,y\n"
                   "8,110.4,20.4,x\n",
                   (mintu_reverse_options){0});
    assert_int_equal(r.status, MINTU_STATUS_FINDINGS);
    assert_string_equal(r.out.data,
                        "id,Longitude,LATITUDE,status,county,county_code,prefecture,township,township_code,distance_m,"
                        "mintu_status\n"
                        "1,112.6,21.4,\"a,\"\"b\",白石县,990221,乙州市,白石镇,990221001,0,inside\n"
                        "2,21.4,112.6,x,,,,,,,invalid\n"
                        "3,113.5,21.4,x,,,,太山镇,990221003,89277,outside\n"
                        "4,,21.4,x,,,,,,,invalid\n"
                        "5,112.6,21.4,,,,,,,,invalid\n"
                        "6,112.6,ten,x,,,,,,,invalid\n"
                        "7,112.6,21.4,x,,,,,,,invalid\n"
                        "8,110.4,20.4,x,东城区,990102,甲州市,龙门镇,990102001,0,inside\n");
    assert_int_equal(r.summary.rows, 8);
    assert_int_equal(r.summary.inside, 2);
    assert_int_equal(r.summary.outside, 1);
    assert_int_equal(r.summary.invalid, 5);
    assert_non_null(strstr(findings, "points.csv:3:3: "));
    assert_non_null(strstr(findings, "did you mean 112.6 21.4?"));
    assert_non_null(strstr(findings, "points.csv:5:3: "));
    assert_non_null(strstr(findings, "points.csv:6:1: the row has 3 fields, expected the header's 4"));
    assert_non_null(strstr(findings, "points.csv:7:9: "));
    mintu_buffer_free(&r.out);
}

static size_t count_lines(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += *text == '\n';
    return count;
}

static void each_reason_is_told_once_with_its_rows(void **state)
{
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "x,y\n");
    for (int i = 0; i < 1000; i++)
        mintu_buffer_text(&text, "缺,缺\n");
    mintu_buffer_text(&text, "待补,待补\n112.6,21.4\nhere,there\n,\n112.6,\n21.4,112.6\n40417852.31,2746120.55\n");
    run r = stream(*state, "points.csv", text.data, (mintu_reverse_options){0});
    assert_int_equal(r.summary.invalid, 1006);
    assert_int_equal(r.summary.inside, 1);
    assert_non_null(strstr(findings, "points.csv:2:1: reading a position: the longitude \"缺\" says that there is no value"));
    assert_non_null(strstr(findings, "; 1000 rows are so (lines 2, 3, 4, 5, 6, 7, 8, 9, …)\n"));
    assert_non_null(strstr(findings, "points.csv:1002:1: reading a position: the longitude \"待补\" says"));
    assert_non_null(strstr(findings, "points.csv:1004:1: reading a position: the longitude \"here\" is no number"));
    assert_non_null(strstr(findings, "points.csv:1005:1: reading a position: the longitude is missing"));
    assert_non_null(strstr(findings, "points.csv:1006:7: reading a position: the latitude is missing"));
    assert_non_null(strstr(findings, "points.csv:1007:1: "));
    assert_non_null(strstr(findings, "did you mean 112.6 21.4?"));
    assert_non_null(strstr(findings, "points.csv:1008:1: "));
    assert_non_null(strstr(findings, "are they metres?"));
    assert_int_equal(count_lines(findings), 7);
    mintu_buffer_free(&text);
    mintu_buffer_free(&r.out);
}

static void columns_by_name(void **state)
{
    world *w = *state;
    run r =
        stream(w, "points.csv", "lon,lat,e,n\n0,0,112.6,21.4\n", (mintu_reverse_options){.lon_field = "E", .lat_field = "n"});
    assert_int_equal(r.status, MINTU_STATUS_OK);
    assert_non_null(strstr(r.out.data, "\n0,0,112.6,21.4,白石县,"));
    mintu_buffer_free(&r.out);
    static const struct {
        const char *text, *lon, *name, *says;
    } bad[] = {
        {"a,b,lat\n", NULL, NULL, "the longitude"},       {"lon,b\n", NULL, NULL, "the latitude"},
        {"lon,lat\n", "east", NULL, "\"east\""},          {"lon,lat\n", NULL, "town", "\"town\""},
        {"lon,lat\n", "lat", NULL, "same column"},        {"", NULL, NULL, "empty"},
        {"\"lon,lat\n1,2\n", NULL, NULL, "never closed"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        r = stream(w, "points.csv", bad[i].text, (mintu_reverse_options){.lon_field = bad[i].lon, .name_field = bad[i].name});
        assert_int_equal(r.status, MINTU_STATUS_INPUT);
        if (!strstr(w->error.text, bad[i].says))
            fail_msg("\"%s\" does not say %s", w->error.text, bad[i].says);
        assert_null(r.out.data); /* nothing is written */
    }
    r = stream(w, "missing.csv", NULL, (mintu_reverse_options){0});
    assert_int_equal(r.status, MINTU_STATUS_INPUT);
    r = stream(w, "points.csv", "lon,lat\n", (mintu_reverse_options){.datum = MINTU_DATUM_END});
    assert_int_equal(r.status, MINTU_STATUS_USAGE);
}

static void layers_by_their_geometry(void **state)
{
    run r = stream(*state, "points.geojson",
                   "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":7},\"geometry\":"
                   "{\"type\":\"Point\",\"coordinates\":[112.6,21.4]}},{\"type\":\"Feature\",\"properties\":{\"n\":8},"
                   "\"geometry\":null}]}",
                   (mintu_reverse_options){0});
    assert_int_equal(r.status, MINTU_STATUS_FINDINGS);
    assert_non_null(strstr(r.out.data, "n,lon,lat,county,"));
    assert_non_null(strstr(r.out.data, "\n7,112.6,21.4,白石县,990221,"));
    assert_non_null(strstr(r.out.data, "\n8,,,,,,,,,invalid\n"));
    mintu_buffer_free(&r.out);
}

/* Points of three towns, again and again, with a little scatter. */
static char *towns(mintu_datum datum, bool names)
{
    static const struct {
        const char *name;
        double lon, lat;
    } places[] = {{"东城区龙门镇", 110.4, 20.4}, {"白石镇", 112.6, 21.4}, {"990221003", 112.7, 21.7}, {"无名镇", 112.5, 21.5}};
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "name,lon,lat\n");
    for (int i = 0; i < 20000; i++) {
        double point[2] = {places[i % 4].lon + (i % 7 - 3) * 0.001, places[i % 4].lat + (i % 11 - 5) * 0.001};
        mintu_datum_from_wgs84(datum, point, 1);
        mintu_buffer_format(&text, "%s,%.7f,%.7f\n", names ? places[i % 4].name : "", point[0], point[1]);
    }
    assert_false(text.failed);
    return text.data;
}

static void datum_by_names(void **state)
{
    for (int truth = 0; truth < MINTU_DATUM_END; truth++)
        for (int declared = 0; declared < MINTU_DATUM_END; declared++) {
            char *text = towns((mintu_datum)truth, true);
            run r = stream(*state, "towns.csv", text,
                           (mintu_reverse_options){.datum = (mintu_datum)declared, .name_field = "name"});
            assert_int_equal(r.summary.names.suspect, truth != declared);
            assert_int_equal(r.summary.names.fits, truth);
            assert_in_range(r.summary.names.pairs, 2000, 4096);
            assert_int_equal(r.status, truth == declared ? MINTU_STATUS_OK : MINTU_STATUS_FINDINGS);
            assert_int_equal(strstr(findings, "declare the datum") != NULL, truth != declared);
            mintu_buffer_free(&r.out);
            free(text);
        }
}

/* Land whose whole border is at hand: points just inside it all around. */
static void datum_by_sides(void **state)
{
    for (int truth = 0; truth < 2; truth++) {
        mintu_buffer text = {0};
        mintu_buffer_text(&text, "lon,lat\n");
        for (int i = 0; i < 1000; i++) {
            double point[2] = {i % 2 ? 110.001 : 112.999, 20.01 + 1.98 * i / 1000};
            mintu_datum_from_wgs84((mintu_datum)truth, point, 1);
            mintu_buffer_format(&text, "%.7f,%.7f\n", point[0], point[1]);
        }
        run r = stream(*state, "points.csv", text.data, (mintu_reverse_options){0});
        assert_int_equal(r.summary.sampled, 1000);
        assert_int_equal(strstr(findings, "check whether the points are GCJ-02") != NULL, truth == MINTU_DATUM_GCJ02);
        assert_false(r.summary.names.suspect);
        assert_int_equal(r.status, truth ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK);
        mintu_buffer_free(&text);
        mintu_buffer_free(&r.out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows_good_and_bad, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(each_reason_is_told_once_with_its_rows, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(columns_by_name, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(layers_by_their_geometry, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(datum_by_names, world_set_up_base, world_tear_down),
        cmocka_unit_test_setup_teardown(datum_by_sides, world_set_up_base, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
