#include "atlas/atlas_page.h"

#include "atlas/atlas_facts.h"
#include "atlas/atlas_panel.h"
#include "base/error.h"
#include "style/layout.h"

#include <stdlib.h>
#include <string.h>

static const double SHARE[] = {0.34, 0.32}; /* of the page that the panel takes, beside the map and below it */

mintu_status mintu_atlas_page_size(const mintu_atlas *atlas, mintu_page *page, double panel[2], mintu_error *error)
{
    *page = (mintu_page){0};
    mintu_status status = mintu_page_size(page, &atlas->map->options, mintu_style_layout(atlas->map->style), error);
    bool wide = page->height >= page->width;
    panel[0] = wide ? 0 : SHARE[0] * page->width / mintu_page_mm(page);
    panel[1] = wide ? SHARE[1] * page->height / mintu_page_mm(page) : 0;
    return status;
}

/* A page in the making. */
typedef struct painting {
    const mintu_atlas *atlas;
    size_t number;
    mintu_page whole;
    double panel[2]; /* mm */
    mintu_atlas_facts facts;
    mintu_atlas_index *index;
} painting;

static mintu_status paint(void *of, mintu_furniture *furniture, mintu_error *error)
{
    const painting *p = of;
    mintu_drawing *drawing = furniture->drawing;
    const mintu_page *page = &drawing->page;
    const mintu_atlas_unit *unit = &p->atlas->units[p->number - 1];
    mintu_atlas_panel panel = {.name = unit->name,
                               .number = p->number,
                               .row = unit->row,
                               .facts = &p->facts,
                               .locator = p->atlas->located ? &p->atlas->locator : NULL,
                               .wide = p->panel[1] > 0};
    const double margin = page->margin;
    if (panel.wide)
        panel.box = (mintu_box){margin, page->height, p->whole.width - margin, p->whole.height - margin};
    else
        panel.box = (mintu_box){page->width, margin, p->whole.width - margin, p->whole.height - margin};
    if (page->spare[0] < -0.5 || page->spare[1] < -0.5)
        mintu_findings_add(drawing->findings, "at 1:%.0f the page shows only a part of the unit", page->scale);
    mintu_atlas_cells_paint(drawing);
    mintu_atlas_panel_paint(&panel, drawing);
    if (p->index)
        mintu_atlas_index_add(p->index, furniture, p->atlas->gazetteer, p->number);
    (void)error;
    return MINTU_STATUS_OK;
}

static void tell(mintu_atlas *atlas, size_t number)
{
    const mintu_map *map = atlas->map;
    for (size_t i = 0; i < map->findings.count; i++)
        mintu_findings_add(&atlas->findings, "page %zu, %s: %s", number, atlas->units[number - 1].name, map->findings.lines[i]);
}

mintu_status mintu_atlas_page_draw(mintu_atlas *atlas, size_t number, const mintu_target *target, mintu_map_format format,
                                   mintu_atlas_index *index, mintu_error *error)
{
    mintu_map *map = atlas->map;
    const mintu_atlas_unit *unit = &atlas->units[number - 1];
    const char *title = map->options.title;
    painting p = {.atlas = atlas, .number = number, .index = index};
    mintu_map_sheet sheet = {.usual = atlas->options.usual,
                             .bookmark = unit->name,
                             .paint = paint,
                             .of = &p,
                             .book = target->sheet ? target->sheet->book : NULL};
    mintu_target whole = *target;
    mintu_status status = mintu_atlas_page_size(atlas, &p.whole, p.panel, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_atlas_facts_find(&atlas->sources, unit->place, error, &p.facts);
    sheet.beside = p.panel[0], sheet.below = p.panel[1];
    whole.sheet = &sheet;
    map->options.title = atlas->title;
    map->foci[0].row = unit->row;
    if (status == MINTU_STATUS_OK)
        status = mintu_render(map, &whole, format, error);
    map->options.title = title;
    if (status == MINTU_STATUS_FINDINGS)
        tell(atlas, number);
    mintu_atlas_facts_free(&p.facts);
    return status;
}
