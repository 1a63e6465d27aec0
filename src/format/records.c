#include "format/records.h"

#include "base/array.h"
#include "base/error.h"
#include "base/utf8.h"

#include <csv.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

enum { CHUNK = 1 << 16, WINDOW = MINTU_RECORD_SIZE + 2 * CHUNK, QUOTED_OPEN = 2, SKIPPED_MOST = 64 << 20 };

static const char too_long[] = N_("the row is longer than 1 MiB; its columns are left out; look for a missing end of line");
static const char unclosed[] = N_("a quote that opens on this line is never closed; double quotes inside a field");

struct mintu_records {
    mintu_input *input;
    const char *doing;       /* begins each message */
    char *window;            /* bytes of the row being read and some beyond */
    size_t start, scan, end; /* where the row starts, what the parser has had, what is there */
    size_t first_line_end;   /* where the row's first line ends; 0 while it is not known */
    bool ended;              /* nothing is left to read */
    int line, row_line;      /* of scan and of start */
    struct csv_parser parser;
    bool parsing; /* the parser needs to be freed */
    unsigned char delimiter;
    mintu_buffer text;
    size_t *starts, count, room;
    bool done, failed, repaired; /* a row is complete; memory ran out */
    size_t bad;
};

static int never(unsigned char c)
{
    (void)c;
    return 0;
}

/* Fields keep their blanks, and quotes inside an unquoted field are text. */
static bool start_parser(mintu_records *r)
{
    if (r->parsing)
        csv_free(&r->parser);
    r->parsing = csv_init(&r->parser, 0) == 0;
    csv_set_space_func(&r->parser, never);
    csv_set_blk_size(&r->parser, CHUNK);
    csv_set_delim(&r->parser, r->delimiter);
    return r->parsing;
}

static void field_read(void *data, size_t size, void *user)
{
    mintu_records *r = user;
    if (!MINTU_ARRAY_RESERVE(r->starts, r->room, r->count + 2)) {
        r->failed = true;
        return;
    }
    r->starts[r->count++] = r->text.size;
    if (mintu_utf8_repair(data, size, &r->text) != SIZE_MAX) {
        r->bad = r->repaired ? r->bad : r->count - 1;
        r->repaired = true;
    }
    mintu_buffer_add(&r->text, "", 1);
    r->starts[r->count] = r->text.size;
}

static void row_read(int end, void *user)
{
    (void)end;
    ((mintu_records *)user)->done = true;
}

static mintu_status fill(mintu_records *r, mintu_error *error)
{
    size_t size;
    if (r->start > 0 && WINDOW - r->end < CHUNK) {
        memmove(r->window, r->window + r->start, r->end - r->start);
        r->scan -= r->start;
        r->end -= r->start;
        r->first_line_end -= r->first_line_end ? r->start : 0;
        r->start = 0;
    }
    mintu_status status = mintu_input_read(r->input, r->window + r->end, CHUNK, error, &size);
    r->end += size;
    r->ended = status == MINTU_STATUS_OK && size == 0;
    return status;
}

/* End of the line at scan, behind its line feed or lone carriage return; 0 when it is not in the window. */
static size_t line_end(const mintu_records *r, size_t from)
{
    const char *feed = memchr(r->window + from, '\n', r->end - from);
    size_t size = feed ? (size_t)(feed - r->window) + 1 - from : r->end - from;
    const char *carriage = memchr(r->window + from, '\r', size);
    if (!carriage)
        return feed ? from + size : 0;
    size_t behind = (size_t)(carriage - r->window) + 1;
    if (behind == r->end)
        return r->ended ? behind : 0; /* its line feed may follow */
    return r->window[behind] == '\n' ? behind + 1 : behind;
}

static mintu_status fail_endless(const mintu_records *r, mintu_error *error)
{
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, (mintu_where){mintu_input_path(r->input), r->line, 1},
        "%s: the row is longer than 64 MiB; expected rows of at most 1 MiB; look for a missing end of line, or "
        "check the name",
        mintu_message(r->doing));
}

/* Passes over the rest of a line that is too long. */
static mintu_status skip_line(mintu_records *r, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t end = 0, passed = 0;
    while (status == MINTU_STATUS_OK && !(end = line_end(r, r->scan)) && !r->ended) {
        passed += r->end - r->scan;
        if (passed > SKIPPED_MOST)
            return fail_endless(r, error);
        r->scan = r->end > r->start && r->window[r->end - 1] == '\r' ? r->end - 1 : r->end;
        r->start = r->scan;
        status = fill(r, error);
    }
    r->scan = end ? end : r->end;
    r->line++;
    return status;
}

