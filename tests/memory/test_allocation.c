/* Each of our allocations fails in turn (the linker wraps malloc, calloc and realloc of the static library): the call must say
 * that memory ran out, and neither crash nor leak. Libraries keep their own allocators. */
#include <mintu/mintu.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *data, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *data, size_t size);

static long until_failure = -1; /* allocations that still succeed; negative: all do */

static int fails(void)
{
    return until_failure >= 0 && until_failure-- == 0;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *data, size_t size)
{
    return fails() ? NULL : __real_realloc(data, size);
}

typedef mintu_status scenario(mintu_error *error);

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
    mintu_places_query query = {.level = MINTU_LEVEL_END, .pilot = MINTU_PILOT_ANY};
    mintu_status status = mintu_context_new(error, &context);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(context, getenv("MINTU_GEODATA"), error, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_places(context, gazetteer, &query, error, &places);
    mintu_layer_free(places);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return status;
}

static mintu_status parse_style(mintu_error *error)
{
    static const char text[] = "{\"version\": 8, \"name\": \"x\", \"sources\": {\"a\": {\"type\": \"geojson\", \"data\": \"mintu:a\"}},"
                               "\"layers\": [{\"id\": \"b\", \"type\": \"fill\", \"source\": \"a\", \"filter\": [\"==\", [\"get\", \"k\"], 1],"
                               "\"paint\": {\"fill-color\": [\"match\", [\"get\", \"k\"], \"x\", \"#ff0000\", \"blue\"]},"
                               "\"metadata\": {\"mintu:legend\": {\"label\": {\"zh\": \"甲\", \"en\": \"A\"}}}}]}";
    mintu_style *style = NULL;
    mintu_status status = mintu_style_parse(text, sizeof text - 1, "test.json", error, &style);
    mintu_style_free(style);
    return status;
}

/* Fails the first allocation, then the second, … then every 7th once there are many, until the scenario succeeds. */
static void try_all(scenario *run)
{
    for (long allowed = 0; allowed < 10000000; allowed += 1 + allowed / 7) {
        mintu_error error = {0};
        until_failure = allowed;
        mintu_status status = run(&error);
        int reached = until_failure < 0;
        until_failure = -1;
        if (!reached) {
            assert_int_equal(status, MINTU_STATUS_OK);
            return;
        }
        assert_int_equal(status, MINTU_STATUS_MEMORY);
        assert_true(strstr(error.text, "memory") != NULL);
    }
    fail();
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
