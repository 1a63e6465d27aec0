/* A roster that the package does not have yet: its rows in rosters.csv and place_classes.csv, and its resource. */
#ifndef AMEND_ROSTER_NEW_H
#define AMEND_ROSTER_NEW_H

#include "amend/package_change.h"
#include "gazetteer/gazetteer_data.h"

#include <mintu/amend.h>

/* Its table, class and the like, made of its id. */
typedef struct mintu_roster_names {
    char layer[48], table[48], count_field[48];
    const char *source; /* of its list */
} mintu_roster_names;

/* MINTU_STATUS_USAGE when the id or what is made of it is taken or none, or a title is missing. */
mintu_status mintu_roster_new_names(const mintu_gazetteer *gazetteer, const mintu_amend_roster_options *options,
                                    mintu_error *error, mintu_roster_names *out);

/* Adds it to the description and to the tables of rosters and classes. *out is its resource, borrowed. */
mintu_status mintu_roster_new_add(mintu_change *change, const mintu_gazetteer *gazetteer,
                                  const mintu_amend_roster_options *options, const mintu_roster_names *names,
                                  mintu_error *error, json_t **out);

#endif
