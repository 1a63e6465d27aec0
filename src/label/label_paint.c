#include "label/label_paint.h"

#include "canvas/pen.h"
#include "label/label_leader.h"

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

void mintu_labels_paint(const mintu_labels *labels, size_t layer)
{
    for (int pass = 0; pass < 2; pass++) /* leaders below all texts */
        for (size_t i = 0; i < labels->count && mintu_drawing_goes_on(labels->drawing); i++) {
            const mintu_label *label = &labels->labels[i];
            const mintu_label_candidate *candidate = mintu_label_place(labels, label);
            if (label->layer != layer || !candidate)
                continue;
            if (pass == 0)
                mintu_label_leader_paint(labels, label, candidate);
            else if (candidate->letter_count)
                draw_letters(labels, label, candidate);
            else
                draw_text(labels, &candidate->text, &label->paint);
        }
}
