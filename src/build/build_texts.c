#define _POSIX_C_SOURCE 200809L
#include "build/build_texts.h"

#include <mintu/number.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes a text, with another for each character that the form takes for its own. */
static void put(FILE *out, const char *text, const char *const *pairs)
{
    for (; *text; text++) {
        const char *other = NULL;
        for (size_t i = 0; pairs[i] && !other; i += 2)
            other = *pairs[i] == *text ? pairs[i + 1] : NULL;
        if (other)
            fputs(other, out);
        else
            fputc(*text, out);
    }
}

static const char *const MARKDOWN[] = {"\\", "\\\\", "[", "\\[", "]", "\\]", "*", "\\*",
                                       "_",  "\\_",  "`", "\\`", "<", "\\<", NULL};
static const char *const LINK[] = {" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "%", "%25", "\\", "%5C", NULL};
static const char *const ADDRESS[] = {" ",      "%20", "%",     "%25", "?",    "%3F", "#",    "%23", "\"",
                                      "&quot;", "&",   "&amp;", "<",   "&lt;", ">",   "&gt;", NULL};
static const char *const HTML[] = {"&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", NULL};
static const char *const TEX[] = {"\\", "\\textbackslash{}",
                                  "{",  "\\{",
                                  "}",  "\\}",
                                  "$",  "\\$",
                                  "&",  "\\&",
                                  "#",  "\\#",
                                  "%",  "\\%",
                                  "_",  "\\_",
                                  "^",  "\\textasciicircum{}",
                                  "~",  "\\textasciitilde{}",
                                  NULL};

/* " BEFORE210mmAFTER", or nothing. */
static void put_width(FILE *out, const cli_build_picture *picture, const char *before, const char *after)
{
    if (picture->width_mm > 0)
        fprintf(out, "%s%.0fmm%s", before, picture->width_mm, after);
}

static char *end(FILE *out, char **text)
{
    bool good = out && !ferror(out);
    if (out && (fclose(out) != 0 || !good)) {
        free(*text);
        *text = NULL;
    }
    return out ? *text : NULL;
}

static const char *file_of(const cli_build_picture *picture, bool print)
{
    const char *one = print ? picture->print : picture->screen, *other = print ? picture->screen : picture->print;
    return one ? one : other;
}

/* The width is an attribute as Pandoc reads it. */
static char *write_markdown(const cli_build_picture *picture)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (out) {
        fputs("![", out);
        put(out, picture->description, MARKDOWN);
        fputs("](", out);
        put(out, file_of(picture, false), LINK);
        fputc(')', out);
        put_width(out, picture, "{width=", "}");
        fputs("\n\n**", out);
        put(out, picture->title, MARKDOWN);
        fputs("**", out);
        if (picture->sources[0])
            fputs("  \n", out);
        put(out, picture->sources, MARKDOWN);
        fputc('\n', out);
    }
    return end(out, &text);
}

static char *write_html(const cli_build_picture *picture)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (out) {
        fputs("<figure>\n  <img src=\"", out);
        put(out, file_of(picture, false), ADDRESS);
        fputs("\" alt=\"", out);
        put(out, picture->description, HTML);
        put_width(out, picture, "\" style=\"max-width: 100%; width: ", "");
        fputs("\">\n  <figcaption>", out);
        put(out, picture->title, HTML);
        if (picture->sources[0])
            fputs("<br><small>", out);
        put(out, picture->sources, HTML);
        fputs(picture->sources[0] ? "</small></figcaption>\n</figure>\n" : "</figcaption>\n</figure>\n", out);
    }
    return end(out, &text);
}

/* graphicx has taken `alt` since 2021. */
static char *write_tex(const cli_build_picture *picture)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (out) {
        fputs("\\begin{figure}\n  \\centering\n  \\includegraphics[width=", out);
        if (picture->width_mm > 0)
            put_width(out, picture, "", "");
        else
            fputs("\\linewidth", out);
        fputs(",alt={", out);
        put(out, picture->description, TEX);
        fprintf(out, "}]{\\detokenize{%s}}\n  \\caption{", file_of(picture, true));
        put(out, picture->title, TEX);
        if (picture->sources[0])
            fputs(". ", out);
        put(out, picture->sources, TEX);
        fputs("}\n\\end{figure}\n", out);
    }
    return end(out, &text);
}

const cli_build_text_form cli_build_text_forms[CLI_BUILD_TEXT_FORMS] = {
    {"md", write_markdown}, {"html", write_html}, {"tex", write_tex}};

static double number_behind(const char *head, size_t size, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length < size; i++)
        if (memcmp(head + i, word, length) == 0)
            return mintu_number_read(head + i + length, NULL);
    return 0;
}

static unsigned long big_endian(const char *at)
{
    unsigned long value = 0;
    for (int i = 0; i < 4; i++)
        value = value << 8 | (unsigned char)at[i];
    return value;
}

/* Pixels across, by those in a metre. */
static double png_width(const char *head, size_t size)
{
    for (size_t i = 0; i + 12 < size; i++)
        if (memcmp(head + i, "pHYs", 4) == 0 && big_endian(head + i + 4) > 0)
            return 1000.0 * (double)big_endian(head + 16) / (double)big_endian(head + i + 4);
    return 0;
}

/* The third number of a PDF's first page, in points. */
static double pdf_width(const char *head, size_t size)
{
    static const char BOX[] = "/MediaBox [ 0 0 ";
    return number_behind(head, size, BOX) * 25.4 / 72;
}

double cli_build_picture_width(const char *path)
{
    enum { MOST = 1 << 24 };
    FILE *file = fopen(path, "rb");
    char *head = file ? malloc(MOST + 1) : NULL;
    size_t size = head ? fread(head, 1, MOST, file) : 0;
    double width = 0;
    if (head)
        head[size] = '\0';
    if (size > 32 && memcmp(head, "\x89PNG", 4) == 0)
        width = png_width(head, size < 4096 ? size : 4096);
    else if (size > 32 && memcmp(head, "%PDF", 4) == 0)
        width = pdf_width(head, size);
    else if (size > 32)
        width = number_behind(head, size < 4096 ? size : 4096, " width=\"");
    free(head);
    if (file)
        fclose(file);
    return width > 0 && width < 1e5 ? width : 0;
}
