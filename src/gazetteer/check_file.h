/* The check of a resource's file. */
#ifndef GAZETTEER_CHECK_FILE_H
#define GAZETTEER_CHECK_FILE_H

#include "gazetteer/check_data.h"

/* The resource's file: there, of the stated size and SHA-256. *there says whether it can be read. */
mintu_status mintu_check_file(mintu_check *check, size_t resource, mintu_error *error, bool *there);

#endif
