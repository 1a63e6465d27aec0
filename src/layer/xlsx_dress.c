#include "layer/xlsx_dress.h"

#include <math.h>
#include <string.h>

/* Where the mark stands, or the end of the text. */
static const char *find(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    return at ? at : text + strlen(text);
}

static const char *behind(const char *text, const char *mark)
{
    const char *at = strstr(text, mark);
    return at ? at + strlen(mark) : text + strlen(text);
}

/* Widths of the characters of a text, an ideograph's being 2. */
static double width_of(const char *text)
{
    double width = 0, most = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if (*at == '\n')
            width = 0;
        else if ((*at & 0xC0) != 0x80)
            width += *at >= 0xE2 ? 2 : 1;
        most = width > most ? width : most;
    }
    return most;
}

/* Wide enough for the name and for what most of the first rows hold; longer texts are broken. */
static double column_width(const mintu_layer *layer, size_t field)
{
    enum { ROWS = 500 };
    static const double LEAST = 8, MOST = 42, FILTER = 4;
    double most = width_of(mintu_layer_field_name(layer, field)) + FILTER;
    for (size_t row = 0; row < mintu_layer_count(layer) && row < ROWS; row++) {
        double width = width_of(mintu_layer_text(layer, row, field)) + 2;
        most = width > most ? width : most;
    }
    return most < LEAST ? LEAST : most > MOST ? MOST : most;
}

static void put_column(mintu_buffer *out, size_t column, double width)
{
    int tenths = (int)lround(width * 10);
    mintu_buffer_format(out, "<col min=\"%zu\" max=\"%zu\" width=\"%d.%d\" customWidth=\"1\"/>\n", column, column, tenths / 10,
                        tenths % 10);
}

static void put_columns(const mintu_layer *layer, bool position, mintu_buffer *out)
{
    size_t count = layer ? mintu_layer_field_count(layer) : 0;
    for (size_t field = 0; field < count; field++)
        put_column(out, field + 1, column_width(layer, field));
    for (size_t i = 0; i < 2 && (position || !layer); i++)
        put_column(out, count + i + 1, position ? 12 : i ? 80 : 20);
}

void mintu_xlsx_dress_head(const char *head, const mintu_layer *layer, bool position, mintu_buffer *out)
{
    const char *columns = find(head, "<cols>"), *rows = behind(head, "</cols>");
    if (!*columns) { /* no column, no names */
        mintu_buffer_text(out, head);
        return;
    }
    mintu_buffer_add(out, head, (size_t)(columns - head));
    if (layer)
        mintu_buffer_text(out, "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\n");
    mintu_buffer_format(out,
                        "<sheetViews><sheetView %sworkbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
                        "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\n<cols>\n",
                        layer ? "tabSelected=\"1\" " : "");
    put_columns(layer, position, out);
    mintu_buffer_text(out, "</cols>");
    for (const char *at = rows; *at;) {
        const char *cell = find(at, " t=\"s\">");
        mintu_buffer_add(out, at, (size_t)(cell - at));
        mintu_buffer_text(out, *cell ? " s=\"6\"" : "");
        mintu_buffer_add(out, cell, *cell ? 1 : 0);
        at = *cell ? cell + 1 : cell;
    }
}

void mintu_xlsx_dress_filter(size_t columns, size_t rows, mintu_buffer *out)
{
    char letters[8] = "";
    size_t size = 0;
    for (size_t left = columns; left > 0; left = (left - 1) / 26)
        size++;
    for (size_t left = columns, at = size; left > 0; left = (left - 1) / 26)
        letters[--at] = (char)('A' + (left - 1) % 26);
    if (!columns)
        return;
    mintu_buffer_format(out, "<autoFilter ref=\"A1:%s%zu\"/>\n", letters, rows + 1);
    mintu_buffer_text(out, "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\n");
}

void mintu_xlsx_dress_styles(const char *styles, mintu_buffer *out)
{
    static const char bold[] = "<font><b/><name val=\"Arial\"/><family val=\"2\"/><sz val=\"10\"/></font>\n";
    static const char broken[] = "<alignment vertical=\"top\" wrapText=\"1\"/>";
    const char *fonts = find(styles, "<fonts count=\"1\">"), *fonts_end = find(fonts, "</fonts>");
    const char *cells = find(fonts_end, "<cellXfs count=\"6\">"), *first = find(cells, "<xf numFmtId=\"164\" xfId=\"0\"/>");
    const char *end = find(first, "</cellXfs>");
    if (!*end) {
        mintu_buffer_text(out, styles);
        return;
    }
    mintu_buffer_add(out, styles, (size_t)(fonts - styles));
    mintu_buffer_text(out, "<fonts count=\"2\">");
    fonts = behind(fonts, "\">");
    mintu_buffer_add(out, fonts, (size_t)(fonts_end - fonts));
    mintu_buffer_text(out, bold);
    mintu_buffer_add(out, fonts_end, (size_t)(cells - fonts_end));
    mintu_buffer_format(out, "<cellXfs count=\"7\">\n<xf numFmtId=\"164\" xfId=\"0\" applyAlignment=\"1\">%s</xf>", broken);
    first = behind(first, "/>");
    mintu_buffer_add(out, first, (size_t)(end - first));
    mintu_buffer_format(out, "<xf numFmtId=\"164\" fontId=\"1\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">%s</xf>\n",
                        broken);
    mintu_buffer_text(out, end);
}

void mintu_xlsx_dress_book(const char *book, mintu_buffer *out)
{
    const char *sheets = find(book, "<sheets>");
    mintu_buffer_add(out, book, (size_t)(sheets - book));
    mintu_buffer_text(out, *sheets ? "<bookViews><workbookView/></bookViews>\n" : "");
    mintu_buffer_text(out, sheets);
}
