/* The coordinates of a whole layer: gathered once in degrees, projected in one batch, then placed on the page. */
#ifndef CANVAS_PLOT_H
#define CANVAS_PLOT_H

#include "canvas/page.h"
#include "geometry/projection.h"
#include "geometry/track.h"

#include <mintu/layer.h>

typedef struct mintu_plot_row {
    mintu_geometry_type type;
    size_t part, part_end;
    mintu_box box;  /* on the page */
    double spot[2]; /* where a point symbol or a label stands: the point itself, or one inside the polygon */
    bool has_spot;
    bool context;   /* its own spot lies outside the frame: what the page shows of it is surroundings */
    bool cut;       /* for the projection: its spot is looked for on the page */
    double stretch; /* px of a cut polygon that can be seen to both sides of the spot together; 0: all of it */
} mintu_plot_row;

typedef struct mintu_plot {
    const mintu_layer *layer;
    double *xy;
    size_t vertex_count, vertex_room;
    size_t *starts; /* part_count + 1 */
    unsigned char *outer;
    unsigned char *marks; /* of each vertex, what cutting did (geometry/track.h); NULL: nothing */
    size_t part_count, part_room, outer_room;
    mintu_plot_row *rows;
    size_t row_count;
    uint32_t *edges; /* number of the border piece from vertex i to i + 1, the same in both directions; NULL until asked for */
    size_t edge_count;
    bool symbols; /* drawn as circles or icons */
    bool pixels;  /* the outline of a picture, or of elevations */
    bool subject; /* belongs to what the map is about, not to the surroundings */
} mintu_plot;

/* Fills a zero-initialised plot in degrees. Polygons have no spots yet. */
mintu_status mintu_plot_load(mintu_plot *plot, mintu_context *context, const mintu_layer *layer, mintu_error *error);

/* Gives polygons their spots in degrees, but for those that were cut or dropped. */
mintu_status mintu_plot_find_spots(mintu_plot *plot, mintu_context *context, mintu_error *error);

/* Degrees to metres. */
mintu_status mintu_plot_project(mintu_plot *plot, mintu_projection *projection, mintu_error *error);

/* Whether a vertex is none of the data's, but was put in between. */
static inline bool mintu_plot_is_made(const mintu_plot *plot, size_t vertex)
{
    return plot->marks && (plot->marks[vertex] & MINTU_MARK_MADE);
}

/* Bounds of all finite vertices; false when there is none. */
bool mintu_plot_bounds(const mintu_plot *plot, mintu_box *out);

/* Metres to px on the page; outer rings are turned one way and holes the other, so that many polygons fill as one path. */
void mintu_plot_place(mintu_plot *plot, const mintu_page *page);

/* Numbers the border pieces of a polygon layer, so that a border that two neighbours share is drawn once. */
bool mintu_plot_number_edges(mintu_plot *plot);

void mintu_plot_free(mintu_plot *plot);

#endif
