#include "canvas/provenance.h"

void mintu_xml_text(mintu_buffer *out, const char *text)
{
    for (; *text; text++)
        if (*text == '&')
            mintu_buffer_text(out, "&amp;");
        else if (*text == '<')
            mintu_buffer_text(out, "&lt;");
        else if (*text == '>')
            mintu_buffer_text(out, "&gt;");
        else if (*text == '"')
            mintu_buffer_text(out, "&quot;");
        else if ((unsigned char)*text >= 0x20 || *text == '\n' || *text == '\t') /* XML has no other control characters */
            mintu_buffer_add(out, text, 1);
}

static void add_plain(mintu_buffer *out, const char *name, const char *value)
{
    if (!*value)
        return;
    mintu_buffer_format(out, "<%s>", name);
    mintu_xml_text(out, value);
    mintu_buffer_format(out, "</%s>\n", name);
}

/* A text in one language, which is also the one that is taken by default. */
static void add_text(mintu_buffer *out, const char *name, const char *value)
{
    if (!*value)
        return;
    mintu_buffer_format(out, "<%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
    mintu_xml_text(out, value);
    mintu_buffer_format(out, "</rdf:li></rdf:Alt></%s>\n", name);
}

void mintu_provenance_rdf(const mintu_provenance *provenance, mintu_buffer *out)
{
    mintu_buffer_text(out, "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                           "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                           "xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">\n");
    add_text(out, "dc:title", provenance->title);
    add_text(out, "dc:description", provenance->description);
    add_text(out, "Iptc4xmpCore:AltTextAccessibility", provenance->description);
    add_plain(out, "dc:source", provenance->source);
    add_text(out, "dc:rights", provenance->licence);
    mintu_buffer_format(out, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", provenance->lang);
    add_plain(out, "dcterms:provenance", provenance->record);
    mintu_buffer_text(out, "<xmp:CreatorTool>mintu " MINTU_VERSION "</xmp:CreatorTool>\n</rdf:Description>\n</rdf:RDF>");
}

void mintu_provenance_xmp(const mintu_provenance *provenance, mintu_buffer *out)
{
    mintu_buffer_text(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    mintu_provenance_rdf(provenance, out);
    mintu_buffer_text(out, "\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
}
