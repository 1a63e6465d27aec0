#include "geocode/reverse_input.h"

#include "base/array.h"
#include "base/error.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

enum { RAW_SIZE = 1 << 16 };

struct mintu_input {
    char *path;
    FILE *stream;
    bool ended;
    char raw[RAW_SIZE]; /* bytes as they are in the file, from start to end not yet given out */
    size_t start, end;
    UConverter *from, *to; /* NULL for UTF-8 */
    const char *encoding;
    UChar pivot[1024]; /* between two calls of the converters */
    UChar *pivot_source, *pivot_target;
    bool drained; /* the converters have given out everything */
};

static mintu_status fail_read(const mintu_input *input, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = input->path},
                         "reading points: cannot read the file: %s; check the name and its permissions", strerror(errno));
}

static mintu_status fill(mintu_input *input, mintu_error *error)
{
    if (input->start < input->end || input->ended)
        return MINTU_STATUS_OK;
    input->start = 0;
    input->end = fread(input->raw, 1, sizeof input->raw, input->stream);
    input->ended = input->end < sizeof input->raw;
    return ferror(input->stream) ? fail_read(input, error) : MINTU_STATUS_OK;
}

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

/* GB 18030 when it could be, and more bytes cannot be UTF-8 than characters beyond ASCII can. */
static bool looks_like_gb18030(const char *text, size_t size)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t good = 0, bad = 0;
    for (size_t at = 0; at < size;) {
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        bad += character < 0 && size - at > 4; /* the last character may be cut */
        good += character >= 0x80;
    }
    return bad > good && could_be_gb18030(bytes, size);
}

static mintu_status open_converters(mintu_input *input, mintu_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    input->from = ucnv_open(input->encoding, &code);
    input->to = ucnv_open("UTF-8", &code);
    input->pivot_source = input->pivot_target = input->pivot;
    return U_SUCCESS(code)
               ? MINTU_STATUS_OK
               : mintu_fail(error, MINTU_STATUS_DEFECT, "reading points: ICU cannot convert from %s: %s; check its data",
                            input->encoding, u_errorName(code));
}

static mintu_status detect(mintu_input *input, mintu_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t mark = 0;
    const char *name = ucnv_detectUnicodeSignature(input->raw, input->end > 16 ? 16 : (int32_t)input->end, &mark, &code);
    bool marked = U_SUCCESS(code) && name;
    input->start = marked ? (size_t)mark : 0;
    if (marked && strcmp(name, "UTF-8") != 0)
        input->encoding = name;
    else if (!marked && looks_like_gb18030(input->raw, input->end))
        input->encoding = "GB18030";
    return input->encoding ? open_converters(input, error) : MINTU_STATUS_OK;
}

mintu_status mintu_input_open(const char *path, mintu_error *error, mintu_input **out)
{
    *out = NULL;
    mintu_input *input = calloc(1, sizeof *input);
    if (!input || !(input->path = mintu_text_copy(path))) {
        free(input);
        return mintu_fail_memory(error, "reading points");
    }
    input->stream = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    mintu_status status = input->stream ? fill(input, error) : fail_read(input, error);
    if (status == MINTU_STATUS_OK)
        status = detect(input, error);
    if (status != MINTU_STATUS_OK) {
        mintu_input_close(input);
        return status;
    }
    *out = input;
    return MINTU_STATUS_OK;
}

void mintu_input_close(mintu_input *input)
{
    if (!input)
        return;
    if (input->stream && input->stream != stdin)
        fclose(input->stream);
    ucnv_close(input->from);
    ucnv_close(input->to);
    free(input->path);
    free(input);
}

const char *mintu_input_encoding(const mintu_input *input)
{
    return input->encoding;
}

/* One step through the converters; what cannot be read becomes U+FFFD. */
static mintu_status convert(mintu_input *input, char *bytes, size_t room, mintu_error *error, size_t *size)
{
    UErrorCode code = U_ZERO_ERROR;
    const char *source = input->raw + input->start;
    char *target = bytes;
    ucnv_convertEx(input->to, input->from, &target, bytes + room, &source, input->raw + input->end, input->pivot,
                   &input->pivot_source, &input->pivot_target, input->pivot + sizeof input->pivot / sizeof input->pivot[0],
                   false, input->ended, &code);
    input->start = (size_t)(source - input->raw);
    *size = (size_t)(target - bytes);
    input->drained = input->ended && code != U_BUFFER_OVERFLOW_ERROR;
    if (code == U_TRUNCATED_CHAR_FOUND && room - *size >= 3) { /* the file ends inside a character */
        memcpy(target, "\xEF\xBF\xBD", 3);
        *size += 3;
    } else if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR && code != U_TRUNCATED_CHAR_FOUND)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = input->path},
                             "reading points: cannot convert from %s: %s; save the file as UTF-8", input->encoding,
                             u_errorName(code));
    return MINTU_STATUS_OK;
}

mintu_status mintu_input_read(mintu_input *input, char *bytes, size_t room, mintu_error *error, size_t *size)
{
    mintu_status status = MINTU_STATUS_OK;
    for (*size = 0; status == MINTU_STATUS_OK && *size == 0;) {
        status = fill(input, error);
        if (status != MINTU_STATUS_OK || (input->from ? input->drained : input->start == input->end))
            break;
        if (input->from) {
            status = convert(input, bytes, room, error, size);
            continue;
        }
        *size = input->end - input->start < room ? input->end - input->start : room;
        memcpy(bytes, input->raw + input->start, *size);
        input->start += *size;
    }
    return status;
}
