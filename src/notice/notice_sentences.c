/* The pass over all bytes: sentences, each different one kept once. Tags of HTML are left out. */
#include "notice/notice_sentences.h"

#include "base/utf8.h"
#include "format/html_tags.h"
#include "notice/notice_data.h"
#include "notice/notice_label.h"
#include "notice/notice_lines.h"
#include "notice/notice_reading.h"
#include "notice/notice_table.h"
#include "scan/scan_words.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 1 << 16, BRACKET = 600, SHORT = 36 };

struct mintu_sentence_reader {
    mintu_notice *notice;
    mintu_buffer now;        /* the sentence so far */
    size_t at, start;        /* byte of the input; where the sentence begins */
    size_t line, line_start; /* of the input */
    size_t begun_line, begun_column;
    size_t depth, opened; /* brackets open, and size at the first of them */
    size_t row;           /* size where the line begins that stands inside a bracket */
    html_tags tags;
    notice_breaks breaks; /* of the sentence: where bytes of the input are left out; `text` counts from its begin */
    bool broken, fresh;   /* bytes were left out just now; the next sentence begins a line or a block */
    size_t *slots, slot_room, slot_count; /* hash table of sentences, 1 more than the index; 0: empty */
};

mintu_sentence_reader *mintu_sentences_begin(mintu_notice *notice)
{
    mintu_sentence_reader *reader = calloc(1, sizeof *reader);
    if (reader) {
        *reader = (mintu_sentence_reader){.notice = notice, .line = 1, .slot_room = 1024, .fresh = true};
        reader->slots = calloc(reader->slot_room, sizeof *reader->slots);
    }
    notice->failed |= !reader || !reader->slots;
    return reader;
}

static uint64_t hash(const char *text, size_t size)
{
    uint64_t value = 1469598103934665603U;
    size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, 8);
        value = (value ^ word) * 0x9E3779B97F4A7C15U;
        value ^= value >> 29;
    }
    for (; i < size; i++)
        value = (value ^ (unsigned char)text[i]) * 1099511628211U;
    return value ^ value >> 32;
}

static bool same(const mintu_notice *notice, size_t sentence, const char *text, size_t size)
{
    const mintu_sentence *old = &notice->sentences[sentence];
    return old->size == size && memcmp(notice->texts.data + old->text, text, size) == 0;
}

static void grow(mintu_sentence_reader *reader)
{
    size_t room = reader->slot_room * 2, *slots = calloc(room, sizeof *slots);
    mintu_notice *notice = reader->notice;
    if (!slots) {
        notice->failed = true;
        return;
    }
    for (size_t i = 0; i < reader->slot_room; i++) {
        if (!reader->slots[i])
            continue;
        const mintu_sentence *s = &notice->sentences[reader->slots[i] - 1];
        size_t at = hash(notice->texts.data + s->text, s->size) & (room - 1);
        while (slots[at])
            at = (at + 1) & (room - 1);
        slots[at] = reader->slots[i];
    }
    free(reader->slots);
    reader->slots = slots;
    reader->slot_room = room;
}

/* The sentence's slot: what is in it, or the empty one where it belongs. */
static size_t *find_slot(mintu_sentence_reader *reader, const char *text, size_t size)
{
    size_t at = hash(text, size) & (reader->slot_room - 1);
    while (reader->slots[at] && !same(reader->notice, reader->slots[at] - 1, text, size))
        at = (at + 1) & (reader->slot_room - 1);
    return &reader->slots[at];
}

static bool push(mintu_notice *notice, mintu_sentence sentence)
{
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->sentences, notice->sentence_room, notice->sentence_count + 1)))
        return false;
    notice->sentences[notice->sentence_count++] = sentence;
    return true;
}

/* Keeps what a sentence of the run that ends the list was. */
static void fold(mintu_notice *notice, size_t copy, const mintu_sentence *s)
{
    if (notice->folded_count <= MINTU_NOTICE_FOLDED && notice->sentence_count > 0 &&
        mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->folded, notice->folded_room, notice->folded_count + 1)))
        notice->folded[notice->folded_count++] =
            (mintu_folded){notice->sentence_count - 1, copy, s->start, s->end, s->line, s->column, s->fresh};
}

/* Lengthens the run that ends the list, or begins one. */
static void add_copy(mintu_sentence_reader *reader, size_t copy, mintu_sentence sentence)
{
    mintu_notice *notice = reader->notice;
    mintu_sentence *last = &notice->sentences[notice->sentence_count - 1];
    if (last->copies > 0 && last->copy + last->copies == copy) {
        last->copies++;
        last->end = sentence.end;
        fold(notice, copy, &sentence);
        return;
    }
    sentence.text = notice->sentences[copy].text;
    sentence.size = notice->sentences[copy].size;
    sentence.copy = copy;
    sentence.copies = 1;
    if (push(notice, sentence))
        fold(notice, copy, &sentence);
}

