/* Tags of HTML in a text: which end a block, which begin a cell, and what stands between those that hide it. */
#ifndef FORMAT_HTML_TAGS_H
#define FORMAT_HTML_TAGS_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise. */
typedef struct html_tags {
    char name[12];   /* of the tag that is open, with its slash */
    size_t size;     /* bytes of it so far; 0: none is open */
    char hidden[12]; /* the tag whose content is left out: style, script, head; "" for none */
    bool row;        /* inside a row of a table */
    bool any;        /* a tag was met */
} html_tags;

typedef enum html_tag {
    HTML_TAG_OPEN,   /* it goes on */
    HTML_TAG_BLOCK,  /* the block ends */
    HTML_TAG_CELL,   /* a cell of a table begins */
    HTML_TAG_BREAK,  /* a line of a cell ends: <br>, <p> */
    HTML_TAG_INLINE, /* the text goes on: <b>, <span> */
} html_tag;

/* True when a tag begins at the text. */
bool html_tags_at(const char *text, size_t size);

/* The byte < of a tag, and each byte behind it. */
void html_tags_begin(html_tags *tags);
html_tag html_tags_feed(html_tags *tags, char byte);

#endif
