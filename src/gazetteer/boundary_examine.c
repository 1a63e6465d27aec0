#include "gazetteer/boundary_examine.h"

#include "base/message.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"

#include <math.h>
#include <string.h>

typedef struct examination {
    const mintu_gazetteer *gazetteer;
    const mintu_layer *counties;
    mintu_locator *locator;
    int date;
    mintu_layer *findings;
} examination;

mintu_status mintu_boundary_finding(mintu_layer *findings, const char *kind, const char *name, const char *text,
                                    mintu_error *error)
{
    mintu_row row = mintu_row_append(findings, error);
    mintu_row_text(&row, kind);
    mintu_row_text(&row, name);
    mintu_row_text(&row, text);
    return row.status;
}

static mintu_status add(const examination *e, const mintu_place *place, const char *kind, const char *text, mintu_error *error)
{
    return mintu_boundary_finding(e->findings, kind, mintu_gazetteer_then(e->gazetteer, place, e->date).name, text, error);
}

static mintu_status examine_seat(const examination *e, const mintu_place *place, mintu_error *error)
{
    long row = -1;
    mintu_status status = mintu_locator_find(e->locator, place->lon, place->lat, &row, error);
    if (status != MINTU_STATUS_OK ||
        (row >= 0 && strcmp(mintu_layer_field_text(e->counties, (size_t)row, "code"), place->code) == 0))
        return status;
    mintu_buffer text = {0};
    mintu_buffer_format(&text, mintu_message("its seat %.5f, %.5f lies in %s"), place->lon, place->lat,
                        row < 0 ? mintu_message("no polygon") : mintu_layer_field_text(e->counties, (size_t)row, "name"));
    status = text.failed ? mintu_fail_memory(error, "importing boundaries") : add(e, place, "note", text.data, error);
    mintu_buffer_free(&text);
    return status;
}

static mintu_status examine_all(const examination *e, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < e->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &e->gazetteer->places[i];
        if (place->level != MINTU_LEVEL_COUNTY || !mintu_period_holds(place->from, place->to, e->date))
            continue;
        if (mintu_layer_field_count_text(e->counties, "code", place->code) == 0)
            status = add(e, place, "missing", mintu_message("no polygon for this unit"), error);
        else if (!isnan(place->lon) && strcmp(place->precision, "county") == 0)
            status = examine_seat(e, place, error);
    }
    return status;
}

mintu_status mintu_boundary_examine(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *counties,
                                    int date, mintu_error *error, mintu_layer *findings)
{
    examination e = {.gazetteer = gazetteer, .counties = counties, .date = date, .findings = findings};
    mintu_status status = mintu_locator_new(context, counties, error, &e.locator);
    if (status == MINTU_STATUS_OK)
        status = examine_all(&e, error);
    mintu_locator_free(e.locator);
    return status;
}
