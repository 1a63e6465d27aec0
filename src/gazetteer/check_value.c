#include "gazetteer/check_value.h"

#include "format/number.h"
#include "gazetteer/check_data.h"

#include <mintu/date.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

/* Types of Frictionless Table Schema that the tables use; any other counts as text. */
static bool is_number(const char *value, bool whole)
{
    double number;
    size_t size = strspn(value, whole ? "+-0123456789" : "+-.0123456789eE");
    return value[size] == '\0' && mintu_number_scan_decimal(value, size, &number) && isfinite(number);
}

static bool has_type(const char *type, const char *value)
{
    int date;
    if (strcmp(type, "integer") == 0 || strcmp(type, "number") == 0)
        return is_number(value, type[0] == 'i');
    if (strcmp(type, "date") == 0)
        return strlen(value) == 10 && mintu_date_parse(value, &date);
    if (strcmp(type, "yearmonth") == 0)
        return strlen(value) == 7 && mintu_date_parse(value, &date);
    if (strcmp(type, "year") == 0)
        return strlen(value) == 4 && mintu_date_parse(value, &date);
    if (strcmp(type, "boolean") == 0)
        return strcmp(value, "true") == 0 || strcmp(value, "false") == 0;
    return true;
}

/* True when the whole value matches; a pattern that is wrong matches nothing. */
static bool matches(const char *pattern, const char *value)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t length;
    UChar wide_pattern[512], wide_value[1024];
    u_strFromUTF8(wide_pattern, 512, &length, pattern, -1, &code);
    URegularExpression *expression = uregex_open(wide_pattern, U_SUCCESS(code) ? length : 0, 0, NULL, &code);
    u_strFromUTF8(wide_value, 1024, &length, value, -1, &code);
    uregex_setText(expression, wide_value, U_SUCCESS(code) ? length : 0, &code);
    UBool found = uregex_matches(expression, -1, &code);
    uregex_close(expression);
    return U_SUCCESS(code) && found;
}

static bool is_among(const json_t *list, const char *value)
{
    const char *end;
    size_t index;
    const json_t *item;
    json_array_foreach(list, index, item)
    {
        if (json_is_string(item) && strcmp(json_string_value(item), value) == 0)
            return true;
        if (json_is_number(item) && json_number_value(item) == mintu_number_read(value, &end))
            return true;
    }
    return false;
}

static void check_range(const json_t *field, const char *value, mintu_where where, mintu_gate *gate)
{
    const json_t *constraints = json_object_get(field, "constraints");
    const json_t *minimum = json_object_get(constraints, "minimum"), *maximum = json_object_get(constraints, "maximum");
    const char *name = json_string_value(json_object_get(field, "name"));
    const char *end;
    double number = mintu_number_read(value, &end);
    if (json_is_number(minimum) && number < json_number_value(minimum))
        mintu_gate_problem(gate, where, "`%s` is %s, expected at least %g", name, value, json_number_value(minimum));
    if (json_is_number(maximum) && number > json_number_value(maximum))
        mintu_gate_problem(gate, where, "`%s` is %s, expected at most %g", name, value, json_number_value(maximum));
}

void mintu_check_value(const json_t *field, const char *value, mintu_where where, mintu_gate *gate)
{
    const char *name = json_string_value(json_object_get(field, "name"));
    const char *type = json_string_value(json_object_get(field, "type"));
    const json_t *constraints = json_object_get(field, "constraints");
    const char *pattern = json_string_value(json_object_get(constraints, "pattern"));
    const json_t *allowed = json_object_get(constraints, "enum");
    if (value[0] == '\0') {
        if (json_is_true(json_object_get(constraints, "required")))
            mintu_gate_problem(gate, where, "`%s` is empty, expected a value", name);
        return;
    }
    if (type && !has_type(type, value))
        mintu_gate_problem(gate, where, "`%s` holds \"%.60s\", expected the type %s", name, value, type);
    if (json_is_array(allowed) && !is_among(allowed, value))
        mintu_gate_problem(gate, where, "`%s` holds \"%.60s\", which is none of the values allowed", name, value);
    if (pattern && !matches(pattern, value))
        mintu_gate_problem(gate, where, "`%s` holds \"%.60s\", expected the pattern %.100s", name, value, pattern);
    check_range(field, value, where, gate);
}
