/** @file map.h
 *  A style and its layers drawn on a page: PNG, SVG or PDF. */
#ifndef MINTU_MAP_H
#define MINTU_MAP_H

#include <mintu/layer.h>
#include <mintu/style.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_map mintu_map;

typedef enum mintu_map_format {
    MINTU_MAP_FORMAT_PNG = 0,
    MINTU_MAP_FORMAT_SVG,
    MINTU_MAP_FORMAT_PDF,
    MINTU_MAP_FORMAT_END /**< sentinel */
} mintu_map_format;

/** The page and what is on it. Zero-initialise for the defaults, which come from the style's `mintu:layout`. */
typedef struct mintu_map_options {
    double width_mm, height_mm; /**< page; 0: the style's, else A4 upright */
    double margin_mm;           /**< around what is drawn; 0: the style's, else 8 mm or less on small pages */
    bool landscape, portrait;   /**< turns the page so that its longer side lies across, or stands */
    double dpi;                 /**< PNG resolution, 72 to 1200; 0: 300 */
    double scale;               /**< N of 1:N; 0: as large as the extent allows */
    double extent[4];  /**< west, south, east, north in degrees, across 180 with east less than west; all 0: the style's */
    const char *crs;   /**< any PROJ definition; NULL: the style's, else the one that suits the extent */
    const char *title; /**< NULL: the style's; may hold {as-of} and {place}, as all texts of the layout */
    const char *
        review; /**< review number (审图号) to print as given; NULL: the style's; without one the map says it is a working map */
    const char *lang;      /**< "zh" or "en"; also the style's state `lang`. NULL: the style's default of it, else "zh" */
    bool svg_text;         /**< texts of an SVG as elements of text with their fonts' names, not as glyphs */
    uint64_t reserved[11]; /**< zero: see version.h */
} mintu_map_options;

/** Makes a map of a style, which must outlive it, as must the context. Options are copied; @p options NULL: the defaults. One that is not
 *  in its range is MINTU_STATUS_USAGE. A map serves one thread at a time. */
MINTU_API mintu_status mintu_map_new(mintu_context *context, const mintu_style *style, const mintu_map_options *options,
                                     mintu_error *error, mintu_map **out);

/** Frees a map; NULL is allowed. */
MINTU_API void mintu_map_free(mintu_map *map);

/** Gives the source @p name its layer, which is borrowed and must outlive the map. A source of pixels (of type raster, raster-dem or
 *  image) has none: it is MINTU_STATUS_USAGE, and mintu_map_source_load() takes it. */
MINTU_API mintu_status mintu_map_source_set(mintu_map *map, const char *name, const mintu_layer *layer, mintu_error *error);

/** Reads the source @p name from what the style names, a file or inline GeoJSON; the map keeps the layer. Of a file of pixels it keeps
 *  the outline; the pixels are read while the map is drawn, only as fine as it needs. A file must lie
 *  beneath the style's folder, links resolved, unless mintu_context_elsewhere_set() allows others. What is `mintu:NAME` comes
 *  from the data package, which a map does not know: it is MINTU_STATUS_USAGE, and mintu_map_source_set() takes it. */
MINTU_API mintu_status mintu_map_source_load(mintu_map *map, const char *name, mintu_error *error);

/** Makes feature @p row of @p layer what the map is about: without an extent the page is fitted to it, what lies around it is
 *  drawn paler and not counted ({count}), and {place} in the layout's texts is its `name` (in English `name_en`). The layer is
 *  borrowed. */
MINTU_API mintu_status mintu_map_focus_set(mintu_map *map, const mintu_layer *layer, size_t row, mintu_error *error);

/** Adds a feature to what mintu_map_focus_set() has said: the page is fitted to all of them, counts are of what lies in any, and {place}
 *  names each. Areas, or else points; at most 32 of them. The layer is borrowed. */
MINTU_API mintu_status mintu_map_focus_add(mintu_map *map, const mintu_layer *layer, size_t row, mintu_error *error);

/** Says that @p path will be written too from the map, at most 16 such (its caption, its report): mintu_map_render() then ends with
 *  MINTU_STATUS_USAGE, and nothing is written, when one of the run's files would replace an icon that the map is drawn from. */
MINTU_API mintu_status mintu_map_output_add(mintu_map *map, const char *path, mintu_error *error);

/** Draws the map to @p path ("-": standard output). Returns MINTU_STATUS_FINDINGS when the file was written but a required
 *  label could not be placed, symbols lie beneath the legend, the extent shows none of them, or a glyph, a font or an icon is
 *  missing; mintu_map_finding() lists them. */
MINTU_API mintu_status mintu_map_render(mintu_map *map, const char *path, mintu_map_format format, mintu_error *error);

/** The same into memory. */
MINTU_API mintu_status mintu_map_render_bytes(mintu_map *map, mintu_map_format format, mintu_error *error, mintu_bytes *out);

MINTU_API size_t mintu_map_finding_count(const mintu_map *map);
MINTU_API const char *mintu_map_finding(const mintu_map *map, size_t index); /**< one line of UTF-8 */

/** Writes figures on the labels of the last mintu_map_render() to @p path ("-": standard output) as one JSON object: `wanted`,
 *  `placed`, `required`, `leaders` (numbers), `mean_anchor_rank` (0: every label at its first choice), `smallest_text_pt`,
 *  `overlaps` (pairs of labels, and labels with symbols or furniture), `trials`, `stopped_by_time`, `layers` (the same per style
 *  layer), `dropped` (text, layer, feature from 1, reason), `labels` (text, layer, feature, box_mm: left, top, right, bottom
 *  from the page's upper left corner, anchor_rank) and `legend` (form: line, heading, ramp or nested; layer, label, box_mm,
 *  swatch_mm; of a ramp its ticks: label, value, y_mm; of nested circles sizes). MINTU_STATUS_USAGE before a map was drawn. */
MINTU_API mintu_status mintu_map_report_write(const mintu_map *map, const char *path, mintu_error *error);

/** Writes the last map in words to @p path ("-": standard output), UTF-8, a line each: its title; a description, which serves as
 *  alternative text (subtitle, what the legend lists with its counts, scale, notes); the sources. The same texts stand in the
 *  map's file. MINTU_STATUS_USAGE before a map was drawn. */
MINTU_API mintu_status mintu_map_caption_write(const mintu_map *map, const char *path, mintu_error *error);

/** The report and the caption in memory, NUL-terminated; NULL before a map was drawn. Valid until the map is drawn again or freed. */
MINTU_API const char *mintu_map_report(const mintu_map *map);
MINTU_API const char *mintu_map_caption(const mintu_map *map);

/** The N of 1:N that mintu_map_render() drew at; 0 before. */
MINTU_API double mintu_map_scale(const mintu_map *map);

#ifdef __cplusplus
}
#endif
#endif
