#include "expression/value_json.h"

#include "format/number.h"

#include <math.h>
#include <stdlib.h>

static void write_number(double number, mintu_buffer *out)
{
    char text[48];
    mintu_number_shortest(number, text);
    mintu_buffer_text(out, isfinite(number) ? text : "null");
}

/* Takes the reference; NULL is a failure. */
static void write_json(json_t *json, mintu_buffer *out)
{
    char *text = json ? json_dumps(json, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
    mintu_buffer_text(out, text ? text : "null");
    out->failed = out->failed || !text;
    free(text);
    json_decref(json);
}

static void write_text(const char *text, mintu_buffer *out)
{
    write_json(text ? json_string(text) : json_null(), out);
}

/* Of a section by channel, as in MapLibre's own form, else an array. */
static void write_color(mintu_color c, bool by_channel, mintu_buffer *out)
{
    const double parts[4] = {c.red * c.alpha, c.green * c.alpha, c.blue * c.alpha, c.alpha};
    mintu_buffer_text(out, by_channel ? "{" : "[");
    for (int i = 0; i < 4; i++) {
        mintu_buffer_text(out, i ? "," : "");
        if (by_channel)
            mintu_buffer_format(out, "\"%c\":", "rgba"[i]);
        write_number(parts[i], out);
    }
    mintu_buffer_text(out, by_channel ? "}" : "]");
}

/* fontStack is the names joined by commas, as in MapLibre. */
static void write_fonts(const mintu_value *fonts, mintu_buffer *out)
{
    mintu_buffer names = {0};
    for (size_t i = 0; fonts && i < fonts->array.count; i++)
        mintu_buffer_format(&names, "%s%s", i ? "," : "", fonts->array.items[i].text);
    out->failed = out->failed || names.failed;
    write_text(fonts ? (names.data ? names.data : "") : NULL, out);
    mintu_buffer_free(&names);
}

static void write_section(const mintu_section *section, mintu_buffer *out)
{
    mintu_buffer_text(out, "{\"text\":");
    write_text(section->text, out);
    mintu_buffer_text(out, ",\"image\":");
    mintu_value_write(&(mintu_value){.kind = section->image ? MINTU_KIND_IMAGE : MINTU_KIND_NULL, .text = section->image}, out);
    mintu_buffer_text(out, ",\"scale\":");
    write_number(section->scale, out);
    mintu_buffer_text(out, ",\"fontStack\":");
    write_fonts(section->fonts, out);
    mintu_buffer_text(out, ",\"textColor\":");
    if (section->color)
        write_color(section->color->color, true, out);
    else
        mintu_buffer_text(out, "null");
    mintu_buffer_text(out, ",\"verticalAlign\":");
    write_text(section->align, out);
    mintu_buffer_text(out, "}");
}

static void write_formatted(const mintu_formatted *formatted, mintu_buffer *out)
{
    mintu_buffer_text(out, "{\"sections\":[");
    for (size_t i = 0; i < formatted->count; i++) {
        mintu_buffer_text(out, i ? "," : "");
        write_section(&formatted->sections[i], out);
    }
    mintu_buffer_text(out, "]}");
}

void mintu_value_write(const mintu_value *value, mintu_buffer *out)
{
    switch (value->kind) {
    case MINTU_KIND_NUMBER:
        write_number(value->number, out);
        break;
    case MINTU_KIND_STRING:
        write_text(value->text, out);
        break;
    case MINTU_KIND_BOOLEAN:
        mintu_buffer_text(out, value->boolean ? "true" : "false");
        break;
    case MINTU_KIND_COLOR:
        write_color(value->color, false, out);
        break;
    case MINTU_KIND_OBJECT:
        write_json(json_incref((json_t *)value->object), out);
        break;
    case MINTU_KIND_ARRAY:
        mintu_buffer_text(out, "[");
        for (size_t i = 0; i < value->array.count; i++) {
            mintu_buffer_text(out, i ? "," : "");
            mintu_value_write(&value->array.items[i], out);
        }
        mintu_buffer_text(out, "]");
        break;
    case MINTU_KIND_FORMATTED:
        write_formatted(value->formatted, out);
        break;
    case MINTU_KIND_IMAGE:
        mintu_buffer_text(out, "{\"name\":");
        write_text(value->text, out);
        mintu_buffer_text(out, ",\"available\":true}");
        break;
    default:
        mintu_buffer_text(out, "null");
    }
}
