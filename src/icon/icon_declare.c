/* What the attributes and styles of an SVG icon's elements say about the cost of drawing. */
#include "icon/icon_declare.h"

#include "icon/icon_examination.h"
#include "icon/icon_numbers.h"
#include "icon/icon_price.h"
#include "icon/icon_sheet.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DECLARED_BYTES_MOST ((size_t)16 << 20)
enum { OCTAVES_MOST = 10 };

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (g_ascii_strcasecmp(name, *names) == 0)
            return true;
    return false;
}

static bool add_reference(mintu_icon_examination *x, mintu_icon_element *element, const char *id, size_t size)
{
    if (!MINTU_ARRAY_RESERVE(x->references, x->reference_room, x->reference_count + 1))
        return mintu_icon_fail_memory(x);
    char *copy = mintu_text_copy_n(id, size);
    if (!copy)
        return mintu_icon_fail_memory(x);
    x->references[x->reference_count++] = copy;
    element->reference_count++;
    return true;
}

static bool fail_outside(mintu_icon_examination *x, const mintu_icon_element *element, const char *what)
{
    return mintu_icon_refuse(x, element->node,
                             "\"%.40s\" leads out of the file; an icon may refer to its own elements only, as \"#id\"", what);
}

/* url(#id), with or without quotes, as often as it stands there. */
static bool read_urls(mintu_icon_examination *x, mintu_icon_element *element, const char *value)
{
    for (; *value; value++) {
        if (g_ascii_strncasecmp(value, "url(", 4) != 0)
            continue;
        const char *at = value + 4 + strspn(value + 4, " \t\r\n\f\"'");
        size_t size = strcspn(at, ")\"'");
        while (size > 0 && g_ascii_isspace(at[size - 1]))
            size--;
        if (at[0] != '#')
            return fail_outside(x, element, value);
        if (!add_reference(x, element, at + 1, size - 1))
            return false;
    }
    return true;
}

/* The steps of a filter that is written out as functions, blur(3px). */
static void add_functions(mintu_icon_element *element, const char *value)
{
    for (const char *open = strchr(value, '('); open; open = strchr(open + 1, '('))
        mintu_icon_add(&element->own, &(mintu_icon_cost){.layers = 6, .work = 200}, 1);
}

static bool read_dashes(mintu_icon_examination *x, const mintu_icon_element *element, const char *value)
{
    double period = mintu_icon_numbers(x, value, false), count = 0;
    for (const char *at = value; *(at += strcspn(at, "0123456789.")); at += strspn(at, "0123456789.eE+-"))
        count += 1 + (double)strspn(at, "0123456789.") / 2;
    for (const char *at = value; g_ascii_strcasecmp(value, "none") != 0 && g_ascii_strcasecmp(value, "inherit") != 0 && *at;
         at++)
        if (!strchr("0123456789.eE+-, \t\r\n\fpPxX", *at))
            return mintu_icon_refuse(x, element->node, "\"stroke-dasharray\" is \"%.40s\"; expected numbers", value);
    if (period > 0)
        x->dashes = fmax(x->dashes, count / period);
    return true;
}

static bool read_reference(mintu_icon_examination *x, mintu_icon_element *element, const char *name, const char *value)
{
    static const char *const layers[] = {"filter", "mask", "mix-blend-mode", "isolation", "opacity", NULL};
    static const char *const own[] = {"filter", "mask", "clip-path", NULL};
    value += strspn(value, " \t\r\n\f");
    bool none = g_ascii_strncasecmp(value, "none", 4) == 0;
    if (is_one_of(name, own) && g_ascii_strncasecmp(value, "inherit", 7) == 0)
        return mintu_icon_refuse(x, element->node, "\"%s\" is inherited; name what is meant", name);
    if (is_one_of(name, layers) && !none && !(g_ascii_strcasecmp(name, "opacity") == 0 && g_ascii_strtod(value, NULL) == 1))
        element->own.layers += 2;
    if (g_ascii_strcasecmp(name, "filter") == 0)
        add_functions(element, value);
    return read_urls(x, element, value);
}

/* A smooth curve without a control point takes it from the one before, and so from all before. */
static double path_numbers(const mintu_icon_examination *x, const char *value)
{
    double smooth = 1;
    for (const char *at = strpbrk(value, "tT"); at; at = strpbrk(at + 1, "tT"))
        smooth++;
    return smooth * mintu_icon_numbers(x, value, false);
}

