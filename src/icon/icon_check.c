#include "icon/icon_check.h"

#include "base/message.h"
#include "icon/icon_declare.h"
#include "icon/icon_examination.h"
#include "icon/icon_price.h"
#include "icon/icon_sheet.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading an icon");
enum { ELEMENTS_MOST = 20000, VERTICES_MOST = 120000, LAYERS_MOST = 2000, ENTITIES_MOST = 100, ENTITY_BYTES_MOST = 100 };
static const double LENGTH_MOST = 2e7;

/* Old drawing programs declare short names for their namespaces, and nothing else. */
static bool check_declarations(mintu_icon_examination *x)
{
    int count = 0;
    for (const xmlNode *node = x->document->intSubset ? x->document->intSubset->children : NULL; node; node = node->next) {
        const xmlEntity *entity = (const xmlEntity *)(const void *)node;
        if (node->type == XML_COMMENT_NODE)
            continue;
        if (node->type != XML_ENTITY_DECL || entity->etype != XML_INTERNAL_GENERAL_ENTITY || ++count > ENTITIES_MOST ||
            !entity->content || strlen((const char *)entity->content) > ENTITY_BYTES_MOST ||
            strpbrk((const char *)entity->content, "<&%"))
            return mintu_icon_refuse(
                x, node, "the DOCTYPE declares more than %d entities, or others than short texts; take it out", ENTITIES_MOST);
    }
    return true;
}

static bool is_svg(const xmlNode *node)
{
    return node->ns && xmlStrcmp(node->ns->href, BAD_CAST "http://www.w3.org/2000/svg") == 0;
}

static bool check_node(mintu_icon_examination *x, const xmlNode *node)
{
    static const char *const refused[][2] = {{"image", N_("pictures are not drawn in icons; draw it as paths")},
                                             {"feImage", N_("pictures are not drawn in icons; draw it as paths")},
                                             {"feConvolveMatrix", N_("this filter is not drawn in icons; use another")}};
    if (node->type == XML_PI_NODE && xmlStrcmp(node->name, BAD_CAST "xml-stylesheet") == 0)
        return mintu_icon_refuse(x, node, "a style sheet outside the file is not read; put it into <style>");
    if (node->type != XML_ELEMENT_NODE)
        return true;
    if (node->ns && strstr((const char *)node->ns->href, "XInclude"))
        return mintu_icon_refuse(x, node, "XInclude is not followed; put the content into the file");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (xmlStrcmp(node->name, BAD_CAST refused[i][0]) == 0)
            return mintu_icon_refuse(x, node, "<%s>: %s", refused[i][0], mintu_message(refused[i][1]));
    return true;
}

/* The next node in the order of the document; NULL at the end. */
static xmlNode *next_node(xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    return node ? node->next : NULL;
}

static bool add_ids(mintu_icon_examination *x, mintu_icon_element *element)
{
    xmlChar *id = xmlGetNoNsProp(element->node, BAD_CAST "id"),
            *other = xmlGetNsProp(element->node, BAD_CAST "id", XML_XML_NAMESPACE);
    const xmlChar *name = id ? id : other;
    bool good = !(id && other) || mintu_icon_refuse(x, element->node, "the element has both id and xml:id; give it one");
    if (good && name && !xmlHashLookup(x->ids, name) && xmlHashAddEntry(x->ids, name, element) != 0)
        good = mintu_icon_fail_memory(x);
    xmlFree(id);
    xmlFree(other);
    return good;
}

static bool gather(mintu_icon_examination *x)
{
    size_t room = 0;
    for (xmlNode *node = x->document->children; node; node = next_node(node)) {
        if (!check_node(x, node))
            return false;
        room += node->type == XML_ELEMENT_NODE;
    }
    if (room > ELEMENTS_MOST)
        return mintu_icon_refuse(x, xmlDocGetRootElement(x->document),
                                 "the file has %zu elements, and an icon may have %d; simplify it", room, ELEMENTS_MOST);
    x->elements = calloc(room + 1, sizeof *x->elements);
    x->ids = xmlHashCreate((int)room + 1);
    if (!x->elements || !x->ids)
        return mintu_icon_fail_memory(x);
    for (xmlNode *node = x->document->children; node; node = next_node(node)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        mintu_icon_element *element = &x->elements[x->count++];
        bool inner = node->parent && node->parent->type == XML_ELEMENT_NODE;
        *element = (mintu_icon_element){.node = node, .parent = inner ? node->parent->_private : NULL};
        node->_private = element;
        if (!add_ids(x, element) ||
            (is_svg(node) && xmlStrcmp(node->name, BAD_CAST "style") == 0 && !mintu_icon_read_sheet(x, node)))
            return false;
    }
    return true;
}

