/* Compares a map with what a browser drew of the same style: compare MAP WEB LEFT TOP. Both are opaque; LEFT and TOP say where the
 * web's picture begins in the map's. Prints "SHARE BOX CENTROID INK": the share of pixels that differ beyond antialiasing, how far the
 * sides of the boxes round what is drawn lie apart at most, how far the centroids, and the ratio of the areas of ink. */
#include <math.h>
#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct picture {
    unsigned char *pixels; /* three bytes each */
    int width, height;
} picture;

/* The frame's line hides the outermost pixels. */
enum { EDGE = 3, NEAR = 31 }; /* NEAR: of 255, 0.12 of the range */

static picture load(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path)) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        exit(2);
    }
    image.format = PNG_FORMAT_RGB;
    picture out = {malloc(PNG_IMAGE_SIZE(image)), (int)image.width, (int)image.height};
    const png_color white = {255, 255, 255};
    if (!out.pixels || !png_image_finish_read(&image, &white, out.pixels, 0, NULL)) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        exit(2);
    }
    return out;
}

static picture crop(picture from, int left, int top, int width, int height)
{
    picture out = {malloc((size_t)width * (size_t)height * 3), width, height};
    if (!out.pixels || left < 0 || top < 0 || left + width > from.width || top + height > from.height) {
        fprintf(stderr, "the map is smaller than the picture\n");
        exit(2);
    }
    for (int y = 0; y < height; y++)
        memcpy(out.pixels + (size_t)y * (size_t)width * 3,
               from.pixels + ((size_t)(top + y) * (size_t)from.width + (size_t)left) * 3, (size_t)width * 3);
    return out;
}

static const unsigned char *at(const picture *of, int x, int y)
{
    return of->pixels + ((size_t)y * (size_t)of->width + (size_t)x) * 3;
}

static bool near_colour(const unsigned char *one, const unsigned char *other)
{
    return abs(one[0] - other[0]) < NEAR && abs(one[1] - other[1]) < NEAR && abs(one[2] - other[2]) < NEAR;
}

static bool near_any(const unsigned char *pixel, const picture *of, int x, int y)
{
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (x + dx >= 0 && y + dy >= 0 && x + dx < of->width && y + dy < of->height &&
                near_colour(pixel, at(of, x + dx, y + dy)))
                return true;
    return false;
}

static double share(const picture *one, const picture *other)
{
    int count = 0, total = 0;
    for (int y = EDGE; y < one->height - EDGE; y++)
        for (int x = EDGE; x < one->width - EDGE; x++, total++)
            count += !near_any(at(one, x, y), other, x, y) || !near_any(at(other, x, y), one, x, y);
    return (double)count / total;
}

typedef struct ink {
    int west, north, east, south;
    double x, y, area;
} ink;

/* How far a colour is from the ground, 0 to 1: a hairline weighs the same on one row of pixels and spread over two. */
static double weight_of(const unsigned char *pixel, const unsigned char *ground)
{
    int most = 0;
    for (int i = 0; i < 3; i++) {
        int off = abs(pixel[i] - ground[i]);
        most = off > most ? off : most;
    }
    return most / 255.0;
}

/* What is not as the ground, which the corner shows. */
static ink measure(const picture *of)
{
    ink out = {of->width, of->height, -1, -1, 0, 0, 0};
    const unsigned char *ground = at(of, EDGE, EDGE);
    for (int y = EDGE; y < of->height - EDGE; y++)
        for (int x = EDGE; x < of->width - EDGE; x++) {
            double weight = weight_of(at(of, x, y), ground);
            out.x += weight * x;
            out.y += weight * y;
            out.area += weight;
            if (near_colour(at(of, x, y), ground))
                continue;
            out.west = x < out.west ? x : out.west;
            out.east = x > out.east ? x : out.east;
            out.north = y < out.north ? y : out.north;
            out.south = y > out.south ? y : out.south;
        }
    return out;
}

static int apart(const ink *one, const ink *other)
{
    const int sides[] = {abs(one->west - other->west), abs(one->east - other->east), abs(one->north - other->north),
                         abs(one->south - other->south)};
    int most = 0;
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        most = sides[i] > most ? sides[i] : most;
    return most;
}

int main(int count, char **words)
{
    if (count != 5) {
        fprintf(stderr, "usage: compare MAP WEB LEFT TOP\n");
        return 2;
    }
    picture whole = load(words[1]), web = load(words[2]);
    picture map = crop(whole, atoi(words[3]), atoi(words[4]), web.width, web.height);
    ink one = measure(&map), other = measure(&web);
    double distance = one.area > 0 && other.area > 0
                          ? hypot(one.x / one.area - other.x / other.area, one.y / one.area - other.y / other.area)
                      : one.area > 0 || other.area > 0 ? 999
                                                       : 0;
    printf("%.5f %d %.2f %.3f\n", share(&map, &web), apart(&one, &other), distance,
           other.area > 0 ? one.area / other.area
           : one.area > 0 ? 999
                          : 1);
    free(whole.pixels);
    free(map.pixels);
    free(web.pixels);
    return 0;
}
