/* Samples of a stream of points, from which its datum is checked at the end. */
#ifndef REVERSE_REVERSE_DATUM_H
#define REVERSE_REVERSE_DATUM_H

#include "reverse/reverse.h"

#include <mintu/geocode.h>

typedef struct mintu_datum_sampler {
    const mintu_reverser *reverser;
    mintu_datum declared;
    mintu_geocoder *geocoder;  /* NULL without names */
    double *given, *reference; /* pairs, at most a fixed number, evenly taken */
    size_t pair_count, pairs_seen, pair_stride, rows_seen;
} mintu_datum_sampler;

/* *out must be freed, also after a failure. */
mintu_status mintu_datum_sampler_open(const mintu_reverser *reverser, mintu_datum declared, bool names, mintu_error *error,
                                      mintu_datum_sampler *out);
void mintu_datum_sampler_free(mintu_datum_sampler *sampler);

/* Takes a valid point, as brought to WGS 84 from the declared datum, and the name that its row has ("" or NULL: none). */
mintu_status mintu_datum_sampler_add(mintu_datum_sampler *sampler, const double lonlat[2], const char *name, mintu_error *error,
                                     mintu_reverse_summary *summary);

/* Fills summary->names and tells what speaks against the declared datum. */
mintu_status mintu_datum_sampler_judge(mintu_datum_sampler *sampler, mintu_context *context,
                                       const mintu_reverse_options *options, mintu_error *error,
                                       mintu_reverse_summary *summary);

#endif
