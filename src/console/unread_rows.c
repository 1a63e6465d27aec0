#include "console/unread_rows.h"

#include "console/language.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LISTED = 3, PLACE = 80 };

static void add_row(const mintu_layer *layer, size_t row, char text[CLI_UNREAD_ROWS])
{
    char place[PLACE];
    size_t used = strlen(text);
    mintu_layer_row_place(layer, row, place, sizeof place);
    snprintf(text + used, CLI_UNREAD_ROWS - used, "%s%s", used ? "; " : ": ", place);
}

const char *cli_unread_rows(const mintu_layer *layer, size_t field, char text[CLI_UNREAD_ROWS])
{
    size_t count = 0;
    text[0] = '\0';
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        if (!mintu_layer_is_further(layer, row) && isnan(mintu_layer_number(layer, row, field)) && count++ < LISTED)
            add_row(layer, row, text);
    size_t used = strlen(text);
    if (count > LISTED)
        snprintf(text + used, CLI_UNREAD_ROWS - used, cli_text("; and %zu more"), count - LISTED);
    return text;
}
