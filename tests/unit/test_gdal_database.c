#define _DEFAULT_SOURCE
#include "gdal/database.h"
#include "gdal/database_read.h"
#include "test_geo_helper.h"

static void only_plain_words_are_shown(void **state)
{
    (void)state;
    static const struct {
        const char *connection, *shown;
    } all[] = {
        {"PG:dbname=gis host=localhost password=S3cr port=5432", "PG:dbname=gis host=localhost port=5432"},
        {"PG:dbname='gis' user = 'me' password='S3 cr'", "PG:dbname=gis user=me"},
        {"PG:password='a\\'b host=S3cr' dbname=gis", "PG:dbname=gis"},
        {"PG:dbname='postgresql://u:S3cr@h/x'", "PG:…"},
        {"PG:postgresql://u:S3cr@h/x", "PG:…"},
        {"PG:dbname='a b'", "PG:…"},
        {"PG:S3cr dbname=gis", "PG:…"},
        {"PG:passwrd=S3cr sslpassword=S3cr host=地图", "PG:host=地图"},
        {"PG:dbname='S3cr", "PG:…"},
        {"PG:", "PG:…"},
        {"PG:dbname", "PG:…"},
        {"PG:dbname=", "PG:…"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char *shown = mintu_database_shown(all[i].connection);
        assert_string_equal(shown, all[i].shown);
        free(shown);
    }
}

/* A file may have such a name; only who allows databases means one, and only then is a part of it hidden. */
static void a_database_stands_for_a_file_where_that_is_allowed(void **state)
{
    (void)state;
    static const char path[] = "pg:dbname=gis host=/none password=S3cr|layername=a,b";
    for (int allowed = 0; allowed < 2; allowed++) {
        mintu_layer *layer;
        mintu_error error = {0};
        mintu_context_databases_set(context, allowed);
        char *shown = mintu_path_shown(context, path), *file = mintu_path_shown(context, "PGx");
        assert_int_equal(mintu_path_is_database(context, path), allowed);
        assert_false(mintu_path_is_database(context, "PGx"));
        assert_string_equal(shown, allowed ? "PG:dbname=gis host=/none|layername=a,b" : path);
        assert_string_equal(file, "PGx");
        assert_int_equal(mintu_layer_load(context, path, NULL, &error, &layer), MINTU_STATUS_INPUT);
        assert_int_equal(strstr(error.text, "opening a database") != NULL, allowed);
        assert_int_equal(strncmp(error.source, "PG:dbname=gis host=/none", 24) == 0, allowed);
        free(shown);
        free(file);
    }
    mintu_context_databases_set(context, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_plain_words_are_shown),
                                       cmocka_unit_test(a_database_stands_for_a_file_where_that_is_allowed)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
