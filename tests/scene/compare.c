/* Compares what a scene drew with its reference.
 *   scene_compare same EXPECTED.png ACTUAL.png [BOXES]   pixels are equal, but for those within a box of text
 *   scene_compare near EXPECTED.png ACTUAL.png [BOXES]   pixels are equal to within one pixel's shift and a little grey;
 *                                                       ACTUAL may be 4 times as fine
 *   scene_compare boxes EXPECTED ACTUAL                  the same words, each box within BOX_SHIFT px
 *   scene_compare probe PICTURE.png PROBES [GREY]        single pixels have the colour that they should, to within GREY (3)
 *   scene_compare ink PICTURE.png BOXES                  every box of text holds ink
 * A file of probes has a line per pixel, X Y RRGGBB WHY, in px at 96 dpi; the picture may be 4 times as fine.
 * A file of boxes has a line per word: X0 Y0 X1 Y1 WORD, in px. Exit 0: it holds; 1: it does not, said on standard error. */
#include <math.h>
#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BOXES = 400, WORD = 120, FINER = 4 };
static const int SAME_GREY = 1, NEAR_GREY = 40; /* of 255, per channel */
static const double BOX_SHIFT = 1.5, TEXT_MARGIN = 2.5;
static const double NEAR_SHARE = 0.002; /* of all pixels: corners of strokes that two rasterisers draw differently */

typedef struct picture {
    int width, height;
    unsigned char *rgb;
} picture;

typedef struct box {
    double edge[4];
    char word[WORD];
} box;

typedef struct boxes {
    box items[MOST_BOXES];
    int count;
} boxes;

static void die(const char *what, const char *name)
{
    fprintf(stderr, "scene_compare: %s: %s\n", name, what);
    exit(1);
}

