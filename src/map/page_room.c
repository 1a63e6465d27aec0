#include "map/page_room.h"

#include "furniture/legend_paint.h"
#include "label/label_symbols.h"

#include <math.h>
#include <string.h>

/* The share of the legend under which the subject may lie before the legend leaves the map, or is told of. */
static const double HIDDEN = 0.25;
/* The share of the frame that is left empty before the legend goes there. */
static const double EMPTY = 0.3;
/* The share of the frame that a legend off the map must leave. */
static const double LEAST = 0.4;

static bool is_free(const mintu_layout_place *place)
{
    return !place->given && !*place->anchor;
}

static bool hides(const mintu_furniture *furniture)
{
    return furniture->legend_points > 0.5 || furniture->legend_subject > HIDDEN;
}

/* How much of the page the legend takes there: its height below, its width beside. INFINITY when it is longer than the map's side. */
static double need(mintu_furniture *furniture, mintu_legend_stand stand)
{
    const mintu_box *frame = &furniture->drawing->page.frame;
    double size[2];
    mintu_legend_rearrange(furniture->drawing, &furniture->legend, stand, size);
    if (stand == MINTU_LEGEND_BELOW)
        return size[0] > frame->x1 - frame->x0 ? INFINITY : size[1];
    return size[1] > frame->y1 - frame->y0 ? INFINITY : size[0];
}

/* How many times as large the map would be with the legend there. */
static double gain(mintu_scene *scene, mintu_legend_stand stand)
{
    const mintu_page *page = &scene->drawing.page;
    double sides[2] = {page->frame.x1 - page->frame.x0, page->frame.y1 - page->frame.y0};
    double shown[2] = {fmax(sides[0] - page->spare[0], 1), fmax(sides[1] - page->spare[1], 1)};
    double most = sides[stand == MINTU_LEGEND_BELOW] * LEAST;
    double *side = &sides[stand == MINTU_LEGEND_BELOW];
    *side -= need(&scene->furniture, stand);
    return *side < most ? 0 : fmin(sides[0] / shown[0], sides[1] / shown[1]);
}

/* Whether the map leaves so much of the frame empty that the legend costs it nothing there. */
static bool has_spare(mintu_scene *scene, mintu_legend_stand stand)
{
    const mintu_page *page = &scene->drawing.page;
    int axis = stand == MINTU_LEGEND_BELOW;
    double side = axis ? page->frame.y1 - page->frame.y0 : page->frame.x1 - page->frame.x0;
    bool scaled = scene->map->options.scale > 0 || scene->furniture.layout->scale > 0;
    return !scaled && page->spare[axis] > EMPTY * side && gain(scene, stand) >= 1;
}

/* Where the legend is better off than on the map's face: where nothing else would stand, else where the map stays
 * largest. */
static mintu_legend_stand better_stand(mintu_scene *scene)
{
    const char *asked = scene->furniture.layout->legend.anchor;
    if (strcmp(asked, "below") == 0 || strcmp(asked, "beside") == 0)
        return strcmp(asked, "below") == 0 ? MINTU_LEGEND_BELOW : MINTU_LEGEND_BESIDE;
    if (!is_free(&scene->furniture.layout->legend))
        return MINTU_LEGEND_ON_MAP;
    if (has_spare(scene, MINTU_LEGEND_BELOW) || has_spare(scene, MINTU_LEGEND_BESIDE))
        return has_spare(scene, MINTU_LEGEND_BELOW) ? MINTU_LEGEND_BELOW : MINTU_LEGEND_BESIDE;
    double below = gain(scene, MINTU_LEGEND_BELOW), beside = gain(scene, MINTU_LEGEND_BESIDE);
    if (!hides(&scene->furniture) || fmax(below, beside) <= 0)
        return MINTU_LEGEND_ON_MAP;
    return below >= beside ? MINTU_LEGEND_BELOW : MINTU_LEGEND_BESIDE;
}

static bool give_legend_room(mintu_scene *scene, mintu_room *room)
{
    mintu_furniture *furniture = &scene->furniture;
    if (!furniture->has[MINTU_PIECE_LEGEND])
        return false;
    mintu_legend_stand stand = room->stand == MINTU_LEGEND_ON_MAP ? better_stand(scene) : room->stand;
    if (stand == MINTU_LEGEND_ON_MAP)
        return false;
    double wanted = need(furniture, stand);
    bool kept = room->stand == stand && wanted <= room->legend + 0.5;
    if (!isfinite(wanted) || (kept && (room->shrunk || wanted > room->legend - 2)))
        return false;
    room->shrunk = kept; /* once, or two tries might ask for each other */
    room->stand = stand;
    room->legend = wanted;
    return true;
}

bool mintu_page_room(mintu_scene *scene, mintu_room *room)
{
    double beyond = scene->fitted ? mintu_labels_symbols_beyond(&scene->labels) : 0;
    bool more = give_legend_room(scene, room);
    if (beyond > 0.5) {
        room->padding += beyond;
        more = true;
    }
    return more;
}

void mintu_page_room_tell(const mintu_scene *scene)
{
    const mintu_furniture *furniture = &scene->furniture;
    if (is_free(&furniture->layout->legend) && furniture->has[MINTU_PIECE_LEGEND] && furniture->legend_subject > HIDDEN)
        mintu_findings_add(
            scene->drawing.findings,
            "the legend hides what the map is about: it lies over it with %.0f %% of its area; let it stand below or "
            "beside the map, or use a larger page or smaller letters in it",
            fmin(furniture->legend_subject, 1) * 100);
}
