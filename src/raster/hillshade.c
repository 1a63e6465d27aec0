#include "raster/hillshade.h"

#include "base/earth.h"

#include <math.h>
#include <string.h>

mintu_hillshade mintu_hillshade_of(const mintu_style_layer *layer, mintu_style_scope *scope, double up)
{
    static const char *const methods[] = {"standard", "basic", "combined", "igor", "multidirectional"};
    mintu_hillshade out = {.exaggeration = mintu_style_number(layer, MINTU_PROPERTY_HILLSHADE_EXAGGERATION, scope),
                           .accent = mintu_style_color(layer, MINTU_PROPERTY_HILLSHADE_ACCENT_COLOR, scope)};
    const char *method = mintu_style_string(layer, MINTU_PROPERTY_HILLSHADE_METHOD, scope);
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (strcmp(methods[i], method) == 0)
            out.method = i;
    bool turns = strcmp(mintu_style_string(layer, MINTU_PROPERTY_HILLSHADE_ILLUMINATION_ANCHOR, scope), "viewport") == 0;
    const size_t counts[4] = {
        mintu_style_lights(layer, MINTU_PROPERTY_HILLSHADE_ILLUMINATION_DIRECTION, scope, out.directions, MINTU_LIGHTS_MOST),
        mintu_style_lights(layer, MINTU_PROPERTY_HILLSHADE_ILLUMINATION_ALTITUDE, scope, out.altitudes, MINTU_LIGHTS_MOST),
        mintu_style_tints(layer, MINTU_PROPERTY_HILLSHADE_SHADOW_COLOR, scope, out.shadows, MINTU_LIGHTS_MOST),
        mintu_style_tints(layer, MINTU_PROPERTY_HILLSHADE_HIGHLIGHT_COLOR, scope, out.highlights, MINTU_LIGHTS_MOST),
    };
    for (size_t i = 0; i < 4; i++)
        out.count = counts[i] > out.count ? counts[i] : out.count;
    for (size_t i = 0; i < out.count; i++) { /* a list that is shorter goes on with its last */
        out.directions[i] = out.directions[i < counts[0] ? i : counts[0] - 1];
        out.altitudes[i] = out.altitudes[i < counts[1] ? i : counts[1] - 1];
        out.shadows[i] = out.shadows[i < counts[2] ? i : counts[2] - 1];
        out.highlights[i] = out.highlights[i < counts[3] ? i : counts[3] - 1];
    }
    for (size_t i = 0; i < out.count; i++) {
        out.directions[i] = (out.directions[i] + (turns ? up : 0)) * MINTU_DEGREE;
        out.altitudes[i] *= MINTU_DEGREE;
    }
    return out;
}

static double modulo(double value, double by)
{
    return value - by * floor(value / by);
}

static double clamp(double value)
{
    return fmin(fmax(value, 0), 1);
}

static double aspect_of(const double slope[2])
{
    return slope[0] != 0 ? atan2(slope[1], -slope[0]) : MINTU_PI / 2 * (slope[1] > 0 ? 1 : -1);
}

/* Adds a share of a colour. */
static void add(double out[4], const mintu_color *colour, double share)
{
    out[0] += colour->red * colour->alpha * share;
    out[1] += colour->green * colour->alpha * share;
    out[2] += colour->blue * colour->alpha * share;
    out[3] += colour->alpha * share;
}

static void shade_standard(const mintu_hillshade *shade, const double deriv[2], double out[4])
{
    double azimuth = shade->directions[0] + MINTU_PI, slope = atan(0.625 * hypot(deriv[0], deriv[1]));
    double intensity = shade->exaggeration, base = 1.875 - intensity * 1.75, most = 0.5 * MINTU_PI;
    double scaled = intensity != 0.5 ? (pow(base, slope) - 1) / (pow(base, most) - 1) * most : slope;
    double share = clamp(intensity * 2), side = fabs(modulo((aspect_of(deriv) + azimuth) / MINTU_PI + 0.5, 2) - 1);
    double shadow[4] = {0};
    add(shadow, &shade->shadows[0], (1 - side) * sin(scaled) * share);
    add(shadow, &shade->highlights[0], side * sin(scaled) * share);
    add(out, &shade->accent, (1 - cos(scaled)) * share);
    for (int i = 0; i < 4; i++)
        out[i] = out[i] * (1 - shadow[3]) + shadow[i];
}

static void shade_igor(const mintu_hillshade *shade, const double deriv[2], double out[4])
{
    const double slope[2] = {deriv[0] * shade->exaggeration * 2, deriv[1] * shade->exaggeration * 2};
    double azimuth = shade->directions[0] + MINTU_PI, strength = atan(hypot(slope[0], slope[1])) * 2 / MINTU_PI;
    double side = 1 - fabs(modulo((aspect_of(slope) + azimuth) / MINTU_PI + 0.5, 2) - 1);
    add(out, &shade->shadows[0], strength * side);
    add(out, &shade->highlights[0], strength * (1 - side));
}

/* The cosine of the angle between the light and what stands upright on the slope. */
static double light_on(const mintu_hillshade *shade, size_t light, const double slope[2])
{
    double azimuth = shade->directions[light] + MINTU_PI, altitude = shade->altitudes[light];
    return (sin(altitude) - (slope[1] * cos(azimuth) - slope[0] * sin(azimuth)) * cos(altitude)) /
           sqrt(1 + slope[0] * slope[0] + slope[1] * slope[1]);
}

static void shade_lights(const mintu_hillshade *shade, const double deriv[2], size_t count, double out[4])
{
    const double slope[2] = {deriv[0] * shade->exaggeration * 2, deriv[1] * shade->exaggeration * 2};
    for (size_t i = 0; i < count; i++) {
        double lit = clamp(light_on(shade, i, slope));
        add(out, lit > 0.5 ? &shade->highlights[i] : &shade->shadows[i], fabs(2 * lit - 1) / (double)count);
    }
}

static void shade_combined(const mintu_hillshade *shade, const double deriv[2], double out[4])
{
    const double slope[2] = {deriv[0] * shade->exaggeration * 2, deriv[1] * shade->exaggeration * 2};
    double angle = fmin(acos(fmin(fmax(light_on(shade, 0, slope), -1), 1)), MINTU_PI / 2);
    double steep = atan(hypot(slope[0], slope[1])) * 4 / MINTU_PI / MINTU_PI;
    add(out, &shade->shadows[0], angle * steep);
    add(out, &shade->highlights[0], (MINTU_PI / 2 - angle) * steep);
}

void mintu_hillshade_colour(const mintu_hillshade *shade, const double slope[2], double out[4])
{
    memset(out, 0, 4 * sizeof *out);
    switch (shade->method) {
    case 1:
        shade_lights(shade, slope, 1, out);
        break;
    case 2:
        shade_combined(shade, slope, out);
        break;
    case 3:
        shade_igor(shade, slope, out);
        break;
    case 4:
        shade_lights(shade, slope, shade->count, out);
        break;
    default:
        shade_standard(shade, slope, out);
    }
}
