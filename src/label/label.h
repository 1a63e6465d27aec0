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

/* One place where a label could stand. */
typedef struct mintu_label_candidate {
    mintu_text_spot text;
    mintu_box box;               /* what the text covers */
    double cost;                 /* 0 for the best place, more for worse ones */
    size_t part, part_count;     /* boxes that must be free: the text's or its letters', and the leader's */
    size_t letter, letter_count; /* of a text along a line */
    unsigned rank;               /* in the order of preference, from 0 */
    bool leader;                 /* so far away that a line leads to the symbol */
} mintu_label_candidate;

typedef struct mintu_label {
    size_t layer, row;    /* style layer and feature */
    size_t run, vertical; /* the text in rows and, where asked for, in columns; MINTU_UNPLACED */
    double at[2];         /* what is labelled */
    double clearance;     /* px from there to the edge of its symbol */
    double sort_key;
    double angle;  /* text-rotate, radians, clockwise */
    double weight; /* what placing it is worth */
    mintu_text_paint paint;
    bool along;                      /* the text follows a line */
    bool columns_first;              /* the column is preferred to the row */
    bool required, overlap, ignored; /* text-allow-overlap, text-ignore-placement */
    size_t first, count;             /* candidates */
    size_t chosen;                   /* index of a candidate, or MINTU_UNPLACED */
    size_t hindered[MINTU_HINDRANCE_END];
    unsigned tried;    /* places looked at, for the rank */
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

/* The place that was chosen, or NULL. */
static inline const mintu_label_candidate *mintu_label_place(const mintu_labels *labels, const mintu_label *label)
{
    return label->chosen == MINTU_UNPLACED ? NULL : &labels->candidates[label->chosen];
}

#endif
