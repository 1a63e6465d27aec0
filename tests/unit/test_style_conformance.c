/* MapLibre's own expression tests (maplibre-style-spec, test/integration/expression), when the folder in MINTU_FIXTURES holds
 * them as maplibre-expressions.json. A case agrees when the verdict on the expression and every value do. */
#define _POSIX_C_SOURCE 200809L
#include <mintu/style.h>

#include <jansson.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Counted apart: a function object is refused, and the expression that the refusal prints gives every value of the case; and
 * what print refuses on purpose, types and operators that only a running map has a use for. */
enum { AGREE, SAID_ANEW, REFUSED, DISAGREE, VERDICTS };

static bool close_enough(double a, double b)
{
    return fabs(a - b) <= 1e-4 * fmax(1, fmax(fabs(a), fabs(b)));
}

/* The members of the suite's objects of numbers, colours and projections, in the order of the arrays that we write; NULL for others. */
static json_t *as_array(const json_t *expected)
{
    static const char *const members[][4] = {{"r", "g", "b", "a"}, {"from", "to", "transition", NULL}};
    const json_t *values = json_object_get(expected, "values");
    if (values)
        return json_copy((json_t *)values);
    for (size_t i = 0; i < 2; i++) {
        if (!json_object_get(expected, members[i][0]))
            continue;
        json_t *array = json_array();
        for (size_t k = 0; k < 4 && members[i][k]; k++)
            json_array_append(array, json_object_get(expected, members[i][k]));
        return array;
    }
    return NULL;
}

static bool same(const json_t *a, const json_t *b)
{
    json_t *array = json_is_array(a) && json_is_object(b) ? as_array(b) : NULL;
    if (array) {
        bool equal = same(a, array);
        json_decref(array);
        return equal;
    }
    if (json_is_number(a) && json_is_number(b))
        return close_enough(json_number_value(a), json_number_value(b));
    if (json_is_array(a) && json_is_array(b)) {
        bool equal = json_array_size(a) == json_array_size(b);
        for (size_t i = 0; equal && i < json_array_size(a); i++)
            equal = same(json_array_get(a, i), json_array_get(b, i));
        return equal;
    }
    if (json_is_object(a) && json_is_object(b)) {
        bool equal = json_object_size(a) == json_object_size(b);
        const char *key;
        json_t *value;
        json_object_foreach((json_t *)a, key, value) equal = equal && same(value, json_object_get(b, key));
        return equal;
    }
    return json_equal(a, b);
}

/* The type of the case's property as mintu_style_eval() takes it; "" for any. */
static void type_text(const json_t *spec, char *text, size_t room)
{
    const char *type = json_string_value(json_object_get(spec, "type")),
               *item = json_string_value(json_object_get(spec, "value"));
    const json_t *length = json_object_get(spec, "length");
    if (item && length)
        snprintf(text, room, "array<%s, %d>", item, (int)json_integer_value(length));
    else if (item)
        snprintf(text, room, "array<%s>", item);
    else
        snprintf(text, room, "%s", type ? type : "");
}

typedef struct sample {
    char type[64], tile[64], *expression, *properties, *id, *state, *geometry;
    const char *geometry_type;
    double zoom;
} sample;

static mintu_status evaluate(const sample *s, mintu_error *error, char **out)
{
    const mintu_style_eval_options options = {.type = s->type[0] ? s->type : NULL,
                                              .zoom = s->zoom,
                                              .properties = s->properties,
                                              .geometry = s->geometry,
                                              .geometry_type = s->geometry_type,
                                              .tile = s->tile[0] ? s->tile : NULL,
                                              .id = s->id,
                                              .state = s->state};
    *error = (mintu_error){0};
    return mintu_style_eval(s->expression, &options, error, out);
}

static int judge_output(const sample *s, const json_t *expected, char *note, size_t room)
{
    mintu_error error;
    char *text = NULL;
    mintu_status status = evaluate(s, &error, &text);
    bool fails = json_is_object(expected) && json_object_get(expected, "error");
    json_t *value = text ? json_loads(text, JSON_DECODE_ANY, NULL) : NULL;
    int verdict =
        (fails ? status == MINTU_STATUS_FINDINGS : status == MINTU_STATUS_OK && same(value, expected)) ? AGREE : DISAGREE;
    if (status == MINTU_STATUS_UNSUPPORTED)
        verdict = REFUSED;
    snprintf(note, room, "got %s %s", text ? text : "", error.text);
    json_decref(value);
    free(text);
    return verdict;
}

