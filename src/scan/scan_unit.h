/* Names of units that the package does not have: whether one is meant for that where it stands. */
#ifndef SCAN_SCAN_UNIT_H
#define SCAN_SCAN_UNIT_H

#include "scan/scan_parts.h"

/* True when hit @p at, the name of units elsewhere, is one here and no other word, joined or not to another before it. */
bool mintu_scan_is_unit(const mintu_scan_work *work, size_t at, bool joined);

/* True when the hit names a unit elsewhere, and if it names a town, too, is hardly meant for that: 洛阳. */
bool mintu_scan_is_mark(const mintu_scan_hit *hit);

#endif
