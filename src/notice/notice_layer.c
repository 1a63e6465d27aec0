/* A notice's tables as layers, with the columns of the data package's tables. */
#include "notice/notice_data.h"

#include "base/utf8.h"
#include "gazetteer/place_rows.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT  MINTU_FIELD_TYPE_TEXT
#define WHOLE MINTU_FIELD_TYPE_INTEGER
#define REAL  MINTU_FIELD_TYPE_REAL

static const mintu_field sections[] = {
    {"no", WHOLE}, {"title", TEXT}, {"title_en", TEXT}, {"certainty", TEXT}, {"source", TEXT}};
static const mintu_field tasks[] = {{"no", WHOLE},        {"section", WHOLE}, {"status", TEXT},      {"summary", TEXT},
                                    {"summary_en", TEXT}, {"open", WHOLE},    {"span_start", WHOLE}, {"span_end", WHOLE},
                                    {"certainty", TEXT},  {"source", TEXT},   {"note", TEXT},        {"line", WHOLE}};
static const mintu_field task_agencies[] = {{"task", WHOLE}, {"seq", WHOLE},      {"agency", TEXT},
                                            {"role", TEXT},  {"certainty", TEXT}, {"source", TEXT}};
static const mintu_field task_targets[] = {{"task", WHOLE}, {"seq", WHOLE},  {"what", TEXT},      {"what_en", TEXT},
                                           {"value", REAL}, {"unit", TEXT},  {"bound", TEXT},     {"per", TEXT},
                                           {"from", TEXT},  {"until", TEXT}, {"certainty", TEXT}, {"source", TEXT}};
static const mintu_field task_places[] = {{"task", WHOLE},     {"seq", WHOLE},   {"class", TEXT},
                                          {"code", TEXT},      {"name", TEXT},   {"stated", WHOLE},
                                          {"certainty", TEXT}, {"source", TEXT}, {"note", TEXT}};
static const mintu_field agencies[] = {{"name", TEXT},    {"full_name", TEXT}, {"name_en", TEXT},
                                       {"aliases", TEXT}, {"kind", TEXT},      {"source", TEXT}};
static const mintu_field findings[] = {{"kind", TEXT}, {"line", WHOLE}, {"column", WHOLE}, {"text", TEXT}};

static void source_of(int item, char text[40])
{
    snprintf(text, 40, "the notice, item %d", item);
}

static mintu_status add_sections(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    int most = 0;
    for (size_t i = 0; i < notice->heading_count; i++)
        most = notice->headings[i].no > most ? notice->headings[i].no : most;
    for (int no = 1; no <= most && status == MINTU_STATUS_OK; no++) {
        const char *title = "";
        for (size_t i = 0; i < notice->heading_count; i++)
            title = notice->headings[i].no == no ? notice->headings[i].title : title;
        mintu_row row = mintu_row_append(layer, error);
        mintu_row_number(&row, no);
        mintu_row_text(&row, title);
        mintu_row_text(&row, "");
        mintu_row_text(&row, title[0] ? "attested" : "lost");
        mintu_row_text(&row, "the notice");
        status = row.status;
    }
    return status;
}

/* The first 60 characters of a text serve as its summary. */
static void add_summary(mintu_row *row, const mintu_notice *notice, const mintu_item *item)
{
    char text[241];
    size_t size = 0, left = item->body_size < 180 ? item->body_size : 180;
    const char *body = notice->bodies.data + item->body;
    while (size + 3 <= left && memcmp(body + size, "。", 3) != 0)
        size += (unsigned char)body[size] >= 0xE0 ? 3 : (unsigned char)body[size] >= 0xC0 ? 2 : 1;
    size = mintu_utf8_cut(body, size < left ? size : left);
    memcpy(text, body, size);
    text[size] = '\0';
    for (char *feed = text; (feed = strpbrk(feed, "\n\r\t"));)
        *feed = ' ';
    mintu_row_text(row, text);
}

static mintu_status add_tasks(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char source[40];
    for (int no = 1; no <= notice->item_count && status == MINTU_STATUS_OK; no++) {
        const mintu_item *item = &notice->items[no];
        mintu_row row = mintu_row_append(layer, error);
        source_of(no, source);
        mintu_row_number(&row, no);
        mintu_row_number(&row, item->section ? (double)item->section : (double)NAN);
        mintu_row_text(&row, mintu_task_status_text(item->status));
        add_summary(&row, notice, item);
        mintu_row_text(&row, "");
        mintu_row_number(&row, item->open);
        mintu_row_number(&row, item->end ? (double)item->start : NAN);
        mintu_row_number(&row, item->end ? (double)item->end : NAN);
        mintu_row_text(&row, item->status == MINTU_TASK_STATUS_MISSING ? "lost" : "attested");
        mintu_row_text(&row, source);
        mintu_row_text(&row, item->doubtful ? "sentences that may be of this item were left out" : "");
        mintu_row_number(&row, item->line ? (double)item->line : NAN);
        status = row.status;
    }
    return status;
}

