/* The review file written anew: the doubtful names, with all that a person has written there. */
#include "base/argument.h"
#include "base/error.h"
#include "base/output.h"
#include "format/csv_field.h"
#include "geocode/batch_data.h"
#include "geocode/geocoder.h"
#include "geocode/result.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char WRITING[] = N_("writing the review file");
static const char *const columns[] = {"query", "rows", "line", "status", "candidates", "codes", "decision"};
enum { COLUMNS = sizeof columns / sizeof *columns };

/* A name of the list, by its first row. */
typedef struct entry {
    size_t row, rows;
} entry;

typedef struct list {
    mintu_textmap known;
    entry *items;
    size_t count, room;
} list;

static bool is_doubtful(const mintu_batch *batch, size_t row)
{
    const mintu_answer *answer = &batch->answers[row];
    size_t known;
    return answer->status != MINTU_MATCH_STATUS_MATCHED || answer->kind == MINTU_MATCH_KIND_REVIEW ||
           mintu_textmap_get(&batch->decided, mintu_batch_query(batch, row), &known);
}

static bool make_list(const mintu_batch *batch, list *out)
{
    *out = (list){.count = 0};
    for (size_t row = 0; row < batch->sheet.count; row++) {
        const char *query = mintu_batch_query(batch, row);
        size_t at;
        if (!query[0] || !is_doubtful(batch, row))
            continue;
        if (out->count > 0 && mintu_textmap_get(&out->known, query, &at)) {
            out->items[at].rows++;
            continue;
        }
        if (!MINTU_ARRAY_RESERVE(out->items, out->room, out->count + 1))
            return false;
        out->items[out->count] = (entry){row, 1};
        if (!mintu_textmap_set(&out->known, query, out->count++))
            return false;
    }
    return true;
}

static void free_list(list *names)
{
    mintu_textmap_free(&names->known);
    free(names->items);
}

size_t mintu_batch_review_count(const mintu_batch *batch)
{
    if (!batch)
        return 0;
    list names;
    size_t count = make_list(batch, &names) ? names.count : 0;
    free_list(&names);
    return count;
}

/* The row of the review file that the line of a name comes from; SIZE_MAX when it has none. */
static size_t find_row(const mintu_batch *batch, const char *query)
{
    size_t row;
    if (mintu_textmap_get(&batch->decided, query, &row) || mintu_textmap_get(&batch->reviewed, query, &row))
        return row;
    return SIZE_MAX;
}

/* Columns that are not ours, as a person may add for remarks. */
static bool is_own(const mintu_batch *batch, size_t column)
{
    for (int i = 0; i < COLUMNS; i++)
        if (mintu_sheet_find(&batch->review, columns[i]) == column)
            return false;
    return true;
}

/* The cells of these columns, and the end of the line; none for SIZE_MAX. */
static void add_own(const mintu_batch *batch, size_t row, mintu_buffer *line)
{
    for (size_t column = 0; column < batch->review.columns; column++)
        if (is_own(batch, column))
            mintu_csv_cell(COLUMNS + column, row == SIZE_MAX ? "" : mintu_sheet_text(&batch->review, row, column), line);
    mintu_buffer_text(line, "\n");
}

static void add_header(const mintu_batch *batch, mintu_buffer *line)
{
    for (size_t i = 0; i < COLUMNS; i++)
        mintu_csv_cell(i, columns[i], line);
    for (size_t column = 0; column < batch->review.columns; column++)
        if (is_own(batch, column))
            mintu_csv_cell(COLUMNS + column, mintu_sheet_name(&batch->review, column), line);
    mintu_buffer_text(line, "\n");
}

/* True when a person has written something in a row. */
static bool is_written(const mintu_batch *batch, size_t row)
{
    bool written = mintu_sheet_text(&batch->review, row, batch->review_decision)[0];
    for (size_t column = 0; column < batch->review.columns && !written; column++)
        written = is_own(batch, column) && mintu_sheet_text(&batch->review, row, column)[0];
    return written;
}

