/* The nearest town of a county, or of all. */
#ifndef REVERSE_REVERSE_TOWNS_H
#define REVERSE_REVERSE_TOWNS_H

#include <mintu/gazetteer.h>

/* Towns that have a point of their own, by group: the row of their county's polygon. */
typedef struct mintu_towns {
    const mintu_place **places;
    double (*xyz)[3]; /* metres from the centre of the ellipsoid */
    uint32_t *start;  /* first town of a group; start[group_count + 1] is the number of towns, those without a group last */
    uint32_t group_count;
} mintu_towns;

/* Gathers the towns in force on the date. @p counties are the groups in order; NULL among them has no towns. *out must be
 * freed, also after a failure. */
mintu_status mintu_towns_build(const mintu_gazetteer *gazetteer, int date, const mintu_place *const *counties, uint32_t count,
                               mintu_error *error, mintu_towns *out);
void mintu_towns_free(mintu_towns *towns);

/* Nearest town of a group (UINT32_MAX: of all) and its geodesic distance in metres; NULL and NaN when it has none. */
const mintu_place *mintu_towns_nearest(const mintu_towns *towns, uint32_t group, const double lonlat[2], double *distance);

#endif
