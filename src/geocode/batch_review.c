#define _POSIX_C_SOURCE 200809L
#include "geocode/batch_review.h"

#include "base/output.h"
#include "format/csv.h"
#include "format/csv_field.h"
#include "gazetteer/places.h"
#include "geocode/batch_data.h"
#include "geocode/geocoder.h"
#include "geocode/result.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* What a person writes for a name that stands for no place. */
static const char *const nowhere[] = {"-", "—", "none", "无", NULL};

static bool is_nowhere(const char *text)
{
    for (size_t i = 0; nowhere[i]; i++)
        if (strcmp(nowhere[i], text) == 0)
            return true;
    return false;
}

/* `name@county` is a name behind its county; anything else is read as a name is, but nothing is guessed. */
static mintu_status find_place(const mintu_geocoder *geocoder, const char *text, mintu_error *error, const mintu_place **out)
{
    mintu_evidence_given nothing = {.roster = false};
    mintu_match match;
    mintu_buffer name = {0};
    const char *at = strchr(text, '@');
    *out = NULL;
    if (at)
        mintu_buffer_format(&name, "%s,%.*s", at + 1, (int)(at - text), text);
    else
        mintu_buffer_text(&name, text);
    mintu_status status = name.failed ? mintu_fail_memory(error, "reading decisions")
                                      : mintu_match_name(geocoder, name.data, &nothing, error, &match);
    mintu_buffer_free(&name);
    if (status == MINTU_STATUS_OK && match.kind != MINTU_MATCH_KIND_FUZZY)
        *out = match.place;
    return status;
}

static mintu_status decide(mintu_batch *batch, const char *path, size_t row, mintu_error *error)
{
    mintu_decision *decision = &batch->decisions[batch->decision_count];
    const char *text = mintu_sheet_text(&batch->review, row, batch->review_decision);
    const mintu_place *place = NULL;
    mintu_status status = MINTU_STATUS_OK;
    *decision = (mintu_decision){.row = row, .decided = is_nowhere(text)};
    if (!text[0])
        return status;
    if (!decision->decided)
        status = find_place(batch->geocoder, text, error, &place);
    if (place) {
        decision->decided = true;
        decision->place = (uint32_t)mintu_gazetteer_index(batch->geocoder->index.gazetteer, place) + 1;
    }
    mintu_spot spot = {path, mintu_sheet_line(&batch->review, row), 0};
    if (status == MINTU_STATUS_OK && !decision->decided &&
        !mintu_problems_add(
            &batch->problems, spot,
            "the decision \"%.100s\" for \"%.100s\" is not understood; expected a code, name@county, or - for no "
            "place",
            text, mintu_sheet_text(&batch->review, row, batch->review_query)))
        return mintu_fail_memory(error, "reading decisions");
    decision->query = mintu_text_copy(mintu_sheet_text(&batch->review, row, batch->review_query));
    batch->decision_count++;
    if (status == MINTU_STATUS_OK &&
        (!decision->query || !mintu_textmap_set(&batch->decided, decision->query, batch->decision_count - 1)))
        return mintu_fail_memory(error, "reading decisions");
    return status;
}

static bool is_workbook(const char *path)
{
    static const char *const endings[] = {".xlsx", ".xls", ".ods"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i]) == 0)
            return true;
    return false;
}

mintu_status mintu_batch_decide(mintu_context *context, mintu_batch *batch, const char *path, mintu_error *error)
{
    if (is_workbook(path))
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "reading decisions: %.200s is the name of a workbook, and a review file is CSV; name it .csv", path);
    if (access(path, F_OK) != 0)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_sheet_load(context, path, &batch->problems, error, &batch->review);
    if (status != MINTU_STATUS_OK)
        return status;
    batch->review_query = mintu_sheet_find(&batch->review, "query");
    batch->review_decision = mintu_sheet_find(&batch->review, "decision");
    if (batch->review_query == SIZE_MAX || batch->review_decision == SIZE_MAX)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){path, 1, 1},
            "reading decisions: the columns query and decision are missing; give another file, or take this one "
            "away and a new one is written");
    batch->decisions = calloc(batch->review.count + 1, sizeof *batch->decisions);
    if (!batch->decisions)
        return mintu_fail_memory(error, "reading decisions");
    for (size_t row = 0; row < batch->review.count && status == MINTU_STATUS_OK; row++)
        status = decide(batch, path, row, error);
    return status;
}

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
        if (mintu_textmap_get(&out->known, query, &at)) {
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
    list names;
    size_t count = make_list(batch, &names) ? names.count : 0;
    free_list(&names);
    return count;
}

/* Candidates are those without the decision, so that a person can change it. */
static mintu_status add_line(const mintu_batch *batch, const entry *name, mintu_error *error, mintu_buffer *line)
{
    const char *query = mintu_batch_query(batch, name->row);
    mintu_match match;
    size_t at;
    mintu_status status = mintu_match_name(batch->geocoder, query, &(mintu_evidence_given){.roster = true}, error, &match);
    if (status != MINTU_STATUS_OK)
        return status;
    mintu_buffer candidates = {0}, codes = {0};
    mintu_buffer_text(&candidates, "");
    mintu_buffer_text(&codes, "");
    for (size_t i = 0; i < match.candidate_count && i < MINTU_MATCH_CANDIDATES; i++) {
        mintu_candidate_add(batch->geocoder, match.candidates[i], &candidates);
        mintu_buffer_format(&codes, "%s%s", i ? "|" : "", match.candidates[i]->code);
    }
    bool failed = candidates.failed || codes.failed;
    mintu_csv_field(query, line);
    mintu_buffer_format(line, ",%zu,", name->rows);
    if (mintu_sheet_line(&batch->sheet, name->row))
        mintu_buffer_format(line, "%zu", mintu_sheet_line(&batch->sheet, name->row));
    mintu_buffer_format(line, ",%s,", mintu_match_status_text((mintu_match_status)batch->answers[name->row].status));
    mintu_csv_field(failed ? "" : candidates.data, line);
    mintu_buffer_text(line, ",");
    mintu_csv_field(failed ? "" : codes.data, line);
    mintu_buffer_text(line, ",");
    if (mintu_textmap_get(&batch->decided, query, &at))
        mintu_csv_field(mintu_sheet_text(&batch->review, batch->decisions[at].row, batch->review_decision), line);
    mintu_buffer_text(line, "\n");
    mintu_buffer_free(&candidates);
    mintu_buffer_free(&codes);
    return failed || line->failed ? mintu_fail_memory(error, "writing the review file") : MINTU_STATUS_OK;
}

mintu_status mintu_batch_review_write(const mintu_batch *batch, const char *path, mintu_error *error)
{
    list names;
    mintu_output *output = NULL;
    mintu_buffer line = {0};
    mintu_status status = make_list(batch, &names) ? mintu_output_open(path, error, &output)
                                                   : mintu_fail_memory(error, "writing the review file");
    mintu_buffer_text(&line, "query,rows,line,status,candidates,codes,decision\n");
    for (size_t i = 0; i < names.count && status == MINTU_STATUS_OK; i++) {
        status = add_line(batch, &names.items[i], error, &line);
        if (status == MINTU_STATUS_OK)
            status = mintu_output_write(output, line.data, line.size, error);
        mintu_buffer_clear(&line);
    }
    if (status == MINTU_STATUS_OK && line.size > 0)
        status = mintu_output_write(output, line.data, line.size, error);
    mintu_buffer_free(&line);
    free_list(&names);
    if (status == MINTU_STATUS_OK)
        return mintu_output_commit(output, error);
    mintu_output_discard(output);
    return status;
}
