#include "map/furniture.h"
#include "map/coverage.h"
#include "map/label.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const mintu_color MINTU_INK = {0.11, 0.13, 0.16, 1}, MINTU_INK_SOFT = {0.33, 0.36, 0.40, 1},
                  MINTU_INK_WARNING = {0.72, 0.11, 0.11, 1};

static const char *const FONTS[] = {"Noto Sans CJK SC Regular", "Noto Sans CJK SC Semi-Bold", "Noto Sans CJK SC Bold"};

double mintu_type_title(const mintu_scene *scene)
{
    return 23 * scene->page.unit;
}

double mintu_type_body(const mintu_scene *scene)
{
    return 11 * scene->page.unit;
}

double mintu_type_small(const mintu_scene *scene)
{
    return 8.6 * scene->page.unit;
}

size_t mintu_furniture_text(mintu_scene *scene, const char *string, double size, mintu_weight weight, double width)
{
    mintu_text_style style = {.font = FONTS[weight], .size = size, .width = width, .line_height = 1.4};
    if (!string || !*string)
        return MINTU_NO_RUN;
    size_t run = mintu_text_shape(&scene->text, &style, string);
    scene->failed = scene->failed || run == MINTU_NO_RUN;
    return run;
}

void mintu_furniture_draw(mintu_scene *scene, size_t run, double x, double y, mintu_color color)
{
    mintu_text_paint paint = {.color = color, .opacity = 1};
    if (run != MINTU_NO_RUN)
        mintu_text_draw(&scene->canvas, mintu_text_run(&scene->text, run), x, y, &paint);
}

