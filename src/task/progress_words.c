#include "task/progress_words.h"

#include "base/ascii.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading the words of progress tables");

static const char *const heads[MINTU_PROGRESS_HEAD_END] = {"no",     "serial", "text",  "agency",  "lead", "prefecture",
                                                           "county", "place",  "state", "percent", "date", "remark"};

static const char *const states[] = {"", "done", "under-way", "not-started", "overdue"};
enum { STATES = sizeof states / sizeof *states };

static size_t index_of(const char *text, const char *const *list, size_t count)
{
    size_t at = 0;
    while (at < count && strcmp(list[at], text) != 0)
        at++;
    return at;
}

size_t mintu_progress_step(const char *at)
{
    unsigned char byte = (unsigned char)*at;
    size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, there = 1;
    while (there < size && at[there])
        there++;
    return there;
}

/* ASCII from 0x21 on. */
static const char narrow_signs[] =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/* Full-width letters, figures and signs (U+FF01 to U+FF5E) as their ASCII ones; 0 for another character. */
static char narrow(const char *at, size_t size)
{
    const unsigned char *byte = (const unsigned char *)at;
    if (size == 1)
        return *at;
    if (size != 3 || byte[0] != 0xEF || (byte[1] != 0xBC && byte[1] != 0xBD))
        return '\0';
    unsigned value = byte[1] == 0xBC ? 0x21U + byte[2] - 0x81U : 0x60U + byte[2] - 0x80U;
    if (value < 0x21 || value >= 0x21 + sizeof narrow_signs - 1)
        return '\0';
    return narrow_signs[value - 0x21];
}

/* Blanks and punctuation of texts; the point of a number stays. */
static bool passed(const char *at, size_t size, char ascii, bool figures)
{
    static const char *const marks[] = {"　", "、", "。", "“", "”", "‘",      "’",     "《",
                                        "》", "【", "】", "…", "·", "\u00A0", "\uFEFF"};
    if (ascii)
        return ascii == '.' ? !figures : strchr(" \t\r\n()[],;:!\"'", ascii) != NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strlen(marks[i]) == size && memcmp(at, marks[i], size) == 0)
            return true;
    return false;
}

static bool is_figure(char byte)
{
    return byte >= '0' && byte <= '9';
}

void mintu_progress_compact(const mintu_progress_words *words, const char *text, mintu_buffer *out)
{
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (const char *at = text; *at;) {
        size_t size = mintu_progress_step(at);
        char ascii = narrow(at, size), next = narrow(at + size, mintu_progress_step(at + size));
        bool figures = out->size && is_figure(out->data[out->size - 1]) && is_figure(next);
        if (!passed(at, size, ascii, figures)) {
            char small = mintu_ascii_lower(ascii);
            mintu_buffer_add(out, small ? &small : at, small ? 1 : size);
        }
        at += size;
    }
    if (!out->failed)
        mintu_scan_fold_in_place(words->fold, out->data, out->size);
}

static bool add_word(mintu_progress_words *words, mintu_textmap *map, const char *compact, size_t value)
{
    size_t there, size = strlen(compact);
    if (!size || mintu_textmap_get(map, compact, &there))
        return true;
    const char *kept = mintu_text_store_add(&words->texts, compact, size);
    words->longest = size > words->longest ? size : words->longest;
    return kept && mintu_textmap_set(map, kept, value);
}

static bool read_row(mintu_progress_words *words, const char *const cells[3], mintu_buffer *compact)
{
    const struct {
        const char *kind;
        mintu_textmap *map;
    } plain[] = {{"none", &words->none},
                 {"filler", &words->filler},
                 {"not", &words->not },
                 {"number", &words->number},
                 {"government", &words->government}};
    mintu_progress_compact(words, cells[1], compact);
    if (compact->failed)
        return false;
    if (strcmp(cells[0], "head") == 0)
        return add_word(words, &words->heads, compact->data,
                        words->count++ * (MINTU_PROGRESS_HEAD_END + 1) + index_of(cells[2], heads, MINTU_PROGRESS_HEAD_END));
    size_t state = index_of(cells[2], states, STATES);
    if (strcmp(cells[0], "state") == 0)
        return state == STATES || add_word(words, &words->states, compact->data, state);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(cells[0], plain[i].kind) == 0)
            return add_word(words, plain[i].map, compact->data, 1);
    return true;
}

