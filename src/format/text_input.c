#define _POSIX_C_SOURCE 200809L
#include "format/text_input.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/file.h"
#include "format/encoding.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unistd.h>

enum { RAW_SIZE = 1 << 16, AHEAD_MOST = 1 << 22 };

/* No text is larger; a device without an end must not fill the memory. */
static const size_t LARGEST = (size_t)1 << 30;

struct mintu_input {
    char *path;
    const char *doing; /* begins each message */
    FILE *stream;
    mintu_file_state state; /* when it was opened */
    bool ended, decided;    /* decided: what it is written in is known */
    char raw[RAW_SIZE];     /* bytes as they are in the file, from start to end not yet given out */
    size_t start, end;
    UConverter *from, *to; /* NULL for UTF-8 */
    const char *encoding;
    size_t lines, line; /* that were given out undecided; the first that tells what the file is written in */
    UChar pivot[1024];  /* between two calls of the converters */
    UChar *pivot_source, *pivot_target;
    bool bounded; /* no more than LARGEST is given out */
    size_t given;
    bool drained; /* the converters have given out everything */
};

/* What is opened. */
typedef struct opening {
    const char *path, *doing;
    mintu_buffer *other; /* for what is no table; NULL: it is read as one all the same */
} opening;

static mintu_status fail_size(const mintu_input *input, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = input->path},
                         "%s: the file is larger than 1 GiB; expected a smaller one; check the name",
                         mintu_message(input->doing));
}

static mintu_status fail_read(const mintu_input *input, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = input->path},
                         "%s: cannot read the file: %s; check the name and its permissions", mintu_message(input->doing),
                         strerror(errno));
}

/* Reads on behind what is not yet given out, which moves to the beginning. */
static mintu_status gather(mintu_input *input, mintu_error *error)
{
    size_t left = input->end - input->start;
    memmove(input->raw, input->raw + input->start, left);
    input->start = 0;
    input->end = left;
    if (!input->ended)
        input->end += fread(input->raw + left, 1, sizeof input->raw - left, input->stream);
    input->ended = input->end < sizeof input->raw;
    if (ferror(input->stream))
        return fail_read(input, error);
    return !input->ended ? MINTU_STATUS_OK
                         : mintu_file_state_check(input->state, mintu_file_state_of(fileno(input->stream)), input->path,
                                                  input->doing, error);
}

static mintu_status fill(mintu_input *input, mintu_error *error)
{
    return input->start < input->end || input->ended ? MINTU_STATUS_OK : gather(input, error);
}

static mintu_status open_converters(mintu_input *input, mintu_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    input->from = ucnv_open(input->encoding, &code);
    input->to = ucnv_open("UTF-8", &code);
    input->pivot_source = input->pivot_target = input->pivot;
    return U_SUCCESS(code) ? MINTU_STATUS_OK
                           : mintu_fail(error, MINTU_STATUS_DEFECT, "%s: ICU cannot convert from %s: %s; check its data",
                                        mintu_message(input->doing), input->encoding, u_errorName(code));
}

static size_t count_lines(const char *text, size_t size)
{
    size_t count = 0;
    for (size_t at = 0; at < size; at++)
        count += text[at] == '\n';
    return count;
}

/* Takes what was found of the text that is not yet given out. */
static mintu_status settle(mintu_input *input, mintu_encoding found, const char *text, mintu_error *error)
{
    input->decided = true;
    input->encoding = found.name;
    input->line = input->lines + count_lines(text, found.at) + 1;
    if (found.fault)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = input->path, .line = (int)input->line},
                             MINTU_ENCODING_FAULT, mintu_message(input->doing), mintu_message(found.fault));
    return input->encoding ? open_converters(input, error) : MINTU_STATUS_OK;
}

/* The mark of UTF-8 is believed as well. Two bytes to a letter are told at once, since all of them may be ASCII. */
static mintu_status detect_mark(mintu_input *input, mintu_error *error)
{
    const char *name = mintu_encoding_mark(input->raw, input->end, &input->start);
    mintu_encoding found = {.name = name && strcmp(name, "UTF-8") != 0 ? name : NULL};
    if (name)
        return settle(input, found, input->raw, error);
    found = mintu_encoding_detect(input->raw, input->end, input->ended);
    found.at = 0;
    return memchr(input->raw, '\0', input->end) && found.fault ? settle(input, found, input->raw, error) : MINTU_STATUS_OK;
}

