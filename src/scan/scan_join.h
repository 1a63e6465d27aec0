/* Names with what belongs to them: 安溪|龙门, 龙门（安溪）. A parent that does not fit makes the name foreign. */
#ifndef SCAN_SCAN_JOIN_H
#define SCAN_SCAN_JOIN_H

#include "scan/scan_parts.h"

bool mintu_scan_join(mintu_scan_work *work); /* hits with their parents and brackets */

/* What the bytes from @p start to @p end may mean, in work->candidates. */
bool mintu_scan_candidates(mintu_scan_work *work, size_t start, size_t end);

#endif
