/* Polygons of units as they come from files: read, their datum examined, cut to land, their names matched. */
#ifndef GAZETTEER_BOUNDARY_READ_H
#define GAZETTEER_BOUNDARY_READ_H

#include "gazetteer/boundary_names.h"

typedef struct mintu_boundary_reading {
    mintu_context *context;
    const mintu_gazetteer *gazetteer;
    const mintu_boundaries_options *options;
    char *first; /* what messages call the first input; NULL: there is none */
    char *table; /* its table, where it is a database */
    size_t file; /* the one being read */
    mintu_layer *raw, *findings;
    mintu_boundary_matches matches; /* of the rows of raw */
    size_t unmatched, fits;         /* fits: rows of all files that are units by name or code */
    mintu_error unfit;              /* of the last file without one, while there is none */
    bool web_map;                   /* a file is one of AMap or DataV by its fields */
    bool doubtful;                  /* a finding that is not a name */
    bool joined;                    /* units that the files knew apart are one on the day of the names */
} mintu_boundary_reading;

/* Each after those above it; the first three fields of *work are given. A failure ends the reading too. */
mintu_status mintu_boundary_read_open(mintu_boundary_reading *work, mintu_error *error);
mintu_status mintu_boundary_read_files(mintu_boundary_reading *work, mintu_error *error);

/* A finding, and `doubtful`, where the borders fit those of @p land (WGS 84) clearly better in another datum. */
mintu_status mintu_boundary_read_datum(mintu_boundary_reading *work, const mintu_layer *land, mintu_error *error);

/* Out of their datum, and cut to the land, which grows by the margin of what was reclaimed since. */
mintu_status mintu_boundary_read_cut(mintu_boundary_reading *work, mintu_layer *land, mintu_error *error);

/* @p date: of the names; 0: that on which most of them were official. */
mintu_status mintu_boundary_read_names(mintu_boundary_reading *work, int date, mintu_error *error);

/* The credit line. */
const char *mintu_boundary_read_source(const mintu_boundary_reading *work);

/* How the import ends: hands its findings over or frees them, and turns success into MINTU_STATUS_FINDINGS where there are any. */
mintu_status mintu_boundary_read_end(mintu_boundary_reading *work, mintu_status status, mintu_layer **findings);

#endif
