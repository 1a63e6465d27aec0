#include "furniture/title.h"

#include "furniture/furniture.h"
#include "map/scene_text.h"

#include <stdlib.h>

/* Above the frame, at its left edge: the title, and the subtitle below it. */
double mintu_title_measure(mintu_scene *scene, mintu_furniture *furniture)
{
    double width = scene->page.width - 2 * scene->page.margin, height = 0;
    char *subtitle = mintu_scene_text(scene, "subtitle", 0);
    furniture->title_run = mintu_furniture_text(scene, scene->title, mintu_type_title(scene), MINTU_WEIGHT_BOLD, width);
    furniture->subtitle_run = mintu_furniture_text(scene, subtitle, mintu_type_body(scene), MINTU_WEIGHT_REGULAR, width);
    free(subtitle);
    if (furniture->title_run != MINTU_NO_RUN)
        height += mintu_text_run(&scene->text, furniture->title_run)->height + mintu_type_body(scene) * 0.7;
    if (furniture->subtitle_run != MINTU_NO_RUN)
        height += mintu_text_run(&scene->text, furniture->subtitle_run)->height + mintu_type_body(scene) * 0.6;
    return height;
}

void mintu_title_paint(mintu_scene *scene, const mintu_furniture *furniture)
{
    double x = scene->page.margin, y = scene->page.margin;
    mintu_furniture_draw(scene, furniture->title_run, x, y, MINTU_INK);
    if (furniture->title_run != MINTU_NO_RUN)
        y += mintu_text_run(&scene->text, furniture->title_run)->height + mintu_type_body(scene) * 0.7;
    mintu_furniture_draw(scene, furniture->subtitle_run, x, y, MINTU_INK_SOFT);
}
