#include "analyse/greenway_places.h"

#include "base/array.h"
#include "base/error.h"
#include "base/textmap.h"

#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("reading the places to link");

static const char *text_of(const mintu_layer *layer, size_t row, const char *field)
{
    int at = mintu_layer_field_find(layer, field);
    return at < 0 || mintu_layer_field_type(layer, (size_t)at) != MINTU_FIELD_TYPE_TEXT
               ? ""
               : mintu_layer_text(layer, row, (size_t)at);
}

/* The same place again: its kinds are joined. */
static mintu_status join_kind(mintu_linked_places *places, size_t at, const char *kind, mintu_error *error)
{
    places->doubles++;
    char **known = &places->items[at].kind;
    if (!kind[0] || strstr(*known, kind))
        return MINTU_STATUS_OK;
    mintu_buffer joined = {0};
    mintu_buffer_format(&joined, "%s%s%s", *known, (*known)[0] ? "+" : "", kind);
    if (joined.failed) {
        mintu_buffer_free(&joined);
        return mintu_fail_memory(error, DOING);
    }
    free(*known);
    *known = joined.data;
    return MINTU_STATUS_OK;
}

static mintu_status add_place(mintu_linked_places *places, const mintu_layer *layer, size_t row, const double lonlat[2],
                              mintu_error *error)
{
    char *kind = mintu_text_copy(text_of(layer, row, "kind"));
    if (!kind)
        return mintu_fail_memory(error, DOING);
    places->items[places->count++] = (mintu_linked_place){.code = text_of(layer, row, "code"),
                                                          .name = text_of(layer, row, "name"),
                                                          .kind = kind,
                                                          .county = text_of(layer, row, "county"),
                                                          .prefecture = text_of(layer, row, "prefecture"),
                                                          .precision = text_of(layer, row, "precision"),
                                                          .lonlat = {lonlat[0], lonlat[1]}};
    return MINTU_STATUS_OK;
}

static mintu_status read_row(mintu_context *context, const mintu_layer *layer, size_t row, mintu_textmap *seen,
                             mintu_error *error, mintu_linked_places *out)
{
    const char *code = text_of(layer, row, "code");
    double lonlat[2];
    bool found = false;
    size_t at;
    if (code[0] && mintu_textmap_get(seen, code, &at))
        return join_kind(out, at, text_of(layer, row, "kind"), error);
    mintu_status status = mintu_layer_point(context, layer, row, lonlat, &found, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!found) {
        out->unplaced++;
        return MINTU_STATUS_OK;
    }
    status = add_place(out, layer, row, lonlat, error);
    if (status == MINTU_STATUS_OK && code[0] && !mintu_textmap_set(seen, out->items[out->count - 1].code, out->count - 1))
        status = mintu_fail_memory(error, DOING);
    return status;
}

mintu_status mintu_linked_places_read(mintu_context *context, const mintu_layer *layer, mintu_error *error,
                                      mintu_linked_places *out)
{
    size_t rows = mintu_layer_count(layer);
    mintu_textmap seen = {0};
    *out = (mintu_linked_places){.items = calloc(rows + 1, sizeof *out->items)};
    mintu_status status = out->items ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    for (size_t row = 0; row < rows && status == MINTU_STATUS_OK; row++)
        status = read_row(context, layer, row, &seen, error, out);
    mintu_textmap_free(&seen);
    if (status != MINTU_STATUS_OK)
        mintu_linked_places_free(out);
    return status;
}

double *mintu_linked_places_lonlat(const mintu_linked_places *places)
{
    double *lonlat = calloc(2 * places->count + 2, sizeof *lonlat);
    for (size_t i = 0; lonlat && i < 2 * places->count; i++)
        lonlat[i] = places->items[i / 2].lonlat[i % 2];
    return lonlat;
}

void mintu_linked_places_free(mintu_linked_places *places)
{
    for (size_t i = 0; i < places->count; i++)
        free(places->items[i].kind);
    free(places->items);
    *places = (mintu_linked_places){0};
}
