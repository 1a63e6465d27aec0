#include "canvas/sprite_sheet.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "base/path_beneath.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading the sprite");
enum { BYTES_MOST = 64 << 20, SIDE_MOST = 8192, HEADER = 24 };
static const double FIELD_PIXELS_MOST = 4e9; /* of distance fields, of all icons of a map */

/* The PNG's bytes on their way into cairo. */
typedef struct stream {
    const mintu_buffer *bytes;
    size_t read;
} stream;

static cairo_status_t give(void *user, unsigned char *out, unsigned int size)
{
    stream *in = user;
    if (size > in->bytes->size - in->read)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, in->bytes->data + in->read, size);
    in->read += size;
    return CAIRO_STATUS_SUCCESS;
}

static unsigned long big_endian(const char *at)
{
    const unsigned char *bytes = (const unsigned char *)at;
    return (unsigned long)bytes[0] << 24 | (unsigned long)bytes[1] << 16 | (unsigned long)bytes[2] << 8 | bytes[3];
}

/* Width and height stand in the header (PNG, 11.2.2), before anything is decoded. */
static mintu_status decode(const mintu_buffer *bytes, const char *path, mintu_error *error, cairo_surface_t **out)
{
    const mintu_where where = {.source = path};
    if (bytes->size < HEADER || memcmp(bytes->data, "\x89PNG\r\n\x1a\n", 8) != 0 || memcmp(bytes->data + 12, "IHDR", 4) != 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the sheet is no PNG; make the sprite anew",
                             mintu_message(doing));
    unsigned long width = big_endian(bytes->data + 16), height = big_endian(bytes->data + 20);
    if (width > SIDE_MOST || height > SIDE_MOST)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "%s: the sheet is %lu x %lu pixels, and may have %d a side; make it smaller", mintu_message(doing),
                             width, height, SIDE_MOST);
    stream in = {.bytes = bytes};
    mintu_status status = mintu_cairo_begin(doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(give, &in);
    if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
        *out = surface;
        return MINTU_STATUS_OK;
    }
    bool memory = cairo_surface_status(surface) == CAIRO_STATUS_NO_MEMORY;
    cairo_surface_destroy(surface);
    return memory ? mintu_fail_memory(error, doing)
                  : mintu_fail_at(error, MINTU_STATUS_INPUT, where, "%s: the PNG is damaged; make the sprite anew",
                                  mintu_message(doing));
}

static mintu_status load(const mintu_sprite_sheets *sheets, const char *path, cairo_surface_t **out)
{
    mintu_buffer bytes = {0};
    mintu_status status = mintu_path_check(sheets->folder, path, doing, sheets->error);
    if (status == MINTU_STATUS_OK)
        status = mintu_file_read(path, doing, (mintu_file_bounds){BYTES_MOST, false}, sheets->error, &bytes);
    if (status == MINTU_STATUS_OK)
        status = decode(&bytes, path, sheets->error, out);
    mintu_buffer_free(&bytes);
    return status;
}

static cairo_surface_t *sheet_of(mintu_sprite_sheets *sheets, const char *path)
{
    for (size_t i = 0; i < sheets->sheet_count; i++)
        if (strcmp(sheets->sheets[i].path, path) == 0)
            return sheets->sheets[i].surface;
    if (!MINTU_ARRAY_RESERVE(sheets->sheets, sheets->sheet_room, sheets->sheet_count + 1)) {
        sheets->status = mintu_fail_memory(sheets->error, doing);
        return NULL;
    }
    mintu_sprite_sheet *sheet = &sheets->sheets[sheets->sheet_count++];
    *sheet = (mintu_sprite_sheet){.path = path};
    sheets->status = load(sheets, path, &sheet->surface);
    return sheet->surface;
}

/* A copy, so that its neighbours on the sheet do not bleed into its edges. */
static cairo_surface_t *cut(mintu_sprite_sheets *sheets, const mintu_sprite_image *image)
{
    cairo_surface_t *sheet = sheet_of(sheets, image->sheet);
    if (!sheet)
        return NULL;
    int width = cairo_image_surface_get_width(sheet), height = cairo_image_surface_get_height(sheet);
    if (image->x + image->width > width || image->y + image->height > height) {
        sheets->status =
            mintu_fail_at(sheets->error, MINTU_STATUS_INPUT, (mintu_where){.source = image->sheet},
                          "%s: the image \"%.80s\" reaches out of the sheet, which is %d x %d pixels; make the sprite anew",
                          mintu_message(doing), image->name, width, height);
        return NULL;
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image->width, image->height);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_surface(cairo, sheet, -image->x, -image->y);
    cairo_paint(cairo);
    bool good = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cairo);
    if (good)
        return surface;
    cairo_surface_destroy(surface);
    sheets->status = mintu_fail_memory(sheets->error, doing);
    return NULL;
}

cairo_surface_t *mintu_sprite_surface(mintu_sprite_sheets *sheets, const mintu_sprite_image *image)
{
    for (size_t i = 0; i < sheets->count; i++)
        if (sheets->cuts[i].image == image)
            return sheets->cuts[i].surface;
    if (sheets->status != MINTU_STATUS_OK)
        return NULL;
    if (!MINTU_ARRAY_RESERVE(sheets->cuts, sheets->room, sheets->count + 1)) {
        sheets->status = mintu_fail_memory(sheets->error, doing);
        return NULL;
    }
    cairo_surface_t *surface = cut(sheets, image);
    sheets->cuts[sheets->count++] = (mintu_cut_image){image, surface};
    return surface;
}

