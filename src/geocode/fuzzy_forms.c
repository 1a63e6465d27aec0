#include "geocode/fuzzy_forms.h"

#include "gazetteer/names_in_time.h"
#include "geocode/name_types.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf8.h>

/* The forms in the making. Keeps its first failure, after which no form is added. */
typedef struct making {
    mintu_forms *forms;
    const mintu_index *index;
    mintu_status status;
    mintu_error *error;
} making;

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

/* Learns how characters are read, and adds them as a form. False when memory ran out. */
static bool append(mintu_forms *forms, const mintu_form *form, const char32_t *characters, const mintu_syllable *syllables)
{
    size_t count = form->count;
    for (size_t i = 0; i < count; i++)
        if (syllables[i] && !mintu_pinyin_learn(&forms->pinyin, characters[i], syllables[i]))
            return false;
    if (!MINTU_ARRAY_RESERVE(forms->items, forms->room, forms->count + 1) ||
        !MINTU_ARRAY_RESERVE(forms->characters, forms->character_room, forms->symbol_count + count) ||
        !MINTU_ARRAY_RESERVE(forms->syllables, forms->syllable_room, forms->symbol_count + count))
        return false;
    memcpy(forms->characters + forms->symbol_count, characters, count * sizeof *characters);
    memcpy(forms->syllables + forms->symbol_count, syllables, count * sizeof *syllables);
    forms->symbol_count += count;
    forms->items[forms->count++] = *form;
    return true;
}

/* Adds the text before the form's type, and how it is read where the place's English name tells it. */
static void add_form(making *work, mintu_form form, const char *text, size_t size)
{
    const mintu_place *place = &work->index->gazetteer->places[form.place];
    char32_t characters[MINTU_FUZZY_SYMBOLS];
    mintu_syllable syllables[MINTU_FUZZY_SYMBOLS] = {0};
    size_t count = mintu_forms_characters(text, size, characters);
    form.count = (unsigned char)count;
    form.symbols = work->forms->symbol_count;
    if (work->status != MINTU_STATUS_OK || count < 2 || is_known(work->forms, &form, characters))
        return;
    if (text != place->name || !mintu_pinyin_split(place->name_en, count, syllables))
        memset(syllables, 0, sizeof syllables);
    if (!append(work->forms, &form, characters, syllables))
        work->status = mintu_fail_memory(work->error, "indexing names for fuzzy lookups");
}

/* A name without its type, and without a nationality before it. */
static void add_name(making *work, size_t place, const char *name)
{
    const mintu_place *p = &work->index->gazetteer->places[place];
    size_t size = mintu_name_shorten(name, p->level, true);
    size = size ? size : mintu_name_shorten(name, p->level, false);
    size = size ? size : strlen(name);
    add_form(work, (mintu_form){.place = place, .type = name + size}, strcmp(name, p->name) == 0 ? p->name : name, size);
}

static void add_latin(making *work, size_t place)
{
    const mintu_place *p = &work->index->gazetteer->places[place];
    char text[MINTU_NAME_SIZE];
    size_t size = 0;
    if (work->status == MINTU_STATUS_OK)
        work->status = mintu_name_normalise(p->name_en, work->error, text, &size);
    add_form(work, (mintu_form){.place = place, .latin = true, .type = mintu_type_word(p->type)}, text, size);
}

static void add_place(making *work, size_t i)
{
    const mintu_place *place = &work->index->gazetteer->places[i];
    const mintu_name *name;
    add_name(work, i, place->name);
    for (size_t n = mintu_gazetteer_names(work->index->gazetteer, place, &name); n > 0; n--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL || name->kind == MINTU_NAME_KIND_ALIAS)
            add_name(work, i, name->name);
    add_latin(work, i);
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
    making work = {.forms = out, .index = index, .error = error};
    for (size_t i = 0; i < index->gazetteer->count; i++)
        add_place(&work, i);
    fill_readings(out);
    return work.status;
}

void mintu_forms_free(mintu_forms *forms)
{
    free(forms->items);
    free(forms->characters);
    free(forms->syllables);
    mintu_pinyin_free(&forms->pinyin);
    *forms = (mintu_forms){0};
}
