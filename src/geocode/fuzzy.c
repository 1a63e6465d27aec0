/* Lookup by deletions: two names that differ in one character have a form in common with one character less. Each name is
 * indexed under the hashes of all such forms, of its characters and of its sounds (long names with two characters less as
 * well); what a query's forms lead to is then compared in full. */
#include "geocode/fuzzy.h"

#include "geocode/fuzzy_distance.h"
#include "geocode/name_types.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { DEEP = 5, KEYS = 320, HITS = 256, SPELLINGS = 3, COMBINATIONS = 8 };

typedef struct key {
    uint32_t hash, form;
} key;

struct mintu_fuzzy {
    const mintu_index *index;
    mintu_forms forms;
    key *keys; /* sorted by hash */
    size_t count, room;
};

/* Hashes of a sequence and of it with one or two symbols less. */
typedef struct hashes {
    uint32_t items[KEYS];
    size_t count;
} hashes;

static uint32_t mix(uint32_t hash, uint64_t symbol)
{
    uint64_t value = (hash ^ symbol) * 0x9E3779B97F4A7C15U;
    return (uint32_t)(value >> 32) ^ (uint32_t)value;
}

/* What the symbols of a sequence are; with it a hash begins. */
typedef enum symbol_kind { BY_CHARACTER = 1, BY_SOUND, BY_LETTER } symbol_kind;

typedef struct sequence {
    const uint64_t *symbols;
    size_t count;
    symbol_kind kind;
} sequence;

/* Adds the hash without the symbols at two places (the same place twice: without one; beyond the end: of all). */
static void add_hash(const sequence *s, size_t a, size_t b, hashes *out)
{
    uint32_t hash = s->kind;
    for (size_t i = 0; i < s->count; i++)
        if (i != a && i != b)
            hash = mix(hash, s->symbols[i]);
    if (out->count < KEYS)
        out->items[out->count++] = hash;
}

static void add_hashes(const sequence *s, hashes *out)
{
    bool deep = s->count >= DEEP && s->count <= 12 && s->kind == BY_CHARACTER;
    add_hash(s, s->count, s->count, out);
    for (size_t a = 0; a < s->count; a++)
        for (size_t b = a; b < (deep ? s->count : a + 1); b++)
            add_hash(s, a, b, out);
}

static void hash_form(const mintu_forms *forms, const mintu_form *form, hashes *out)
{
    uint64_t characters[MINTU_FUZZY_SYMBOLS];
    const mintu_syllable *sounds = forms->syllables + form->symbols;
    bool known = !form->latin;
    for (size_t i = 0; i < form->count; i++) {
        characters[i] = forms->characters[form->symbols + i];
        known = known && sounds[i];
    }
    out->count = 0;
    add_hashes(&(sequence){characters, form->count, form->latin ? BY_LETTER : BY_CHARACTER}, out);
    if (known)
        add_hashes(&(sequence){sounds, form->count, BY_SOUND}, out);
}

static int compare_keys(const void *a, const void *b)
{
    const key *x = a, *y = b;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash) : (x->form > y->form) - (x->form < y->form);
}

static mintu_status index_forms(mintu_fuzzy *fuzzy, mintu_error *error)
{
    for (size_t i = 0; i < fuzzy->forms.count; i++) {
        hashes made;
        hash_form(&fuzzy->forms, &fuzzy->forms.items[i], &made);
        if (!MINTU_ARRAY_RESERVE(fuzzy->keys, fuzzy->room, fuzzy->count + made.count))
            return mintu_fail_memory(error, "indexing names for fuzzy lookups");
        for (size_t h = 0; h < made.count; h++)
            fuzzy->keys[fuzzy->count++] = (key){made.items[h], (uint32_t)i};
    }
    if (fuzzy->count)
        qsort(fuzzy->keys, fuzzy->count, sizeof *fuzzy->keys, compare_keys);
    return MINTU_STATUS_OK;
}

mintu_status mintu_fuzzy_new(const mintu_index *index, mintu_error *error, mintu_fuzzy **out)
{
    mintu_fuzzy *fuzzy = *out = calloc(1, sizeof *fuzzy);
    if (!fuzzy)
        return mintu_fail_memory(error, "indexing names for fuzzy lookups");
    fuzzy->index = index;
    mintu_status status = mintu_forms_build(index, error, &fuzzy->forms);
    if (status == MINTU_STATUS_OK)
        status = index_forms(fuzzy, error);
    if (status != MINTU_STATUS_OK) {
        mintu_fuzzy_free(fuzzy);
        *out = NULL;
    }
    return status;
}

void mintu_fuzzy_free(mintu_fuzzy *fuzzy)
{
    if (!fuzzy)
        return;
    mintu_forms_free(&fuzzy->forms);
    free(fuzzy->keys);
    free(fuzzy);
}

/* The forms that the query's hashes lead to, each once. */
typedef struct hits {
    uint32_t forms[HITS];
    size_t count;
} hits;

static void add_hits(const mintu_fuzzy *fuzzy, uint32_t hash, hits *out)
{
    size_t low = 0, high = fuzzy->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fuzzy->keys[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < fuzzy->count && fuzzy->keys[low].hash == hash && out->count < HITS; low++) {
        size_t at = 0;
        while (at < out->count && out->forms[at] != fuzzy->keys[low].form)
            at++;
        if (at == out->count)
            out->forms[out->count++] = fuzzy->keys[low].form;
    }
}

