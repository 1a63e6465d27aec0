/* What stretches of a text may mean as names of places. */
#ifndef SCAN_SCAN_MEANING_H
#define SCAN_SCAN_MEANING_H

#include "scan/scan_parts.h"

/* What the bytes from @p start to @p end may mean, in work->candidates. */
bool mintu_scan_candidates(mintu_scan_work *work, size_t start, size_t end);

/* Whether the name of the hit is one of a place in the unit that another hit names, or in that which it names before a town:
 * 宁化县济村乡. False when memory runs out. */
bool mintu_scan_is_in(mintu_scan_work *work, const mintu_scan_hit *hit, const mintu_scan_hit *unit, bool *out);

#endif
