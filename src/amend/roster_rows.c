#include "amend/roster_rows.h"

#include "format/csv_field.h"
#include "gazetteer/names_in_time.h"

#include <stdio.h>
#include <string.h>

const char *const mintu_roster_columns[MINTU_ROSTER_COLUMNS] = {"no", "code", "name", "batch", "certainty", "source", "note"};

static const char *old_text(const mintu_roster_merge *m, size_t row, const char *column)
{
    int at = m->table ? mintu_table_column_find(m->table, column) : -1;
    return at < 0 ? "" : mintu_table_text(m->table, row, (size_t)at);
}

static const mintu_place *old_place(const mintu_roster_merge *m, size_t row)
{
    return mintu_gazetteer_find(m->gazetteer, old_text(m, row, "code"));
}

/* The row that a place has so far; SIZE_MAX: none. */
static size_t old_row(const mintu_roster_merge *m, const mintu_place *place)
{
    for (size_t row = 0; m->table && row < mintu_table_count(m->table); row++)
        if (old_place(m, row) == place)
            return row;
    return SIZE_MAX;
}

static mintu_status refuse(const mintu_roster_merge *m, const char *path, size_t kept, mintu_error *error)
{
    mintu_where where = {.source = path};
    if (m->file->count > m->stated)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, where,
            "completing the roster %s: the file has %zu places, and the roster states %zu; expected no more; nothing "
            "was written; strike out what is too many, or state their number anew",
            m->id, m->file->count, m->stated);
    return mintu_fail_at(
        error, MINTU_STATUS_INPUT, where,
        "completing the roster %s: %zu places of the file and %zu earlier ones that it has not are more than the %zu "
        "that the roster states; nothing was written; settle the doubtful names, give the whole list, or state "
        "their number anew",
        m->id, m->file->count, kept, m->stated);
}

mintu_status mintu_roster_merge_plan(mintu_roster_merge *m, const char *path, mintu_amend_told *told)
{
    size_t kept = 0, known = 0;
    m->whole = m->file->count == m->stated;
    for (size_t row = 0; m->table && row < mintu_table_count(m->table); row++) {
        bool listed = mintu_roster_file_find(m->file, old_place(m, row)) != NULL;
        known += listed;
        kept += !listed;
        if (!listed && m->whole)
            mintu_amend_note(told, (mintu_amend_spot){0}, old_text(m, row, "name"),
                             "%s dropped: the list is whole without it (%s)", old_text(m, row, "code"),
                             old_text(m, row, "certainty"));
    }
    m->removed = m->whole ? kept : 0;
    m->added = m->file->count - known;
    m->rows = m->file->count + kept - m->removed;
    if (m->rows > m->stated)
        return refuse(m, path, kept, told->error);
    if (kept && !m->whole)
        mintu_amend_note(told, (mintu_amend_spot){0}, "",
                         "%zu earlier places that the file has not stay, as the list is not whole", kept);
    return MINTU_STATUS_OK;
}

/* The words that a column may hold; NULL: any. */
static const json_t *words_of(const mintu_roster_merge *m, const char *column)
{
    const json_t *fields = json_object_get(m->schema, "fields");
    for (size_t i = 0; i < json_array_size(fields); i++) {
        const json_t *field = json_array_get(fields, i);
        const char *name = json_string_value(json_object_get(field, "name"));
        if (name && strcmp(name, column) == 0)
            return json_object_get(json_object_get(field, "constraints"), "enum");
    }
    return NULL;
}

static bool holds(const json_t *words, const char *text)
{
    bool found = !words;
    for (size_t i = 0; i < json_array_size(words); i++) {
        const char *word = json_string_value(json_array_get(words, i));
        found = found || (word && strcmp(word, text) == 0);
    }
    return found;
}

/* 第一批, 一, 第2批: the number that the tables have. */
static const char *batch_number(const char *text)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    const char *at = strncmp(text, "第", strlen("第")) == 0 ? text + strlen("第") : text;
    for (int i = 0; i < 9; i++)
        for (int chinese = 0; chinese < 2; chinese++) {
            const char *word = chinese ? digits[i] : numbers[i];
            size_t size = strlen(word);
            if (strncmp(at, word, size) == 0 && (at[size] == '\0' || strcmp(at + size, "批") == 0))
                return numbers[i];
        }
    return text;
}

