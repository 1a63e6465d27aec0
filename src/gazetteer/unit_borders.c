#include "gazetteer/unit_borders.h"

#include "gazetteer/built_layers.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/package_layer.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/unit_layer.h"
#include "geometry/coverage_borders.h"

const mintu_borders mintu_borders_layers[MINTU_BORDERS] = {
    {"county-borders", MINTU_LEVEL_COUNTY, MINTU_BORDER_KIND_INNER},
    {"prefecture-borders", MINTU_LEVEL_PREFECTURE, MINTU_BORDER_KIND_INNER},
    {"province-border", MINTU_LEVEL_PROVINCE, MINTU_BORDER_KIND_OUTER},
    {"coast", MINTU_LEVEL_PROVINCE, MINTU_BORDER_KIND_COAST},
};

/* Sources of one border differ by a few kilometres: a neighbour that is nearer than this is beyond it. */
static const double REACH = 0.05;

mintu_status mintu_borders_make(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_borders *what,
                                const mintu_layer *units, mintu_error *error, mintu_layer **out)
{
    mintu_layer *land = NULL, *neighbours = NULL;
    mintu_status status = MINTU_STATUS_OK;
    *out = NULL;
    if (what->kind != MINTU_BORDER_KIND_INNER)
        status = mintu_package_layer(context, &gazetteer->package, "base", "land", error, &land);
    if (status == MINTU_STATUS_OK && what->kind != MINTU_BORDER_KIND_INNER)
        status = mintu_package_layer(context, &gazetteer->package, "base", "neighbours", error, &neighbours);
    if (status == MINTU_STATUS_OK) {
        mintu_border_rule rule = {what->name, what->kind, land, neighbours, REACH};
        status = mintu_polygon_borders(context, units, &rule, error, out);
    }
    mintu_layer_free(land);
    mintu_layer_free(neighbours);
    return status;
}

mintu_status mintu_borders_load(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_borders *what, int date,
                                mintu_error *error, mintu_layer **out)
{
    mintu_layer *units = NULL;
    mintu_status status = MINTU_STATUS_OK;
    date = mintu_gazetteer_date(gazetteer, date);
    *out = NULL;
    if (date == mintu_gazetteer_as_of(gazetteer)) /* of which built borders are */
        status = mintu_built_load(context, &gazetteer->package, what->name, error, out);
    if (status != MINTU_STATUS_OK || *out)
        return status;
    const char *name = mintu_built_units[what->level];
    const mintu_units_query query = {name, what->level, date};
    status = mintu_unit_layer(context, gazetteer, &query, name, error, &units);
    if (status == MINTU_STATUS_OK)
        status = mintu_borders_make(context, gazetteer, what, units, error, out);
    static const char *const keys[] = {"source", "credit", "schematic"};
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_notes_copy(*out, units, keys, sizeof keys / sizeof *keys, error);
    mintu_layer_free(units);
    return status;
}
