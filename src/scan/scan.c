#include "base/argument.h"
#include "base/message.h"
#include "format/text_input.h"
#include "scan/scan_accept.h"
#include "scan/scan_doubt.h"
#include "scan/scan_join.h"
#include "scan/scan_list.h"
#include "scan/scan_parts.h"
#include "scan/scan_place.h"
#include "scan/scan_read.h"
#include "scan/scan_resolve.h"

#include <stdlib.h>

static const char DOING[] = N_("scanning a text for names of places");

static void free_work(mintu_scan_work *work)
{
    free(work->folded);
    free(work->hits);
    free(work->lists);
    free(work->items);
    free(work->mention_hits);
    free(work->stamps);
    free(work->named);
    free(work->candidates.items);
    ubrk_close(work->words);
}

static void free_table(mintu_scan_table *table)
{
    mintu_scan_table_free(table);
    free(table);
}

/* The geocoder keeps the table, whose making takes longer than the scan of a page. */
static mintu_status find_table(mintu_scan_work *work, mintu_error *error)
{
    mintu_late *late = work->geocoder->late;
    mintu_scan_table *table = late->table ? late->table : malloc(sizeof *table);
    if (!table)
        return mintu_fail_memory(error, "preparing the scan of a text");
    mintu_status status = late->table
                              ? MINTU_STATUS_OK
                              : mintu_scan_table_build(&work->geocoder->index, &work->geocoder->elsewhere, error, table);
    if (status == MINTU_STATUS_OK) {
        work->table = late->table = table;
        late->free_table = free_table;
        return status;
    }
    free_table(table);
    return status;
}

static mintu_status run(mintu_scan_work *work, mintu_error *error)
{
    size_t places = work->geocoder->index.gazetteer->count;
    mintu_status status = find_table(work, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_scan_fold_text(&work->table->fold, work->text, work->size, error, &work->folded);
    if (status != MINTU_STATUS_OK)
        return status;
    work->text = work->folded ? work->folded : work->text;
    work->stamps = calloc(places + 1, sizeof *work->stamps);
    work->named = calloc(places + 1, sizeof *work->named);
    if (!work->stamps || !work->named || !mintu_scan_read(work) || !mintu_scan_join(work) || !mintu_scan_list_up(work) ||
        !mintu_scan_accept(work) || !mintu_scan_doubt(work) || !mintu_scan_resolve(work) || !mintu_scan_group_up(work))
        return work->cancelled ? mintu_fail(error, MINTU_STATUS_CANCELLED, "%s: cancelled", mintu_message(DOING))
                               : mintu_fail_memory(error, DOING);
    mintu_scan_place(work->scan);
    return MINTU_STATUS_OK;
}

mintu_status mintu_scan_text(const mintu_geocoder *geocoder, const char *text, size_t size, mintu_error *error,
                             mintu_scan **out)
{
    if (MINTU_GIVEN_OUT(error, out, geocoder, text))
        return MINTU_STATUS_USAGE;
    mintu_scan *scan = calloc(1, sizeof *scan);
    if (!scan)
        return mintu_fail_memory(error, DOING);
    *scan = (mintu_scan){.text = text, .size = size};
    mintu_scan_work work = {.geocoder = geocoder, .plain = *geocoder, .scan = scan, .text = text, .size = size};
    work.plain.options.rosters = 0;
    mintu_status status = run(&work, error);
    free_work(&work);
    if (status == MINTU_STATUS_OK)
        *out = scan;
    else
        mintu_scan_free(scan);
    return status;
}

mintu_status mintu_scan_file(const mintu_geocoder *geocoder, const char *path, mintu_error *error, mintu_scan **out)
{
    if (MINTU_GIVEN_OUT(error, out, geocoder, path))
        return MINTU_STATUS_USAGE;
    mintu_buffer text = {0};
    mintu_told told;
    mintu_status status = mintu_input_load(path, "reading the text", error, &told, &text);
    if (status == MINTU_STATUS_OK)
        status = mintu_scan_text(geocoder, text.data ? text.data : "", text.size, error, out);
    if (status == MINTU_STATUS_OK) {
        (*out)->owned = text.data;
        (*out)->encoding = told.encoding;
    } else {
        mintu_buffer_free(&text);
    }
    return status;
}

void mintu_scan_free(mintu_scan *scan)
{
    if (!scan)
        return;
    free(scan->mentions);
    free(scan->groups);
    free(scan->owned);
    free(scan);
}

size_t mintu_scan_count(const mintu_scan *scan)
{
    return scan ? scan->count : 0;
}

const mintu_mention *mintu_scan_mention(const mintu_scan *scan, size_t index)
{
    return scan && index < scan->count ? &scan->mentions[index] : NULL;
}

const char *mintu_scan_bytes(const mintu_scan *scan, size_t *size)
{
    if (size)
        *size = scan ? scan->size : 0;
    return scan ? scan->text : "";
}

size_t mintu_scan_group_count(const mintu_scan *scan)
{
    return scan ? scan->group_count : 0;
}

const mintu_scan_group *mintu_scan_group_at(const mintu_scan *scan, size_t index)
{
    return scan && index < scan->group_count ? &scan->groups[index] : NULL;
}

size_t mintu_scan_problem_count(const mintu_scan *scan)
{
    return scan ? scan->problem_count : 0;
}

const mintu_scan_problem *mintu_scan_problem_at(const mintu_scan *scan, size_t index)
{
    return scan && index < scan->problem_count ? &scan->problems[index] : NULL;
}

size_t mintu_scan_problem_total(const mintu_scan *scan, mintu_scan_problem_kind kind)
{
    if (!scan)
        return 0;
    return (unsigned)kind < MINTU_SCAN_PROBLEM_END ? scan->totals[kind] : 0;
}

size_t mintu_scan_invalid(const mintu_scan *scan)
{
    return scan ? scan->invalid : 0;
}

const char *mintu_evidence_text(mintu_evidence evidence)
{
    static const char *const texts[MINTU_EVIDENCE_END] = {"", "unique", "parent", "context", "roster"};
    return (unsigned)evidence < MINTU_EVIDENCE_END ? texts[evidence] : "";
}

const char *mintu_scan_encoding(const mintu_scan *scan)
{
    return scan ? scan->encoding : NULL;
}
