/* Style sheets in an SVG icon: rules for names and classes, as drawing programs write them. */
#ifndef CANVAS_ICON_SHEET_H
#define CANVAS_ICON_SHEET_H

#include "icon/icon_examination.h"

/* Rules of a style sheet, and a copy without comments, NULL where there is a backslash (names must be readable) or no memory. */
bool mintu_icon_read_sheet(mintu_icon_examination *x, const xmlNode *node);

char *mintu_icon_plain(mintu_icon_examination *x, const xmlNode *node, const char *text);

#endif
