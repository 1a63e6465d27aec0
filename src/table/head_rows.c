#include "table/head_rows.h"

#include "base/error.h"
#include "base/textmap.h"
#include "base/utf8.h"
#include "table/head_find.h"

#include <stdlib.h>
#include <string.h>

/* Fields of the first rows whose columns are known; bytes of a title that are shown. */
enum { PLACED = 64, SHOWN = 60 };

/* A row that is kept until its turn comes. */
typedef struct kept {
    mintu_record record;
    mintu_buffer text;
    size_t *starts;
    int *columns; /* of the fields, where they stand on their line */
} kept;

struct mintu_headed {
    mintu_context *context;
    mintu_row_source source;
    kept rows[MINTU_HEAD_ROWS];
    mintu_record heads[MINTU_HEAD_ROWS]; /* the same, for who looks at them */
    size_t count, turn;                  /* rows that are kept, the next of them */
    mintu_record header;
    mintu_buffer names;
    size_t *starts, columns;
    bool renames;                     /* who reads them tells which names stand twice */
    bool header_given, ended, marked; /* marked: a remark stands above the names, so that # marks one below them, too */
    const kept *last;                 /* the row read last, NULL: one of the source's */
    size_t remarks;                   /* lines that were passed over */
    int remark_line;                  /* the first */
};

static int next_record(const void *from, size_t field)
{
    return mintu_records_column(from, field);
}

static mintu_status next_row(void *from, mintu_error *error, mintu_record *out, bool *more)
{
    return mintu_records_next(from, error, out, more);
}

mintu_row_source mintu_records_source(mintu_records *records, const char *path, const char *doing)
{
    return (mintu_row_source){.next = next_row,
                              .column = next_record,
                              .from = records,
                              .path = path,
                              .doing = doing,
                              .text = true,
                              .delimiter = mintu_records_delimiter(records)};
}

char mintu_headed_delimiter(const mintu_headed *headed)
{
    return headed->source.delimiter;
}

static void free_kept(kept *row)
{
    mintu_buffer_free(&row->text);
    free(row->starts);
    free(row->columns);
    *row = (kept){.starts = NULL};
}

static bool keep(mintu_headed *h, const mintu_record *record)
{
    kept *row = &h->rows[h->count];
    size_t size = record->count ? record->starts[record->count] : 0;
    *row = (kept){.record = *record};
    mintu_buffer_add(&row->text, size ? record->text : "", size);
    mintu_buffer_add(&row->text, "", 1);
    row->starts = calloc(record->count + 1, sizeof *row->starts);
    row->columns = calloc(record->count + 1, sizeof *row->columns);
    if (row->text.failed || !row->starts || !row->columns) {
        free_kept(row);
        return false;
    }
    for (size_t i = 0; i < record->count; i++) {
        row->starts[i] = record->starts[i];
        /* Each is looked for from the beginning of its line, so that those of very many are not. */
        row->columns[i] = h->source.column && i < PLACED ? h->source.column(h->source.from, i) : 0;
    }
    row->starts[record->count] = size;
    row->record.text = row->text.data;
    row->record.starts = row->starts;
    h->heads[h->count++] = row->record;
    return true;
}

static bool begins_marked(const mintu_headed *h, const mintu_record *record)
{
    return h->source.text && !record->damage && record->count > 0 && record->text[record->starts[0]] == '#';
}

/* A remark in a text: a line that begins with #, and is no row of the table. A row may begin so in a table that has shown none. */
static bool is_remark(const mintu_headed *h, const mintu_record *record, size_t columns)
{
    return begins_marked(h, record) &&
           (h->marked || ((record->count == 1 || columns == 0) && (record->count < columns || columns <= 1)));
}

static void note_remark(mintu_headed *h, const mintu_record *record)
{
    h->remark_line = h->remarks++ ? h->remark_line : record->line;
}

/* Lines that begin with # above the table are remarks, but for one that has as many fields as the next row: the names. */
static size_t count_leading(const mintu_headed *h)
{
    size_t leading = 0;
    while (leading < h->count && is_remark(h, &h->heads[leading], 0))
        leading++;
    if (leading > 0 && leading < h->count && h->heads[leading - 1].count > 1 &&
        h->heads[leading - 1].count == h->heads[leading].count)
        leading--;
    return leading;
}

