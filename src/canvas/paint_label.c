/* The texts of a symbol layer, where they were placed. */
#include "canvas/paint_label.h"

#include "canvas/paint.h"
#include "label/label.h"
#include "label/label_leader.h"

static void draw_leader(mintu_scene *scene, const mintu_label *label, const mintu_candidate *candidate)
{
    double line[4];
    cairo_t *cairo = scene->canvas.cairo;
    if (!mintu_label_leader(label, candidate, mintu_text_run(&scene->text, candidate->run), line))
        return;
    cairo_move_to(cairo, line[0], line[1]);
    cairo_line_to(cairo, line[2], line[3]);
    mintu_canvas_color(&scene->canvas, label->paint.color, label->paint.opacity);
    cairo_set_line_width(cairo, 0.4);
    cairo_set_dash(cairo, NULL, 0, 0);
    cairo_stroke(cairo);
}

static void draw_run(mintu_scene *scene, size_t index, const double at[3], const mintu_text_paint *paint)
{
    const mintu_run *run = mintu_text_run(&scene->text, index);
    cairo_t *cairo = scene->canvas.cairo;
    if (at[2] == 0) {
        mintu_text_draw(&scene->canvas, run, at[0] - run->width / 2, at[1] - run->height / 2, paint);
        return;
    }
    cairo_save(cairo);
    cairo_translate(cairo, at[0], at[1]);
    cairo_rotate(cairo, at[2]);
    mintu_text_draw(&scene->canvas, run, -run->width / 2, -run->height / 2, paint);
    cairo_restore(cairo);
}

/* Along a line all halos come first, so that none eats into the letter before it. */
static void draw_letters(mintu_scene *scene, const mintu_label *label, const mintu_candidate *candidate)
{
    for (int pass = label->paint.halo_width > 0 ? 0 : 1; pass < 2; pass++) {
        mintu_text_paint paint = label->paint;
        if (pass == 0)
            paint.color.alpha = 0;
        else
            paint.halo_width = 0;
        for (size_t i = 0; i < candidate->letter_count; i++) {
            const mintu_letter *letter = &scene->labels->letters[candidate->letter + i];
            draw_run(scene, letter->run, (const double[]){letter->x, letter->y, letter->angle}, &paint);
        }
    }
}

void mintu_paint_labels(mintu_scene *scene, size_t layer_index)
{
    const mintu_labels *labels = scene->labels;
    for (int pass = 0; pass < 2; pass++) /* leaders below all texts */
        for (size_t i = 0; i < labels->count; i++) {
            const mintu_label *label = &labels->labels[i];
            if (label->layer != layer_index || label->chosen == MINTU_UNPLACED)
                continue;
            const mintu_candidate *candidate = &labels->candidates[label->chosen];
            if (pass == 0)
                draw_leader(scene, label, candidate);
            else if (candidate->letter_count)
                draw_letters(scene, label, candidate);
            else
                draw_run(scene, candidate->run, (const double[]){candidate->x, candidate->y, candidate->angle}, &label->paint);
        }
}
