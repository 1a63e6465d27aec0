/* What a map carries besides its face: title, legend, scale bar, north arrow, notes, neat line. Each piece is measured, given
 * its place by arrange.c, and drawn. */
#ifndef FURNITURE_FURNITURE_H
#define FURNITURE_FURNITURE_H

#include "furniture/furniture_words.h"
#include "furniture/legend.h"
#include "map/scene.h"

#include <jansson.h>

typedef struct mintu_furniture {
    size_t title_run, subtitle_run; /* MINTU_NO_RUN when absent */
    size_t notes_run, imprint_run;  /* sources and notes; projection and scale */
    double imprint_height, notes_height;
    size_t warning_run;
    mintu_legend legend;
    double bar_metres;       /* length that the scale bar shows */
    const mintu_plot *inset; /* areas of the locator; NULL for none */
    double inset_share;      /* px of the inset per px of the map */
    bool has_legend, has_bar, has_north, has_warning;
    mintu_box legend_box, bar_box, north_box, warning_box, inset_box;
} mintu_furniture;

#define MINTU_NO_RUN ((size_t)-1)

/* The three sizes of type, px. */
double mintu_type_title(const mintu_scene *scene);
double mintu_type_body(const mintu_scene *scene);
double mintu_type_small(const mintu_scene *scene);

/* Shapes a furniture text; MINTU_NO_RUN for NULL and "". @p width 0: one line. */
typedef enum mintu_weight { MINTU_WEIGHT_REGULAR = 0, MINTU_WEIGHT_SEMIBOLD, MINTU_WEIGHT_BOLD } mintu_weight;
size_t mintu_furniture_text(mintu_scene *scene, const char *string, double size, mintu_weight weight, double width);
void mintu_furniture_draw(mintu_scene *scene, size_t run, double x, double y, mintu_color color);
/* A light box under a piece that stands on the map. */
void mintu_furniture_panel(mintu_scene *scene, const mintu_box *box, mintu_color edge);

/* What stands outside the frame is shaped first, because it decides how large the frame is. */
mintu_status mintu_furniture_frame(mintu_scene *scene, mintu_furniture *furniture);
/* The boxes of the pieces on the map's face; returns how many there are. */
enum { MINTU_FURNITURE_BOXES = 5 };
size_t mintu_furniture_boxes(const mintu_furniture *furniture, mintu_box out[MINTU_FURNITURE_BOXES]);
void mintu_furniture_paint(mintu_scene *scene, const mintu_furniture *furniture);
void mintu_furniture_free(mintu_furniture *furniture);

extern const mintu_color MINTU_INK, MINTU_INK_SOFT, MINTU_INK_WARNING;

/* A number of the graticule, where its line meets the frame; a meridian is numbered at top and bottom, a parallel at both sides. */
typedef struct mintu_graticule_mark {
    double x, y;
    double degrees;
    bool meridian;
    char text[24];
} mintu_graticule_mark;
enum { MINTU_GRATICULE_MARKS = 256 };

#endif
