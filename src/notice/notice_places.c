/* Places and classes of places of each item. */
#include "notice/notice_places.h"

#include "gazetteer/place_classes.h"
#include "notice/notice_data.h"
#include "notice/notice_reading.h"

#include <mintu/scan.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void add(mintu_notice *notice, mintu_named named, const char *name, size_t size)
{
    for (size_t i = notice->named_count; i > 0 && notice->named[i - 1].item == named.item; i--) {
        const mintu_named *old = &notice->named[i - 1];
        bool class = strcmp(named.kind, notice->words.place) != 0;
        bool same =
            !class && named.place ? old->place == named.place : strlen(old->name) == size && memcmp(old->name, name, size) == 0;
        if (strcmp(old->kind, named.kind) == 0 && (same || class))
            return;
    }
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->named, notice->named_room, notice->named_count + 1)))
        return;
    named.name = mintu_text_copy_n(mintu_notice_written(notice, name), size);
    if (mintu_notice_holds(notice, named.name != NULL))
        notice->named[notice->named_count++] = named;
}

/* A number before a class: 46个省级…试点, 6条省级绿道. */
static long stated_before(const mintu_notice *notice, const char *text, size_t at)
{
    double value;
    size_t start = at;
    const mintu_notice_word *unit = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_UNIT, text, start);
    start -= unit ? unit->size : 0;
    for (size_t back = start > 12 ? 12 : start; back > 0; back--)
        if (mintu_notice_number(text + start - back, back, &value) == back && value < 1e9 && value == floor(value))
            return (long)value;
    return -1;
}

static size_t find_classes(mintu_notice *notice, mintu_named named, const char *text, size_t size)
{
    size_t found = 0;
    for (size_t at = 0; at < size && !notice->failed;) {
        const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_CLASS, text + at, size - at);
        if (word && word->meaning[0]) {
            named.kind = word->meaning;
            named.stated = stated_before(notice, text, at);
            add(notice, named, word->text, word->size);
            found++;
        }
        at += word ? word->size : mintu_notice_step(text + at, size - at);
    }
    return found;
}

/* What applies when the text names nothing: the section's class, the governments of the clause, the province. */
static void add_default(mintu_notice *notice, const mintu_item *item)
{
    mintu_named implied = {.item = item->no, .implied = true};
    const mintu_notice_word_list *classes = &notice->words.kinds[MINTU_NOTICE_WORD_CLASS];
    const mintu_heading *heading = item->section > 0 ? mintu_notice_heading(notice, item->section) : NULL;
    if (heading && find_classes(notice, implied, heading->title, strlen(heading->title)) > 0)
        return;
    for (size_t i = 0; i < notice->part_count; i++)
        if (notice->parts[i].item == item->no &&
            find_classes(notice, implied, notice->parts[i].name, strlen(notice->parts[i].name)) > 0)
            return;
    implied.stated = -1;
    for (size_t i = 0; i < classes->count; i++) {
        const mintu_place_class *class = mintu_place_class_find(notice->geocoder->index.gazetteer, classes->items[i].meaning);
        if (class && class->level == MINTU_LEVEL_PROVINCE) {
            implied.kind = classes->items[i].meaning;
            add(notice, implied, classes->items[i].text, classes->items[i].size);
            return;
        }
    }
}

/* The texts of all items. */
static const char *bodies(const mintu_notice *notice)
{
    return notice->bodies.data ? notice->bodies.data : "";
}

/* Mentions from *next on that lie in the item. */
static size_t add_places(mintu_notice *notice, const mintu_item *item, const mintu_scan *scan, size_t *next)
{
    const mintu_mention *mention;
    size_t found = 0, end = item->body + item->body_size;
    for (; (mention = mintu_scan_mention(scan, *next)) && mention->byte_start < end; (*next)++) {
        const mintu_place *place = mention->match.place;
        if (mention->organisation || (place && place->level == MINTU_LEVEL_PROVINCE))
            continue;
        const char *name = bodies(notice) + mention->byte_start;
        size_t size = mention->byte_end - mention->byte_start;
        add(notice,
            (mintu_named){
                .item = item->no, .kind = notice->words.place, .stated = -1, .place = place, .status = mention->match.status},
            name, size);
        if (!place)
            mintu_notice_find(notice, mintu_finding_in_item(notice, "place", item->no), "item %d: \"%.*s\" is %s", item->no,
                              (int)size, name, mintu_match_status_text(mention->match.status));
        found++;
    }
    return found;
}

mintu_status mintu_notice_places(mintu_notice *notice, mintu_error *error)
{
    mintu_scan *scan = NULL;
    size_t next = 0;
    mintu_status status = mintu_scan_text(notice->geocoder, bodies(notice), notice->bodies.size, error, &scan);
    if (status != MINTU_STATUS_OK)
        return status;
    for (int no = 1; no <= notice->item_count && !notice->failed; no++) {
        const mintu_item *item = &notice->items[no];
        size_t found = find_classes(notice, (mintu_named){.item = no}, bodies(notice) + item->body, item->body_size);
        found += add_places(notice, item, scan, &next);
        if (found == 0 && item->body_size > 0)
            add_default(notice, item);
    }
    for (size_t i = 0; i < mintu_scan_group_count(scan); i++) {
        const mintu_scan_group *group = mintu_scan_group_at(scan, i);
        for (int no = 1; no <= notice->item_count && group->stated >= 0 && group->stated != (long)group->count; no++)
            if (group->byte_start >= notice->items[no].body &&
                group->byte_end <= notice->items[no].body + notice->items[no].body_size)
                mintu_notice_find(notice, mintu_finding_in_item(notice, "count", no),
                                  "item %d: a list has %zu names, and the text says %ld", no, group->count, group->stated);
    }
    mintu_scan_free(scan);
    return MINTU_STATUS_OK;
}
