#include "furniture/furniture_arrange.h"

#include "furniture/frame.h"
#include "furniture/inset.h"
#include "furniture/legend_gather.h"
#include "furniture/legend_paint.h"
#include "furniture/north_arrow.h"
#include "furniture/placement.h"
#include "furniture/scale_bar.h"
#include "furniture/source_note.h"
#include "furniture/title.h"
#include "furniture/warning.h"

#include <stdlib.h>
#include <string.h>

/* A piece before it has its place. */
typedef struct request {
    mintu_furniture_piece piece;
    mintu_anchor first; /* corner to take of equals */
    const char *name;   /* in messages */
    const mintu_layout_place *at;
    double size[2];
} request;

/* On the map's face it never reaches over the frame, unless the layout says where it stands. */
static bool fits_on_map(const mintu_furniture *furniture, const double size[2])
{
    const mintu_box *frame = &furniture->drawing->page.frame;
    return furniture->room.stand != MINTU_LEGEND_ON_MAP || furniture->layout->legend.given ||
           (size[0] <= frame->x1 - frame->x0 && size[1] <= frame->y1 - frame->y0);
}

/* From the largest to the smallest, but the north arrow before the scale bar: readers look for it at the upper right. */
static void measure(mintu_furniture *furniture, request out[MINTU_PIECE_END])
{
    const mintu_layout *layout = furniture->layout;
    static const mintu_layout_place NOWHERE = {0};
    bool *has = furniture->has;
    mintu_anchor preferred = mintu_anchor_named(layout->legend.prefer);
    preferred = preferred == MINTU_ANCHOR_END ? MINTU_ANCHOR_BOTTOM_RIGHT : preferred;
    const request all[MINTU_PIECE_END] = {
        {MINTU_PIECE_LEGEND, preferred, "legend", &layout->legend, {0}},
        {MINTU_PIECE_INSET, MINTU_ANCHOR_TOP_RIGHT, "inset", &layout->inset, {0}},
        {MINTU_PIECE_NORTH_ARROW, MINTU_ANCHOR_TOP_RIGHT, "north arrow", &layout->north_arrow, {0}},
        {MINTU_PIECE_SCALE_BAR, MINTU_ANCHOR_BOTTOM_LEFT, "scale bar", &layout->scale_bar, {0}},
        {MINTU_PIECE_WARNING, MINTU_ANCHOR_TOP_LEFT, "warning", &NOWHERE, {0}},
    };
    memcpy(out, all, sizeof all);
    furniture->legend.letters = furniture->room.letters;
    mintu_legend_measure(furniture->drawing, &furniture->legend, furniture->room.stand, out[0].size);
    bool wanted = mintu_is_wanted(&layout->legend) && furniture->legend.row_count > 0;
    furniture->legend_left_out = wanted && !fits_on_map(furniture, out[0].size);
    has[MINTU_PIECE_LEGEND] = wanted && !furniture->legend_left_out;
    has[MINTU_PIECE_INSET] = mintu_inset_measure(furniture, out[1].size);
    mintu_north_arrow_measure(furniture, out[2].size);
    has[MINTU_PIECE_NORTH_ARROW] = mintu_is_drawn(&layout->north_arrow, mintu_north_misleads(&furniture->variation));
    mintu_scale_bar_measure(furniture, out[3].size);
    has[MINTU_PIECE_SCALE_BAR] = mintu_is_drawn(&layout->scale_bar, mintu_scale_misleads(&furniture->variation));
    has[MINTU_PIECE_WARNING] = mintu_warning_measure(furniture, out[4].size);
}

static void claim(const mintu_furniture *furniture, const request *one)
{
    const mintu_drawing *drawing = furniture->drawing;
    const mintu_box *box = &furniture->boxes[one->piece], page = {0, 0, drawing->page.width, drawing->page.height};
    mintu_collision_add(&furniture->labels->collision,
                        &(mintu_obstacle){.box = mintu_box_grown(*box, 2), .owner = MINTU_UNPLACED, .piece = one->name});
    if (!mintu_box_within(box, &page))
        mintu_findings_add(
            drawing->findings, "the %s, %.0f x %.0f mm, reaches over the edge of the page; use a larger page or another place",
            one->name, one->size[0] / mintu_page_mm(&drawing->page), one->size[1] / mintu_page_mm(&drawing->page));
}

static bool is_sent(const request *one)
{
    return one->at->given || mintu_anchor_named(one->at->anchor) != MINTU_ANCHOR_END;
}

