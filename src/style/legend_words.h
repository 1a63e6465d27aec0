/* What the classes of a key are called: ranges as an atlas words them, without a number that two classes share. */
#ifndef STYLE_LEGEND_WORDS_H
#define STYLE_LEGEND_WORDS_H

#include "style/legend_classes.h"

/* Label, and the stops or values of a class that varies. False when memory ran out. */
bool mintu_key_name(mintu_key *key, mintu_key_class *class, const char *lang);

/* A number in digits with a comma before each three of its whole part, as far as there is room. */
void mintu_digits_group(const char *digits, char *out, size_t room);

#endif
