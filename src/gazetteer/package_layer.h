/* Layers as the files of the package hold them, without the notes that the package has for them. */
#ifndef GAZETTEER_PACKAGE_LAYER_H
#define GAZETTEER_PACKAGE_LAYER_H

#include "gazetteer/package.h"

/* A layer of the file of the resource @p stem; @p name is one of several in the file, or NULL. */
mintu_status mintu_package_layer(mintu_context *context, const mintu_package *package, const char *stem, const char *name,
                                 mintu_error *error, mintu_layer **out);

/* Notes that a file itself carries go before those of the package. */
mintu_status mintu_file_notes_copy(const mintu_layer *from, mintu_layer *to, mintu_error *error);

#endif
