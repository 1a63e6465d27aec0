#include "canvas/paint_symbol.h"

#include "canvas/icon_shapes.h"
#include "canvas/paint.h"
#include "canvas/pen.h"
#include "style/property.h"
#include "style/property_value.h"
#include "style/style_layer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void measure(mintu_icon_look *look)
{
    double width = MINTU_ICON_BOX, height = MINTU_ICON_BOX;
    if (look->file) {
        width = look->file->width;
        height = look->file->height;
    } else if (look->sprite) {
        width = look->sprite->width / look->sprite->ratio;
        height = look->sprite->height / look->sprite->ratio;
    }
    look->size[0] = look->scale * width;
    look->size[1] = look->scale * height;
}

mintu_icon_look mintu_icon_look_of(mintu_drawing *drawing, const mintu_style_layer *layer, mintu_style_scope *scope)
{
    mintu_icon_look look = {.image = ""};
    if (!mintu_style_is_set(layer, MINTU_PROPERTY_ICON_IMAGE))
        return look;
    const char *image = mintu_style_string(layer, MINTU_PROPERTY_ICON_IMAGE, scope);
    double opacity = mintu_style_number(layer, MINTU_PROPERTY_ICON_OPACITY, scope);
    double size = mintu_style_number(layer, MINTU_PROPERTY_ICON_SIZE, scope);
    look.image = image ? image : "";
    look.file = mintu_style_icon_is_file(look.image) ? mintu_icon_files_get(&drawing->icons, look.image) : NULL;
    look.sprite = look.file ? NULL : mintu_style_sprite_image(layer, look.image);
    look.scale = size;
    measure(&look);
    look.opacity = opacity;
    look.color = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_ICON_COLOR, scope), opacity);
    look.halo = mintu_color_faded(mintu_style_color(layer, MINTU_PROPERTY_ICON_HALO_COLOR, scope), opacity);
    look.halo_width = mintu_style_number(layer, MINTU_PROPERTY_ICON_HALO_WIDTH, scope);
    return look;
}

/* Built-in shapes reach out of their box a little. */
double mintu_icon_look_radius(const mintu_icon_look *look)
{
    if (look->file || look->sprite)
        return hypot(look->size[0], look->size[1]) / 2;
    return *look->image ? fmax(look->size[0], look->size[1]) * 0.6 + look->halo_width : 0;
}

/* A shape fitted to a text is stretched; its halo is not. */
static bool add_shape(cairo_t *cairo, const mintu_icon_look *look, const double at[2])
{
    if (!(look->size[0] > 0) || look->size[1] == look->size[0])
        return mintu_icon_path(cairo, look->image, at, look->size[0]);
    cairo_save(cairo);
    cairo_translate(cairo, at[0], at[1]);
    cairo_scale(cairo, 1, fmax(look->size[1], 1e-6) / look->size[0]);
    bool known = mintu_icon_path(cairo, look->image, (const double[]){0, 0}, look->size[0]);
    cairo_restore(cairo);
    return known;
}

/* Pixels of a distance field to one of CSS in PDF and SVG, which have no resolution: 384 dpi. */
static const double VECTOR_DEVICE = 4;

void mintu_icon_look_draw(mintu_drawing *drawing, const mintu_icon_look *look, const double at[2])
{
    mintu_canvas *canvas = &drawing->canvas;
    cairo_t *cairo = canvas->cairo;
    cairo_new_path(cairo);
    if (look->file) {
        const mintu_icon_place place = {{at[0], at[1]}, {look->size[0], look->size[1]}, look->opacity};
        mintu_icon_file_draw(&drawing->icons, look->file, cairo, &place);
        return;
    }
    if (look->sprite) {
        const mintu_sprite_place place = {.at = {at[0], at[1]},
                                          .size = {look->size[0], look->size[1]},
                                          .opacity = look->opacity,
                                          .device = canvas->format == MINTU_MAP_FORMAT_PNG ? canvas->device : VECTOR_DEVICE,
                                          .color = look->color,
                                          .halo = look->halo,
                                          .halo_width = look->halo_width,
                                          .scale = look->scale};
        mintu_sprite_draw(&drawing->sheets, look->sprite, cairo, &place);
        return;
    }
    if (!add_shape(cairo, look, at))
        return;
    if (look->halo_width > 0 && look->halo.alpha > 0) {
        mintu_canvas_color(canvas, look->halo, 1);
        cairo_set_line_width(cairo, 2 * look->halo_width);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_stroke_preserve(cairo);
    }
    mintu_canvas_color(canvas, look->color, 1);
    cairo_fill(cairo);
}

