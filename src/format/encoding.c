#include "format/encoding.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

/* Size of the character of GB 18030 at @p bytes; 0 when there is none, and @p left when it may be cut there. */
static size_t gb18030_size(const uint8_t *bytes, size_t left, bool whole)
{
    uint8_t lead = bytes[0];
    if (lead < 0x80)
        return 1;
    if (lead == 0x80 || lead == 0xFF)
        return 0;
    if (left < 2)
        return whole ? 0 : left;
    if (bytes[1] >= 0x40)
        return bytes[1] != 0x7F && bytes[1] != 0xFF ? 2 : 0;
    if (bytes[1] < '0' || bytes[1] > '9')
        return 0;
    if (left < 4)
        return whole ? 0 : left;
    return bytes[2] > 0x80 && bytes[2] < 0xFF && bytes[3] >= '0' && bytes[3] <= '9' ? 4 : 0;
}

/* All of it is GB 18030, and most characters are common ones, whose second byte is high as well. */
static bool could_be_gb18030(const uint8_t *bytes, size_t size, bool whole)
{
    size_t characters = 0, common = 0, step;
    for (size_t at = 0; at < size; at += step) {
        step = gb18030_size(bytes + at, size - at, whole);
        if (step == 0)
            return false;
        bool counts = bytes[at] >= 0x80 && at + 1 < size;
        characters += counts;
        common += counts && bytes[at + 1] > 0x80;
    }
    return 2 * common >= characters;
}

static bool is_letter(uint8_t byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

/* A tone or apostrophe of pinyin behind a Latin letter, Nanʼan, where GB 18030 has a rare character. */
static bool is_pinyin(UChar32 character, const uint8_t *bytes, size_t start)
{
    return character >= 0x02B0 && character < 0x0370 && start > 0 && is_letter(bytes[start - 1]);
}

/* Some bytes cannot be UTF-8, and more of them than of characters beyond ASCII. Where all of these are of two bytes from U+0250
 * on, as some Han characters of GBK are by accident, half as many are enough: Cyrillic with a damaged byte has few. */
static bool looks_like_gb18030(const uint8_t *bytes, size_t size, bool whole)
{
    size_t good = 0, bad = 0, odd = 0;
    for (size_t at = 0; at < size;) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        bad += character < 0 && (whole || size - at > 4);
        good += character >= 0x80;
        odd += character >= 0x0250 && character < 0x0800 && !is_pinyin(character, bytes, start);
    }
    return bad > 0 && (bad > good || (odd == good && 2 * bad >= good)) && could_be_gb18030(bytes, size, whole);
}

const char *mintu_encoding_mark(const char *text, size_t size, size_t *mark)
{
    static const char gb18030_mark[] = {'\x84', '\x31', '\x95', '\x33'}; /* U+FEFF, which ICU does not look for */
    UErrorCode code = U_ZERO_ERROR;
    *mark = sizeof gb18030_mark;
    if (size >= *mark && memcmp(text, gb18030_mark, *mark) == 0)
        return "GB18030";
    int32_t length = 0;
    const char *name = ucnv_detectUnicodeSignature(text, size > 16 ? 16 : (int32_t)size, &length, &code);
    bool marked = U_SUCCESS(code) && name;
    *mark = marked ? (size_t)length : 0;
    return marked ? name : NULL;
}

const char *mintu_encoding_detect(const char *text, size_t size, bool whole)
{
    return looks_like_gb18030((const uint8_t *)text, size, whole) ? "GB18030" : NULL;
}

bool mintu_encoding_is_open(const char *text, size_t size)
{
    size_t bad;
    bool valid = mintu_utf8_valid(text, size, &bad) || size - bad < 4;
    return valid && could_be_gb18030((const uint8_t *)text, size, false);
}
