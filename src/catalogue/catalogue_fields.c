/* The fields of a layer, told by their names: types and units. */
#include "base/argument.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <mintu/catalogue.h>

#include <string.h>

static const char *type_text(mintu_field_type type)
{
    static const char *const texts[MINTU_FIELD_TYPE_END] = {
        [MINTU_FIELD_TYPE_TEXT] = "text", [MINTU_FIELD_TYPE_INTEGER] = "integer",
        [MINTU_FIELD_TYPE_REAL] = "real", [MINTU_FIELD_TYPE_BOOLEAN] = "boolean",
        [MINTU_FIELD_TYPE_DATE] = "date", [MINTU_FIELD_TYPE_DATETIME] = "datetime",
        [MINTU_FIELD_TYPE_JSON] = "json", [MINTU_FIELD_TYPE_ANY] = "any"};
    return texts[type];
}

/* Names of fields say their units: length_m, area_km2, mu. */
static const char *unit_of(const char *name)
{
    static const struct {
        const char *end, *unit;
    } ends[] = {{"_m", "m"},       {"_km", "km"},      {"_km2", "km2"},      {"_ha", "ha"},
                {"mu", "mu"},      {"_mu", "mu"},      {"share", "percent"}, {"lon", "degree"},
                {"lat", "degree"}, {"_lon", "degree"}, {"_lat", "degree"}};
    size_t size = strlen(name);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i].end);
        bool whole = ends[i].end[0] != '_';
        if (size >= length && strcmp(name + size - length, ends[i].end) == 0 && (!whole || size == length))
            return ends[i].unit;
    }
    return "";
}

mintu_status mintu_catalogue_fields(mintu_context *context, const mintu_layer *layer, mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, layer))
        return MINTU_STATUS_USAGE;
    static const mintu_field fields[] = {
        {"field", MINTU_FIELD_TYPE_TEXT}, {"type", MINTU_FIELD_TYPE_TEXT}, {"unit", MINTU_FIELD_TYPE_TEXT}};
    mintu_status status = mintu_rows_new(context, mintu_layer_name(layer), fields, 3, error, out);
    for (size_t i = 0; i < mintu_layer_field_count(layer) && status == MINTU_STATUS_OK; i++) {
        const char *name = mintu_layer_field_name(layer, i);
        const char *const texts[] = {name, type_text(mintu_layer_field_type(layer, i)), unit_of(name)};
        mintu_row row = mintu_row_append(*out, error);
        for (size_t field = 0; field < 3; field++)
            mintu_row_text(&row, texts[field]);
        status = row.status;
    }
    return mintu_layer_end(status, out);
}
