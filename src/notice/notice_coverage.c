/* The text of a notice with what was read as what: as a page of HTML that needs nothing else, and as a text. */
#include "base/argument.h"
#include "base/message.h"
#include "base/output.h"
#include "notice/notice_data.h"
#include "notice/notice_reading.h"

#include <mintu/text.h>

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("writing what a notice was read as");

/* Name, colour of the page, colour of the terminal. */
static const struct {
    const char *name, *page, *colour;
} readings[MINTU_READING_END] = {
    [MINTU_READING_NONE] = {"", "", "\x1b[2m"},
    [MINTU_READING_TEXT] = {"text", "", ""},
    [MINTU_READING_UNREAD] = {"unread", "#ffb3b3", "\x1b[1;41m"},
    [MINTU_READING_OTHER] = {"other", "#e6e6e6", "\x1b[2;4m"},
    [MINTU_READING_MARK] = {"number", "#d9d9d9", "\x1b[1m"},
    [MINTU_READING_HEADING] = {"heading", "#c6dbef", "\x1b[1;4m"},
    [MINTU_READING_TIME] = {"time", "#fdd0a2", "\x1b[33m"},
    [MINTU_READING_TARGET] = {"target", "#fee391", "\x1b[1;33m"},
    [MINTU_READING_CLAUSE] = {"clause", "#edf8e9", "\x1b[2m"},
    [MINTU_READING_LEAD] = {"lead", "#74c476", "\x1b[1;32m"},
    [MINTU_READING_SUPPORT] = {"support", "#bae4b3", "\x1b[32m"},
    [MINTU_READING_RESPONSIBLE] = {"responsible", "#9ebcda", "\x1b[1;36m"},
    [MINTU_READING_JOINT] = {"joint", "#b3cde3", "\x1b[36m"},
};

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>What the notice was read as</title>\n"
    "<style>body{font:16px/1.8 sans-serif;margin:2em auto;max-width:50em;color:#000;background:#fff}p{margin:.4em 0}"
    "ul.key{list-style:none;padding:0}ul.key li{display:inline-block;margin-right:1em}span{border-radius:2px}"
    ".none,.repeat{color:#767676}.item{color:#595959;font-size:75%;margin-right:.3em}";

static bool shown(mintu_notice_reading reading)
{
    return reading > MINTU_READING_TEXT;
}

static void add_escaped(mintu_buffer *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        switch (text[i]) {
        case '&':
            mintu_buffer_text(out, "&amp;");
            break;
        case '<':
            mintu_buffer_text(out, "&lt;");
            break;
        case '>':
            mintu_buffer_text(out, "&gt;");
            break;
        case '"':
            mintu_buffer_text(out, "&quot;");
            break;
        default:
            if ((unsigned char)text[i] >= ' ' || text[i] == '\t')
                mintu_buffer_add(out, &text[i], 1);
        }
    }
}

/* As a terminal may show it. */
static void add_visible(mintu_buffer *out, const char *text, size_t size)
{
    char *copy = mintu_text_copy_n(text, size), *seen = copy ? malloc(6 * size + 32) : NULL;
    if (seen) {
        mintu_text_visible(copy, seen, 6 * size + 32);
        mintu_buffer_text(out, seen);
    }
    out->failed |= !seen;
    free(seen);
    free(copy);
}

static void add_run(mintu_buffer *out, mintu_coverage_format format, mintu_notice_reading reading, mintu_stretch run,
                    const char *texts)
{
    const char *text = texts + run.start;
    if (format == MINTU_COVERAGE_HTML) {
        bool span = shown(reading) || reading == MINTU_READING_NONE;
        if (span)
            mintu_buffer_format(out, "<span class=\"%s\" title=\"%s\">", reading ? readings[reading].name : "none",
                                reading ? readings[reading].name : "of no item");
        add_escaped(out, text, run.size);
        mintu_buffer_text(out, span ? "</span>" : "");
        return;
    }
    bool colours = format == MINTU_COVERAGE_COLOURS;
    if (colours)
        mintu_buffer_text(out, readings[reading].colour);
    else if (shown(reading))
        mintu_buffer_format(out, "[%s:", readings[reading].name);
    add_visible(out, text, run.size);
    mintu_buffer_text(out, colours && readings[reading].colour[0] ? "\x1b[0m" : !colours && shown(reading) ? "]" : "");
}

