/* Each of our allocations fails in turn (the linker wraps malloc, calloc and realloc of the static library): the call must say
 * that memory ran out, and neither crash nor leak. Libraries keep their own allocators. */
#include "wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static mintu_status geocode(mintu_error *error)
{
    mintu_context *context = NULL;
    mintu_gazetteer *gazetteer = NULL;
    mintu_geocoder *geocoder = NULL;
    mintu_match match;
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(gazetteer, NULL, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(geocoder, "安溪龍門", error, &match);
    mintu_geocoder_free(geocoder);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return status;
}

static mintu_status list_places(mintu_error *error)
{
    mintu_context *context = NULL;
    mintu_gazetteer *gazetteer = NULL;
    mintu_layer *places = NULL;
    mintu_places_query query = {.rosters = MINTU_ROSTERS_ANY};
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_places_layer(context, gazetteer, &query, error, &places);
    mintu_layer_free(places);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return status;
}

static mintu_status parse_style(mintu_error *error)
{
    static const char text[] =
        "{\"version\": 8, \"name\": \"x\", \"sources\": {\"a\": {\"type\": \"geojson\", \"data\": \"mintu:a\"}},"
        "\"layers\": [{\"id\": \"b\", \"type\": \"fill\", \"source\": \"a\", \"filter\": [\"==\", [\"get\", \"k\"], 1],"
        "\"paint\": {\"fill-color\": [\"match\", [\"get\", \"k\"], \"x\", \"#ff0000\", \"blue\"]},"
        "\"metadata\": {\"mintu:legend\": {\"label\": {\"zh\": \"甲\", \"en\": \"A\"}}}}]}";
    mintu_style *style = NULL;
    mintu_status status = mintu_style_parse(text, sizeof text - 1, "test.json", error, &style);
    mintu_style_free(style);
    return status;
}

static void test_geocode(void **state)
{
    (void)state;
    try_all(geocode);
}

static void test_list_places(void **state)
{
    (void)state;
    try_all(list_places);
}

static void test_parse_style(void **state)
{
    (void)state;
    try_all(parse_style);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_geocode), cmocka_unit_test(test_list_places),
                                       cmocka_unit_test(test_parse_style)};
    return getenv("MINTU_GEODATA") ? cmocka_run_group_tests(tests, NULL, NULL) : 77;
}