/* Rows that were asked for as the names are kept, whatever they begin with. */
static void drop_remarks(mintu_headed *h)
{
    const mintu_table_rules *rules = &h->context->tables;
    size_t asked = rules->header_last > rules->header_first ? rules->header_last : rules->header_first;
    size_t leading = asked ? 0 : count_leading(h), kept_rows = 0, passed = 0;
    h->marked = h->marked || leading > 0;
    for (size_t i = 0; i < h->count; i++) {
        size_t columns = h->heads[h->count - 1].count;
        bool below = i > leading && (size_t)h->heads[i].line > asked;
        if (i < leading || (below && is_remark(h, &h->heads[i], columns > 1 ? columns : 1))) {
            note_remark(h, &h->heads[i]);
            free_kept(&h->rows[i]);
            passed++;
            continue;
        }
        h->heads[i].passed = passed;
        passed = 0;
        if (kept_rows++ < i) {
            h->rows[kept_rows - 1] = h->rows[i];
            h->heads[kept_rows - 1] = h->heads[i];
            h->rows[i] = (kept){.starts = NULL};
        }
    }
    h->count = kept_rows;
}

/* A # before the first name marks the line, and is no part of it. */
static void strip_mark(mintu_headed *h, size_t row)
{
    const char *text = h->rows[row].text.data + h->rows[row].starts[0];
    if (h->source.text && h->rows[row].record.count > 1 && text[0] == '#' && text[1])
        h->rows[row].starts[0] += 1 + strspn(text + 1, " ");
}

static mintu_status fail_memory(const mintu_headed *h, mintu_error *error)
{
    return mintu_fail_memory(error, h->source.doing);
}

static mintu_status fail_row(const mintu_headed *h, size_t wanted, mintu_error *error)
{
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = h->source.path},
                         "%s: there is no row %zu for the names of the columns; the table has fewer, or it is blank",
                         mintu_message(h->source.doing), wanted);
}

/* Reads the first rows, from the one that was asked for on. */
static mintu_status read_head(mintu_headed *h, mintu_error *error)
{
    mintu_record record;
    bool more = true;
    size_t wanted = h->context->tables.header_first;
    mintu_status status = MINTU_STATUS_OK;
    while (status == MINTU_STATUS_OK && h->count < MINTU_HEAD_ROWS) {
        status = h->source.next(h->source.from, error, &record, &more);
        if (status != MINTU_STATUS_OK || !more)
            break;
        if (wanted && h->count == 0 && (size_t)record.line < wanted && !record.damage) {
            h->marked = h->marked || begins_marked(h, &record);
            continue;
        }
        if (!keep(h, &record))
            return fail_memory(h, error);
        if (record.damage)
            break;
    }
    h->ended = !more;
    if (status == MINTU_STATUS_OK && wanted && (h->count == 0 || (size_t)h->heads[0].line != wanted))
        status = fail_row(h, wanted, error);
    return status;
}

static mintu_head find_head(mintu_headed *h)
{
    const mintu_table_rules *rules = &h->context->tables;
    mintu_head head = {true, 0, 0};
    if (!rules->header_first)
        return h->heads[0].damage ? head : mintu_head_find(h->heads, h->count);
    while (rules->header_last && head.last + 1 < h->count && (size_t)h->heads[head.last + 1].line <= rules->header_last)
        head.last++;
    return head;
}

static void tell_title(const mintu_headed *h, mintu_head head)
{
    const mintu_record *first = &h->heads[0];
    size_t field = 0;
    while (field < first->count && mintu_text_is_blank(mintu_record_text(first, field)))
        field++;
    const char *text = mintu_record_text(first, field);
    size_t size = strcspn(text, "\r\n"), shown = size > SHOWN ? mintu_utf8_cut(text, SHOWN) : size;
    mintu_context_notice(h->context, "%s:%d: %zu row%s above the names of the columns (\"%.*s%s\") %s no part of the table",
                         h->source.path, h->heads[head.first].line, head.first, head.first > 1 ? "s" : "", (int)shown, text,
                         shown < size ? "…" : "", head.first > 1 ? "are" : "is");
}

static void tell_head(const mintu_headed *h, mintu_head head)
{
    if (!head.found)
        mintu_context_notice(h->context,
                             "%s:%d: the first row holds numbers and no names of columns; they are called column_1, column_2, "
                             "…; add a row with their names",
                             h->source.path, h->heads[head.first].line);
    else if (head.first > 0 && !h->context->tables.header_first)
        tell_title(h, head);
    if (head.last > head.first && !h->context->tables.header_last)
        mintu_context_notice(h->context, "%s:%d: the names of the columns are read from %zu rows", h->source.path,
                             h->heads[head.first].line, head.last - head.first + 1);
}

