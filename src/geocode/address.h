/* Places with a tail: 水头镇上林村12号 is 水头镇, and the rest is told apart. */
#ifndef GEOCODE_ADDRESS_H
#define GEOCODE_ADDRESS_H

#include "geocode/elsewhere.h"
#include "geocode/parse.h"

/* What addresses are read by. */
typedef struct mintu_address_names {
    const mintu_index *index;
    const mintu_elsewhere *elsewhere;
} mintu_address_names;

/* Which tails count. */
typedef enum mintu_address_tail {
    MINTU_ADDRESS_TOWNSHIP = 0, /* of a township */
    MINTU_ADDRESS_TOLD,         /* of a greater unit, too, when it tells of a road, an office or the like */
    MINTU_ADDRESS_ANY           /* of any unit, as long as it names no unit itself */
} mintu_address_tail;

/* Adds what the units mean with which a normal form begins. *rest is the byte of the normal form at which its tail begins, 0 when
 * nothing was added. */
void mintu_address_read(const mintu_address_names *names, const char *text, size_t size, mintu_address_tail tail,
                        mintu_candidates *out, size_t *rest);

/* Adds the places that are named inside a text that means none, as long as their parents fit. */
void mintu_address_offer(const mintu_address_names *names, const char *text, size_t size, mintu_candidates *out);

#endif
