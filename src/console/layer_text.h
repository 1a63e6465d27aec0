/* What stands in a layer, by the name of the field. */
#ifndef CONSOLE_LAYER_TEXT_H
#define CONSOLE_LAYER_TEXT_H

#include "console/command.h"

/* "" when the layer has no such field. Valid until the next call. */
const char *cli_layer_text(const mintu_layer *layer, size_t row, const char *field);

#endif
