#include "notice/notice_traditional.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utrans.h>

/* Characters that are read: those of the block of unified ideographs, which all have three bytes in UTF-8. */
enum { FIRST = 0x4E00, LAST = 0x9FFF };

/* Characters of nearly every notice that only traditional texts have. */
static const char *const signs[] = {"責", "單", "發", "設", "會", "實", "縣", "鎮", "廳", "務", "業", "財", "門", "負"};

static bool is_traditional(const mintu_buffer *texts)
{
    for (const char *at = texts->data, *end = at + texts->size; at && end - at >= 3; at++) {
        if ((unsigned char)*at < 0xE4 || (unsigned char)*at > 0xE9)
            continue;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (memcmp(at, signs[i], 3) == 0)
                return true;
        at += 2;
    }
    return false;
}

/* ICU's simplified form of each character, 0 where it is longer than one; to be freed, NULL when memory ran out. */
static UChar *simplified(void)
{
    static const UChar id[] = {'H', 'a', 'n', 't', '-', 'H', 'a', 'n', 's', 0};
    UErrorCode code = U_ZERO_ERROR;
    UTransliterator *transliterator = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    int32_t count = LAST - FIRST + 1, size = 2 * count, limit = size;
    UChar *table = calloc((size_t)size * 2, sizeof *table);
    for (int32_t i = 0; table && i < count; i++) { /* a blank between keeps words of several characters apart */
        table[2 * (size_t)i] = (UChar)(FIRST + i);
        table[2 * (size_t)i + 1] = '\n';
    }
    if (table && U_SUCCESS(code))
        utrans_transUChars(transliterator, table, &size, 2 * size, 0, &limit, &code);
    utrans_close(transliterator);
    bool good = table && U_SUCCESS(code) && limit == 2 * count;
    for (int32_t i = 0; good && i < count; i++)
        table[i] = table[2 * (size_t)i + 1] == '\n' ? table[2 * (size_t)i] : 0;
    if (good || !table)
        return table;
    for (int32_t i = 0; i < count; i++) /* nothing is known: all stay as they are */
        table[i] = 0;
    return table;
}

static void replace(char *at, const UChar *table)
{
    unsigned char *byte = (unsigned char *)at;
    unsigned int c = (byte[0] & 0x0FU) << 12 | (byte[1] & 0x3FU) << 6 | (byte[2] & 0x3FU);
    UChar to = c >= FIRST && c <= LAST ? table[c - FIRST] : 0;
    if (to < 0x800 || (to >= 0xD800 && to < 0xE000))
        return;
    byte[0] = (unsigned char)(0xE0 | to >> 12);
    byte[1] = (unsigned char)(0x80 | (to >> 6 & 0x3F));
    byte[2] = (unsigned char)(0x80 | (to & 0x3F));
}

void mintu_notice_simplify(mintu_notice *notice)
{
    if (!is_traditional(&notice->texts))
        return;
    UChar *table = simplified();
    mintu_buffer_add(&notice->written, notice->texts.data, notice->texts.size);
    if (!mintu_notice_holds(notice, table && !notice->written.failed)) {
        free(table);
        return;
    }
    for (size_t at = 0; at + 3 <= notice->texts.size;) {
        bool han = (unsigned char)notice->texts.data[at] >= 0xE4 && (unsigned char)notice->texts.data[at] <= 0xE9;
        if (han)
            replace(notice->texts.data + at, table);
        at += han ? 3 : 1;
    }
    free(table);
}
