/* What the parts of a package's check share. */
#ifndef GAZETTEER_CHECK_DATA_H
#define GAZETTEER_CHECK_DATA_H

#include "gazetteer/check_report.h"
#include "gazetteer/gazetteer_data.h"

/* A check in hand: the package's resources, and the tables among them that could be read. */
typedef struct mintu_check {
    mintu_context *context;
    mintu_package package;
    mintu_table **tables; /* by resource; NULL for what is no table or could not be read */
    mintu_report report;
} mintu_check;

const json_t *mintu_check_resource(const mintu_check *check, size_t resource);
const char *mintu_check_name(const mintu_check *check, size_t resource);

#endif
