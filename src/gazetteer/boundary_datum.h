/* Do the coordinates of polygons stand in the datum that they are said to stand in? */
#ifndef GAZETTEER_BOUNDARY_DATUM_H
#define GAZETTEER_BOUNDARY_DATUM_H

#include <mintu/layer.h>

/* What the comparison with the coast says. */
typedef struct mintu_datum_fit {
    double distance
        [MINTU_DATUM_END]; /* lower quartile of the distance in metres of the coast from the polygons' borders, were they in it */
    mintu_datum best;
    bool doubtful; /* another datum than the declared one fits clearly better */
} mintu_datum_fit;

/* Compares polygons as they came with the coast of @p land (WGS 84). Without enough coast nothing is doubtful. */
mintu_status mintu_boundary_datum(const mintu_layer *polygons, const mintu_layer *land, mintu_datum declared,
                                  mintu_error *error, mintu_datum_fit *out);

#endif
