#include "amend/merge_units.h"

#include "base/context.h"
#include "base/message.h"
#include "gazetteer/boundary_examine.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"

#include <mintu/date.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("merging boundaries");

static mintu_status tell_unit(mintu_merging *m, const char *status, const char *name, mintu_error *error, const char *format,
                              ...) MINTU_PRINTF(5, 6);

/* A finding stands in the way, a note does not. */
static mintu_status tell_unit(mintu_merging *m, const char *status, const char *name, mintu_error *error, const char *format,
                              ...)
{
    char text[640];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, mintu_message(format), arguments);
    va_end(arguments);
    m->refused += strcmp(status, "finding") == 0;
    return mintu_boundary_finding(m->read.findings, status, name, text, error);
}

static long row_of_code(const mintu_merging *m, const char *code)
{
    for (size_t row = 0; row < mintu_layer_count(m->counties); row++)
        if (strcmp(mintu_layer_field_text(m->counties, row, "code"), code) == 0)
            return (long)row;
    return -1;
}

/* Whether the unit has taken over the one of a polygon, or the other way round, at any time. */
static bool is_heir(const mintu_merging *m, const mintu_place *heir, const mintu_place *of)
{
    return of && heir != of && mintu_gazetteer_successor(m->read.gazetteer, of, heir->from ? heir->from : 99991231) == heir;
}

/* Why the package has no polygon of a unit: it has those that the unit was made of, or the one that it became part of. */
static mintu_status tell_absent(mintu_merging *m, const mintu_place *unit, mintu_error *error)
{
    mintu_buffer parts = {0};
    const mintu_place *into = NULL;
    size_t count = 0;
    for (size_t row = 0; row < mintu_layer_count(m->counties); row++) {
        const mintu_place *other = mintu_gazetteer_find(m->read.gazetteer, mintu_layer_field_text(m->counties, row, "code"));
        if (is_heir(m, unit, other))
            mintu_buffer_format(&parts, "%s%s %s", count++ ? ", " : "", other->code,
                                mintu_layer_field_text(m->counties, row, "name"));
        else if (other && is_heir(m, other, unit))
            into = other;
    }
    mintu_status status = parts.failed ? mintu_fail_memory(error, DOING) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && count)
        status = tell_unit(
            m, "finding", unit->name, error,
            "%s took over %s, which the package's polygons have apart, and a merge makes no two units one; give these "
            "as they were, or import the polygons of all units of a later day",
            unit->code, parts.data);
    else if (status == MINTU_STATUS_OK && into)
        status =
            tell_unit(m, "finding", unit->name, error,
                      "%s is part of %s %s in the package's polygons; give that unit as it is there, or import the polygons of "
                      "all units of an earlier day",
                      unit->code, into->code, into->name);
    else if (status == MINTU_STATUS_OK)
        status =
            tell_unit(m, "finding", unit->name, error, "%s has no polygon in the package that could be replaced", unit->code);
    mintu_buffer_free(&parts);
    return status;
}

static mintu_status add_fresh(mintu_merging *m, size_t raw, long row, mintu_error *error)
{
    size_t count = mintu_layer_count(m->fresh);
    mintu_row added = mintu_row_append(m->fresh, error);
    mintu_row_text(&added, m->read.matches.units[raw]->code);
    mintu_row_shape(&added, m->read.raw, raw);
    m->row_of[count] = (size_t)row;
    return added.status;
}

static const char *name_of(const mintu_merging *m, size_t row)
{
    return row < mintu_layer_count(m->counties) ? mintu_layer_field_text(m->counties, row, "name") : "";
}

/* Several polygons of one unit are its parts; that they overlap is found when they are cut. */
static mintu_status tell_parts(mintu_merging *m, size_t raw, long row, mintu_error *error)
{
    const mintu_place *unit = m->read.matches.units[raw];
    size_t parts = 0;
    for (size_t i = 0; i < mintu_layer_count(m->read.raw); i++) {
        if (m->read.matches.units[i] == unit && i < raw)
            return MINTU_STATUS_OK;
        parts += m->read.matches.units[i] == unit;
    }
    m->units++;
    return parts < 2 ? MINTU_STATUS_OK
                     : tell_unit(m, "note", name_of(m, (size_t)row), error, "%zu polygons of the files are taken as its parts",
                                 parts);
}