/* Without a tile the geometry gives its type only. */
static void load_geometry(sample *s, const json_t *geometry, const json_t *tile)
{
    s->tile[0] = '\0';
    s->geometry = geometry && tile ? json_dumps(geometry, 0) : NULL;
    s->geometry_type = geometry && !tile ? json_string_value(json_object_get(geometry, "type")) : NULL;
    if (tile)
        snprintf(s->tile, sizeof s->tile, "%d/%d/%d", (int)json_integer_value(json_object_get(tile, "z")),
                 (int)json_integer_value(json_object_get(tile, "x")), (int)json_integer_value(json_object_get(tile, "y")));
}

static int judge_inputs(const json_t *test, sample *s, char *note, size_t room)
{
    const json_t *inputs = json_object_get(test, "inputs"),
                 *outputs = json_object_get(json_object_get(test, "expected"), "outputs");
    int verdict = AGREE;
    for (size_t i = 0; i < json_array_size(inputs) && i < json_array_size(outputs) && verdict == AGREE; i++) {
        const json_t *view = json_array_get(json_array_get(inputs, i), 0),
                     *feature = json_array_get(json_array_get(inputs, i), 1);
        const json_t *properties = json_object_get(feature, "properties");
        s->zoom = json_number_value(json_object_get(view, "zoom"));
        s->properties = properties ? json_dumps(properties, 0) : NULL;
        load_geometry(s, json_object_get(feature, "geometry"), json_object_get(view, "canonicalID"));
        s->id = json_object_get(feature, "id") ? json_dumps(json_object_get(feature, "id"), JSON_ENCODE_ANY) : NULL;
        verdict = judge_output(s, json_array_get(outputs, i), note, room);
        free(s->properties);
        free(s->geometry);
        free(s->id);
    }
    return verdict;
}

static int judge_expression(const json_t *test, sample *s, char *note, size_t room)
{
    const char *result =
        json_string_value(json_object_get(json_object_get(json_object_get(test, "expected"), "compiled"), "result"));
    mintu_error error;
    char *text = NULL;
    mintu_status status = evaluate(s, &error, &text);
    bool valid = status == MINTU_STATUS_OK || status == MINTU_STATUS_FINDINGS;
    snprintf(note, room, "status %d %s", (int)status, error.text);
    free(text);
    if (status == MINTU_STATUS_UNSUPPORTED)
        return REFUSED;
    if (valid != (result && strcmp(result, "success") == 0))
        return DISAGREE;
    return valid ? judge_inputs(test, s, note, room) : AGREE;
}

/* The expression that a refusal tells to write instead has to give what the function object gave. */
static int judge_suggestion(const json_t *test, sample *s, char *note, size_t room)
{
    char *start = strstr(note, "write the expression [");
    if (!start)
        return REFUSED;
    char *before = s->expression;
    s->expression = strdup(start + strlen("write the expression "));
    int verdict = judge_expression(test, s, note, room);
    free(s->expression);
    s->expression = before;
    return verdict == AGREE ? SAID_ANEW : DISAGREE;
}

static int judge(const json_t *test, char *note, size_t room)
{
    const json_t *state = json_object_get(test, "globalState");
    sample s = {.expression = json_dumps(json_object_get(test, "expression"), JSON_ENCODE_ANY)};
    s.state = state ? json_dumps(state, 0) : NULL;
    type_text(json_object_get(test, "propertySpec"), s.type, sizeof s.type);
    int verdict = judge_expression(test, &s, note, room);
    if (verdict == REFUSED)
        verdict = judge_suggestion(test, &s, note, room);
    free(s.expression);
    free(s.state);
    return verdict;
}

static void test_maplibre_suite(void **state)
{
    (void)state;
    const char *folder = getenv("MINTU_FIXTURES");
    char path[1024], note[2048];
    snprintf(path, sizeof path, "%s/maplibre-expressions.json", folder ? folder : "");
    json_t *suite = folder ? json_load_file(path, 0, NULL) : NULL;
    if (!suite)
        skip();
    const json_t *cases = json_object_get(suite, "cases");
    size_t counts[VERDICTS] = {0}, count = json_array_size(cases);
    for (size_t i = 0; i < count; i++) {
        const json_t *entry = json_array_get(cases, i);
        int verdict = judge(json_object_get(entry, "test"), note, sizeof note);
        counts[verdict]++;
        if (verdict > SAID_ANEW)
            print_message("%s %s: %s\n", verdict == REFUSED ? "refused " : "disagree",
                          json_string_value(json_object_get(entry, "name")), note);
    }
    print_message("%zu cases: %zu agree, %zu agree as the expression that the refusal prints, %zu outside print and refused, "
                  "%zu disagree\n",
                  count, counts[AGREE], counts[SAID_ANEW], counts[REFUSED], counts[DISAGREE]);
    json_decref(suite);
    assert_true(count > 0);
    assert_int_equal(counts[DISAGREE], 0);
    assert_true((double)counts[REFUSED] <= 0.02 * (double)count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_maplibre_suite)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
