#include "base/argument.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places_query.h"
#include "layer/layer_end.h"
#include "task/join_rows.h"

#include <mintu/join.h>

static const mintu_field fields[] = {
    {"code", MINTU_TEXT},      {"name", MINTU_TEXT},   {"name_en", MINTU_TEXT},    {"level", MINTU_TEXT},
    {"type", MINTU_TEXT},      {"county", MINTU_TEXT}, {"prefecture", MINTU_TEXT}, {"precision", MINTU_TEXT},
    {"certainty", MINTU_TEXT}, {"source", MINTU_TEXT},
};

static mintu_status add_row(const mintu_gazetteer *gazetteer, const mintu_member *member, int date, mintu_layer *layer,
                            mintu_error *error)
{
    const mintu_place *place = member->place;
    mintu_row row = mintu_row_append(layer, error);
    mintu_join_place(gazetteer, place, date, &row);
    MINTU_ROW_TEXTS(&row, place->precision, member->certainty[0] ? member->certainty : "attested",
                    member->source[0] ? member->source : "the list of units in force");
    mintu_row_point(&row, place->lon, place->lat);
    return row.status;
}

static mintu_status add_notes(const mintu_gazetteer *gazetteer, const mintu_scope *scope, int date, mintu_layer *layer,
                              mintu_error *error)
{
    const mintu_notes notes = {scope->class->name, "places", date, 0};
    mintu_status status = mintu_gazetteer_note(gazetteer, layer, &notes, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "rule", scope->rule[0].data, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(layer, "rule-en", scope->rule[1].data, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_count(layer, "listed", scope->count, error);
    return status == MINTU_STATUS_OK && scope->stated ? mintu_layer_note_count(layer, "stated", scope->stated, error) : status;
}

static mintu_status make(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_scope *scope, int date,
                         mintu_error *error, mintu_layer **out)
{
    mintu_status status = mintu_rows_new(context, scope->class->name, fields, sizeof fields / sizeof fields[0], error, out);
    for (size_t i = 0; i < scope->count && status == MINTU_STATUS_OK; i++)
        status = add_row(gazetteer, &scope->members[i], date, *out, error);
    return status == MINTU_STATUS_OK ? add_notes(gazetteer, scope, date, *out, error) : status;
}

mintu_status mintu_scope_members(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name, int date,
                                 mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer, name) || MINTU_DATE_GIVEN(error, date))
        return MINTU_STATUS_USAGE;
    const mintu_place_class *class = mintu_place_class_find(gazetteer, name);
    mintu_layer *apart = NULL;
    mintu_scope scope = {0};
    date = mintu_gazetteer_date(gazetteer, date);
    if (!class)
        return mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){.source = "<argument>"},
                             "finding the members of the class \"%.40s\": the package has none of this name; expected one of "
                             "place_classes.csv",
                             name);
    mintu_status status = mintu_scope_apart(context, gazetteer, error, &apart);
    if (status == MINTU_STATUS_OK)
        status = mintu_scope_find(gazetteer, apart, class, date, error, &scope);
    if (status == MINTU_STATUS_OK)
        status = make(context, gazetteer, &scope, date, error, out);
    mintu_scope_free(&scope);
    mintu_layer_free(apart);
    return mintu_layer_end(status, out);
}
