#include "furniture/furniture_arrange.h"

#include "furniture/frame.h"
#include "furniture/furniture.h"
#include "furniture/inset.h"
#include "furniture/legend_gather.h"
#include "furniture/legend_paint.h"
#include "furniture/north_arrow.h"
#include "furniture/placement.h"
#include "furniture/scale_bar.h"
#include "furniture/source_note.h"
#include "furniture/title.h"
#include "furniture/warning.h"
#include "label/label_collision.h"

#include <stdlib.h>
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
static void measure(mintu_furniture *furniture, piece pieces[PIECES])
{
    mintu_drawing *drawing = furniture->drawing;
    const mintu_layout *layout = furniture->layout;
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
    mintu_legend_measure(drawing, &furniture->legend, pieces[0].size);
    pieces[0].wanted = furniture->has_legend = is_wanted(layout->legend_anchor) && furniture->legend.row_count > 0;
    pieces[1].wanted = mintu_inset_measure(furniture, pieces[1].size);
    mintu_north_arrow_measure(drawing, pieces[2].size);
    pieces[2].wanted = furniture->has_north = is_wanted(layout->north_anchor);
    mintu_scale_bar_measure(furniture, pieces[3].size);
    pieces[3].wanted = furniture->has_bar = is_wanted(layout->scale_anchor);
    mintu_warning_measure(furniture, pieces[4].size);
    pieces[4].wanted = furniture->has_warning;
}

static void claim(const mintu_furniture *furniture, const piece *one)
{
    const mintu_drawing *drawing = furniture->drawing;
    mintu_obstacle obstacle = {.box = mintu_box_grown(*one->box, 2), .owner = MINTU_UNPLACED, .piece = one->name};
    mintu_box page = {0, 0, drawing->page.width, drawing->page.height};
    mintu_collision_add(&furniture->labels->collision, &obstacle);
    if (!mintu_box_within(one->box, &page))
        mintu_findings_add(drawing->findings,
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

void mintu_furniture_arrange(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    piece pieces[PIECES];
    mintu_occupancy occupancy = {0};
    mintu_placement placement = {
        .frame = drawing->page.frame, .gap = 2.6 * MINTU_MM * drawing->page.unit, .occupancy = &occupancy};
    drawing->failed = !mintu_occupancy_open(&occupancy, drawing) || drawing->failed;
    measure(furniture, pieces);
    for (int sent = 1; sent >= 0; sent--)
        for (int i = 0; i < PIECES && occupancy.cell > 0; i++)
            if (pieces[i].wanted && is_sent(&pieces[i]) == (sent == 1))
                put(&placement, &pieces[i]);
    for (int i = 0; i < PIECES; i++)
        if (pieces[i].wanted)
            claim(furniture, &pieces[i]);
    mintu_occupancy_free(&occupancy);
}

mintu_status mintu_furniture_frame(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_page *page = &drawing->page;
    page->frame = (mintu_box){page->margin, page->margin, page->width - page->margin, page->height - page->margin};
    page->frame.y0 += mintu_title_measure(furniture);
    page->frame.y1 -= mintu_source_note_measure(furniture);
    page->frame = mintu_box_grown(page->frame, -mintu_frame_band(furniture));
    return drawing->failed ? MINTU_STATUS_MEMORY : MINTU_STATUS_OK;
}

size_t mintu_furniture_boxes(const mintu_furniture *furniture, mintu_box out[MINTU_FURNITURE_BOXES])
{
    const struct {
        bool has;
        const mintu_box *box;
    } pieces[MINTU_FURNITURE_BOXES] = {{furniture->has_legend, &furniture->legend_box},
                                       {furniture->has_bar, &furniture->bar_box},
                                       {furniture->has_warning, &furniture->warning_box},
                                       {furniture->inset != NULL, &furniture->inset_box},
                                       {furniture->has_north, &furniture->north_box}};
    size_t count = 0;
    for (size_t i = 0; i < MINTU_FURNITURE_BOXES; i++)
        if (pieces[i].has)
            out[count++] = *pieces[i].box;
    return count;
}

void mintu_furniture_free(mintu_furniture *furniture)
{
    mintu_legend_free(&furniture->legend);
    free(furniture->title);
    *furniture = (mintu_furniture){0};
}
