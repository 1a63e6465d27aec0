#define _DEFAULT_SOURCE
#include "gdal/database.h"
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_plain_words_are_shown)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
