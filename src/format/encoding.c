#include "format/encoding.h"

#include "base/message.h"
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

/* How a text looks as GB 18030 and as Big5, whose characters of two bytes are all in GB 18030, too. */
typedef struct survey {
    bool gb18030, big5; /* there is nothing that cannot be */
    size_t characters;  /* beyond ASCII */
    size_t common;      /* the second byte is high, as of the common ones; or four bytes, which nothing else looks like */
    size_t usual;       /* of GB 2312, or four bytes */
    size_t usual_big5;  /* of Big5's first level */
} survey;

static bool lies(uint8_t byte, uint8_t first, uint8_t last)
{
    return byte >= first && byte <= last;
}

static void survey_character(survey *of, uint8_t lead, uint8_t trail)
{
    bool four = lies(trail, '0', '9'), high = trail > 0xA0;
    of->characters++;
    of->common += four || trail > 0x80;
    of->usual += four || (high && (lies(lead, 0xA1, 0xA9) || lies(lead, 0xB0, 0xF7)));
    of->usual_big5 += lies(lead, 0xA1, 0xC6);
    of->big5 = of->big5 && lies(lead, 0xA1, 0xF9) && (lies(trail, 0x40, 0x7E) || high);
}

static survey look(const uint8_t *bytes, size_t size, bool whole)
{
    survey found = {.gb18030 = true, .big5 = true};
    size_t step;
    for (size_t at = 0; at < size && found.gb18030; at += step) {
        step = gb18030_size(bytes + at, size - at, whole);
        found.gb18030 = step > 0;
        if (step > 1 && at + 1 < size)
            survey_character(&found, bytes[at], bytes[at + 1]);
    }
    return found;
}

/* All of it is GB 18030, and most characters are common ones. */
static bool could_be_gb18030(const uint8_t *bytes, size_t size, bool whole)
{
    survey found = look(bytes, size, whole);
    return found.gb18030 && 2 * found.common >= found.characters;
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
 * on, as some Han characters of GBK are by accident, half as many are enough: Cyrillic with a damaged byte has few. A character
 * that is cut by the end of the file is no reason. */
static bool is_not_utf8(const uint8_t *bytes, size_t size, bool whole, size_t *first)
{
    size_t good = 0, bad = 0, odd = 0;
    for (size_t at = 0; at < size;) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        bool cut = at == size && (size_t)U8_COUNT_TRAIL_BYTES(bytes[start]) >= at - start;
        bool counts = character < 0 && (whole ? !cut : size - at > 4);
        *first = counts && bad == 0 ? start : *first;
        bad += counts;
        good += character >= 0x80;
        odd += character >= 0x0250 && character < 0x0800 && !is_pinyin(character, bytes, start);
    }
    return bad > 0 && (bad > good || (odd == good && 2 * bad >= good));
}

/* Han characters of a line that is UTF-8 as a whole, which lines of GB 18030 hardly ever are. */
static size_t han_of_line(const char *line, size_t size)
{
    size_t count = 0;
    for (size_t at = 0; at < size; at++)
        count += (uint8_t)line[at] >= 0xE4 && (uint8_t)line[at] <= 0xE9;
    return count > 1 && mintu_utf8_valid(line, size, NULL) ? count : 0;
}

/* A line of UTF-8 in a text of @p characters of GB 18030. */
static bool has_line_of_utf8(const char *text, size_t size, size_t characters, size_t *where)
{
    enum { ACCIDENTS = 2000 };
    size_t han = 0;
    for (size_t at = 0; at < size;) {
        const char *feed = memchr(text + at, '\n', size - at);
        size_t end = feed ? (size_t)(feed - text) : size, found = han_of_line(text + at, end - at);
        *where = han == 0 && found > 0 ? at : *where;
        han += found;
        at = end + 1;
    }
    return han > 0 && ACCIDENTS * han > characters;
}

/* Letters and digits in two bytes each leave NULs in every other place. */
static const char *wide_name(const char *text, size_t size)
{
    size_t nuls[2] = {0};
    size = size > 4096 ? 4096 : size;
    for (size_t at = 0; at < size; at++)
        nuls[at % 2] += text[at] == '\0';
    if (size < 4 || 8 * (nuls[0] + nuls[1]) < size)
        return NULL;
    if (8 * nuls[0] <= nuls[1])
        return N_("UTF-16 (little endian) without a byte order mark");
    return 8 * nuls[1] <= nuls[0] ? N_("UTF-16 (big endian) without a byte order mark") : NULL;
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

mintu_encoding mintu_encoding_detect(const char *text, size_t size, bool whole)
{
    mintu_encoding found = {.fault = wide_name(text, size)};
    if (found.fault || !is_not_utf8((const uint8_t *)text, size, whole, &found.at))
        return found;
    survey as = look((const uint8_t *)text, size, whole);
    bool sure = as.gb18030 && 5 * as.usual >= 4 * as.characters;
    if (as.gb18030 && !sure && as.big5 && as.usual_big5 > as.usual)
        found.fault = "Big5";
    else if (as.gb18030 && (sure || 2 * as.common >= as.characters) && has_line_of_utf8(text, size, as.characters, &found.at))
        found.fault = N_("GB 18030 with lines of UTF-8 between");
    else if (as.gb18030 && (sure || 2 * as.common >= as.characters))
        found.name = "GB18030";
    return found;
}

bool mintu_encoding_is_open(const char *text, size_t size)
{
    size_t bad;
    bool valid = mintu_utf8_valid(text, size, &bad) || size - bad < 4;
    return valid && could_be_gb18030((const uint8_t *)text, size, false);
}