void mintu_icon_look_draw_turned(mintu_drawing *drawing, const mintu_icon_look *look, const double at[2], double angle)
{
    if (angle == 0) {
        mintu_icon_look_draw(drawing, look, at);
        return;
    }
    mintu_canvas_go(&drawing->canvas, at, angle, 1);
    mintu_icon_look_draw(drawing, look, (const double[]){0, 0});
    mintu_canvas_back(&drawing->canvas);
}

/* "auto" is the side of the anchor. */
static mintu_text_align align_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    const char *name = mintu_style_string(layer, MINTU_PROPERTY_TEXT_JUSTIFY, scope);
    if (strcmp(name, "auto") == 0) {
        const char *anchor = mintu_style_string(layer, MINTU_PROPERTY_TEXT_ANCHOR, scope);
        name = strstr(anchor, "left") ? "left" : strstr(anchor, "right") ? "right" : "center";
    }
    return strcmp(name, "left") == 0    ? MINTU_TEXT_ALIGN_LEFT
           : strcmp(name, "right") == 0 ? MINTU_TEXT_ALIGN_RIGHT
                                        : MINTU_TEXT_ALIGN_CENTER;
}

mintu_text_style mintu_text_style_of(const mintu_style_layer *layer, mintu_style_scope *scope, mintu_buffer *font)
{
    enum { MOST = 6 };
    const char *names[MOST];
    size_t count = mintu_style_strings(layer, MINTU_PROPERTY_TEXT_FONT, scope, names, MOST);
    for (size_t i = 0; i < count && i < MOST; i++)
        mintu_buffer_format(font, i ? ",%s" : "%s", names[i]);
    mintu_text_style style = {.font = font->failed ? NULL : font->data};
    style.asked = mintu_style_is_set(layer, MINTU_PROPERTY_TEXT_FONT);
    style.size = mintu_style_number(layer, MINTU_PROPERTY_TEXT_SIZE, scope);
    style.spacing = mintu_style_number(layer, MINTU_PROPERTY_TEXT_LETTER_SPACING, scope);
    style.line_height = mintu_style_number(layer, MINTU_PROPERTY_TEXT_LINE_HEIGHT, scope);
    style.width = mintu_style_number(layer, MINTU_PROPERTY_TEXT_MAX_WIDTH, scope) * style.size;
    style.balanced = true;
    style.align = align_of(layer, scope);
    return style;
}

mintu_text_paint mintu_text_paint_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    return (mintu_text_paint){.color = mintu_style_color(layer, MINTU_PROPERTY_TEXT_COLOR, scope),
                              .halo = mintu_style_color(layer, MINTU_PROPERTY_TEXT_HALO_COLOR, scope),
                              .halo_width = mintu_style_number(layer, MINTU_PROPERTY_TEXT_HALO_WIDTH, scope),
                              .opacity = mintu_style_number(layer, MINTU_PROPERTY_TEXT_OPACITY, scope)};
}

char *mintu_text_transformed(const mintu_style_layer *layer, mintu_style_scope *scope, const char *text)
{
    const char *transform = mintu_style_string(layer, MINTU_PROPERTY_TEXT_TRANSFORM, scope);
    if (strcmp(transform, "uppercase") != 0 && strcmp(transform, "lowercase") != 0)
        return mintu_text_copy(text);
    char *changed = *transform == 'u' ? g_utf8_strup(text, -1) : g_utf8_strdown(text, -1);
    char *copy = changed ? mintu_text_copy(changed) : NULL;
    g_free(changed);
    return copy;
}

char *mintu_text_field_of(const mintu_style_layer *layer, mintu_style_scope *scope)
{
    const char *field = mintu_style_string(layer, MINTU_PROPERTY_TEXT_FIELD, scope);
    return field && *field ? mintu_text_transformed(layer, scope, field) : NULL;
}
