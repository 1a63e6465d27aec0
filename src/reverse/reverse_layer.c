#include "reverse/reverse_layer.h"

#include "base/argument.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"
#include "reverse/reverse.h"

#include <math.h>

static const mintu_field fields[] = {
    {"lon", MINTU_REAL},           {"lat", MINTU_REAL},
    {"status", MINTU_TEXT},        {"township", MINTU_TEXT},
    {"township_code", MINTU_TEXT}, {"distance_m", MINTU_WHOLE},
    {"county", MINTU_TEXT},        {"county_code", MINTU_TEXT},
    {"prefecture", MINTU_TEXT},    {"prefecture_code", MINTU_TEXT},
};

const char *mintu_location_status_text(mintu_location_status status)
{
    static const char *const texts[MINTU_LOCATION_STATUS_END] = {"inside", "outside", "invalid"};
    return (unsigned)status < MINTU_LOCATION_STATUS_END ? texts[status] : "";
}

static void add_place(mintu_row *row, const mintu_reverser *reverser, const mintu_place *place)
{
    MINTU_ROW_TEXTS(row, mintu_reverser_name(reverser, place), place ? place->code : "");
}

/* Towns' points have five decimals, so that a distance is not known better than to a metre. */
static mintu_status add_row(mintu_layer *layer, const mintu_reverser *reverser, const double lonlat[2], mintu_error *error)
{
    mintu_location here;
    mintu_reverser_find(reverser, lonlat[0], lonlat[1], &here);
    bool valid = mintu_position_valid(lonlat[0], lonlat[1]);
    mintu_row row = mintu_row_append(layer, error);
    MINTU_ROW_NUMBERS(&row, isfinite(lonlat[0]) ? lonlat[0] : NAN, isfinite(lonlat[1]) ? lonlat[1] : NAN);
    mintu_row_text(&row, mintu_location_status_text(!valid        ? MINTU_LOCATION_STATUS_INVALID
                                                    : here.county ? MINTU_LOCATION_STATUS_INSIDE
                                                                  : MINTU_LOCATION_STATUS_OUTSIDE));
    add_place(&row, reverser, here.township);
    mintu_row_number(&row, round(here.distance_m));
    add_place(&row, reverser, here.county);
    add_place(&row, reverser, here.prefecture);
    if (valid)
        mintu_row_point(&row, lonlat[0], lonlat[1]);
    return row.status;
}

mintu_status mintu_reverser_layer(mintu_context *context, const mintu_reverser *reverser, const double *lonlat, size_t count,
                                  mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, reverser) || (count && MINTU_GIVEN(error, lonlat)))
        return MINTU_STATUS_USAGE;
    mintu_status status = mintu_rows_new(context, "located", fields, sizeof fields / sizeof fields[0], error, out);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++)
        status = add_row(*out, reverser, lonlat + 2 * i, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_note_set(*out, "title", "located points", error);
    return mintu_layer_end(status, out);
}
