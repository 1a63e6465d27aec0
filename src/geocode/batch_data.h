/* What is inside a batch. */
#ifndef GEOCODE_BATCH_DATA_H
#define GEOCODE_BATCH_DATA_H

#include "base/textmap.h"
#include "geocode/batch_sheet.h"
#include "geocode/match.h"

/* An answer in few bytes, as there may be a million. */
typedef struct mintu_answer {
    uint32_t place; /* index and 1; 0: none */
    uint32_t candidate_count;
    size_t candidates; /* first of those kept, in the batch's list */
    double score;
    uint8_t status, kind;
    bool context;
} mintu_answer;

/* A row of the review file. */
typedef struct mintu_decision {
    uint32_t place; /* index and 1; 0: none */
    bool decided;   /* understood */
    char *query;
} mintu_decision;

struct mintu_batch {
    mintu_context *context;
    const mintu_geocoder *geocoder;
    mintu_sheet sheet, review;
    mintu_problems problems;
    mintu_buffer queries; /* each ended by NUL */
    size_t *query_starts; /* of each row */
    mintu_answer *answers;
    uint32_t *candidates; /* of all answers */
    size_t candidate_count, candidate_room, query_room;
    mintu_textmap reviewed, decided; /* query to its last row of the review sheet, and to the last with a decision */
    mintu_decision *decisions;       /* of each row */
    size_t decision_count, review_query, review_decision; /* columns of the review sheet */
    size_t statuses[MINTU_MATCH_STATUS_END];
};

#endif
