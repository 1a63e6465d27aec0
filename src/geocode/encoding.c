#include "geocode/encoding.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

/* Characters of two and four bytes in GB 18030; of the common ones the second byte is high as well. */
static bool could_be_gb18030(const uint8_t *bytes, size_t size)
{
    size_t characters = 0, common = 0;
    for (size_t at = 0; at + 4 < size; at++) {
        uint8_t lead = bytes[at], trail = bytes[at + 1];
        if (lead < 0x80)
            continue;
        bool two = trail >= 0x40 && trail != 0x7F && trail != 0xFF, four = trail >= '0' && trail <= '9' && bytes[at + 2] > 0x80;
        if (lead == 0x80 || lead == 0xFF || (!two && !four))
            return false;
        characters++;
        common += trail > 0x80;
        at += two ? 1 : 3;
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

/* GB 18030 when it could be, and more bytes cannot be UTF-8 than characters beyond ASCII can; or when all that is beyond ASCII
 * is UTF-8 of two bytes from U+0250 on, as some Han characters of GBK are by accident, and nothing else. */
static bool looks_like_gb18030(const char *text, size_t size)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t good = 0, bad = 0, odd = 0;
    for (size_t at = 0; at < size;) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        bad += character < 0 && size - at > 4; /* the last character may be cut */
        good += character >= 0x80;
        odd += character >= 0x0250 && character < 0x0800 && !is_pinyin(character, bytes, start);
    }
    return (bad > good || (bad == 0 && good > 0 && odd == good)) && could_be_gb18030(bytes, size);
}

const char *mintu_encoding_detect(const char *text, size_t size, size_t *mark)
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
    if (marked)
        return strcmp(name, "UTF-8") == 0 ? NULL : name;
    return looks_like_gb18030(text, size) ? "GB18030" : NULL;
}
