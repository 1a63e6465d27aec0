/* A notice as JSON. */
#include "base/argument.h"
#include "notice/notice_data.h"

#include <mintu/date.h>

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static json_t *text_or_null(const char *text)
{
    return text && text[0] ? json_string(text) : json_null();
}

static json_t *year_or_null(int year)
{
    char text[16];
    if (year > 9999)
        mintu_date_format(year, text);
    else
        snprintf(text, sizeof text, "%d", year);
    return year ? json_string(text) : json_null();
}

static json_t *number_or_null(double value)
{
    if (isnan(value))
        return json_null();
    return value == floor(value) && fabs(value) < 1e15 ? json_integer((json_int_t)value) : json_real(value);
}

/* A value that memory had no room for fails the whole list, which is then NULL; so do values packed of such lists. */
static void push(json_t **list, json_t *value)
{
    if (json_array_append_new(*list, value) == 0)
        return;
    json_decref(*list);
    *list = NULL;
}

static json_t *agencies_of(const mintu_notice *notice, int no)
{
    json_t *list = json_array();
    for (size_t i = 0; i < notice->part_count; i++)
        if (notice->parts[i].item == no)
            push(&list, json_pack("{ss,ss}", "name", notice->parts[i].name, "role", notice->parts[i].role));
    return list;
}

static void add_named(const mintu_notice *notice, int no, json_t **places, json_t **scope)
{
    bool place = false;
    for (size_t i = 0; i < notice->named_count; i++) {
        const mintu_named *named = &notice->named[i];
        if (named->item != no)
            continue;
        if (strcmp(named->kind, notice->words.place) != 0) {
            push(scope, json_string(named->kind));
            continue;
        }
        place = true;
        push(places, json_pack("{ss,ss,so}", "name", named->name, "status", mintu_match_status_text(named->status), "code",
                               text_or_null(named->place ? named->place->code : NULL)));
    }
    if (place)
        push(scope, json_string(notice->words.place));
}

static json_t *targets_of(const mintu_notice *notice, int no)
{
    json_t *list = json_array();
    for (size_t i = 0; i < notice->target_count; i++) {
        const mintu_task_target *target = &notice->targets[i];
        if (target->item == no)
            push(&list,
                 json_pack("{so,so,so,so,so,so}", "what", text_or_null(target->what), "value", number_or_null(target->value),
                           "unit", text_or_null(target->unit), "per", text_or_null(target->per), "from",
                           year_or_null(target->from), "until", year_or_null(target->until)));
    }
    return list;
}

static json_t *task(const mintu_notice *notice, const mintu_item *item, int no)
{
    json_t *places = json_array(), *scope = json_array();
    json_t *span = item->end ? json_pack("[I,I]", (json_int_t)item->start, (json_int_t)item->end) : json_null();
    add_named(notice, no, &places, &scope);
    return json_pack("{si,so,so,ss,so,so,so,so,so}", "no", no, "label", text_or_null(item->label), "section",
                     item->section ? json_integer(item->section) : json_null(), "status", mintu_task_status_text(item->status),
                     "agencies", agencies_of(notice, no), "places", places, "scope", scope, "targets", targets_of(notice, no),
                     "span", span);
}

static json_t *sections(const mintu_notice *notice)
{
    json_t *list = json_array();
    for (int no = 1; no <= mintu_notice_sections(notice); no++) {
        const mintu_heading *heading = mintu_notice_heading(notice, no);
        push(&list, json_pack("{si,so}", "no", no, "title", text_or_null(heading ? heading->title : NULL)));
    }
    return list;
}

mintu_status mintu_notice_json(const mintu_notice *notice, mintu_error *error, char **out)
{
    if (MINTU_GIVEN_OUT(error, out, notice))
        return MINTU_STATUS_USAGE;
    json_t *tasks = json_array();
    for (int no = 1; no <= notice->item_count; no++)
        push(&tasks, task(notice, &notice->items[no], no));
    json_t *root = json_pack("{so,so}", "sections", sections(notice), "tasks", tasks);
    *out = root ? json_dumps(root, JSON_INDENT(1) | JSON_PRESERVE_ORDER) : NULL;
    json_decref(root);
    return *out ? MINTU_STATUS_OK : mintu_fail_memory(error, "writing a notice as JSON");
}
