/* Nearest greenway of random points on one core: bench_nearest GEODATA POINTS [FOLDER]. Prints points per second, points per second of
 * processor time, and milliseconds of building the index. Writes what a peer needs into FOLDER: points.csv (lon, lat, row, metres) and
 * lines.csv (row, WKT). */
#define _POSIX_C_SOURCE 200809L
#include "bench/peer.h"
#include "layer/shape.h"

#include <time.h>

static double seconds(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void write_lines(const mintu_layer *lines, FILE *file)
{
    mintu_shape shape = {0};
    mintu_error error;
    fprintf(file, "row,WKT\n");
    for (size_t row = 0; row < mintu_layer_count(lines); row++) {
        check(mintu_layer_shape(lines, row, &shape, &error), &error);
        fprintf(file, "%zu,\"MULTILINESTRING(", row);
        for (size_t part = 0; part < shape.part_count; part++) {
            for (size_t v = shape.starts[part]; v < shape.starts[part + 1]; v++)
                fprintf(file, "%s%.17g %.17g",
                        v > shape.starts[part] ? ","
                        : part                 ? ",("
                                               : "(",
                        shape.xy[2 * v], shape.xy[2 * v + 1]);
            fputc(')', file);
        }
        fprintf(file, ")\"\n");
    }
    fclose(file);
    mintu_shape_free(&shape);
}

static void write_points(const double *lonlat, const mintu_nearest_hit *hits, size_t count, FILE *file)
{
    fprintf(file, "lon,lat,row,metres\n");
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%.12f,%.12f,%ld,%.4f\n", lonlat[2 * i], lonlat[2 * i + 1], hits[i].row, hits[i].distance_m);
    fclose(file);
}

int main(int argument_count, char **words)
{
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_layer *lines;
    mintu_nearest *nearest;
    mintu_error error;
    double bounds[4];
    bool found;
    if (argument_count < 3)
        return 2;
    size_t count = strtoul(words[2], NULL, 10);
    check(mintu_context_new(&error, &context), &error);
    check(mintu_gazetteer_open(context, words[1], &error, &gazetteer), &error);
    check(mintu_gazetteer_layer(context, gazetteer, "greenways", 0, &error, &lines), &error);
    check(mintu_layer_bounds(lines, bounds, &found, &error), &error);
    double *lonlat = malloc(2 * count * sizeof *lonlat);
    mintu_nearest_hit *hits = malloc(count * sizeof *hits);
    for (size_t i = 0; i < count; i++) {
        lonlat[2 * i] = between(bounds[0], bounds[2]);
        lonlat[2 * i + 1] = between(bounds[1], bounds[3]);
    }
    double start = seconds(CLOCK_MONOTONIC);
    check(mintu_nearest_new(context, lines, MINTU_DATUM_WGS84, &error, &nearest), &error);
    double built = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    mintu_nearest_find(nearest, lonlat, count, hits);
    double taken = seconds(CLOCK_MONOTONIC) - built;
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("%.0f %.0f %.1f\n", (double)count / taken, (double)count / cpu, 1e3 * (built - start));
    if (argument_count > 3) {
        write_lines(lines, open_file(words[3], "lines.csv"));
        write_points(lonlat, hits, count, open_file(words[3], "points.csv"));
    }
    mintu_nearest_free(nearest);
    mintu_layer_free(lines);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    free(lonlat);
    free(hits);
    return 0;
}
