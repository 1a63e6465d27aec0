#define _DEFAULT_SOURCE
#include "unit/test_geo_helper.h"

#include <dirent.h>
#include <fcntl.h>
#include <mintu/layer.h>
#include <signal.h>
#include <sys/resource.h>

static mintu_layer *make_table(void)
{
    mintu_layer *layer = make_layer();
    assert_good(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "n", MINTU_FIELD_TYPE_INTEGER, &problem));
    assert_good(mintu_layer_field_add(layer, "x", MINTU_FIELD_TYPE_REAL, &problem));
    assert_good(mintu_layer_append(layer, &problem));
    return layer;
}

static void a_new_layer_is_empty(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    double bounds[4];
    bool found = true;
    assert_string_equal(mintu_layer_name(layer), "test");
    assert_int_equal(mintu_layer_count(layer), 0);
    assert_int_equal(mintu_layer_field_count(layer), 0);
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_NONE);
    assert_int_equal(mintu_layer_field_find(layer, "name"), -1);
    assert_null(mintu_layer_field_name(layer, 0));
    assert_int_equal(mintu_layer_field_type(layer, 0), MINTU_FIELD_TYPE_END);
    assert_good(mintu_layer_bounds(layer, bounds, &found, &problem));
    assert_false(found);
    mintu_layer_free(layer);
    mintu_layer_free(NULL);
}

