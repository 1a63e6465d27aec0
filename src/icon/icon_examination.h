/* The examination of an SVG icon while it goes on, and how it ends early. */
#ifndef CANVAS_ICON_EXAMINATION_H
#define CANVAS_ICON_EXAMINATION_H

#include "icon/icon_cost.h"

#include "base/array.h"
#include "base/error.h"

#include <libxml/tree.h>
#include <stdbool.h>

typedef struct mintu_icon_element {
    xmlNode *node;
    struct mintu_icon_element *parent; /* NULL for the root */
    size_t first_reference, reference_count;
    mintu_icon_cost own;
    double numbers; /* sum of the absolute values of its geometry, in its own units */
    double scale;   /* at most, of what is drawn in it */
    bool by_box;    /* its content is in units of what it is applied to */
    bool busy, priced;
    mintu_icon_cost price; /* with its children and all that it refers to */
} mintu_icon_element;

typedef struct mintu_icon_rule {
    char *class;        /* NULL: any element */
    char *declarations; /* without comments */
} mintu_icon_rule;

typedef struct mintu_icon_examination {
    const char *path;
    mintu_error *error;
    mintu_status status; /* the first failure */
    xmlDoc *document;
    xmlHashTablePtr ids; /* of elements */
    mintu_icon_element *elements;
    size_t count;
    char **references; /* ids */
    size_t reference_count, reference_room;
    mintu_icon_rule *rules;
    size_t rule_count, rule_room;
    size_t declared; /* bytes of rules that were applied to elements */
    double stroke, font, dashes, side,
        depth;     /* the largest: stroke-width, font-size, dashes per unit of length, width or height */
    bool unscaled; /* some strokes keep their width */
    bool round;    /* some joins or ends are */
} mintu_icon_examination;

enum { MINTU_ICON_DEPTH_MOST = 100 };

/* Ends the examination with a message about the node's line; false, to be returned. */
bool mintu_icon_refuse(mintu_icon_examination *x, const xmlNode *node, const char *format, ...) MINTU_PRINTF(3, 4);

bool mintu_icon_fail_memory(mintu_icon_examination *x);

#endif
