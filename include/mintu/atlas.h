/** @file atlas.h
 *  A map for each unit: pages that are alike, each about one unit, beside it what a notice asks of it. As a book in one PDF, with cover
 *  and index, or page by page.
 *
 *      mintu_atlas *atlas; mintu_error error;
 *      mintu_atlas_new(map, gazetteer, counties, NULL, &error, &atlas);
 *      mintu_atlas_book(atlas, "counties.pdf", &error);
 */
#ifndef MINTU_ATLAS_H
#define MINTU_ATLAS_H

#include <mintu/gazetteer.h>
#include <mintu/map.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_atlas mintu_atlas;

/** Which pages, and what stands on them. Zero-initialise for the defaults. */
typedef struct mintu_atlas_options {
    const char *where; /**< expression of the style language, as JSON, that is true for the units that get a page; NULL: all */
    bool
        usual; /**< scales of series of maps (1:5,000, 1:10,000, 1:20,000, 1:25,000, 1:50,000, …), the largest at which the unit
                 *   fits; else any round one, as of mintu_map_render() */
    int as_of;            /**< day YYYYMMDD: names and rosters, the quota of its year; 0: the package's */
    const char *progress; /**< table of reports, see progress.h; NULL: the pages say nothing of progress */
    uint64_t on;          /**< day YYYYMMDD that is asked about in it; 0: today */
    size_t first, last;   /**< pages of the book and no others, from 1; 0: from the first, to the last */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_atlas_options;

/** Makes an atlas with the map's style, sources and page: a page for each feature of @p units, in their order, that is the map's focus,
 *  with its name (in English `name_en`) in the title. A map with a scale is drawn at it. All is borrowed. A feature without an area gets no
 *  page: it is a finding. An expression that no unit fulfils is MINTU_STATUS_INPUT, pages that there are none of MINTU_STATUS_USAGE.
 *  @p options NULL: the defaults. */
MINTU_API mintu_status mintu_atlas_new(mintu_map *map, const mintu_gazetteer *gazetteer, const mintu_layer *units,
                                       const mintu_atlas_options *options, mintu_error *error, mintu_atlas **out);

/** Frees an atlas; NULL is allowed. */
MINTU_API void mintu_atlas_free(mintu_atlas *atlas);

/** How many pages have a map, from 1 and whatever the options leave out. */
MINTU_API size_t mintu_atlas_count(const mintu_atlas *atlas);

/** What files of a page are called: its number and the unit's code, else its name, `0001-350203`; "" outside. */
MINTU_API const char *mintu_atlas_page_name(const mintu_atlas *atlas, size_t page);

/** Draws one page to @p path ("-": standard output): the same as in the book. MINTU_STATUS_FINDINGS as of mintu_map_render(), and when the
 *  unit does not fit on the page at the map's scale. */
MINTU_API mintu_status mintu_atlas_page(mintu_atlas *atlas, size_t page, const char *path, mintu_map_format format,
                                        mintu_error *error);

/** Draws the pages that the options name into one PDF, with a cover before and an index behind them: the places that the maps label, with
 *  page and cell, by pinyin and by strokes, in English by letters; and with bookmarks. */
MINTU_API mintu_status mintu_atlas_book(mintu_atlas *atlas, const char *path, mintu_error *error);

/** What was found so far, a line of UTF-8 each. */
MINTU_API size_t mintu_atlas_finding_count(const mintu_atlas *atlas);
MINTU_API const char *mintu_atlas_finding(const mintu_atlas *atlas, size_t index); /**< "" outside */

#ifdef __cplusplus
}
#endif
#endif
