#include "task/rollup.h"

#include "gazetteer/places.h"
#include "gazetteer/rosters.h"
#include "task/join_rows.h"
#include "task/task_links.h"

#include <stdlib.h>
#include <string.h>

static const mintu_field fields[] = {
    {"code", MINTU_TEXT},       {"name", MINTU_TEXT},          {"name_en", MINTU_TEXT},      {"level", MINTU_TEXT},
    {"type", MINTU_TEXT},       {"county", MINTU_TEXT},        {"prefecture", MINTU_TEXT},   {"tasks", MINTU_WHOLE},
    {"named", MINTU_WHOLE},     {"task_list", MINTU_TEXT},     {"named_list", MINTU_TEXT},   {"leads", MINTU_TEXT},
    {"until", MINTU_TEXT},      {"certainty", MINTU_TEXT},     {"source", MINTU_TEXT},       {"precision", MINTU_TEXT},
    {"kind", MINTU_TEXT},       {"tasks_county", MINTU_WHOLE}, {"tasks_above", MINTU_WHOLE}, {"tasks_towns", MINTU_WHOLE},
    {"set_apart", MINTU_WHOLE}, {"named_county", MINTU_WHOLE},
};
/* What comes after `kind` is for counties. */
enum { FIELDS_COUNTY = sizeof fields / sizeof fields[0], FIELDS_PLACE = FIELDS_COUNTY - 5 };

/* Texts that are put together for one place. */
enum { LIST, NAMED_LIST, LEADS, UNTIL, SOURCE, TEXTS };

/* What is put together for one place. */
typedef struct tally {
    const mintu_place *place;
    bool all; /* a task counts when it reaches the place in any way, else only by itself */
    size_t tasks, named, named_self, by_reach[MINTU_REACH_NONE];
    mintu_buffer texts[TEXTS];
    const char *certainty;
} tally;

static void free_tally(tally *t)
{
    for (int i = 0; i < TEXTS; i++)
        mintu_buffer_free(&t->texts[i]);
}

static bool failed(tally *t)
{
    bool bad = false;
    for (int i = 0; i < TEXTS; i++) {
        mintu_buffer_text(&t->texts[i], "");
        bad = bad || t->texts[i].failed;
    }
    return bad;
}

/* Adds one by one the names of a list that are not in the other yet. */
static void merge(mintu_buffer *out, const char *list)
{
    for (const char *at = list; *at;) {
        const char *end = strstr(at, "、");
        char *name = mintu_text_copy_n(at, end ? (size_t)(end - at) : strlen(at));
        out->failed = out->failed || !name;
        if (name)
            mintu_list_add(out, "、", name);
        free(name);
        at = end ? end + strlen("、") : "";
    }
}

static void count_task(const mintu_matrix *m, size_t task, bool named, tally *t)
{
    const mintu_buffer *texts = m->texts[task].all;
    const char *no = mintu_layer_field_text(m->tasks, task, "no");
    t->tasks++;
    t->named += named;
    mintu_list_add(&t->texts[LIST], " ", no);
    if (named)
        mintu_list_add(&t->texts[NAMED_LIST], " ", no);
    merge(&t->texts[LEADS], texts[MINTU_TASK_TEXT_LEAD].data);
    mintu_list_later(&t->texts[UNTIL], texts[MINTU_TASK_TEXT_UNTIL].data);
    mintu_list_add(&t->texts[SOURCE], "; ", mintu_layer_field_text(m->tasks, task, "source"));
}

static void count_place(const mintu_matrix *m, const mintu_join_choice *choice, tally *t)
{
    for (size_t task = 0; task < mintu_layer_count(m->tasks); task++) {
        size_t first, count = mintu_reach_links(m, task, &first);
        mintu_reach best = MINTU_REACH_NONE;
        bool named = false, self = false;
        for (size_t i = first; i < first + count; i++) {
            const mintu_link *link = &m->links[i];
            if ((!t->all && link->place != t->place) || !mintu_join_wants(m, choice, link))
                continue;
            mintu_reach reach = mintu_reach_of(m, link->place, t->place);
            self = self || (reach == MINTU_REACH_OWN && mintu_scope_names(link->class));
            named = named || ((reach == MINTU_REACH_OWN || reach == MINTU_REACH_WITHIN) && mintu_scope_names(link->class));
            best = reach < best ? reach : best;
        }
        if (best != MINTU_REACH_NONE) {
            t->by_reach[best]++;
            count_task(m, task, named, t);
        }
        t->named_self += self;
    }
}

