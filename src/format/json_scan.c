#include "format/json_scan.h"

#include "base/message.h"
#include "base/utf8.h"
#include "format/number.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands there: a character, whole, or the end. */
static void describe(const mintu_json_scan *scan, char text[16])
{
    unsigned char head = (unsigned char)*scan->at;
    if (scan->at >= scan->end) {
        snprintf(text, 16, "%s", mintu_message("the end"));
    } else if (head < 0x20 || head == 0x7F) {
        snprintf(text, 16, "U+%04X", (unsigned)head);
    } else {
        size_t left = (size_t)(scan->end - scan->at), size = 1;
        while (size < left && size < 4 && ((unsigned char)scan->at[size] & 0xC0) == 0x80)
            size++;
        snprintf(text, 16, "\"%.*s\"", (int)size, scan->at);
    }
}

mintu_status mintu_json_fail(const mintu_json_scan *scan, const char *at, mintu_error *error, const char *what)
{
    mintu_where where = mintu_where_at(scan->source, scan->begin, (size_t)(at - scan->begin));
    if (scan->base.line) {
        where.column += where.line == 1 ? scan->base.column - 1 : 0;
        where.line += scan->base.line - 1;
    }
    return mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s%s; correct the file there",
                         mintu_message(scan->doing ? scan->doing : N_("reading JSON: ")), mintu_message(what));
}

static mintu_status unexpected(const mintu_json_scan *scan, const char *expected, mintu_error *error)
{
    char found[16], what[200];
    describe(scan, found);
    snprintf(what, sizeof what, mintu_message("expected %s, but there is %s"), mintu_message(expected), found);
    return mintu_json_fail(scan, scan->at, error, what);
}

char mintu_json_peek(mintu_json_scan *scan)
{
    while (*scan->at == ' ' || *scan->at == '\n' || *scan->at == '\r' || *scan->at == '\t')
        scan->at++;
    return (char)(scan->at < scan->end ? *scan->at : '\0');
}

mintu_status mintu_json_take(mintu_json_scan *scan, char wanted, mintu_error *error)
{
    char expected[] = {'"', wanted, '"', '\0'};
    if (mintu_json_peek(scan) != wanted)
        return unexpected(scan, expected, error);
    scan->at++;
    return MINTU_STATUS_OK;
}

mintu_status mintu_json_next(mintu_json_scan *scan, char close, size_t index, mintu_error *error, bool *more)
{
    char head = mintu_json_peek(scan);
    *more = head != close;
    if (*more && index == 0)
        return MINTU_STATUS_OK;
    if (*more && head != ',')
        return unexpected(scan, close == ']' ? "\",\" or \"]\"" : "\",\" or \"}\"", error);
    scan->at++;
    return MINTU_STATUS_OK;
}

