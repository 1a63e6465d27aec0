/* What coordinates in metres look like, where nothing says which system they are in. */
#ifndef TABLE_GRID_GUESS_H
#define TABLE_GRID_GUESS_H

/* The code of EPSG that the numbers themselves show: CGCS2000 with the zone before the easting (of 3 degrees: 40417852; of 6: 20417852), or
 * web maps; 0 when they show none. In which order the two are does not matter. */
int mintu_grid_code(double x, double y);

/* "they look like metres of CGCS2000 in the zone 40 of 3 degrees (EPSG:4528)", or a question. */
enum { MINTU_GRID_NAME = 96 };
const char *mintu_grid_name(double x, double y, char out[MINTU_GRID_NAME]);

/* How to give a file its system: "with ogr2ogr -a_srs EPSG:4528 -t_srs EPSG:4326". */
enum { MINTU_GRID_REMEDY = 240 };
const char *mintu_grid_remedy(double x, double y, char out[MINTU_GRID_REMEDY]);

/* What to say then: metres with 500 km at the central meridian do not tell which one that is. */
#define MINTU_GRID_UNKNOWN                                                                                                     \
    "which one has to be known: of CGCS2000 with no zone in the numbers EPSG:4548 is that for 117° E, EPSG:4549 for 120° E"

#endif
