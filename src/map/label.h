/* Labels in three parts: where a label could stand (candidates), what is in its way (collision), which place it gets (choice). */
#ifndef MAP_LABEL_H
#define MAP_LABEL_H

#include "map/scene.h"

/* One place where a label could stand. */
typedef struct mintu_candidate {
    mintu_box box; /* what must be free */
    double x, y;   /* centre of the text's em box */
    double angle;  /* radians, clockwise on the page */
    double cost;   /* 0 for the best place, more for worse ones */
    bool leader;   /* so far away that a line leads to the symbol */
} mintu_candidate;

typedef struct mintu_label {
    size_t layer, row; /* style layer and feature */
    size_t run;
    double x, y;      /* what is labelled */
    double clearance; /* px from there to the edge of its symbol */
    double sort_key;
    double angle; /* text-rotate, radians, clockwise */
    mintu_text_paint paint;
    bool required, overlap, ignored; /* text-allow-overlap, text-ignore-placement */
    size_t first, count;             /* candidates */
    size_t chosen;                   /* index of a candidate, or MINTU_UNPLACED */
    const char *cover;               /* the piece of furniture over what is labelled, or NULL */
} mintu_label;

#define MINTU_UNPLACED ((size_t)-1)

/* Something in the way: furniture, a symbol, a placed label. Round ones are circles inscribed in their box. */
typedef struct mintu_obstacle {
    mintu_box box;
    bool round, gone;
    size_t owner;      /* label, or MINTU_UNPLACED for what cannot move */
    const char *piece; /* of furniture: what messages call it; NULL */
} mintu_obstacle;

typedef struct mintu_collision {
    mintu_box area;
    size_t columns, lines;
    double cell;
    mintu_obstacle *obstacles;
    size_t count, room;
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
    mintu_collision collision;
};

/* label_collision.c */
bool mintu_collision_open(mintu_collision *collision, const mintu_box *area);
void mintu_collision_free(mintu_collision *collision);
size_t mintu_collision_add(mintu_collision *collision, const mintu_obstacle *obstacle); /* its index */
/* Owners of what meets the box, each obstacle once, other than @p except; returns how many there are, fills up to @p room. */
size_t mintu_collision_query(const mintu_collision *collision, const mintu_box *box, size_t except, size_t *owners,
                             size_t room);
void mintu_collision_remove(mintu_collision *collision, size_t owner, const mintu_box *box);
/* Half the width of the largest symbol centred at a point; 0 when there is none. */
double mintu_collision_symbol(const mintu_collision *collision, double x, double y);

/* The piece of furniture that covers the point; NULL when none does. */
const char *mintu_collision_cover(const mintu_collision *collision, double x, double y);

/* label_symbols.c: circles and icons of all layers become obstacles. */
void mintu_labels_add_symbols(mintu_scene *scene);

/* label_gather.c: texts of all symbol layers become labels with candidates. */
void mintu_labels_gather(mintu_scene *scene);

/* label_candidates.c: gives a new label its candidates: around a point or inside an area, or along the longest part of a line. */
void mintu_label_candidates_point(mintu_scene *scene, mintu_label *label, const mintu_style_layer *layer,
                                  mintu_style_scope *scope, bool area);
void mintu_label_candidates_line(mintu_scene *scene, mintu_label *label, const mintu_plot_row *row);
void mintu_label_candidate_add(mintu_scene *scene, mintu_label *label, const mintu_candidate *candidate);

/* label_choice.c: chooses; labels of required layers that found no place become findings. */
void mintu_labels_choose(mintu_scene *scene);

/* Where a leader begins and ends; false when the text stands at its symbol. */
bool mintu_label_leader(const mintu_label *label, const mintu_candidate *candidate, const mintu_run *run, double line[4]);

mintu_status mintu_labels_open(mintu_scene *scene);
void mintu_labels_free(mintu_labels *labels);

#endif
