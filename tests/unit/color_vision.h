/* How far colours are apart, for normal sight, for colour-blind readers and in greyscale: what the styles' palettes are held to. */
#ifndef TEST_COLOR_VISION_H
#define TEST_COLOR_VISION_H

#include "base/earth.h"
#include "expression/color_space.h"

#include <math.h>

typedef enum color_vision {
    COLOR_VISION_NORMAL = 0,
    COLOR_VISION_PROTANOPIA,
    COLOR_VISION_DEUTERANOPIA,
    COLOR_VISION_TRITANOPIA,
    COLOR_VISION_GREY, /* a photocopy */
    COLOR_VISION_END
} color_vision;

static const double matrices[COLOR_VISION_END][3][3] = {
    [COLOR_VISION_NORMAL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [COLOR_VISION_PROTANOPIA] = {{0.152286, 1.052583, -0.204868},
                                 {0.114503, 0.786281, 0.099216},
                                 {-0.003882, -0.048116, 1.051998}},
    [COLOR_VISION_DEUTERANOPIA] = {{0.367322, 0.860646, -0.227968},
                                   {0.280085, 0.672501, 0.047413},
                                   {-0.011820, 0.042940, 0.968881}},
    [COLOR_VISION_TRITANOPIA] = {{1.255528, -0.076749, -0.178779},
                                 {-0.078411, 0.930809, 0.147602},
                                 {0.004733, 0.691367, 0.303900}},
    [COLOR_VISION_GREY] = {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
};

/* The colour as it is seen: Machado, Oliveira and Fernandes 2009 (A physiologically-based model for simulation of color vision
 * deficiency), severity 1; greyscale keeps the relative luminance. Alpha stays. */
static inline mintu_color color_seen(mintu_color color, color_vision vision)
{
    const double linear[3] = {mintu_color_linear(color.red), mintu_color_linear(color.green), mintu_color_linear(color.blue)};
    double seen[3];
    if (vision == COLOR_VISION_NORMAL)
        return color;
    for (int i = 0; i < 3; i++) {
        const double *row = matrices[vision][i];
        seen[i] = mintu_color_encoded(row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2]);
    }
    return (mintu_color){seen[0], seen[1], seen[2], color.alpha};
}

/* Lightness, chroma and hue in degrees after the stretch of a that CIEDE2000 gives dull colours. */
static inline void stretch(const double lab[3], double mean_chroma, double out[3])
{
    double power = pow(mean_chroma, 7), a = lab[1] * (1 + 0.5 * (1 - sqrt(power / (power + pow(25, 7)))));
    double hue = atan2(lab[2], a) / MINTU_DEGREE;
    out[0] = lab[0];
    out[1] = hypot(a, lab[2]);
    out[2] = a == 0 && lab[2] == 0 ? 0 : hue < 0 ? hue + 360 : hue;
}

/* The turn from one hue to the other, and the hue half-way; a grey has none. */
static inline void compare_hues(const double one[3], const double other[3], double *turn, double *middle)
{
    bool grey = one[1] * other[1] == 0;
    double difference = other[2] - one[2], sum = one[2] + other[2];
    bool far = fabs(difference) > 180;
    *turn = grey ? 0 : !far ? difference : difference > 0 ? difference - 360 : difference + 360;
    *middle = grey ? sum : !far ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

static inline double lab_part(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : t * 841 / 108 + 4.0 / 29;
}

/* CIELAB lightness, a, b; white point D50. */
static inline void lab_of(mintu_color color, double lab[3])
{
    double r = mintu_color_linear(color.red), g = mintu_color_linear(color.green), b = mintu_color_linear(color.blue);
    double x = lab_part((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.96422),
           y = lab_part(0.2225045 * r + 0.7168786 * g + 0.0606169 * b),
           z = lab_part((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.82521);
    lab[0] = 116 * y - 16;
    lab[1] = 500 * (x - y);
    lab[2] = 200 * (y - z);
}

/* CIEDE2000 difference of two colours in CIELAB (Sharma, Wu and Dalal 2005); about 1 can just be told side by side. */
static inline double lab_difference(const double one[3], const double other[3])
{
    double mean = (hypot(one[1], one[2]) + hypot(other[1], other[2])) / 2, a[3], b[3], turn, hue;
    stretch(one, mean, a);
    stretch(other, mean, b);
    compare_hues(a, b, &turn, &hue);
    double light = (a[0] + b[0]) / 2, chroma = (a[1] + b[1]) / 2, off = (light - 50) * (light - 50);
    double steps[3] = {b[0] - a[0], b[1] - a[1], 2 * sqrt(a[1] * b[1]) * sin(turn / 2 * MINTU_DEGREE)};
    double hue_weight = 1 - 0.17 * cos((hue - 30) * MINTU_DEGREE) + 0.24 * cos(2 * hue * MINTU_DEGREE) +
                        0.32 * cos((3 * hue + 6) * MINTU_DEGREE) - 0.20 * cos((4 * hue - 63) * MINTU_DEGREE);
    double power = pow(chroma, 7), bend = exp(-pow((hue - 275) / 25, 2));
    double rotation = -2 * sqrt(power / (power + pow(25, 7))) * sin(60 * bend * MINTU_DEGREE);
    steps[0] /= 1 + 0.015 * off / sqrt(20 + off);
    steps[1] /= 1 + 0.045 * chroma;
    steps[2] /= 1 + 0.015 * chroma * hue_weight;
    return sqrt(steps[0] * steps[0] + steps[1] * steps[1] + steps[2] * steps[2] + rotation * steps[1] * steps[2]);
}

static inline double color_difference(mintu_color one, mintu_color other)
{
    double first[3], second[3];
    lab_of(one, first);
    lab_of(other, second);
    return lab_difference(first, second);
}

#endif