/* The line at scan is not in the window to its end: reads on. *damage is set when the line is too long. */
static mintu_status read_on(mintu_records *r, mintu_error *error, const char **damage)
{
    if (r->end - r->scan < MINTU_RECORD_SIZE && r->end - r->start < MINTU_RECORD_SIZE + CHUNK)
        return fill(r, error);
    *damage = too_long;
    if (r->line == 1) { /* nothing can be read without the header */
        r->scan = r->end;
        r->ended = true;
        return MINTU_STATUS_OK;
    }
    if (r->scan > r->start) /* a quote that is open since an earlier line is the likelier reason */
        return MINTU_STATUS_OK;
    mintu_status status = skip_line(r, error);
    r->start = r->scan;
    return status == MINTU_STATUS_OK && !start_parser(r) ? mintu_fail_memory(error, r->doing) : status;
}

/* True for UTF-8 without NUL. */
static bool is_sound(const char *text, size_t size)
{
    unsigned char all = 0;
    bool nul = false;
    for (size_t i = 0; i < size; i++) {
        all |= (unsigned char)text[i];
        nul = nul | (text[i] == '\0');
    }
    return !nul && (all < 0x80 || mintu_utf8_valid(text, size, NULL));
}

/* A row on a line of its own without a quote, as most are, needs no parser. False when it is none of these. */
static bool split_line(mintu_records *r, size_t end)
{
    const char *line = r->window + r->scan;
    size_t size = end - r->scan;
    size -= line[size - 1] == '\n';
    size -= size && line[size - 1] == '\r';
    if (r->scan > r->start || r->parser.pstate != 0 || size == 0 || memchr(line, '"', size) || !is_sound(line, size))
        return false;
    mintu_buffer_clear(&r->text);
    mintu_buffer_add(&r->text, line, size);
    mintu_buffer_add(&r->text, "", 1);
    for (size_t at = 0; !r->text.failed && at <= size; r->count++) {
        if (!MINTU_ARRAY_RESERVE(r->starts, r->room, r->count + 2)) {
            r->failed = true;
            break;
        }
        char *mark = memchr(r->text.data + at, r->delimiter, size - at);
        r->starts[r->count] = at;
        at = mark ? (size_t)(mark - r->text.data) + 1 : size + 1;
        r->text.data[at - 1] = '\0';
        r->starts[r->count + 1] = at;
    }
    r->done = true;
    return true;
}

static mintu_status feed(mintu_records *r, size_t end, bool whole, mintu_error *error)
{
    bool split = whole && split_line(r, end);
    if ((!split && csv_parse(&r->parser, r->window + r->scan, end - r->scan, field_read, row_read, r) != end - r->scan) ||
        r->failed || r->text.failed)
        return mintu_fail_memory(error, r->doing);
    r->scan = end;
    r->line++;
    if (!r->first_line_end)
        r->first_line_end = end;
    return MINTU_STATUS_OK;
}

/* The rows that an unclosed quote has swallowed are read again, from the line after the one where it opens. */
static mintu_status go_back(mintu_records *r, mintu_error *error)
{
    r->scan = r->first_line_end;
    r->line = r->row_line + 1;
    return start_parser(r) ? MINTU_STATUS_OK : mintu_fail_memory(error, r->doing);
}

static mintu_status finish(mintu_records *r, mintu_error *error, const char **damage)
{
    if (r->parser.pstate == QUOTED_OPEN && r->parser.quoted) {
        *damage = unclosed;
        return r->first_line_end ? go_back(r, error) : MINTU_STATUS_OK;
    }
    csv_fini(&r->parser, field_read, row_read, r);
    return r->failed || r->text.failed ? mintu_fail_memory(error, r->doing) : MINTU_STATUS_OK;
}

/* Reads until a row is complete, damaged or the file ends. */
static mintu_status read_row(mintu_records *r, mintu_error *error, const char **damage)
{
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && !r->done && !*damage) {
        size_t end = line_end(r, r->scan);
        if (!end && !r->ended) {
            status = read_on(r, error, damage);
            if (*damage && r->first_line_end && status == MINTU_STATUS_OK) {
                *damage = unclosed;
                status = go_back(r, error);
            }
            continue;
        }
        if (!end && r->scan == r->end)
            return finish(r, error, damage);
        status = feed(r, end ? end : r->end, end != 0, error);
        if (status == MINTU_STATUS_OK && !r->done && r->scan - r->start > MINTU_RECORD_SIZE) {
            *damage = unclosed;
            status = go_back(r, error);
        } else if (!r->done && r->count == 0 && r->parser.pstate == 0) { /* a blank line */
            r->start = r->scan;
            r->row_line = r->line;
            r->first_line_end = 0;
        }
    }
    return status;
}

