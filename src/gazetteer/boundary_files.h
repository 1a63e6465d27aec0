/* The files of an import on their way into their places. At no moment do files of two imports stand together: those that are made of
 * the counties' step aside first (while they are not there, they are made when asked for), then the counties' file is replaced, then
 * the new ones come. A failure puts all back. */
#ifndef GAZETTEER_BOUNDARY_FILES_H
#define GAZETTEER_BOUNDARY_FILES_H

#include "base/temporary.h"
#include "gazetteer/unit_borders.h"

enum { MINTU_BOUNDARY_COUNTIES = MINTU_BORDERS + 2, MINTU_BOUNDARY_FILES = MINTU_BOUNDARY_COUNTIES + 1 };

typedef struct mintu_boundary_file {
    char *made, *place, *aside; /* where it is written, where it goes, and where the old one stands meanwhile */
    bool was, came;             /* there is an old one at aside; the new one is in its place */
} mintu_boundary_file;

typedef struct mintu_boundary_files {
    const char *target;                              /* of the counties' file, as given */
    mintu_temporary temporary;                       /* the folder of made and aside */
    mintu_boundary_file files[MINTU_BOUNDARY_FILES]; /* the counties' file last */
} mintu_boundary_files;

/* Name of a file's layer. */
const char *mintu_boundary_file_layer(int index);

/* Refuses an import whose files would replace one that it reads, or one of the package that is no boundary. */
mintu_status mintu_boundary_files_check(const mintu_package *package, const char *target, const char *const *inputs,
                                        size_t count, mintu_error *error);

/* Makes the folder beside @p target, which must outlive *out, as *out must stay where it is in memory. Closed also after a failure. */
mintu_status mintu_boundary_files_open(const char *target, mintu_error *error, mintu_boundary_files *out);

/* Puts all files in their places, or none. */
mintu_status mintu_boundary_files_settle(mintu_boundary_files *files, mintu_error *error);

/* A failure in the folder names the file as it will be called. */
void mintu_boundary_files_retell(const mintu_boundary_files *files, mintu_error *error);

void mintu_boundary_files_close(mintu_boundary_files *files);

#endif
