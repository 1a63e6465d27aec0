/* Labels in three parts: where a label could stand (candidates), what is in its way (collision), which place it gets (choice). */
#ifndef LABEL_LABEL_H
#define LABEL_LABEL_H

#include "label/ground.h"
#include "label/label_grid.h"
#include "map/scene.h"

#include <jansson.h>

/* One letter of a text that follows a line. */
typedef struct mintu_letter {
    double x, y;  /* centre of its em box */
    double angle; /* radians, clockwise on the page */
    size_t run;
} mintu_letter;

/* One place where a label could stand. */
typedef struct mintu_candidate {
    mintu_box box; /* what the text covers */
    double x, y;   /* centre of the text's em box */
    double angle;  /* radians, clockwise on the page */
    double cost;   /* 0 for the best place, more for worse ones */
    size_t run;
    size_t part, part_count;     /* boxes that must be free: the text's or its letters', and the leader's */
    size_t letter, letter_count; /* of a text along a line */
    unsigned rank;               /* in the order of preference, from 0 */
    bool leader;                 /* so far away that a line leads to the symbol */
} mintu_candidate;

/* Why a place was no candidate. */
typedef enum mintu_hindrance {
    MINTU_HINDRANCE_NONE = 0,
    MINTU_HINDRANCE_FRAME,
    MINTU_HINDRANCE_FURNITURE,
    MINTU_HINDRANCE_SYMBOL,
    MINTU_HINDRANCE_END
} mintu_hindrance;

typedef struct mintu_label {
    size_t layer, row;    /* style layer and feature */
    size_t run, vertical; /* the text in rows and, where asked for, in columns; MINTU_UNPLACED */
    double x, y;          /* what is labelled */
    double clearance;     /* px from there to the edge of its symbol */
    double sort_key;
    double angle;  /* text-rotate, radians, clockwise */
    double weight; /* what placing it is worth */
    mintu_text_paint paint;
    bool columns_first;              /* the column is preferred to the row */
    bool required, overlap, ignored; /* text-allow-overlap, text-ignore-placement */
    size_t first, count;             /* candidates */
    size_t chosen;                   /* index of a candidate, or MINTU_UNPLACED */
    size_t hindered[MINTU_HINDRANCE_END];
    unsigned tried;    /* places looked at, for the rank */
    const char *cover; /* the piece of furniture over what is labelled, or NULL */
} mintu_label;

#define MINTU_UNPLACED ((size_t)-1)
/* A required label is worth this many others. */
#define MINTU_REQUIRED_WEIGHT 40

/* Something that does not move: furniture, a symbol. Round ones are circles inscribed in their box. */
typedef struct mintu_obstacle {
    mintu_box box;
    bool round;
    size_t owner;      /* label, or MINTU_UNPLACED for what cannot move */
    const char *piece; /* of furniture: what messages call it; NULL */
} mintu_obstacle;

typedef struct mintu_collision {
    mintu_box area;
    size_t columns, lines;
    double cell;
    mintu_obstacle *obstacles;
    size_t count, room;
    size_t
        furniture_end; /* after the last obstacle that is furniture; it comes before the symbols, of which there may be many */
    struct mintu_cell {
        uint32_t *items;
        size_t count, room;
    } * cells;
    bool failed;
} mintu_collision;

struct mintu_labels {
    mintu_label *labels;
    size_t count, room;
    mintu_candidate *candidates;
    size_t candidate_count, candidate_room;
    mintu_box *parts;
    size_t part_count, part_room;
    mintu_letter *letters;
    size_t letter_count, letter_room;
    mintu_collision collision;
    mintu_ground ground;
    size_t trials;        /* of the choice */
    bool stopped_by_time; /* the choice ended before its trials did */
};

enum { MINTU_LEADER_STEPS = 12 };

#endif
