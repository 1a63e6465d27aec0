#include "atlas/atlas_index.h"

#include "atlas/atlas_panel.h"
#include "base/error.h"
#include "canvas/focus.h"
#include "furniture/furniture_look.h"
#include "gazetteer/place_rows.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

static const char DOING[] = "making an atlas's index";

/* A place, not a river or a sea: its feature has a code. */
static bool is_place(const mintu_labels *labels, const mintu_label *label, const mintu_gazetteer *gazetteer)
{
    const mintu_drawing *drawing = labels->drawing;
    const mintu_plot *plot = mintu_drawing_plot(drawing, mintu_label_layer(labels, label));
    const char *code = plot && !label->along ? mintu_layer_field_text(plot->layer, label->row, "code") : "";
    const mintu_place *place = code[0] ? mintu_gazetteer_find(gazetteer, code) : NULL;
    const mintu_place *about =
        mintu_gazetteer_find(gazetteer, mintu_layer_field_text(drawing->focus, drawing->foci[0].row, "code"));
    return code[0] && !(place && about && place->level < about->level) &&
           mintu_focus_holds(drawing, label->at[0], label->at[1]);
}

static bool has(const mintu_atlas_index *index, const char *name, size_t page)
{
    for (size_t i = index->count; i-- > 0 && index->entries[i].page == page;)
        if (strcmp(index->entries[i].name, name) == 0)
            return true;
    return false;
}

void mintu_atlas_index_add(mintu_atlas_index *index, const mintu_furniture *furniture, const mintu_gazetteer *gazetteer,
                           size_t page)
{
    const mintu_labels *labels = furniture->labels;
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label *label = &labels->labels[i];
        if (!mintu_label_place(labels, label) || label->run == MINTU_NO_RUN || !is_place(labels, label, gazetteer))
            continue;
        const char *said = mintu_text_said(&labels->drawing->text, label->run);
        char *name = mintu_text_copy_n(said, strcspn(said, "\n"));
        if (name && (!name[0] || has(index, name, page))) {
            free(name);
            continue;
        }
        if (!mintu_memory_good(name && MINTU_ARRAY_RESERVE(index->entries, index->room, index->count + 1))) {
            free(name);
            return;
        }
        mintu_atlas_entry *entry = &index->entries[index->count++];
        *entry = (mintu_atlas_entry){.name = name, .page = page};
        memcpy(entry->cell, mintu_atlas_cell_at(&labels->drawing->page, label->at).text, sizeof entry->cell);
    }
}

void mintu_atlas_index_free(mintu_atlas_index *index)
{
    for (size_t i = 0; i < index->count; i++)
        free(index->entries[i].name);
    free(index->entries);
    *index = (mintu_atlas_index){.count = 0};
}

static mintu_status open_collator(mintu_atlas_order order, mintu_error *error, UCollator **out)
{
    static const char *const locales[] = {[MINTU_ATLAS_PINYIN] = "zh@collation=pinyin",
                                          [MINTU_ATLAS_STROKES] = "zh@collation=stroke",
                                          [MINTU_ATLAS_LETTERS] = "en"};
    UErrorCode code = U_ZERO_ERROR;
    *out = ucol_open(locales[order], &code);
    if (U_FAILURE(code))
        return mintu_fail(error, MINTU_STATUS_DEFECT, "making an atlas's index: ICU says %s of the order %s", u_errorName(code),
                          locales[order]);
    return MINTU_STATUS_OK;
}

static int compare(UCollator *collator, const char *a, const char *b)
{
    UErrorCode code = U_ZERO_ERROR;
    int order = ucol_strcollUTF8(collator, a, -1, b, -1, &code);
    return U_SUCCESS(code) ? order : strcmp(a, b);
}

/* An entry with the bytes that put it in its order. */
typedef struct keyed {
    uint8_t *key;
    mintu_atlas_entry entry;
} keyed;

static int compare_keyed(const void *a, const void *b)
{
    const keyed *one = a, *other = b;
    int order = strcmp((const char *)one->key, (const char *)other->key);
    if (order == 0)
        order = strcmp(one->entry.name, other->entry.name);
    return order ? order : (one->entry.page > other->entry.page) - (one->entry.page < other->entry.page);
}

static uint8_t *make_key(UCollator *collator, const char *name)
{
    enum { LONGEST = 400, KEY = 4000 };
    UChar text[LONGEST];
    int32_t length = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strFromUTF8WithSub(text, LONGEST, &length, name, -1, 0xFFFD, NULL, &code);
    uint8_t *key = calloc(1, KEY);
    if (key && U_SUCCESS(code))
        ucol_getSortKey(collator, text, length, key, KEY - 1);
    return key;
}

mintu_status mintu_atlas_index_sort(mintu_atlas_index *index, mintu_atlas_order order, mintu_error *error)
{
    UCollator *collator = NULL;
    keyed *all = calloc(index->count + 1, sizeof *all);
    mintu_status status = all ? open_collator(order, error, &collator) : mintu_fail_memory(error, DOING);
    bool good = true;
    for (size_t i = 0; i < index->count && status == MINTU_STATUS_OK; i++) {
        all[i] = (keyed){make_key(collator, index->entries[i].name), index->entries[i]};
        good = good && all[i].key;
    }
    if (status == MINTU_STATUS_OK && !good)
        status = mintu_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK)
        qsort(all, index->count, sizeof *all, compare_keyed);
    for (size_t i = 0; all && i < index->count; i++) {
        if (status == MINTU_STATUS_OK)
            index->entries[i] = all[i].entry;
        free(all[i].key);
    }
    free(all);
    if (collator)
        ucol_close(collator);
    return status;
}

/* The order has strings of its own before the first name of each group (CLDR, "index characters"): U+FDD0 and the letter, or U+2800 and
 * the number of strokes. */
static void name_group(mintu_atlas_order order, int group, mintu_atlas_group *mark, mintu_atlas_group *name)
{
    bool strokes = order == MINTU_ATLAS_STROKES;
    if (strokes)
        snprintf(mark->text, sizeof mark->text, "\xEF\xB7\x90\xE2%c%c", (char)(0xA0 + group / 64), (char)(0x80 + group % 64));
    else
        snprintf(mark->text, sizeof mark->text, order == MINTU_ATLAS_PINYIN ? "\xEF\xB7\x90%c" : "%c", 'A' + group);
    if (strokes)
        snprintf(name->text, sizeof name->text, "%d画", group);
    else
        snprintf(name->text, sizeof name->text, "%c", 'A' + group);
}

mintu_status mintu_atlas_index_groups(const mintu_atlas_index *index, mintu_atlas_order order, mintu_error *error,
                                      mintu_atlas_group *out)
{
    UCollator *collator;
    mintu_status status = open_collator(order, error, &collator);
    int first = order == MINTU_ATLAS_STROKES ? 1 : 0, end = order == MINTU_ATLAS_STROKES ? 49 : 26;
    mintu_atlas_group mark, name;
    if (status != MINTU_STATUS_OK)
        return status;
    for (size_t i = 0; i < index->count; i++)
        for (int group = first; group < end; group++) { /* those without a name (I, U, V of pinyin) have no string */
            name_group(order, group, &mark, &name);
            if (compare(collator, mark.text, index->entries[i].name) <= 0)
                out[i] = name;
        }
    ucol_close(collator);
    return MINTU_STATUS_OK;
}
