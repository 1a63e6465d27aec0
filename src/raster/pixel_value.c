#include "raster/pixel_value.h"

#include <math.h>

/* No data is what all bands call so; what is no number is none either. */
static bool is_missing(const mintu_raster_file *raster, const float *numbers)
{
    bool all = true;
    for (size_t i = 0; i < raster->bands; i++) {
        if (isnan(numbers[i]))
            return true;
        all = all && raster->has_no_data[i] && (numbers[i] == raster->no_data[i]);
    }
    return all;
}

static float opacity_of(const mintu_raster_file *raster, const float *numbers)
{
    float opacity = raster->has_opacity ? numbers[raster->bands] * (float)(255 / raster->opaque) : 255;
    return opacity < 0 ? 0 : opacity > 255 ? 255 : opacity;
}

static float scaled(const mintu_raster_file *raster, float number)
{
    double range = raster->white - raster->black, value = range > 0 ? ((double)number - raster->black) * 255 / range : 128;
    return (float)(value < 0 ? 0 : value > 255 ? 255 : value);
}

static void from_palette(const mintu_raster_file *raster, float number, float out[4])
{
    bool known = number >= 0 && number < (float)raster->palette_size;
    const unsigned char *entry = known ? raster->palette[(size_t)number] : NULL;
    for (int i = 0; i < 4; i++)
        out[i] = entry ? (float)entry[i] : 0;
}

void mintu_pixel_colour(const mintu_raster_file *raster, const float *numbers, float out[4])
{
    out[3] = is_missing(raster, numbers) ? 0 : 255;
    if (out[3] == 0) {
        out[0] = out[1] = out[2] = 0;
        return;
    }
    if (raster->colours == MINTU_RASTER_PALETTE)
        from_palette(raster, numbers[0], out);
    else if (raster->colours == MINTU_RASTER_GREY)
        out[0] = out[1] = out[2] = scaled(raster, numbers[0]);
    for (int i = 0; i < 3 && raster->colours >= MINTU_RASTER_RGB; i++)
        out[i] = raster->colours == MINTU_RASTER_RGB
                     ? scaled(raster, numbers[i])
                     : (255 - scaled(raster, numbers[i])) * (255 - scaled(raster, numbers[3])) / 255;
    float opacity = out[3] * opacity_of(raster, numbers) / 255;
    for (int i = 0; i < 3; i++)
        out[i] = raster->premultiplied ? (out[i] < opacity ? out[i] : opacity) : out[i] * opacity / 255;
    out[3] = opacity;
}

bool mintu_pixel_is_plain(const mintu_raster_file *raster)
{
    bool plain = (raster->colours == MINTU_RASTER_RGB || raster->colours == MINTU_RASTER_GREY) && !raster->has_opacity &&
                 !raster->stretched && raster->black == 0 && raster->white == 255;
    for (size_t i = 0; i < raster->bands; i++)
        plain = plain && !raster->has_no_data[i];
    return plain;
}

float mintu_pixel_elevation(const mintu_raster_file *raster, const float *numbers, const double unpack[4])
{
    if (is_missing(raster, numbers) || (raster->has_opacity && numbers[raster->bands] <= 0) || !isfinite(numbers[0]))
        return NAN;
    if (raster->bands == 1)
        return (float)(numbers[0] * raster->metres[0] + raster->metres[1]);
    return (float)(numbers[0] * unpack[0] + numbers[1] * unpack[1] + numbers[2] * unpack[2] - unpack[3]);
}
