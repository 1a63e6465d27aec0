/* Numbers of an SVG icon. */
#include "icon/icon_numbers.h"

#include "base/earth.h"
#include "icon/icon_examination.h"

#include <glib.h>
#include <math.h>
#include <string.h>

static double unit(const mintu_icon_examination *x, const char *text)
{
    static const struct {
        const char *name;
        double px;
    } units[] = {{"px", 1}, {"in", 96}, {"cm", 96 / 2.54}, {"mm", 9.6 / 2.54}, {"pt", 96.0 / 72}, {"pc", 16}};
    if (!g_ascii_isalpha(*text) && *text != '%')
        return 1;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (g_ascii_strncasecmp(text, units[i].name, 2) == 0)
            return units[i].px;
    return fmax(100, x->font);
}

double mintu_icon_numbers(const mintu_icon_examination *x, const char *text, bool units)
{
    double sum = 0;
    while (*(text += strcspn(text, "0123456789.+-"))) {
        char *end;
        double number = fabs(g_ascii_strtod(text, &end));
        if (end == text)
            end++;
        else
            sum += number * (units ? unit(x, end) : 1);
        text = end;
    }
    return isnan(sum) ? INFINITY : sum;
}

enum { ARGUMENTS = 6 };

/* Of one function, at most; shears by its angle. */
static double scale_of(const char *name, const double a[ARGUMENTS])
{
    static const double DEGREE = MINTU_PI / 180;
    if (g_ascii_strncasecmp(name, "translate", 9) == 0)
        return 1;
    if (g_ascii_strncasecmp(name, "rotate", 6) == 0)
        return 1.5;
    if (g_ascii_strncasecmp(name, "skew", 4) == 0)
        return 1 + fabs(tan(a[0] * DEGREE));
    return fmax(fabs(a[0]), fabs(a[2])) + fmax(fabs(a[1]), fabs(a[3]));
}

double mintu_icon_scale(const char *text)
{
    double scale = 1;
    for (const char *open = strchr(text, '('); open; open = strchr(text, '(')) {
        const char *name = open;
        double a[ARGUMENTS] = {0};
        while (name > text && g_ascii_isspace(name[-1]))
            name--;
        while (name > text && g_ascii_isalnum(name[-1]))
            name--;
        text = open + 1;
        for (size_t i = 0; i < ARGUMENTS && *(text += strcspn(text, "0123456789.+-)")) && *text != ')'; i++) {
            char *end;
            a[i] = g_ascii_strtod(text, &end);
            if (g_ascii_isalpha(*end) && g_ascii_strncasecmp(end, "deg", 3) != 0 && g_ascii_strncasecmp(end, "px", 2) != 0)
                return INFINITY; /* other units are not worth their table */
            text = end == text ? text + 1 : end;
        }
        scale *= scale_of(name, a);
    }
    return isnan(scale) ? INFINITY : scale;
}
