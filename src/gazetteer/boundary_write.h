/* The files that an import makes: polygons of counties, prefectures and the province, and their borders. */
#ifndef GAZETTEER_BOUNDARY_WRITE_H
#define GAZETTEER_BOUNDARY_WRITE_H

#include "gazetteer/gazetteer_data.h"

typedef struct mintu_boundary_target {
    const char *path;    /* of the counties' file; the others stand beside it */
    const char *source;  /* credit line */
    const char *warning; /* what maps must say on their face; NULL: nothing */
    int date;            /* of the names */
    bool incomplete;     /* units have no polygon: the province is then the land of the base layers */
} mintu_boundary_target;

/* Writes all files or none: they are renamed into their places when all are whole. */
mintu_status mintu_boundary_write(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *counties,
                                  const mintu_boundary_target *target, mintu_error *error);

#endif
