#define _POSIX_C_SOURCE 200809L
#include "geocode/batch_review.h"

#include "base/ascii.h"
#include "base/error.h"
#include "gazetteer/places.h"
#include "geocode/batch_data.h"
#include "geocode/geocoder.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char DECIDING[] = N_("reading decisions");

/* What a person writes for a name that stands for no place. */
static const char *const nowhere[] = {"-", "—", "none", "无", NULL};

/* `name@county` is a name behind its county; anything else is read as a name is, but nothing is guessed. */
static mintu_status find_place(const mintu_geocoder *geocoder, const char *text, mintu_error *error, const mintu_place **out)
{
    mintu_evidence_given nothing = {.roster = false};
    mintu_match match = {.place = NULL};
    mintu_buffer name = {0};
    const char *at = strchr(text, '@');
    *out = NULL;
    if (at)
        mintu_buffer_format(&name, "%s,%.*s", at + 1, (int)(at - text), text);
    else
        mintu_buffer_text(&name, text);
    mintu_status status =
        name.failed ? mintu_fail_memory(error, DECIDING) : mintu_match_name(geocoder, name.data, &nothing, error, &match);
    mintu_buffer_free(&name);
    if (status == MINTU_STATUS_OK && match.kind != MINTU_MATCH_KIND_FUZZY)
        *out = match.place;
    return status;
}

/* What is decided twice, differently, is told: the last one counts. */
static bool tell_twice(mintu_batch *batch, mintu_spot spot, size_t row)
{
    size_t earlier;
    const char *text = mintu_sheet_text(&batch->review, row, batch->review_decision);
    if (!mintu_textmap_get(&batch->decided, batch->decisions[row].query, &earlier) ||
        strcmp(text, mintu_sheet_text(&batch->review, earlier, batch->review_decision)) == 0)
        return true;
    return mintu_problems_add(&batch->problems, spot, "\"%.100s\" is decided on line %zu, too, and otherwise; this one counts",
                              batch->decisions[row].query, mintu_sheet_line(&batch->review, earlier));
}

static mintu_status decide(mintu_batch *batch, mintu_spot spot, size_t row, mintu_error *error)
{
    mintu_decision *decision = &batch->decisions[row];
    const char *text = mintu_sheet_text(&batch->review, row, batch->review_decision);
    const mintu_place *place = NULL;
    mintu_status status = MINTU_STATUS_OK;
    decision->decided = mintu_text_listed(text, nowhere);
    if (!decision->decided)
        status = find_place(batch->geocoder, text, error, &place);
    if (place) {
        decision->decided = true;
        decision->place = (uint32_t)mintu_gazetteer_index(batch->geocoder->index.gazetteer, place) + 1;
    }
    bool good =
        status != MINTU_STATUS_OK || decision->decided ||
        mintu_problems_add(&batch->problems, spot,
                           "the decision \"%.100s\" for \"%.100s\" is not understood; expected a code, name@county, or - "
                           "for no place",
                           text, decision->query);
    good = good && tell_twice(batch, spot, row) && mintu_textmap_set(&batch->decided, decision->query, row);
    return good ? status : mintu_fail_memory(error, DECIDING);
}

static mintu_status read_row(mintu_batch *batch, const char *path, size_t row, mintu_error *error)
{
    mintu_decision *decision = &batch->decisions[row];
    *decision = (mintu_decision){.query = mintu_text_copy(mintu_sheet_text(&batch->review, row, batch->review_query))};
    batch->decision_count = row + 1;
    if (!decision->query || !mintu_textmap_set(&batch->reviewed, decision->query, row))
        return mintu_fail_memory(error, DECIDING);
    if (!mintu_sheet_text(&batch->review, row, batch->review_decision)[0])
        return MINTU_STATUS_OK;
    return decide(batch, (mintu_spot){path, mintu_sheet_line(&batch->review, row), 0}, row, error);
}

static bool is_workbook(const char *path)
{
    static const char *const endings[] = {".xlsx", ".xls", ".ods"};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (mintu_ascii_compare(dot, endings[i]) == 0)
            return true;
    return false;
}

/* The file is written anew from what was read, so that of a row that cannot be read whole something would be lost. */
static mintu_status load(mintu_context *context, mintu_batch *batch, const char *path, mintu_error *error)
{
    mintu_problems problems = {.count = 0};
    mintu_status status = mintu_sheet_load(context, path, NULL, &problems, error, &batch->review);
    if (status == MINTU_STATUS_OK && problems.count > 0) {
        const mintu_batch_problem *first = &problems.items[0];
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){path, (int)first->line, (int)first->column},
                          "%s: %s; the file is written anew, and this would be lost", mintu_message(DECIDING), first->text);
    }
    mintu_problems_free(&problems);
    return status;
}

static mintu_status check_file(const char *path, mintu_error *error)
{
    struct stat there;
    if (is_workbook(path))
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: %.200s is the name of a workbook, and a review file is CSV; name it .csv",
                          mintu_message(DECIDING), path);
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){.source = path},
                             "%s: it is a folder, a pipe or a device, and a review file is read and written anew; name a file",
                             mintu_message(DECIDING));
    return MINTU_STATUS_OK;
}

mintu_status mintu_batch_decide(mintu_context *context, mintu_batch *batch, const char *path, mintu_error *error)
{
    if (strcmp(path, "-") == 0)
        return MINTU_STATUS_OK;
    mintu_status status = check_file(path, error);
    if (status != MINTU_STATUS_OK || access(path, F_OK) != 0)
        return status;
    status = load(context, batch, path, error);
    if (status != MINTU_STATUS_OK)
        return status;
    batch->review_query = mintu_sheet_find(&batch->review, "query");
    batch->review_decision = mintu_sheet_find(&batch->review, "decision");
    if (batch->review_query == SIZE_MAX || batch->review_decision == SIZE_MAX)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){path, 1, 1},
            "%s: the columns query and decision are missing; give another file, or take this one away and a new "
            "one is written",
            mintu_message(DECIDING));
    batch->decisions = calloc(batch->review.count + 1, sizeof *batch->decisions);
    if (!batch->decisions)
        return mintu_fail_memory(error, DECIDING);
    for (size_t row = 0; row < batch->review.count && status == MINTU_STATUS_OK; row++)
        status = read_row(batch, path, row, error);
    return status;
}