static picture read_picture(const char *name)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, name))
        die(image.message, name);
    image.format = PNG_FORMAT_RGB;
    picture out = {(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    if (!out.rgb || !png_image_finish_read(&image, &(png_color){255, 255, 255}, out.rgb, 0, NULL))
        die("cannot be read", name);
    return out;
}

static void read_boxes(const char *name, boxes *out)
{
    FILE *stream = fopen(name, "r");
    out->count = 0;
    if (!stream)
        die("cannot be opened", name);
    while (out->count < MOST_BOXES) {
        box *next = &out->items[out->count];
        if (fscanf(stream, "%lf %lf %lf %lf %119s", &next->edge[0], &next->edge[1], &next->edge[2], &next->edge[3],
                   next->word) != 5)
            break;
        out->count++;
    }
    if (!feof(stream))
        die("has a line that is no box, or too many", name);
    fclose(stream);
}

static bool is_text(const boxes *texts, int x, int y)
{
    for (int i = 0; i < texts->count; i++) {
        const double *edge = texts->items[i].edge;
        if (x + 1 > edge[0] - TEXT_MARGIN && x < edge[2] + TEXT_MARGIN && y + 1 > edge[1] - TEXT_MARGIN &&
            y < edge[3] + TEXT_MARGIN)
            return true;
    }
    return false;
}

static int channel(const picture *image, int x, int y, int c)
{
    x = x < 0 ? 0 : x >= image->width ? image->width - 1 : x;
    y = y < 0 ? 0 : y >= image->height ? image->height - 1 : y;
    return image->rgb[3 * ((size_t)y * (size_t)image->width + (size_t)x) + (size_t)c];
}

/* True when each channel lies in the range that the other picture has about the place, @p reach pixels around. */
static bool fits(const picture *one, const picture *other, int x, int y, int reach, int grey)
{
    for (int c = 0; c < 3; c++) {
        int low = 255, high = 0, value = channel(one, x, y, c);
        for (int dy = -reach; dy <= reach; dy++)
            for (int dx = -reach; dx <= reach; dx++) {
                int there = channel(other, x + dx, y + dy, c);
                low = there < low ? there : low;
                high = there > high ? there : high;
            }
        if (value < low - grey || value > high + grey)
            return false;
    }
    return true;
}

/* A picture drawn FINER times as fine, brought to the size of the others: thin lines keep their grey. */
static void reduce(picture *image)
{
    int width = image->width / FINER, height = image->height / FINER;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            for (int c = 0; c < 3; c++) {
                int sum = 0;
                for (int i = 0; i < FINER * FINER; i++)
                    sum += channel(image, x * FINER + i % FINER, y * FINER + i / FINER, c);
                image->rgb[3 * ((size_t)y * (size_t)width + (size_t)x) + (size_t)c] = (unsigned char)(sum / (FINER * FINER));
            }
    image->width = width;
    image->height = height;
}

static int compare_pictures(const char *expected, const char *actual, const boxes *texts, bool near)
{
    picture one = read_picture(expected), two = read_picture(actual);
    int bad = 0, first[2] = {0, 0}, reach = near ? 1 : 0, grey = near ? NEAR_GREY : SAME_GREY;
    if (near && two.width == FINER * one.width)
        reduce(&two);
    if (one.width != two.width || one.height != two.height) {
        fprintf(stderr, "%s is %d x %d px, expected %d x %d\n", actual, two.width, two.height, one.width, one.height);
        return 1;
    }
    for (int y = 0; y < one.height; y++)
        for (int x = 0; x < one.width; x++) {
            if (is_text(texts, x, y) || (fits(&one, &two, x, y, reach, grey) && fits(&two, &one, x, y, reach, grey)))
                continue;
            if (bad++ == 0)
                first[0] = x, first[1] = y;
        }
    bool good = bad <= (near ? NEAR_SHARE * one.width * one.height : 0);
    if (!good)
        fprintf(stderr, "%s: %d px differ from %s, the first at %d, %d\n", actual, bad, expected, first[0], first[1]);
    free(one.rgb);
    free(two.rgb);
    return !good;
}

static int compare_boxes(const boxes *expected, const boxes *actual)
{
    int bad = 0;
    if (expected->count != actual->count) {
        fprintf(stderr, "%d words, expected %d\n", actual->count, expected->count);
        bad = 1;
    }
    for (int i = 0; i < expected->count && i < actual->count; i++) {
        const box *one = &expected->items[i], *two = &actual->items[i];
        double shift = 0;
        for (int j = 0; j < 4; j++)
            shift = fmax(shift, fabs(one->edge[j] - two->edge[j]));
        if (strcmp(one->word, two->word) == 0 && shift <= BOX_SHIFT)
            continue;
        fprintf(stderr, "word %d is \"%s\" at %.1f, %.1f, expected \"%s\" at %.1f, %.1f\n", i + 1, two->word, two->edge[0],
                two->edge[1], one->word, one->edge[0], one->edge[1]);
        bad = 1;
    }
    return bad;
}

/* A word that was drawn differs in brightness from what lies beneath it. */
static int check_ink(const char *name, const boxes *texts)
{
    picture image = read_picture(name);
    int bad = 0;
    for (int i = 0; i < texts->count; i++) {
        const double *edge = texts->items[i].edge;
        int low = 255, high = 0;
        for (int y = (int)edge[1]; y < (int)edge[3]; y++)
            for (int x = (int)edge[0]; x < (int)edge[2]; x++) {
                int value = channel(&image, x, y, 1);
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        if (high - low >= 60)
            continue;
        fprintf(stderr, "%s: there is no ink where \"%s\" should stand\n", name, texts->items[i].word);
        bad = 1;
    }
    free(image.rgb);
    return bad;
}

/* What the specification says of a pixel, whatever the reference shows. */
static int check_probes(const char *name, const char *probes, int grey)
{
    picture image = read_picture(name);
    FILE *stream = fopen(probes, "r");
    int x, y, bad = 0, found, finer = image.width >= 700 ? FINER : 1;
    unsigned color;
    char why[WORD];
    if (!stream)
        die("cannot be opened", probes);
    while ((found = fscanf(stream, "%d %d %6x %119[^\n]", &x, &y, &color, why)) == 4) {
        int got[3], far = 0;
        for (int c = 0; c < 3; c++) {
            got[c] = channel(&image, x * finer + finer / 2, y * finer + finer / 2, c);
            int off = abs(got[c] - (int)(color >> (16 - 8 * c) & 255));
            far = off > far ? off : far;
        }
        if (far <= grey)
            continue;
        fprintf(stderr, "%s: the pixel %d, %d is %02x%02x%02x, expected %06x: %s\n", name, x, y, got[0], got[1], got[2], color,
                why);
        bad = 1;
    }
    if (found != EOF)
        die("has a line that is no probe", probes);
    fclose(stream);
    free(image.rgb);
    return bad;
}

int main(int count, char **words)
{
    static boxes one, two;
    if (count >= 4 && (strcmp(words[1], "same") == 0 || strcmp(words[1], "near") == 0)) {
        if (count > 4)
            read_boxes(words[4], &one);
        return compare_pictures(words[2], words[3], &one, words[1][0] == 'n');
    }
    if (count == 4 && strcmp(words[1], "boxes") == 0) {
        read_boxes(words[2], &one);
        read_boxes(words[3], &two);
        return compare_boxes(&one, &two);
    }
    if (count == 4 && strcmp(words[1], "ink") == 0) {
        read_boxes(words[3], &one);
        return check_ink(words[2], &one);
    }
    if (count >= 4 && strcmp(words[1], "probe") == 0)
        return check_probes(words[2], words[3], count > 4 ? atoi(words[4]) : 3);
    fputs("usage: scene_compare same|near EXPECTED.png ACTUAL.png [BOXES] | boxes EXPECTED ACTUAL | ink PICTURE.png BOXES | "
          "probe PICTURE.png PROBES [GREY]\n",
          stderr);
    return 2;
}
