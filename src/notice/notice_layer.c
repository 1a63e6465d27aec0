/* A notice's tables as layers, with the columns of the data package's tables. */
#include "base/argument.h"
#include "layer/layer_end.h"
#include "notice/notice_data.h"
#include "notice/notice_reading.h"

#include "base/utf8.h"
#include "gazetteer/place_rows.h"

#include <mintu/date.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const mintu_field sections[] = {
    {"no", MINTU_WHOLE}, {"title", MINTU_TEXT}, {"title_en", MINTU_TEXT}, {"certainty", MINTU_TEXT}, {"source", MINTU_TEXT}};
static const mintu_field tasks[] = {{"no", MINTU_WHOLE},         {"section", MINTU_WHOLE},   {"status", MINTU_TEXT},
                                    {"summary", MINTU_TEXT},     {"summary_en", MINTU_TEXT}, {"open", MINTU_WHOLE},
                                    {"span_start", MINTU_WHOLE}, {"span_end", MINTU_WHOLE},  {"certainty", MINTU_TEXT},
                                    {"source", MINTU_TEXT},      {"note", MINTU_TEXT},       {"line", MINTU_WHOLE}};
static const mintu_field task_agencies[] = {{"task", MINTU_WHOLE}, {"seq", MINTU_WHOLE},      {"agency", MINTU_TEXT},
                                            {"role", MINTU_TEXT},  {"certainty", MINTU_TEXT}, {"source", MINTU_TEXT}};
static const mintu_field task_targets[] = {{"task", MINTU_WHOLE},   {"seq", MINTU_WHOLE},      {"what", MINTU_TEXT},
                                           {"what_en", MINTU_TEXT}, {"value", MINTU_REAL},     {"unit", MINTU_TEXT},
                                           {"bound", MINTU_TEXT},   {"per", MINTU_TEXT},       {"from", MINTU_TEXT},
                                           {"until", MINTU_TEXT},   {"certainty", MINTU_TEXT}, {"source", MINTU_TEXT}};
static const mintu_field task_places[] = {{"task", MINTU_WHOLE},     {"seq", MINTU_WHOLE},   {"class", MINTU_TEXT},
                                          {"code", MINTU_TEXT},      {"name", MINTU_TEXT},   {"stated", MINTU_WHOLE},
                                          {"certainty", MINTU_TEXT}, {"source", MINTU_TEXT}, {"note", MINTU_TEXT}};
static const mintu_field agencies[] = {{"name", MINTU_TEXT},    {"full_name", MINTU_TEXT}, {"name_en", MINTU_TEXT},
                                       {"aliases", MINTU_TEXT}, {"kind", MINTU_TEXT},      {"source", MINTU_TEXT}};
static const mintu_field findings[] = {
    {"kind", MINTU_TEXT}, {"line", MINTU_WHOLE}, {"column", MINTU_WHOLE}, {"text", MINTU_TEXT}};

/* A table while its rows are added; the first failure is kept, and ends it. */
typedef struct lister {
    const mintu_notice *notice;
    mintu_layer *layer;
    mintu_error *error;
    mintu_status status;
} lister;

static mintu_row begin_row(const lister *l)
{
    mintu_row row = {.status = l->status};
    return l->status == MINTU_STATUS_OK ? mintu_row_append(l->layer, l->error) : row;
}

/* The item, with its numbers as the text has them where these are not its own. */
static void add_source(mintu_row *row, const mintu_notice *notice, int item)
{
    char text[200];
    const char *label = notice->items[item].label;
    snprintf(text, sizeof text, label ? "the notice, item %d: %.120s" : "the notice, item %d", item, label ? label : "");
    mintu_row_text(row, text);
}

static void add_sections(lister *l)
{
    for (int no = 1; no <= mintu_notice_sections(l->notice); no++) {
        const mintu_heading *heading = mintu_notice_heading(l->notice, no);
        const char *title = heading ? heading->title : "";
        mintu_row row = begin_row(l);
        mintu_row_number(&row, no);
        MINTU_ROW_TEXTS(&row, title, "", title[0] ? "attested" : "lost", "the notice");
        l->status = row.status;
    }
}

/* The first 60 characters of a text serve as its summary. */
static void add_summary(mintu_row *row, const mintu_notice *notice, const mintu_item *item)
{
    char text[241];
    size_t size = 0, left = item->body_size < 180 ? item->body_size : 180;
    const char *body = mintu_notice_written(notice, notice->bodies.data + item->body);
    while (size + 3 <= left && memcmp(body + size, "。", 3) != 0)
        size += (unsigned char)body[size] >= 0xE0 ? 3 : (unsigned char)body[size] >= 0xC0 ? 2 : 1;
    size = mintu_utf8_cut(body, size < left ? size : left);
    memcpy(text, body, size);
    text[size] = '\0';
    for (char *feed = text; (feed = strpbrk(feed, "\n\r\t"));)
        *feed = ' ';
    mintu_row_text(row, text);
}

static void add_tasks(lister *l)
{
    for (int no = 1; no <= l->notice->item_count; no++) {
        const mintu_item *item = &l->notice->items[no];
        mintu_row row = begin_row(l);
        MINTU_ROW_NUMBERS(&row, no, item->section ? (double)item->section : (double)NAN);
        mintu_row_text(&row, mintu_task_status_text(item->status));
        add_summary(&row, l->notice, item);
        mintu_row_text(&row, "");
        MINTU_ROW_NUMBERS(&row, item->open, item->end ? (double)item->start : NAN, item->end ? (double)item->end : NAN);
        mintu_row_text(&row, item->status == MINTU_TASK_STATUS_MISSING ? "lost" : "attested");
        add_source(&row, l->notice, no);
        mintu_row_text(&row, item->doubtful ? "sentences that may be of this item were left out" : "");
        mintu_row_number(&row, item->line ? (double)item->line : NAN);
        l->status = row.status;
    }
}

