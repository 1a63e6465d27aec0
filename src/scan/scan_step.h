/* Between the steps of a scan. */
#ifndef SCAN_SCAN_STEP_H
#define SCAN_SCAN_STEP_H

#include "scan/scan_parts.h"

/* Asked in each loop over the text, its names and lists: false when the scan is to end. */
bool mintu_scan_goes_on(mintu_scan_work *work);

#endif
