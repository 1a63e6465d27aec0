/* Names of towns by themselves that are as likely ones elsewhere: 城关镇 without a word of its county, 新泉镇 in a list of towns that
 * the package does not have. They are offered, not taken. */
#ifndef SCAN_SCAN_DOUBT_H
#define SCAN_SCAN_DOUBT_H

#include "scan/scan_parts.h"

bool mintu_scan_doubt(mintu_scan_work *work); /* which accepted hits are doubtful */

#endif
