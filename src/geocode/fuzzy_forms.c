#include "geocode/fuzzy_forms.h"

#include "gazetteer/names_in_time.h"
#include "geocode/shorten.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "indexing names for fuzzy lookups");
}

size_t mintu_forms_characters(const char *text, size_t size, char32_t out[MINTU_FUZZY_SYMBOLS])
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t count = 0;
    for (size_t at = 0; at < size;) {
        UChar32 character;
        U8_NEXT(bytes, at, size, character);
        if (character < 0 || count == MINTU_FUZZY_SYMBOLS)
            return 0;
        out[count++] = (char32_t)character;
    }
    return count;
}

static bool is_known(const mintu_forms *forms, const mintu_form *form, const char32_t *characters)
{
    for (size_t i = forms->count; i > 0 && forms->items[i - 1].place == form->place; i--) {
        const mintu_form *known = &forms->items[i - 1];
        if (known->count == form->count && strcmp(known->type, form->type) == 0 &&
            memcmp(forms->characters + known->symbols, characters, form->count * sizeof *characters) == 0)
            return true;
    }
    return false;
}

/* Adds a form; with a name in Latin letters it learns how its characters are read. */
static mintu_status add_form(mintu_forms *forms, mintu_form form, const char *text, size_t size, const char *reading,
                             mintu_error *error)
{
    char32_t characters[MINTU_FUZZY_SYMBOLS];
    mintu_syllable syllables[MINTU_FUZZY_SYMBOLS] = {0};
    size_t count = mintu_forms_characters(text, size, characters);
    form.count = (unsigned char)count;
    form.symbols = forms->symbol_count;
    if (count < 2 || is_known(forms, &form, characters))
        return MINTU_STATUS_OK;
    bool split = !form.latin && mintu_pinyin_split(reading, count, syllables);
    for (size_t i = 0; i < count && split; i++)
        if (!mintu_pinyin_learn(&forms->pinyin, characters[i], syllables[i]))
            return fail_memory(error);
    if (!MINTU_ARRAY_RESERVE(forms->items, forms->room, forms->count + 1) ||
        !MINTU_ARRAY_RESERVE(forms->characters, forms->character_room, forms->symbol_count + count) ||
        !MINTU_ARRAY_RESERVE(forms->syllables, forms->syllable_room, forms->symbol_count + count))
        return fail_memory(error);
    memcpy(forms->characters + forms->symbol_count, characters, count * sizeof *characters);
    if (!split)
        memset(syllables, 0, sizeof syllables);
    memcpy(forms->syllables + forms->symbol_count, syllables, count * sizeof *syllables);
    forms->symbol_count += count;
    forms->items[forms->count++] = form;
    return MINTU_STATUS_OK;
}

/* A name without its type, and without a nationality before it. */
static mintu_status add_name(mintu_forms *forms, const mintu_index *index, size_t place, const char *name, mintu_error *error)
{
    const mintu_place *p = &index->gazetteer->places[place];
    const char *reading = strcmp(name, p->name) == 0 ? p->name_en : "";
    size_t size = mintu_name_shorten(name, p->level, true);
    size = size ? size : mintu_name_shorten(name, p->level, false);
    size = size ? size : strlen(name);
    mintu_form form = {.place = place, .type = name + size};
    return add_form(forms, form, name, size, reading, error);
}

static mintu_status add_latin(mintu_forms *forms, const mintu_index *index, size_t place, mintu_error *error)
{
    const mintu_place *p = &index->gazetteer->places[place];
    mintu_form form = {.place = place, .latin = true, .type = mintu_type_word(p->type)};
    char text[MINTU_NAME_SIZE];
    size_t size;
    mintu_status status = mintu_name_normalise(p->name_en, error, text, &size);
    return status == MINTU_STATUS_OK ? add_form(forms, form, text, size, "", error) : status;
}

static mintu_status add_place(mintu_forms *forms, const mintu_index *index, size_t i, mintu_error *error)
{
    const mintu_place *place = &index->gazetteer->places[i];
    const mintu_name *name;
    mintu_status status = add_name(forms, index, i, place->name, error);
    for (size_t n = mintu_gazetteer_names(index->gazetteer, place, &name); n > 0 && status == MINTU_STATUS_OK; n--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL || name->kind == MINTU_NAME_KIND_ALIAS)
            status = add_name(forms, index, i, name->name, error);
    return status == MINTU_STATUS_OK ? add_latin(forms, index, i, error) : status;
}

/* Names whose English name does not tell are read as the others are. */
static void fill_readings(mintu_forms *forms)
{
    for (size_t i = 0; i < forms->count; i++) {
        const mintu_form *form = &forms->items[i];
        for (size_t s = form->symbols; s < form->symbols + form->count && !form->latin; s++) {
            if (forms->syllables[s] == 0)
                forms->syllables[s] = mintu_pinyin_known(&forms->pinyin, forms->characters[s]);
        }
    }
}

mintu_status mintu_forms_build(const mintu_index *index, mintu_error *error, mintu_forms *out)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < index->gazetteer->count && status == MINTU_STATUS_OK; i++)
        status = add_place(out, index, i, error);
    if (status == MINTU_STATUS_OK)
        fill_readings(out);
    return status;
}

void mintu_forms_free(mintu_forms *forms)
{
    free(forms->items);
    free(forms->characters);
    free(forms->syllables);
    mintu_pinyin_free(&forms->pinyin);
    *forms = (mintu_forms){0};
}
