/* The ledger: what the data package gives, and on random packages that every total is the sum of its lines. */
#include "unit/test_gazetteer_package.h"

#include <math.h>

/* The classes of the bundled package, and of the tests' own. */
enum { COUNTY, SMALL_CITY, TOWN, ALL };

static void find(mintu_context **context, mintu_gazetteer **gazetteer)
{
    mintu_error error;
    assert_int_equal(mintu_context_new(&error, context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(*context, getenv("MINTU_GEODATA"), &error, gazetteer), MINTU_STATUS_OK);
}

static void the_package_gives_58_and_56(void **state)
{
    (void)state;
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_quota *quota;
    mintu_error error;
    find(&context, &gazetteer);
    assert_int_equal(mintu_quota_new(gazetteer, NULL, &error, &quota), MINTU_STATUS_OK);
    assert_int_equal(mintu_quota_lines(quota, 2014, COUNTY), 58);
    assert_int_equal(mintu_quota_mu(quota, 2014, COUNTY), 5800);
    assert_int_equal(mintu_quota_lines(quota, 2015, COUNTY), 56);
    assert_int_equal(mintu_quota_lines(quota, 2014, SMALL_CITY), 15);
    size_t cities = 0;
    for (size_t i = 0; i < mintu_quota_count(quota); i++) {
        const mintu_quota_line *line = mintu_quota_line_at(quota, i);
        cities += line->year == 2014 && line->kind == COUNTY && strstr(line->ground, "county-level-city on");
        assert_string_not_equal(line->code, "350527");
    }
    assert_int_equal(cities, 14);
    assert_null(mintu_quota_line_at(quota, mintu_quota_count(quota)));
    mintu_quota_free(quota);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
}

static unsigned seed = 20141101;
static unsigned chance(unsigned below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* A package of 5 prefectures with 8 county-level units of random types and 6 towns each, some of them on rosters. */
static void random_package(world *w, size_t *both)
{
    static char places[131072], names[65536], cities[65536], towns[65536];
    int p = 0, n = 0, c = 0, t = 0, city = 0, town = 0;
    *both = 0;
    p += sprintf(places, "code,name,name_en,level,type,parent,lon,lat,precision,certainty,source,source_id,from,to\n"
                         "990000,省,P,province,province,,111,21,province,matched,S,,,\n");
    n += sprintf(names, "code,name,kind,code_then,parent,from,to\n");
    c += sprintf(cities, "no,code,name,notice_name,certainty,source,note\n");
    t += sprintf(towns, "no,code,name,batch,certainty,source,note\n");
    for (int i = 1; i <= 5; i++) {
        p += sprintf(places + p, "990%d00,州%d市,Z,prefecture,prefecture-level-city,990000,111,21,prefecture,matched,S,,,\n", i,
                     i);
        for (int j = 1; j <= 8; j++) {
            static const char *const types[] = {"county", "county-level-city", "district"}, *const ends[] = {"县", "市", "区"};
            unsigned type = chance(3);
            int year = 2010 + (int)chance(12);
            bool changed = type == 2 && chance(2);
            p += sprintf(places + p, "990%d0%d,县%d%d%s,X,county,%s,990%d00,111,21,county,matched,S,,,\n", i, j, i, j,
                         ends[type], types[type], i);
            if (changed)
                n += sprintf(names + n,
                             "990%d0%d,县%d%d县,official,,990%d00,,%d-0%u-11\n990%d0%d,县%d%d区,official,,990%d00,%d-0%u-11,\n",
                             i, j, i, j, i, year, 1 + chance(9), i, j, i, j, i, year, 1u);
            for (int k = 1; k <= 6; k++) {
                bool is_city = chance(4) == 0, is_town = chance(3) == 0;
                p += sprintf(places + p, "990%d0%d00%d,镇%d%d%d镇,T,township,town,990%d0%d,111,21,town,attested,S,,,\n", i, j,
                             k, i, j, k, i, j);
                if (is_city)
                    c += sprintf(cities + c, "%d,990%d0%d00%d,x,x,attested,S,\n", ++city, i, j, k);
                if (is_town)
                    t += sprintf(towns + t, "%d,990%d0%d00%d,x,,attested,S,\n", ++town, i, j, k);
                *both += is_city && is_town;
            }
        }
    }
    world_write(w, "places.csv", places);
    world_write(w, "place_names.csv", names);
    world_write(w, "pilot_cities.csv", cities);
    world_write(w, "pilot_towns.csv", towns);
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

/* Sum over the lines that a row of totals speaks of, computed from the lines alone. */
static int64_t expected(const mintu_quota *quota, const mintu_layer *totals, size_t row, int kind, size_t *lines)
{
    double year = number(totals, row, "year");
    char of[16], code[16];
    snprintf(of, sizeof of, "%s", world_text(totals, row, "of"));
    snprintf(code, sizeof code, "%s", world_text(totals, row, "code"));
    int64_t sum = 0;
    *lines = 0;
    for (size_t i = 0; i < mintu_quota_count(quota); i++) {
        const mintu_quota_line *line = mintu_quota_line_at(quota, i);
        bool in = isnan(year) || line->year == (int)year;
        if (strcmp(of, "county") == 0)
            in = in && strcmp(line->county_code, code) == 0;
        if (strcmp(of, "prefecture") == 0)
            in = in && strcmp(line->prefecture_code, code) == 0;
        if (strcmp(of, "kind") == 0)
            in = in && strcmp(mintu_quota_kind_text(quota, line->kind), code) == 0;
        *lines += in;
        sum += in && (kind == ALL || line->kind == kind) ? line->mu : 0;
    }
    return sum;
}

static void check_totals(world *w, const mintu_quota *quota, mintu_quota_by by)
{
    static const char *const columns[] = {"county", "small_city", "town", "mu"};
    mintu_layer *totals;
    size_t lines;
    assert_int_equal(mintu_quota_totals(w->context, quota, by, &w->error, &totals), MINTU_STATUS_OK);
    double groups = 0, all = 0;
    for (size_t row = 0; row < mintu_layer_count(totals); row++) {
        const char *of = world_text(totals, row, "of");
        if (strcmp(of, "not-placed") == 0) {
            assert_true(isnan(number(totals, row, "mu")));
            continue;
        }
        for (int kind = 0; kind <= ALL; kind++)
            assert_true(number(totals, row, columns[kind]) == (double)expected(quota, totals, row, kind, &lines));
        assert_true(number(totals, row, "lines") == (double)lines);
        assert_true(number(totals, row, "ha") == number(totals, row, "mu") / 15);
        if (strcmp(world_text(totals, row, "of"), "all") == 0)
            all += number(totals, row, "mu");
        else if (isnan(number(totals, row, "year")) || by == MINTU_QUOTA_BY_YEAR)
            groups += number(totals, row, "mu");
    }
    assert_true(groups == all && all == (double)mintu_quota_mu(quota, 0, MINTU_QUOTA_ALL));
    mintu_layer_free(totals);
}

static void random_totals_are_sums_of_lines(void **state)
{
    (void)state;
    for (int round = 0; round < 25; round++) {
        world w;
        size_t both;
        int64_t sums[MINTU_QUOTA_OVERLAP_END];
        world_make(&w);
        random_package(&w, &both);
        assert_int_equal(world_open(&w), MINTU_STATUS_OK);
        mintu_quota_options options = {.from = 2012, .to = 2012 + (int)chance(6), .rate = chance(1000), .on = 1231};
        for (int overlap = 0; overlap < MINTU_QUOTA_OVERLAP_END; overlap++)
            for (int reading = MINTU_QUOTA_READING_END - 1; reading >= 0; reading--) {
                mintu_quota *quota;
                options.overlap = (mintu_quota_overlap)overlap;
                options.reading = (mintu_quota_reading)reading;
                assert_int_equal(mintu_quota_new(w.gazetteer, &options, &w.error, &quota), MINTU_STATUS_OK);
                for (int by = 0; by < MINTU_QUOTA_BY_END; by++)
                    check_totals(&w, quota, (mintu_quota_by)by);
                sums[overlap] = mintu_quota_mu(quota, 0, MINTU_QUOTA_ALL);
                mintu_quota_free(quota);
            }
        int64_t years = options.to - options.from + 1;
        assert_true(sums[MINTU_QUOTA_OVERLAP_EACH] - sums[MINTU_QUOTA_OVERLAP_ONCE] == (int64_t)both * options.rate * years);
        world_free(&w);
    }
}

static void wrong_options_are_usage(void **state)
{
    world *w = *state;
    static const mintu_quota_options wrong[] = {
        {.from = 2018, .to = 2014, .rate = 1, .on = 1231},
        {.from = 2014, .to = 2018, .rate = -2, .on = 1231},
        {.from = 2014, .to = 2018, .on = 1231}, /* this package states no rate */
        {.from = 2014, .to = 2018, .rate = 1, .on = 230},
        {.from = 2014, .to = 2018, .rate = 1, .on = -1},
        {.from = 1, .to = 9999, .rate = 1, .on = 1231},
        {.from = 2014, .to = 2014, .rate = 1, .on = 1231, .overlap = MINTU_QUOTA_OVERLAP_END},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        mintu_quota *quota;
        assert_int_equal(mintu_quota_new(w->gazetteer, &wrong[i], &w->error, &quota), MINTU_STATUS_USAGE);
        assert_null(quota);
    }
    mintu_quota *quota; /* this package states no rule */
    assert_int_equal(mintu_quota_new(w->gazetteer, NULL, &w->error, &quota), MINTU_STATUS_USAGE);
}

static void a_double_is_told_with_its_line(void **state)
{
    (void)state;
    world w;
    mintu_quota *quota;
    mintu_quota_options options = {.from = 2014, .to = 2014, .rate = 100, .on = 1231};
    world_make(&w);
    world_write(&w, "pilot_towns.csv",
                "no,code,name,batch,certainty,source,note\n1,990221003,x,1,a,T,\n2,990221003,x,1,a,T,\n");
    assert_int_equal(world_open(&w), MINTU_STATUS_OK);
    assert_int_equal(mintu_quota_new(w.gazetteer, &options, &w.error, &quota), MINTU_STATUS_INPUT);
    assert_int_equal(w.error.line, 3);
    world_free(&w);
}

static void layers_and_texts(void **state)
{
    world *w = *state;
    mintu_quota *quota;
    mintu_layer *ledger, *remarks;
    mintu_quota_options options;
    assert_int_equal(mintu_quota_options_init(w->gazetteer, &w->error, &options), MINTU_STATUS_OK);
    assert_int_equal(options.rate, 0);
    options.from = options.to = 2014;
    options.rate = 7;
    assert_int_equal(mintu_quota_new(w->gazetteer, &options, &w->error, &quota), MINTU_STATUS_OK);
    assert_int_equal(mintu_quota_ledger(w->context, quota, &w->error, &ledger), MINTU_STATUS_OK);
    /* 龙江县, a county until 2015-02-09, and 白石县; two small cities; two towns more, of four */
    assert_int_equal(mintu_layer_count(ledger), 6);
    assert_string_equal(world_text(ledger, 0, "unit"), "龙江县");
    assert_non_null(strstr(world_text(ledger, 0, "ground"), "2015-02-09"));
    assert_int_equal(mintu_quota_remarks(w->context, quota, &w->error, &remarks), MINTU_STATUS_OK);
    size_t row = world_row(remarks, "subject", "not-identified");
    assert_non_null(strstr(world_text(remarks, row, "text"), "1 of 4 not identified: up to 7 mu"));
    row = world_row(remarks, "subject", "change");
    assert_true(number(remarks, row, "year") == 2015);
    assert_string_equal(mintu_quota_kind_text(quota, SMALL_CITY), "small-city");
    assert_string_equal(mintu_quota_kind_text(quota, MINTU_QUOTA_ALL), "");
    assert_string_equal(mintu_quota_kind_text(quota, mintu_quota_kind_count(quota)), "");
    mintu_layer_free(ledger);
    mintu_layer_free(remarks);
    mintu_quota_free(quota);
    mintu_quota_free(NULL);
}

static double sum_of(const mintu_layer *layer, const char *field)
{
    size_t at = (size_t)mintu_layer_field_find(layer, field);
    double sum = 0;
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        sum += mintu_layer_is_null(layer, row, at) ? 0 : mintu_layer_number(layer, row, at);
    return sum;
}

static void layers_of_a_year_add_up_to_the_ledger(void **state)
{
    (void)state;
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_error error;
    find(&context, &gazetteer);
    for (int overlap = 0; overlap < MINTU_QUOTA_OVERLAP_END; overlap++) {
        mintu_quota *quota;
        mintu_layer *layer;
        mintu_quota_options options;
        assert_int_equal(mintu_quota_options_init(gazetteer, &error, &options), MINTU_STATUS_OK);
        options.overlap = (mintu_quota_overlap)overlap;
        assert_int_equal(mintu_quota_new(gazetteer, &options, &error, &quota), MINTU_STATUS_OK);
        double mu = (double)mintu_quota_mu(quota, 2015, MINTU_QUOTA_ALL), pilots = 0;
        for (int level = MINTU_LEVEL_PREFECTURE; level <= MINTU_LEVEL_COUNTY; level++) {
            assert_int_equal(mintu_quota_units(context, quota, (mintu_level)level, 2015, &error, &layer), MINTU_STATUS_OK);
            assert_true(sum_of(layer, "mu") == mu);
            assert_true(sum_of(layer, "mu_county") + sum_of(layer, "mu_pilots") == mu);
            pilots = sum_of(layer, "pilots");
            assert_int_equal(mintu_layer_is_null(layer, 0, (size_t)mintu_layer_field_find(layer, "mu")), 0);
            mintu_layer_free(layer);
        }
        assert_int_equal(mintu_quota_pilots(context, quota, 2015, &error, &layer), MINTU_STATUS_OK);
        assert_true(pilots == (double)mintu_layer_count(layer)); /* each place once under both rules */
        assert_true(sum_of(layer, "mu") == mu - (double)mintu_quota_mu(quota, 2015, COUNTY));
        mintu_layer_free(layer);
        assert_int_equal(mintu_quota_pilots(context, quota, 2026, &error, &layer), MINTU_STATUS_USAGE);
        assert_null(layer);
        assert_int_equal(mintu_quota_units(context, quota, MINTU_LEVEL_TOWNSHIP, 2015, &error, &layer), MINTU_STATUS_USAGE);
        mintu_quota_free(quota);
    }
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_of_a_year_add_up_to_the_ledger),
        cmocka_unit_test(the_package_gives_58_and_56),
        cmocka_unit_test(random_totals_are_sums_of_lines),
        cmocka_unit_test(a_double_is_told_with_its_line),
        cmocka_unit_test_setup_teardown(wrong_options_are_usage, world_set_up, world_tear_down),
        cmocka_unit_test_setup_teardown(layers_and_texts, world_set_up, world_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