/* Off the map: as wide as the map when it stands below, else as high as it is. */
static mintu_box off_map(const mintu_furniture *furniture, const double size[2])
{
    mintu_box outer = mintu_box_grown(furniture->drawing->page.frame, mintu_frame_band(furniture));
    double gap = mintu_furniture_legend_gap(furniture);
    if (furniture->room.stand == MINTU_LEGEND_BELOW)
        return (mintu_box){outer.x0, outer.y1 + gap, outer.x1, outer.y1 + gap + size[1]};
    return (mintu_box){outer.x1 + gap, outer.y0, outer.x1 + gap + size[0], outer.y0 + size[1]};
}

/* What the legend hides, where it stands on the map. */
static void look_under(mintu_furniture *furniture, const mintu_occupancy *occupancy)
{
    const mintu_box *box = &furniture->boxes[MINTU_PIECE_LEGEND];
    double cells = mintu_box_area(box) / (occupancy->cell * occupancy->cell);
    furniture->legend_points = mintu_occupancy_sum(occupancy, MINTU_COVER_POINTS, box) / MINTU_COVER_POINT;
    furniture->legend_subject = mintu_occupancy_sum(occupancy, MINTU_COVER_SUBJECT, box) / fmax(cells, 1);
}

static void arrange_legend_off_map(mintu_furniture *furniture, const request *legend)
{
    furniture->boxes[MINTU_PIECE_LEGEND] = off_map(furniture, legend->size);
    claim(furniture, legend);
}

static mintu_box put(mintu_placement *placement, const request *one)
{
    placement->corners = one->piece == MINTU_PIECE_INSET ? 5 : 1;
    if (!is_sent(one))
        return mintu_placement_find(placement, one->first, one->size);
    if (!one->at->given)
        return mintu_placement_at(placement, mintu_anchor_named(one->at->anchor), one->size);
    double x = one->at->x_mm * placement->mm, y = one->at->y_mm * placement->mm;
    mintu_box box = {x, y, x + one->size[0], y + one->size[1]};
    mintu_placement_take(placement, &box);
    return box;
}

void mintu_furniture_arrange(mintu_furniture *furniture)
{
    mintu_drawing *drawing = furniture->drawing;
    request pieces[MINTU_PIECE_END];
    mintu_occupancy occupancy = {0};
    mintu_placement placement = {.frame = drawing->page.frame,
                                 .mm = mintu_page_mm(&drawing->page),
                                 .gap = 2.6 * MINTU_MM * drawing->page.unit,
                                 .occupancy = &occupancy};
    mintu_memory_good(mintu_occupancy_open(&occupancy, drawing));
    measure(furniture, pieces);
    bool off = furniture->room.stand != MINTU_LEGEND_ON_MAP && furniture->has[MINTU_PIECE_LEGEND];
    if (off)
        arrange_legend_off_map(furniture, &pieces[0]);
    for (int sent = 1; sent >= 0; sent--)
        for (int i = off; i < MINTU_PIECE_END && occupancy.cell > 0 && mintu_drawing_goes_on(drawing); i++)
            if (furniture->has[pieces[i].piece] && is_sent(&pieces[i]) == (sent == 1))
                furniture->boxes[pieces[i].piece] = put(&placement, &pieces[i]);
    if (furniture->has[MINTU_PIECE_LEGEND] && !off && occupancy.cell > 0)
        look_under(furniture, &occupancy);
    for (int i = off; i < MINTU_PIECE_END; i++)
        if (furniture->has[pieces[i].piece])
            claim(furniture, &pieces[i]);
    mintu_occupancy_free(&occupancy);
}

void mintu_furniture_frame(mintu_furniture *furniture)
{
    mintu_page *page = &furniture->drawing->page;
    furniture->variation = mintu_variation_of(furniture->drawing);
    page->frame = (mintu_box){page->margin, page->margin, page->width - page->margin, page->height - page->margin};
    page->frame.y0 += mintu_title_measure(furniture);
    page->frame.y1 -= mintu_source_note_measure(furniture);
    if (furniture->room.legend > 0) {
        bool below = furniture->room.stand == MINTU_LEGEND_BELOW;
        *(below ? &page->frame.y1 : &page->frame.x1) -= furniture->room.legend + mintu_furniture_legend_gap(furniture);
    }
    page->frame = mintu_box_grown(page->frame, -mintu_frame_band(furniture));
}

size_t mintu_furniture_boxes(const mintu_furniture *furniture, mintu_box out[MINTU_PIECE_END])
{
    size_t count = 0;
    for (size_t i = 0; i < MINTU_PIECE_END; i++)
        if (furniture->has[i])
            out[count++] = furniture->boxes[i];
    return count;
}

void mintu_furniture_free(mintu_furniture *furniture)
{
    mintu_legend_free(&furniture->legend);
    free(furniture->title);
    *furniture = (mintu_furniture){0};
}
