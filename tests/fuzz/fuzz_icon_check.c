/* mintu_icon_check(): any bytes are an icon with a price or an error; what passes is drawn by librsvg, small, without a hang or
 * a crash. */
#include "fuzz.h"

#include "icon/icon_check.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

static void draw(const uint8_t *data, size_t size)
{
    const RsvgRectangle box = {0, 0, 24, 24};
    RsvgHandle *handle = rsvg_handle_new_from_data(data, size, NULL);
    if (!handle)
        return;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 24, 24);
    cairo_t *cairo = cairo_create(surface);
    rsvg_handle_set_dpi(handle, 96);
    rsvg_handle_render_document(handle, cairo, &box, NULL);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    g_object_unref(handle);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_bytes(data, size);
    mintu_icon_cost cost = {0};
    mintu_error error = {0};
    mintu_status status = mintu_icon_check(text, size, "fuzz.svg", &error, &cost);
    FUZZ_CHECK(status == MINTU_STATUS_OK || (status == MINTU_STATUS_INPUT && error.text[0]));
    FUZZ_CHECK(status != MINTU_STATUS_OK || (cost.elements >= 1 && isfinite(cost.length)));
    if (status == MINTU_STATUS_OK)
        draw((const uint8_t *)text, size);
    free(text);
    return 0;
}