/* What can be both is looked at further ahead, where the input is a file; a few characters of GBK are UTF-8 by accident. */
static mintu_status look_ahead(mintu_input *input, mintu_error *error)
{
    struct stat there;
    int descriptor = fileno(input->stream);
    off_t at = ftello(input->stream);
    if (input->ended || at < 0 || fstat(descriptor, &there) != 0 || !S_ISREG(there.st_mode))
        return MINTU_STATUS_OK;
    size_t size = input->end - input->start;
    char *text = malloc(size + AHEAD_MOST);
    if (!text)
        return mintu_fail_memory(error, input->doing);
    memcpy(text, input->raw + input->start, size);
    ssize_t more = pread(descriptor, text + size, AHEAD_MOST, at);
    bool whole = more >= 0 && more < AHEAD_MOST;
    mintu_status status = MINTU_STATUS_OK;
    if (more > 0)
        status = settle(input, mintu_encoding_detect(text, size + (size_t)more, whole), text, error);
    free(text);
    return status;
}

static size_t ascii_size(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && (unsigned char)text[at] < 0x80)
        at++;
    return at;
}

/* Decides when the first byte beyond ASCII has at least half a block behind it, or all there is. */
static mintu_status decide(mintu_input *input, mintu_error *error)
{
    mintu_status status = gather(input, error);
    const char *text = input->raw + input->start;
    size_t size = input->end - input->start, ascii = ascii_size(text, size);
    if (status != MINTU_STATUS_OK || size == ascii || (ascii > RAW_SIZE / 2 && !input->ended))
        return status;
    mintu_encoding found = mintu_encoding_detect(text, size, input->ended);
    if (!found.fault && (found.name || mintu_encoding_is_open(text + ascii, size - ascii)))
        status = look_ahead(input, error);
    return status == MINTU_STATUS_OK && !input->decided ? settle(input, found, text, error) : status;
}

/* What is no table: an archive, as workbooks are, a database, XML, JSON of objects. */
static bool begins_as_other(const char *bytes, size_t size)
{
    static const char *const marks[] = {"PK\3\4", "SQLite format 3", "fgb\3fgb"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (size >= strlen(marks[i]) && memcmp(bytes, marks[i], strlen(marks[i])) == 0)
            return true;
    size_t at = size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < size && strchr(" \t\r\n", bytes[at]) && bytes[at])
        at++;
    size_t inside = at + 1;
    while (inside < size && strchr(" \t\r\n", bytes[inside]) && bytes[inside])
        inside++;
    if (inside >= size)
        return false;
    return (bytes[at] == '{' && bytes[inside] == '"') || (bytes[at] == '[' && bytes[inside] == '{') ||
           (bytes[at] == '<' &&
            (bytes[inside] == '?' || bytes[inside] == '!' || ((bytes[inside] | 0x20) >= 'a' && (bytes[inside] | 0x20) <= 'z')));
}

static mintu_status take_all(mintu_input *input, mintu_error *error, mintu_buffer *out)
{
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && input->end > input->start) {
        mintu_buffer_add(out, input->raw + input->start, input->end - input->start);
        input->start = input->end;
        if (out->failed)
            return mintu_fail_memory(error, input->doing);
        status = out->size > LARGEST ? fail_size(input, error) : fill(input, error);
    }
    return status;
}

/* Takes over the stream, NULL when it could not be opened. */
static mintu_status begin(FILE *stream, const opening *what, mintu_error *error, mintu_input **out)
{
    const char *path = what->path, *doing = what->doing;
    *out = NULL;
    mintu_input *input = calloc(1, sizeof *input);
    if (!input || !(input->path = mintu_text_copy(path))) {
        if (stream && stream != stdin)
            fclose(stream);
        free(input);
        return mintu_fail_memory(error, doing);
    }
    input->doing = doing;
    input->stream = stream;
    if (input->stream)
        input->state = mintu_file_state_of(fileno(input->stream));
    mintu_status status = input->stream ? fill(input, error) : fail_read(input, error);
    bool other = status == MINTU_STATUS_OK && what->other && begins_as_other(input->raw, input->end);
    if (other)
        status = take_all(input, error, what->other);
    else if (status == MINTU_STATUS_OK)
        status = detect_mark(input, error);
    if (other || status != MINTU_STATUS_OK)
        mintu_input_close(input);
    else
        *out = input;
    return status;
}

mintu_status mintu_input_open(const char *path, const char *doing, mintu_error *error, mintu_input **out)
{
    return mintu_input_open_or_take(path, doing, error, NULL, out);
}

