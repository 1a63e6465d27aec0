/* The labels of a map while they are placed, in three parts: where a label could stand (candidates), what is in its way
 * (collision), which place it gets (choice). */
#ifndef LABEL_LABEL_H
#define LABEL_LABEL_H

#include "canvas/drawing.h"
#include "label/ground.h"
#include "label/label_collision.h"

/* Where a text stands, or a letter of one that follows a line. */
typedef struct mintu_text_spot {
    double at[2]; /* centre of its em box */
    double angle; /* radians, clockwise on the page */
    size_t run;
} mintu_text_spot;

/* What a text or an icon may lie over: nothing; what lets others lie over it too; anything. */
typedef enum mintu_overlap { MINTU_OVERLAP_NEVER = 0, MINTU_OVERLAP_COOPERATIVE, MINTU_OVERLAP_ALWAYS } mintu_overlap;

/* The icon that stands with a text, or alone. */
typedef struct mintu_label_icon {
    mintu_box box;        /* what it covers, with its padding */
    bool wanted, placed;  /* the feature has one; it is drawn */
    bool optional;        /* the text may stand without it */
    bool ignored, fitted; /* icon-ignore-placement; drawn about the text, where that stands */
    mintu_overlap overlap;
} mintu_label_icon;

/* One place where a label could stand. */
typedef struct mintu_label_candidate {
    mintu_text_spot text;
    mintu_box box;               /* what the text covers */
    double cost;                 /* 0 for the best place, more for worse ones */
    size_t part, part_count;     /* boxes that must be free: the text's or its letters', and the leader's */
    size_t letter, letter_count; /* of a text along a line */
    unsigned rank;               /* in the order of preference, from 0 */
    bool leader;                 /* so far away that a line leads to the symbol */
    double inset;                /* px of the box that symbols may be in: most of its padding, which is for other texts */
    bool over;                   /* upon its own symbol, which then is not in the way */
    bool strict;                 /* to be taken only where nothing lies, whatever the text may lie over */
} mintu_label_candidate;

/* A symbol of a feature: a text, an icon, or both. */
typedef struct mintu_label {
    size_t layer, row;     /* style layer and feature */
    size_t part, part_end; /* of the feature, that the symbol stands for */
    size_t run, vertical;  /* the text in rows and, where asked for, in columns; MINTU_UNPLACED */
    size_t sided[3];       /* the rows with their lines to the left, in the middle, to the right, for a choice of anchors */
    double shift[2];       /* text-translate, px */
    double at[2];          /* what is labelled */
    double clearance;      /* px from there to the edge of its symbol */
    double sort_key;       /* symbol-sort-key, which the weight grows with */
    double turn;           /* within the layer: those with the least take their places first */
    double angle;          /* text-rotate, radians, clockwise */
    double line_angle;     /* of the line there */
    double weight;         /* what placing it is worth */
    mintu_text_paint paint;
    mintu_label_icon icon;
    bool along;            /* the text follows a line */
    bool automatic;        /* it has many places, else the one that the style says */
    bool columns_first;    /* the column is preferred to the row */
    bool columns_only;     /* there is no row */
    bool edges;            /* may reach over the edge of the map, which cuts it */
    bool required;         /* mintu:required */
    bool ignored;          /* text-ignore-placement */
    bool optional;         /* the icon may stand without it */
    mintu_overlap overlap; /* of the text */
    size_t first, count;   /* candidates */
    size_t chosen;         /* index of a candidate, or MINTU_UNPLACED */
    size_t hindered[MINTU_HINDRANCE_END];
    unsigned tried;    /* places looked at, for the rank */
    size_t before;     /* the label before with the same text along a line, and one; 0: none */
    const char *cover; /* the piece of furniture over what is labelled, or NULL */
} mintu_label;

/* A required label is worth this many others. */
#define MINTU_REQUIRED_WEIGHT 40

/* All labels of a drawing. */
typedef struct mintu_labels {
    mintu_drawing *drawing;
    mintu_label *labels;
    size_t count, room;
    mintu_label_candidate *candidates;
    size_t candidate_count, candidate_room;
    mintu_box *parts;
    size_t part_count, part_room;
    mintu_text_spot *letters;
    size_t letter_count, letter_room;
    mintu_collision collision;
    mintu_ground ground;
    size_t trials;        /* of the choice */
    bool stopped_by_time; /* the choice ended before its trials did */
} mintu_labels;

static inline const mintu_run *mintu_labels_run(const mintu_labels *labels, size_t run)
{
    return mintu_text_run(&labels->drawing->text, run);
}

static inline const mintu_style_layer *mintu_label_layer(const mintu_labels *labels, const mintu_label *label)
{
    return mintu_style_layer_at(labels->drawing->style, label->layer);
}

/* Whether others may take its place when all gain by that: not from one that the style gave its place. */
static inline bool mintu_label_is_movable(const mintu_label *label)
{
    return (label->automatic || label->required) && label->overlap != MINTU_OVERLAP_ALWAYS;
}

/* The place that was chosen, or NULL. */
static inline const mintu_label_candidate *mintu_label_place(const mintu_labels *labels, const mintu_label *label)
{
    return label->chosen == MINTU_UNPLACED ? NULL : &labels->candidates[label->chosen];
}

#endif
