/* Lengths of straight connectors from random points to each line, for another program to check: distances FOLDER POINTS SEED
 * writes lines.csv (line, WKT of a stretch) and connectors.csv (point, lon, lat, line, metres) into FOLDER. */
#include "bench/peer.h"
#include "layer/shape.h"

static const char *text(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_text(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static double number(const mintu_layer *layer, size_t row, const char *field)
{
    return mintu_layer_number(layer, row, (size_t)mintu_layer_field_find(layer, field));
}

static void write_lines(const mintu_layer *lines, FILE *file)
{
    mintu_shape shape = {0};
    mintu_error error;
    for (size_t row = 0; row < mintu_layer_count(lines); row++) {
        check(mintu_layer_shape(lines, row, &shape, &error), &error);
        for (size_t part = 0; part < shape.part_count; part++) {
            fprintf(file, "%s,\"LINESTRING(", text(lines, row, "line"));
            for (size_t v = shape.starts[part]; v < shape.starts[part + 1]; v++)
                fprintf(file, "%s%.17g %.17g", v > shape.starts[part] ? "," : "", shape.xy[2 * v], shape.xy[2 * v + 1]);
            fprintf(file, ")\"\n");
        }
    }
    mintu_shape_free(&shape);
}

/* Points in the bounds of the lines and half a degree around them. */
static mintu_layer *make_points(mintu_context *context, const mintu_layer *lines, long count)
{
    mintu_layer *points;
    mintu_error error;
    double bounds[4];
    bool found;
    check(mintu_layer_bounds(lines, bounds, &found, &error), &error);
    check(mintu_layer_new(context, "points", &error, &points), &error);
    check(mintu_layer_field_add(points, "code", MINTU_FIELD_TYPE_TEXT, &error), &error);
    for (long i = 0; i < count; i++) {
        char code[24];
        snprintf(code, sizeof code, "%ld", i);
        check(mintu_layer_append(points, &error), &error);
        check(mintu_layer_text_set(points, (size_t)i, 0, code, &error), &error);
        double lon = between(bounds[0] - 0.5, bounds[2] + 0.5), lat = between(bounds[1] - 0.5, bounds[3] + 0.5);
        check(mintu_layer_point_set(points, (size_t)i, lon, lat, &error), &error);
    }
    return points;
}

static void write_connectors(mintu_context *context, const mintu_layer *connectors, const mintu_layer *points, FILE *file)
{
    for (size_t row = 0; row < mintu_layer_count(connectors); row++) {
        double lonlat[2];
        bool found;
        mintu_error error;
        size_t point = strtoul(text(connectors, row, "place_code"), NULL, 10);
        check(mintu_layer_point(context, points, point, lonlat, &found, &error), &error);
        fprintf(file, "%zu,%.17g,%.17g,%s,", point, lonlat[0], lonlat[1], text(connectors, row, "line"));
        fprintf(file, "%.17g\n", number(connectors, row, "length_m"));
    }
}

int main(int count, char **words)
{
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_layer *lines, *connectors;
    mintu_error error;
    const char *folder = getenv("MINTU_GEODATA");
    if (count != 4 || !folder) {
        fprintf(stderr, "usage: MINTU_GEODATA=DIR distances FOLDER POINTS SEED\n");
        return 2;
    }
    seed ^= strtoul(words[3], NULL, 10) * 2654435761u;
    check(mintu_context_new(&error, &context), &error);
    check(mintu_gazetteer_open(context, folder, &error, &gazetteer), &error);
    check(mintu_gazetteer_layer(context, gazetteer, "greenways", 0, &error, &lines), &error);
    mintu_layer *points = make_points(context, lines, strtol(words[2], NULL, 10));
    mintu_greenway_options options = {.lines = lines, .places = points};
    check(mintu_greenway_connectors(context, &options, &error, &connectors), &error);
    FILE *file = open_file(words[1], "lines.csv");
    write_lines(lines, file);
    if (fclose(file) == 0) {
        file = open_file(words[1], "connectors.csv");
        write_connectors(context, connectors, points, file);
        fclose(file);
    }
    mintu_layer_free(connectors);
    mintu_layer_free(points);
    mintu_layer_free(lines);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return 0;
}
