/* What drawing an SVG icon's elements costs: each pays for itself, for its children, and for what it refers to as often as that
 * may be drawn. The sum is an upper bound, whatever the cascade of styles makes of it. */
#include "icon/icon_price.h"

#include "icon/icon_examination.h"

#include <math.h>
#include <string.h>

void mintu_icon_add(mintu_icon_cost *sum, const mintu_icon_cost *part, double times)
{
    sum->elements += times * part->elements;
    sum->points += times * part->points;
    sum->vertices += times * part->vertices;
    sum->length += times * part->length;
    sum->layers += times * part->layers;
    sum->work += times * part->work;
}

static bool is_named(const mintu_icon_element *element, const char *const *names)
{
    for (; *names; names++)
        if (strcmp((const char *)element->node->name, *names) == 0)
            return true;
    return false;
}

/* Not drawn where they stand. */
static bool stands_aside(const mintu_icon_element *element)
{
    static const char *const aside[] = {"clipPath", "defs",  "desc",     "filter",  "linearGradient",
                                        "marker",   "mask",  "metadata", "pattern", "radialGradient",
                                        "script",   "style", "symbol",   "title",   NULL};
    return is_named(element, aside);
}

static bool is_gradient(const mintu_icon_element *element)
{
    static const char *const gradients[] = {"linearGradient", "radialGradient", NULL};
    return is_named(element, gradients);
}

/* Paints and markers hold for all elements inside as well. */
static double times_of(const mintu_icon_element *target, const mintu_icon_cost *drawn)
{
    if (is_gradient(target))
        return drawn->elements;
    return strcmp((const char *)target->node->name, "marker") == 0 ? drawn->points + 2 : 1;
}

static mintu_icon_element *find_target(mintu_icon_examination *x, const mintu_icon_element *element, const char *id)
{
    mintu_icon_element *target = xmlHashLookup(x->ids, BAD_CAST id);
    if (target && strcmp((const char *)target->node->name, "pattern") == 0 &&
        strcmp((const char *)element->node->name, "pattern") != 0) {
        mintu_icon_refuse(x, element->node,
                          "the pattern \"%.40s\" is referred to, and icons are drawn without; fill with a colour or a gradient",
                          id);
        return NULL;
    }
    return target;
}

/* What the elements around a marker, a mask or the like say holds in it, too. */
static bool add_around(mintu_icon_examination *x, const mintu_icon_element *target, mintu_icon_cost *sum)
{
    const mintu_icon_cost drawn = target->price;
    for (const mintu_icon_element *around = target->parent; around; around = around->parent)
        for (size_t i = 0; i < around->reference_count; i++) {
            mintu_icon_element *paint = find_target(x, around, x->references[around->first_reference + i]);
            if (!paint || paint == target || (!is_gradient(paint) && strcmp((const char *)paint->node->name, "marker") != 0))
                continue;
            if (!mintu_icon_price(x, paint))
                return false;
            mintu_icon_add(sum, &paint->price, times_of(paint, &drawn));
        }
    return x->status == MINTU_STATUS_OK;
}

static bool add_target(mintu_icon_examination *x, const mintu_icon_element *element, const char *id, mintu_icon_cost *sum)
{
    mintu_icon_element *target = find_target(x, element, id);
    if (!target)
        return x->status == MINTU_STATUS_OK;
    if (!mintu_icon_price(x, target))
        return false;
    mintu_icon_cost price = target->price;
    if (!is_gradient(target) && !add_around(x, target, &price))
        return false;
    if (target->by_box)
        price.length *= fmax(1, sum->length);
    mintu_icon_add(sum, &price, times_of(target, sum));
    return true;
}

/* Outlines are at most as long as a small multiple of the numbers in them; a dash is drawn for each of its lengths, and a
 * stroke's joins are as long as it is wide, and round ones have many corners. */
static mintu_icon_cost cost_itself(const mintu_icon_examination *x, const mintu_icon_element *element)
{
    mintu_icon_cost cost = element->own;
    double outline = 8 * element->numbers;
    cost.vertices = (cost.points + outline * x->dashes) * (x->round ? 4 : 1);
    cost.length += outline + x->stroke * cost.vertices + x->font * cost.elements;
    return cost;
}

static bool add_children(mintu_icon_examination *x, const mintu_icon_element *element, mintu_icon_cost *sum)
{
    for (const xmlNode *child = element->node->children; child; child = child->next) {
        mintu_icon_element *inner = child->type == XML_ELEMENT_NODE ? child->_private : NULL;
        if (!inner || stands_aside(inner))
            continue;
        if (!mintu_icon_price(x, inner))
            return false;
        mintu_icon_add(sum, &inner->price, 1);
    }
    return true;
}

static bool price(mintu_icon_examination *x, mintu_icon_element *element)
{
    mintu_icon_cost sum = cost_itself(x, element);
    if (!add_children(x, element, &sum))
        return false;
    for (size_t i = 0; i < element->reference_count; i++)
        if (!add_target(x, element, x->references[element->first_reference + i], &sum))
            return false;
    sum.length *= element->scale;
    element->price = sum;
    return true;
}

bool mintu_icon_price(mintu_icon_examination *x, mintu_icon_element *element)
{
    if (element->priced)
        return true;
    if (element->busy)
        return mintu_icon_refuse(x, element->node, "the element refers to itself, perhaps through others; end the circle");
    if (x->depth >= MINTU_ICON_DEPTH_MOST)
        return mintu_icon_refuse(x, element->node, "elements and references are nested deeper than %d levels; ungroup them",
                                 MINTU_ICON_DEPTH_MOST);
    element->busy = true;
    x->depth++;
    element->priced = price(x, element);
    x->depth--;
    element->busy = false;
    return element->priced;
}