static void add_agencies(lister *l)
{
    for (int no = 1; no <= l->notice->item_count; no++)
        for (size_t i = 0, seq = 0; i < l->notice->part_count; i++) {
            const mintu_part *part = &l->notice->parts[i];
            if (part->item != no)
                continue;
            mintu_row row = begin_row(l);
            mintu_row_number(&row, no);
            mintu_row_number(&row, (double)++seq);
            MINTU_ROW_TEXTS(&row, part->name, part->role, part->known ? "attested" : "indirect");
            add_source(&row, l->notice, no);
            l->status = row.status;
        }
}

static void add_year(mintu_row *row, int year)
{
    char text[16] = "";
    if (year > 9999)
        mintu_date_format(year, text);
    else if (year)
        snprintf(text, sizeof text, "%d", year);
    mintu_row_text(row, text);
}

static void add_targets(lister *l)
{
    for (int no = 1; no <= l->notice->item_count; no++)
        for (size_t i = 0, seq = 0; i < l->notice->target_count; i++) {
            const mintu_task_target *target = &l->notice->targets[i];
            if (target->item != no)
                continue;
            mintu_row row = begin_row(l);
            mintu_row_number(&row, no);
            mintu_row_number(&row, (double)++seq);
            MINTU_ROW_TEXTS(&row, target->what, "");
            mintu_row_number(&row, target->value);
            MINTU_ROW_TEXTS(&row, target->unit, target->bound, target->per);
            add_year(&row, target->from);
            add_year(&row, target->until);
            mintu_row_text(&row, "attested");
            add_source(&row, l->notice, no);
            l->status = row.status;
        }
}

static void add_places(lister *l)
{
    int seq = 0, last = 0;
    for (size_t i = 0; i < l->notice->named_count; i++) {
        const mintu_named *named = &l->notice->named[i];
        bool place = strcmp(named->kind, l->notice->words.place) == 0;
        seq = named->item == last ? seq : 0;
        last = named->item;
        if (place && !named->place)
            continue;
        mintu_row row = begin_row(l);
        mintu_row_number(&row, last);
        mintu_row_number(&row, ++seq);
        MINTU_ROW_TEXTS(&row, named->kind, named->place ? named->place->code : "", named->name);
        mintu_row_number(&row, named->stated >= 0 ? (double)named->stated : NAN);
        mintu_row_text(&row, named->implied ? "indirect" : "attested");
        add_source(&row, l->notice, last);
        mintu_row_text(&row, named->implied ? "the text of the item names none" : "");
        l->status = row.status;
    }
}

/* Agencies that are not in agencies.csv, each once. */
static void add_unknown(lister *l)
{
    for (size_t i = 0; i < l->notice->part_count; i++) {
        const mintu_part *part = &l->notice->parts[i];
        bool again = part->known;
        for (size_t j = 0; j < i && !again; j++)
            again = strcmp(l->notice->parts[j].name, part->name) == 0;
        if (again)
            continue;
        mintu_row row = begin_row(l);
        MINTU_ROW_TEXTS(&row, part->name, part->name, "", "", "group");
        add_source(&row, l->notice, part->item);
        l->status = row.status;
    }
}

static void add_findings(lister *l)
{
    for (size_t i = 0; i < l->notice->finding_count; i++) {
        const mintu_notice_finding *finding = &l->notice->findings[i];
        mintu_row row = begin_row(l);
        mintu_row_text(&row, finding->kind);
        MINTU_ROW_NUMBERS(&row, (double)finding->line, (double)finding->column);
        mintu_row_text(&row, finding->text);
        l->status = row.status;
    }
}

static const struct {
    const char *name;
    const mintu_field *fields;
    size_t count;
    void (*add)(lister *);
} tables[] = {
    {"sections", sections, sizeof sections / sizeof *sections, add_sections},
    {"tasks", tasks, sizeof tasks / sizeof *tasks, add_tasks},
    {"task_agencies", task_agencies, sizeof task_agencies / sizeof *task_agencies, add_agencies},
    {"task_targets", task_targets, sizeof task_targets / sizeof *task_targets, add_targets},
    {"task_places", task_places, sizeof task_places / sizeof *task_places, add_places},
    {"agencies", agencies, sizeof agencies / sizeof *agencies, add_unknown},
    {"findings", findings, sizeof findings / sizeof *findings, add_findings},
};

mintu_status mintu_notice_layer(mintu_context *context, const mintu_notice *notice, const char *name, mintu_error *error,
                                mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, notice, name))
        return MINTU_STATUS_USAGE;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strcmp(tables[i].name, name) != 0)
            continue;
        lister l = {.notice = notice, .error = error};
        l.status = mintu_rows_new(context, name, tables[i].fields, tables[i].count, error, &l.layer);
        if (l.status == MINTU_STATUS_OK)
            tables[i].add(&l);
        *out = l.layer;
        return mintu_layer_end(l.status, out);
    }
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "taking a table of a notice: there is none called \"%.80s\"; expected sections, tasks, task_agencies, "
                      "task_targets, task_places, agencies or findings",
                      name);
}
