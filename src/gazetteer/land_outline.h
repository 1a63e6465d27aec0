/* The land that is no neighbour's. */
#ifndef GAZETTEER_LAND_OUTLINE_H
#define GAZETTEER_LAND_OUTLINE_H

#include "gazetteer/gazetteer_data.h"

/* The land of the base layers without the neighbours, as polygons whose neighbours are holes. A hole may share its border with
 * the shell or with another hole, which is not a valid polygon yet: whoever reads the outline repairs it as shells without
 * their holes. */
mintu_status mintu_outline_make(mintu_context *context, const mintu_gazetteer *gazetteer, mintu_error *error,
                                mintu_layer **out);

#endif
