/* Names with what belongs to them: 安溪|龙门, 龙门（安溪）. A parent that does not fit makes the name foreign. */
#ifndef SCAN_SCAN_JOIN_H
#define SCAN_SCAN_JOIN_H

#include "scan/scan_parts.h"

bool mintu_scan_join(mintu_scan_work *work); /* hits with their parents and brackets */

#endif
