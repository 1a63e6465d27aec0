/* A data package copied into another folder, file by file. */
#ifndef AMEND_PACKAGE_COPY_H
#define AMEND_PACKAGE_COPY_H

#include "base/array.h"
#include "base/context.h"
#include "base/error.h"

/* Copies all that is in the folder @p from into the folder @p to, which is there and empty. A link, a pipe or a device is refused by its
 * name: what it leads to may be anywhere. */
mintu_status mintu_package_copy(mintu_context *context, const char *from, const char *to, mintu_error *error);

/* Writes the file @p name in the folder @p dir, on the disk when it is done. */
mintu_status mintu_package_put(const char *dir, const char *name, const mintu_buffer *text, mintu_error *error);

#endif
