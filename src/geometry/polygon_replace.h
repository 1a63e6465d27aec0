/* Some polygons of a coverage replaced, and the neighbours that stay fitted to them. */
#ifndef GEOMETRY_POLYGON_REPLACE_H
#define GEOMETRY_POLYGON_REPLACE_H

#include "geometry/polygon.h"

typedef enum mintu_replace_kind {
    MINTU_REPLACE_OVERLAP = 0, /* two of the new polygons, or two of one row, cover the same land */
    MINTU_REPLACE_ELSEWHERE,   /* a new polygon and the one that it replaces share less than half */
    MINTU_REPLACE_SWALLOWED,   /* one that stays would lose all, or more than half */
    MINTU_REPLACE_GAP,         /* land that no new polygon takes again, too wide to be given to a neighbour */
    MINTU_REPLACE_KINDS
} mintu_replace_kind;

typedef struct mintu_replace_problem {
    mintu_replace_kind kind;
    size_t row, other; /* rows of the layer; other: of an overlap */
    double km2, share; /* geodesic; share: what is kept of SWALLOWED, what is shared of ELSEWHERE, 0 to 1 */
    double at[2];      /* a point in the largest part */
} mintu_replace_problem;

/* What is to be replaced, given, and what became of it. The arrays are by row of the layer, and freed with mintu_replacement_free(). */
typedef struct mintu_replacement {
    const mintu_layer *fresh; /* the new polygons */
    const size_t *row_of;     /* of each row of fresh, the row of the layer that it is a polygon of */
    bool insist;              /* all but overlaps, and what would swallow a row wholly, is done nevertheless */
    mintu_replace_problem *problems;
    size_t problem_count, problem_room;
    bool *changed;                   /* rows whose geometry is another one */
    double *gained, *lost, *dropped; /* km2; dropped: what is no land any more */
} mintu_replacement;

/* Cuts all borders of the new polygons, of those that they replace and of their neighbours together. The new ones win, whatever lay
 * there. What they leave open of the earlier ones goes to the neighbours that stay, and to the outside where that is nearer: an open
 * face that several border on is cut into triangles over its vertices, and each goes where its longest border is. A gap of 1 km² and
 * more that is on average 500 m wide is a problem. Neighbours then share borders to the last vertex; rows that do not touch what is new
 * or open stay as they are, bit for bit. With problems, the layer is not changed. */
mintu_status mintu_polygon_replace(mintu_context *context, mintu_layer *layer, mintu_error *error, mintu_replacement *out);

void mintu_replacement_free(mintu_replacement *replacement);

#endif
