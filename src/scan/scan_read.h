/* The pass over all bytes. Nearly every character is turned away by the bitmap of first characters or of pairs. */
#ifndef SCAN_SCAN_READ_H
#define SCAN_SCAN_READ_H

#include "scan/scan_parts.h"

/* All return false when memory runs out. */
bool mintu_scan_read(mintu_scan_work *work); /* text to hits and problems */

#endif
