/* Tables of the package as layers without geometry, by the name of their resource. */
#ifndef GAZETTEER_PLAIN_TABLES_H
#define GAZETTEER_PLAIN_TABLES_H

#include "gazetteer/gazetteer_data.h"

/* Name of the table at @p at among the package's tables, or NULL past the last; its title in English. Borrowed. A table whose
 * resource is not named as its file is none of them. */
const char *mintu_plain_name(const mintu_package *package, size_t at);
const char *mintu_plain_title(const mintu_package *package, size_t at);

/* True when the package has a table of this name. */
bool mintu_plain_there(const mintu_package *package, const char *name);

/* The table @p name, which must be there, with a field per column: integers and numbers as its schema says, else text. An empty
 * cell of a number is null. */
mintu_status mintu_plain_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name, mintu_error *error,
                               mintu_layer **out);

#endif
