/* The parts of mintu_gazetteer_check(). */
#ifndef GAZETTEER_PACKAGE_CHECK_H
#define GAZETTEER_PACKAGE_CHECK_H

#include "gazetteer/check_report.h"
#include "gazetteer/gazetteer_data.h"

/* A check in hand: the package's resources, and the tables among them that could be read. */
typedef struct mintu_check {
    mintu_context *context;
    mintu_package package;
    mintu_table **tables; /* by resource; NULL for what is no table or could not be read */
    mintu_report report;
} mintu_check;

const char *mintu_check_name(const mintu_check *check, size_t resource);

/* The resource's file: there, of the stated size and SHA-256. *there says whether it can be read. */
mintu_status mintu_check_file(mintu_check *check, size_t resource, mintu_error *error, bool *there);

/* A table against its schema: header, values, keys, links to other tables, number of rows. Tables must be loaded already. */
mintu_status mintu_check_table(mintu_check *check, size_t resource, mintu_error *error);

/* A file of layers against its list of layers. */
mintu_status mintu_check_layers(mintu_check *check, size_t resource, mintu_error *error);

/* Numbers that must reconcile: units per level, rosters. */
mintu_status mintu_check_counts(mintu_check *check, const mintu_gazetteer *gazetteer, mintu_error *error);

/* Built county polygons: number, validity, overlap, area. */
mintu_status mintu_check_polygons(mintu_check *check, const mintu_gazetteer *gazetteer, mintu_error *error);

/* One value against the constraints and type of its field; problems go to the gate. */
void mintu_check_value(const json_t *field, const char *value, mintu_where where, mintu_gate *gate);

#endif
