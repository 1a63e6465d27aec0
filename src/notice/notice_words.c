#include "notice/notice_words.h"

#include "base/error.h"
#include "gazetteer/place_classes.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const char *const kind_names[MINTU_NOTICE_WORD_AGENCY] = {"role",  "with",  "label",  "class",  "unit",   "notunit",
                                                                 "per",   "bound", "amount", "all",    "quoted", "verb",
                                                                 "strip", "lost",  "body",   "always", "office", "undated"};
static const char DOING[] = N_("reading the words of notices");

/* A character of which the first or the last bytes are at hand, folded. */
static unsigned first_sign(const char *text, size_t size)
{
    unsigned byte = (unsigned char)text[0];
    return byte < 0x80 || size < 3 ? byte : ((unsigned)(unsigned char)text[1] << 5 ^ (unsigned char)text[2]) & 1023U;
}

static unsigned last_sign(const char *text, size_t size)
{
    unsigned byte = (unsigned char)text[size - 1];
    return byte < 0x80 || size < 3 ? byte : ((unsigned char)text[size - 2] << 5 ^ byte) & 1023U;
}

static bool add_word(mintu_notice_word_list *kind, const char *text, const char *meaning)
{
    if (!text[0])
        return true;
    if (kind->count >= USHRT_MAX || !MINTU_ARRAY_RESERVE(kind->items, kind->room, kind->count + 1))
        return false;
    kind->items[kind->count++] = (mintu_notice_word){text, meaning, strlen(text), false};
    return true;
}

static unsigned sign_of(const mintu_notice_word *word, bool at_end)
{
    return at_end ? last_sign(word->text, word->size) : first_sign(word->text, word->size);
}

/* Orders the words of a list by their signs; false when memory ran out. */
static bool put_in_order(mintu_notice_word_list *list, mintu_notice_word_order *order, bool at_end)
{
    unsigned short next[MINTU_NOTICE_WORD_SIGNS];
    order->items = calloc(list->count + 1, sizeof *order->items);
    if (!order->items)
        return false;
    for (size_t i = 0; i < list->count; i++)
        order->begin[sign_of(&list->items[i], at_end) + 1]++;
    for (size_t sign = 0; sign < MINTU_NOTICE_WORD_SIGNS; sign++) {
        order->begin[sign + 1] = (unsigned short)(order->begin[sign + 1] + order->begin[sign]);
        next[sign] = order->begin[sign];
    }
    for (size_t i = 0; i < list->count; i++)
        order->items[next[sign_of(&list->items[i], at_end)]++] = (unsigned short)i;
    return true;
}

static mintu_status read_words(mintu_notice_words *out, mintu_error *error)
{
    static const char *const names[] = {"kind", "word", "meaning"};
    int columns[3];
    mintu_status status = mintu_tables_columns(out->words, names, 3, error, columns);
    for (size_t row = 0; row < mintu_table_count(out->words) && status == MINTU_STATUS_OK; row++) {
        const char *kind = mintu_table_text(out->words, row, (size_t)columns[0]);
        for (int i = 0; i < MINTU_NOTICE_WORD_AGENCY && status == MINTU_STATUS_OK; i++)
            if (strcmp(kind, kind_names[i]) == 0 &&
                !add_word(&out->kinds[i], mintu_table_text(out->words, row, (size_t)columns[1]),
                          mintu_table_text(out->words, row, (size_t)columns[2])))
                status = mintu_fail_memory(error, DOING);
    }
    return status;
}

static bool add_aliases(mintu_notice_words *out, const char *list, const char *name)
{
    if (!MINTU_ARRAY_RESERVE(out->aliases, out->alias_room, out->alias_count + 1))
        return false;
    char *copy = mintu_text_copy(list);
    if (!copy)
        return false;
    out->aliases[out->alias_count++] = copy;
    bool good = true;
    for (char *part = copy; good && part;) {
        char *bar = strchr(part, '|');
        if (bar)
            *bar = '\0';
        good = add_word(&out->kinds[MINTU_NOTICE_WORD_AGENCY], part, name);
        part = bar ? bar + 1 : NULL;
    }
    return good;
}

