#include "cli/cli.h"
#include "console/arguments.h"
#include "console/say.h"

#include <stdlib.h>

/* The program answers 3 to an expression without a value, as to one that is not valid: there is no value to print. */
static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    static const double zooms[] = {0, 24};
    mintu_style_eval_options options = {.type = cli_option_value(arguments, "type"),
                                        .properties = cli_option_value(arguments, "properties"),
                                        .geometry = cli_option_value(arguments, "geometry"),
                                        .tile = cli_option_value(arguments, "tile"),
                                        .id = cli_option_value(arguments, "id"),
                                        .state = cli_option_value(arguments, "state"),
                                        .images = cli_option_value(arguments, "images")};
    char *value = NULL;
    options.zoom = cli_option_number(arguments, "zoom", zooms, 0, error);
    mintu_status status = error->status;
    if (status == MINTU_STATUS_OK)
        status = mintu_style_eval(arguments->operands[0], &options, error, &value);
    if (status == MINTU_STATUS_OK)
        status = cli_result(value, error);
    free(value);
    if (status == MINTU_STATUS_FINDINGS)
        error->status = status = MINTU_STATUS_INPUT;
    return status;
}

const cli_command cli_style_eval = {
    .name = "style eval",
    .operands = "EXPRESSION",
    .summary = "evaluate one style expression; print its value as JSON",
    .description = {"Parses an expression of the MapLibre Style Specification from JSON, checks its types and prints its value "
                    "for the feature that the options describe. A colour is [red, green, blue, alpha] from 0 to 1, "
                    "premultiplied.",
                    "Ends with 2 when an option is not of its kind, with 3 when the expression is not valid or its evaluation "
                    "fails, with 4 when print does not support it; a function object or filter of old is answered with the "
                    "expression to write instead."},
    .options = {{"properties", 'p', "JSON", "Object of the feature's properties"},
                {"zoom", 'z', "Z", "Zoom of the view, 0 to 24; 0 by default"},
                {"geometry", 'g', "GEOJSON", "The feature's geometry, for geometry-type, within and distance"},
                {"tile", 0, "Z/X/Y", "Round the geometry to this tile's grid; by default to that of a zoom above 0"},
                {"id", 0, "JSON", "The feature's id"},
                {"state", 0, "JSON", "Object of values for global-state"},
                {"images", 0, "JSON", "Array of the names of images that exist; by default any may"},
                {"type", 't', "TYPE", "Type that the value must have: number, string, color, array<number, 2>, …"}},
    .examples = {"mintu style eval '[\"interpolate\",[\"linear\"],[\"zoom\"],6,1,10,5]' --zoom 8", "3",
                 "mintu style eval '[\"get\",\"name\"]' --properties '{\"name\":\"水头\"}'", "\"水头\""},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
