#include "geocode/normalise.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static const char DOING[] = N_("normalising a name");

/* The normal form of a text of ASCII and of the main block of Han, which is its own, and nearly every name: it needs no tables of
 * Unicode. False for any other text. */
static bool filter_plain(const char *text, size_t size, char out[MINTU_NAME_SIZE], size_t *used)
{
    const unsigned char *bytes = (const unsigned char *)text;
    *used = 0;
    for (size_t at = 0; at < size;) {
        unsigned char b = bytes[at];
        if (b < 0x80) {
            bool opens = b == '(' || b == '[' || b == '{', closes = b == ')' || b == ']' || b == '}';
            bool upper = b >= 'A' && b <= 'Z', kept = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z');
            if (kept || upper || opens || closes)
                out[(*used)++] = (char)(opens ? '(' : closes ? ')' : upper ? b + 'a' - 'A' : b);
            at++;
        } else if (b >= 0xE4 && b <= 0xE9 && (b > 0xE4 || bytes[at + 1] >= 0xB8)) {
            memcpy(out + *used, text + at, 3);
            *used += 3;
            at += 3;
        } else {
            return false;
        }
    }
    out[*used] = '\0';
    return true;
}

/* ( or ) for an opening or closing bracket of any kind, else NUL. */
static char bracket_of(UChar32 character)
{
    int8_t type = u_charType(character);
    return (char)(type == U_START_PUNCTUATION ? '(' : type == U_END_PUNCTUATION ? ')' : '\0');
}

/* Quotation marks 「」『』 and 《》 are brackets to Unicode, but they enclose a name instead of adding to it. */
static bool is_quotation(UChar32 character)
{
    return character >= 0x3008 && character <= 0x300F;
}

/* Writes what is kept of a folded text; 0 when it does not fit, or a character of it was lost before (U+FFFD). */
static size_t filter(const char *text, size_t size, char out[MINTU_NAME_SIZE])
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t used = 0;
    for (size_t at = 0; at < size;) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        if (character == 0xFFFD)
            return 0;
        char bracket = (char)(is_quotation(character) ? '\0' : bracket_of(character));
        if (!bracket && !u_isalnum(character))
            continue;
        size_t length = bracket ? 1 : at - start;
        if (used + length >= MINTU_NAME_SIZE)
            return 0;
        memcpy(out + used, bracket ? &bracket : text + start, length);
        used += length;
    }
    out[used] = '\0';
    return used;
}

/* Width and case folded, then tones and other marks apart from their letters, so that the filter drops them. */
static int32_t fold(const char *text, size_t length, char bytes[4 * MINTU_NAME_SIZE], UErrorCode *code)
{
    UChar wide[MINTU_NAME_SIZE], folded[8 * MINTU_NAME_SIZE], apart[8 * MINTU_NAME_SIZE];
    int32_t wide_length, size = 0, byte_count = 0;
    u_strFromUTF8(wide, MINTU_NAME_SIZE, &wide_length, text, (int32_t)length, code);
    const UNormalizer2 *folding = unorm2_getNFKCCasefoldInstance(code);
    const UNormalizer2 *splitting = unorm2_getNFDInstance(code);
    if (U_SUCCESS(*code))
        size = unorm2_normalize(folding, wide, wide_length, folded, 8 * MINTU_NAME_SIZE, code);
    if (U_SUCCESS(*code))
        size = unorm2_normalize(splitting, folded, size, apart, 8 * MINTU_NAME_SIZE, code);
    if (U_SUCCESS(*code))
        u_strToUTF8(bytes, 4 * MINTU_NAME_SIZE, &byte_count, apart, size, code);
    return byte_count;
}

mintu_status mintu_name_normalise(const char *text, mintu_error *error, char out[MINTU_NAME_SIZE], size_t *size)
{
    size_t length = strlen(text);
    *size = 0;
    out[0] = '\0';
    if (length >= MINTU_NAME_SIZE || !mintu_utf8_valid(text, length, NULL))
        return MINTU_STATUS_OK;
    if (filter_plain(text, length, out, size))
        return MINTU_STATUS_OK;
    *size = 0;
    char bytes[4 * MINTU_NAME_SIZE];
    UErrorCode code = U_ZERO_ERROR;
    int32_t byte_count = fold(text, length, bytes, &code);
    if (code == U_BUFFER_OVERFLOW_ERROR) /* one character may fold to many; such a text is no name */
        return MINTU_STATUS_OK;
    if (U_FAILURE(code))
        return code == U_MEMORY_ALLOCATION_ERROR
                   ? mintu_fail_memory(error, DOING)
                   : mintu_fail(error, MINTU_STATUS_DEFECT, "%s: ICU says %s; check the ICU installation", mintu_message(DOING),
                                u_errorName(code));
    *size = filter(bytes, (size_t)byte_count, out);
    out[*size] = '\0';
    return MINTU_STATUS_OK;
}
