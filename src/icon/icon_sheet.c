/* Style sheets in an SVG icon: rules for names and classes, as drawing programs write them. */
#include "icon/icon_sheet.h"

#include "icon/icon_examination.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum { RULES_MOST = 1000 };

char *mintu_icon_plain(mintu_icon_examination *x, const xmlNode *node, const char *text)
{
    if (strchr(text, '\\')) {
        mintu_icon_refuse(x, node, "a backslash in a style hides what it says; write the names out");
        return NULL;
    }
    char *plain = mintu_text_copy(text);
    if (!plain) {
        mintu_icon_fail_memory(x);
        return NULL;
    }
    for (char *open = strstr(plain, "/*"); open; open = strstr(open, "/*")) {
        char *close = strstr(open + 2, "*/"), *end = close ? close + 2 : open + strlen(open);
        memset(open, ' ', (size_t)(end - open));
    }
    return plain;
}

static bool is_name(const char *text)
{
    for (const char *at = text; *at; at++)
        if (!g_ascii_isalnum(*at) && !strchr("-_.#*", *at) && (unsigned char)*at < 0x80)
            return false;
    return *text != '\0';
}

static bool add_rule(mintu_icon_examination *x, const char *selector, const char *declarations)
{
    if (!MINTU_ARRAY_RESERVE(x->rules, x->rule_room, x->rule_count + 1))
        return mintu_icon_fail_memory(x);
    mintu_icon_rule *rule = &x->rules[x->rule_count++];
    bool class = selector[0] == '.' && !strchr(selector + 1, '.') && !strchr(selector, '#');
    *rule = (mintu_icon_rule){class ? mintu_text_copy(selector + 1) : NULL, mintu_text_copy(declarations)};
    return ((!class || rule->class) && rule->declarations) || mintu_icon_fail_memory(x);
}

/* The selectors of one rule, with commas between them. */
static bool add_selectors(mintu_icon_examination *x, const xmlNode *node, const char *selectors, const char *declarations)
{
    char **names = g_strsplit(selectors, ",", -1);
    bool good = true;
    for (size_t i = 0; good && names[i] && (*names[i] || names[i + 1]); i++) { /* nothing after the last comma is passed over */
        const char *name = g_strstrip(names[i]);
        if (!is_name(name))
            good = mintu_icon_refuse(
                x, node, "the selector \"%.40s\" is more than a name or a class; write the style into the elements", name);
        else if (x->rule_count == RULES_MOST)
            good = mintu_icon_refuse(x, node, "the style sheet has more than %d rules; write fewer", RULES_MOST);
        else
            good = add_rule(x, name, declarations);
    }
    g_strfreev(names);
    return good;
}

/* Where a brace in quotes is taken for one of the sheet's own, or the other way round, a rule would go to the wrong elements. */
static bool has_quoted_brace(const char *text)
{
    char quote = '\0';
    for (; *text; text++) {
        if (quote && (*text == quote || *text == '\n' || *text == '\r' || *text == '\f'))
            quote = '\0';
        else if (!quote && (*text == '"' || *text == '\''))
            quote = *text;
        else if (quote && (*text == '{' || *text == '}' || *text == '/'))
            return true;
    }
    return false;
}

/* Goes to the next rule, into what holds for some screens only and out of it; librsvg passes over that. */
static char *next_rule(char *text, int *inside)
{
    for (;;) {
        text += strspn(text, " \t\r\n\f");
        char *open = g_ascii_strncasecmp(text, "@media", 6) == 0 ? strpbrk(text, "{};") : NULL;
        bool enters = open && *open == '{', leaves = *text == '}' && *inside > 0;
        if (!enters && !leaves)
            return text;
        *inside += enters - leaves;
        text = enters ? open + 1 : text + 1;
    }
}

/* Cuts the text into its rules. */
static bool read_rules(mintu_icon_examination *x, const xmlNode *node, char *text)
{
    int inside = 0;
    while (*(text = next_rule(text, &inside))) {
        char *open = strpbrk(text, "{}"), *close = open && *open == '{' ? strpbrk(open + 1, "{}") : NULL;
        if (!close || *close == '{' || *text == '@')
            return mintu_icon_refuse(x, node,
                                     "the style sheet is more than a list of rules; write \"selector {property: value}\"");
        *open = *close = '\0';
        if (!add_selectors(x, node, text, open + 1))
            return false;
        text = close + 1;
    }
    return true;
}

bool mintu_icon_read_sheet(mintu_icon_examination *x, const xmlNode *node)
{
    if (xmlFirstElementChild((xmlNode *)(uintptr_t)node))
        return mintu_icon_refuse(x, node, "there are elements in the style sheet; expected text");
    xmlChar *content = xmlNodeGetContent(node);
    if (!content)
        return mintu_icon_fail_memory(x);
    bool quoted = has_quoted_brace((const char *)content);
    char *plain = quoted ? NULL : mintu_icon_plain(x, node, (const char *)content);
    xmlFree(content);
    if (quoted)
        return mintu_icon_refuse(x, node, "there is a brace or a slash in quotes in the style sheet; write names without them");
    bool good = plain && read_rules(x, node, plain);
    free(plain);
    return good;
}
