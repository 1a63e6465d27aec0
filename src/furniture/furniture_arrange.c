/* Gives each piece on the map's face its place: those first that the layout sends somewhere, then the largest. */
#include "furniture/arrange.h"

#include "furniture/furniture.h"
#include "furniture/inset.h"
#include "furniture/north_arrow.h"
#include "furniture/placement.h"
#include "furniture/scale_bar.h"
#include "furniture/warning.h"
#include "label/label.h"
#include "label/label_collision.h"

#include <string.h>

typedef struct piece {
    const char *name; /* in messages */
    const char *anchor;
    const mintu_layout_position *at;
    mintu_anchor first; /* corner to take of equals */
    double size[2];
    bool wanted;
    mintu_box *box;
} piece;

enum { PIECES = MINTU_FURNITURE_BOXES };

static bool is_wanted(const char *anchor)
{
    return !anchor || strcmp(anchor, "none") != 0;
}

/* From the largest to the smallest, but the north arrow before the scale bar: readers look for it at the upper right. */
static void measure(mintu_scene *scene, mintu_furniture *furniture, piece pieces[PIECES])
{
    const mintu_layout *layout = scene->layout;
    static const mintu_layout_position NOWHERE = {0};
    mintu_anchor preferred = mintu_anchor_named(layout->legend_prefer);
    preferred = preferred == MINTU_ANCHOR_END ? MINTU_ANCHOR_BOTTOM_RIGHT : preferred;
    const piece all[PIECES] = {
        {"legend", layout->legend_anchor, &layout->legend_at, preferred, {0}, false, &furniture->legend_box},
        {"inset", layout->inset_anchor, &layout->inset_at, MINTU_ANCHOR_TOP_RIGHT, {0}, false, &furniture->inset_box},
        {"north arrow", layout->north_anchor, &layout->north_at, MINTU_ANCHOR_TOP_RIGHT, {0}, false, &furniture->north_box},
        {"scale bar", layout->scale_anchor, &layout->scale_at, MINTU_ANCHOR_BOTTOM_LEFT, {0}, false, &furniture->bar_box},
        {"warning", NULL, &NOWHERE, MINTU_ANCHOR_TOP_LEFT, {0}, false, &furniture->warning_box},
    };
    memcpy(pieces, all, sizeof all);
    mintu_legend_measure(scene, &furniture->legend, pieces[0].size);
    pieces[0].wanted = furniture->has_legend = is_wanted(layout->legend_anchor) && furniture->legend.row_count > 0;
    pieces[1].wanted = mintu_inset_measure(scene, furniture, pieces[1].size);
    mintu_north_arrow_measure(scene, pieces[2].size);
    pieces[2].wanted = furniture->has_north = is_wanted(layout->north_anchor);
    mintu_scale_bar_measure(scene, furniture, pieces[3].size);
    pieces[3].wanted = furniture->has_bar = is_wanted(layout->scale_anchor);
    mintu_warning_measure(scene, furniture, pieces[4].size);
    pieces[4].wanted = furniture->has_warning;
}

static void claim(mintu_scene *scene, const piece *one)
{
    mintu_obstacle obstacle = {.box = mintu_box_grown(*one->box, 2), .owner = MINTU_UNPLACED, .piece = one->name};
    mintu_box page = {0, 0, scene->page.width, scene->page.height};
    mintu_collision_add(&scene->labels->collision, &obstacle);
    if (!mintu_box_within(one->box, &page))
        mintu_findings_add(scene->findings,
                           "the %s, %.0f x %.0f mm, reaches over the edge of the page; use a larger page or another place",
                           one->name, one->size[0] / MINTU_MM, one->size[1] / MINTU_MM);
}

static bool is_sent(const piece *one)
{
    return one->at->given || mintu_anchor_named(one->anchor) != MINTU_ANCHOR_END;
}

static void put(mintu_placement *placement, const piece *one)
{
    if (one->at->given) {
        double x = one->at->x_mm * MINTU_MM, y = one->at->y_mm * MINTU_MM;
        *one->box = (mintu_box){x, y, x + one->size[0], y + one->size[1]};
        mintu_placement_take(placement, one->box);
    } else if (is_sent(one)) {
        *one->box = mintu_placement_at(placement, mintu_anchor_named(one->anchor), one->size);
    } else {
        *one->box = mintu_placement_find(placement, one->first, one->size);
    }
}

void mintu_furniture_arrange(mintu_scene *scene, mintu_furniture *furniture)
{
    piece pieces[PIECES];
    mintu_coverage coverage = {0};
    mintu_placement placement = {.frame = scene->page.frame, .gap = 2.6 * MINTU_MM * scene->page.unit, .coverage = &coverage};
    scene->failed = !mintu_coverage_open(&coverage, scene) || scene->failed;
    measure(scene, furniture, pieces);
    for (int sent = 1; sent >= 0; sent--)
        for (int i = 0; i < PIECES && coverage.cell > 0; i++)
            if (pieces[i].wanted && is_sent(&pieces[i]) == (sent == 1))
                put(&placement, &pieces[i]);
    for (int i = 0; i < PIECES; i++)
        if (pieces[i].wanted)
            claim(scene, &pieces[i]);
    mintu_coverage_free(&coverage);
}
