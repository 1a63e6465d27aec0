#include "expression/color.h"

#include "expression/color_name.h"
#include "format/number.h"

#include <math.h>
#include <string.h>

static double clamp(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

static int hex_digit(char c)
{
    const char *digits = "0123456789abcdef";
    const char *at = c ? strchr(digits, c) : NULL;
    return at ? (int)(at - digits) : -1;
}

static bool parse_hex(const char *text, mintu_color *out)
{
    size_t size = strlen(text);
    if (size != 3 && size != 4 && size != 6 && size != 8)
        return false;
    size_t width = size <= 4 ? 1 : 2;
    double parts[4] = {0, 0, 0, 1};
    for (size_t i = 0; i < size / width; i++) {
        int high = hex_digit(text[i * width]), low = hex_digit(text[i * width + width - 1]);
        if (high < 0 || low < 0)
            return false;
        parts[i] = (16 * high + low) / 255.0;
    }
    *out = (mintu_color){parts[0], parts[1], parts[2], parts[3]};
    return true;
}

/* The arguments of rgb() and hsl(): numbers, their units, and what stands between them. */
typedef struct arguments {
    double numbers[4];
    bool percent[4];
    char separators[4]; /* before each number but the first: ',', '/' or ' ' */
    size_t count;
} arguments;

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " \t\n\r\f");
}

static bool parse_arguments(const char *text, bool degrees, arguments *out)
{
    *out = (arguments){0};
    text = skip_blanks(text);
    while (*text != ')') {
        if (out->count == 4)
            return false;
        if (out->count) {
            const char *next = skip_blanks(text);
            bool mark = *next == ',' || *next == '/';
            out->separators[out->count] = ' ';
            if (mark)
                out->separators[out->count] = *next;
            if (!mark && next == text)
                return false;
            text = skip_blanks(next + mark);
        }
        size_t size = strspn(text, "0123456789e.+-");
        if (!mintu_number_scan_decimal(text, size, &out->numbers[out->count]))
            return false;
        text += size;
        if (degrees && out->count == 0 && strncmp(text, "deg", 3) == 0)
            text += 3;
        out->percent[out->count] = *text == '%';
        text += *text == '%';
        out->count++;
        if (*skip_blanks(text) == ')')
            text = skip_blanks(text);
    }
    return text[1] == '\0' && out->count >= 3;
}

/* Commas everywhere, or blanks with a slash before alpha. */
static bool separators_agree(const arguments *a)
{
    char first = a->separators[1];
    if (first == '/' || a->separators[2] != first)
        return false;
    return a->count == 3 || a->separators[3] == (first == ',' ? ',' : '/');
}

static double alpha(const arguments *a)
{
    return a->count < 4 ? 1 : clamp(a->percent[3] ? a->numbers[3] / 100 : a->numbers[3], 0, 1);
}

static bool parse_rgb(const arguments *a, mintu_color *out)
{
    if (a->percent[0] != a->percent[1] || a->percent[1] != a->percent[2])
        return false;
    double most = a->percent[0] ? 100 : 255;
    *out = (mintu_color){clamp(a->numbers[0] / most, 0, 1), clamp(a->numbers[1] / most, 0, 1),
                         clamp(a->numbers[2] / most, 0, 1), alpha(a)};
    return true;
}

/* One channel of hsl() after CSS Color 4, section 7. */
static double hsl_channel(double offset, double hue, double saturation, double lightness)
{
    double k = fmod(offset + hue / 30, 12);
    double reach = saturation * fmin(lightness, 1 - lightness);
    return lightness - reach * fmax(-1, fmin(k - 3, fmin(9 - k, 1)));
}

static bool parse_hsl(const arguments *a, mintu_color *out)
{
    if (a->percent[0] || !a->percent[1] || !a->percent[2])
        return false;
    double hue = fmod(a->numbers[0], 360);
    hue += hue < 0 ? 360 : 0;
    double s = clamp(a->numbers[1], 0, 100) / 100, l = clamp(a->numbers[2], 0, 100) / 100;
    *out = (mintu_color){hsl_channel(0, hue, s, l), hsl_channel(8, hue, s, l), hsl_channel(4, hue, s, l), alpha(a)};
    return isfinite(hue);
}

static bool parse_function(const char *text, mintu_color *out)
{
    bool rgb = strncmp(text, "rgb", 3) == 0, hsl = strncmp(text, "hsl", 3) == 0;
    const char *open = text + 3;
    arguments a;
    if (!rgb && !hsl)
        return false;
    open += *open == 'a';
    if (*open != '(' || !parse_arguments(open + 1, hsl, &a) || !separators_agree(&a))
        return false;
    return rgb ? parse_rgb(&a, out) : parse_hsl(&a, out);
}

bool mintu_color_parse(const char *text, mintu_color *out)
{
    static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char lower[128] = "";
    text = skip_blanks(text);
    size_t size = strlen(text);
    while (size && strchr(" \t\n\r\f", text[size - 1]))
        size--;
    if (size == 0 || size >= sizeof lower)
        return false;
    for (size_t i = 0; i < size; i++)
        lower[i] = text[i];
    for (size_t i = strcspn(lower, capitals); i < size; i += strcspn(lower + i, capitals))
        lower[i] = "abcdefghijklmnopqrstuvwxyz"[lower[i] - 'A'];
    uint32_t rgb = 0;
    if (lower[0] == '#')
        return parse_hex(lower + 1, out);
    if (strcmp(lower, "transparent") == 0) {
        *out = (mintu_color){0, 0, 0, 0};
        return true;
    }
    if (mintu_color_name_find(lower, &rgb)) {
        *out = (mintu_color){(rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1};
        return true;
    }
    return parse_function(lower, out);
}
