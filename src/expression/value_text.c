#include "expression/value_text.h"

#include "expression/value_json.h"
#include "format/number.h"

#include <math.h>
#include <string.h>

static void write_color_text(mintu_color c, mintu_buffer *out)
{
    char alpha[48];
    mintu_number_shortest(c.alpha, alpha);
    mintu_buffer_format(out, "rgba(%.0f,%.0f,%.0f,%s)", round(c.red * 255), round(c.green * 255), round(c.blue * 255), alpha);
}

const char *mintu_value_to_text(mintu_pool *pool, const mintu_value *value)
{
    if (value->kind == MINTU_KIND_STRING || value->kind == MINTU_KIND_IMAGE)
        return value->text;
    if (value->kind == MINTU_KIND_NULL)
        return "";
    if (value->kind == MINTU_KIND_BOOLEAN)
        return value->boolean ? "true" : "false";
    if (value->kind == MINTU_KIND_NUMBER) {
        char text[48];
        mintu_number_shortest(value->number, text);
        return mintu_pool_copy(pool, text, strlen(text));
    }
    mintu_buffer text = {0};
    if (value->kind == MINTU_KIND_COLOR)
        write_color_text(value->color, &text);
    else if (value->kind == MINTU_KIND_FORMATTED)
        for (size_t i = 0; i < value->formatted->count; i++)
            mintu_buffer_text(&text, value->formatted->sections[i].text);
    else
        mintu_value_write(value, &text);
    return mintu_pool_buffer(pool, &text);
}
