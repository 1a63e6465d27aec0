#include "format/json.h"

#include <stdbool.h>
#include <string.h>

size_t mintu_json_mark(const char *text, size_t size)
{
    return size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* UTF-16 has a mark that no UTF-8 has. */
static mintu_status refuse_utf16(const char *source, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){source, 1, 1},
                         "reading JSON: the file is UTF-16, and JSON is UTF-8; save it as UTF-8, for example with iconv -f "
                         "UTF-16 -t UTF-8");
}

enum { JSON_DEPTH_MOST = 512, JSON_VALUES_MOST = 4000000 };

/* Counts before jansson takes about 130 bytes for a value of two: every value but the first has an opening bracket or a comma
 * before it. The text may be no JSON; that is for jansson to say. */
static mintu_status check_amount(const char *text, size_t size, const char *source, mintu_error *error)
{
    mintu_where where = {source, 1, 0};
    long depth = 0, values = 1;
    bool quoted = false;
    for (size_t at = 0; at < size && depth <= JSON_DEPTH_MOST && values <= JSON_VALUES_MOST; at++) {
        char letter = text[at];
        bool opens = !quoted && (letter == '[' || letter == '{'), closes = !quoted && (letter == ']' || letter == '}');
        where.column = letter == '\n' ? 0 : where.column + 1;
        where.line += letter == '\n';
        quoted = quoted != (letter == '"');
        at += quoted && letter == '\\';
        depth += opens - closes;
        values += opens || (!quoted && letter == ',');
    }
    if (depth > JSON_DEPTH_MOST)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "reading JSON: values are nested deeper than %d levels; simplify the file", JSON_DEPTH_MOST);
    if (values > JSON_VALUES_MOST)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "reading JSON: the file has more than %d values; keep large data in a file of another format, for "
                             "example GeoPackage",
                             JSON_VALUES_MOST);
    return MINTU_STATUS_OK;
}

mintu_status mintu_json_parse(const char *text, size_t size, const char *source, mintu_error *error, json_t **out)
{
    json_error_t problem;
    *out = NULL;
    if (size >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0))
        return refuse_utf16(source, error);
    size_t mark = mintu_json_mark(text, size);
    text += mark;
    size -= mark;
    const char *nul = size ? memchr(text, '\0', size) : NULL;
    if (nul) /* jansson passes over NULs between values, though no JSON text may have one */
        return mintu_fail_at(error, MINTU_STATUS_INPUT, mintu_where_at(source, text, (size_t)(nul - text)),
                             "reading JSON: a NUL byte stands there; the file is damaged or not UTF-8");
    mintu_status status = check_amount(text, size, source, error);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = json_loadb(text, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &problem);
    if (*out)
        return MINTU_STATUS_OK;
    if (json_error_code(&problem) == json_error_out_of_memory || !problem.text[0]) /* jansson does not always say so */
        return mintu_fail_memory(error, "reading JSON");
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){source, problem.line, problem.column},
                         "reading JSON: %s; correct the file there", problem.text);
}

const char *mintu_json_type_text(const json_t *json)
{
    if (json_is_string(json))
        return "string";
    if (json_is_number(json))
        return "number";
    if (json_is_boolean(json))
        return "boolean";
    return json_is_array(json) ? "array" : json_is_object(json) ? "object" : "null";
}
