#include <mintu/text.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum { LONGEST = 12 }; /* two halves of \uNNNN */
static const UChar32 NON_JOINER = 0x200C, JOINER = 0x200D;

/* Letters of Persian and parts of one emoji are joined and kept apart by two signs of this kind, which do no harm. */
static bool is_seen(UChar32 character)
{
    const uint32_t unseen = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    if (character == NON_JOINER || character == JOINER)
        return true;
    return !(U_GET_GC_MASK(character) & unseen) && !U_IS_UNICODE_NONCHAR(character);
}

static void escape(UChar32 character, char *out)
{
    if (character == '\n')
        snprintf(out, LONGEST + 1, "\\n");
    else if (character == '\t')
        snprintf(out, LONGEST + 1, "\\t");
    else if (character <= 0xFFFF)
        snprintf(out, LONGEST + 1, "\\u%04x", (unsigned)character);
    else
        snprintf(out, LONGEST + 1, "\\u%04x\\u%04x", (unsigned)U16_LEAD(character), (unsigned)U16_TRAIL(character));
}

size_t mintu_text_visible(const char *text, char *out, size_t room)
{
    if (!text || !out || room == 0)
        return 0;
    const uint8_t *bytes = (const uint8_t *)text;
    size_t at = 0, filled = 0;
    while (bytes[at] && filled + LONGEST < room) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, SIZE_MAX, character);
        if (character < 0) {
            at = start + 1;
            snprintf(out + filled, room - filled, "\\x%02x", bytes[start]);
        } else if (is_seen(character)) {
            memcpy(out + filled, text + start, at - start);
            out[filled + at - start] = '\0';
        } else {
            escape(character, out + filled);
        }
        filled += strlen(out + filled);
    }
    out[filled] = '\0';
    return at;
}
