/* Numbers as a tree, nested in any order, and which of its nodes are items: those that bear a clause, and their like. */
#ifndef NOTICE_NOTICE_TREE_H
#define NOTICE_NOTICE_TREE_H

#include "notice/notice_events.h"

typedef struct mintu_node {
    mintu_number_mark mark;
    int parent;           /* -1: none */
    size_t event, behind; /* of its number, and of the next number */
    size_t after;         /* first node that is not beneath it */
    size_t kids, charged; /* nodes right beneath it; those with a clause at or beneath them */
    size_t clauses;       /* at and beneath it */
    bool own;             /* it bears a clause itself */
    bool rows;            /* rows stand below it that say more of other items */
    bool said;            /* it has a text */
    bool item;
    bool shallow; /* an item with others beneath it, which are no part of it */
    bool extra;   /* an item for its targets alone */
    int no;       /* of the item that it is, or is a part of; 0: none */
} mintu_node;

typedef struct mintu_tree {
    mintu_node *nodes;
    size_t count, room;
} mintu_tree;

/* Zero-initialise *out; free .nodes. */
void mintu_tree_read(mintu_notice *notice, const mintu_events *events, mintu_tree *out);

#endif