/* How far inside the outline a place of the field lies, 0 to 1, 0.75 on it and an eighth for each pixel; between pixels linear. */
static double field_at(const unsigned char *pixels, const int size[2], int stride, const double at[2])
{
    double value = 0;
    int left = (int)floor(at[0]), top = (int)floor(at[1]);
    for (int i = 0; i < 4; i++) {
        int x = left + i % 2, y = top + i / 2;
        double weight = (i % 2 ? at[0] - left : 1 - (at[0] - left)) * (i / 2 ? at[1] - top : 1 - (at[1] - top));
        if (x >= 0 && y >= 0 && x < size[0] && y < size[1]) { /* alpha is the highest byte of the number */
            uint32_t pixel;
            memcpy(&pixel, pixels + (size_t)y * (size_t)stride + 4 * (size_t)x, sizeof pixel);
            value += weight * (pixel >> 24) / 255;
        }
    }
    return value;
}

static double smooth_step(double from, double to, double value)
{
    double t = fmin(fmax((value - from) / (to - from), 0), 1);
    return t * t * (3 - 2 * t);
}

/* One colour of a field: what lies inside @p edge (MapLibre GL JS, symbol_sdf.fragment.glsl). */
static void paint_field(cairo_t *cairo, cairo_surface_t *field, const mintu_sprite_place *place, double edge)
{
    static const double GAMMA = 0.105;
    int size[2] = {cairo_image_surface_get_width(field), cairo_image_surface_get_height(field)};
    int width = (int)ceil(place->size[0] * place->device), height = (int)ceil(place->size[1] * place->device);
    double gamma = GAMMA / place->device / fmax(place->scale, 1e-3);
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
    unsigned char *out = cairo_image_surface_get_data(mask);
    const unsigned char *pixels = cairo_image_surface_get_data(field);
    int stride = cairo_image_surface_get_stride(field), step = cairo_image_surface_get_stride(mask);
    for (int y = 0; out && pixels && y < height; y++)
        for (int x = 0; x < width; x++) {
            const double at[2] = {(x + 0.5) * size[0] / width - 0.5, (y + 0.5) * size[1] / height - 0.5};
            double inside = smooth_step(edge - gamma, edge + gamma, field_at(pixels, size, stride, at));
            out[(size_t)y * (size_t)step + (size_t)x] = (unsigned char)lround(255 * inside);
        }
    cairo_surface_mark_dirty(mask);
    cairo_save(cairo);
    cairo_translate(cairo, place->at[0] - place->size[0] / 2, place->at[1] - place->size[1] / 2);
    cairo_scale(cairo, place->size[0] / width, place->size[1] / height);
    cairo_mask_surface(cairo, mask, 0, 0);
    cairo_restore(cairo);
    cairo_surface_destroy(mask);
}

static void draw_field(mintu_sprite_sheets *sheets, cairo_t *cairo, cairo_surface_t *field, const mintu_sprite_place *place)
{
    static const double EDGE = 0.75, DISTANCE = 8; /* px of the field from 0 to 1 */
    mintu_color color = place->color, halo = place->halo;
    sheets->painted += 2 * place->size[0] * place->size[1] * place->device * place->device;
    if (sheets->painted > FIELD_PIXELS_MOST) {
        sheets->status =
            mintu_fail(sheets->error, MINTU_STATUS_INPUT,
                       "drawing an icon: the icons of the sprite would be more than %g pixels; draw them smaller, or at "
                       "fewer places",
                       FIELD_PIXELS_MOST);
        return;
    }
    if (place->halo_width > 0 && halo.alpha > 0) {
        cairo_set_source_rgba(cairo, halo.red, halo.green, halo.blue, halo.alpha);
        paint_field(cairo, field, place, EDGE - place->halo_width / fmax(place->scale, 1e-3) / DISTANCE);
    }
    cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.alpha);
    paint_field(cairo, field, place, EDGE);
}

void mintu_sprite_draw(mintu_sprite_sheets *sheets, const mintu_sprite_image *image, cairo_t *cairo,
                       const mintu_sprite_place *place)
{
    cairo_surface_t *surface = mintu_sprite_surface(sheets, image);
    if (!surface || !(place->size[0] > 0 && place->size[1] > 0))
        return;
    if (image->sdf) {
        draw_field(sheets, cairo, surface, place);
        return;
    }
    cairo_save(cairo);
    cairo_translate(cairo, place->at[0] - place->size[0] / 2, place->at[1] - place->size[1] / 2);
    cairo_scale(cairo, place->size[0] / image->width, place->size[1] / image->height);
    cairo_set_source_surface(cairo, surface, 0, 0);
    cairo_paint_with_alpha(cairo, place->opacity);
    cairo_restore(cairo);
}

void mintu_sprite_sheets_free(mintu_sprite_sheets *sheets)
{
    for (size_t i = 0; i < sheets->count; i++)
        if (sheets->cuts[i].surface)
            cairo_surface_destroy(sheets->cuts[i].surface);
    for (size_t i = 0; i < sheets->sheet_count; i++)
        if (sheets->sheets[i].surface)
            cairo_surface_destroy(sheets->sheets[i].surface);
    free(sheets->cuts);
    free(sheets->sheets);
}