/* The sounds of a spelling, one choice of readings after the other. False past the last, or when a sound is not known. */
static bool choose_sounds(const mintu_spelling *spelling, size_t choice, uint64_t *out)
{
    for (size_t i = 0; i < spelling->count; i++) {
        size_t readings = 1;
        while (readings < MINTU_READINGS && spelling->readings[i].items[readings])
            readings++;
        out[i] = spelling->readings[i].items[choice % readings];
        choice /= readings;
        if (!out[i])
            return false;
    }
    return choice == 0;
}

static void look_up(const mintu_fuzzy *fuzzy, const mintu_spelling *spelling, hits *out)
{
    uint64_t symbols[MINTU_FUZZY_SYMBOLS] = {0};
    hashes made = {.count = 0};
    for (size_t i = 0; i < spelling->count; i++)
        symbols[i] = spelling->characters[i];
    add_hashes(&(sequence){symbols, spelling->count, spelling->latin ? BY_LETTER : BY_CHARACTER}, &made);
    for (size_t choice = 0; choice < COMBINATIONS && !spelling->latin && choose_sounds(spelling, choice, symbols); choice++)
        add_hashes(&(sequence){symbols, spelling->count, BY_SOUND}, &made);
    for (size_t i = 0; i < made.count; i++)
        add_hits(fuzzy, made.items[i], out);
}

/* What kind of units the text can be by its type: of a level, any, or those without a type. */
typedef enum asked {
    ASKED_LEVEL = 0, /* and the levels after it */
    ASKED_ANY = MINTU_LEVEL_END,
    ASKED_TYPELESS
} asked;

static bool is_asked(const mintu_form *form, mintu_level level, const mintu_spelling *spelling, int kind)
{
    if (form->latin != spelling->latin || (kind == ASKED_TYPELESS && form->type[0]))
        return false;
    return kind >= ASKED_ANY || (form->type[0] && (form->latin || level == (mintu_level)kind));
}

/* Only with a prefecture or county named do the many names that share one of two characters come into question. */
static void compare(const mintu_fuzzy *fuzzy, const mintu_fuzzy_query *query, const mintu_spelling *spelling, int kind,
                    mintu_candidates *out)
{
    hits found = {.count = 0};
    bool narrow = mintu_parents_narrow(query->parents);
    look_up(fuzzy, spelling, &found);
    for (size_t i = 0; i < found.count; i++) {
        const mintu_form *form = &fuzzy->forms.items[found.forms[i]];
        const mintu_place *place = &fuzzy->index->gazetteer->places[form->place];
        bool now;
        if (!is_asked(form, place->level, spelling, kind))
            continue;
        mintu_nearness near = mintu_fuzzy_compare(&fuzzy->forms, found.forms[i], spelling);
        if (near.cost == UINT_MAX || !(near.sure || narrow || near.cost > 1) ||
            !mintu_lies_in(fuzzy->index, place, query->parents, &now))
            continue;
        mintu_candidate candidate = {.place = form->place,
                                     .kind = MINTU_MATCH_KIND_FUZZY,
                                     .parent_named = narrow,
                                     .now = now,
                                     .sure = near.sure,
                                     .likeness = near.likeness};
        mintu_candidates_add(out, &candidate);
    }
}

static mintu_status read_sounds(mintu_fuzzy *fuzzy, mintu_spelling *spelling, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < spelling->count && status == MINTU_STATUS_OK; i++)
        status = mintu_pinyin_read(&fuzzy->forms.pinyin, spelling->characters[i], error, &spelling->readings[i]);
    return status;
}

/* The text up to @p size as a name, and what follows as its type. */
static mintu_status find_as(mintu_fuzzy *fuzzy, const mintu_fuzzy_query *query, size_t size, int kind, mintu_error *error,
                            mintu_candidates *out)
{
    mintu_spelling spelling = {.latin = query->latin, .type = query->text + size};
    spelling.count = mintu_forms_characters(query->text, size, spelling.characters);
    if (spelling.count < 2)
        return MINTU_STATUS_OK;
    mintu_status status = query->latin ? MINTU_STATUS_OK : read_sounds(fuzzy, &spelling, error);
    if (query->latin && kind < ASKED_ANY)
        mintu_latin_shorten(query->text, strlen(query->text), &spelling.type);
    if (status == MINTU_STATUS_OK)
        compare(fuzzy, query, &spelling, kind, out);
    return out->failed ? mintu_fail_memory(error, "matching a name by likeness") : status;
}

static mintu_status find_latin(mintu_fuzzy *fuzzy, const mintu_fuzzy_query *query, mintu_error *error, mintu_candidates *out)
{
    const char *word;
    size_t whole = strlen(query->text), size = mintu_latin_shorten(query->text, whole, &word);
    return size > 0 ? find_as(fuzzy, query, size, MINTU_LEVEL_TOWNSHIP, error, out)
                    : find_as(fuzzy, query, whole, ASKED_ANY, error, out);
}

mintu_status mintu_fuzzy_find(mintu_fuzzy *fuzzy, const mintu_fuzzy_query *query, mintu_error *error, mintu_candidates *out)
{
    bool typed = false;
    mintu_status status = MINTU_STATUS_OK;
    if (query->latin)
        return find_latin(fuzzy, query, error, out);
    for (int level = MINTU_LEVEL_PREFECTURE; level < MINTU_LEVEL_END; level++)
        for (int ethnic = 1; ethnic >= 0 && status == MINTU_STATUS_OK; ethnic--) {
            size_t size = mintu_name_shorten(query->text, (mintu_level)level, ethnic);
            typed = typed || size > 0;
            if (size > 0)
                status = find_as(fuzzy, query, size, level, error, out);
        }
    if (status != MINTU_STATUS_OK)
        return status;
    return find_as(fuzzy, query, strlen(query->text), typed ? ASKED_TYPELESS : ASKED_ANY, error, out);
}
