#include "gazetteer/land_outline.h"

#include "gazetteer/package_layer.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"

#include <stdlib.h>

static mintu_status copy_ring(const mintu_shape *from, size_t part, bool outer, mintu_shape *to, mintu_error *error)
{
    mintu_status status = mintu_shape_part(to, outer, error);
    for (size_t v = from->starts[part]; v < from->starts[part + 1] && status == MINTU_STATUS_OK; v++)
        status = mintu_shape_vertex(to, from->xy[2 * v], from->xy[2 * v + 1], error);
    return status;
}

static mintu_status append(mintu_layer *layer, const mintu_shape *shape, mintu_error *error)
{
    mintu_status status = mintu_layer_append(layer, error);
    return status == MINTU_STATUS_OK ? mintu_layer_shape_set(layer, mintu_layer_count(layer) - 1, shape, error) : status;
}

/* Adds each single polygon of a feature as a row of its own. */
static mintu_status split_row(const mintu_shape *from, mintu_shape *piece, mintu_layer *out, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t part = 0; status == MINTU_STATUS_OK && part < from->part_count;) {
        mintu_shape_clear(piece);
        piece->type = MINTU_GEOMETRY_TYPE_POLYGON;
        do
            status = copy_ring(from, part, from->outer[part], piece, error);
        while (status == MINTU_STATUS_OK && ++part < from->part_count && !from->outer[part]);
        if (status == MINTU_STATUS_OK)
            status = append(out, piece, error);
    }
    return status;
}

/* The bundled layer @p name in single polygons. */
static mintu_status load_pieces(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name, mintu_error *error,
                                mintu_layer **out)
{
    mintu_layer *layer = NULL;
    mintu_shape shapes[2] = {{0}};
    mintu_status status = mintu_package_layer(context, &gazetteer->package, "base", name, error, &layer);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, name, error, out);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(layer); row++) {
        status = mintu_layer_shape(layer, row, &shapes[0], error);
        if (status == MINTU_STATUS_OK)
            status = split_row(&shapes[0], &shapes[1], *out, error);
    }
    mintu_shape_free(&shapes[0]);
    mintu_shape_free(&shapes[1]);
    mintu_layer_free(layer);
    return status;
}

/* For each piece of a neighbour, the piece of land that it is part of: the one that holds a point inside it. */
static mintu_status find_land(mintu_context *context, const mintu_layer *land, const mintu_layer *neighbours,
                              mintu_error *error, long *rows)
{
    mintu_locator *locator = NULL;
    mintu_status status = mintu_locator_new(context, land, error, &locator);
    for (size_t row = 0; row < mintu_layer_count(neighbours) && status == MINTU_STATUS_OK; row++) {
        double point[2];
        bool found = false;
        rows[row] = -1;
        status = mintu_layer_point(context, neighbours, row, point, &found, error);
        if (status == MINTU_STATUS_OK && found)
            status = mintu_locator_find(locator, point[0], point[1], &rows[row], error);
    }
    mintu_locator_free(locator);
    return status;
}

static mintu_status cut_row(const mintu_layer *land, size_t row, const mintu_layer *neighbours, const long *rows,
                            mintu_layer *out, mintu_error *error)
{
    mintu_shape cut = {0}, piece = {0};
    mintu_status status = mintu_layer_shape(land, row, &cut, error);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_layer_count(neighbours); i++) {
        if (rows[i] != (long)row)
            continue;
        status = mintu_layer_shape(neighbours, i, &piece, error);
        if (status == MINTU_STATUS_OK && piece.part_count)
            status = copy_ring(&piece, 0, false, &cut, error);
    }
    if (status == MINTU_STATUS_OK)
        status = append(out, &cut, error);
    mintu_shape_free(&cut);
    mintu_shape_free(&piece);
    return status;
}

static mintu_status cut_land(mintu_context *context, const mintu_layer *land, const mintu_layer *neighbours, mintu_error *error,
                             mintu_layer **out)
{
    long *rows = calloc(mintu_layer_count(neighbours) + 1, sizeof *rows);
    if (!rows)
        return mintu_fail_memory(error, "cutting the outline");
    mintu_status status = find_land(context, land, neighbours, error, rows);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, "outline", error, out);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(land); row++)
        status = cut_row(land, row, neighbours, rows, *out, error);
    free(rows);
    return status;
}

mintu_status mintu_outline_make(mintu_context *context, const mintu_gazetteer *gazetteer, mintu_error *error, mintu_layer **out)
{
    mintu_layer *land = NULL, *neighbours = NULL;
    *out = NULL;
    mintu_status status = load_pieces(context, gazetteer, "land", error, &land);
    if (status == MINTU_STATUS_OK)
        status = load_pieces(context, gazetteer, "neighbours", error, &neighbours);
    if (status == MINTU_STATUS_OK)
        status = cut_land(context, land, neighbours, error, out);
    mintu_layer_free(neighbours);
    mintu_layer_free(land);
    return status;
}
