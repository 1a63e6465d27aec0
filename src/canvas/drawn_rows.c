#include "map/scene.h"

#include "expression/eval_scope.h"
#include "style/style_layer.h"

#include <stdlib.h>

typedef struct keyed_row {
    double key;
    size_t row;
} keyed_row;

static int by_key(const void *a, const void *b)
{
    const keyed_row *one = a, *two = b;
    if (one->key != two->key)
        return one->key < two->key ? -1 : 1;
    return one->row < two->row ? -1 : one->row > two->row;
}

size_t *mintu_scene_rows(mintu_scene *scene, const mintu_style_layer *layer, mintu_property sort_key, double reach,
                         size_t *count)
{
    const mintu_plot *plot = mintu_scene_plot(scene, layer);
    *count = 0;
    if (!plot)
        return NULL;
    mintu_box near = mintu_box_grown(scene->page.frame, reach);
    keyed_row *keyed = calloc(plot->row_count + 1, sizeof *keyed);
    size_t *rows = calloc(plot->row_count + 1, sizeof *rows);
    bool sorted = mintu_style_is_set(layer, sort_key);
    mintu_style_scope scope = mintu_scene_scope(scene, plot);
    if (!keyed || !rows) {
        scene->failed = true;
        free(keyed);
        free(rows);
        return NULL;
    }
    for (size_t row = 0; row < plot->row_count; row++) {
        const mintu_box *box = &plot->rows[row].box;
        scope.row = row;
        mintu_style_scope_clear(&scope);
        if (plot->rows[row].part == plot->rows[row].part_end || box->x0 > near.x1 || box->x1 < near.x0 || box->y0 > near.y1 ||
            box->y1 < near.y0 || !mintu_style_layer_accepts(layer, &scope))
            continue;
        keyed[*count].row = row;
        keyed[(*count)++].key = sorted ? mintu_style_number(layer, sort_key, &scope) : 0;
    }
    mintu_style_scope_free(&scope);
    if (sorted)
        qsort(keyed, *count, sizeof *keyed, by_key);
    for (size_t i = 0; i < *count; i++)
        rows[i] = keyed[i].row;
    free(keyed);
    return rows;
}
