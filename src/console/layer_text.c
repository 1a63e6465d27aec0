#include "console/layer_text.h"

const char *cli_layer_text(const mintu_layer *layer, size_t row, const char *field)
{
    int at = mintu_layer_field_find(layer, field);
    return at < 0 ? "" : mintu_layer_text(layer, row, (size_t)at);
}
