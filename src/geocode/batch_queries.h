/* Which columns of a user's table hold the names. */
#ifndef GEOCODE_BATCH_QUERIES_H
#define GEOCODE_BATCH_QUERIES_H

#include "geocode/batch_data.h"

/* The columns that together are the name. */
mintu_status mintu_batch_queries(mintu_batch *batch, const char *path, const char *field, mintu_error *error);

#endif