mintu_status mintu_progress_words_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_progress_words *out)
{
    static const char *const names[] = {"kind", "word", "meaning"};
    int columns[3];
    mintu_buffer compact = {0};
    out->fold = calloc(1, sizeof *out->fold);
    if (!out->fold)
        return mintu_fail_memory(error, DOING);
    mintu_scan_fold_fill(out->fold);
    mintu_status status = mintu_tables_load(&gazetteer->package, "progress_words", true, error, &out->table);
    if (status == MINTU_STATUS_OK)
        status = mintu_tables_columns(out->table, names, 3, error, columns);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_table_count(out->table); row++) {
        const char *cells[3];
        for (int i = 0; i < 3; i++)
            cells[i] = mintu_table_text(out->table, row, (size_t)columns[i]);
        if (!read_row(out, cells, &compact))
            status = mintu_fail_memory(error, DOING);
    }
    mintu_buffer_free(&compact);
    return status;
}

void mintu_progress_words_free(mintu_progress_words *words)
{
    mintu_textmap *const maps[] = {&words->heads, &words->states, &words->none,      &words->filler,
                                   &words->not,   &words->number, &words->government};
    for (size_t i = 0; i < sizeof maps / sizeof maps[0]; i++)
        mintu_textmap_free(maps[i]);
    mintu_text_store_free(&words->texts);
    mintu_table_free(words->table);
    free(words->fold);
    *words = (mintu_progress_words){0};
}

/* The value of a head, or of the first @p size bytes of it. */
static bool find_head(const mintu_progress_words *words, const char *head, size_t size, size_t *value)
{
    mintu_buffer compact = {0};
    char *part = mintu_text_copy_n(head, size);
    mintu_progress_compact(words, part ? part : "", &compact);
    bool found = !compact.failed && mintu_textmap_get(&words->heads, compact.data, value);
    mintu_buffer_free(&compact);
    free(part);
    return found;
}

mintu_progress_head mintu_progress_head_of(const mintu_progress_words *words, const char *head, size_t *rank)
{
    size_t value = MINTU_PROGRESS_HEAD_END, size = strlen(head);
    const char *wide = strstr(head, "（"), *open = wide ? wide : strchr(head, '('), *below = strrchr(head, '_');
    bool found = find_head(words, head, size, &value);
    if (!found && open) /* 进展情况（截至6月底） */
        found = find_head(words, head, (size_t)(open - head), &value);
    if (!found && below) /* names in two rows, 进展 above 进展情况 and 填报日期 */
        found = find_head(words, below + 1, strlen(below + 1), &value) || find_head(words, head, strcspn(head, "_"), &value);
    *rank = found ? value / (MINTU_PROGRESS_HEAD_END + 1) : SIZE_MAX;
    return found ? (mintu_progress_head)(value % (MINTU_PROGRESS_HEAD_END + 1)) : MINTU_PROGRESS_HEAD_END;
}

static bool has(const mintu_textmap *map, const char *text, size_t size)
{
    size_t value;
    return mintu_textmap_get_n(map, text, size, &value);
}

void mintu_progress_number_strip(const mintu_progress_words *words, const char **text, size_t *size)
{
    for (bool more = true; more;) {
        more = false;
        for (size_t length = *size; length > 0 && !more; length--) {
            bool before = has(&words->number, *text, length);
            if (before || has(&words->number, *text + *size - length, length)) {
                *text += before ? length : 0;
                *size -= length;
                more = true;
            }
        }
    }
}
