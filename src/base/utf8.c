#include "base/utf8.h"

#include <stdint.h>
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

size_t mintu_utf8_cut(const char *text, size_t size)
{
    while (size > 0 && U8_IS_TRAIL((uint8_t)text[size]))
        size--;
    return size;
}

size_t mintu_utf8_count(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += !U8_IS_TRAIL((uint8_t)*text);
    return count;
}