static mintu_status add_agencies_of(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char source[40];
    for (int no = 1; no <= notice->item_count; no++) {
        int seq = 0;
        source_of(no, source);
        for (size_t i = 0; i < notice->part_count && status == MINTU_STATUS_OK; i++) {
            const mintu_part *part = &notice->parts[i];
            if (part->item != no)
                continue;
            mintu_row row = mintu_row_append(layer, error);
            mintu_row_number(&row, no);
            mintu_row_number(&row, ++seq);
            mintu_row_text(&row, part->name);
            mintu_row_text(&row, part->role);
            mintu_row_text(&row, part->known ? "attested" : "indirect");
            mintu_row_text(&row, source);
            status = row.status;
        }
    }
    return status;
}

static void add_year(mintu_row *row, int year)
{
    char text[16] = "";
    if (year)
        snprintf(text, sizeof text, "%d", year);
    mintu_row_text(row, text);
}

static mintu_status add_targets(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char source[40];
    for (int no = 1; no <= notice->item_count; no++) {
        int seq = 0;
        source_of(no, source);
        for (size_t i = 0; i < notice->target_count && status == MINTU_STATUS_OK; i++) {
            const mintu_target *target = &notice->targets[i];
            if (target->item != no)
                continue;
            mintu_row row = mintu_row_append(layer, error);
            mintu_row_number(&row, no);
            mintu_row_number(&row, ++seq);
            mintu_row_text(&row, target->what ? target->what : "");
            mintu_row_text(&row, "");
            mintu_row_number(&row, target->value);
            mintu_row_text(&row, target->unit);
            mintu_row_text(&row, target->bound ? target->bound : "");
            mintu_row_text(&row, target->per ? target->per : "");
            add_year(&row, target->from);
            add_year(&row, target->until);
            mintu_row_text(&row, "attested");
            mintu_row_text(&row, source);
            status = row.status;
        }
    }
    return status;
}

static mintu_status add_places(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char source[40];
    int seq = 0, last = 0;
    for (size_t i = 0; i < notice->named_count && status == MINTU_STATUS_OK; i++) {
        const mintu_named *named = &notice->named[i];
        bool place = strcmp(named->kind, notice->words.place) == 0;
        seq = named->item == last ? seq : 0;
        last = named->item;
        if (place && !named->place)
            continue;
        mintu_row row = mintu_row_append(layer, error);
        source_of(last, source);
        mintu_row_number(&row, last);
        mintu_row_number(&row, ++seq);
        mintu_row_text(&row, named->kind);
        mintu_row_text(&row, named->place ? named->place->code : "");
        mintu_row_text(&row, named->name);
        mintu_row_number(&row, named->stated >= 0 ? (double)named->stated : NAN);
        mintu_row_text(&row, named->implied ? "indirect" : "attested");
        mintu_row_text(&row, source);
        mintu_row_text(&row, named->implied ? "the text of the item names none" : "");
        status = row.status;
    }
    return status;
}

static mintu_status add_unknown(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    char source[40];
    for (size_t i = 0; i < notice->part_count && status == MINTU_STATUS_OK; i++) {
        bool again = notice->parts[i].known;
        for (size_t j = 0; j < i && !again; j++)
            again = strcmp(notice->parts[j].name, notice->parts[i].name) == 0;
        if (again)
            continue;
        mintu_row row = mintu_row_append(layer, error);
        source_of(notice->parts[i].item, source);
        mintu_row_text(&row, notice->parts[i].name);
        mintu_row_text(&row, notice->parts[i].name);
        mintu_row_text(&row, "");
        mintu_row_text(&row, "");
        mintu_row_text(&row, "group");
        mintu_row_text(&row, source);
        status = row.status;
    }
    return status;
}

static mintu_status add_findings(mintu_layer *layer, const mintu_notice *notice, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < notice->finding_count && status == MINTU_STATUS_OK; i++) {
        mintu_row row = mintu_row_append(layer, error);
        mintu_row_text(&row, notice->findings[i].kind);
        mintu_row_number(&row, (double)notice->findings[i].line);
        mintu_row_number(&row, (double)notice->findings[i].column);
        mintu_row_text(&row, notice->findings[i].text);
        status = row.status;
    }
    return status;
}

static const struct {
    const char *name;
    const mintu_field *fields;
    size_t count;
    mintu_status (*add)(mintu_layer *layer, const mintu_notice *notice, mintu_error *error);
} tables[] = {
#define TABLE(name, add)                                                                                                       \
    {                                                                                                                          \
#name, name, sizeof name / sizeof *name, add                                                                           \
    }
    TABLE(sections, add_sections),    TABLE(tasks, add_tasks),        TABLE(task_agencies, add_agencies_of),
    TABLE(task_targets, add_targets), TABLE(task_places, add_places), TABLE(agencies, add_unknown),
    TABLE(findings, add_findings),
};

mintu_status mintu_notice_layer(mintu_context *context, const mintu_notice *notice, const char *name, mintu_error *error,
                                mintu_layer **out)
{
    *out = NULL;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strcmp(tables[i].name, name) != 0)
            continue;
        mintu_layer *layer = NULL;
        mintu_status status = mintu_rows_new(context, name, tables[i].fields, tables[i].count, error, &layer);
        if (status == MINTU_STATUS_OK)
            status = tables[i].add(layer, notice, error);
        if (status == MINTU_STATUS_OK)
            *out = layer;
        else
            mintu_layer_free(layer);
        return status;
    }
    return mintu_fail(error, MINTU_STATUS_USAGE,
                      "taking a table of a notice: there is none called \"%.80s\"; expected sections, tasks, task_agencies, "
                      "task_targets, task_places, agencies or findings",
                      name);
}
