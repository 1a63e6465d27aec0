/* The parameters of a projection in a text of PROJ's: "+proj=aea +lat_1=25 +south". */
#ifndef GEOMETRY_PROJECTION_TEXT_H
#define GEOMETRY_PROJECTION_TEXT_H

/* The value of a parameter, up to a blank or the end; NULL where there is none, or no text. */
const char *mintu_proj_parameter(const char *text, const char *name);

/* The same as a number; @p other where there is none. */
double mintu_proj_number(const char *text, const char *name, double other);

#endif
