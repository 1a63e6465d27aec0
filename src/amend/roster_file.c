#define _POSIX_C_SOURCE 200809L
#include "amend/roster_file.h"

#include "amend/unmatched.h"
#include "base/context.h"
#include "base/message.h"
#include "gazetteer/places.h"
#include "geocode/batch_data.h"

#include <mintu/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DOING[] = N_("reading a list of places");

static const char *head_of(const void *table, size_t column)
{
    return mintu_sheet_name(table, column);
}

/* What the heads are called is found out first; what there is to be said of the file is said when it is read for its names. */
static mintu_status find_field(mintu_context *context, const char *path, const mintu_roster_file *file, mintu_error *error,
                               mintu_buffer *out)
{
    mintu_sheet sheet = {.count = 0};
    mintu_problems problems = {.count = 0};
    mintu_notice_fn *notice = context->notice;
    size_t columns[MINTU_LIST_END];
    context->notice = NULL;
    mintu_status status = mintu_sheet_load(context, path, file->towns, &problems, error, &sheet);
    context->notice = notice;
    if (status == MINTU_STATUS_OK) {
        const mintu_heads heads = {sheet.columns, head_of, &sheet};
        mintu_list_heads(&heads, columns);
        mintu_list_field(&heads, columns, out);
    }
    mintu_problems_free(&problems);
    mintu_sheet_free(&sheet);
    return status == MINTU_STATUS_OK && out->failed ? mintu_fail_memory(error, DOING) : status;
}

static mintu_status load_batch(mintu_context *context, const char *path, const mintu_amend_roster_options *options,
                               mintu_error *error, mintu_roster_file *file)
{
    mintu_buffer field = {0};
    mintu_status status = options->field ? MINTU_STATUS_OK : find_field(context, path, file, error, &field);
    const mintu_batch_options how = {.field = options->field ? options->field
                                              : field.size   ? field.data
                                                             : NULL,
                                     .review = options->review};
    if (status == MINTU_STATUS_OK)
        status = mintu_batch_load(context, file->towns, path, &how, error, &file->batch);
    if (status == MINTU_STATUS_OK) {
        const mintu_heads heads = {file->batch->sheet.columns, head_of, &file->batch->sheet};
        mintu_list_heads(&heads, file->columns);
    }
    mintu_buffer_free(&field);
    return status;
}

/* A cell of the row, kept; "" where there is no such column. NULL when memory ran out. */
static const char *keep(mintu_roster_file *file, size_t row, mintu_list_head head)
{
    size_t column = file->columns[head];
    const char *text = column == SIZE_MAX ? "" : mintu_sheet_text(&file->batch->sheet, row, column);
    return mintu_text_store_add(&file->texts, text, strlen(text));
}

static mintu_amend_spot spot_of(const mintu_roster_file *file, size_t row)
{
    return (mintu_amend_spot){mintu_sheet_line(&file->batch->sheet, row), row + 1};
}

/* False where the place of the row cannot be taken, which is told. */
static bool check_place(const mintu_roster_file *file, const mintu_gazetteer *gazetteer, size_t row, const mintu_place *place,
                        mintu_amend_told *told)
{
    const char *query = mintu_batch_query(file->batch, row);
    const mintu_roster_line *first = mintu_roster_file_find(file, place);
    char day[11], text[11];
    mintu_date_format(gazetteer->package.as_of, text);
    mintu_date_format(place->to ? place->to : place->from, day);
    if (place->level != MINTU_LEVEL_TOWNSHIP)
        mintu_amend_tell(told, spot_of(file, row), query, "%s %s is a %s, and the roster has units below that; not taken",
                         place->code, place->name, mintu_level_text(place->level));
    else if (first)
        mintu_amend_tell(told, spot_of(file, row), query, "%s %s is listed before, %s %zu, and counts once", place->code,
                         place->name, first->spot.line ? "line" : "row",
                         first->spot.line ? first->spot.line : first->spot.number);
    else if (!mintu_period_holds(place->from, place->to, gazetteer->package.as_of))
        mintu_amend_tell(told, spot_of(file, row), query, "%s %s is not in force on the package's date, %s (%s %s); not taken",
                         place->code, place->name, text, place->to ? "abolished" : "made", day);
    else {
        if (place->to)
            mintu_amend_note(told, spot_of(file, row), query, "%s %s was abolished on %s; taken, as it was in force on %s",
                             place->code, place->name, day, text);
        return true;
    }
    return false;
}