static void keep(mintu_sentence_reader *reader, const char *text, size_t skip, mintu_sentence sentence)
{
    mintu_notice *notice = reader->notice;
    size_t *slot = find_slot(reader, text, sentence.size), colon;
    bool lost = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_LOST, text, sentence.size) ||
                MINTU_STARTS(text, sentence.size, "〔") ||
                mintu_notice_label_at(notice, text, sentence.size, &colon); /* 责任单位：… stands as often as it holds */
    if (*slot && sentence.size >= SHORT && !lost) {
        add_copy(reader, *slot - 1, sentence);
        return;
    }
    sentence.text = notice->texts.size;
    if (!push(notice, sentence))
        return;
    mintu_buffer_add(&notice->texts, text, sentence.size);
    mintu_notice_holds(notice, !notice->texts.failed);
    mintu_notice_breaks(notice, &reader->breaks, &sentence, skip);
    if (!*slot) {
        *slot = notice->sentence_count;
        reader->slot_count++;
    }
    if (reader->slot_count * 2 > reader->slot_room)
        grow(reader);
}

/* A finding where the reading stands. */
static void find_here(mintu_sentence_reader *reader, const char *kind, const char *text)
{
    const mintu_finding_place here = {kind, reader->line, reader->at - reader->line_start + 1};
    mintu_notice_find(reader->notice, here, "%s", text);
}

/* Bytes that are no text become question marks. */
static void mend(mintu_sentence_reader *reader)
{
    size_t bad, found = 0;
    for (size_t at = 0; at < reader->now.size && !mintu_utf8_valid(reader->now.data + at, reader->now.size - at, &bad);
         found++) {
        at += bad;
        reader->now.data[at++] = '?';
    }
    for (char *nul = reader->now.data; (nul = memchr(nul, '\0', reader->now.size - (size_t)(nul - reader->now.data))); found++)
        *nul = '?';
    if (found > 0)
        find_here(reader, "bytes", "bytes before this are no text in UTF-8; save the file anew");
}

static size_t blank(const char *text, size_t size)
{
    static const char *const blanks[] = {" ", "\t", "\r", "\n", "　", "\xC2\xA0", NULL};
    return mintu_scan_word_at(blanks, text, size, 0);
}

/* Ends the sentence before the byte @p end of the input. */
static void end_sentence(mintu_sentence_reader *reader, size_t end)
{
    mintu_notice *notice = reader->notice;
    if (reader->now.size > 0 && !notice->failed)
        mend(reader);
    const char *text = reader->now.data;
    size_t size = reader->now.size, skip = 0, step;
    while (skip < size && (step = blank(text + skip, size - skip)) > 0)
        skip += step;
    while (size > skip && (unsigned char)text[size - 1] <= ' ')
        size--;
    if (size > skip && (notice->sentence_count >= MINTU_NOTICE_SENTENCES || notice->texts.size > MINTU_NOTICE_TEXTS)) {
        notice->full = notice->full ? notice->full : reader->begun_line;
    } else if (size > skip && !notice->failed) {
        keep(reader, text + skip, skip,
             (mintu_sentence){.size = size - skip,
                              .start = reader->start + skip,
                              .end = end,
                              .line = reader->begun_line,
                              .column = reader->begun_column + skip,
                              .fresh = reader->fresh});
        reader->fresh = false;
    }
    mintu_buffer_clear(&reader->now);
    reader->breaks.count = 0;
    reader->broken = false;
    reader->depth = reader->row = 0;
    reader->start = end;
    reader->begun_line = reader->line;
    reader->begun_column = end - reader->line_start + 1;
}

/* Bytes of a stop at @p text, 0 when there is none. */
static size_t stop_at(const char *text, size_t size)
{
    static const char *const stops[] = {"。", "！", "？", NULL};
    return mintu_scan_word_at(stops, text, size, 0);
}

/* A line inside a bracket that holds the number of a page alone is left out. */
static void leave_page(mintu_sentence_reader *reader)
{
    size_t start = reader->row;
    if (start == 0 || !mintu_notice_is_page(reader->now.data + start, reader->now.size - start))
        return;
    reader->now.size = start;
    while (reader->breaks.count > 0 && reader->breaks.items[reader->breaks.count - 1].text >= start)
        reader->breaks.count--;
    reader->notice->pages++;
}

/* The input's next line begins; inside brackets, and in a row of a table of HTML, the sentence goes on. */
static void feed_line(mintu_sentence_reader *reader)
{
    bool inside = reader->depth > 0 && reader->now.size - reader->opened < BRACKET;
    reader->line++;
    reader->line_start = reader->at;
    if (inside || reader->tags.row) {
        leave_page(reader);
        reader->row = reader->now.size;
        reader->broken = true;
        return;
    }
    end_sentence(reader, reader->at);
    reader->fresh = true;
}

