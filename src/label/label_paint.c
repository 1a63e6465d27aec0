#include "label/label_paint.h"

#include "canvas/focus.h"
#include "canvas/pen.h"
#include "label/label_icon.h"
#include "label/label_leader.h"
#include "label/symbol_order.h"
#include "style/property_value.h"

#include <stdlib.h>

static void draw_text(const mintu_labels *labels, const mintu_text_spot *text, const mintu_text_paint *paint)
{
    const mintu_run *run = mintu_labels_run(labels, text->run);
    mintu_canvas *canvas = &labels->drawing->canvas;
    if (text->angle == 0) {
        mintu_text_draw(canvas, run, (const double[]){text->at[0] - run->width / 2, text->at[1] - run->height / 2}, paint);
        return;
    }
    mintu_canvas_go(canvas, text->at, text->angle, 1);
    mintu_text_draw(canvas, run, (const double[]){-run->width / 2, -run->height / 2}, paint);
    mintu_canvas_back(canvas);
}

/* Along a line all halos come first, so that none eats into the letter before it. */
static void draw_letters(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *candidate)
{
    for (int pass = label->paint.halo_width > 0 ? 0 : 1; pass < 2; pass++) {
        mintu_text_paint paint = label->paint;
        if (pass == 0)
            paint.color.alpha = 0;
        else
            paint.halo_width = 0;
        for (size_t i = 0; i < candidate->letter_count; i++)
            draw_text(labels, &labels->letters[candidate->letter + i], &paint);
    }
}

/* Around the focus. */
static void fade(mintu_icon_look *look, double strength)
{
    look->color = mintu_color_faded(look->color, strength);
    look->halo = mintu_color_faded(look->halo, strength);
    look->opacity *= strength;
}

void mintu_icons_paint(const mintu_labels *labels, size_t layer)
{
    size_t count;
    const mintu_label **order = mintu_label_drawing_order(labels, layer, &count);
    mintu_drawing *drawing = labels->drawing;
    mintu_style_scope scope =
        mintu_drawing_scope(drawing, mintu_drawing_plot(drawing, mintu_style_layer_at(drawing->style, layer)));
    for (size_t i = 0; i < count && mintu_drawing_goes_on(drawing); i++) {
        if (!order[i]->icon.placed)
            continue;
        scope.row = order[i]->row;
        const mintu_label_candidate *place = mintu_label_place(labels, order[i]);
        mintu_icon_stand stand = mintu_label_icon_stand(labels, order[i], &scope, place ? &place->text : NULL);
        fade(&stand.look, mintu_focus_strength(drawing, order[i]->at));
        mintu_icon_look_draw_turned(drawing, &stand.look, stand.at, stand.angle);
        mintu_style_scope_clear(&scope);
    }
    mintu_style_scope_free(&scope);
    free(order);
}

static void paint_text(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *place)
{
    if (place->letter_count)
        draw_letters(labels, label, place);
    else
        draw_text(labels, &place->text, &label->paint);
}

void mintu_labels_paint(const mintu_labels *labels, size_t layer)
{
    size_t count;
    const mintu_label **order = mintu_label_drawing_order(labels, layer, &count);
    for (int pass = 0; pass < 2; pass++) /* leaders below all texts */
        for (size_t i = 0; i < count && mintu_drawing_goes_on(labels->drawing); i++) {
            const mintu_label_candidate *place = mintu_label_place(labels, order[i]);
            if (place && pass == 0)
                mintu_label_leader_paint(labels, order[i], place);
            else if (place)
                paint_text(labels, order[i], place);
        }
    free(order);
}
