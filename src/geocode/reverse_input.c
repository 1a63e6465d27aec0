#include "geocode/reverse_input.h"

#include "base/array.h"
#include "base/error.h"
#include "geocode/encoding.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>

enum { RAW_SIZE = 1 << 16 };

/* No text is larger; a device without an end must not fill the memory. */
static const size_t LARGEST = (size_t)1 << 30;

struct mintu_input {
    char *path;
    const char *doing; /* begins each message */
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
                         "%s: cannot read the file: %s; check the name and its permissions", input->doing, strerror(errno));
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

static mintu_status open_converters(mintu_input *input, mintu_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    input->from = ucnv_open(input->encoding, &code);
    input->to = ucnv_open("UTF-8", &code);
    input->pivot_source = input->pivot_target = input->pivot;
    return U_SUCCESS(code) ? MINTU_STATUS_OK
                           : mintu_fail(error, MINTU_STATUS_DEFECT, "%s: ICU cannot convert from %s: %s; check its data",
                                        input->doing, input->encoding, u_errorName(code));
}

static mintu_status detect(mintu_input *input, mintu_error *error)
{
    input->encoding = mintu_encoding_detect(input->raw, input->end, &input->start);
    return input->encoding ? open_converters(input, error) : MINTU_STATUS_OK;
}

mintu_status mintu_input_open(const char *path, const char *doing, mintu_error *error, mintu_input **out)
{
    *out = NULL;
    mintu_input *input = calloc(1, sizeof *input);
    if (!input || !(input->path = mintu_text_copy(path))) {
        free(input);
        return mintu_fail_memory(error, doing);
    }
    input->doing = doing;
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
                             "%s: cannot convert from %s: %s; save the file as UTF-8", input->doing, input->encoding,
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

mintu_status mintu_input_load(const char *path, const char *doing, mintu_error *error, const char **encoding, mintu_buffer *out)
{
    char bytes[1 << 14];
    mintu_input *input = NULL;
    size_t size = 1;
    mintu_status status = mintu_input_open(path, doing, error, &input);
    mintu_buffer_text(out, "");
    while (status == MINTU_STATUS_OK && size > 0 && out->size <= LARGEST) {
        status = mintu_input_read(input, bytes, sizeof bytes, error, &size);
        mintu_buffer_add(out, bytes, status == MINTU_STATUS_OK ? size : 0);
    }
    *encoding = input ? input->encoding : NULL;
    mintu_input_close(input);
    if (status != MINTU_STATUS_OK)
        return status;
    if (out->size > LARGEST)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
                             "%s: the file is larger than 1 GiB; expected a smaller one; check the name", doing);
    return out->failed ? mintu_fail_memory(error, doing) : MINTU_STATUS_OK;
}
