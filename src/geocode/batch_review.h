/* The review file: what a person decided about doubtful names. */
#ifndef GEOCODE_BATCH_REVIEW_H
#define GEOCODE_BATCH_REVIEW_H

#include "geocode/batch_data.h"

/* Reads the review file, if it exists, into decisions. */
mintu_status mintu_batch_decide(mintu_context *context, mintu_batch *batch, const char *path, mintu_error *error);

#endif
