/* The names a text is searched for: a filter on the first and the first two characters, then a map. */
#ifndef SCAN_SCAN_TABLE_H
#define SCAN_SCAN_TABLE_H

#include "geocode/elsewhere.h"
#include "geocode/name_index.h"
#include "scan/scan_fold.h"
#include "scan/scan_phrases.h"

enum { MINTU_SCAN_PAIRS = 1 << 16 };

/* One name, all of Han characters of three bytes. */
typedef struct mintu_scan_key {
    char *text;
    size_t size;
    unsigned levels;     /* bit of each level that has such a unit */
    unsigned elsewhere;  /* the same of units that the package does not have */
    bool full;           /* a name with its type */
    bool full_elsewhere; /* the same of a unit that the package does not have */
    bool ordinary;       /* its word is none of a place: 建设 */
    bool longer;         /* a town elsewhere whose name ends like one of the package's: 尧龙山镇 */
    size_t phrase;       /* the first that holds it, with 1 added; 0: none */
} mintu_scan_key;

typedef struct mintu_scan_table {
    uint64_t first[65536 / 64];            /* first characters */
    uint64_t pairs[MINTU_SCAN_PAIRS / 64]; /* first two characters, hashed */
    uint16_t lengths[4096];                /* by the hash of the pair: bit n for a name of n + 1 characters */
    mintu_textmap map;
    mintu_scan_key *keys;
    size_t count, room;
    mintu_scan_fold fold;
    mintu_scan_phrases phrases;
} mintu_scan_table;

/* *out must be freed, also after a failure. */
mintu_status mintu_scan_table_build(const mintu_index *index, const mintu_elsewhere *elsewhere, mintu_error *error,
                                    mintu_scan_table *out);
void mintu_scan_table_free(mintu_scan_table *table);

/* Hash of two characters of the BMP, below MINTU_SCAN_PAIRS. */
static inline uint32_t mintu_scan_pair(uint32_t a, uint32_t b)
{
    return (a * 0x9E3779B1U + b * 0x85EBCA6BU) >> 16;
}

static inline bool mintu_scan_bit(const uint64_t *bits, uint32_t at)
{
    return (bits[at >> 6] >> (at & 63)) & 1;
}

/* The name of exactly @p size bytes, or NULL. */
const mintu_scan_key *mintu_scan_table_find(const mintu_scan_table *table, const char *text, size_t size);

#endif
