#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

bool mintu_utf8_valid(const char *text, size_t size, size_t *bad)
{
    const uint8_t *bytes = (const uint8_t *)text;
    for (size_t at = 0; at < size;) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        if (character < 0) {
            if (bad)
                *bad = start;
            return false;
        }
    }
    return true;
}

static bool is_unfit(UChar32 character)
{
    bool control = U_GET_GC_MASK(character) & U_GC_CC_MASK;
    return character < 0 || (control && character != '\t' && character != '\n') || U_IS_UNICODE_NONCHAR(character);
}

/* A carriage return with or without a line feed ends a line. */
static UChar32 next_character(const char *text, size_t *at)
{
    UChar32 character;
    U8_NEXT((const uint8_t *)text, *at, SIZE_MAX, character);
    if (character != '\r')
        return character;
    *at += text[*at] == '\n';
    return '\n';
}

int32_t mintu_utf8_unfit(const char *text)
{
    for (size_t at = 0; text[at];) {
        UChar32 character = next_character(text, &at);
        if (is_unfit(character))
            return character < 0 ? 0xFFFD : character;
    }
    return -1;
}

void mintu_utf8_clean(const char *text, mintu_buffer *out)
{
    mintu_buffer_add(out, "", 0);
    for (size_t at = 0; text[at];) {
        size_t start = at;
        UChar32 character = next_character(text, &at);
        if (is_unfit(character))
            mintu_buffer_text(out, "\xEF\xBF\xBD");
        else if (character == '\n')
            mintu_buffer_text(out, "\n");
        else
            mintu_buffer_add(out, text + start, at - start);
    }
}

size_t mintu_utf8_repair(const char *text, size_t size, mintu_buffer *out)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t bad = SIZE_MAX;
    if (size == 0 || (mintu_utf8_valid(text, size, NULL) && !memchr(text, '\0', size))) {
        mintu_buffer_add(out, size ? text : "", size);
        return bad;
    }
    for (size_t at = 0; at < size;) {
        size_t from = at;
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        if (character > 0) {
            mintu_buffer_add(out, text + from, at - from);
            continue;
        }
        bad = bad == SIZE_MAX ? from : bad;
        mintu_buffer_text(out, "\xEF\xBF\xBD");
    }
    return bad;
}

void mintu_utf8_repair_bytes(const char *text, size_t size, mintu_buffer *out)
{
    mintu_buffer_add(out, "", 0);
    while (size > 0) {
        size_t good = size;
        mintu_utf8_valid(text, size, &good);
        const char *nul = memchr(text, '\0', good);
        good = nul ? (size_t)(nul - text) : good;
        mintu_buffer_add(out, text, good);
        if (good < size)
            mintu_buffer_text(out, "\xEF\xBF\xBD");
        size_t used = good < size ? good + 1 : size;
        text += used;
        size -= used;
    }
}

size_t mintu_utf8_cut(const char *text, size_t size)
{
    while (size > 0 && U8_IS_TRAIL((uint8_t)text[size]))
        size--;
    return size;
}

size_t mintu_utf8_count_n(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += !U8_IS_TRAIL((uint8_t)text[i]);
    return count;
}

size_t mintu_utf8_count(const char *text)
{
    return mintu_utf8_count_n(text, strlen(text));
}
