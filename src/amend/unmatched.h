/* A name of a list that stands for no unit, or for several. */
#ifndef AMEND_UNMATCHED_H
#define AMEND_UNMATCHED_H

#include "amend/amend_told.h"

#include <mintu/geocode.h>

typedef struct mintu_amend_asked {
    const mintu_geocoder *geocoder;
    const mintu_geocoder *any; /* of whatever level, to say what else the name is; NULL: that was asked already */
    const char *query;
    mintu_amend_spot spot;
} mintu_amend_asked;

/* Tells it, with its candidates; what the review file has left out is a note. */
mintu_status mintu_amend_tell_unmatched(const mintu_amend_asked *asked, const mintu_match *match, mintu_amend_told *told);

#endif
