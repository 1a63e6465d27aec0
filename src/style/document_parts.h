/* What a style document is made of, and the functions that read its parts. */
#ifndef STYLE_DOCUMENT_PARTS_H
#define STYLE_DOCUMENT_PARTS_H

#include "base/textmap.h"
#include "expression/parser.h"
#include "style/inline_data.h"
#include "style/property.h"
#include "style/raster_source.h"
#include "style/sprite.h"

typedef struct mintu_style_source {
    const char *name, *data;
    const char *type;                  /* as the document has it; NULL: the source is not valid */
    bool measured;                     /* "lineMetrics": true */
    const char *file;                  /* as the document gives it; NULL: no file */
    const char *elsewhere;             /* print's file, of mintu:files, or NULL */
    const char *layer;                 /* of the file; NULL: its first */
    const mintu_inline_data *inside;   /* the document itself has the data; NULL: no */
    const char *attribution;           /* as text, or NULL */
    const char *promoted;              /* promoteId: the property that is the features' id, or NULL */
    const mintu_node *filter;          /* of its features for all layers, or NULL */
    const mintu_raster_source *raster; /* pixels; NULL: features */
} mintu_style_source;

typedef struct mintu_legend_line {
    const json_t *label;
    const json_t *properties;
    const char *text; /* the properties as JSON text */
} mintu_legend_line;

/* What has become of the evaluations for one map. */
typedef struct mintu_style_run {
    uint64_t steps;
    bool memory; /* ran out, so that a default stands where a value should */
} mintu_style_run;

struct mintu_style_layer {
    const char *id, *type; /* type: as the document has it */
    mintu_style_run *run;  /* of the style */
    mintu_layer_type kind;
    int source; /* -1: none */
    double minzoom, maxzoom;
    bool hidden, required, automatic, single;
    const mintu_node *filter;     /* or NULL */
    const mintu_node *visibility; /* an expression, or NULL */
    const mintu_style_source *from;
    const mintu_sprite *sprite; /* of the style */
    const mintu_node *properties[MINTU_PROPERTY_END];
    bool *warned; /* whether an evaluation error was told: of each property, and of the filter at MINTU_PROPERTY_END */
    const json_t *legend_label;
    mintu_legend_line *legend;
    size_t legend_count;
    mintu_property derived[4]; /* properties that the legend is derived from */
    size_t derived_count;
    const char *legend_gap; /* why the legend has no entry of the layer; NULL: it has */
    const json_t *legend_labels, *legend_unit, *legend_frame, *legend_other, *legend_no_data; /* or NULL */
    int legend_decimals;                                                                      /* -1: as many as there are */
    bool legend_thousands, legend_keep, legend_rising, legend_narrow;
};

struct mintu_style {
    mintu_pool pool;
    mintu_style_run *run;
    json_t *root;
    const mintu_inline_data *inside; /* of all sources */
    const char *name, *folder, *file;
    mintu_style_source *sources;
    size_t source_count;
    mintu_style_layer *layers;
    size_t layer_count;
    mintu_textmap ids; /* of the layers, while they are read */
    mintu_layout layout;
    const json_t *layout_json; /* metadata mintu:layout, or NULL */
    const json_t *state;       /* or NULL */
    double bearing, pitch;     /* degrees */
    mintu_sprite sprite;
};

#endif