mintu_status mintu_input_open_or_take(const char *path, const char *doing, mintu_error *error, mintu_buffer *other,
                                      mintu_input **out)
{
    const opening what = {path, doing, other};
    return begin(strcmp(path, "-") == 0 ? stdin : fopen(path, "rb"), &what, error, out);
}

mintu_status mintu_input_open_text(const char *path, const mintu_buffer *text, const char *doing, mintu_error *error,
                                   mintu_input **out)
{
    /* An empty text has no stream of its own. */
    FILE *stream = text->size ? fmemopen(text->data, text->size, "rb") : fopen("/dev/null", "rb");
    return begin(stream, &(opening){path, doing, NULL}, error, out);
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

const char *mintu_input_path(const mintu_input *input)
{
    return input->path;
}

mintu_told mintu_input_told(const mintu_input *input)
{
    return (mintu_told){input->encoding, input->line};
}

/* One step through the converters; what cannot be read becomes U+FFFD. */
static mintu_status convert(mintu_input *input, char *bytes, size_t room, mintu_error *error, size_t *size)
{
    static const char unknown[] = {'\xEF', '\xBF', '\xBD'}; /* U+FFFD in UTF-8 */
    UErrorCode code = U_ZERO_ERROR;
    const char *source = input->raw + input->start;
    char *target = bytes;
    ucnv_convertEx(input->to, input->from, &target, bytes + room, &source, input->raw + input->end, input->pivot,
                   &input->pivot_source, &input->pivot_target, input->pivot + sizeof input->pivot / sizeof input->pivot[0],
                   false, (UBool)input->ended, &code);
    input->start = (size_t)(source - input->raw);
    *size = (size_t)(target - bytes);
    input->drained = input->ended && code != U_BUFFER_OVERFLOW_ERROR;
    if (code == U_TRUNCATED_CHAR_FOUND && room - *size >= sizeof unknown) { /* the file ends inside a character */
        memcpy(target, unknown, sizeof unknown);
        *size += sizeof unknown;
    } else if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR && code != U_TRUNCATED_CHAR_FOUND)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = input->path},
                             "%s: cannot convert from %s: %s; save the file as UTF-8", mintu_message(input->doing),
                             input->encoding, u_errorName(code));
    return MINTU_STATUS_OK;
}

/* Bytes that are UTF-8 already; up to the first one beyond ASCII while it is open what the file is written in. */
static size_t copy(mintu_input *input, char *bytes, size_t room)
{
    size_t size = input->end - input->start < room ? input->end - input->start : room;
    if (!input->decided) {
        size = ascii_size(input->raw + input->start, size);
        input->lines += count_lines(input->raw + input->start, size);
    }
    memcpy(bytes, input->raw + input->start, size);
    input->start += size;
    return size;
}

mintu_status mintu_input_read(mintu_input *input, char *bytes, size_t room, mintu_error *error, size_t *size)
{
    mintu_status status = MINTU_STATUS_OK;
    for (*size = 0; status == MINTU_STATUS_OK && *size == 0;) {
        status = input->decided ? fill(input, error) : decide(input, error);
        if (status != MINTU_STATUS_OK || (input->from ? input->drained : input->start == input->end))
            break;
        if (input->from)
            status = convert(input, bytes, room, error, size);
        else
            *size = copy(input, bytes, room);
    }
    input->given += *size;
    return status == MINTU_STATUS_OK && input->bounded && input->given > LARGEST ? fail_size(input, error) : status;
}

mintu_status mintu_input_bound(mintu_input *input, mintu_error *error)
{
    struct stat there;
    input->bounded = true;
    bool larger = fstat(fileno(input->stream), &there) == 0 && S_ISREG(there.st_mode) && there.st_size > (off_t)LARGEST;
    return larger ? fail_size(input, error) : MINTU_STATUS_OK;
}

mintu_status mintu_input_load(const char *path, const char *doing, mintu_error *error, mintu_told *told, mintu_buffer *out)
{
    char bytes[1 << 14];
    mintu_input *input = NULL;
    size_t size = 1;
    mintu_status status = mintu_input_open(path, doing, error, &input);
    mintu_buffer_text(out, "");
    if (status == MINTU_STATUS_OK)
        status = mintu_input_bound(input, error);
    while (status == MINTU_STATUS_OK && size > 0) {
        status = mintu_input_read(input, bytes, sizeof bytes, error, &size);
        mintu_buffer_add(out, bytes, status == MINTU_STATUS_OK ? size : 0);
    }
    *told = input ? mintu_input_told(input) : (mintu_told){0};
    mintu_input_close(input);
    return status == MINTU_STATUS_OK && out->failed ? mintu_fail_memory(error, doing) : status;
}
