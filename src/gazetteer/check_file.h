/* The check of a resource's file. */
#ifndef GAZETTEER_CHECK_FILE_H
#define GAZETTEER_CHECK_FILE_H

#include "gazetteer/check_data.h"

/* The resource's file: there, of the stated size and SHA-256. */
void mintu_check_file(mintu_check *check, size_t resource, const char *path);

#endif