static mintu_row add_row(const mintu_matrix *m, tally *t, mintu_layer *layer, mintu_error *error)
{
    mintu_row row = mintu_row_append(layer, error);
    if (failed(t))
        row.status = mintu_fail_memory(error, "counting tasks");
    mintu_join_place(m->gazetteer, t->place, m->date, &row);
    MINTU_ROW_NUMBERS(&row, (double)t->tasks, (double)t->named);
    for (int i = 0; i < SOURCE; i++)
        mintu_row_text(&row, t->texts[i].data);
    MINTU_ROW_TEXTS(&row, t->certainty, t->texts[SOURCE].data, t->place->precision);
    mintu_rosters_column(m->gazetteer, t->place->rosters, &row);
    return row;
}

/* As certain as the least certain task that is counted for the place itself. */
static const char *certainty_of(const mintu_matrix *m, const mintu_join_choice *choice, const mintu_place *place)
{
    const char *worst = "attested";
    for (size_t i = 0; i < m->count; i++)
        if (m->links[i].place == place && mintu_join_wants(m, choice, &m->links[i]))
            worst = mintu_matrix_weaker(worst, mintu_matrix_certainty(m, i, 1));
    return worst;
}

mintu_status mintu_join_per_place(const mintu_matrix *m, const mintu_join_choice *choice, mintu_error *error, mintu_layer **out)
{
    bool *seen = calloc(m->gazetteer->count + 1, sizeof *seen);
    if (!seen)
        return mintu_fail_memory(error, "counting tasks");
    mintu_status status = mintu_rows_new(m->context, "join-places", fields, FIELDS_PLACE, error, out);
    for (size_t i = 0; i < m->count && status == MINTU_STATUS_OK; i++)
        if (mintu_join_wants(m, choice, &m->links[i]))
            seen[mintu_gazetteer_index(m->gazetteer, m->links[i].place)] = true;
    for (size_t i = 0; i < m->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &m->gazetteer->places[i];
        status = mintu_matrix_step(m, i, error);
        if (!seen[i] || status != MINTU_STATUS_OK)
            continue;
        tally t = {.place = place, .certainty = certainty_of(m, choice, place)};
        count_place(m, choice, &t);
        mintu_row row = add_row(m, &t, *out, error);
        mintu_row_point(&row, place->lon, place->lat);
        status = row.status;
        free_tally(&t);
    }
    free(seen);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "rule",
                                      "tasks that hold for the place itself, not through a unit above or below it", error);
    return status;
}

static mintu_status add_county(const mintu_matrix *m, const mintu_join_choice *choice, const mintu_layer *counties, size_t from,
                               mintu_layer *out, mintu_error *error)
{
    const mintu_place *county = mintu_gazetteer_find(m->gazetteer, mintu_layer_field_text(counties, from, "code"));
    if (!county)
        return MINTU_STATUS_OK;
    tally t = {.place = county, .all = true, .certainty = "attested"};
    count_place(m, choice, &t);
    mintu_row row = add_row(m, &t, out, error);
    MINTU_ROW_NUMBERS(&row, (double)t.by_reach[MINTU_REACH_OWN], (double)t.by_reach[MINTU_REACH_ABOVE],
                      (double)t.by_reach[MINTU_REACH_WITHIN], mintu_scope_is_apart(m->apart, county), (double)t.named_self);
    free_tally(&t);
    mintu_row_shape(&row, counties, from);
    return row.status;
}

mintu_status mintu_join_per_county(const mintu_matrix *m, const mintu_join_choice *choice, mintu_error *error,
                                   mintu_layer **out)
{
    static const char rule[] = "all tasks that reach the county: its own, those of units above it, those of towns in it; named "
                               "counts those that name it or a town in it, or whose roster has one";
    mintu_layer *counties = NULL;
    mintu_status status = mintu_gazetteer_layer(m->context, m->gazetteer, "counties", m->date, error, &counties);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(m->context, "join-counties", fields, FIELDS_COUNTY, error, out);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(counties); row++)
        if ((status = mintu_matrix_step(m, row, error)) == MINTU_STATUS_OK)
            status = add_county(m, choice, counties, row, *out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "rule", rule, error);
    const char *const keys[] = {"credit", "schematic"};
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_notes_copy(*out, counties, keys, sizeof keys / sizeof *keys, error);
    mintu_layer_free(counties);
    return status;
}
