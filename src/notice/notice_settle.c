/* What is left to decide when all is read: pieces that may belong to two items, the status of each, its section. */
#include "notice/notice_settle.h"

#include "notice/notice_data.h"
#include "notice/notice_paragraph.h"
#include "notice/notice_reading.h"
#include "scan/scan_words.h"

#include <string.h>

static void settle_pieces(mintu_notice *notice)
{
    for (size_t i = 0; i < notice->piece_count; i++) {
        mintu_notice_piece *piece = &notice->pieces[i];
        if (piece->decided)
            continue;
        mintu_item *other = &notice->items[piece->other];
        if (other->whole && !other->pending) { /* read without a gap elsewhere, and without this sentence */
            piece->decided = true;
            continue;
        }
        other->doubtful = true;
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "uncertain", piece->sentence, 0),
                          "this sentence may belong to item %d or to item %d, or to one further up; it is left out",
                          piece->item, piece->other);
    }
}

/* Adds a piece to the body of an item; a line that no stop ends is kept apart from the next. */
static void place_piece(mintu_notice *notice, const mintu_item *item, size_t index)
{
    mintu_notice_piece *piece = &notice->pieces[index];
    static const char *const stops[] = {"。", "；", "！", "？", "：", NULL};
    bool begun = notice->bodies.size > item->body;
    if (piece->line && begun && mintu_scan_word_before(stops, notice->bodies.data, notice->bodies.size) == 0) {
        mintu_buffer_add(&notice->bodies, "\n", 1);
        mintu_buffer_add(&notice->written_bodies, "\n", 1);
    }
    piece->body = notice->bodies.size;
    mintu_notice_read_as(notice, notice->texts.data + piece->text, piece->size, MINTU_READING_TEXT);
    mintu_buffer_add(&notice->bodies, notice->texts.data + piece->text, piece->size);
    if (notice->written.data)
        mintu_buffer_add(&notice->written_bodies, notice->written.data + piece->text, piece->size);
    if (mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->placed, notice->placed_room, notice->placed_count + 1)))
        notice->placed[notice->placed_count++] = index;
}

static void fill_body(mintu_notice *notice, int no)
{
    mintu_item *item = &notice->items[no];
    item->no = no;
    item->body = notice->bodies.size;
    for (size_t i = 0; i < notice->piece_count; i++) {
        mintu_notice_piece *piece = &notice->pieces[i];
        const mintu_sentence *s = &notice->sentences[piece->sentence];
        if (!piece->decided || piece->item != no)
            continue;
        place_piece(notice, item, i);
        if (item->end == 0) {
            item->start = s->start;
            item->line = s->line;
            item->column = s->column;
        }
        item->start = s->start < item->start && !item->head ? s->start : item->start;
        item->end = s->end > item->end && s->end - item->start < 100000 ? s->end : item->end;
    }
    item->body_size = notice->bodies.size - item->body;
    mintu_buffer_add(&notice->bodies, "\n", 1);
    if (notice->written.data)
        mintu_buffer_add(&notice->written_bodies, "\n", 1);
    notice->failed |= notice->bodies.failed || notice->written_bodies.failed;
}

/* True when an item's text ends as a sentence does: nothing of it is lost. */
static bool ends_whole(const mintu_notice *notice, const mintu_item *item)
{
    static const char *const stops[] = {"。", "；", "！", "”", "）", ".", NULL};
    return mintu_scan_word_before(stops, notice->bodies.data + item->body, item->body_size) > 0;
}

static void set_status(mintu_notice *notice, bool clauses)
{
    for (int no = 1; no <= notice->item_count; no++) {
        mintu_item *item = &notice->items[no];
        bool whole = notice->damaged ? item->whole : item->head && (item->clause || !clauses);
        bool unnamed = !notice->damaged && item->head && !whole && ends_whole(notice, item);
        if (item->head && whole && item->body_size > 0)
            item->status = MINTU_TASK_STATUS_COMPLETE;
        else if (item->head || item->body_size > 0 || item->doubtful)
            item->status = MINTU_TASK_STATUS_TRUNCATED;
        else
            item->status = MINTU_TASK_STATUS_MISSING;
        if (item->status != MINTU_TASK_STATUS_COMPLETE && notice->sentence_count > 0)
            mintu_notice_find(notice, mintu_finding_in_item(notice, "gap", no),
                              unnamed ? "item %d names no agency, as others do: counted as %s" : "item %d is %s", no,
                              mintu_task_status_text(item->status));
    }
}

/* Where the number of an item, or a heading, stands; SIZE_MAX when it does not. */
static size_t head_of(const mintu_notice *notice, int no)
{
    for (size_t i = 0; i < notice->piece_count; i++)
        if (notice->sentences[notice->pieces[i].sentence].head == no)
            return notice->pieces[i].sentence;
    return SIZE_MAX;
}

static const mintu_heading *heading_before(const mintu_notice *notice, size_t sentence)
{
    const mintu_heading *best = NULL;
    for (size_t i = 0; i < notice->heading_count; i++)
        if (notice->headings[i].sentence <= sentence && (!best || notice->headings[i].no > best->no))
            best = &notice->headings[i];
    return best;
}

/* The heading last read, by number: a damaged text has them out of order. Behind lost items the section is known only when the
 * next heading is there. */
static void set_sections(mintu_notice *notice)
{
    int section = 0;
    bool sure = true;
    for (int no = 1; no <= notice->item_count; no++) {
        size_t head = head_of(notice, no);
        for (size_t i = 0; head != SIZE_MAX && i < notice->heading_count; i++)
            if (notice->headings[i].sentence == head ||
                (!notice->damaged && heading_before(notice, head) == &notice->headings[i])) {
                sure = sure || notice->headings[i].no != section;
                section = notice->headings[i].no;
            }
        if (notice->damaged && head == SIZE_MAX && !mintu_notice_heading(notice, section + 1))
            sure = false;
        notice->items[no].section = sure ? section : 0;
    }
}

void mintu_notice_settle(mintu_notice *notice)
{
    bool clauses = false;
    for (size_t i = 0; i < notice->piece_count; i++)
        if (!notice->pieces[i].decided)
            notice->items[notice->pieces[i].item].pending = true;
    settle_pieces(notice);
    for (int no = 1; no <= notice->item_count && !notice->failed; no++) {
        fill_body(notice, no);
    }
    if (!notice->failed)
        mintu_notice_paragraphs(notice);
    for (int no = 1; no <= notice->item_count; no++)
        clauses |= notice->items[no].clause;
    set_status(notice, clauses);
    if (notice->damaged)
        set_sections(notice);
}
