/* The check of a table against its schema. */
#ifndef GAZETTEER_CHECK_TABLE_H
#define GAZETTEER_CHECK_TABLE_H

#include "gazetteer/check_data.h"

/* A table against its schema: header, values, keys, links to other tables, number of rows. Tables must be loaded already. */
void mintu_check_table(mintu_check *check, size_t resource);

#endif
