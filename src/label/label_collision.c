#include "label/label_collision.h"

#include "base/array.h"

#include <math.h>
#include <stdlib.h>

static const double CELL = 32; /* px */

bool mintu_collision_open(mintu_collision *collision, const mintu_box *area)
{
    *collision = (mintu_collision){.page = mintu_page_cells_over(area, CELL)};
    collision->cells = calloc(collision->page.columns * collision->page.lines, sizeof *collision->cells);
    return collision->cells != NULL;
}

void mintu_collision_free(mintu_collision *collision)
{
    for (size_t i = 0; collision->cells && i < collision->page.columns * collision->page.lines; i++)
        free(collision->cells[i].items);
    free(collision->cells);
    free(collision->obstacles);
    *collision = (mintu_collision){0};
}

size_t mintu_collision_add(mintu_collision *collision, const mintu_obstacle *obstacle)
{
    if (collision->failed || !MINTU_ARRAY_RESERVE(collision->obstacles, collision->room, collision->count + 1)) {
        collision->failed = true;
        return MINTU_UNPLACED;
    }
    collision->obstacles[collision->count] = *obstacle;
    if (obstacle->piece)
        collision->furniture_end = collision->count + 1;
    mintu_cell_range range = mintu_page_cells_of(&collision->page, &obstacle->box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            if (!MINTU_ARRAY_RESERVE(cell->items, cell->room, cell->count + 1)) {
                collision->failed = true;
                return MINTU_UNPLACED;
            }
            cell->items[cell->count++] = (uint32_t)collision->count;
        }
    return collision->count++;
}

static bool meets(const mintu_obstacle *obstacle, const mintu_box *box)
{
    if (!mintu_box_meets(&obstacle->box, box))
        return false;
    if (!obstacle->round)
        return true;
    double x = (obstacle->box.x0 + obstacle->box.x1) / 2, y = (obstacle->box.y0 + obstacle->box.y1) / 2;
    double dx = x - fmin(fmax(x, box->x0), box->x1), dy = y - fmin(fmax(y, box->y0), box->y1);
    double radius = (obstacle->box.x1 - obstacle->box.x0) / 2;
    return dx * dx + dy * dy < radius * radius;
}

/* An obstacle in several cells counts in the first cell that it and the question share. */
static bool is_first_cell(const mintu_collision *collision, const mintu_obstacle *obstacle, const mintu_cell_range *asked,
                          size_t x, size_t y)
{
    mintu_cell_range own = mintu_page_cells_of(&collision->page, &obstacle->box);
    return x == (own.x0 > asked->x0 ? own.x0 : asked->x0) && y == (own.y0 > asked->y0 ? own.y0 : asked->y0);
}

size_t mintu_collision_query(const mintu_collision *collision, const mintu_box *box, size_t except, size_t *owners, size_t room)
{
    size_t found = 0;
    mintu_cell_range range = mintu_page_cells_of(&collision->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            const struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            for (size_t i = 0; i < cell->count; i++) {
                const mintu_obstacle *obstacle = &collision->obstacles[cell->items[i]];
                if ((except != MINTU_UNPLACED && obstacle->owner == except) || !meets(obstacle, box) ||
                    !is_first_cell(collision, obstacle, &range, x, y))
                    continue;
                if (found < room)
                    owners[found] = obstacle->owner;
                found++;
            }
        }
    return found;
}

double mintu_collision_symbol(const mintu_collision *collision, double x, double y)
{
    double radius = 0;
    mintu_box point = {x - 0.5, y - 0.5, x + 0.5, y + 0.5};
    mintu_cell_range range = mintu_page_cells_of(&collision->page, &point);
    const struct mintu_collision_cell *cell = &collision->cells[range.y0 * collision->page.columns + range.x0];
    for (size_t i = 0; i < cell->count; i++) {
        const mintu_obstacle *obstacle = &collision->obstacles[cell->items[i]];
        double dx = (obstacle->box.x0 + obstacle->box.x1) / 2 - x, dy = (obstacle->box.y0 + obstacle->box.y1) / 2 - y;
        if (obstacle->owner == MINTU_UNPLACED && obstacle->round && dx * dx + dy * dy < 0.25)
            radius = fmax(radius, (obstacle->box.x1 - obstacle->box.x0) / 2);
    }
    return radius;
}

const char *mintu_collision_cover(const mintu_collision *collision, double x, double y)
{
    for (size_t i = 0; i < collision->furniture_end; i++) {
        const mintu_obstacle *obstacle = &collision->obstacles[i];
        if (obstacle->piece && mintu_box_holds(&obstacle->box, x, y))
            return obstacle->piece;
    }
    return NULL;
}

static bool is_spared(const mintu_obstacle *obstacle, const double spare[3])
{
    double x = (obstacle->box.x0 + obstacle->box.x1) / 2, y = (obstacle->box.y0 + obstacle->box.y1) / 2;
    double reach = spare[2] + (obstacle->box.x1 - obstacle->box.x0) / 2;
    return spare[2] > 0 && obstacle->round && hypot(x - spare[0], y - spare[1]) < reach;
}

mintu_hindrance mintu_collision_hindrance(const mintu_collision *collision, const mintu_box *box, const double spare[3])
{
    if (!mintu_box_within(box, &collision->page.area))
        return MINTU_HINDRANCE_FRAME;
    mintu_cell_range range = mintu_page_cells_of(&collision->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            const struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            for (size_t i = 0; i < cell->count; i++) {
                const mintu_obstacle *obstacle = &collision->obstacles[cell->items[i]];
                if (meets(obstacle, box) && !is_spared(obstacle, spare)) /* the first will do: a cell may hold thousands */
                    return obstacle->round ? MINTU_HINDRANCE_SYMBOL : MINTU_HINDRANCE_FURNITURE;
            }
        }
    return MINTU_HINDRANCE_NONE;
}

size_t mintu_collision_others(const mintu_collision *collision, const mintu_box *box, double px, double py)
{
    size_t count = 0;
    mintu_cell_range range = mintu_page_cells_of(&collision->page, box);
    for (size_t y = range.y0; y <= range.y1; y++)
        for (size_t x = range.x0; x <= range.x1; x++) {
            const struct mintu_collision_cell *cell = &collision->cells[y * collision->page.columns + x];
            for (size_t i = 0; i < cell->count; i++) {
                const mintu_obstacle *obstacle = &collision->obstacles[cell->items[i]];
                double cx = (obstacle->box.x0 + obstacle->box.x1) / 2, cy = (obstacle->box.y0 + obstacle->box.y1) / 2;
                count += obstacle->round && meets(obstacle, box) && is_first_cell(collision, obstacle, &range, x, y) &&
                         hypot(cx - px, cy - py) > 0.5;
            }
        }
    return count;
}
