/** @file style.h
 *  MapLibre style documents (MapLibre Style Specification, version 8), parsed and checked. No drawing. */
#ifndef MINTU_STYLE_H
#define MINTU_STYLE_H

#include <mintu/status.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_style mintu_style;

/** Reads and checks the style document in file @p path. A JSON error, or what the specification does not allow, is
 *  MINTU_STATUS_INPUT, what it allows and print does not draw MINTU_STATUS_UNSUPPORTED, each with the JSON pointer in the text and
 *  line and column in the error. */
MINTU_API mintu_status mintu_style_load(const char *path, mintu_error *error, mintu_style **out);

/** The same from @p size bytes of text, which is copied; @p source (may be NULL) names it in messages. A style serves one
 *  thread at a time. */
MINTU_API mintu_status mintu_style_parse(const char *text, size_t size, const char *source, mintu_error *error,
                                         mintu_style **out);

/** What is to be other than a style says, without the file being changed. Zero-initialise: nothing. In lists LAYER is a layer's id. */
typedef struct mintu_style_changes {
    const char *subtitle;             /**< line under the title; "": none */
    const char *legend;               /**< "map", "below", "beside" or "none" */
    double legend_size, title_size;   /**< points, 3 to 400 */
    double type_scale;                /**< how many times the type of the style's own page, 0.25 to 10; 0: as the page has it */
    const char *hide;                 /**< "LAYER,LAYER": not drawn, and not in the legend */
    const char *colours;              /**< "LAYER=COLOUR;LAYER=COLOUR": a layer's one colour instead of its own */
    const char *labels;               /**< "LAYER=FIELD;LAYER=FIELD": what a layer's features are called by */
    const char *palette;              /**< name of a palette, or "NAME-reversed": for classes and ramps of colours */
    const char *palettes;             /**< the file that has it, as styles/palettes.csv */
    const char *maker, *date, *sheet; /**< title block: who made the map, when, which sheet it is; printed as given */
    const char *secrecy;              /**< mark in the upper right corner, printed as given */
    const char *points, *areas, *values;    /**< what the legend calls one's own data, which becomes the source "own-points",
                                                "own-areas" or "own-values" with a layer of that name; NULL: none */
    const char *points_label, *areas_label; /**< the field by which these are called, or NULL */
    const double *limits;                   /**< rising: of the classes of the field "value" of own-values */
    size_t limit_count;                     /**< one more than there are classes */
    uint64_t reserved[12];                  /**< zero: see version.h */
} mintu_style_changes;

/** The style document in file @p path with changes, which are borrowed during the call. A change that cannot be made, as of a layer
 *  that the style has not, or a colour that is none, is MINTU_STATUS_USAGE and says what there is. */
MINTU_API mintu_status mintu_style_load_changed(const char *path, const mintu_style_changes *changes, mintu_error *error,
                                                mintu_style **out);

/** Hears of one finding of mintu_style_check(): its status, text with JSON pointer, line and column. Valid during the call. */
typedef void mintu_style_finding_fn(const mintu_error *finding, void *user);

/** Reads the style document in file @p path and goes on after what is wrong with it, so that all findings are heard (at most
 *  100; NULL hears none). A finding of status MINTU_STATUS_FINDINGS is a note: what print does not have and nobody misses on
 *  paper. Returns MINTU_STATUS_OK when there are none but notes, MINTU_STATUS_INPUT when something is not valid, else
 *  MINTU_STATUS_UNSUPPORTED; @p error is then the first of that kind. Text that is no JSON, or a file that cannot be read, is
 *  in @p error alone. */
MINTU_API mintu_status mintu_style_check(const char *path, mintu_style_finding_fn *hear, void *user, mintu_error *error);

/** Frees a style; NULL is allowed. */
MINTU_API void mintu_style_free(mintu_style *style);

MINTU_API const char *mintu_style_name(const mintu_style *style); /**< `name`, "" when absent */

/** What the style's picture shows, a line of its `mintu:layout` in "zh" (for NULL, too) or "en"; "" when absent. */
MINTU_API const char *mintu_style_caption(const mintu_style *style, const char *lang);

MINTU_API size_t mintu_style_source_count(const mintu_style *style);
MINTU_API const char *mintu_style_source_name(const mintu_style *style, size_t index); /**< NULL outside */

/** What the source's `data` or `url` names, or the document's metadata `mintu:files` instead: `mintu:NAME` for a layer of the data
 *  package, else a path relative to the style's folder, already resolved against it; "" when only hidden layers have the source, and
 *  print no file for it. Inline GeoJSON comes back as the document has it, which begins with `{`;
 *  that it is JSON is checked with the document. */
MINTU_API const char *mintu_style_source_data(const mintu_style *style, size_t index);

/** The source's file as the document names it, before it is resolved; NULL when it is inline or no file, or there is no such
 *  source. Borrowed from the style. */
MINTU_API const char *mintu_style_source_file(const mintu_style *style, size_t index);

/** The NAME of `FILE|layername=NAME` in the source's `data`: a layer of the file, as mintu_layer_load() takes it. NULL when
 *  none is named, or there is no such source. Borrowed from the style. */
MINTU_API const char *mintu_style_source_layer(const mintu_style *style, size_t index);

/** For whom mintu_style_eval() evaluates. Zero-initialise: no feature, zoom 0, any type. */
typedef struct mintu_style_eval_options {
    const char *type; /**< expected type: number, string, enum, boolean, color, formatted, resolvedImage, object,
                                    array<number>, array<number, 2>, …; NULL: any */
    double zoom;
    const char *properties;    /**< JSON object; NULL: none */
    const char *geometry_type; /**< Point, LineString or Polygon; NULL: none */
    const char *geometry;      /**< GeoJSON geometry in degrees, which `within` and `distance` ask for; its type is the
                                    geometry_type when that is NULL. NULL: none */
    const char *tile;          /**< "z/x/y": the geometry is rounded to this level's tile grid, as in a map of vector tiles
                                    (8192 steps to a tile's side). NULL: to the whole part of zoom, at zoom 0 not at all */
    const char *id;            /**< JSON value; NULL: none */
    const char *state;         /**< JSON object that `global-state` reads; NULL: none */
    const char *images;        /**< JSON array of the names of images that exist, for `image` and `coalesce`; NULL: any may */
    uint64_t reserved[5];      /**< zero: see version.h */
} mintu_style_eval_options;

/** Parses one expression of the style specification from JSON text, checks it and evaluates it. @p out receives the value as
 *  JSON, to be freed with free(): a colour as [red, green, blue, alpha] from 0 to 1, premultiplied, a formatted text and an image
 *  as objects. An expression that is not valid is MINTU_STATUS_INPUT, one that is not supported MINTU_STATUS_UNSUPPORTED, each with
 *  the JSON pointer, line and column; MINTU_STATUS_FINDINGS is an evaluation error (a map would draw the property's default);
 *  MINTU_STATUS_USAGE is for options that are not of their kind. */
MINTU_API mintu_status mintu_style_eval(const char *expression, const mintu_style_eval_options *options, mintu_error *error,
                                        char **out);

#ifdef __cplusplus
}
#endif
#endif
