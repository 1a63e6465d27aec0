#include "label/label_collision.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

bool mintu_collision_open(mintu_collision *collision, const mintu_box *area, double side)
{
    *collision = (mintu_collision){.page = mintu_page_cells_over(area, side)};
    collision->cells = calloc(collision->page.columns * collision->page.lines, sizeof *collision->cells);
    return collision->cells != NULL;
}

void mintu_collision_free(mintu_collision *collision)
{
    for (size_t i = 0; collision->cells && i < collision->page.columns * collision->page.lines; i++)
        free(collision->cells[i].items);
    free(collision->cells);
    *collision = (mintu_collision){0};
}

void mintu_collision_add(mintu_collision *collision, const mintu_obstacle *obstacle)
{
    mintu_cell_range range = mintu_page_cells_of(&collision->page, &obstacle->box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            if (MINTU_ARRAY_RESERVE(cell->items, cell->room, cell->count + 1))
                cell->items[cell->count++] = *obstacle;
        }
}

void mintu_collision_remove(mintu_collision *collision, const mintu_box *box, size_t owner)
{
    mintu_cell_range range = mintu_page_cells_of(&collision->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            size_t kept = 0;
            for (size_t i = 0; i < cell->count; i++)
                if (cell->items[i].owner != owner)
                    cell->items[kept++] = cell->items[i];
            cell->count = kept;
        }
}

static void centre_of(const mintu_obstacle *obstacle, double at[2])
{
    at[0] = (obstacle->box.x0 + obstacle->box.x1) / 2;
    at[1] = (obstacle->box.y0 + obstacle->box.y1) / 2;
}

static bool meets(const mintu_obstacle *obstacle, const mintu_box *box)
{
    if (!mintu_box_meets(&obstacle->box, box))
        return false;
    if (!obstacle->round)
        return true;
    double at[2];
    centre_of(obstacle, at);
    double dx = at[0] - fmin(fmax(at[0], box->x0), box->x1), dy = at[1] - fmin(fmax(at[1], box->y0), box->y1);
    double radius = (obstacle->box.x1 - obstacle->box.x0) / 2;
    return dx * dx + dy * dy < radius * radius;
}

/* An obstacle in several cells counts in the first cell that it and the question share. */
static bool is_first_cell(const mintu_collision_walk *walk, const mintu_obstacle *obstacle)
{
    mintu_cell_range own = mintu_page_cells_of(&walk->collision->page, &obstacle->box);
    return walk->x == (own.x0 > walk->range.x0 ? own.x0 : walk->range.x0) &&
           walk->y == (own.y0 > walk->range.y0 ? own.y0 : walk->range.y0);
}

mintu_collision_walk mintu_collision_begin(const mintu_collision *collision, const mintu_box *box)
{
    mintu_cell_range range = mintu_page_cells_of(&collision->page, box);
    return (mintu_collision_walk){.collision = collision, .box = *box, .range = range, .x = range.x0, .y = range.y0};
}

const mintu_obstacle *mintu_collision_next(mintu_collision_walk *walk)
{
    for (; walk->y <= walk->range.y1; walk->y++, walk->x = walk->range.x0)
        for (; walk->x <= walk->range.x1; walk->x++, walk->item = 0) {
            const struct mintu_collision_cell *cell =
                &walk->collision->cells[walk->y * walk->collision->page.columns + walk->x];
            while (walk->item < cell->count) {
                const mintu_obstacle *obstacle = &cell->items[walk->item++];
                if (meets(obstacle, &walk->box) && is_first_cell(walk, obstacle))
                    return obstacle;
            }
        }
    return NULL;
}

static double distance(const mintu_obstacle *obstacle, const double from[2])
{
    double at[2];
    centre_of(obstacle, at);
    return hypot(at[0] - from[0], at[1] - from[1]);
}

double mintu_collision_symbol(const mintu_collision *collision, const double at[2])
{
    double radius = 0;
    mintu_box point = mintu_box_about(at[0], at[1], 1, 1);
    mintu_collision_walk walk = mintu_collision_begin(collision, &point);
    for (const mintu_obstacle *obstacle; (obstacle = mintu_collision_next(&walk));)
        if (obstacle->owner == MINTU_UNPLACED && obstacle->round && distance(obstacle, at) < 0.5)
            radius = fmax(radius, (obstacle->box.x1 - obstacle->box.x0) / 2);
    return radius;
}

/* The furniture stands at the beginning of each cell, before the symbols, of which there may be many. */
const char *mintu_collision_cover(const mintu_collision *collision, const double at[2])
{
    mintu_cell_range range = mintu_page_cells_of(&collision->page, &(mintu_box){at[0], at[1], at[0], at[1]});
    const struct mintu_collision_cell *cell = &collision->cells[range.y0 * collision->page.columns + range.x0];
    for (size_t i = 0; i < cell->count && cell->items[i].piece; i++)
        if (mintu_box_holds(&cell->items[i].box, at[0], at[1]))
            return cell->items[i].piece;
    return NULL;
}

bool mintu_collision_covers(const mintu_collision *collision, const mintu_box *box)
{
    mintu_cell_range range = mintu_page_cells_of(&collision->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            const struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            for (size_t i = 0; i < cell->count && !cell->items[i].round; i++)
                if (mintu_box_meets(&cell->items[i].box, box))
                    return true;
        }
    return false;
}

static bool is_spared(const mintu_obstacle *obstacle, const double spare[3])
{
    double reach = spare[2] + (obstacle->box.x1 - obstacle->box.x0) / 2;
    return spare[2] > 0 && obstacle->round && distance(obstacle, spare) < reach;
}

mintu_hindrance mintu_collision_hindrance(const mintu_collision *collision, const mintu_box *box, const double spare[3])
{
    if (!mintu_box_within(box, &collision->page.area))
        return MINTU_HINDRANCE_FRAME;
    mintu_collision_walk walk = mintu_collision_begin(collision, box);
    for (const mintu_obstacle *obstacle; (obstacle = mintu_collision_next(&walk));)
        if (!is_spared(obstacle, spare)) /* the first will do: a cell may hold thousands */
            return obstacle->round ? MINTU_HINDRANCE_SYMBOL : MINTU_HINDRANCE_FURNITURE;
    return MINTU_HINDRANCE_NONE;
}

size_t mintu_collision_others(const mintu_collision *collision, const mintu_box *box, const double at[2])
{
    size_t count = 0;
    mintu_collision_walk walk = mintu_collision_begin(collision, box);
    for (const mintu_obstacle *obstacle; (obstacle = mintu_collision_next(&walk));)
        count += obstacle->round && distance(obstacle, at) > 0.5;
    return count;
}