/* What the file says for a column, as the column may hold it; "" where it says nothing, or what the column cannot hold. */
static const char *new_text(const mintu_roster_merge *m, const mintu_roster_line *line, const char *column,
                            mintu_amend_told *told)
{
    const char *text = strcmp(column, "batch") == 0       ? line->batch
                       : strcmp(column, "certainty") == 0 ? line->certainty
                       : strcmp(column, "note") == 0      ? line->note
                       : strcmp(column, "source") == 0    ? line->source
                                                          : "";
    const char *said = text;
    const json_t *words = text[0] ? words_of(m, column) : NULL;
    if (strcmp(column, "batch") == 0 && text[0] && words)
        text = holds(words, text) ? text : batch_number(text);
    if (holds(words, text))
        return text;
    mintu_amend_tell(told, line->spot, line->written,
                     "\"%.80s\" is no %s that the roster has; expected one of its words; left out", said, column);
    return "";
}

typedef struct writing {
    mintu_roster_merge *merge;
    mintu_amend_told *told;
    mintu_buffer *out;
    size_t number; /* of the row, from 1 */
} writing;

static const char *cell(writing *w, const char *column, const mintu_roster_line *line, size_t old)
{
    const mintu_roster_merge *m = w->merge;
    const char *kept = old == SIZE_MAX ? "" : old_text(m, old, column);
    if (strcmp(column, "code") == 0)
        return old == SIZE_MAX ? line->place->code : kept;
    if (strcmp(column, "name") == 0)
        return old == SIZE_MAX ? mintu_gazetteer_then(m->gazetteer, line->place, 0).name : kept;
    if (!line)
        return kept;
    const char *text = new_text(m, line, column, w->told);
    if (text[0])
        return text;
    if (strcmp(column, "certainty") == 0)
        return "attested";
    if (strcmp(column, "source") == 0)
        return m->source;
    return strcmp(column, "notice_name") == 0 && old == SIZE_MAX ? line->written : kept;
}

static void add_row(writing *w, const mintu_roster_line *line, size_t old)
{
    size_t columns = w->merge->table ? mintu_table_column_count(w->merge->table) : MINTU_ROSTER_COLUMNS;
    bool changed = false;
    char number[24];
    snprintf(number, sizeof number, "%zu", ++w->number);
    for (size_t i = 0; i < columns; i++) {
        const char *column = w->merge->table ? mintu_table_column_name(w->merge->table, i) : mintu_roster_columns[i];
        bool numbered = strcmp(column, "no") == 0;
        const char *text = numbered ? number : cell(w, column, line, old);
        changed = changed || (!numbered && old != SIZE_MAX && strcmp(text, old_text(w->merge, old, column)) != 0);
        mintu_csv_cell(i, text, w->out);
    }
    mintu_buffer_text(w->out, "\n");
    w->merge->changed += changed;
}

static void add_head(const mintu_roster_merge *m, mintu_buffer *out)
{
    size_t columns = m->table ? mintu_table_column_count(m->table) : MINTU_ROSTER_COLUMNS;
    for (size_t i = 0; i < columns; i++)
        mintu_csv_cell(i, m->table ? mintu_table_column_name(m->table, i) : mintu_roster_columns[i], out);
    mintu_buffer_text(out, "\n");
}

/* A column of the file that the table does not have. */
static void tell_lost(const mintu_roster_merge *m, mintu_list_head head, const char *column, mintu_amend_told *told)
{
    if (m->table && m->file->columns[head] != SIZE_MAX && mintu_table_column_find(m->table, column) < 0)
        mintu_amend_note(told, (mintu_amend_spot){0}, "",
                         "the roster's table has no column %s: what the file says there is left out", column);
}

void mintu_roster_merge_text(mintu_roster_merge *m, mintu_amend_told *told, mintu_buffer *out)
{
    writing w = {.merge = m, .told = told, .out = out};
    add_head(m, out);
    tell_lost(m, MINTU_LIST_BATCH, "batch", told);
    tell_lost(m, MINTU_LIST_NOTE, "note", told);
    for (size_t row = 0; m->table && !m->whole && row < mintu_table_count(m->table); row++)
        add_row(&w, mintu_roster_file_find(m->file, old_place(m, row)), row);
    for (size_t i = 0; i < m->file->count; i++) {
        size_t old = old_row(m, m->file->lines[i].place);
        if (m->whole || old == SIZE_MAX)
            add_row(&w, &m->file->lines[i], old);
    }
}
