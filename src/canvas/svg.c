#include "canvas/svg.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "format/digest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Letters, digits and what UTF-8 has beyond ASCII may stand in an id; anything else becomes "_". */
static void add_id(mintu_buffer *out, const char *kind, const char *name)
{
    mintu_buffer_format(out, name ? "%s-%s" : "%s", kind, name);
    for (size_t i = 0; !out->failed && i < out->size; i++) {
        unsigned char letter = (unsigned char)out->data[i];
        if (letter < 0x80 && !mintu_ascii_is_alnum((char)letter) && letter != '-' && letter != '.')
            out->data[i] = '_';
    }
}

static bool is_known(const mintu_buffer *ids, const char *id)
{
    for (const char *at = ids->data; at && at < ids->data + ids->size; at += strlen(at) + 1)
        if (strcmp(at, id) == 0)
            return true;
    return false;
}

/* Inkscape takes such groups for its layers. */
void mintu_svg_name(mintu_svg *svg, const char *kind, const char *name)
{
    mintu_buffer id = {0}, clean = {0};
    if (name)
        mintu_utf8_clean(name, &clean);
    svg->text.failed = svg->text.failed || clean.failed;
    name = clean.data;
    add_id(&id, kind, name);
    for (size_t length = id.size, number = 2; !id.failed && is_known(&svg->ids, id.data); number++) {
        id.size = length;
        mintu_buffer_format(&id, "-%zu", number);
    }
    svg->text.failed = svg->text.failed || id.failed;
    mintu_buffer_clear(&svg->name);
    if (!id.failed) {
        mintu_buffer_add(&svg->ids, id.data, id.size + 1);
        mintu_buffer_format(&svg->name, "%s\" class=\"%s\" inkscape:groupmode=\"layer\" inkscape:label=\"", id.data, id.data);
        mintu_xml_text(&svg->name, name && strcmp(kind, "layer") == 0 ? name : id.data);
        mintu_buffer_text(&svg->name, "\"");
    }
    mintu_buffer_free(&id);
    mintu_buffer_free(&clean);
}

/* cairo counts its surfaces from the start of the process; here they count from the start of the group. */
static unsigned long renumber(unsigned long number, mintu_buffer *known)
{
    const unsigned long *numbers = (const unsigned long *)(const void *)known->data;
    size_t count = known->size / sizeof number;
    for (size_t i = 0; i < count; i++)
        if (numbers[i] == number)
            return i;
    mintu_buffer_add(known, &number, sizeof number);
    return count;
}

/* The next place in @p text where an id is given or referred to, after the mark itself; NULL when there is none. */
static const char *next_id(const char *text, const char *end)
{
    static const char *const MARKS[] = {" id=\"", "url(#", "href=\"#"};
    for (; text < end; text++)
        for (size_t i = 0; (*text == ' ' || *text == 'u' || *text == 'h') && i < sizeof MARKS / sizeof *MARKS; i++)
            if (strncmp(text, MARKS[i], strlen(MARKS[i])) == 0)
                return text + strlen(MARKS[i]);
    return NULL;
}

/* What stands before each id: PREFIX, which is known when the map is whole. */
static const char PREFIX[] = "m00000000-";

static void add_prefix(mintu_svg *svg)
{
    mintu_buffer_add(&svg->marks, &svg->text.size, sizeof svg->text.size);
    mintu_buffer_text(&svg->text, PREFIX);
    svg->text.failed = svg->text.failed || svg->marks.failed;
}

/* Each id gets its group's number before it, since cairo begins anew in each. */
static void add_body(mintu_svg *svg, const char *text, const char *end)
{
    static const char SURFACE[] = "surface";
    mintu_buffer known = {0};
    for (const char *next; (next = next_id(text, end)); text = next) {
        mintu_buffer_add(&svg->text, text, (size_t)(next - text));
        add_prefix(svg);
        mintu_buffer_format(&svg->text, "g%zu-", svg->count);
        if (strncmp(next, SURFACE, sizeof SURFACE - 1) != 0 || !mintu_ascii_is_digit(next[sizeof SURFACE - 1]))
            continue;
        char *rest;
        unsigned long number = strtoul(next + sizeof SURFACE - 1, &rest, 10);
        mintu_buffer_format(&svg->text, "%s%lu", SURFACE, renumber(number, &known));
        next = rest;
    }
    mintu_buffer_add(&svg->text, text, (size_t)(end - text));
    svg->text.failed = svg->text.failed || known.failed;
    mintu_buffer_free(&known);
}