static mintu_status make_header(mintu_headed *h, mintu_head head, mintu_error *error)
{
    bool plain = head.found && head.last == head.first;
    h->columns = mintu_head_columns(h->heads, head);
    h->starts = calloc(h->columns + 1, sizeof *h->starts);
    if (!h->starts)
        return fail_memory(h, error);
    for (size_t i = 0; i < h->columns; i++) {
        h->starts[i] = h->names.size;
        if (!head.found)
            mintu_buffer_format(&h->names, "column_%zu", i + 1);
        else if (plain)
            mintu_buffer_text(&h->names, mintu_record_text(&h->heads[head.first], i));
        else
            mintu_head_name(h->heads, head, i, &h->names);
        if (plain || !head.found)
            mintu_buffer_add(&h->names, "", 1);
    }
    h->starts[h->columns] = h->names.size;
    mintu_buffer_add(&h->names, "", 1);
    if (h->names.failed)
        return fail_memory(h, error);
    h->header = h->heads[head.last];
    h->header.text = h->names.data;
    h->header.starts = h->starts;
    h->header.count = h->columns;
    h->turn = head.found ? head.last + 1 : head.first;
    return MINTU_STATUS_OK;
}

mintu_status mintu_headed_open(mintu_context *context, mintu_row_source source, mintu_error *error, mintu_headed **out)
{
    mintu_headed *h = *out = calloc(1, sizeof *h);
    if (!h)
        return mintu_fail_memory(error, source.doing);
    h->context = context;
    h->source = source;
    mintu_status status = read_head(h, error);
    if (status == MINTU_STATUS_OK)
        drop_remarks(h);
    if (status == MINTU_STATUS_OK && h->count > 0) {
        mintu_head head = find_head(h);
        strip_mark(h, head.first);
        status = make_header(h, head, error);
        if (status == MINTU_STATUS_OK)
            tell_head(h, head);
    }
    if (status != MINTU_STATUS_OK) {
        mintu_headed_close(h);
        *out = NULL;
    }
    return status;
}

void mintu_headed_close(mintu_headed *headed)
{
    if (!headed)
        return;
    for (size_t i = 0; i < headed->count; i++)
        free_kept(&headed->rows[i]);
    mintu_buffer_free(&headed->names);
    free(headed->starts);
    free(headed);
}

static void tell_remarks(mintu_headed *h)
{
    if (h->remarks)
        mintu_context_notice(h->context, "%s:%d: %zu line%s with # at the beginning %s no part of the table", h->source.path,
                             h->remark_line, h->remarks, h->remarks > 1 ? "s" : "", h->remarks > 1 ? "are" : "is");
    h->remarks = 0;
}

/* A row of the source that is none of its remarks. */
static mintu_status read_on(mintu_headed *h, mintu_error *error, mintu_record *out, bool *more)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t passed = 0;
    for (*more = !h->ended; status == MINTU_STATUS_OK && *more;) {
        status = h->source.next(h->source.from, error, out, more);
        if (status != MINTU_STATUS_OK || !*more || !is_remark(h, out, h->columns))
            break;
        note_remark(h, out);
        passed++;
    }
    out->passed = passed;
    if (!*more)
        tell_remarks(h);
    return status;
}

/* Rows may be given out as they are, names that stand twice among them; so many of these are told one by one. */
static void tell_twice(const mintu_headed *h)
{
    enum { TOLD = 20 };
    const mintu_record *names = &h->header;
    mintu_textmap known = {0};
    size_t before, twice = 0;
    for (size_t i = 0; i < names->count; i++) {
        const char *name = mintu_record_text(names, i);
        if (!name[0])
            continue;
        if (!mintu_textmap_get(&known, name, &before))
            mintu_textmap_set(&known, name, i); /* without memory it is known no more, and told less */
        else if (twice++ < TOLD)
            mintu_context_notice(h->context, "%s:%d: column %zu is called %s as column %zu is", h->source.path, names->line,
                                 i + 1, name, before + 1);
    }
    if (twice > TOLD)
        mintu_context_notice(h->context, "%s:%d: %zu columns more have a name that stands before", h->source.path, names->line,
                             twice - TOLD);
    mintu_textmap_free(&known);
}

void mintu_headed_renames(mintu_headed *headed)
{
    headed->renames = true;
}

mintu_status mintu_headed_next(mintu_headed *headed, mintu_error *error, mintu_record *out, bool *more)
{
    mintu_headed *h = headed;
    h->last = NULL;
    if (!h->header_given && h->count > 0) {
        *out = h->header;
        *more = h->header_given = true;
        if (!h->renames && !h->header.damage)
            tell_twice(h);
        return MINTU_STATUS_OK;
    }
    if (h->turn < h->count) {
        h->last = &h->rows[h->turn];
        *out = h->heads[h->turn++];
        *more = true;
        return MINTU_STATUS_OK;
    }
    return read_on(h, error, out, more);
}

const mintu_record *mintu_headed_names(const mintu_headed *headed)
{
    return &headed->header;
}

int mintu_headed_column(const mintu_headed *headed, size_t field)
{
    if (headed->last)
        return field < headed->last->record.count ? headed->last->columns[field] : headed->source.column && field == 0;
    return headed->source.column && headed->turn >= headed->count ? headed->source.column(headed->source.from, field) : 1;
}
