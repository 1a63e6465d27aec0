#include "cli/style_changes.h"
#include "console/arguments.h"

#include <stddef.h>

/* The column by which one's own features are called, when it has a usual name. */
static const char *label_of(const mintu_layer *layer)
{
    static const char *const NAMES[] = {"name", "名称", "地名", "name_zh", "NAME", "Name"};
    for (size_t i = 0; layer && i < sizeof NAMES / sizeof *NAMES; i++)
        if (mintu_layer_field_find(layer, NAMES[i]) >= 0)
            return NAMES[i];
    return NULL;
}

mintu_style_changes cli_style_changes(const cli_arguments *arguments, const cli_own_data *own, const char *palettes,
                                      mintu_error *error)
{
    static const double points[] = {3, 400}, scale[] = {0.25, 10};
    return (mintu_style_changes){.subtitle = cli_option_value(arguments, "subtitle"),
                                 .legend = cli_option_value(arguments, "legend"),
                                 .legend_size = cli_option_number(arguments, "legend-size", points, 0, error),
                                 .title_size = cli_option_number(arguments, "title-size", points, 0, error),
                                 .type_scale = cli_option_number(arguments, "type-scale", scale, 0, error),
                                 .hide = cli_option_value(arguments, "hide"),
                                 .colours = cli_option_value(arguments, "colour"),
                                 .labels = cli_option_value(arguments, "label"),
                                 .palette = cli_option_value(arguments, "palette"),
                                 .palettes = palettes,
                                 .maker = cli_option_value(arguments, "maker"),
                                 .date = cli_option_value(arguments, "date"),
                                 .sheet = cli_option_value(arguments, "sheet"),
                                 .secrecy = cli_option_value(arguments, "secrecy"),
                                 .points = own->points ? own->names[0] : NULL,
                                 .areas = own->areas ? own->names[1] : NULL,
                                 .values = own->values ? own->names[2] : NULL,
                                 .points_label = label_of(own->points),
                                 .areas_label = label_of(own->areas),
                                 .limits = own->classes.limits,
                                 .limit_count = own->values ? own->classes.count + 1 : 0};
}
