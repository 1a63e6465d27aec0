/* The 148 named colours of CSS Color 4, section 6.1, in order of name. */
#ifndef EXPRESSION_COLOR_NAME_H
#define EXPRESSION_COLOR_NAME_H

#include <stdbool.h>
#include <stdint.h>

/* The named colour (lower case), false when there is none. */
bool mintu_color_name_find(const char *name, uint32_t *rgb);

#endif