static mintu_status add_line(mintu_roster_file *file, size_t row, const mintu_place *place, mintu_error *error)
{
    if (!MINTU_ARRAY_RESERVE(file->lines, file->room, file->count + 1))
        return mintu_fail_memory(error, DOING);
    mintu_list_head name = file->columns[MINTU_LIST_TOWN] == SIZE_MAX ? MINTU_LIST_END : MINTU_LIST_TOWN;
    const char *query = mintu_batch_query(file->batch, row);
    mintu_roster_line line = {.place = place, .spot = spot_of(file, row)};
    line.written = name == MINTU_LIST_END ? mintu_text_store_add(&file->texts, query, strlen(query)) : keep(file, row, name);
    line.batch = keep(file, row, MINTU_LIST_BATCH);
    line.note = keep(file, row, MINTU_LIST_NOTE);
    line.source = keep(file, row, MINTU_LIST_SOURCE);
    line.certainty = keep(file, row, MINTU_LIST_CERTAINTY);
    if (!line.written || !line.batch || !line.note || !line.source || !line.certainty)
        return mintu_fail_memory(error, DOING);
    file->lines[file->count++] = line;
    return MINTU_STATUS_OK;
}

static void tell_problems(const mintu_batch *batch, mintu_amend_told *told)
{
    for (size_t i = 0; i < mintu_batch_problem_count(batch); i++) {
        const mintu_batch_problem *problem = mintu_batch_problem_at(batch, i);
        mintu_amend_tell(told, (mintu_amend_spot){problem->line, 0}, "", "%s", problem->text);
    }
}

static mintu_status resolve(mintu_roster_file *file, const mintu_gazetteer *gazetteer, mintu_amend_told *told)
{
    mintu_status status = MINTU_STATUS_OK;
    tell_problems(file->batch, told);
    for (size_t row = 0; row < mintu_batch_count(file->batch) && status == MINTU_STATUS_OK; row++) {
        mintu_match match;
        const char *query = mintu_batch_query(file->batch, row);
        mintu_batch_match(file->batch, row, &match);
        if (match.status == MINTU_MATCH_STATUS_MATCHED && match.place) {
            if (check_place(file, gazetteer, row, match.place, told))
                status = add_line(file, row, match.place, told->error);
            continue;
        }
        file->doubtful += match.kind != MINTU_MATCH_KIND_REVIEW;
        status =
            mintu_amend_tell_unmatched(&(mintu_amend_asked){file->towns, file->any, query, spot_of(file, row)}, &match, told);
    }
    return status;
}

mintu_status mintu_roster_file_load(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                    const mintu_amend_roster_options *options, mintu_amend_told *told, mintu_roster_file *out)
{
    mintu_geocode_options towns = {.as_of = options->date, .level = MINTU_LEVEL_TOWNSHIP}, any = {.as_of = options->date};
    mintu_status status = mintu_amend_file_check(path, told->error);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(gazetteer, &towns, told->error, &out->towns);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_new(gazetteer, &any, told->error, &out->any);
    if (status == MINTU_STATUS_OK)
        status = load_batch(context, path, options, told->error, out);
    if (status == MINTU_STATUS_OK)
        status = resolve(out, gazetteer, told);
    if (status == MINTU_STATUS_OK && options->review && mintu_batch_review_count(out->batch))
        status = mintu_batch_review_write(out->batch, options->review, told->error);
    return status;
}

void mintu_roster_file_free(mintu_roster_file *file)
{
    mintu_batch_free(file->batch);
    mintu_geocoder_free(file->towns);
    mintu_geocoder_free(file->any);
    mintu_text_store_free(&file->texts);
    free(file->lines);
    *file = (mintu_roster_file){.count = 0};
}

const mintu_roster_line *mintu_roster_file_find(const mintu_roster_file *file, const mintu_place *place)
{
    for (size_t i = 0; i < file->count; i++)
        if (file->lines[i].place == place)
            return &file->lines[i];
    return NULL;
}