/* A row of the review file as it is. */
static void add_kept(const mintu_batch *batch, size_t row, mintu_buffer *line)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        size_t column = mintu_sheet_find(&batch->review, columns[i]);
        mintu_csv_cell(i, column == SIZE_MAX ? "" : mintu_sheet_text(&batch->review, row, column), line);
    }
    add_own(batch, row, line);
}

/* Candidates are those without the decision, so that a person can change it. */
static mintu_status add_line(const mintu_batch *batch, const entry *name, mintu_error *error, mintu_buffer *out)
{
    const char *query = mintu_batch_query(batch, name->row);
    mintu_match match;
    mintu_status status = mintu_match_name(batch->geocoder, query, &(mintu_evidence_given){.roster = true}, error, &match);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_buffer candidates = {0}, codes = {0};
    char rows[24], line[24] = "";
    size_t at = mintu_sheet_line(&batch->sheet, name->row);
    snprintf(rows, sizeof rows, "%zu", name->rows);
    if (at)
        snprintf(line, sizeof line, "%zu", at);
    mintu_buffer_text(&candidates, "");
    mintu_buffer_text(&codes, "");
    for (size_t i = 0; i < match.candidate_count && i < MINTU_MATCH_CANDIDATES; i++) {
        mintu_candidate_add(batch->geocoder, match.candidates[i], &candidates);
        mintu_buffer_format(&codes, "%s%s", i ? "|" : "", match.candidates[i]->code);
    }
    out->failed = out->failed || candidates.failed || codes.failed;
    bool decided = mintu_textmap_get(&batch->decided, query, &at);
    const char *cells[COLUMNS] = {query,
                                  rows,
                                  line,
                                  mintu_match_status_text((mintu_match_status)batch->answers[name->row].status),
                                  candidates.data,
                                  codes.data,
                                  decided ? mintu_sheet_text(&batch->review, at, batch->review_decision) : ""};
    for (size_t i = 0; i < COLUMNS && !out->failed; i++)
        mintu_csv_cell(i, cells[i], out);
    add_own(batch, find_row(batch, query), out);
    mintu_buffer_free(&candidates);
    mintu_buffer_free(&codes);
    return status;
}

/* What a person has written for names that are not of this list, and in other rows for those that are. The latter stand before the
 * list, as the last decision counts. */
static void add_others(const mintu_batch *batch, const list *names, bool listed, mintu_buffer *lines)
{
    size_t at;
    for (size_t row = 0; row < batch->decision_count; row++) {
        const char *query = batch->decisions[row].query;
        bool of_list = mintu_textmap_get(&names->known, query, &at);
        if (of_list == listed && !(listed && find_row(batch, query) == row) && is_written(batch, row))
            add_kept(batch, row, lines);
    }
}

static mintu_status write_lines(const mintu_batch *batch, const list *names, mintu_output *output, mintu_error *error)
{
    mintu_buffer lines = {0};
    mintu_status status = MINTU_STATUS_OK;
    add_header(batch, &lines);
    add_others(batch, names, true, &lines);
    for (size_t i = 0; i < names->count && status == MINTU_STATUS_OK; i++) {
        status = add_line(batch, &names->items[i], error, &lines);
        if (status == MINTU_STATUS_OK)
            status = mintu_output_text(output, &lines, false, WRITING, error);
    }
    add_others(batch, names, false, &lines);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_text(output, &lines, true, WRITING, error);
    mintu_buffer_free(&lines);
    return status;
}

mintu_status mintu_batch_review_write(const mintu_batch *batch, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, batch, path))
        return MINTU_STATUS_USAGE;
    list names;
    mintu_output *output = NULL;
    mintu_status status =
        make_list(batch, &names) ? mintu_output_open(path, error, &output) : mintu_fail_memory(error, WRITING);
    if (status == MINTU_STATUS_OK)
        status = write_lines(batch, &names, output, error);
    free_list(&names);
    return mintu_output_end(output, status, error);
}
