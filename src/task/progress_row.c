#include "task/progress_row.h"

#include "base/message.h"
#include "task/agency_names.h"
#include "task/reach.h"
#include "task/task_links.h"

#include <stdlib.h>
#include <string.h>

bool mintu_progress_text(const mintu_progress_file *file, mintu_progress_head head, size_t row, mintu_buffer *out)
{
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < file->column_counts[head] && !out->size; i++) {
        const char *text = mintu_sheet_text(&file->sheet, row, file->columns[head][i]);
        text += strspn(text, " \t\r\n");
        size_t size = strlen(text), value;
        while (size > 0 && strchr(" \t\r\n", text[size - 1]))
            size--;
        if (!mintu_textmap_get_n(&file->words.none, text, size, &value))
            mintu_buffer_add(out, text, size);
    }
    return out->size > 0;
}

static bool add_key(mintu_progress_file *file, mintu_textmap *map, const char *text, size_t value)
{
    mintu_buffer compact = {0};
    size_t there;
    mintu_progress_compact(&file->words, text, &compact);
    bool good = !compact.failed;
    if (good && compact.size && !mintu_textmap_get(map, compact.data, &there)) {
        const char *kept = mintu_text_store_add(&file->texts, compact.data, compact.size);
        good = kept && mintu_textmap_set(map, kept, value);
    }
    mintu_buffer_free(&compact);
    return good;
}

static bool add_aliases(mintu_progress_file *file, size_t row)
{
    bool good = true;
    for (const char *at = mintu_layer_field_text(file->matrix->agencies, row, "aliases"); *at && good; at += *at == '|') {
        size_t size = strcspn(at, "|");
        char *alias = mintu_text_copy_n(at, size);
        good = alias && add_key(file, &file->agencies, alias, row);
        free(alias);
        at += size;
    }
    return good;
}

bool mintu_progress_keys(mintu_progress_file *file)
{
    static const char *const names[] = {"name", "full_name", "name_en"};
    const mintu_matrix *m = file->matrix;
    bool good = true;
    for (size_t row = 0; row < mintu_layer_count(m->tasks) && good; row++)
        good = add_key(file, &file->numbers, mintu_layer_field_text(m->tasks, row, "no"), row) &&
               add_key(file, &file->summaries, mintu_layer_field_text(m->tasks, row, "summary"), row) &&
               add_key(file, &file->summaries, mintu_layer_field_text(m->tasks, row, "summary_en"), row);
    for (int i = 0; i < 3; i++)
        for (size_t row = 0; row < mintu_layer_count(m->agencies) && good; row++)
            good = add_key(file, &file->agencies, mintu_layer_field_text(m->agencies, row, names[i]), row);
    for (size_t row = 0; row < mintu_layer_count(m->agencies) && good; row++)
        good = add_aliases(file, row);
    return good;
}

static const size_t NONE = SIZE_MAX;

/* The task whose number the compact text is, or begins with as 17、… does. */
static size_t by_number(const mintu_progress_file *file, const mintu_buffer *compact)
{
    const char *text = compact->data;
    size_t size = compact->size, row = NONE;
    mintu_progress_number_strip(&file->words, &text, &size);
    return size && mintu_textmap_get_n(&file->numbers, text, size, &row) ? row : NONE;
}

/* The task whose summary the text is, or the only one whose summary holds it, or is held by it. */
static size_t by_text(const mintu_progress_file *file, const mintu_buffer *compact)
{
    enum { LEAST = 18 }; /* bytes of six ideographs */
    size_t row = NONE;
    mintu_buffer own = {0};
    if (mintu_textmap_get(&file->summaries, compact->data, &row))
        return row;
    for (size_t i = 0; i < mintu_layer_count(file->matrix->tasks) && compact->size >= LEAST; i++) {
        mintu_progress_compact(&file->words, mintu_layer_field_text(file->matrix->tasks, i, "summary"), &own);
        if (own.failed || own.size < LEAST || (!strstr(own.data, compact->data) && !strstr(compact->data, own.data)))
            continue;
        if (row != NONE) {
            row = NONE;
            break;
        }
        row = i;
    }
    mintu_buffer_free(&own);
    return row;
}

static const char *number_of(const mintu_progress_file *file, size_t task)
{
    return task == NONE ? "" : mintu_layer_field_text(file->matrix->tasks, task, "no");
}

/* A cell as a task; *size is that of what it says. */
static size_t task_in(const mintu_progress_file *file, size_t row, mintu_progress_head head, mintu_buffer *cell)
{
    mintu_buffer compact = {0};
    size_t task = NONE;
    if (mintu_progress_text(file, head, row, cell)) {
        mintu_progress_compact(&file->words, cell->data, &compact);
        if (!compact.failed && head != MINTU_PROGRESS_HEAD_TEXT)
            task = by_number(file, &compact);
        if (!compact.failed && head != MINTU_PROGRESS_HEAD_SERIAL && task == NONE)
            task = by_text(file, &compact);
    }
    mintu_buffer_free(&compact);
    return task;
}

