#include "gazetteer/unit_layer.h"

#include "gazetteer/built_layers.h"
#include "gazetteer/package_layer.h"
#include "gazetteer/places_query.h"
#include "gazetteer/schematic.h"

/* A prefecture's built polygon holds while every county belongs to the same prefecture as on the package's date. */
static bool same_parents(const mintu_gazetteer *gazetteer, mintu_level level, int date)
{
    for (size_t i = 0; i < gazetteer->count && level > MINTU_LEVEL_PROVINCE; i++) {
        const mintu_place *place = &gazetteer->places[i];
        if (place->level == MINTU_LEVEL_COUNTY &&
            mintu_gazetteer_within(gazetteer, place, level, date) != mintu_gazetteer_within(gazetteer, place, level, 0))
            return false;
    }
    return true;
}

/* The built polygons from which a level's layer is made, and whether they are the counties'; *out stays NULL when there are none. */
static mintu_status load_built(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_units_query *query,
                               mintu_error *error, mintu_layer **out, bool *counties)
{
    mintu_status status = MINTU_STATUS_OK;
    *out = NULL;
    if (same_parents(gazetteer, query->level, query->date))
        status = mintu_built_load(context, &gazetteer->package, mintu_built_units[query->level], error, out);
    *counties = !*out;
    if (status == MINTU_STATUS_OK && !*out)
        status = mintu_built_load(context, &gazetteer->package, mintu_built_units[MINTU_LEVEL_COUNTY], error, out);
    return status;
}

mintu_status mintu_unit_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_units_query *query,
                              const char *title, mintu_error *error, mintu_layer **out)
{
    mintu_layer *built = NULL;
    bool counties;
    mintu_status status = load_built(context, gazetteer, query, error, &built, &counties);
    const mintu_layer *polygons = built;
    /* A few counties are not the land, as an import has it, too (boundary_write.c). */
    bool land = built && counties && query->level == MINTU_LEVEL_PROVINCE && mintu_layer_note(built, "schematic");
    if (status == MINTU_STATUS_OK && (!built || land))
        status = mintu_schematic_polygons(context, gazetteer, query, error, &polygons);
    if (status == MINTU_STATUS_OK)
        status = mintu_units_at(context, gazetteer, polygons, query, error, out);
    if (status == MINTU_STATUS_OK)
        status =
            mintu_gazetteer_note(gazetteer, *out, &(mintu_notes){title, built ? "counties" : "places", query->date, 0}, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_file_notes_copy(built ? built : polygons, *out, error);
    mintu_layer_free(built);
    return status;
}