static void whole_columns_come_back(void **state)
{
    (void)state;
    enum { ROWS = 3 };
    static const double numbers[] = {1.5, NAN, -2}, points[] = {118, 25, NAN, NAN, 119.5, 26};
    static const int64_t integers[] = {9007199254740993, 0, -7};
    static const bool known[] = {true, false, true};
    static const char *const texts[] = {"闽", NULL, ""}, *const bad[] = {"闽", "\xff", NULL};
    double numbers_back[ROWS], points_back[2 * ROWS];
    int64_t integers_back[ROWS];
    bool known_back[ROWS];
    const char *texts_back[ROWS];
    mintu_layer *layer = make_table();
    assert_good(mintu_layer_field_add(layer, "b", MINTU_FIELD_TYPE_BOOLEAN, &problem));
    assert_good(mintu_layer_rows_add(layer, ROWS - 1, &problem));
    assert_good(mintu_layer_texts_set(layer, 0, ROWS, texts, &problem));
    assert_good(mintu_layer_integers_set(layer, 1, ROWS, integers, known, &problem));
    assert_good(mintu_layer_numbers_set(layer, 2, ROWS, numbers, &problem));
    assert_good(mintu_layer_points_set(layer, ROWS, points, &problem));
    assert_int_equal(mintu_layer_texts_set(layer, 0, ROWS, bad, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_integers_set(layer, 3, ROWS, integers, NULL, &problem), MINTU_STATUS_USAGE);
    assert_good(mintu_layer_integers_set(layer, 3, ROWS, (const int64_t[]){1, 0, 1}, NULL, &problem));
    assert_good(mintu_layer_texts(layer, 0, ROWS, texts_back, &problem));
    assert_true(strcmp(texts_back[0], "闽") == 0 && !texts_back[1] && texts_back[2][0] == '\0');
    assert_good(mintu_layer_integers(layer, 1, ROWS, integers_back, known_back, &problem));
    assert_true(known_back[0] && !known_back[1] && known_back[2]);
    assert_true(integers_back[0] == 9007199254740993 && integers_back[2] == -7);
    assert_good(mintu_layer_numbers(layer, 2, ROWS, numbers_back, &problem));
    assert_true(numbers_back[0] == 1.5 && isnan(numbers_back[1]) && numbers_back[2] == -2);
    assert_good(mintu_layer_points(layer, ROWS, points_back, &problem));
    assert_true(points_back[0] == 118 && isnan(points_back[2]) && points_back[5] == 26);
    assert_string_equal(mintu_layer_text(layer, 2, 3), "true");
    mintu_layer_free(layer);
}

static void columns_of_another_kind_are_refused(void **state)
{
    (void)state;
    double number;
    int64_t integer;
    bool known;
    const char *text;
    mintu_layer *layer = make_table();
    assert_int_equal(mintu_layer_numbers(layer, 2, 2, &number, &problem), MINTU_STATUS_USAGE);
    assert_non_null(strstr(problem.text, "room for 2 values is given, and it has 1 rows"));
    assert_int_equal(mintu_layer_numbers(layer, 9, 1, &number, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_numbers_set(layer, 0, 1, &number, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_integers(layer, 2, 1, &integer, &known, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_texts(layer, 1, 1, &text, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_points_set(layer, 1, (const double[]){500, 0}, &problem), MINTU_STATUS_INPUT);
    mintu_layer_free(layer);
}

static void values_keep_their_types(void **state)
{
    (void)state;
    mintu_layer *layer = make_table();
    for (size_t field = 0; field < 3; field++) {
        assert_true(mintu_layer_is_null(layer, 0, field));
        assert_string_equal(mintu_layer_text(layer, 0, field), "");
        assert_true(isnan(mintu_layer_number(layer, 0, field)));
    }
    assert_good(mintu_layer_text_set(layer, 0, 0, "闽", &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, 42, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 2, 0.1, &problem));
    assert_string_equal(mintu_layer_text(layer, 0, 0), "闽");
    assert_string_equal(mintu_layer_text(layer, 0, 1), "42");
    assert_string_equal(mintu_layer_text(layer, 0, 2), "0.1");
    assert_true(mintu_layer_number(layer, 0, 1) == 42 && mintu_layer_number(layer, 0, 2) == 0.1);
    assert_true(isnan(mintu_layer_number(layer, 0, 0)));
    assert_good(mintu_layer_text_set(layer, 0, 2, "2.5", &problem));
    assert_true(mintu_layer_number(layer, 0, 2) == 2.5);
    assert_good(mintu_layer_number_set(layer, 0, 0, 3, &problem));
    assert_string_equal(mintu_layer_text(layer, 0, 0), "3");
    assert_true(mintu_layer_number(layer, 0, 0) == 3);
    assert_good(mintu_layer_text_set(layer, 0, 0, NULL, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, (double)NAN, &problem));
    assert_good(mintu_layer_text_set(layer, 0, 2, "", &problem));
    for (size_t field = 0; field < 3; field++)
        assert_true(mintu_layer_is_null(layer, 0, field));
    assert_good(mintu_layer_text_set(layer, 0, 0, "", &problem));
    assert_false(mintu_layer_is_null(layer, 0, 0));
    mintu_layer_free(layer);
}

static void wrong_values_are_refused(void **state)
{
    (void)state;
    mintu_layer *layer = make_table();
    assert_int_equal(mintu_layer_number_set(layer, 0, 1, 1.5, &problem), MINTU_STATUS_USAGE);
    assert_non_null(strstr(problem.text, "whole number"));
    assert_int_equal(mintu_layer_text_set(layer, 0, 2, "1.5 km", &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_text_set(layer, 0, 0, "\xFF", &problem), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_layer_text_set(layer, 1, 0, "x", &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_number_set(layer, 0, 3, 1, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_field_add(layer, "name", MINTU_FIELD_TYPE_TEXT, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_field_add(layer, "", MINTU_FIELD_TYPE_TEXT, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_point_set(layer, 0, 118, 91, &problem), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_layer_point_set(layer, 0, (double)INFINITY, 0, &problem), MINTU_STATUS_INPUT);
    assert_true(mintu_layer_is_null(layer, 9, 0) && mintu_layer_is_null(layer, 0, 9));
    assert_false(mintu_layer_is_further(layer, 0) || mintu_layer_is_further(layer, 9));
    assert_string_equal(mintu_layer_text(layer, 9, 9), "");
    mintu_layer_free(layer);
}

/* A field may be added when there are rows; they keep what they have. */
static void a_late_field_is_null(void **state)
{
    (void)state;
    mintu_layer *layer = make_table();
    assert_good(mintu_layer_text_set(layer, 0, 0, "kept", &problem));
    assert_good(mintu_layer_point_set(layer, 0, 118, 25, &problem));
    assert_good(mintu_layer_field_add(layer, "late", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_int_equal(mintu_layer_field_find(layer, "late"), 3);
    assert_int_equal(mintu_layer_field_find(layer, "LATE"), -1);
    assert_true(mintu_layer_is_null(layer, 0, 3));
    assert_string_equal(mintu_layer_text(layer, 0, 0), "kept");
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_POINT);
    for (int i = 0; i < 100; i++)
        assert_good(mintu_layer_append(layer, &problem));
    assert_good(mintu_layer_text_set(layer, 100, 3, "far", &problem));
    assert_string_equal(mintu_layer_text(layer, 100, 3), "far");
    mintu_layer_free(layer);
}

static void kinds_of_geometry_add_up(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    double bounds[4], place[2];
    bool found;
    add_point(layer, 118, 25);
    assert_good(mintu_layer_append(layer, &problem));
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_POINT);
    /* A horseshoe: its centroid lies outside, its point must not. */
    add_ring(layer, (double[]){0, 0, 9, 0, 9, 9, 8, 9, 8, 1, 1, 1, 1, 9, 0, 9}, 8);
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_MIXED);
    assert_good(mintu_layer_bounds(layer, bounds, &found, &problem));
    assert_true(found && bounds[0] == 0 && bounds[1] == 0 && bounds[2] == 118 && bounds[3] == 25);
    assert_good(mintu_layer_point(context, layer, 2, place, &found, &problem));
    assert_true(found && place[0] > 0 && place[0] < 9 && place[1] > 0 && place[1] < 9);
    assert_true(place[0] < 1 || place[0] > 8 || place[1] < 1);
    assert_good(mintu_layer_point(context, layer, 1, place, &found, &problem));
    assert_false(found);
    assert_int_equal(mintu_layer_point(context, layer, 3, place, &found, &problem), MINTU_STATUS_USAGE);
    mintu_layer_free(layer);
}

static void notes_keep_their_order(void **state)
{
    (void)state;
    mintu_layer *layer = make_layer();
    assert_null(mintu_layer_note(layer, "title"));
    assert_good(mintu_layer_note_set(layer, "title", "one", &problem));
    assert_good(mintu_layer_note_set(layer, "source", "S", &problem));
    assert_good(mintu_layer_note_set(layer, "title", "two", &problem));
    assert_string_equal(mintu_layer_note(layer, "title"), "two");
    assert_good(mintu_layer_note_set(layer, "source", NULL, &problem));
    assert_good(mintu_layer_note_set(layer, "source", NULL, &problem));
    assert_null(mintu_layer_note(layer, "source"));
    static const char *const bad[] = {"features", "type", "", "a=b", "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(mintu_layer_note_set(layer, bad[i], "x", &problem), MINTU_STATUS_USAGE);
    assert_string_equal(mintu_layer_note(layer, "title"), "two");
    mintu_layer_free(layer);
}

static void formats_are_known_by_ending_or_name(void **state)
{
    (void)state;
    mintu_layer *layer = make_table();
    mintu_write_options csv = {.format = "CSV"}, none = {.format = "docx"};
    assert_good(mintu_layer_write(context, layer, inside("a.dat"), &csv, &problem));
    mintu_buffer text = read_text(inside("a.dat"));
    assert_string_equal(text.data, "name,n,x\n,,\n");
    mintu_buffer_free(&text);
    assert_int_equal(mintu_layer_write(context, layer, inside("b.dat"), NULL, &problem), MINTU_STATUS_USAGE);
    assert_non_null(strstr(problem.text, "geojson, json, csv, gpkg, xlsx, fgb, shp or dxf"));
    assert_int_equal(mintu_layer_write(context, layer, inside("b.csv"), &none, &problem), MINTU_STATUS_USAGE);
    assert_non_null(strstr(problem.text, "docx"));
    assert_int_not_equal(access(inside("b.csv"), F_OK), 0);
    mintu_layer_free(layer);
}

static size_t count_files(const char *path)
{
    size_t count = 0;
    DIR *directory = opendir(path);
    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2;
}

/* A failure leaves the folder as it was. */
static void what_cannot_be_written_fails(void **state)
{
    (void)state;
    static const char *const names[] = {"no-such-folder/a.geojson", "no-such-folder/a.csv", "no-such-folder/a.gpkg"};
    mintu_layer *layer = make_table();
    size_t before = count_files(folder);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(mintu_layer_write(context, layer, inside(names[i]), NULL, &problem), MINTU_STATUS_OUTPUT);
        assert_non_null(strstr(problem.source, names[i]));
    }
    assert_int_equal(count_files(folder), before);
    mintu_layer_free(layer);
}

/* Standard output that leads to a full disk. */
static void a_full_disk_is_told(void **state)
{
    (void)state;
    mintu_layer *layer = make_table();
    mintu_write_options options = {.format = "geojson"};
    fflush(stdout);
    int kept = dup(STDOUT_FILENO), full = open("/dev/full", O_WRONLY);
    assert_true(kept >= 0 && full >= 0);
    dup2(full, STDOUT_FILENO);
    mintu_status status = mintu_layer_write(context, layer, "-", &options, &problem);
    clearerr(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    close(full);
    assert_int_equal(status, MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(problem.text, "room on the disk"));
    mintu_layer_free(layer);
}

/* A disk that fills up half-way, played by a limit on the size of files: the old file stays, and nothing is left beside it. */
static void a_failed_write_keeps_the_old_file(void **state)
{
    (void)state;
    static const char *const names[] = {"old.geojson", "old.csv", "old.gpkg"};
    mintu_layer *layer = make_table();
    struct rlimit limit, small;
    for (int i = 0; i < 20000; i++)
        add_box(layer, 118, 25, 119, 26);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    small = (struct rlimit){200000, limit.rlim_max};
    for (size_t i = 0; i < 3; i++) {
        write_text(names[i], "old");
        size_t before = count_files(folder);
        setrlimit(RLIMIT_FSIZE, &small);
        mintu_status status = mintu_layer_write(context, layer, inside(names[i]), NULL, &problem);
        setrlimit(RLIMIT_FSIZE, &limit);
        assert_int_equal(status, MINTU_STATUS_OUTPUT);
        assert_non_null(strstr(problem.source, names[i]));
        assert_int_equal(count_files(folder), before);
        mintu_buffer text = read_text(inside(names[i]));
        assert_string_equal(text.data, "old");
        mintu_buffer_free(&text);
    }
    mintu_layer_free(layer);
}

/* A polygon with a hole and another polygon, through bytes and back. */
static void wkb_gives_what_it_took(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{\"type\":\"Point\",\"coordinates\":[118.5,25]}",
        "{\"type\":\"MultiPoint\",\"coordinates\":[[118.5,25],[119,26]]}",
        "{\"type\":\"LineString\",\"coordinates\":[[118.5,25],[119,26]]}",
        "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[5,6],[7,8],[9,10]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]],"
        "[[[9,9],[9,8],[8,8],[9,9]]]]}"};
    for (uint32_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        static const unsigned char types[] = {1, 4, 2, 5, 3, 6};
        mintu_layer *from, *to = make_layer();
        mintu_bytes bytes, again;
        assert_good(mintu_layer_parse(context, texts[i], "test", &problem, &from));
        assert_good(mintu_layer_wkb(from, 0, &problem, &bytes));
        assert_int_equal(bytes.data[0], 1);
        assert_int_equal(bytes.data[1], types[i]);
        assert_good(mintu_layer_append(to, &problem));
        assert_good(mintu_layer_wkb_set(to, 0, bytes.data, bytes.size, &problem));
        assert_good(mintu_layer_wkb(to, 0, &problem, &again));
        assert_int_equal(again.size, bytes.size);
        assert_memory_equal(again.data, bytes.data, bytes.size);
        mintu_bytes_free(&again);
        for (size_t size = 1; size < bytes.size; size++) /* cut anywhere it is refused, and the row stays */
            assert_int_equal(mintu_layer_wkb_set(to, 0, bytes.data, size, &problem), MINTU_STATUS_INPUT);
        for (size_t at = 0; at < bytes.size; at++) { /* whatever a byte is, it is taken or refused */
            unsigned char kept = bytes.data[at];
            for (int value = 0; value < 256; value += 15) {
                bytes.data[at] = (unsigned char)value;
                mintu_status status = mintu_layer_wkb_set(to, 0, bytes.data, bytes.size, &problem);
                assert_true(status == MINTU_STATUS_OK || status == MINTU_STATUS_INPUT);
            }
            bytes.data[at] = kept;
        }
        assert_good(mintu_layer_wkb_set(to, 0, NULL, 0, &problem));
        assert_good(mintu_layer_wkb(to, 0, &problem, &again));
        assert_null(again.data);
        mintu_bytes_free(&bytes);
        mintu_layer_free(from);
        mintu_layer_free(to);
    }
}

static void wkb_of_other_kinds_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t size;
        mintu_status status;
    } cases[] = {
#define WKB(text, status) {text, sizeof text - 1, status}
        WKB("\0\0\0\0\1\x40\x5D\xA0\0\0\0\0\0\x40\x39\0\0\0\0\0\0", MINTU_STATUS_OK), /* 118.5, 25, the highest byte first */
        WKB("\1\1\0\0\0\0\0\0\0\0\0\xF8\x7F\0\0\0\0\0\0\xF8\x7F", MINTU_STATUS_OK),   /* an empty point */
        WKB("\1\2\0\0\0\0\0\0\0", MINTU_STATUS_OK),                                   /* an empty line */
        WKB("\1\6\0\0\0\0\0\0\0", MINTU_STATUS_OK),
        WKB("\1\1\0\0\0\0\0\0\0\0\0\xF0\x7F\0\0\0\0\0\0\0\0", MINTU_STATUS_INPUT),               /* infinite */
        WKB("\1\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", MINTU_STATUS_INPUT),                 /* one byte more */
        WKB("\1\xE9\3\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", MINTU_STATUS_INPUT), /* Z */
        WKB("\1\1\0\0\x20\xE6\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", MINTU_STATUS_INPUT),     /* SRID */
        WKB("\1\7\0\0\0\0\0\0\0", MINTU_STATUS_INPUT),                                           /* a collection */
        WKB("\2\1\0\0\0", MINTU_STATUS_INPUT),
        WKB("\1\2\0\0\0\xFF\xFF\xFF\xFF", MINTU_STATUS_INPUT),                   /* four thousand million positions */
        WKB("\1\5\0\0\0\xFF\xFF\xFF\x7F\1\2\0\0\0\0\0\0\0", MINTU_STATUS_INPUT), /* as many lines */
        WKB("\1\4\0\0\0\1\0\0\0\1\2\0\0\0\0\0\0\0", MINTU_STATUS_INPUT),         /* a line among points */
    };
    mintu_layer *layer = make_layer();
    add_point(layer, 1, 2);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_status status = mintu_layer_wkb_set(layer, 0, (const unsigned char *)cases[i].bytes, cases[i].size, &problem);
        if (status != cases[i].status)
            fail_msg("%zu: %d %s", i, (int)status, problem.text);
    }
    assert_int_equal(mintu_layer_wkb_set(layer, 0, NULL, 5, &problem), MINTU_STATUS_USAGE);
    assert_int_equal(mintu_layer_wkb_set(layer, 1, NULL, 0, &problem), MINTU_STATUS_USAGE);
    mintu_bytes bytes;
    assert_int_equal(mintu_layer_wkb(layer, 1, &problem, &bytes), MINTU_STATUS_USAGE);
    assert_null(bytes.data);
    mintu_layer_free(layer);
}

/* What people write is read where numbers are asked for; codes, and columns that are no texts, stay. */
static void texts_are_read_as_numbers(void **state)
{
    (void)state;
    static const char *const texts[] = {"1.2万", "—", "４,000"}, *const codes[] = {"0591", "0592", "0593"};
    char place[64], cut[8];
    mintu_layer *layer;
    assert_good(mintu_layer_new(context, "t", &problem, &layer));
    assert_good(mintu_layer_field_add(layer, "a", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_field_add(layer, "b", MINTU_FIELD_TYPE_TEXT, &problem));
    assert_good(mintu_layer_rows_add(layer, 3, &problem));
    assert_good(mintu_layer_texts_set(layer, 0, 3, texts, &problem));
    assert_good(mintu_layer_texts_set(layer, 1, 3, codes, &problem));
    assert_int_equal(mintu_layer_numbers_read(context, layer, 2, &problem), MINTU_STATUS_USAGE);
    assert_good(mintu_layer_numbers_read(context, layer, 0, &problem));
    assert_good(mintu_layer_numbers_read(context, layer, 1, &problem));
    assert_int_equal(mintu_layer_field_type(layer, 0), MINTU_FIELD_TYPE_INTEGER);
    assert_true(mintu_layer_number(layer, 0, 0) == 12000 && mintu_layer_number(layer, 2, 0) == 4000);
    assert_true(mintu_layer_is_null(layer, 1, 0));
    assert_int_equal(mintu_layer_field_type(layer, 1), MINTU_FIELD_TYPE_TEXT);
    assert_string_equal(mintu_layer_text(layer, 0, 1), "0591");
    mintu_layer_row_place(layer, 2, place, sizeof place);
    assert_string_equal(place, "row 3: 0593");
    mintu_layer_row_place(layer, 2, cut, sizeof cut);
    assert_string_equal(cut, "row 3");
    mintu_layer_free(layer);
}

/* The points, and the columns that they came from. */
static void a_datum_is_taken_out(void **state)
{
    (void)state;
    double point[2];
    bool found;
    mintu_layer *layer;
    assert_good(mintu_layer_new(context, "t", &problem, &layer));
    assert_good(mintu_layer_field_add(layer, "lon", MINTU_FIELD_TYPE_INTEGER, &problem));
    assert_good(mintu_layer_field_add(layer, "lat", MINTU_FIELD_TYPE_REAL, &problem));
    assert_good(mintu_layer_rows_add(layer, 1, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 0, 118, &problem));
    assert_good(mintu_layer_number_set(layer, 0, 1, 25, &problem));
    assert_good(mintu_layer_point_set(layer, 0, 118, 25, &problem));
    assert_int_equal(mintu_layer_datum_convert(context, layer, MINTU_DATUM_END, &problem), MINTU_STATUS_USAGE);
    assert_good(mintu_layer_datum_convert(context, layer, MINTU_DATUM_GCJ02, &problem));
    assert_good(mintu_layer_point(context, layer, 0, point, &found, &problem));
    assert_true(found && fabs(point[0] - 117.9951) < 1e-4 && fabs(point[1] - 25.0028) < 1e-4);
    assert_true(fabs(mintu_layer_number(layer, 0, 0) - point[0]) < 1e-7);
    assert_true(fabs(mintu_layer_number(layer, 0, 1) - point[1]) < 1e-7);
    assert_string_equal(mintu_layer_note(layer, "datum"), "WGS 84");
    mintu_layer_free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_layer_is_empty),
        cmocka_unit_test(whole_columns_come_back),
        cmocka_unit_test(columns_of_another_kind_are_refused),
        cmocka_unit_test(values_keep_their_types),
        cmocka_unit_test(texts_are_read_as_numbers),
        cmocka_unit_test(a_datum_is_taken_out),
        cmocka_unit_test(wrong_values_are_refused),
        cmocka_unit_test(a_late_field_is_null),
        cmocka_unit_test(kinds_of_geometry_add_up),
        cmocka_unit_test(notes_keep_their_order),
        cmocka_unit_test(formats_are_known_by_ending_or_name),
        cmocka_unit_test(what_cannot_be_written_fails),
        cmocka_unit_test(a_full_disk_is_told),
        cmocka_unit_test(wkb_gives_what_it_took),
        cmocka_unit_test(wkb_of_other_kinds_is_refused),
        cmocka_unit_test(a_failed_write_keeps_the_old_file),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
