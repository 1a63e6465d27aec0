/* Which numbers of a field stand for the sizes of a layer in the legend. */
#ifndef STYLE_LEGEND_SIZES_H
#define STYLE_LEGEND_SIZES_H

#include "style/legend_classes.h"

/* The numbers that stand for sizes: those of the page when they are few and round, else round ones, the first and the last as near the ends of what
 * the page shows as they are round. */
size_t mintu_legend_sizes(const mintu_key_class *class, double *out);

/* The largest round number that is not above. */
double mintu_round_below(double value);

#endif
