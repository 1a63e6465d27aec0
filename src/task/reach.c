#include "task/reach.h"

#include "base/message.h"
#include "gazetteer/names_in_time.h"
#include "task/task_links.h"

#include <mintu/geocode.h>
#include <string.h>

const char *mintu_reach_text(mintu_reach reach)
{
    static const char *const texts[] = {"own", "above", "within", ""};
    return texts[reach];
}

mintu_reach mintu_reach_of(const mintu_matrix *m, const mintu_place *link, const mintu_place *place)
{
    if (link == place)
        return MINTU_REACH_OWN;
    if (link->level < place->level && mintu_gazetteer_is_within(m->gazetteer, place, link, m->date))
        return MINTU_REACH_ABOVE;
    if (link->level > place->level && mintu_gazetteer_is_within(m->gazetteer, link, place, m->date))
        return MINTU_REACH_WITHIN;
    return MINTU_REACH_NONE;
}

size_t mintu_reach_links(const mintu_matrix *m, size_t task, size_t *first)
{
    size_t low = 0, high = m->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->links[middle].task < task)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (high < m->count && m->links[high].task == task)
        high++;
    return high - low;
}

mintu_reach mintu_reach_task(const mintu_matrix *m, size_t task, const mintu_place *place)
{
    mintu_reach best = MINTU_REACH_NONE;
    size_t first, count = mintu_reach_links(m, task, &first);
    for (size_t i = first; i < first + count && best != MINTU_REACH_OWN; i++) {
        mintu_reach reach = mintu_reach_of(m, m->links[i].place, place);
        best = reach < best ? reach : best;
    }
    return best;
}

/* A roster is evidence: of places of one name, the one on a roster is meant when it is the only one. */
static const mintu_place *only_on_roster(const mintu_match *match)
{
    const mintu_place *found = NULL;
    for (size_t i = 0; i < match->candidate_count && match->candidate_count <= MINTU_MATCH_CANDIDATES; i++) {
        if (!match->candidates[i]->rosters)
            continue;
        if (found)
            return NULL;
        found = match->candidates[i];
    }
    return found;
}

static mintu_status fail_place(const char *text, const mintu_match *match, mintu_error *error)
{
    mintu_buffer names = {0};
    for (size_t i = 0; i < match->candidate_count && i < MINTU_MATCH_CANDIDATES; i++)
        mintu_buffer_format(&names, "%s%s %s", i ? ", " : "", match->candidates[i]->code, match->candidates[i]->name);
    mintu_status status =
        names.failed
            ? mintu_fail_memory(error, "looking up a place")
            : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = "<argument>"},
                            "looking up the place \"%.80s\": %s%.300s; expected one place; give its county before the "
                            "name, or its code",
                            text, names.size ? mintu_message("it may be ") : mintu_message("the package has none of this name"),
                            names.size ? names.data : "");
    mintu_buffer_free(&names);
    return status;
}

mintu_status mintu_reach_place(const mintu_matrix *m, const char *text, mintu_error *error, const mintu_place **out)
{
    mintu_geocode_options options = {0};
    mintu_geocoder *geocoder = NULL;
    mintu_match match = {0};
    options.as_of = m->date;
    options.exact = true;
    mintu_status status = mintu_geocoder_new(m->gazetteer, &options, error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(geocoder, text, error, &match);
    *out = match.place ? match.place : only_on_roster(&match);
    if (status == MINTU_STATUS_OK && !*out)
        status = fail_place(text, &match, error);
    mintu_geocoder_free(geocoder);
    return status;
}

/* Names of the units through which the task comes: the one above, or the places within, of which three are named. */
static void add_via(const mintu_matrix *m, const mintu_place *place, size_t places, mintu_buffer *via)
{
    if (places <= 3)
        mintu_list_add(via, "、", mintu_gazetteer_then(m->gazetteer, place, m->date).name);
}

mintu_status mintu_reason_find(const mintu_matrix *m, size_t task, const mintu_place *place, mintu_error *error,
                               mintu_reason *out)
{
    size_t first, count = mintu_reach_links(m, task, &first), places = 0;
    *out = (mintu_reason){.reach = mintu_reach_task(m, task, place), .certainty = ""};
    for (size_t i = first; i < first + count && out->reach != MINTU_REACH_NONE;) {
        size_t group = mintu_matrix_group(m, i);
        if (mintu_reach_of(m, m->links[i].place, place) == out->reach) {
            if (places++ == 0)
                out->certainty = mintu_matrix_certainty(m, i, group);
            mintu_matrix_rule(m, i, group, 0, &out->rule[0]);
            mintu_matrix_rule(m, i, group, 1, &out->rule[1]);
            if (out->reach != MINTU_REACH_OWN)
                add_via(m, m->links[i].place, places, &out->via);
            if (places <= 3)
                mintu_matrix_source(m, i, group, &out->source);
        }
        i += group;
    }
    if (places > 3)
        mintu_buffer_format(&out->via, " …（%zu）", places);
    mintu_buffer *const all[] = {&out->rule[0], &out->rule[1], &out->source, &out->via};
    bool failed = false;
    for (int i = 0; i < 4; i++) {
        mintu_buffer_text(all[i], "");
        failed = failed || all[i]->failed;
    }
    if (!failed)
        return MINTU_STATUS_OK;
    mintu_reason_free(out);
    return mintu_fail_memory(error, "finding how a task reaches a place");
}

void mintu_reason_free(mintu_reason *reason)
{
    mintu_buffer_free(&reason->rule[0]);
    mintu_buffer_free(&reason->rule[1]);
    mintu_buffer_free(&reason->source);
    mintu_buffer_free(&reason->via);
}