static bool names_who(const mintu_progress_file *file, size_t row)
{
    static const mintu_progress_head heads[] = {MINTU_PROGRESS_HEAD_AGENCY, MINTU_PROGRESS_HEAD_PREFECTURE,
                                                MINTU_PROGRESS_HEAD_COUNTY, MINTU_PROGRESS_HEAD_PLACE};
    mintu_buffer cell = {0};
    bool found = false;
    for (size_t i = 0; i < sizeof heads / sizeof *heads && !found; i++)
        found = mintu_progress_text(file, heads[i], row, &cell);
    mintu_buffer_free(&cell);
    return found;
}

/* A row's number is that of its task only where no other column says which task it is. */
static bool find_task(mintu_progress_file *file, size_t row, mintu_progress_who *out, bool *serial)
{
    mintu_buffer cells[3] = {{0}};
    size_t no = task_in(file, row, MINTU_PROGRESS_HEAD_NO, &cells[0]);
    size_t text = task_in(file, row, MINTU_PROGRESS_HEAD_TEXT, &cells[1]);
    size_t number = task_in(file, row, MINTU_PROGRESS_HEAD_SERIAL, &cells[2]);
    bool good = false;
    out->task = no != NONE ? no : text;
    *serial = false;
    if (cells[0].size && no == NONE)
        mintu_progress_tell(&file->told, "unknown-task", (const char *const[]){"", cells[0].data},
                            "the package has no task \"%.60s\"; not taken", cells[0].data);
    else if (no != NONE && text != NONE && no != text)
        mintu_progress_tell(&file->told, "unknown-task", (const char *const[]){number_of(file, no), ""},
                            "the number is that of task %s, the text that of another; not taken", number_of(file, no));
    else if (out->task != NONE)
        good = true;
    else if (!cells[0].size && !cells[1].size && !cells[2].size && file->above != NONE && names_who(file, row)) {
        out->task = file->above; /* a cell merged with those below it holds its value in the first */
        good = true;
    } else if (number != NONE) {
        out->task = number;
        *serial = cells[1].size > 0;
        good = true;
    } else
        mintu_progress_tell(&file->told, "unknown-task", (const char *const[]){"", ""},
                            cells[1].size || cells[2].size ? "\"%.80s\" is no task of the package; not taken"
                                                           : N_("%sthe row names no task; not taken"),
                            cells[1].size   ? cells[1].data
                            : cells[2].size ? cells[2].data
                                            : "");
    file->above = good ? out->task : NONE;
    for (int i = 0; i < 3; i++)
        mintu_buffer_free(&cells[i]);
    return good;
}

static bool parts(const char *at, size_t *size)
{
    static const char *const marks[] = {"、", "，", "；", ",", ";", "\n", "\r\n"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(at, marks[i], strlen(marks[i])) == 0) {
            *size = strlen(marks[i]);
            return true;
        }
    return false;
}

/* Bytes up to the next mark that parts names, behind the first @p from. */
static size_t part_end(const char *text, size_t from)
{
    size_t size, at = from;
    while (text[at] && !parts(text + at, &size))
        at += mintu_progress_step(text + at);
    return at;
}

static size_t agency_of(const mintu_progress_file *file, const char *text, size_t size)
{
    mintu_buffer compact = {0};
    size_t row = NONE;
    char *name = mintu_text_copy_n(text, size);
    mintu_progress_compact(&file->words, name ? name : "", &compact);
    if (compact.failed || !mintu_textmap_get(&file->agencies, compact.data, &row))
        row = NONE;
    mintu_buffer_free(&compact);
    free(name);
    return row;
}

/* The place that a text names, with or without the word for its government; NULL when it names none. */
static const mintu_place *place_of(mintu_progress_file *file, const char *text)
{
    mintu_match match = {.place = NULL};
    mintu_buffer compact = {0};
    size_t there;
    if (mintu_geocoder_match(file->geocoder, text, file->told.error, &match) != MINTU_STATUS_OK) {
        file->told.status = MINTU_STATUS_MEMORY;
        return NULL;
    }
    if (match.place && match.rest) {
        mintu_progress_compact(&file->words, text + match.rest, &compact);
        if (compact.failed || !mintu_textmap_get(&file->words.government, compact.data, &there))
            match.place = NULL;
        mintu_buffer_free(&compact);
    }
    return match.status == MINTU_MATCH_STATUS_MATCHED && match.kind != MINTU_MATCH_KIND_FUZZY ? match.place : NULL;
}

