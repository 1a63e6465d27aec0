/* Where mentions, groups and problems stand: characters, lines, columns and sentences, in one pass over each stretch. */
#ifndef SCAN_SCAN_PLACE_H
#define SCAN_SCAN_PLACE_H

#include "scan/scan_parts.h"

void mintu_scan_place(mintu_scan *scan); /* characters, lines, columns, sentences */

#endif
