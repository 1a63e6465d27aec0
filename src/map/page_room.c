#include "map/page_room.h"

#include "furniture/furniture_look.h"
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
/* The share of the page's height that a title may take before it is told. */
static const double TITLE = 0.15;

static bool is_free(const mintu_layout_place *place)
{
    return !place->given && !*place->anchor;
}

static bool hides(const mintu_furniture *furniture)
{
    return furniture->legend_left_out || furniture->legend_points > 0.5 || furniture->legend_subject > HIDDEN;
}

/* A place off the map, and how large the legend's letters are there. */
typedef struct stand {
    mintu_legend_stand side;
    double letters;
} stand;

/* How much of the page the legend takes there: its height below, its width beside. INFINITY when it is longer than the map's side. It
 * was measured with its letters as they are now: smaller ones stand as these would on a larger page. */
static double need(mintu_furniture *furniture, const stand *at)
{
    mintu_box *frame = &furniture->drawing->page.frame;
    const mintu_box kept = *frame;
    double now = furniture->room.letters > 0 ? furniture->room.letters : 1, share = at->letters / now, size[2];
    frame->x1 = frame->x0 + (kept.x1 - kept.x0) / share;
    frame->y1 = frame->y0 + (kept.y1 - kept.y0) / share;
    mintu_legend_rearrange(furniture->drawing, &furniture->legend, at->side, size);
    *frame = kept;
    if (at->side == MINTU_LEGEND_BELOW)
        return size[0] * share > frame->x1 - frame->x0 ? INFINITY : size[1] * share;
    return size[1] * share > frame->y1 - frame->y0 ? INFINITY : size[0] * share;
}

/* How many times as large the map would be with the legend there; 0 when it would be too small a part of the page. */
static double gain(mintu_scene *scene, const stand *at)
{
    const mintu_page *page = &scene->drawing.page;
    double sides[2] = {page->frame.x1 - page->frame.x0, page->frame.y1 - page->frame.y0};
    double shown[2] = {fmax(sides[0] - page->spare[0], 1), fmax(sides[1] - page->spare[1], 1)};
    double *side = &sides[at->side == MINTU_LEGEND_BELOW], most = *side * LEAST;
    *side -= need(&scene->furniture, at);
    return *side < most ? 0 : fmin(sides[0] / shown[0], sides[1] / shown[1]);
}

/* Whether the map leaves so much of the frame empty that the legend costs it nothing there. */
static bool has_spare(mintu_scene *scene, mintu_legend_stand side)
{
    const mintu_page *page = &scene->drawing.page;
    int axis = side == MINTU_LEGEND_BELOW;
    double length = axis ? page->frame.y1 - page->frame.y0 : page->frame.x1 - page->frame.x0;
    bool scaled = scene->map->options.scale > 0 || scene->furniture.layout->scale > 0;
    return !scaled && page->spare[axis] > EMPTY * length && gain(scene, &(stand){side, 1}) >= 1;
}

/* Of one or two places the one where the map stays largest, with the largest letters that leave enough of it. */
static stand largest_map(mintu_scene *scene, bool below, bool beside)
{
    static const double LETTERS[] = {1, 0.85, 0.72};
    bool given = scene->furniture.layout->legend.size_pt > 0;
    for (size_t i = 0; i < (given ? 1 : sizeof LETTERS / sizeof *LETTERS); i++) {
        double under = below ? gain(scene, &(stand){MINTU_LEGEND_BELOW, LETTERS[i]}) : 0;
        double aside = beside ? gain(scene, &(stand){MINTU_LEGEND_BESIDE, LETTERS[i]}) : 0;
        if (fmax(under, aside) > 0)
            return (stand){under >= aside ? MINTU_LEGEND_BELOW : MINTU_LEGEND_BESIDE, LETTERS[i]};
    }
    return (stand){MINTU_LEGEND_ON_MAP, 1};
}

/* Where the legend is better off than on the map's face: where nothing else would stand, else where the map stays
 * largest. */
static stand better_stand(mintu_scene *scene)
{
    const char *asked = scene->furniture.layout->legend.anchor;
    bool below = strcmp(asked, "below") == 0, beside = strcmp(asked, "beside") == 0;
    if (below || beside) {
        stand found = largest_map(scene, below, beside);
        return found.side ? found : (stand){below ? MINTU_LEGEND_BELOW : MINTU_LEGEND_BESIDE, 1};
    }
    if (!is_free(&scene->furniture.layout->legend))
        return (stand){MINTU_LEGEND_ON_MAP, 1};
    if (has_spare(scene, MINTU_LEGEND_BELOW) || has_spare(scene, MINTU_LEGEND_BESIDE))
        return (stand){has_spare(scene, MINTU_LEGEND_BELOW) ? MINTU_LEGEND_BELOW : MINTU_LEGEND_BESIDE, 1};
    return hides(&scene->furniture) ? largest_map(scene, true, true) : (stand){MINTU_LEGEND_ON_MAP, 1};
}

static bool give_legend_room(mintu_scene *scene, mintu_room *room)
{
    mintu_furniture *furniture = &scene->furniture;
    if (!furniture->has[MINTU_PIECE_LEGEND] && !furniture->legend_left_out)
        return false;
    stand at = {room->stand, room->letters > 0 ? room->letters : 1};
    if (room->stand == MINTU_LEGEND_ON_MAP)
        at = better_stand(scene);
    if (at.side == MINTU_LEGEND_ON_MAP)
        return false;
    double wanted = need(furniture, &at);
    bool kept = room->stand == at.side && wanted <= room->legend + 0.5;
    if (!isfinite(wanted) || (kept && (room->shrunk || wanted > room->legend - 2)))
        return false;
    room->shrunk = kept; /* once, or two tries might ask for each other */
    room->stand = at.side;
    room->letters = at.letters;
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

static void tell_title(const mintu_scene *scene)
{
    const mintu_drawing *drawing = &scene->drawing;
    double share = mintu_furniture_height(drawing, scene->furniture.title_run) / drawing->page.height;
    if (share > TITLE)
        mintu_findings_add(drawing->findings,
                           "the title takes %.0f %% of the page's height; shorten it, give it a smaller size, or move a part "
                           "of it to the subtitle",
                           share * 100);
}

void mintu_page_room_tell(const mintu_scene *scene)
{
    const mintu_furniture *furniture = &scene->furniture;
    tell_title(scene);
    if (furniture->legend_left_out)
        mintu_findings_add(scene->drawing.findings,
                           "the legend is left out: it has no room on the page, neither on the map nor "
                           "below or beside it; use a larger page, smaller letters in it, or no legend");
    if (is_free(&furniture->layout->legend) && furniture->has[MINTU_PIECE_LEGEND] && furniture->legend_subject > HIDDEN)
        mintu_findings_add(
            scene->drawing.findings,
            "the legend hides what the map is about: it lies over it with %.0f %% of its area; let it stand below or "
            "beside the map, or use a larger page or smaller letters in it",
            fmin(furniture->legend_subject, 1) * 100);
}
