#include "format/html_tags.h"

#include "base/array.h"

#include <string.h>

enum { LONGEST = 1000 }; /* a tag that is longer is none, and ends here */

bool html_tags_at(const char *text, size_t size)
{
    char next = text[size > 1];
    return text[0] == '<' && (next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
}

void html_tags_begin(html_tags *tags)
{
    tags->size = 1;
    tags->any = true;
    memset(tags->name, 0, sizeof tags->name);
}

/* The tag has ended: what it does. */
static html_tag end(html_tags *tags)
{
    static const char *const hiding[] = {"style", "script", "head", "title", NULL};
    static const char *const runs[] = {"a",   "b",   "i",   "u",     "em",  "strong", "span", "font",
                                       "sup", "sub", "o:p", "small", "big", "s",      NULL};
    const char *name = tags->name;
    bool closes = name[0] == '/';
    name += closes;
    tags->size = 0;
    if (tags->hidden[0]) {
        if (closes && strcmp(name, tags->hidden) == 0)
            tags->hidden[0] = '\0';
        return HTML_TAG_BLOCK;
    }
    if (!closes && mintu_text_listed(name, hiding))
        memcpy(tags->hidden, name, strlen(name) + 1);
    if (strcmp(name, "tr") == 0 || strcmp(name, "table") == 0) {
        tags->row = !closes && name[1] == 'r';
        return HTML_TAG_BLOCK;
    }
    if (!closes && tags->row && (strcmp(name, "td") == 0 || strcmp(name, "th") == 0))
        return HTML_TAG_CELL;
    if (mintu_text_listed(name, runs) || (tags->row && closes))
        return HTML_TAG_INLINE;
    return tags->row || strcmp(name, "br") == 0 || strcmp(name, "br/") == 0 ? HTML_TAG_BREAK : HTML_TAG_BLOCK;
}

html_tag html_tags_feed(html_tags *tags, char byte)
{
    tags->size++;
    if (byte == '>' || tags->size >= LONGEST)
        return end(tags);
    bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == ':' || byte == '!' ||
                  (byte >= '0' && byte <= '9');
    size_t used = strlen(tags->name);
    bool goes_on = used == tags->size - 2; /* every byte so far is of the name */
    if (goes_on && (letter || (byte == '/' && used == 0)) && used + 1 < sizeof tags->name)
        tags->name[used] = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    return HTML_TAG_OPEN;
}
