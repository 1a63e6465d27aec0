
#include "base/argument.h"
#include "base/message.h"
#include "base/utf8.h"
#include "format/text_input.h"
#include "notice/notice_agency.h"
#include "notice/notice_damage.h"
#include "notice/notice_data.h"
#include "notice/notice_head.h"
#include "notice/notice_layout.h"
#include "notice/notice_lines.h"
#include "notice/notice_outline.h"
#include "notice/notice_paragraph.h"
#include "notice/notice_places.h"
#include "notice/notice_reading.h"
#include "notice/notice_replaced.h"
#include "notice/notice_sentences.h"
#include "notice/notice_settle.h"
#include "notice/notice_targets.h"
#include "notice/notice_traditional.h"
#include "notice/notice_unread.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading a notice");

static mintu_status begin(const mintu_geocoder *geocoder, mintu_error *error, mintu_notice **out)
{
    *out = NULL;
    mintu_notice *notice = calloc(1, sizeof *notice);
    if (!notice)
        return mintu_fail_memory(error, DOING);
    notice->geocoder = geocoder;
    notice->items = calloc(MINTU_NOTICE_ITEMS + 2, sizeof *notice->items);
    mintu_status status = notice->items ? mintu_notice_words_load(geocoder->index.gazetteer, error, &notice->words)
                                        : mintu_fail_memory(error, DOING);
    if (status != MINTU_STATUS_OK)
        mintu_notice_free(notice);
    else
        *out = notice;
    return status;
}

static void find_brackets(mintu_notice *notice)
{
    for (size_t i = 0; i < notice->sentence_count; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        const char *text = notice->texts.data + s->text;
        long depth = 0;
        for (size_t at = 0; s->copies == 0 && at + 3 <= s->size && depth >= 0; at++)
            depth += memcmp(text + at, "（", 3) == 0 ? 1 : memcmp(text + at, "）", 3) == 0 ? -1 : 0;
        if (depth != 0)
            mintu_notice_find(notice, mintu_finding_in_sentence(notice, "bracket", i, 0),
                              "a bracket in this sentence has no partner");
    }
}

/* Sentences to items: a damaged text by its numbers and repeats, a whole one by its layout. */
static void find_items(mintu_notice *notice)
{
    mintu_notice_simplify(notice);
    notice->damaged = mintu_notice_is_damaged(notice);
    if (!notice->damaged)
        mintu_notice_lines(notice);
    mintu_notice_readings_begin(notice);
    if (notice->failed)
        return;
    mintu_agency_level(notice);
    if (notice->damaged)
        mintu_notice_outline(notice);
    else
        mintu_notice_layout(notice);
}

static mintu_status understand(mintu_notice *notice, const char *source, mintu_error *error)
{
    static void (*const steps[])(mintu_notice *) = {find_brackets, mintu_notice_replaced, mintu_notice_settle,
                                                    mintu_notice_targets};
    size_t size = 0;
    const char *stranger = notice->failed ? NULL : mintu_notice_stranger(notice, &size);
    if (stranger)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source},
                             "%s: it is a notice of %.*s, which the data package does not have; give a package that has it",
                             mintu_message(DOING), (int)size, stranger);
    find_items(notice);
    if (!notice->failed && notice->item_count == 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source},
                             "%s: no numbered item is in the text; expected items such as （一） or 1. with an agency each",
                             mintu_message(DOING));
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !notice->failed; i++)
        steps[i](notice);
    mintu_status status = notice->failed ? MINTU_STATUS_OK : mintu_notice_places(notice, error);
    if (status == MINTU_STATUS_OK && !notice->failed)
        mintu_notice_unread(notice);
    return notice->failed ? mintu_fail_memory(error, DOING) : status;
}

static mintu_status finish(mintu_notice *notice, const char *source, mintu_status status, mintu_error *error,
                           mintu_notice **out)
{
    if (status == MINTU_STATUS_OK && notice->failed)
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && notice->full > 0) /* half a notice would pass for a whole one */
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source, .line = (int)notice->full},
                               "%s: the text has more than %d sentences, or %d MiB of different ones; expected one notice; "
                               "cut the file",
                               mintu_message(DOING), MINTU_NOTICE_SENTENCES, MINTU_NOTICE_TEXTS >> 20);
    if (status == MINTU_STATUS_OK)
        status = understand(notice, source, error);
    if (status != MINTU_STATUS_OK)
        mintu_notice_free(notice);
    else
        *out = notice;
    return status;
}

