/* Responsibility clauses: agencies and roles, names in lists completed. */
#include "notice/notice_clause.h"

#include "base/utf8.h"
#include "notice/notice_data.h"

#include <stdlib.h>
#include <string.h>

enum { WAITING = 200 };

typedef struct clause {
    mintu_notice *notice;
    const char *text;
    size_t size, sentence, at;
    int item;
    size_t first;     /* first part of the item that waits for its role */
    const char *full; /* last name that was found, whose first characters a short one may share */
} clause;

static size_t comma(const char *text, size_t size)
{
    static const char *const marks[] = {"，", "；", "、", ",", ";", "。", "/", "和", "及", "与", "以及"};
    size_t best = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (length > best && length <= size && memcmp(text, marks[i], length) == 0)
            best = length;
    }
    return best > 0 ? best : size > 0 && (text[0] == ' ' || text[0] == '\n') ? 1 : 0;
}

static bool add_part(clause *c, const char *name, size_t size, bool known)
{
    mintu_notice *notice = c->notice;
    for (size_t i = notice->part_count; i > 0 && notice->parts[i - 1].item == c->item; i--)
        if (strlen(notice->parts[i - 1].name) == size && memcmp(notice->parts[i - 1].name, name, size) == 0)
            return true;
    if (!mintu_notice_room(notice, &notice->parts, &notice->part_room, notice->part_count, sizeof *notice->parts))
        return false;
    char *copy = mintu_text_copy_n(name, size);
    notice->failed |= !copy;
    if (!copy)
        return false;
    notice->parts[notice->part_count++] = (mintu_part){.item = c->item, .name = copy, .known = known};
    return true;
}

/* A short name in a list stands without the characters that its list begins with: 省住建厅、国土厅. */
static const mintu_word *complete(const clause *c, const char *name, size_t size)
{
    char text[160];
    for (size_t length = 3; c->full && length <= 12 && length < strlen(c->full) && size + length < sizeof text; length += 3) {
        memcpy(text, c->full, length);
        memcpy(text + length, name, size);
        const mintu_word *word = mintu_notice_word_at(&c->notice->words, MINTU_WORD_AGENCY, text, size + length);
        if (word && word->size == size + length)
            return word;
    }
    return NULL;
}

static bool ends_here(const mintu_notice *notice, const char *text, size_t size)
{
    return size == 0 || comma(text, size) > 0 || MINTU_STARTS(text, size, "等") ||
           mintu_notice_word_at(&notice->words, MINTU_WORD_ROLE, text, size) ||
           mintu_notice_word_at(&notice->words, MINTU_WORD_WITH, text, size);
}

/* Length of what stands until the next comma or role. */
static size_t until_end(const mintu_notice *notice, const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && !ends_here(notice, text + at, size - at))
        at += (unsigned char)text[at] >= 0xE0 && size - at >= 3 ? 3 : 1;
    return at;
}

static void give_roles(clause *c, const char *role)
{
    for (; c->first < c->notice->part_count; c->first++)
        if (!c->notice->parts[c->first].role)
            c->notice->parts[c->first].role = role;
}

static void read_name(clause *c)
{
    mintu_notice *notice = c->notice;
    const char *text = c->text + c->at;
    size_t size = c->size - c->at;
    const mintu_word *word = mintu_notice_word_at(&notice->words, MINTU_WORD_AGENCY, text, size);
    size_t length = word && ends_here(notice, text + word->size, size - word->size) ? word->size : 0;
    if (length == 0) {
        length = until_end(notice, text, size);
        word = complete(c, text, length);
    }
    if (word) {
        c->full = word->meaning;
        add_part(c, word->meaning, strlen(word->meaning), true);
    } else if (length > 0) {
        mintu_notice_find(notice, "agency", c->sentence,
                          (size_t)(text - notice->texts.data) - notice->sentences[c->sentence].text,
                          "item %d: \"%.*s\" is no agency of agencies.csv; add it, or mend the name", c->item,
                          (int)(length < 120 ? length : mintu_utf8_cut(text, 120)), text);
        add_part(c, text, length, false);
    }
    c->at += length > 0 ? length : (unsigned char)text[0] >= 0xE0 && size >= 3 ? 3 : 1;
}

/* What is no name: commas, 等, roles. False when a name stands here. */
static bool read_other(clause *c, const char **role)
{
    mintu_notice *notice = c->notice;
    const char *text = c->text + c->at;
    size_t size = c->size - c->at, length = comma(text, size);
    const mintu_word *label = mintu_notice_word_at(&notice->words, MINTU_WORD_LABEL, text, size);
    if (length > 0) {
        c->at += length;
        return true;
    }
    if (label && (MINTU_STARTS(text + label->size, size - label->size, "：") ||
                  MINTU_STARTS(text + label->size, size - label->size, ":"))) {
        give_roles(c, *role);
        *role = label->meaning;
        c->at += label->size + (text[label->size] == ':' ? 1 : 3);
        return true;
    }
    if (MINTU_STARTS(text, size, "等")) {
        notice->items[c->item].open = true;
        c->at += 3;
        return true;
    }
    const mintu_word *with = mintu_notice_word_at(&notice->words, MINTU_WORD_WITH, text, size);
    if (with) { /* those before and behind it share the role that ends the clause */
        c->at += with->size;
        *role = with->size > 6 ? "joint" : *role;
        return true;
    }
    const mintu_word *word = mintu_notice_word_at(&notice->words, MINTU_WORD_ROLE, text, size);
    if (!word)
        return false;
    give_roles(c, *role ? *role : word->meaning);
    c->at += word->size;
    return true;
}

void mintu_clause_read(mintu_notice *notice, int item, const char *text, size_t size, const char *role, size_t sentence)
{
    clause c = {.notice = notice, .text = text, .size = size, .sentence = sentence, .item = item, .first = notice->part_count};
    while (c.at < size && !notice->failed)
        if (!read_other(&c, &role))
            read_name(&c);
    give_roles(&c, role ? role : "responsible");
}

bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size)
{
    const mintu_word *label = mintu_notice_word_at(&notice->words, MINTU_WORD_LABEL, text, size);
    if (label && size > label->size && (MINTU_STARTS(text + label->size, size - label->size, "：") || text[label->size] == ':'))
        return true;
    size_t end = size;
    const mintu_word *role = mintu_notice_word_before(&notice->words, MINTU_WORD_ROLE, text, end);
    if (!role || size > 1500)
        return false;
    /* An agency that is known, or a list that ends as lists of agencies do. */
    for (size_t at = 0; at + role->size < size; at += (unsigned char)text[at] >= 0xE0 ? 3 : 1)
        if (mintu_notice_word_at(&notice->words, MINTU_WORD_AGENCY, text + at, size - at))
            return true;
    return size <= 240 && until_end(notice, text, size) > 0 && size > role->size;
}
