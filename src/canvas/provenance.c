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

/* What stands around a value. Texts are in one language, which is also the one that is taken by default. */
static const char *const PLAIN[2] = {"", ""},
                         *const TEXT[2] = {"<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>"},
                         *const LIST[2] = {"<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>"};

static void add_element(mintu_buffer *out, const char *name, const char *value, const char *const around[2])
{
    if (!*value)
        return;
    mintu_buffer_format(out, "<%s>%s", name, around[0]);
    mintu_xml_text(out, value);
    mintu_buffer_format(out, "%s</%s>\n", around[1], name);
}

void mintu_provenance_rdf(const mintu_provenance *provenance, mintu_buffer *out)
{
    mintu_buffer_text(out, "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                           "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                           "xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">\n");
    add_element(out, "dc:title", provenance->title, TEXT);
    add_element(out, "dc:description", provenance->description, TEXT);
    add_element(out, "Iptc4xmpCore:AltTextAccessibility", provenance->description, TEXT);
    add_element(out, "dc:source", provenance->source, PLAIN);
    add_element(out, "dc:rights", provenance->licence, TEXT);
    add_element(out, "dc:language", provenance->lang, LIST);
    add_element(out, "dcterms:provenance", provenance->record, PLAIN);
    mintu_buffer_text(out, "<xmp:CreatorTool>mintu " MINTU_VERSION_STRING "</xmp:CreatorTool>\n</rdf:Description>\n</rdf:RDF>");
}

void mintu_provenance_xmp(const mintu_provenance *provenance, mintu_buffer *out)
{
    mintu_buffer_text(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    mintu_provenance_rdf(provenance, out);
    mintu_buffer_text(out, "\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
}
