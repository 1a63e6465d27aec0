#include "canvas/svg_text.h"

#include <math.h>

/* One run being written. */
typedef struct writing {
    mintu_canvas *canvas;
    const mintu_text_paint *paint;
    const char *text; /* of the layout */
} writing;

static void add_colour(mintu_buffer *out, const char *name, mintu_color color, double opacity)
{
    mintu_buffer_format(out, " %s=\"#%02x%02x%02x\"", name, (unsigned)lround(color.red * 255),
                        (unsigned)lround(color.green * 255), (unsigned)lround(color.blue * 255));
    if (color.alpha * opacity < 1)
        mintu_buffer_format(out, " %s-opacity=\"%.3g\"", name, color.alpha * opacity);
}

static void add_font(mintu_buffer *out, PangoFont *font)
{
    PangoFontDescription *described = pango_font_describe_with_absolute_size(font);
    const char *family = pango_font_description_get_family(described);
    mintu_buffer_text(out, " font-family=\"");
    mintu_xml_text(out, family ? family : "sans-serif");
    mintu_buffer_format(out, "\" font-weight=\"%d\" font-size=\"%.6g\"", (int)pango_font_description_get_weight(described),
                        pango_font_description_get_size(described) / (double)PANGO_SCALE);
    if (pango_font_description_get_style(described) != PANGO_STYLE_NORMAL)
        mintu_buffer_text(out, " font-style=\"italic\"");
    pango_font_description_free(described);
}

/* Between its letters, px. */
static double letter_spacing(const PangoGlyphItem *item)
{
    for (const GSList *at = item->item->analysis.extra_attrs; at; at = at->next) {
        const PangoAttribute *attribute = at->data;
        if (attribute->klass->type == PANGO_ATTR_LETTER_SPACING)
            return ((const PangoAttrInt *)attribute)->value / (double)PANGO_SCALE;
    }
    return 0;
}

/* What has one font, from @p x on. The length is given, so that another font on the reader's machine keeps within it. */
static void add_item(const writing *w, const PangoGlyphItem *item, double x, double baseline)
{
    const mintu_text_paint *paint = w->paint;
    mintu_buffer *out = &w->canvas->svg.texts, piece = {0};
    double spacing = letter_spacing(item); /* which browsers have behind the last letter, too */
    cairo_matrix_t m;
    cairo_get_matrix(w->canvas->cairo, &m);
    mintu_buffer_format(out, "<text xml:space=\"preserve\" transform=\"matrix(%.6g %.6g %.6g %.6g %.10g %.10g)\"", m.xx, m.yx,
                        m.xy, m.yy, m.x0, m.y0);
    mintu_buffer_format(out, " x=\"%.6g\" y=\"%.6g\" textLength=\"%.6g\"", x, baseline,
                        pango_glyph_string_get_width(item->glyphs) / (double)PANGO_SCALE + spacing);
    if (spacing != 0)
        mintu_buffer_format(out, " letter-spacing=\"%.6g\"", spacing);
    add_font(out, item->item->analysis.font);
    add_colour(out, "fill", paint->color, paint->opacity);
    if (paint->halo_width > 0 && paint->halo.alpha > 0) {
        add_colour(out, "stroke", paint->halo, paint->opacity);
        mintu_buffer_format(out, " stroke-width=\"%.6g\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                            2 * paint->halo_width);
    }
    mintu_buffer_text(out, ">");
    mintu_buffer_add(&piece, w->text + item->item->offset, (size_t)item->item->length);
    mintu_xml_text(out, piece.failed ? "" : piece.data);
    mintu_buffer_text(out, "</text>\n");
    out->failed = out->failed || piece.failed;
    mintu_buffer_free(&piece);
}

static void add_line(const writing *w, const PangoLayoutLine *line, double x, double baseline)
{
    for (const GSList *at = line->runs; at; at = at->next) {
        const PangoGlyphItem *item = at->data;
        add_item(w, item, x, baseline);
        x += pango_glyph_string_get_width(item->glyphs) / (double)PANGO_SCALE;
    }
}

static void add_layout(const writing *w, const mintu_run *run, const double at[2])
{
    PangoLayoutIter *iter = pango_layout_get_iter(run->layout);
    size_t i = 0;
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(iter, NULL, &box);
        double x = at[0] - run->left + box.x / (double)PANGO_SCALE,
               baseline = at[1] - run->top + pango_layout_iter_get_baseline(iter) / (double)PANGO_SCALE;
        if (run->lines && i < run->line_count)
            x = at[0] + run->lines[i].x, baseline = at[1] + run->lines[i].baseline;
        add_line(w, pango_layout_iter_get_line_readonly(iter), x, baseline);
        i++;
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
}

/* In rows from left to right, with nothing that the clip cuts. */
static bool is_plain(const mintu_canvas *canvas, const mintu_run *run, const double at[2])
{
    double x0, y0, x1, y1;
    cairo_clip_extents(canvas->cairo, &x0, &y0, &x1, &y1);
    return pango_context_get_base_gravity(pango_layout_get_context(run->layout)) != PANGO_GRAVITY_EAST && at[0] >= x0 &&
           at[1] >= y0 && at[0] + run->width <= x1 && at[1] + run->height <= y1;
}

bool mintu_svg_text_add(mintu_canvas *canvas, const mintu_run *run, const double at[2], const mintu_text_paint *paint)
{
    if (!canvas->real_text || paint->color.alpha <= 0 || !is_plain(canvas, run, at))
        return false;
    const writing w = {canvas, paint, pango_layout_get_text(run->layout)};
    add_layout(&w, run, at);
    return true;
}