static mintu_status read_agencies(mintu_notice_words *out, mintu_error *error)
{
    static const char *const names[] = {"name", "full_name", "aliases"};
    int columns[3];
    mintu_status status = mintu_tables_columns(out->agencies, names, 3, error, columns);
    for (size_t row = 0; row < mintu_table_count(out->agencies) && status == MINTU_STATUS_OK; row++) {
        const char *name = mintu_table_text(out->agencies, row, (size_t)columns[0]);
        const char *full = mintu_table_text(out->agencies, row, (size_t)columns[1]);
        bool good = add_word(&out->kinds[MINTU_NOTICE_WORD_AGENCY], name, name) &&
                    (strcmp(full, name) == 0 || add_word(&out->kinds[MINTU_NOTICE_WORD_AGENCY], full, name)) &&
                    add_aliases(out, mintu_table_text(out->agencies, row, (size_t)columns[2]), name);
        if (!good)
            status = mintu_fail_memory(error, DOING);
        mintu_notice_word_list *known = &out->kinds[MINTU_NOTICE_WORD_AGENCY];
        for (size_t i = known->count; i > 0 && good && !full[0] && known->items[i - 1].meaning == name; i--)
            known->items[i - 1].group = true;
    }
    return status;
}

mintu_status mintu_notice_words_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_notice_words *out)
{
    mintu_status status = mintu_tables_load(&gazetteer->package, "notice_words", true, error, &out->words);
    if (status == MINTU_STATUS_OK)
        status = mintu_tables_load(&gazetteer->package, "agencies", true, error, &out->agencies);
    if (status == MINTU_STATUS_OK)
        status = read_words(out, error);
    const mintu_place_class *named = mintu_place_class_named(gazetteer);
    out->place = named ? named->name : NULL;
    if (status == MINTU_STATUS_OK && !named)
        status =
            mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = gazetteer->package.path},
                          "%s: place_classes.csv has no class whose members are `named`; expected one; take the package anew",
                          mintu_message(DOING));
    status = status == MINTU_STATUS_OK ? read_agencies(out, error) : status;
    for (int i = 0; i < MINTU_NOTICE_WORD_END && status == MINTU_STATUS_OK; i++) {
        mintu_notice_word_list *list = &out->kinds[i];
        if (!put_in_order(list, &list->first, false) || !put_in_order(list, &list->last, true))
            status = mintu_fail_memory(error, DOING);
    }
    return status;
}

void mintu_notice_words_free(mintu_notice_words *words)
{
    for (size_t i = 0; i < words->alias_count; i++)
        free(words->aliases[i]);
    free(words->aliases);
    for (int i = 0; i < MINTU_NOTICE_WORD_END; i++) {
        free(words->kinds[i].items);
        free(words->kinds[i].first.items);
        free(words->kinds[i].last.items);
    }
    mintu_table_free(words->words);
    mintu_table_free(words->agencies);
    *words = (mintu_notice_words){0};
}

static const unsigned short *words_of(const mintu_notice_word_order *order, unsigned sign, size_t *count)
{
    *count = order->items ? (size_t)(order->begin[sign + 1] - order->begin[sign]) : 0;
    return *count > 0 ? order->items + order->begin[sign] : NULL;
}

const unsigned short *mintu_notice_words_like(const mintu_notice_word_list *list, const char *text, size_t size, size_t *count)
{
    *count = 0;
    return size > 0 ? words_of(&list->first, first_sign(text, size), count) : NULL;
}

bool mintu_notice_word_may(const mintu_notice_word_list *list, const char *text, size_t size)
{
    size_t count;
    return mintu_notice_words_like(list, text, size, &count) != NULL;
}

/* The longest word of a kind at one end of the text. */
static const mintu_notice_word *longest(const mintu_notice_word_list *list, const char *text, size_t size, bool at_end)
{
    const mintu_notice_word *best = NULL;
    size_t count = 0;
    const unsigned short *like = size == 0 ? NULL
                                 : at_end  ? words_of(&list->last, last_sign(text, size), &count)
                                           : words_of(&list->first, first_sign(text, size), &count);
    for (size_t i = 0; i < count; i++) {
        const mintu_notice_word *word = &list->items[like[i]];
        if (word->size > size || (best && word->size <= best->size))
            continue;
        if (memcmp(text + (at_end ? size - word->size : 0), word->text, word->size) == 0)
            best = word;
    }
    return best;
}