static void add_bytes(mintu_sentence_reader *reader, const char *text, size_t size)
{
    if (reader->now.size == 0) {
        reader->begun_line = reader->line;
        reader->begun_column = reader->at - reader->line_start + 1;
        reader->start = reader->at;
    } else if (reader->broken) {
        mintu_notice_break(&reader->breaks,
                           (mintu_break){reader->now.size, reader->at, reader->line, reader->at - reader->line_start + 1});
    }
    reader->broken = false;
    mintu_buffer_add(&reader->now, text, size);
    reader->notice->failed |= reader->now.failed;
    reader->at += size;
}

/* True when the line so far is a row of a table: its sentences stay together. */
static bool is_row(const mintu_sentence_reader *reader)
{
    return reader->tags.row || mintu_notice_is_row(reader->now.data, reader->now.size);
}

/* A byte inside a tag, which may end it. */
static void feed_tag(mintu_sentence_reader *reader, char byte)
{
    reader->at++;
    if (byte == '\n') {
        reader->line++;
        reader->line_start = reader->at;
    }
    switch (html_tags_feed(&reader->tags, byte)) {
    case HTML_TAG_BLOCK:
        end_sentence(reader, reader->at);
        reader->fresh = true;
        break;
    case HTML_TAG_BREAK: /* paragraphs in a cell do not end its row */
        if (!is_row(reader)) {
            end_sentence(reader, reader->at);
            reader->fresh = true;
            break;
        }
        reader->at--;
        add_bytes(reader, " ", 1);
        reader->broken = true;
        break;
    case HTML_TAG_CELL: /* a mark between cells, which is not in the input */
        reader->at--;
        add_bytes(reader, "|", 1);
        reader->broken = true;
        break;
    case HTML_TAG_INLINE:
        reader->broken = true;
        break;
    case HTML_TAG_OPEN:
        break;
    }
}

static void begin_tag(mintu_sentence_reader *reader)
{
    if (!reader->tags.any)
        find_here(reader, "html", "tags of HTML stand here and are left out: paste the text alone");
    html_tags_begin(&reader->tags);
    reader->at++;
}

/* One character that may be a stop, a bracket, a tag or a line's end: its bytes. */
static size_t feed_special(mintu_sentence_reader *reader, const char *text, size_t size)
{
    size_t stop = stop_at(text, size), used = 1;
    if (text[0] == '\n') {
        reader->at++;
        feed_line(reader);
    } else if (html_tags_at(text, size)) {
        begin_tag(reader);
    } else if (stop > 0 && reader->depth == 0 && !is_row(reader)) {
        add_bytes(reader, text, stop);
        used = stop;
        end_sentence(reader, reader->at);
    } else {
        bool opens = MINTU_STARTS(text, size, "（") || text[0] == '(';
        bool closes = MINTU_STARTS(text, size, "）") || text[0] == ')';
        used = mintu_notice_step(text, size);
        if (opens && reader->depth++ == 0)
            reader->opened = reader->now.size;
        if (closes && reader->depth > 0)
            reader->depth--;
        if (reader->depth > 0 && reader->now.size - reader->opened > BRACKET)
            reader->depth = 0;
        add_bytes(reader, text, used);
    }
    return used;
}

/* Bytes until one that may be a stop, a bracket, a tag or a line's end. */
static size_t plain(const char *text, size_t size)
{
    size_t i = 0;
    for (; i < size; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == '\n' || byte == '<' || byte == '(' || byte == ')')
            break;
        if ((byte == 0xE3 || byte == 0xEF) && (size - i < 3 || stop_at(text + i, size - i) || text[i + 1] == '\xBC'))
            break;
    }
    return i;
}

void mintu_sentences_feed(mintu_sentence_reader *reader, const char *text, size_t size)
{
    for (size_t i = 0; i < size && !reader->notice->failed;) {
        if (reader->tags.size > 0) {
            feed_tag(reader, text[i++]);
            continue;
        }
        if (reader->tags.hidden[0]) { /* a style sheet or a script */
            if (text[i] == '\n') {
                reader->line++;
                reader->line_start = reader->at + 1;
            }
            if (text[i] == '<' && html_tags_at(text + i, size - i))
                begin_tag(reader);
            else
                reader->at++;
            i++;
            continue;
        }
        size_t used = plain(text + i, size - i);
        if (used > 0)
            add_bytes(reader, text + i, used);
        else
            used = feed_special(reader, text + i, size - i);
        i += used;
        if (reader->now.size > LONGEST)
            end_sentence(reader, reader->at);
    }
}

void mintu_sentences_end(mintu_sentence_reader *reader)
{
    if (!reader)
        return;
    if (reader->slots && !reader->notice->failed)
        end_sentence(reader, reader->at);
    mintu_buffer_free(&reader->now);
    free(reader->breaks.items);
    free(reader->slots);
    free(reader);
}