static void add_sentence(const mintu_notice *notice, mintu_coverage_format format, const mintu_sentence *s, mintu_buffer *out)
{
    const char *texts = notice->written.data ? notice->written.data : notice->texts.data;
    for (size_t at = s->text, end = s->text + s->size; at < end;) {
        size_t next = at + 1;
        while (next < end && notice->read[next] == notice->read[at])
            next++;
        mintu_notice_reading reading = s->copies > 0 ? MINTU_READING_NONE : (mintu_notice_reading)notice->read[at];
        next = s->copies > 0 ? end : next;
        add_run(out, format, reading, (mintu_stretch){at, next - at}, texts);
        at = next;
    }
    if (s->copies > 0)
        mintu_buffer_format(
            out, format == MINTU_COVERAGE_HTML ? "<span class=\"repeat\"> [repeats %zu]</span>" : " [repeats %zu]", s->copies);
}

/* The sentences in their order, a line for each line of the input. */
static void add_text(const mintu_notice *notice, mintu_coverage_format format, mintu_buffer *out)
{
    bool page = format == MINTU_COVERAGE_HTML;
    for (size_t i = 0; i < notice->sentence_count; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        if (s->fresh || i == 0)
            mintu_buffer_text(out, page ? (i > 0 ? "</p>\n<p>" : "<p>") : i > 0 ? "\n" : "");
        if (s->head > 0)
            mintu_buffer_format(out, page ? "<span class=\"item\">%d</span>" : "%d> ", s->head);
        add_sentence(notice, format, s, out);
    }
    mintu_buffer_text(out, page ? "</p>\n" : "\n");
}

static void add_findings(const mintu_notice *notice, mintu_buffer *out)
{
    mintu_buffer_format(out, "<h2>%zu findings</h2>\n<ol>\n", notice->finding_total);
    for (size_t i = 0; i < notice->finding_count; i++) {
        const mintu_notice_finding *finding = &notice->findings[i];
        mintu_buffer_format(out, "<li>%zu:%zu: ", finding->line, finding->column);
        add_escaped(out, finding->text, strlen(finding->text));
        mintu_buffer_text(out, "</li>\n");
    }
    mintu_buffer_text(out, "</ol>\n");
}

static void add_page(const mintu_notice *notice, mintu_buffer *out)
{
    mintu_buffer_text(out, head);
    for (int i = MINTU_READING_UNREAD; i < MINTU_READING_END; i++)
        mintu_buffer_format(out, ".%s{background:%s}", readings[i].name, readings[i].page);
    mintu_buffer_text(out, "</style></head>\n<body><h1>What the notice was read as</h1>\n");
    mintu_buffer_format(out, "<p>%d tasks, %zu agencies, %zu targets and deadlines, %zu findings</p>\n<ul class=\"key\">\n",
                        notice->item_count, notice->part_count, notice->target_count, notice->finding_total);
    for (int i = MINTU_READING_UNREAD; i < MINTU_READING_END; i++)
        mintu_buffer_format(out, "<li><span class=\"%s\">%s</span></li>\n", readings[i].name, readings[i].name);
    mintu_buffer_text(out, "</ul>\n");
    add_text(notice, MINTU_COVERAGE_HTML, out);
    add_findings(notice, out);
    mintu_buffer_text(out, "</body></html>\n");
}

mintu_status mintu_notice_coverage(const mintu_notice *notice, mintu_coverage_format format, mintu_error *error, char **out)
{
    if (MINTU_GIVEN_OUT(error, out, notice))
        return MINTU_STATUS_USAGE;
    if ((unsigned)format >= MINTU_COVERAGE_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: there is no format %d; expected one of mintu_coverage_format",
                          mintu_message(DOING), (int)format);
    mintu_buffer text = {0};
    if (format == MINTU_COVERAGE_HTML)
        add_page(notice, &text);
    else
        add_text(notice, format, &text);
    if (text.failed) {
        mintu_buffer_free(&text);
        return mintu_fail_memory(error, DOING);
    }
    *out = text.data;
    return MINTU_STATUS_OK;
}

mintu_status mintu_notice_coverage_write(const mintu_notice *notice, const char *path, mintu_error *error)
{
    if (MINTU_GIVEN(error, notice, path))
        return MINTU_STATUS_USAGE;
    char *text = NULL;
    mintu_output *output = NULL;
    mintu_status status = mintu_notice_coverage(notice, MINTU_COVERAGE_HTML, error, &text);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_open(path, error, &output);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(output, text, strlen(text), error);
    if (output)
        status = mintu_output_end(output, status, error);
    free(text);
    return status;
}
