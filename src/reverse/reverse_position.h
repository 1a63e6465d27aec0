/* Positions as people give them: read, checked, and brought to WGS 84. */
#ifndef REVERSE_REVERSE_POSITION_H
#define REVERSE_REVERSE_POSITION_H

#include <mintu/reverse.h>

/* Longitude and latitude from their texts; the error's column is 1 or 2 when one is none. */
mintu_status mintu_position_read(const char *const texts[2], mintu_error *error, double out[2]);

/* True when the two are a position inside the polygons' bounds only the other way round. */
bool mintu_position_swapped(const mintu_reverser *reverser, const double given[2]);

/* Checks a position and brings it from a datum to WGS 84, as mintu_reverser_position_parse() says. */
mintu_status mintu_reverser_position(const mintu_reverser *reverser, const double given[2], mintu_datum datum,
                                     mintu_error *error, double lonlat[2]);

#endif
