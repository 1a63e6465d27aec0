/* Responsibility clauses: agencies and roles, names in lists completed. */
#include "notice/notice_clause.h"

#include "base/utf8.h"
#include "notice/notice_data.h"
#include "scan/scan_words.h"

#include <stdlib.h>
#include <string.h>

static const char *const colons[] = {"：", ":", NULL};

typedef struct clause_reader {
    mintu_notice *notice;
    const mintu_clause *clause;
    size_t at;
    const char *role; /* of the agencies to come, NULL while it is not known */
    size_t first;     /* first part of the item that waits for its role */
    const char *full; /* last name that was found, whose first characters a short one may share */
} clause_reader;

static size_t comma(const char *text, size_t size)
{
    static const char *const marks[] = {"，", "；", "、", ",", ";", "。", "/", "和", "及", "与", "以及", " ", "\n", NULL};
    return mintu_scan_word_at(marks, text, size, 0);
}

static void add_part(clause_reader *c, const char *name, size_t size, bool known)
{
    mintu_notice *notice = c->notice;
    for (size_t i = notice->part_count; i > 0 && notice->parts[i - 1].item == c->clause->item; i--)
        if (strlen(notice->parts[i - 1].name) == size && memcmp(notice->parts[i - 1].name, name, size) == 0)
            return;
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->parts, notice->part_room, notice->part_count + 1)))
        return;
    char *copy = mintu_text_copy_n(name, size);
    if (mintu_notice_holds(notice, copy != NULL))
        notice->parts[notice->part_count++] = (mintu_part){.item = c->clause->item, .name = copy, .known = known};
}

/* A short name in a list stands without the characters that its list begins with: 省住建厅、国土厅. */
static const mintu_notice_word *complete(const clause_reader *c, const char *name, size_t size)
{
    char text[160];
    for (size_t length = 3; c->full && length <= 12 && length < strlen(c->full) && size + length < sizeof text; length += 3) {
        memcpy(text, c->full, length);
        memcpy(text + length, name, size);
        const mintu_notice_word *word = mintu_notice_word_at(&c->notice->words, MINTU_NOTICE_WORD_AGENCY, text, size + length);
        if (word && word->size == size + length)
            return word;
    }
    return NULL;
}

static bool ends_here(const mintu_notice *notice, const char *text, size_t size)
{
    return size == 0 || comma(text, size) > 0 || MINTU_STARTS(text, size, "等") ||
           mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text, size) ||
           mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_WITH, text, size);
}

/* Length of what stands until the next comma or role. */
static size_t until_end(const mintu_notice *notice, const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && !ends_here(notice, text + at, size - at))
        at += mintu_notice_step(text + at, size - at);
    return at;
}

static void give_roles(clause_reader *c, const char *role)
{
    for (; c->first < c->notice->part_count; c->first++)
        if (!c->notice->parts[c->first].role)
            c->notice->parts[c->first].role = role;
}

static void read_name(clause_reader *c)
{
    mintu_notice *notice = c->notice;
    const char *text = c->clause->text + c->at;
    size_t size = c->clause->size - c->at;
    const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, text, size);
    size_t length = word && ends_here(notice, text + word->size, size - word->size) ? word->size : 0;
    if (length == 0) {
        length = until_end(notice, text, size);
        word = complete(c, text, length);
    }
    if (word) {
        c->full = word->meaning;
        add_part(c, word->meaning, strlen(word->meaning), true);
    } else if (length > 0) {
        size_t sentence = c->clause->sentence, offset = (size_t)(text - notice->texts.data) - notice->sentences[sentence].text;
        mintu_notice_find(notice, mintu_finding_in_sentence(notice, "agency", sentence, offset),
                          "item %d: \"%.*s\" is no agency of agencies.csv; add it, or mend the name", c->clause->item,
                          (int)(length < 120 ? length : mintu_utf8_cut(text, 120)), text);
        add_part(c, text, length, false);
    }
    c->at += length > 0 ? length : mintu_notice_step(text, size);
}

/* What is no name: commas, 等, roles. False when a name stands here. */
static bool read_other(clause_reader *c)
{
    mintu_notice *notice = c->notice;
    const char *text = c->clause->text + c->at;
    size_t size = c->clause->size - c->at, length = comma(text, size);
    const mintu_notice_word *label = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_LABEL, text, size);
    size_t colon = label ? mintu_scan_word_at(colons, text, size, label->size) : 0;
    if (length > 0) {
        c->at += length;
        return true;
    }
    if (colon > 0) {
        give_roles(c, c->role);
        c->role = label->meaning;
        c->at += label->size + colon;
        return true;
    }
    if (MINTU_STARTS(text, size, "等")) {
        notice->items[c->clause->item].open = true;
        c->at += 3;
        return true;
    }
    const mintu_notice_word *with = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_WITH, text, size);
    if (with) { /* those before and behind it share the role that ends the clause */
        c->at += with->size;
        c->role = with->size > 6 ? "joint" : c->role;
        return true;
    }
    const mintu_notice_word *word = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_ROLE, text, size);
    if (!word)
        return false;
    give_roles(c, c->role ? c->role : word->meaning);
    c->at += word->size;
    return true;
}

void mintu_clause_read(mintu_notice *notice, const mintu_clause *clause)
{
    clause_reader c = {.notice = notice, .clause = clause, .role = clause->role, .first = notice->part_count};
    while (c.at < clause->size && !notice->failed)
        if (!read_other(&c))
            read_name(&c);
    give_roles(&c, c.role ? c.role : "responsible");
}

bool mintu_clause_is(const mintu_notice *notice, const char *text, size_t size)
{
    const mintu_notice_word *label = mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_LABEL, text, size);
    if (label && mintu_scan_word_at(colons, text, size, label->size) > 0)
        return true;
    const mintu_notice_word *role = mintu_notice_word_before(&notice->words, MINTU_NOTICE_WORD_ROLE, text, size);
    if (!role || size > 1500)
        return false;
    /* An agency that is known, or a list that ends as lists of agencies do. */
    for (size_t at = 0; at + role->size < size; at += mintu_notice_step(text + at, size - at))
        if (mintu_notice_word_at(&notice->words, MINTU_NOTICE_WORD_AGENCY, text + at, size - at))
            return true;
    return size <= 240 && until_end(notice, text, size) > 0 && size > role->size;
}