void mintu_furniture_panel(mintu_scene *scene, const mintu_box *box, mintu_color edge)
{
    cairo_t *cairo = scene->canvas.cairo;
    mintu_canvas_box(&scene->canvas, box);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_fill_preserve(cairo);
    mintu_canvas_color(&scene->canvas, edge, 0.7);
    cairo_set_line_width(cairo, 0.6);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

mintu_status mintu_furniture_frame(mintu_scene *scene, mintu_furniture *furniture)
{
    mintu_page *page = &scene->page;
    page->frame = (mintu_box){page->margin, page->margin, page->width - page->margin, page->height - page->margin};
    page->frame.y0 += mintu_title_measure(scene, furniture);
    page->frame.y1 -= mintu_source_note_measure(scene, furniture);
    page->frame = mintu_box_grown(page->frame, -mintu_frame_band(scene));
    return scene->failed ? MINTU_STATUS_MEMORY : MINTU_STATUS_OK;
}

/* Corners fill from the outside inwards. */
typedef struct layout_state {
    double used[MINTU_CORNER_END];
    int asked[MINTU_CORNER_END]; /* pieces that the layout sends there */
    double gap;
    mintu_coverage coverage;
} layout_state;

static mintu_box corner_box(const mintu_scene *scene, const layout_state *state, mintu_corner corner, const double size[2])
{
    const mintu_box *frame = &scene->page.frame;
    bool left = corner == MINTU_CORNER_BOTTOM_LEFT || corner == MINTU_CORNER_TOP_LEFT;
    bool top = corner == MINTU_CORNER_TOP_LEFT || corner == MINTU_CORNER_TOP_RIGHT;
    double x = left ? frame->x0 + state->gap : frame->x1 - state->gap - size[0];
    double y = top ? frame->y0 + state->gap + state->used[corner] : frame->y1 - state->gap - state->used[corner] - size[1];
    return (mintu_box){x, y, x + size[0], y + size[1]};
}

static mintu_corner named_corner(const char *name)
{
    static const char *const NAMES[] = {"bottom-right", "bottom-left", "top-right", "top-left"};
    for (int i = 0; i < MINTU_CORNER_END; i++)
        if (name && strcmp(name, NAMES[i]) == 0)
            return (mintu_corner)i;
    return MINTU_CORNER_END;
}

static void note_asked(layout_state *state, const mintu_layout *layout)
{
    const char *anchors[] = {layout->legend_anchor, layout->scale_anchor, layout->north_anchor, layout->inset_anchor};
    for (size_t i = 0; i < sizeof anchors / sizeof *anchors; i++)
        if (named_corner(anchors[i]) != MINTU_CORNER_END)
            state->asked[named_corner(anchors[i])]++;
}

/* How bad a place is: first what would not be seen at all, then how many symbols it hides, then how much of the subject. */
typedef struct badness {
    bool outside;
    size_t symbols;
    double cover;
} badness;

static bool is_better(const badness *one, const badness *two)
{
    if (one->outside != two->outside)
        return two->outside;
    if (one->symbols != two->symbols)
        return one->symbols < two->symbols;
    return one->cover < two->cover * 0.98 - 1e-9;
}

/* The corner asked for, else the one where the piece covers least of what matters; @p first is taken of equals. */
static mintu_box take_corner(const mintu_scene *scene, layout_state *state, const char *name, mintu_corner first,
                             const double size[2])
{
    mintu_corner corner = named_corner(name);
    if (corner == MINTU_CORNER_END) {
        double company = 30 + 0.5 * (size[0] + state->gap) * (size[1] + state->gap) / pow(state->coverage.cell, 2);
        badness least = {.outside = true, .symbols = SIZE_MAX, .cover = INFINITY};
        corner = first;
        for (int i = 0; i < MINTU_CORNER_END; i++) {
            mintu_corner next = (mintu_corner)(((int)first + i) % (int)MINTU_CORNER_END);
            mintu_box box = corner_box(scene, state, next, size), area = mintu_box_grown(box, state->gap);
            /* A second piece in a corner is about as bad as one that covers land. */
            badness bad = {!mintu_box_within(&box, &scene->page.frame), mintu_coverage_symbols(scene, &area),
                           mintu_coverage_sum(&state->coverage, &area) +
                               ((state->used[next] > 0) + state->asked[next]) * company};
            if (is_better(&bad, &least)) {
                least = bad;
                corner = next;
            }
        }
    }
    mintu_box box = corner_box(scene, state, corner, size);
    state->used[corner] += size[1] + state->gap;
    return box;
}

static void claim(mintu_scene *scene, const mintu_box *box, const char *piece)
{
    mintu_obstacle obstacle = {.box = mintu_box_grown(*box, 2), .owner = MINTU_UNPLACED, .piece = piece};
    mintu_collision_add(&scene->labels->collision, &obstacle);
}

static bool wanted(const char *anchor)
{
    return !anchor || strcmp(anchor, "none") != 0;
}

/* The largest piece chooses first. */
void mintu_furniture_arrange(mintu_scene *scene, mintu_furniture *furniture)
{
    layout_state state = {.gap = 2.6 * MINTU_MM * scene->page.unit};
    const mintu_layout *layout = scene->layout;
    double size[2];
    scene->failed = !mintu_coverage_open(&state.coverage, scene) || scene->failed;
    note_asked(&state, layout);
    mintu_legend_measure(scene, &furniture->legend, size);
    furniture->has_legend = wanted(layout->legend_anchor) && furniture->legend.row_count > 0;
    if (furniture->has_legend) {
        mintu_corner preferred = named_corner(layout->legend_prefer);
        preferred = preferred == MINTU_CORNER_END ? MINTU_CORNER_BOTTOM_RIGHT : preferred;
        furniture->legend_box = take_corner(scene, &state, layout->legend_anchor, preferred, size);
        claim(scene, &furniture->legend_box, "legend");
    }
    if (mintu_inset_measure(scene, furniture, size)) {
        furniture->inset_box = take_corner(scene, &state, layout->inset_anchor, MINTU_CORNER_TOP_RIGHT, size);
        claim(scene, &furniture->inset_box, "inset");
    }
    mintu_scale_bar_measure(scene, furniture, size);
    furniture->has_bar = wanted(layout->scale_anchor);
    if (furniture->has_bar) {
        furniture->bar_box = take_corner(scene, &state, layout->scale_anchor, MINTU_CORNER_BOTTOM_LEFT, size);
        claim(scene, &furniture->bar_box, "scale bar");
    }
    mintu_warning_measure(scene, furniture, size);
    if (furniture->has_warning) {
        furniture->warning_box = take_corner(scene, &state, NULL, MINTU_CORNER_TOP_LEFT, size);
        claim(scene, &furniture->warning_box, "warning");
    }
    mintu_north_arrow_measure(scene, size);
    furniture->has_north = wanted(layout->north_anchor);
    if (furniture->has_north) {
        furniture->north_box = take_corner(scene, &state, layout->north_anchor, MINTU_CORNER_TOP_RIGHT, size);
        claim(scene, &furniture->north_box, "north arrow");
    }
    mintu_coverage_free(&state.coverage);
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

void mintu_furniture_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    mintu_canvas *canvas = &scene->canvas;
    if (furniture->has_legend) {
        mintu_canvas_group(canvas, "legend", NULL);
        mintu_legend_paint(scene, &furniture->legend, &furniture->legend_box);
    }
    if (furniture->has_bar) {
        mintu_canvas_group(canvas, "scale-bar", NULL);
        mintu_scale_bar_paint(scene, furniture);
    }
    if (furniture->inset) {
        mintu_canvas_group(canvas, "inset", NULL);
        mintu_inset_paint(scene, furniture);
    }
    if (furniture->has_warning) {
        mintu_canvas_group(canvas, "warning", NULL);
        mintu_warning_paint(scene, furniture);
    }
    if (furniture->has_north) {
        mintu_canvas_group(canvas, "north-arrow", NULL);
        mintu_north_arrow_paint(scene, furniture);
    }
    mintu_canvas_group(canvas, "frame", NULL);
    mintu_frame_paint(scene);
    if (scene->layout->graticule)
        mintu_graticule_paint_numbers(scene);
    mintu_canvas_group(canvas, "title", NULL);
    mintu_title_paint(scene, furniture);
    mintu_canvas_group(canvas, "notes", NULL);
    mintu_source_note_paint(scene, furniture);
}

void mintu_furniture_free(mintu_furniture *furniture)
{
    mintu_legend_free(&furniture->legend);
    *furniture = (mintu_furniture){0};
}
