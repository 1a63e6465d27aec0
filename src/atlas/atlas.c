/* The public API of atlases. */
#include <mintu/atlas.h>

#include "atlas/atlas_data.h"
#include "atlas/atlas_page.h"
#include "atlas/atlas_units.h"
#include "base/argument.h"
#include "base/error.h"
#include "style/layout.h"
#include "style/state.h"

#include <stdlib.h>
#include <string.h>

/* The title of the map, or of the style, with the unit in it; one that says nothing of a place gets the unit before it. */
static mintu_status make_title(mintu_atlas *atlas, mintu_error *error)
{
    const char *asked = atlas->map->options.title;
    const char *own = mintu_style_layout_text(atlas->map->style, "title", 0, atlas->english ? "en" : "zh");
    const char *title = asked && asked[0] ? asked : own ? own : "";
    mintu_buffer text = {0};
    atlas->cover = title;
    if (!strstr(title, "{place}"))
        mintu_buffer_text(&text, !title[0] ? "{place}" : atlas->english ? "{place}: " : "{place}：");
    mintu_buffer_text(&text, title);
    if (text.failed)
        mintu_buffer_free(&text);
    atlas->title = text.data;
    return atlas->title ? MINTU_STATUS_OK : mintu_fail_memory(error, "making an atlas");
}

static mintu_status check(const mintu_atlas *atlas, mintu_error *error)
{
    const mintu_atlas_options *o = &atlas->options;
    size_t last = o->last ? o->last : atlas->count;
    if (o->first > atlas->count || last > atlas->count || (o->first ? o->first : 1) > last)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the pages %zu to %zu are asked for, and the atlas has %zu",
                          o->first ? o->first : 1, last, atlas->count);
    return MINTU_STATUS_OK;
}

static mintu_status make(mintu_atlas *atlas, mintu_error *error)
{
    const mintu_layout *layout = mintu_style_layout(atlas->map->style);
    const char *anchor = layout->inset.anchor;
    atlas->english = mintu_style_language(atlas->map->style, atlas->map->options.lang)[0] == 'e';
    atlas->located = !layout->inset_source || (anchor && strcmp(anchor, "none") == 0);
    atlas->sources =
        (mintu_atlas_sources){.context = atlas->map->context, .gazetteer = atlas->gazetteer, .english = atlas->english};
    mintu_status status = mintu_atlas_units_find(atlas, error);
    if (status == MINTU_STATUS_OK)
        status = check(atlas, error);
    if (status == MINTU_STATUS_OK)
        status = make_title(atlas, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_atlas_locator_make(atlas->layer, error, &atlas->locator);
    if (status == MINTU_STATUS_OK)
        status = mintu_atlas_sources_open(&atlas->sources, &atlas->options, error);
    if (status == MINTU_STATUS_OK && atlas->sources.refused)
        mintu_findings_add(&atlas->findings,
                           "%s: findings on the table of reports: %zu; the list of tasks by their progress has them",
                           atlas->options.progress, atlas->sources.refused);
    return status;
}

mintu_status mintu_atlas_new(mintu_map *map, const mintu_gazetteer *gazetteer, const mintu_layer *units,
                             const mintu_atlas_options *options, mintu_error *error, mintu_atlas **out)
{
    if (MINTU_GIVEN_OUT(error, out, map, gazetteer, units) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options ? options->as_of : 0))
        return MINTU_STATUS_USAGE;
    mintu_atlas *atlas = calloc(1, sizeof *atlas);
    if (!atlas)
        return mintu_fail_memory(error, "making an atlas");
    atlas->map = map;
    atlas->gazetteer = gazetteer;
    atlas->layer = units;
    map->foci[0] = (mintu_focus_row){units, 0};
    map->focus_count = 1;
    atlas->options = options ? *options : (mintu_atlas_options){0};
    memset(map->options.extent, 0, sizeof map->options.extent);
    mintu_status status = make(atlas, error);
    if (status != MINTU_STATUS_OK) {
        mintu_atlas_free(atlas);
        return status;
    }
    *out = atlas;
    return MINTU_STATUS_OK;
}

void mintu_atlas_free(mintu_atlas *atlas)
{
    if (!atlas)
        return;
    mintu_atlas_units_free(atlas);
    mintu_atlas_locator_free(&atlas->locator);
    mintu_atlas_sources_close(&atlas->sources);
    mintu_findings_clear(&atlas->findings);
    free(atlas->title);
    free(atlas);
}

size_t mintu_atlas_count(const mintu_atlas *atlas)
{
    return atlas ? atlas->count : 0;
}

const char *mintu_atlas_page_name(const mintu_atlas *atlas, size_t page)
{
    return atlas && page >= 1 && page <= atlas->count ? atlas->units[page - 1].file : "";
}

mintu_status mintu_atlas_page(mintu_atlas *atlas, size_t page, const char *path, mintu_map_format format, mintu_error *error)
{
    if (MINTU_GIVEN(error, atlas, path))
        return MINTU_STATUS_USAGE;
    if ((int)format < 0 || format >= MINTU_MAP_FORMAT_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the format %d is not known; use PNG, SVG or PDF", (int)format);
    if (page < 1 || page > atlas->count)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the atlas has %zu pages, and no page %zu", atlas->count, page);
    return mintu_atlas_page_draw(atlas, page, &(mintu_target){.path = path}, format, NULL, error);
}

size_t mintu_atlas_finding_count(const mintu_atlas *atlas)
{
    return atlas ? atlas->findings.count : 0;
}

const char *mintu_atlas_finding(const mintu_atlas *atlas, size_t index)
{
    return atlas && index < atlas->findings.count ? atlas->findings.lines[index] : "";
}
