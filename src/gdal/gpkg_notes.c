#include "gdal/gpkg_notes.h"

#include <libxml/parser.h>
#include <string.h>

static bool is_element(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *next_element(const xmlNode *node)
{
    while (node && (node->type == XML_COMMENT_NODE || xmlIsBlankNode(node)))
        node = node->next;
    return node;
}

mintu_status mintu_file_note_set(mintu_layer *layer, const char *key, const char *value, mintu_error *error)
{
    mintu_status status = mintu_layer_note_set(layer, key, value, error);
    return status == MINTU_STATUS_USAGE ? MINTU_STATUS_OK : status;
}

static mintu_status set_item(mintu_layer *layer, const xmlNode *item, mintu_error *error, bool *plain)
{
    xmlChar *key = is_element(item, "MDI") ? xmlGetNoNsProp(item, (const xmlChar *)"key") : NULL;
    xmlChar *value = key ? xmlNodeGetContent(item) : NULL;
    *plain = value != NULL;
    mintu_status status = *plain ? mintu_file_note_set(layer, (const char *)key, (const char *)value, error) : MINTU_STATUS_OK;
    xmlFree(key);
    xmlFree(value);
    return status;
}

/* The items of the one domain that has no name. */
static const xmlNode *find_domain(const xmlDoc *document)
{
    const xmlNode *root = document && !document->intSubset ? xmlDocGetRootElement(document) : NULL;
    const xmlNode *domain = is_element(root, "GDALMultiDomainMetadata") ? next_element(root->children) : NULL;
    return is_element(domain, "Metadata") && !domain->properties && !next_element(domain->next) ? domain : NULL;
}

mintu_status mintu_gpkg_notes(mintu_layer *layer, const char *text, mintu_error *error, bool *plain)
{
    xmlDoc *document =
        xmlReadMemory(text, (int)strlen(text), "metadata.xml", NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    const xmlNode *domain = find_domain(document);
    mintu_status status = MINTU_STATUS_OK;
    *plain = domain != NULL;
    for (const xmlNode *item = domain ? next_element(domain->children) : NULL; item && *plain && status == MINTU_STATUS_OK;
         item = next_element(item->next))
        status = set_item(layer, item, error, plain);
    xmlFreeDoc(document);
    return status;
}