static bool read_font_size(mintu_icon_examination *x, const mintu_icon_element *element, const char *value)
{
    double number = mintu_icon_numbers(x, value, true);
    if (strpbrk(value, "%") || g_ascii_strncasecmp(value, "larger", 6) == 0 || g_ascii_strncasecmp(value, "smaller", 7) == 0 ||
        (number > 0 && (strstr(value, "em") || strstr(value, "EM") || strstr(value, "ex") || strstr(value, "EX"))))
        return mintu_icon_refuse(x, element->node, "\"font-size\" is \"%.20s\"; give it in px", value);
    x->font = fmax(x->font, number);
    return true;
}

/* A property, from an attribute or a style. */
static bool declare(mintu_icon_examination *x, mintu_icon_element *element, const char *name, const char *value)
{
    static const char *const references[] = {"fill",           "stroke",     "filter",     "clip-path",    "mask",
                                             "marker",         "marker-end", "marker-mid", "marker-start", "opacity",
                                             "mix-blend-mode", "isolation",  NULL};
    static const char *const geometry[] = {"x",  "y",  "x1", "y1", "x2",   "y2",   "cx",     "cy", "r",
                                           "rx", "ry", "dx", "dy", "refX", "refY", "points", NULL};
    static const char *const sides[] = {"width", "height", "markerWidth", "markerHeight", NULL};
    double numbers = 0;
    if (is_one_of(name, references))
        return read_reference(x, element, name, value);
    if (g_ascii_strcasecmp(name, "stroke-dasharray") == 0)
        return read_dashes(x, element, value);
    if (g_ascii_strcasecmp(name, "font-size") == 0)
        return read_font_size(x, element, value);
    if (g_ascii_strcasecmp(name, "transform") == 0)
        element->scale *= fmax(1, mintu_icon_scale(value));
    else if (g_ascii_strcasecmp(name, "stroke-width") == 0)
        x->stroke = fmax(x->stroke, mintu_icon_numbers(x, value, true));
    else if (g_ascii_strcasecmp(name, "vector-effect") == 0)
        x->unscaled = x->unscaled || g_ascii_strncasecmp(value, "none", 4) != 0;
    else if (g_ascii_strncasecmp(name, "stroke-line", 11) == 0)
        x->round = x->round || g_ascii_strncasecmp(value, "round", 5) == 0;
    else if (strcmp(name, "d") == 0)
        numbers = path_numbers(x, value);
    else if (is_one_of(name, geometry) || is_one_of(name, sides))
        numbers = mintu_icon_numbers(x, value, true);
    if (is_one_of(name, sides))
        x->side = fmax(x->side, numbers);
    if (strcmp(name, "d") == 0 || strcmp(name, "points") == 0)
        element->own.points += (double)strlen(value);
    element->numbers += numbers;
    return true;
}

/* "name: value; name: value", without comments. What stands in quotes may be taken for more than it is, never for less. */
static bool declare_list(mintu_icon_examination *x, mintu_icon_element *element, const char *list)
{
    bool good = true;
    x->declared += strlen(list);
    if (x->declared > DECLARED_BYTES_MOST)
        return mintu_icon_refuse(x, element->node, "the styles are more than %zu MiB for all elements; simplify them",
                                 DECLARED_BYTES_MOST >> 20);
    char **parts = g_strsplit(list, ";", -1);
    for (size_t i = 0; good && parts[i]; i++) {
        char *colon = strchr(parts[i], ':');
        if (!colon)
            continue;
        *colon = '\0';
        good = declare(x, element, g_strstrip(parts[i]), g_strstrip(colon + 1));
    }
    g_strfreev(parts);
    return good;
}

static bool has_class(const char *list, const char *class)
{
    size_t size = strlen(class);
    for (; list && *(list += strspn(list, " \t\r\n\f")); list += strcspn(list, " \t\r\n\f"))
        if (strcspn(list, " \t\r\n\f") == size && memcmp(list, class, size) == 0)
            return true;
    return false;
}

static bool declare_rules(mintu_icon_examination *x, mintu_icon_element *element)
{
    xmlChar *classes = xmlGetNoNsProp(element->node, BAD_CAST "class");
    bool good = true;
    for (size_t i = 0; good && i < x->rule_count; i++)
        if (!x->rules[i].class || has_class((const char *)classes, x->rules[i].class))
            good = declare_list(x, element, x->rules[i].declarations);
    xmlFree(classes);
    return good;
}

