#include "console/page_options.h"

#include "console/arguments.h"
#include "console/language.h"

#include <string.h>

static mintu_status usage(mintu_error *error, const char *option, const char *value, const char *expected)
{
    return cli_usage_first(error, "--%s '%s' cannot be read; expected %s", option, value, cli_text(expected));
}

/* "A4", "A3", … upright as in ISO 216, or WIDTHxHEIGHTmm. */
static void read_size(const char *value, mintu_error *error, mintu_map_options *out)
{
    static const double sheets[][2] = {{841, 1189}, {594, 841}, {420, 594}, {297, 420}, {210, 297}, {148, 210}, {105, 148}};
    const char *end;
    if ((value[0] == 'A' || value[0] == 'a') && value[1] >= '0' && value[1] <= '6' && !value[2]) {
        out->width_mm = sheets[value[1] - '0'][0];
        out->height_mm = sheets[value[1] - '0'][1];
        return;
    }
    out->width_mm = mintu_number_read(value, &end);
    if (end != value && *end == 'x')
        out->height_mm = mintu_number_read(end + 1, &end);
    if (!(out->width_mm >= 20 && out->width_mm <= 5000 && out->height_mm >= 20 && out->height_mm <= 5000) ||
        strcmp(end, "mm") != 0)
        usage(error, "size", value, N_("A0 to A6 or WIDTHxHEIGHTmm, for example 297x420mm"));
}

double cli_scale_read(const char *option, const char *value, mintu_error *error)
{
    const char *number = strncmp(value, "1:", 2) == 0 ? value + 2 : value, *end;
    double scale = mintu_number_read(number, &end);
    if (end == number || *end || !(scale >= 100 && scale <= 1e9))
        usage(error, option, value, N_("1:N with N from 100 to 1000000000, for example 1:1000000"));
    return scale;
}

void cli_page_options(const cli_arguments *arguments, mintu_error *error, mintu_map_options *out)
{
    static const char *const orientations[] = {"portrait", "landscape", NULL};
    static const double dpi[] = {72, 1200}, margin[] = {1, 200};
    const char *size = cli_option_value(arguments, "size"), *scale = cli_option_value(arguments, "scale");
    *out = (mintu_map_options){.crs = cli_option_value(arguments, "crs"),
                               .title = cli_option_value(arguments, "title"),
                               .review = cli_option_value(arguments, "review"),
                               .lang = cli_option_value(arguments, "lang")};
    out->dpi = cli_option_number(arguments, "dpi", dpi, 300, error);
    if (size)
        read_size(size, error, out);
    if (scale)
        out->scale = cli_scale_read("scale", scale, error);
    int orientation = cli_option_choice(arguments, "orientation", orientations, -1, error);
    out->portrait = orientation == 0;
    out->landscape = orientation == 1;
    out->margin_mm = cli_option_number(arguments, "margin", margin, 0, error);
}
