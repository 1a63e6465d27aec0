/* The ledger of one year on the map: units with what falls into them, and pilots as points. */
#ifndef ANALYSE_QUOTA_LAYERS_H
#define ANALYSE_QUOTA_LAYERS_H

#include "analyse/quota.h"

/* Notes of a year on a layer: the year, its sum, and what is not placed. */
mintu_status mintu_quota_note_year(const mintu_quota *quota, int year, mintu_layer *layer, mintu_error *error);

#endif
