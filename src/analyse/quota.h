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

struct mintu_quota {
    const mintu_gazetteer *gazetteer;
    mintu_quota_options options;
    int task;                             /* 0: the package names none */
    bool wanted[MINTU_QUOTA_KIND_END];    /* classes of the task */
    size_t unknown[MINTU_QUOTA_KIND_END]; /* units that a roster states and does not list */
    const char **apart;                   /* of each place: why it is set apart, or NULL */
    mintu_table *apart_table;
    mintu_quota_line *lines;
    size_t count, room;
    mintu_quota_remark *remarks;
    size_t remark_count, remark_room;
    char **texts; /* owned by the ledger */
    size_t text_count, text_room;
};

/* Task, rate, period and classes as the package states them; what it does not state stays as it is. */
mintu_status mintu_quota_rule(const mintu_gazetteer *gazetteer, mintu_quota_options *options, mintu_quota *quota,
                              mintu_error *error);
mintu_status mintu_quota_read_apart(mintu_quota *quota, mintu_error *error);

/* A roster with a place twice is MINTU_STATUS_INPUT. */
mintu_status mintu_quota_check_rosters(const mintu_gazetteer *gazetteer, mintu_error *error);

/* The lines of one year. */
mintu_status mintu_quota_add_year(mintu_quota *quota, int year, mintu_error *error);

/* True when the place is of the class cities and counties on the quota's day of the year. */
bool mintu_quota_is_county(const mintu_quota *quota, const mintu_place *place, int year);
int mintu_quota_day(const mintu_quota *quota, int year); /* YYYYMMDD */

/* Remarks that need the lines. */
mintu_status mintu_quota_add_remarks(mintu_quota *quota, mintu_error *error);

/* Notes of a year on a layer: the year, its sum, and what is not placed. */
mintu_status mintu_quota_note_year(const mintu_quota *quota, int year, mintu_layer *layer, mintu_error *error);

/* Copies a text into the ledger; NULL when memory ran out. */
const char *mintu_quota_keep(mintu_quota *quota, const char *text);

#endif