void mintu_svg_add(mintu_svg *svg, const mintu_buffer *document)
{
    const char *root = document->data ? strstr(document->data, "<svg") : NULL, *body = root ? strchr(root, '>') : NULL;
    const char *end = body ? strstr(body, "</svg>") : NULL;
    svg->text.failed = svg->text.failed || svg->name.failed || svg->ids.failed;
    if (!end || svg->text.failed)
        return;
    mintu_buffer_text(&svg->text, "<g id=\"");
    add_prefix(svg);
    mintu_buffer_format(&svg->text, "%s>", svg->name.data);
    add_body(svg, body + 1, end);
    if (svg->texts.size)
        mintu_buffer_add(&svg->text, svg->texts.data, svg->texts.size);
    svg->text.failed = svg->text.failed || svg->texts.failed;
    mintu_buffer_clear(&svg->texts);
    mintu_buffer_text(&svg->text, "</g>\n");
    svg->count++;
}

/* Title and description are the first children of the svg element, where browsers and screen readers look for them. */
static void add_head(mintu_buffer *out, const mintu_svg_page *page, const char *prefix, const mintu_provenance *provenance)
{
    const double mm = 25.4 / 96 * page->type;
    mintu_buffer_format(out,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                        "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"%.6gmm\" height=\"%.6gmm\" "
                        "viewBox=\"0 0 %.10g %.10g\" version=\"1.1\" role=\"img\" aria-labelledby=\"%smap-title %smap-desc\" "
                        "xml:lang=\"%s\">\n<title id=\"%smap-title\">",
                        page->width * mm, page->height * mm, page->width, page->height, prefix, prefix, provenance->lang,
                        prefix);
    mintu_xml_text(out, provenance->title);
    mintu_buffer_format(out, "</title>\n<desc id=\"%smap-desc\">", prefix);
    mintu_xml_text(out, provenance->description);
    mintu_buffer_text(out, "</desc>\n<metadata>\n");
    mintu_provenance_rdf(provenance, out);
    mintu_buffer_text(out, "\n</metadata>\n");
}

/* Eight digits of the digest of all that tells one map from another. */
static bool find_prefix(const mintu_svg *svg, const mintu_svg_page *page, const mintu_provenance *provenance,
                        char out[sizeof PREFIX])
{
    char digest[MINTU_DIGEST_SIZE];
    mintu_buffer content = {0};
    mintu_digest(svg->text.data, svg->text.size, digest);
    mintu_buffer_format(&content, "%s %g %g %s\n", digest, page->width * page->type, page->height * page->type,
                        provenance->lang);
    mintu_buffer_text(&content, provenance->title);
    mintu_buffer_text(&content, "\n");
    mintu_buffer_text(&content, provenance->description);
    bool good = !content.failed;
    if (good)
        mintu_digest(content.data, content.size, digest);
    snprintf(out, sizeof PREFIX, "m%.8s-", digest);
    mintu_buffer_free(&content);
    return good;
}

static void set_prefix(const mintu_svg *svg, const char prefix[sizeof PREFIX])
{
    for (size_t at = 0; at < svg->marks.size; at += sizeof(size_t)) {
        size_t mark;
        memcpy(&mark, svg->marks.data + at, sizeof mark);
        memcpy(svg->text.data + mark, prefix, sizeof PREFIX - 1);
    }
}

mintu_status mintu_svg_write(const mintu_svg *svg, const mintu_svg_page *page, const mintu_provenance *provenance,
                             mintu_output *output, mintu_error *error)
{
    static const char END[] = "</svg>\n";
    mintu_buffer head = {0};
    if (svg->count == 0)
        return mintu_fail(error, MINTU_STATUS_DEFECT, "writing SVG: cairo gave a document without an svg element; report this");
    char prefix[sizeof PREFIX];
    if (!find_prefix(svg, page, provenance, prefix))
        return mintu_fail_memory(error, "writing SVG");
    set_prefix(svg, prefix);
    add_head(&head, page, prefix, provenance);
    mintu_status status =
        head.failed ? mintu_fail_memory(error, "writing SVG") : mintu_output_write(output, head.data, head.size, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(output, svg->text.data, svg->text.size, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_output_write(output, END, sizeof END - 1, error);
    mintu_buffer_free(&head);
    return status;
}

void mintu_svg_free(mintu_svg *svg)
{
    mintu_buffer_free(&svg->text);
    mintu_buffer_free(&svg->name);
    mintu_buffer_free(&svg->ids);
    mintu_buffer_free(&svg->marks);
    mintu_buffer_free(&svg->texts);
}