static void tell_agency(mintu_progress_file *file, size_t task, const char *name)
{
    mintu_buffer near = {0};
    mintu_agency_near(file->matrix->agencies, name, &near);
    mintu_progress_tell(&file->told, "unknown-agency", (const char *const[]){number_of(file, task), name},
                        "the package has no agency of this name%s%.200s; not taken",
                        near.size ? mintu_message("; the nearest are ") : "", near.size ? near.data : "");
    mintu_buffer_free(&near);
}

static bool add_agency(mintu_progress_file *file, mintu_progress_who *out, size_t agency)
{
    const char *name = mintu_layer_field_text(file->matrix->agencies, agency, "name");
    if (!mintu_matrix_charges(file->matrix, out->task, name)) {
        mintu_progress_tell(&file->told, "not-charged", (const char *const[]){number_of(file, out->task), name},
                            "the task does not name this agency; not taken");
        return false;
    }
    if (out->agency_count < MINTU_PROGRESS_WHO)
        out->agencies[out->agency_count++] = name;
    return true;
}

static bool add_place(mintu_progress_file *file, mintu_progress_who *out, const mintu_place *place)
{
    if (mintu_reach_task(file->matrix, out->task, place) == MINTU_REACH_NONE) {
        mintu_progress_tell(&file->told, "not-asked", (const char *const[]){number_of(file, out->task), place->name},
                            "nothing is asked of this place by the task; not taken");
        return false;
    }
    out->place = place;
    return true;
}

/* Names with marks between; a name may hold such marks itself, so that the longest one is taken. One name may be that of a place. */
static bool add_names(mintu_progress_file *file, mintu_progress_who *out, const char *text)
{
    enum { NAME = 400 }; /* bytes of the longest name */
    bool good = true;
    while (*text && good) {
        size_t gap, taken = 0, agency = NONE;
        if (parts(text, &gap) || *text == ' ') {
            text += *text == ' ' ? 1 : gap;
            continue;
        }
        for (size_t end = part_end(text, 0); end <= NAME; end = part_end(text, end + mintu_progress_step(text + end))) {
            size_t row = agency_of(file, text, end);
            taken = row != NONE ? end : taken;
            agency = row != NONE ? row : agency;
            if (!text[end])
                break;
        }
        taken = agency == NONE ? part_end(text, 0) : taken;
        char *name = mintu_text_copy_n(text, taken);
        const mintu_place *place = name && agency == NONE ? place_of(file, name) : NULL;
        if (agency != NONE)
            good = add_agency(file, out, agency);
        else if (place && !out->place)
            good = add_place(file, out, place);
        else {
            tell_agency(file, out->task, name ? name : "");
            good = false;
        }
        free(name);
        text += taken;
    }
    return good;
}

/* Prefecture, county and place in columns of their own are one name. */
static bool find_place(mintu_progress_file *file, size_t row, mintu_progress_who *out)
{
    mintu_buffer name = {0}, cell = {0};
    for (int head = MINTU_PROGRESS_HEAD_PREFECTURE; head <= MINTU_PROGRESS_HEAD_PLACE; head++)
        if (mintu_progress_text(file, (mintu_progress_head)head, row, &cell))
            mintu_buffer_text(&name, cell.data);
    const mintu_place *place = name.size ? place_of(file, name.data) : NULL;
    bool good = !name.size || (place && add_place(file, out, place));
    if (name.size && !place)
        mintu_progress_tell(&file->told, "unknown-place", (const char *const[]){number_of(file, out->task), name.data},
                            "this is not one place of the package; not taken; `mintu geocode` shows what it may be");
    mintu_buffer_free(&name);
    mintu_buffer_free(&cell);
    return good;
}

bool mintu_progress_who_of(mintu_progress_file *file, size_t row, mintu_progress_who *out)
{
    mintu_buffer names = {0};
    bool serial;
    *out = (mintu_progress_who){.task = NONE};
    bool good = find_task(file, row, out, &serial);
    if (good && (mintu_progress_text(file, MINTU_PROGRESS_HEAD_AGENCY, row, &names) ||
                 mintu_progress_text(file, MINTU_PROGRESS_HEAD_LEAD, row, &names)))
        good = add_names(file, out, names.data);
    good = good && find_place(file, row, out);
    if (good && serial && !out->agency_count) {
        mintu_progress_tell(
            &file->told, "unknown-task", (const char *const[]){"", ""},
            "the text is that of no task, and the number may be the row's own; give a column 任务编号; not taken");
        good = false;
    }
    mintu_buffer_free(&names);
    return good;
}