/* A step of a filter: results are images, and some look at many pixels for each of theirs. */
static bool declare_step(mintu_icon_examination *x, mintu_icon_element *element, const char *name)
{
    if (strncmp(name, "fe", 2) != 0)
        return true;
    element->own.layers += 1;
    element->own.work += strcmp(name, "feMorphology") == 0 ? 1000 : 100;
    if (strcmp(name, "feTurbulence") != 0)
        return true;
    xmlChar *octaves = xmlGetNoNsProp(element->node, BAD_CAST "numOctaves");
    double count = octaves ? mintu_icon_numbers(x, (const char *)octaves, false) : 1;
    xmlFree(octaves);
    element->own.work += 100 * count;
    return count <= OCTAVES_MOST ||
           mintu_icon_refuse(x, element->node, "numOctaves is %g; expected at most %d, more cannot be seen", count,
                             OCTAVES_MOST);
}

/* A box of its own, which its width and height may enlarge. Inner ones have at most the largest side in the file. */
static void declare_box(mintu_icon_examination *x, mintu_icon_element *element, const char *value)
{
    char *at = NULL;
    double box[4] = {0}, sides[2] = {0, 0};
    for (size_t i = 0; i < 4 && *(value += strcspn(value, "0123456789.+-")); i++, value = at + (at == value))
        box[i] = g_ascii_strtod(value, &at);
    for (int i = 0; i < 2; i++) {
        xmlChar *side = element->parent ? NULL : xmlGetNoNsProp(element->node, BAD_CAST(i ? "height" : "width"));
        sides[i] = element->parent                      ? INFINITY
                   : side && !strchr((char *)side, '%') ? mintu_icon_numbers(x, (char *)side, true)
                                                        : 0;
        xmlFree(side);
    }
    if (!element->parent)
        x->side = fmax(x->side, fmax(fabs(box[2]), fabs(box[3])));
    if (!element->parent)
        element->scale *= fmax(1, fmax(sides[0] / box[2], sides[1] / box[3]));
    else
        element->scale *= fmax(1, x->side * fmax(1, x->stroke) / fmin(fabs(box[2]), fabs(box[3])));
}

static bool declare_attribute(mintu_icon_examination *x, mintu_icon_element *element, const xmlAttr *attribute,
                              const char *value)
{
    const char *name = (const char *)attribute->name, *colon = strrchr(name, ':');
    if (strcmp(colon ? colon + 1 : name, "href") == 0) {
        value += strspn(value, " \t\r\n\f");
        if (xmlStrcmp(element->node->name, BAD_CAST "a") == 0)
            return true;
        return value[0] == '#' ? add_reference(x, element, value + 1, strlen(value) - 1) : fail_outside(x, element, value);
    }
    if (attribute->ns || colon)
        return true;
    if (strcmp(name, "clipPathUnits") == 0 || strcmp(name, "maskContentUnits") == 0 || strcmp(name, "primitiveUnits") == 0)
        element->by_box = element->by_box || strcmp(value, "objectBoundingBox") == 0;
    if (strcmp(name, "style") == 0 || strchr(value, '(') || strchr(value, '\\') || strstr(value, "/*")) {
        char *plain =
            strcmp(name, "style") == 0 || strncmp(name, "data-", 5) != 0 ? mintu_icon_plain(x, element->node, value) : NULL;
        bool good = plain && (strcmp(name, "style") == 0 ? declare_list(x, element, plain) : declare(x, element, name, plain));
        free(plain);
        return good || x->status == MINTU_STATUS_OK;
    }
    return declare(x, element, name, value);
}

static bool declare_attributes(mintu_icon_examination *x, mintu_icon_element *element)
{
    bool good = true;
    for (const xmlAttr *attribute = element->node->properties; good && attribute; attribute = attribute->next) {
        xmlChar *value = xmlNodeListGetString(x->document, attribute->children, 1);
        good = declare_attribute(x, element, attribute, value ? (const char *)value : "");
        if (good && strcmp((const char *)attribute->name, "viewBox") == 0)
            declare_box(x, element, value ? (const char *)value : "");
        xmlFree(value);
    }
    return good;
}

bool mintu_icon_declare(mintu_icon_examination *x, mintu_icon_element *element)
{
    element->first_reference = x->reference_count;
    element->scale = 1;
    element->own.elements = 1;
    element->own.points = 8; /* of a circle or a rectangle with round corners */
    for (const xmlNode *child = element->node->children; child; child = child->next)
        if (child->type == XML_TEXT_NODE && !xmlIsBlankNode(child))
            element->own.elements += 20 * (double)xmlUTF8Strlen(child->content);
        else if (child->type == XML_ENTITY_REF_NODE || child->type == XML_CDATA_SECTION_NODE)
            element->own.elements += 20 * 100;
    return declare_step(x, element, (const char *)element->node->name) && declare_attributes(x, element) &&
           declare_rules(x, element);
}