mintu_status mintu_records_next(mintu_records *records, mintu_error *error, mintu_record *out, bool *more)
{
    mintu_records *r = records;
    const char *damage = NULL;
    r->start = r->scan;
    r->row_line = r->line;
    r->count = r->first_line_end = r->bad = 0;
    r->done = r->repaired = false;
    mintu_buffer_clear(&r->text);
    mintu_buffer_add(&r->text, "", 0);
    mintu_status status = read_row(r, error, &damage);
    *more = status == MINTU_STATUS_OK && (r->done || damage);
    *out = (mintu_record){r->text.data, r->starts, r->count, r->row_line, damage, r->repaired, r->bad, 0};
    return status;
}

int mintu_records_column(const mintu_records *records, size_t field)
{
    bool quoted = false;
    size_t end = records->first_line_end ? records->first_line_end : records->scan, at = records->start;
    for (; at < end && field > 0; at++) {
        quoted ^= records->window[at] == '"';
        field -= !quoted && (unsigned char)records->window[at] == records->delimiter;
    }
    return field || at - records->start >= INT_MAX ? 0 : (int)(at - records->start) + 1;
}

/* The delimiter of the first line that has one, and is no remark, which begins with #: what is in quotes is no delimiter. */
static unsigned char find_delimiter(const mintu_records *r)
{
    enum { LINES = 30 };
    size_t counts[256] = {0}, begin = 0, end;
    for (size_t lines = 0; lines < LINES && begin < r->end; lines++, begin = end) {
        bool quoted = false, remark = r->window[begin] == '#';
        end = line_end(r, begin);
        end = end ? end : r->end;
        for (size_t at = begin; at < end && !remark; at++) {
            quoted ^= r->window[at] == '"';
            counts[(unsigned char)r->window[at]] += !quoted;
        }
        if (counts['\t'] || counts[','] || counts[';'])
            break;
    }
    if (!counts['\t'] && !counts[','] && !counts[';'] && counts['|'])
        return '|';
    return counts['\t'] > counts[','] && counts['\t'] > counts[';'] ? '\t' : counts[';'] > counts[','] ? ';' : ',';
}

/* Takes the input, which may be NULL after a failure, when @p status says so. */
static mintu_status begin(mintu_input *input, mintu_status status, const char *doing, mintu_error *error, mintu_records **out)
{
    *out = NULL;
    mintu_records *r = calloc(1, sizeof *r);
    if (!r) {
        mintu_input_close(input);
        return mintu_fail_memory(error, doing);
    }
    r->doing = doing;
    r->line = 1;
    r->input = input;
    r->window = malloc(WINDOW);
    if (status == MINTU_STATUS_OK)
        status = r->window ? fill(r, error) : mintu_fail_memory(error, r->doing);
    if (status == MINTU_STATUS_OK) {
        r->delimiter = find_delimiter(r);
        status = start_parser(r) ? MINTU_STATUS_OK : mintu_fail_memory(error, r->doing);
    }
    if (status != MINTU_STATUS_OK) {
        mintu_records_close(r);
        return status;
    }
    *out = r;
    return MINTU_STATUS_OK;
}

mintu_status mintu_records_open(const char *path, const char *doing, mintu_error *error, mintu_records **out)
{
    mintu_input *input = NULL;
    mintu_status status = mintu_input_open(path, doing, error, &input);
    return begin(input, status, doing, error, out);
}

mintu_status mintu_records_open_or_take(const char *path, const char *doing, mintu_error *error, mintu_buffer *other,
                                        mintu_records **out)
{
    mintu_input *input = NULL;
    mintu_status status = mintu_input_open_or_take(path, doing, error, other, &input);
    *out = NULL;
    return status == MINTU_STATUS_OK && !input ? status : begin(input, status, doing, error, out);
}

mintu_status mintu_records_open_text(const char *path, const mintu_buffer *text, const char *doing, mintu_error *error,
                                     mintu_records **out)
{
    mintu_input *input = NULL;
    mintu_status status = mintu_input_open_text(path, text, doing, error, &input);
    return begin(input, status, doing, error, out);
}

void mintu_records_close(mintu_records *records)
{
    if (!records)
        return;
    if (records->parsing)
        csv_free(&records->parser);
    mintu_input_close(records->input);
    mintu_buffer_free(&records->text);
    free(records->window);
    free(records->starts);
    free(records);
}

mintu_told mintu_records_told(const mintu_records *records)
{
    return mintu_input_told(records->input);
}

char mintu_records_delimiter(const mintu_records *records)
{
    return (char)records->delimiter;
}
