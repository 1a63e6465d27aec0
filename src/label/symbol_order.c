#include "label/symbol_order.h"

#include "label/label_icon.h"
#include "style/property_value.h"

#include <stdlib.h>
#include <string.h>

static const char *z_order(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    return mintu_style_string(layer, MINTU_PROPERTY_SYMBOL_Z_ORDER, scope);
}

bool mintu_label_south_first(const mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    bool south_first = strcmp(z_order(layer, &scope), "viewport-y") == 0;
    mintu_style_scope_free(&scope);
    return south_first;
}

bool mintu_label_sorts_by_key(const mintu_drawing *drawing, const mintu_style_layer *layer)
{
    return mintu_style_is_set(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY) && !mintu_label_south_first(drawing, layer);
}

static bool can_overlap(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    return mintu_overlap_of(layer, scope, MINTU_PROPERTY_TEXT_OVERLAP, MINTU_PROPERTY_TEXT_ALLOW_OVERLAP) ||
           mintu_overlap_of(layer, scope, MINTU_PROPERTY_ICON_OVERLAP, MINTU_PROPERTY_ICON_ALLOW_OVERLAP) ||
           mintu_style_boolean(layer, MINTU_PROPERTY_TEXT_IGNORE_PLACEMENT, scope) ||
           mintu_style_boolean(layer, MINTU_PROPERTY_ICON_IGNORE_PLACEMENT, scope);
}

/* Only where symbols may lie over one another does it matter who comes last. */
static bool draws_southwards(const mintu_drawing *drawing, const mintu_style_layer *layer)
{
    mintu_style_scope scope = mintu_drawing_scope(drawing, NULL);
    const char *order = z_order(layer, &scope);
    bool by_key = mintu_style_is_set(layer, MINTU_PROPERTY_SYMBOL_SORT_KEY);
    bool southwards =
        (strcmp(order, "viewport-y") == 0 || (strcmp(order, "auto") == 0 && !by_key)) && can_overlap(layer, &scope);
    mintu_style_scope_free(&scope);
    return southwards;
}

/* Labels lie in one array, so that their addresses tell which came first. */
static int by_latitude(const void *a, const void *b)
{
    const mintu_label *one = *(const mintu_label *const *)a, *two = *(const mintu_label *const *)b;
    if (one->at[1] != two->at[1])
        return one->at[1] < two->at[1] ? -1 : 1;
    return one < two ? -1 : one > two;
}

const mintu_label **mintu_label_drawing_order(const mintu_labels *labels, size_t layer, size_t *count)
{
    size_t first = 0, end;
    while (first < labels->count && labels->labels[first].layer != layer)
        first++;
    for (end = first; end < labels->count && labels->labels[end].layer == layer;)
        end++;
    *count = end - first;
    const mintu_label **order = *count ? calloc(*count, sizeof(mintu_label *)) : NULL;
    if (!order) {
        if (*count)
            mintu_memory_failure_add();
        *count = 0;
        return NULL;
    }
    for (size_t i = 0; i < *count; i++)
        order[i] = &labels->labels[first + i];
    if (draws_southwards(labels->drawing, mintu_style_layer_at(labels->drawing->style, layer)))
        qsort(order, *count, sizeof(mintu_label *), by_latitude);
    return order;
}