static int hexadecimal(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    letter = (char)(letter | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* The four digits behind \u; -1 when they are none. */
static long code_unit(const char *at, const char *end)
{
    long unit = 0;
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
        return -1;
    for (int i = 2; i < 6; i++) {
        int digit = hexadecimal(at[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static void add_character(mintu_buffer *out, long code)
{
    char bytes[4];
    size_t size = 0;
    if (code == 0 || (code >= 0xD800 && code < 0xE000))
        code = 0xFFFD;
    if (code < 0x80) {
        bytes[size++] = (char)code;
    } else if (code < 0x800) {
        bytes[size++] = (char)(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        bytes[size++] = (char)(0xE0 | code >> 12);
        bytes[size++] = (char)(0x80 | (code >> 6 & 0x3F));
    } else {
        bytes[size++] = (char)(0xF0 | code >> 18);
        bytes[size++] = (char)(0x80 | (code >> 12 & 0x3F));
        bytes[size++] = (char)(0x80 | (code >> 6 & 0x3F));
    }
    if (code >= 0x80)
        bytes[size++] = (char)(0x80 | (code & 0x3F));
    mintu_buffer_add(out, bytes, size);
}

static mintu_status take_escape(mintu_json_scan *scan, mintu_error *error, mintu_buffer *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *known = scan->at[1] ? strchr(letters, scan->at[1]) : NULL;
    long code = known ? meant[known - letters] : code_unit(scan->at, scan->end);
    if (code < 0) {
        scan->at++;
        return unexpected(scan, N_("one of \"\\/bfnrt, or u with four hexadecimal digits, behind \\"), error);
    }
    scan->at += known ? 2 : 6;
    if (!known && code >= 0xD800 && code < 0xDC00) {
        long low = code_unit(scan->at, scan->end);
        if (low >= 0xDC00 && low < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            scan->at += 6;
        }
    }
    if (out)
        add_character(out, code);
    return MINTU_STATUS_OK;
}

mintu_status mintu_json_take_text(mintu_json_scan *scan, mintu_error *error, mintu_buffer *out)
{
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_json_peek(scan) != '"')
        return unexpected(scan, N_("a text in \"quotes\""), error);
    scan->at++;
    if (out) {
        mintu_buffer_clear(out);
        mintu_buffer_text(out, "");
    }
    while (status == MINTU_STATUS_OK && *scan->at != '"') {
        const char *start = scan->at;
        while ((unsigned char)*scan->at >= 0x20 && *scan->at != '"' && *scan->at != '\\')
            scan->at++;
        if (out && scan->at > start)
            mintu_buffer_add(out, start, (size_t)(scan->at - start));
        if (*scan->at == '\\')
            status = take_escape(scan, error, out);
        else if (*scan->at != '"')
            status = unexpected(scan, N_("the end of the text, \""), error);
    }
    if (status == MINTU_STATUS_OK)
        scan->at++;
    return status != MINTU_STATUS_OK || !out || !out->failed ? status : mintu_fail_memory(error, "reading JSON");
}

mintu_status mintu_json_take_name(mintu_json_scan *scan, mintu_error *error, mintu_buffer *out)
{
    mintu_status status = mintu_json_take_text(scan, error, out);
    return status == MINTU_STATUS_OK ? mintu_json_take(scan, ':', error) : status;
}

static bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

static mintu_status take_digits(mintu_json_scan *scan, mintu_error *error)
{
    if (!is_digit(*scan->at))
        return unexpected(scan, "a digit", error);
    while (is_digit(*scan->at))
        scan->at++;
    return MINTU_STATUS_OK;
}

/* Passes over a number; *whole when it has neither point nor exponent. */
static mintu_status skip_number(mintu_json_scan *scan, mintu_error *error, bool *whole)
{
    mintu_status status = MINTU_STATUS_OK;
    *whole = true;
    scan->at += *scan->at == '-';
    if (*scan->at == '0')
        scan->at++;
    else
        status = take_digits(scan, error);
    if (status == MINTU_STATUS_OK && *scan->at == '.') {
        *whole = false;
        scan->at++;
        status = take_digits(scan, error);
    }
    if (status == MINTU_STATUS_OK && (*scan->at == 'e' || *scan->at == 'E')) {
        *whole = false;
        scan->at++;
        scan->at += *scan->at == '+' || *scan->at == '-';
        status = take_digits(scan, error);
    }
    return status;
}

mintu_status mintu_json_take_number(mintu_json_scan *scan, mintu_error *error, mintu_json_number *out)
{
    bool whole;
    if (mintu_json_peek(scan) != '-' && !is_digit(*scan->at))
        return unexpected(scan, "a number", error);
    const char *start = scan->at;
    mintu_status status = skip_number(scan, error, &whole);
    if (status != MINTU_STATUS_OK)
        return status;
    *out = (mintu_json_number){0};
    if (whole) {
        errno = 0;
        out->integer = strtoll(start, NULL, 10);
        out->whole = errno == 0;
        out->cut = !out->whole;
    }
    if (out->whole)
        out->real = (double)out->integer;
    else if (!mintu_number_scan_decimal(start, (size_t)(scan->at - start), &out->real) || !isfinite(out->real))
        return mintu_json_fail(scan, start, error, "the number is too large or too long; it can be a text, in \"quotes\"");
    return MINTU_STATUS_OK;
}

static mintu_status skip_word(mintu_json_scan *scan, mintu_error *error)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t size = strlen(words[i]);
        if (strncmp(scan->at, words[i], size) == 0) {
            scan->at += size;
            return MINTU_STATUS_OK;
        }
    }
    return unexpected(scan, "a value", error);
}

static mintu_status skip_scalar(mintu_json_scan *scan, mintu_error *error)
{
    char head = mintu_json_peek(scan);
    bool whole;
    if (head == '"')
        return mintu_json_take_text(scan, error, NULL);
    return head == '-' || is_digit(head) ? skip_number(scan, error, &whole) : skip_word(scan, error);
}

/* Passes over the ends of the lists and objects that end here, and over the comma and the name before the next value. */
static mintu_status skip_ends(mintu_json_scan *scan, const char *closes, int *depth, mintu_error *error)
{
    bool more = false;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && *depth > 0 && !more) {
        status = mintu_json_next(scan, closes[*depth - 1], 1, error, &more);
        *depth -= !more;
    }
    return status == MINTU_STATUS_OK && more && closes[*depth - 1] == '}' ? mintu_json_take_name(scan, error, NULL) : status;
}

/* Without recursion, so that depth costs no stack. */
mintu_status mintu_json_skip(mintu_json_scan *scan, mintu_error *error)
{
    char closes[MINTU_JSON_DEPTH + MINTU_JSON_AROUND];
    int depth = 0;
    mintu_status status;
    do {
        char head = mintu_json_peek(scan);
        bool opens = head == '[' || head == '{', more = false;
        if (opens && depth == MINTU_JSON_DEPTH + scan->around)
            return mintu_json_fail(scan, scan->at, error, "values are nested deeper than 512 levels");
        if (opens) {
            closes[depth++] = head == '[' ? ']' : '}';
            scan->at++;
            status = mintu_json_next(scan, closes[depth - 1], 0, error, &more);
            depth -= !more;
            if (status == MINTU_STATUS_OK && more) {
                status = head == '{' ? mintu_json_take_name(scan, error, NULL) : MINTU_STATUS_OK;
                continue;
            }
        } else {
            status = skip_scalar(scan, error);
        }
        if (status == MINTU_STATUS_OK)
            status = skip_ends(scan, closes, &depth, error);
    } while (status == MINTU_STATUS_OK && depth > 0);
    return status;
}

mintu_status mintu_json_end(mintu_json_scan *scan, mintu_error *error)
{
    mintu_json_peek(scan);
    return scan->at >= scan->end ? MINTU_STATUS_OK : unexpected(scan, N_("the end of the text"), error);
}
