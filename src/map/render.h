/* One run from layers to a file. */
#ifndef MAP_RENDER_H
#define MAP_RENDER_H

#include "canvas/drawing.h"

/* What a run is given. Strings and layers are borrowed. */
typedef struct mintu_render_input {
    mintu_context *context;
    const mintu_style *style;
    const mintu_layer *const *sources; /* one per source of the style; NULL where none was set */
    mintu_map_options options;
    const char *const *outputs; /* all files of the run, the map's first */
    size_t output_count;
    const mintu_layer *focus; /* or NULL */
    size_t focus_row;
    mintu_findings *findings;
    double *scale;  /* receives the N of 1:N */
    char **caption; /* receives the map in words; what it held is freed */
    char **report;  /* receives the figures of the labels as JSON text, NULL when it came not so far; what it held is freed */
} mintu_render_input;

mintu_status mintu_render(const mintu_render_input *input, mintu_map_format format, mintu_error *error);

#endif
