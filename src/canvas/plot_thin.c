#include "canvas/plot_thin.h"

#include "canvas/plot.h"

#include <math.h>

typedef struct thinner {
    double cell[2];
    double *out;
    size_t kept;
} thinner;

/* What lies on the antimeridian or at a pole stays there: areas were cut there by others, and are joined. */
static double off_centre(const thinner *thin, const double *vertex)
{
    if (fabs(vertex[0]) == 180 || fabs(vertex[1]) == 90)
        return -1;
    double x = vertex[0] / thin->cell[0], y = vertex[1] / thin->cell[1];
    x -= floor(x) + 0.5;
    y -= floor(y) + 0.5;
    return x * x + y * y;
}

static bool same_cell(const thinner *thin, const double *a, const double *b)
{
    return floor(a[0] / thin->cell[0]) == floor(b[0] / thin->cell[0]) &&
           floor(a[1] / thin->cell[1]) == floor(b[1] / thin->cell[1]);
}

static void keep(thinner *thin, double x, double y)
{
    thin->out[2 * thin->kept] = x;
    thin->out[2 * thin->kept + 1] = y;
    thin->kept++;
}

/* Both ends of a part stay as they are. The output never overtakes the input, so both share one array. */
static void thin_part(thinner *thin, const double *xy, size_t count)
{
    double last[2] = {xy[2 * count - 2], xy[2 * count - 1]};
    keep(thin, xy[0], xy[1]);
    for (size_t i = 1; i + 1 < count;) {
        size_t best = i, next = i + 1;
        for (; next + 1 < count && same_cell(thin, xy + 2 * i, xy + 2 * next); next++)
            if (off_centre(thin, xy + 2 * next) < off_centre(thin, xy + 2 * best))
                best = next;
        keep(thin, xy[2 * best], xy[2 * best + 1]);
        i = next;
    }
    keep(thin, last[0], last[1]);
}

void mintu_plot_thin(mintu_plot *plot, const double cell[2])
{
    thinner thin = {.cell = {cell[0], cell[1]}, .out = plot->xy};
    if (mintu_layer_geometry_type(plot->layer) == MINTU_GEOMETRY_TYPE_POINT)
        return;
    for (size_t part = 0; part < plot->part_count; part++) {
        size_t first = plot->starts[part], count = plot->starts[part + 1] - first;
        plot->starts[part] = thin.kept;
        if (count > 2)
            thin_part(&thin, plot->xy + 2 * first, count);
        else
            for (size_t i = 0; i < count; i++)
                keep(&thin, plot->xy[2 * (first + i)], plot->xy[2 * (first + i) + 1]);
    }
    plot->starts[plot->part_count] = plot->vertex_count = thin.kept;
}
