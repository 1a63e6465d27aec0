/* Compares a map with what a browser drew of the same style: compare MAP WEB LEFT TOP. Both are opaque; LEFT and TOP say where the
 * web's picture begins in the map's. Prints "SHARE BOX CENTROID INK STRAY COLOUR TONE": the share of pixels that differ beyond
 * antialiasing; how far the sides of the boxes round what is drawn lie apart at most; how far the centroids; the ratio of the areas of
 * ink; the share of pixels whose colour the other has nowhere near (a label too many, one that is missing); how far the mean colours of
 * ink are apart (of 255, the worst channel); the share of pixels round which the two are not of the same tone. */
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
enum { EDGE = 3, NEAR = 31, REACH = 5, AROUND = 12, TONE = 18 }; /* NEAR, TONE: of 255; REACH, AROUND: pixels */

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

/* An edge that falls between pixels in one picture and on their border in the other has a colour in between. */
static bool near_any(const unsigned char *pixel, const picture *of, const int place[2], int reach)
{
    for (int channel = 0; channel < 3; channel++) {
        int least = 255, most = 0;
        for (int v = place[1] > reach ? place[1] - reach : 0; v <= place[1] + reach && v < of->height; v++)
            for (int u = place[0] > reach ? place[0] - reach : 0; u <= place[0] + reach && u < of->width; u++) {
                int value = at(of, u, v)[channel];
                least = value < least ? value : least;
                most = value > most ? value : most;
            }
        if (pixel[channel] <= least - NEAR || pixel[channel] >= most + NEAR)
            return false;
    }
    return true;
}

static double share(const picture *one, const picture *other, int reach)
{
    int count = 0, total = 0;
    for (int y = EDGE; y < one->height - EDGE; y++)
        for (int x = EDGE; x < one->width - EDGE; x++, total++) {
            const int place[2] = {x, y};
            if (memcmp(at(one, x, y), at(other, x, y), 3) != 0)
                count += !near_any(at(one, x, y), other, place, reach) || !near_any(at(other, x, y), one, place, reach);
        }
    return (double)count / total;
}

typedef struct ink {
    int west, north, east, south;
    double x, y, area, colour[3];
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
    ink out = {of->width, of->height, -1, -1, 0, 0, 0, {0, 0, 0}};
    const unsigned char *ground = at(of, EDGE, EDGE);
    for (int y = EDGE; y < of->height - EDGE; y++)
        for (int x = EDGE; x < of->width - EDGE; x++) {
            double weight = weight_of(at(of, x, y), ground);
            out.x += weight * x;
            out.y += weight * y;
            out.area += weight;
            for (int channel = 0; channel < 3; channel++)
                out.colour[channel] += weight * at(of, x, y)[channel];
            if (near_colour(at(of, x, y), ground))
                continue;
            out.west = x < out.west ? x : out.west;
            out.east = x > out.east ? x : out.east;
            out.north = y < out.north ? y : out.north;
            out.south = y > out.south ? y : out.south;
        }
    return out;
}

static double colours_apart(const ink *one, const ink *other)
{
    double most = 0;
    for (int channel = 0; channel < 3 && one->area > 0 && other->area > 0; channel++)
        most = fmax(most, fabs(one->colour[channel] / one->area - other->colour[channel] / other->area));
    return most;
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

/* Sums over the rectangle from the first pixel, so that any window costs four of them: [(height + 1) * (width + 1)][3]. */
static unsigned *sums_of(const picture *of)
{
    size_t across = (size_t)of->width + 1;
    unsigned *out = calloc(across * ((size_t)of->height + 1) * 3, sizeof *out);
    if (!out)
        exit(2);
    for (int y = 0; y < of->height; y++)
        for (int x = 0; x < of->width; x++)
            for (size_t channel = 0; channel < 3; channel++) {
                size_t here = ((size_t)y * across + (size_t)x) * 3 + channel;
                out[here + (across + 1) * 3] = at(of, x, y)[channel] + out[here + across * 3] + out[here + 3] - out[here];
            }
    return out;
}

static double tone(const unsigned *sums, int width, const int place[2], int channel)
{
    const int side = 2 * AROUND + 1;
    const unsigned *first =
        sums + ((size_t)(place[1] - AROUND) * ((size_t)width + 1) + (size_t)(place[0] - AROUND)) * 3 + channel;
    const unsigned *last = first + (size_t)side * ((size_t)width + 1) * 3;
    return (double)(last[3 * side] - last[0] - first[3 * side] + first[0]) / (side * side);
}

/* Patterns begin elsewhere in the web, but are as dense. */
static double tones_apart(const picture *one, const picture *other)
{
    int count = 0, total = 0;
    unsigned *ours = sums_of(one), *theirs = sums_of(other);
    for (int y = EDGE + AROUND; y < one->height - EDGE - AROUND; y += 2)
        for (int x = EDGE + AROUND; x < one->width - EDGE - AROUND; x += 2, total++) {
            bool apart_here = false;
            const int place[2] = {x, y};
            for (int channel = 0; channel < 3 && !apart_here; channel++)
                apart_here = fabs(tone(ours, one->width, place, channel) - tone(theirs, one->width, place, channel)) > TONE;
            count += apart_here;
        }
    free(ours);
    free(theirs);
    return (double)count / total;
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
    printf("%.5f %d %.2f %.3f %.5f %.1f %.5f\n", share(&map, &web, 1), apart(&one, &other), distance,
           other.area > 0 ? one.area / other.area
           : one.area > 0 ? 999
                          : 1,
           share(&map, &web, REACH), colours_apart(&one, &other), tones_apart(&map, &web));
    free(whole.pixels);
    free(map.pixels);
    free(web.pixels);
    return 0;
}
