/* Tags of HTML in a notice's text: which end a block, which begin a cell, and what stands between those that hide it. */
#ifndef NOTICE_NOTICE_TAGS_H
#define NOTICE_NOTICE_TAGS_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise. */
typedef struct notice_tags {
    char name[12];   /* of the tag that is open, with its slash */
    size_t size;     /* bytes of it so far; 0: none is open */
    char hidden[12]; /* the tag whose content is left out: style, script, head; "" for none */
    bool row;        /* inside a row of a table */
    bool any;        /* a tag was met */
} notice_tags;

typedef enum notice_tag {
    NOTICE_TAG_OPEN,   /* it goes on */
    NOTICE_TAG_BLOCK,  /* the block ends */
    NOTICE_TAG_CELL,   /* a cell of a table begins */
    NOTICE_TAG_BREAK,  /* a line of a cell ends: <br>, <p> */
    NOTICE_TAG_INLINE, /* the text goes on: <b>, <span> */
} notice_tag;

/* True when a tag begins at the text. */
bool notice_tags_at(const char *text, size_t size);

/* The byte < of a tag, and each byte behind it. */
void notice_tags_begin(notice_tags *tags);
notice_tag notice_tags_feed(notice_tags *tags, char byte);

#endif
