/* Names brought to one form, so that spelling differences do not matter: width, case, tones, spaces, punctuation, brackets. */
#ifndef GEOCODE_NORMALISE_H
#define GEOCODE_NORMALISE_H

#include "base/array.h"

#include <mintu/status.h>

/* No name of a place is longer in bytes, with all its parents; a longer text is none. */
enum { MINTU_NAME_SIZE = 256 };

/* Writes the normal form: NFKC with case folding, without marks, spaces and punctuation, brackets of all kinds as ( and ).
 * *size is 0 for a text that is not UTF-8, holds U+FFFD, is too long or has no letter. */
mintu_status mintu_name_normalise(const char *text, mintu_error *error, char out[MINTU_NAME_SIZE], size_t *size);

#endif
