#include "map/svg.h"

#include "base/error.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void escape_xml(mintu_buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            mintu_buffer_text(out, "&amp;");
        else if (*text == '<')
            mintu_buffer_text(out, "&lt;");
        else if (*text == '>')
            mintu_buffer_text(out, "&gt;");
        else
            mintu_buffer_add(out, text, 1);
}

/* Title and description are the first children of the svg element, where browsers and screen readers look for them. */
static void add_description(mintu_buffer *out, const mintu_provenance *provenance)
{
    mintu_buffer_text(out, "\n<title>");
    escape_xml(out, provenance->title);
    mintu_buffer_text(out, "</title>\n<desc>");
    escape_xml(out, provenance->description);
    mintu_buffer_text(out, *provenance->source ? "\n" : "");
    escape_xml(out, provenance->source);
    mintu_buffer_text(out, "\nmintu " MINTU_VERSION "</desc>");
}

/* cairo counts its surfaces from the start of the process; here they count from the start of the document. */
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

static void add_renumbered(mintu_buffer *out, const char *text)
{
    static const char NAME[] = "surface";
    mintu_buffer known = {0};
    for (const char *next; (next = strstr(text, NAME)); text = next) {
        char *end;
        next += sizeof NAME - 1;
        mintu_buffer_add(out, text, (size_t)(next - text));
        if (!isdigit((unsigned char)*next))
            continue;
        mintu_buffer_format(out, "%lu", renumber(strtoul(next, &end, 10), &known));
        next = end;
    }
    mintu_buffer_text(out, text);
    out->failed = out->failed || known.failed;
    mintu_buffer_free(&known);
}

mintu_status mintu_svg_write(const mintu_buffer *document, const mintu_provenance *provenance, mintu_output *output,
                             mintu_error *error)
{
    mintu_buffer text = {0};
    const char *root = document->data ? strstr(document->data, "<svg") : NULL, *end = root ? strchr(root, '>') : NULL;
    if (!end)
        return mintu_fail(error, MINTU_STATUS_DEFECT, "writing SVG: cairo gave a document without an svg element; report this");
    mintu_buffer_add(&text, document->data, (size_t)(end - document->data) + 1);
    add_description(&text, provenance);
    add_renumbered(&text, end + 1);
    mintu_status status =
        text.failed ? mintu_fail_memory(error, "writing SVG") : mintu_output_write(output, text.data, text.size, error);
    mintu_buffer_free(&text);
    return status;
}
