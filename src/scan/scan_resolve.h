/* Accepted hits to mentions. A name that several places share is decided by the first of these that leaves one place:
 *
 *   1. the unit that its paragraph, or a title above it, names last and that has such a place;
 *   2. the county that the sentence names before;
 *   3. the class that the text states for the list (等15个中心镇);
 *   4. the level of the list, when two other names or more are decided and all are of one level;
 *   5. the county in which another decided name of the list lies, or which the sentence names behind;
 *   6. the prefecture that the sentence names before, or in which all other decided names of the list, two at least, lie;
 *   7. the place that the text means by the same name with a parent before;
 *   8. the roster asked for. */
#ifndef SCAN_SCAN_RESOLVE_H
#define SCAN_SCAN_RESOLVE_H

#include "scan/scan_parts.h"

bool mintu_scan_resolve(mintu_scan_work *work); /* accepted hits to mentions, and which place each means */

bool mintu_scan_group_up(mintu_scan_work *work);

#endif
