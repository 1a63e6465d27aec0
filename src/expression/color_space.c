/* CIELAB and its cylindrical form HCL with the white point D50, as MapLibre defines interpolate-lab and interpolate-hcl. */
#include "expression/color_space.h"

#include "base/earth.h"

#include <math.h>

static const double WHITE_X = 0.96422, WHITE_Z = 0.82521; /* D50; Y is 1 */

typedef struct triple {
    double a, b, c;
} triple;

double mintu_color_linear(double encoded)
{
    return encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4);
}

double mintu_color_encoded(double linear)
{
    double x = linear <= 0.00304 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055;
    return x < 0 ? 0 : x > 1 ? 1 : x;
}

static double lab_from_xyz(double t)
{
    const double step = 6.0 / 29;
    return t > step * step * step ? cbrt(t) : t / (3 * step * step) + 4.0 / 29;
}

static double xyz_from_lab(double t)
{
    const double step = 6.0 / 29;
    return t > step ? t * t * t : 3 * step * step * (t - 4.0 / 29);
}

static triple lab_from_color(mintu_color color)
{
    double r = mintu_color_linear(color.red), g = mintu_color_linear(color.green), b = mintu_color_linear(color.blue);
    double y = lab_from_xyz(0.2225045 * r + 0.7168786 * g + 0.0606169 * b), x = y, z = y;
    if (r != g || g != b) {
        x = lab_from_xyz((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE_X);
        z = lab_from_xyz((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE_Z);
    }
    return (triple){fmax(0, 116 * y - 16), 500 * (x - y), 200 * (y - z)};
}

static mintu_color color_from_lab(triple lab, double alpha)
{
    double y = (lab.a + 16) / 116;
    double x = WHITE_X * xyz_from_lab(y + lab.b / 500), z = WHITE_Z * xyz_from_lab(y - lab.c / 200);
    y = xyz_from_lab(y);
    return (mintu_color){mintu_color_encoded(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                         mintu_color_encoded(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                         mintu_color_encoded(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha};
}

/* Hue in degrees (NaN for a grey), chroma, lightness. */
static triple hcl_from_color(mintu_color color)
{
    triple lab = lab_from_color(color);
    double chroma = hypot(lab.b, lab.c), hue = NAN;
    if (round(chroma * 10000) != 0) {
        hue = fmod(atan2(lab.c, lab.b) / MINTU_DEGREE, 360);
        hue += hue < 0 ? 360 : 0;
    }
    return (triple){hue, chroma, lab.a};
}

static double mix(double from, double to, double share)
{
    return from + share * (to - from);
}

static mintu_color mix_hcl(mintu_color from, mintu_color to, double share)
{
    triple first = hcl_from_color(from), last = hcl_from_color(to);
    double chroma = mix(first.b, last.b, share), hue = 0;
    if (!isnan(first.a) && !isnan(last.a)) {
        double turn = last.a - first.a;
        turn += turn > 180 ? -360 : turn < -180 ? 360 : 0;
        hue = first.a + share * turn;
    } else if (!isnan(first.a)) {
        hue = first.a;
        chroma = last.c == 1 || last.c == 0 ? first.b : chroma;
    } else if (!isnan(last.a)) {
        hue = last.a;
        chroma = first.c == 1 || first.c == 0 ? last.b : chroma;
    }
    triple lab = {mix(first.c, last.c, share), cos(hue * MINTU_DEGREE) * chroma, sin(hue * MINTU_DEGREE) * chroma};
    return color_from_lab(lab, mix(from.alpha, to.alpha, share));
}

static mintu_color mix_lab(mintu_color from, mintu_color to, double share)
{
    triple first = lab_from_color(from), last = lab_from_color(to);
    triple lab = {mix(first.a, last.a, share), mix(first.b, last.b, share), mix(first.c, last.c, share)};
    return color_from_lab(lab, mix(from.alpha, to.alpha, share));
}

mintu_color mintu_color_mix(mintu_color from, mintu_color to, double share, mintu_color_space space)
{
    if (space == MINTU_COLOR_SPACE_HCL)
        return mix_hcl(from, to, share);
    if (space == MINTU_COLOR_SPACE_LAB)
        return mix_lab(from, to, share);
    return (mintu_color){mix(from.red, to.red, share), mix(from.green, to.green, share), mix(from.blue, to.blue, share),
                         mix(from.alpha, to.alpha, share)};
}
