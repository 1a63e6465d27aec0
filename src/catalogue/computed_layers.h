/* Layers that are computed from others. */
#ifndef CATALOGUE_COMPUTED_LAYERS_H
#define CATALOGUE_COMPUTED_LAYERS_H

#include <mintu/catalogue.h>

typedef mintu_status mintu_compute_fn(mintu_context *context, const mintu_gazetteer *gazetteer, int which,
                                      const mintu_catalogue_options *options, mintu_error *error, mintu_layer **out);

/* Name, one line for lists, how it is made, and which of those that the function makes. */
typedef struct mintu_computed_layer {
    const char *name, *title;
    mintu_compute_fn *compute;
    int which;
} mintu_computed_layer;

/* All of them; ends with an empty row. */
extern const mintu_computed_layer MINTU_COMPUTED_LAYERS[];

#endif
