/* What a style document is made of, and the functions that read its parts. */
#ifndef STYLE_DOCUMENT_PARTS_H
#define STYLE_DOCUMENT_PARTS_H

#include "base/textmap.h"
#include "expression/expression_parser.h"
#include "style/property.h"

typedef struct mintu_style_source {
    const char *name, *data;
    const char *file;  /* as the document gives it; NULL: no file */
    const char *layer; /* of the file; NULL: its first */
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
    const char *id;
    mintu_style_run *run; /* of the style */
    mintu_layer_type kind;
    int source; /* -1: none */
    double minzoom, maxzoom;
    bool hidden, required;
    const mintu_node *filter; /* or NULL */
    const mintu_node *properties[MINTU_PROPERTY_END];
    bool *warned; /* whether an evaluation error was told: of each property, and of the filter at MINTU_PROPERTY_END */
    const json_t *legend_label;
    mintu_legend_line *legend;
    size_t legend_count;
    mintu_property derived[4]; /* properties that the legend is derived from */
    size_t derived_count;
    const json_t *legend_labels, *legend_unit, *legend_frame, *legend_other, *legend_no_data; /* or NULL */
    int legend_decimals;                                                                      /* -1: as many as there are */
    bool legend_thousands, legend_keep, legend_rising, legend_narrow;
};

struct mintu_style {
    mintu_pool pool;
    mintu_style_run *run;
    json_t *root;
    const char *name, *folder, *file;
    mintu_style_source *sources;
    size_t source_count;
    mintu_style_layer *layers;
    size_t layer_count;
    mintu_textmap ids; /* of the layers, while they are read */
    mintu_layout layout;
    const json_t *layout_json; /* metadata mintu:layout, or NULL */
    const json_t *state;       /* or NULL */
};

/* Readers note their failure in the parser, whose path is that of @p json, and return false. */
bool mintu_style_read_sources(mintu_parser *parser, mintu_style *style, const json_t *json, const char *folder);
bool mintu_style_read_layers(mintu_parser *parser, mintu_style *style, const json_t *json);
bool mintu_style_read_layout(mintu_parser *parser, mintu_style *style, const json_t *json);
bool mintu_style_read_state(mintu_parser *parser, mintu_style *style, const json_t *json); /* before the layers */
bool mintu_style_read_legend(mintu_parser *parser, mintu_style_layer *layer, const json_t *json);
bool mintu_style_read_derived(mintu_parser *parser, mintu_style_layer *layer, const json_t *json); /* the properties are read */
bool mintu_style_read_properties(mintu_parser *parser, mintu_style_layer *layer, const json_t *json, bool layout);
bool mintu_style_read_filter(mintu_parser *parser, mintu_style_layer *layer, const json_t *json);

/* Notes a failure at member @p key of where the parser is (NULL: there itself); returns false. */
bool mintu_parser_note(mintu_parser *parser, mintu_status status, const char *key, const char *format, ...) MINTU_PRINTF(4, 5);

/* After a failure: true when somebody hears of it, and the parser is ready to read what comes next. */
bool mintu_parser_recover(mintu_parser *parser);

/* Refuses a member of @p json that is not in the NULL-terminated list; @p what names the object in the message. */
bool mintu_parser_check_keys(mintu_parser *parser, const json_t *json, const char *const *keys, const char *what);

/* Refuses member @p key unless it is missing or of the type that mintu_json_type_text() calls @p type. */
bool mintu_parser_check_member(mintu_parser *parser, const json_t *json, const char *key, const char *type);

/* A string, or {"zh": string, "en": string}: the value at the parser's path, or member @p key when there is one. */
bool mintu_parser_check_text_value(mintu_parser *parser, const json_t *value);
bool mintu_parser_check_text(mintu_parser *parser, const json_t *json, const char *key);

/* Such a text in a language ("zh" or "en"), or in the other one; NULL when @p json is none. */
const char *mintu_json_text(const json_t *json, const char *lang);

#endif
