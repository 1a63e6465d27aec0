/* Lists of names: side by side with 、 or 和 between them, each perhaps with words behind it. */
#ifndef SCAN_SCAN_LIST_H
#define SCAN_SCAN_LIST_H

#include "scan/scan_parts.h"

bool mintu_scan_list_up(mintu_scan_work *work); /* hits to lists */

#endif
