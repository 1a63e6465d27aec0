/* Which hits are names. The rules are told in scan.h; see there before changing one. */
#ifndef SCAN_SCAN_ACCEPT_H
#define SCAN_SCAN_ACCEPT_H

#include "scan/scan_parts.h"

bool mintu_scan_accept(mintu_scan_work *work); /* which hits are names */

#endif
