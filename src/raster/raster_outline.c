#include "raster/raster_outline.h"

#include "base/context.h"
#include "base/message.h"
#include "layer/layer_end.h"
#include "raster/pixel_place.h"

#include <string.h>

mintu_status mintu_raster_open_source(const mintu_context *context, const mintu_style *style, size_t source, mintu_error *error,
                                      mintu_raster_file **out)
{
    const mintu_raster_wish wish = {.folder = mintu_context_elsewhere(context) ? NULL : mintu_style_folder(style),
                                    .elevation = mintu_style_source_raster(style, source)->elevation};
    return mintu_raster_open(mintu_style_source_data(style, source), &wish, error, out);
}

/* What somebody else might do otherwise. */
static void tell(mintu_context *context, const mintu_raster_file *raster)
{
    if (raster->left_out)
        mintu_context_notice(context,
                             "%s: the raster has %zu more bands than are drawn: %s; for others convert it, for example with "
                             "gdal_translate -b 4 -b 3 -b 2 IN OUT.tif",
                             raster->path, raster->left_out,
                             raster->bands == 1 ? mintu_message("the first alone is")
                                                : mintu_message("three are, as red, green and blue"));
    if (raster->stretched)
        mintu_context_notice(
            context,
            "%s: the raster has numbers from %.6g to %.6g; the least is drawn black and the largest white; for "
            "others convert it to 8 bits, for example with gdal_translate -ot Byte -scale MIN MAX IN OUT.tif",
            raster->path, raster->black, raster->white);
}

static mintu_status make_layer(mintu_context *context, const mintu_pixel_place *place, const char *name, mintu_error *error,
                               mintu_layer **out)
{
    mintu_shape outline = {0};
    mintu_status status = mintu_layer_new(context, name, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_append(*out, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_pixel_place_outline(place, error, &outline);
    if (status == MINTU_STATUS_OK && outline.vertex_count < 4)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = place->raster->path},
                               "reading a raster: its corners lie nowhere on earth; correct its reference system");
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_shape_set(*out, 0, &outline, error);
    mintu_shape_free(&outline);
    return status;
}

mintu_status mintu_raster_outline(mintu_context *context, const mintu_style *style, size_t source, mintu_error *error,
                                  mintu_layer **out)
{
    mintu_raster_file *raster = NULL;
    mintu_pixel_place place;
    *out = NULL;
    mintu_status status = mintu_raster_open_source(context, style, source, error, &raster);
    if (status == MINTU_STATUS_OK)
        status = mintu_pixel_place_open(context, mintu_style_source_raster(style, source), raster, error, &place);
    if (status == MINTU_STATUS_OK)
        tell(context, raster);
    if (status == MINTU_STATUS_OK)
        status = make_layer(context, &place, mintu_style_source_name(style, source), error, out);
    mintu_raster_close(raster);
    return mintu_layer_end(status, out);
}
