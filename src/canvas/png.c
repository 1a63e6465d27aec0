#include "canvas/png.h"

#include "base/error.h"

#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { COMPRESSION_LEVEL = 2, FILTER_NONE = 0, FILTER_UP = 2 };

/* What libpng's call-backs need. */
typedef struct png_sink {
    mintu_output *output;
    mintu_error *error;
    mintu_status status;
} png_sink;

static void write_bytes(png_structp png, png_bytep data, size_t size)
{
    png_sink *sink = png_get_io_ptr(png);
    sink->status = mintu_output_write(sink->output, data, size, sink->error);
    if (sink->status != MINTU_STATUS_OK)
        png_error(png, "write");
}

static void flush_bytes(png_structp png)
{
    (void)png;
}

static void on_error(png_structp png, png_const_charp text)
{
    png_sink *sink = png_get_error_ptr(png);
    if (sink->status == MINTU_STATUS_OK)
        sink->status = mintu_fail(sink->error, MINTU_STATUS_DEFECT, "writing PNG: libpng says \"%s\"; report this", text);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void unpack_row(const uint32_t *pixels, size_t width, unsigned char *rgb)
{
    for (size_t i = 0; i < width; i++) {
        uint32_t pixel = pixels[i];
        rgb[3 * i] = (unsigned char)(pixel >> 16);
        rgb[3 * i + 1] = (unsigned char)(pixel >> 8);
        rgb[3 * i + 2] = (unsigned char)pixel;
    }
}

/* Filter type and bytes of one row. On maps, where colours are flat, no filter gave smaller files in less time than Sub or Up;
 * a row that repeats the one above is all zeros with Up. */
static void filter_row(unsigned char *target, const unsigned char *row, const unsigned char *above, size_t size)
{
    bool repeats = above && memcmp(row, above, size) == 0;
    target[0] = repeats ? FILTER_UP : FILTER_NONE;
    if (repeats)
        memset(target + 1, 0, size);
    else
        memcpy(target + 1, row, size);
}

/* Turns the surface's pixels into PNG rows in place: a row of 3 w + 1 bytes never overtakes its own 4 w bytes. Row 0 of width 1
 * takes exactly its pixel. */
static bool rows_in_place(unsigned char *pixels, size_t width, size_t height, size_t stride)
{
    size_t size = 3 * width;
    unsigned char *rooms = malloc(2 * size);
    if (!rooms)
        return false;
    for (size_t y = 0; y < height; y++) {
        unsigned char *row = rooms + (y & 1) * size, *above = rooms + (~y & 1) * size;
        unpack_row((const uint32_t *)(void *)(pixels + y * stride), width, row);
        filter_row(pixels + y * (size + 1), row, y ? above : NULL, size);
    }
    free(rooms);
    return true;
}

static mintu_status compress_pixels(cairo_surface_t *surface, mintu_buffer *out, mintu_error *error)
{
    size_t width = (size_t)cairo_image_surface_get_width(surface), height = (size_t)cairo_image_surface_get_height(surface);
    unsigned char *pixels = cairo_image_surface_get_data(surface);
    if (!rows_in_place(pixels, width, height, (size_t)cairo_image_surface_get_stride(surface)))
        return mintu_fail_memory(error, "writing PNG");
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(COMPRESSION_LEVEL);
    size_t raw = (3 * width + 1) * height, room = compressor ? libdeflate_zlib_compress_bound(compressor, raw) : 0;
    out->data = compressor ? malloc(room) : NULL;
    if (out->data)
        out->size = libdeflate_zlib_compress(compressor, pixels, raw, out->data, room);
    libdeflate_free_compressor(compressor);
    return out->data && out->size ? MINTU_STATUS_OK : mintu_fail_memory(error, "writing PNG");
}

static void add_text(png_textp texts, int *count, const char *key, const char *value)
{
    if (!*value)
        return;
    png_text text = {.compression = PNG_ITXT_COMPRESSION_NONE};
    text.key = (png_charp)(uintptr_t)key;
    text.text = (png_charp)(uintptr_t)value;
    text.itxt_length = strlen(value);
    texts[(*count)++] = text;
}

/* What write_file() is given besides libpng's own. */
typedef struct png_content {
    cairo_surface_t *surface;
    double dpi;
    const mintu_provenance *provenance;
    const char *xmp;
    const mintu_buffer *pixels; /* compressed */
} png_content;

static void write_head(png_structp png, png_infop info, const png_content *content)
{
    png_text texts[8];
    int count = 0;
    const mintu_provenance *provenance = content->provenance;
    png_uint_32 density = (png_uint_32)lround(content->dpi / 0.0254);
    png_set_IHDR(png, info, (png_uint_32)cairo_image_surface_get_width(content->surface),
                 (png_uint_32)cairo_image_surface_get_height(content->surface), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
    add_text(texts, &count, "Title", provenance->title);
    add_text(texts, &count, "Description", provenance->description);
    add_text(texts, &count, "Source", provenance->source);
    add_text(texts, &count, "Copyright", provenance->licence);
    add_text(texts, &count, "Software", "mintu " MINTU_VERSION_STRING);
    add_text(texts, &count, "Comment", provenance->record);
    add_text(texts, &count, "XML:com.adobe.xmp", content->xmp);
    png_set_text(png, info, texts, count);
    png_write_info(png, info);
}

/* Everything libpng does stands between one setjmp and the end of this function. */
static void write_file(png_structp png, png_infop info, const png_content *content)
{
    const mintu_buffer *data = content->pixels;
    enum { CHUNK = 1 << 30 };
    if (setjmp(png_jmpbuf(png)))
        return;
    write_head(png, info, content);
    for (size_t done = 0; done < data->size; done += CHUNK) {
        size_t size = data->size - done < CHUNK ? data->size - done : CHUNK;
        png_write_chunk(png, (png_const_bytep) "IDAT", (png_const_bytep)data->data + done, size);
    }
    png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

mintu_status mintu_png_write(cairo_surface_t *surface, double dpi, const mintu_provenance *provenance, mintu_output *output,
                             mintu_error *error)
{
    png_sink sink = {.output = output, .error = error, .status = MINTU_STATUS_OK};
    mintu_buffer data = {0}, xmp = {0};
    mintu_provenance_xmp(provenance, &xmp);
    mintu_status status = xmp.failed ? mintu_fail_memory(error, "writing PNG") : compress_pixels(surface, &data, error);
    png_structp png =
        status == MINTU_STATUS_OK ? png_create_write_struct(PNG_LIBPNG_VER_STRING, &sink, on_error, on_warning) : NULL;
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (info) {
        png_set_write_fn(png, &sink, write_bytes, flush_bytes);
        write_file(png, info, &(png_content){surface, dpi, provenance, xmp.data, &data});
        status = sink.status;
    } else if (status == MINTU_STATUS_OK) {
        status = mintu_fail_memory(error, "writing PNG");
    }
    png_destroy_write_struct(&png, &info);
    mintu_buffer_free(&data);
    mintu_buffer_free(&xmp);
    return status;
}
