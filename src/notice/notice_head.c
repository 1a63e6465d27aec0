#include "notice/notice_head.h"

#include <string.h>

enum { HEAD = 3, LONGEST = 48 }; /* sentences that may be the heading or the issuer; bytes of a name */

/* A heading or an issuer has one of these. */
static const char *const documents[] = {"通知", "意见", "方案", "办法", "决定", "政府", "办公", "厅", "委", "局"};

static bool holds(const char *text, size_t size, const char *word)
{
    size_t length = strlen(word);
    for (size_t at = 0; at + length <= size; at++)
        if (memcmp(text + at, word, length) == 0)
            return true;
    return false;
}

static bool is_document(const char *text, size_t size)
{
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        if (holds(text, size, documents[i]))
            return true;
    return false;
}

/* Behind marks of headings and quotation. */
static size_t skip_marks(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && (strchr(" \t#*>\"", text[at]) || (at + 3 <= size && memcmp(text + at, "《", 3) == 0)))
        at += text[at] & 0x80 ? 3 : 1;
    return at;
}

/* Length of the name of a province, with or without its type, or of another unit with its type, with which the text begins. */
static size_t leads(const mintu_geocoder *geocoder, const char *text, size_t size)
{
    size_t length = mintu_elsewhere_leads(&geocoder->elsewhere, text, size);
    for (size_t short_name = 6; length == 0 && short_name <= 9 && short_name <= size; short_name += 3) {
        const mintu_elsewhere_name *name = mintu_elsewhere_find(&geocoder->elsewhere, text, short_name);
        length = name && (name->levels & 1U << MINTU_LEVEL_PROVINCE) ? short_name : 0;
    }
    return length;
}

bool mintu_notice_is_unit(const mintu_notice *notice, const char *text, size_t size)
{
    const mintu_index *index = &notice->geocoder->index;
    const mintu_index_entry *entry = mintu_index_find(index, text, size);
    for (; entry; entry = mintu_index_next(index, entry))
        if (index->gazetteer->places[entry->place].level < MINTU_LEVEL_TOWNSHIP)
            return true;
    return false;
}

bool mintu_notice_own_unit(const mintu_notice *notice, const char *text, size_t size)
{
    for (size_t length = size < LONGEST ? size : LONGEST; length >= 6; length--)
        if (mintu_notice_is_unit(notice, text, length))
            return true;
    return false;
}

const char *mintu_notice_stranger(const mintu_notice *notice, size_t *size)
{
    for (size_t i = 0; i < notice->sentence_count && i < HEAD; i++) {
        const mintu_sentence *s = &notice->sentences[i];
        const char *text = notice->texts.data + s->text;
        size_t at = skip_marks(text, s->size);
        if (mintu_notice_own_unit(notice, text + at, s->size - at))
            return NULL;
        *size = leads(notice->geocoder, text + at, s->size - at);
        if (*size > 0 && is_document(text, s->size))
            return text + at;
    }
    return NULL;
}
