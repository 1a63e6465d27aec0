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

/* label_collision.c */
bool mintu_collision_open(mintu_collision *collision, const mintu_box *area);
void mintu_collision_free(mintu_collision *collision);
size_t mintu_collision_add(mintu_collision *collision, const mintu_obstacle *obstacle); /* its index */
/* Owners of what meets the box, each obstacle once, other than @p except; returns how many there are, fills up to @p room. */
size_t mintu_collision_query(const mintu_collision *collision, const mintu_box *box, size_t except, size_t *owners,
                             size_t room);
/* Half the width of the largest symbol centred at a point; 0 when there is none. */
double mintu_collision_symbol(const mintu_collision *collision, double x, double y);

/* The piece of furniture that covers the point; NULL when none does. */
const char *mintu_collision_cover(const mintu_collision *collision, double x, double y);

/* What hinders a box; symbols that reach within @p spare px of the place x, y do not. */
mintu_hindrance mintu_collision_hindrance(const mintu_collision *collision, const mintu_box *box, const double spare[3]);

/* How many symbols meet the box that are not at x, y. */
size_t mintu_collision_others(const mintu_collision *collision, const mintu_box *box, double x, double y);

/* label_symbols.c: circles and icons of all layers become obstacles. */
void mintu_labels_add_symbols(mintu_scene *scene);

/* label_gather.c: texts of all symbol layers become labels with candidates. */
void mintu_labels_gather(mintu_scene *scene);

/* What the turned text of a run covers with its halo when its centre stands at x, y. */
mintu_box mintu_label_text_box(const mintu_scene *scene, const mintu_label *label, size_t run, const double at[3]);

/* label_candidates.c: candidates around a point; around or inside an area; and one candidate for all of them, which is left out
 * when furniture, a symbol or the frame is in its way. */
void mintu_label_candidates_point(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer,
                                  mintu_style_scope *scope, bool area);
void mintu_label_candidate_add(mintu_scene *scene, mintu_label *label, const mintu_candidate *candidate);

/* From the box to the edge of the label's symbol, px; 0 when they meet. */
double mintu_label_distance(const mintu_label *label, const mintu_box *box);

/* label_area.c: candidates inside an area, from its pole of inaccessibility outwards. @p shift and @p padding are px. */
void mintu_label_candidates_area(mintu_scene *scene, mintu_label *label, const double shift[2], double padding);

/* What it costs a text with a leader to stand at x, y when that is in another area that the same layer names. */
double mintu_label_foreign_cost(const mintu_scene *scene, const mintu_label *label, double x, double y);

/* label_leader.c: candidates farther and farther out, with a line that leads to the symbol. */
void mintu_label_candidates_far(mintu_scene *scene, mintu_label *label, double distance, double padding);

/* Where a leader begins and ends; false when the text stands at its symbol. */
bool mintu_label_leader(const mintu_label *label, const mintu_candidate *candidate, const mintu_run *run, double line[4]);
enum { MINTU_LEADER_STEPS = 12 };
mintu_box mintu_label_leader_step(const double line[4], int step);

/* label_line.c: candidates along a line, letter by letter; one label for each stretch of symbol-spacing. */
void mintu_label_candidates_line(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer,
                                 mintu_style_scope *scope, const mintu_plot_row *row);

/* label_choice.c: chooses. */
void mintu_labels_choose(mintu_scene *scene);

/* label_report.c: labels of required layers that found no place become findings; quality figures as JSON text, NULL when memory
 * ran out, to be freed with free(). Takes over @p legend, the lines of the legend. */
void mintu_labels_tell(mintu_scene *scene);
char *mintu_labels_report(mintu_scene *scene, json_t *legend);

mintu_status mintu_labels_open(mintu_scene *scene);
void mintu_labels_free(mintu_labels *labels);

#endif
