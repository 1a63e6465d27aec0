#include "task/task_links.h"

#include "base/message.h"
#include "gazetteer/place_rows.h"
#include "task/agency_names.h"

#include <string.h>

static const char *const certainties[] = {"attested", "derived", "indirect", "candidate", "lost"};
enum { CERTAINTIES = sizeof certainties / sizeof certainties[0] };

mintu_status mintu_matrix_agency(const mintu_matrix *m, const char *text, mintu_error *error, const char **out)
{
    mintu_buffer names = {0};
    size_t row = mintu_agency_row(m->agencies, text);
    if (row < mintu_layer_count(m->agencies)) {
        *out = mintu_layer_field_text(m->agencies, row, "name");
        return MINTU_STATUS_OK;
    }
    mintu_agency_near(m->agencies, text, &names);
    bool near = names.size > 0;
    for (size_t i = 0; !near && i < mintu_layer_count(m->agencies); i++)
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", mintu_layer_field_text(m->agencies, i, "name"));
    mintu_status status = names.failed
                              ? mintu_fail_memory(error, "looking up an agency")
                              : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = "<argument>"},
                                              "looking up the agency \"%.80s\": the package has none of this name; %s %s", text,
                                              near ? mintu_message("the nearest are") : mintu_message("expected one of"),
                                              names.size ? names.data : mintu_message("(the table is empty)"));
    mintu_buffer_free(&names);
    return status;
}

bool mintu_matrix_charges(const mintu_matrix *m, size_t task, const char *agency)
{
    const char *no = mintu_layer_field_text(m->tasks, task, "no");
    for (size_t row = 0; row < mintu_layer_count(m->task_agencies); row++)
        if (strcmp(mintu_layer_field_text(m->task_agencies, row, "agency"), agency) == 0 &&
            strcmp(mintu_layer_field_text(m->task_agencies, row, "task"), no) == 0)
            return true;
    return false;
}

size_t mintu_matrix_group(const mintu_matrix *m, size_t first)
{
    size_t last = first + 1;
    while (last < m->count && m->links[last].task == m->links[first].task && m->links[last].place == m->links[first].place)
        last++;
    return last - first;
}

void mintu_matrix_rule(const mintu_matrix *m, size_t first, size_t count, int lang, mintu_buffer *out)
{
    for (size_t i = first; i < first + count; i++) {
        const mintu_link *link = &m->links[i];
        mintu_buffer text = {0};
        mintu_buffer_format(&text, lang ? "item %s" : "第%s项", mintu_layer_field_text(m->task_places, link->scope, "task"));
        mintu_buffer_format(&text, lang ? " “%s”: " : "“%s”：", mintu_layer_field_text(m->task_places, link->scope, "name"));
        mintu_buffer_text(&text, mintu_matrix_class_rule(m, link->class, lang));
        out->failed = out->failed || text.failed;
        mintu_list_add(out, lang ? "; " : "；", text.data ? text.data : "");
        mintu_buffer_free(&text);
    }
}

static size_t weight(const char *certainty)
{
    size_t i = 0;
    while (certainty[0] && i < CERTAINTIES && strcmp(certainties[i], certainty) != 0)
        i++;
    return i;
}

const char *mintu_matrix_weaker(const char *one, const char *other)
{
    return weight(other) > weight(one) ? other : one;
}

/* A link is as certain as the weaker of the text and the roster; a place as the strongest of its links. */
const char *mintu_matrix_certainty(const mintu_matrix *m, size_t first, size_t count)
{
    size_t best = CERTAINTIES - 1;
    for (size_t i = first; i < first + count; i++) {
        size_t text = weight(mintu_layer_field_text(m->task_places, m->links[i].scope, "certainty"));
        size_t roster = weight(m->links[i].certainty);
        size_t link = text > roster ? text : roster;
        best = link < best ? link : best;
    }
    return certainties[best];
}

void mintu_matrix_source(const mintu_matrix *m, size_t first, size_t count, mintu_buffer *out)
{
    for (size_t i = first; i < first + count; i++) {
        const mintu_link *link = &m->links[i];
        const char *source = mintu_layer_field_text(m->task_places, link->scope, "source");
        if (source[0])
            mintu_list_add(out, "; ", source);
        else
            mintu_buffer_format(out, "%sitem %s", out->size ? "; " : "",
                                mintu_layer_field_text(m->task_places, link->scope, "task"));
        mintu_list_add(out, "; ", link->source);
    }
}