const mintu_notice_word *mintu_notice_word_at(const mintu_notice_words *words, mintu_notice_word_kind kind, const char *text,
                                              size_t size)
{
    return longest(&words->kinds[kind], text, size, false);
}

const mintu_notice_word *mintu_notice_word_before(const mintu_notice_words *words, mintu_notice_word_kind kind,
                                                  const char *text, size_t size)
{
    return longest(&words->kinds[kind], text, size, true);
}

size_t mintu_notice_step(const char *text, size_t size)
{
    return (unsigned char)text[0] >= 0xE0 && size >= 3 ? 3 : 1;
}

/* A figure of either width: its value and length, or -1. */
static int read_figure(const char *text, size_t size, size_t *length)
{
    if (size >= 1 && text[0] >= '0' && text[0] <= '9') {
        *length = 1;
        return text[0] - '0';
    }
    *length = 3;
    if (size >= 3 && memcmp(text, "\xEF\xBC", 2) == 0 && (unsigned char)text[2] >= 0x90 && (unsigned char)text[2] <= 0x99)
        return (unsigned char)text[2] - 0x90;
    return -1;
}

/* ,000: the comma of 12,000. */
static bool is_thousand(const char *text, size_t size)
{
    bool three = size >= 4 && text[0] == ',';
    for (size_t i = 1; i <= 3 && three; i++)
        three = text[i] >= '0' && text[i] <= '9';
    return three && (size == 4 || text[4] < '0' || text[4] > '9');
}

static size_t read_figures(const char *text, size_t size, double *out)
{
    size_t at = 0, length;
    double scale = 0;
    int figure;
    *out = 0;
    while (at < size && at < 48) {
        if ((figure = read_figure(text + at, size - at, &length)) >= 0) {
            *out = scale > 0 ? *out + figure * scale : *out * 10 + figure;
            scale /= 10;
            at += length;
        } else if (at > 0 && at <= 3 && scale == 0 && is_thousand(text + at, size - at)) {
            at++;
        } else if (at > 0 && scale == 0 && text[at] == '.' && read_figure(text + at + 1, size - at - 1, &length) >= 0) {
            scale = 0.1;
            at++;
        } else {
            break;
        }
    }
    return at;
}

static size_t read_characters(const char *text, size_t size, double *out)
{
    static const char digits[] = "〇一二三四五六七八九", scales[] = "十百千万";
    static const double values[] = {10, 100, 1000, 10000};
    double total = 0, digit = -1;
    size_t at = 0;
    for (; at + 3 <= size && at < 48; at += 3) {
        int found = -1, scale = -1;
        for (size_t i = 0; i < 10; i++)
            found = memcmp(text + at, digits + 3 * i, 3) == 0 ? (int)i : found;
        for (size_t i = 0; i < 4; i++)
            scale = memcmp(text + at, scales + 3 * i, 3) == 0 ? (int)i : scale;
        if (found < 0 && memcmp(text + at, "两", 3) == 0)
            found = 2;
        if (found < 0 && scale < 0)
            break;
        if (scale == 3)
            total = (total + (digit > 0 ? digit : 0)) * values[3];
        else if (scale >= 0)
            total += (digit < 0 ? 1 : digit) * values[scale];
        digit = scale >= 0 ? -1 : digit >= 0 ? digit * 10 + found : found;
    }
    *out = total + (digit > 0 ? digit : 0);
    return at;
}

size_t mintu_notice_number(const char *text, size_t size, double *out)
{
    size_t length = read_figures(text, size, out);
    if (length == 0 && size >= 3 && memcmp(text, "半", 3) == 0) {
        *out = 0.5;
        return 3;
    }
    return length > 0 ? length : read_characters(text, size, out);
}