static void forget_references(mintu_icon_examination *x)
{
    for (size_t i = 0; i < x->reference_count; i++)
        free(x->references[i]);
    x->reference_count = 0;
}

/* Twice, since the largest width of a stroke or size of a font may stand last. What is not SVG is not drawn. */
static bool declare_all(mintu_icon_examination *x)
{
    bool good = true;
    for (int turn = 0; turn < 2; turn++) {
        forget_references(x);
        x->declared = 0;
        for (size_t i = 0; good && i < x->count; i++) {
            mintu_icon_element *element = &x->elements[i];
            *element = (mintu_icon_element){.node = element->node, .parent = element->parent, .scale = 1};
            good = !is_svg(element->node) || mintu_icon_declare(x, element);
        }
    }
    return good;
}

static bool check_price(mintu_icon_examination *x, const mintu_icon_cost *price)
{
    const xmlNode *root = x->elements[0].node;
    if (x->unscaled && x->dashes > 0)
        return mintu_icon_refuse(x, root, "strokes that keep their width may not be dashed; take out \"vector-effect\"");
    const struct {
        double is, most;
        const char *before, *between, *advice;
    } amounts[] = {
        {price->elements, ELEMENTS_MOST, N_("up to"),
         N_("elements would be drawn, a character of text as 20, and an icon may have"), N_("simplify it")},
        {price->vertices, VERTICES_MOST, N_("up to"), N_("bytes of path data and dashes would be drawn, and an icon may have"),
         N_("simplify it")},
        {price->length, LENGTH_MOST, N_("its outlines may be"), N_("px long, and those of an icon"),
         N_("make strokes, distances and scales smaller")},
        {price->layers, LAYERS_MOST, N_("up to"),
         N_("steps of filters, masks and groups with an opacity would be drawn, and an icon may have"), N_("use fewer")},
    };
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
        if (!(amounts[i].is <= amounts[i].most))
            return mintu_icon_refuse(x, root, "%s %.6g %s %g; %s", mintu_message(amounts[i].before), amounts[i].is,
                                     mintu_message(amounts[i].between), amounts[i].most, mintu_message(amounts[i].advice));
    return true;
}

static void examine(mintu_icon_examination *x, const xmlNode *root, mintu_icon_cost *out)
{
    if (!is_svg(root) || xmlStrcmp(root->name, BAD_CAST "svg") != 0) {
        mintu_icon_refuse(x, root, "the file is no SVG: it begins with <%.40s>, expected <svg> in SVG's namespace",
                          (const char *)root->name);
        return;
    }
    if (!gather(x) || !declare_all(x) || !mintu_icon_price(x, &x->elements[0]))
        return;
    if (check_price(x, &x->elements[0].price))
        *out = x->elements[0].price;
}

static void fail_syntax(mintu_icon_examination *x)
{
    const xmlError *problem = xmlGetLastError();
    if (problem && problem->code == XML_ERR_NO_MEMORY) {
        mintu_icon_fail_memory(x);
        return;
    }
    char text[128] = "its reason is not known";
    if (problem && problem->message)
        snprintf(text, sizeof text, "%.*s", (int)strcspn(problem->message, "\n"), problem->message);
    x->status = mintu_fail_at(x->error, MINTU_STATUS_INPUT, (mintu_where){x->path, problem ? problem->line : 0, 0},
                              "%s: the file is no SVG: %s; save it anew", mintu_message(doing), text);
}

static void forget(mintu_icon_examination *x)
{
    forget_references(x);
    free(x->references);
    for (size_t i = 0; i < x->rule_count; i++) {
        free(x->rules[i].class);
        free(x->rules[i].declarations);
    }
    free(x->rules);
    xmlHashFree(x->ids, NULL);
    free(x->elements);
    xmlFreeDoc(x->document);
}

/* With entities as librsvg sees them, once it is known that they are short and none stands for a file. */
static void read_document(mintu_icon_examination *x, const char *text, int size, bool entities)
{
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES;
    xmlFreeDoc(x->document);
    xmlResetLastError();
    x->document = xmlReadMemory(text, size, NULL, NULL, options | (entities ? XML_PARSE_NOENT : 0));
}

mintu_status mintu_icon_check(const char *text, size_t size, const char *path, mintu_error *error, mintu_icon_cost *out)
{
    mintu_icon_examination x = {.path = path, .error = error, .stroke = 1, .font = 16};
    read_document(&x, text, (int)size, false);
    if (x.document && x.document->intSubset && check_declarations(&x))
        read_document(&x, text, (int)size, true);
    const xmlNode *root = x.document ? xmlDocGetRootElement(x.document) : NULL;
    if (x.status == MINTU_STATUS_OK && root)
        examine(&x, root, out);
    else if (x.status == MINTU_STATUS_OK)
        fail_syntax(&x);
    forget(&x);
    return x.status;
}
