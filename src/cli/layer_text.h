/* What stands in a layer, by the name of the field. */
#ifndef CLI_LAYER_TEXT_H
#define CLI_LAYER_TEXT_H

#include "cli/cli.h"

/* "" when the layer has no such field. Valid until the next call. */
const char *cli_layer_text(const mintu_layer *layer, size_t row, const char *field);

#endif