mintu_status mintu_notice_read(const mintu_geocoder *geocoder, const char *text, size_t size, mintu_error *error,
                               mintu_notice **out)
{
    if (MINTU_GIVEN_OUT(error, out, geocoder, text))
        return MINTU_STATUS_USAGE;
    mintu_notice *notice;
    mintu_status status = begin(geocoder, error, &notice);
    if (!notice)
        return status;
    mintu_sentence_reader *reader = mintu_sentences_begin(notice);
    if (!notice->failed)
        mintu_sentences_feed(reader, text, size);
    mintu_sentences_end(reader);
    return finish(notice, "<text>", MINTU_STATUS_OK, error, out);
}

/* Feeds the file in pieces that do not split a character. */
static mintu_status feed_file(mintu_notice *notice, mintu_sentence_reader *reader, mintu_input *input, mintu_error *error)
{
    char *bytes = malloc(1 << 16);
    size_t kept = 0, size = 1;
    mintu_status status = bytes ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    while (bytes && status == MINTU_STATUS_OK && size > 0 && !notice->failed) {
        status = mintu_input_read(input, bytes + kept, (1 << 16) - kept, error, &size);
        size_t all = kept + size, cut = all;
        for (size_t back = 1; size > 0 && back <= 3 && back <= all; back++)
            if (((unsigned char)bytes[all - back] & 0xC0) == 0xC0) {
                cut = all - back;
                break;
            }
        if (status == MINTU_STATUS_OK)
            mintu_sentences_feed(reader, bytes, cut);
        kept = all - cut;
        if (kept > 0 && status == MINTU_STATUS_OK)
            memmove(bytes, bytes + cut, kept);
    }
    free(bytes);
    return status;
}

mintu_status mintu_notice_load(const mintu_geocoder *geocoder, const char *path, mintu_error *error, mintu_notice **out)
{
    if (MINTU_GIVEN_OUT(error, out, geocoder, path))
        return MINTU_STATUS_USAGE;
    mintu_notice *notice;
    mintu_input *input = NULL;
    mintu_status status = begin(geocoder, error, &notice);
    if (!notice)
        return status;
    mintu_sentence_reader *reader = mintu_sentences_begin(notice);
    status = mintu_input_open(path, DOING, error, &input);
    if (status == MINTU_STATUS_OK)
        status = mintu_input_bound(input, error);
    if (status == MINTU_STATUS_OK && !notice->failed)
        status = feed_file(notice, reader, input, error);
    mintu_sentences_end(reader);
    if (status == MINTU_STATUS_OK && mintu_input_told(input).encoding && notice->sentence_count > 0)
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "encoding", 0, 0),
                          "the file is in %s and was read as such; spans are of its text in UTF-8",
                          mintu_input_told(input).encoding);
    mintu_input_close(input);
    return finish(notice, path, status, error, out);
}

void mintu_notice_free(mintu_notice *notice)
{
    if (!notice)
        return;
    for (size_t i = 0; i < notice->part_count; i++)
        free(notice->parts[i].name);
    for (size_t i = 0; i < notice->target_count; i++)
        free(notice->targets[i].what);
    for (size_t i = 0; i < notice->named_count; i++)
        free(notice->named[i].name);
    for (size_t i = 0; i < notice->heading_count; i++)
        free(notice->headings[i].title);
    for (size_t i = 0; i < notice->finding_count; i++)
        free((void *)(uintptr_t)notice->findings[i].text);
    mintu_notice_words_free(&notice->words);
    mintu_buffer_free(&notice->texts);
    mintu_buffer_free(&notice->bodies);
    mintu_buffer_free(&notice->written);
    mintu_buffer_free(&notice->written_bodies);
    for (int no = 0; notice->items && no <= MINTU_NOTICE_ITEMS; no++)
        free(notice->items[no].label);
    free(notice->breaks.items);
    free(notice->read);
    free(notice->folded);
    free(notice->placed);
    free(notice->sentences);
    free(notice->pieces);
    free(notice->items);
    free(notice->parts);
    free(notice->targets);
    free(notice->named);
    free(notice->headings);
    free(notice);
}

size_t mintu_notice_count(const mintu_notice *notice)
{
    return notice ? (size_t)notice->item_count : 0;
}

size_t mintu_notice_status_count(const mintu_notice *notice, mintu_task_status status)
{
    size_t count = 0;
    for (int no = 1; notice && no <= notice->item_count; no++)
        count += notice->items[no].status == status;
    return count;
}

size_t mintu_notice_finding_count(const mintu_notice *notice)
{
    return notice ? notice->finding_count : 0;
}

size_t mintu_notice_finding_total(const mintu_notice *notice)
{
    return notice ? notice->finding_total : 0;
}

const mintu_notice_finding *mintu_notice_finding_at(const mintu_notice *notice, size_t index)
{
    return notice && index < notice->finding_count ? &notice->findings[index] : NULL;
}
