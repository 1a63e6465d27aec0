/* What is inside a quota ledger. */
#ifndef ANALYSE_QUOTA_H
#define ANALYSE_QUOTA_H

#include "gazetteer/gazetteer_data.h"

#include <mintu/quota.h>

typedef struct mintu_quota_remark {
    const char *subject; /* static */
    int year;            /* 0: every year */
    const char *code, *unit;
    int64_t mu; /* a year; -1: none */
    char *text; /* owned */
} mintu_quota_remark;

/* A class of units that can have the quota. */
typedef struct mintu_quota_class {
    const mintu_place_class *class;
    const mintu_roster *roster; /* NULL for units of a level */
    bool wanted;                /* the task names it */
    size_t unknown;             /* units that the roster states and does not list */
} mintu_quota_class;

struct mintu_quota {
    const mintu_gazetteer *gazetteer;
    mintu_quota_options options;
    int task;                 /* 0: the package names none */
    mintu_quota_class *kinds; /* by kind */
    int kind_count;
    const char **apart; /* of each place: why it is set apart, or NULL */
    mintu_table *apart_table;
    mintu_quota_line *lines;
    size_t count, room;
    mintu_quota_remark *remarks;
    size_t remark_count, remark_room;
    char **texts; /* owned by the ledger */
    size_t text_count, text_room;
};

#endif