mintu_status mintu_merge_units(mintu_merging *m, mintu_error *error)
{
    static const mintu_field code[] = {{"code", MINTU_FIELD_TYPE_TEXT}};
    m->row_of = calloc(mintu_layer_count(m->read.raw) + 1, sizeof *m->row_of);
    mintu_status status =
        m->row_of ? mintu_rows_new(m->read.context, "fresh", code, 1, error, &m->fresh) : mintu_fail_memory(error, DOING);
    for (size_t raw = 0; raw < mintu_layer_count(m->read.raw) && status == MINTU_STATUS_OK; raw++) {
        const mintu_place *unit = m->read.matches.units[raw];
        if (!unit)
            continue;
        long row = row_of_code(m, unit->code);
        status = row < 0 ? tell_absent(m, unit, error) : tell_parts(m, raw, row, error);
        if (status == MINTU_STATUS_OK && row >= 0)
            status = add_fresh(m, raw, row, error);
    }
    return status;
}

static mintu_status tell_problem(mintu_merging *m, const mintu_replace_problem *p, mintu_error *error)
{
    const char *name = name_of(m, p->row);
    switch (p->kind) {
    case MINTU_REPLACE_OVERLAP:
        if (p->row == p->other)
            return tell_unit(m, "finding", name, error,
                             "it is there twice: the polygons of the files overlap on %.4f km2 near %.5f, %.5f; give it once",
                             p->km2, p->at[0], p->at[1]);
        return tell_unit(m, "finding", name, error,
                         "the new polygon overlaps the new one of %s on %.4f km2 near %.5f, %.5f; draw their border once",
                         name_of(m, p->other), p->km2, p->at[0], p->at[1]);
    case MINTU_REPLACE_ELSEWHERE:
        return tell_unit(
            m, "finding", name, error,
            "the new polygon and the one of the package, %.1f km2, share only %.0f %%; is it this unit, longitude first?",
            p->km2, 100 * p->share);
    case MINTU_REPLACE_SWALLOWED:
        return tell_unit(m, "finding", name, error,
                         "the new polygons would leave %.0f %% of its %.1f km2; give its new polygon too, or mend theirs",
                         100 * p->share, p->km2);
    default:
        return tell_unit(
            m, "finding", name, error,
            "%.2f km2 near %.5f, %.5f are no unit's any more, wider than a gap between two surveys (1 km2 and 500 m on "
            "average); give the polygon of the unit that they belong to now too",
            p->km2, p->at[0], p->at[1]);
    }
}

static mintu_status tell_row(mintu_merging *m, const mintu_replacement *out, size_t row, mintu_error *error)
{
    static const double LEAST = 5e-5;
    bool replaced = mintu_layer_field_count_text(m->fresh, "code", mintu_layer_field_text(m->counties, row, "code")) > 0;
    double gained = out->gained[row], lost = out->lost[row], dropped = out->dropped[row];
    if (!out->changed[row] && !replaced)
        return MINTU_STATUS_OK;
    if (!out->changed[row])
        return tell_unit(m, "note", name_of(m, row), error, "the new polygon is the one that the package has");
    if (!replaced && gained + lost + dropped < LEAST)
        return tell_unit(m, "note", name_of(m, row), error, "fitted to the new borders, which meet its own");
    return tell_unit(m, "note", name_of(m, row), error, "%s: %.4f km2 gained, %.4f lost, %.4f no unit's any more",
                     replaced ? mintu_message("replaced") : mintu_message("fitted to the new borders"), gained, lost, dropped);
}

mintu_status mintu_merge_tell(mintu_merging *m, const mintu_replacement *replacement, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    double outline = 0;
    for (size_t i = 0; i < replacement->problem_count && status == MINTU_STATUS_OK; i++)
        status = tell_problem(m, &replacement->problems[i], error);
    for (size_t row = 0; row < mintu_layer_count(m->counties) && status == MINTU_STATUS_OK && !m->refused; row++) {
        status = tell_row(m, replacement, row, error);
        outline += replacement->gained[row] - replacement->lost[row] - replacement->dropped[row];
    }
    if (status == MINTU_STATUS_OK && !m->refused)
        status = tell_unit(m, "note", "", error, "the outline of all units follows: %+.4f km2", outline);
    return status;
}
