/* The classes of places that place_classes.csv lists: by them task_places.csv says where a task holds. */
#ifndef GAZETTEER_PLACE_CLASSES_H
#define GAZETTEER_PLACE_CLASSES_H

#include "gazetteer/gazetteer_data.h"

/* Reads the classes; the rosters must have been read. */
mintu_status mintu_gazetteer_read_classes(mintu_gazetteer *gazetteer, mintu_error *error);

/* The class of a name; NULL where the package has none. */
const mintu_place_class *mintu_place_class_find(const mintu_gazetteer *gazetteer, const char *name);

/* The class whose members are the places that are named; NULL where the package has none. */
const mintu_place_class *mintu_place_class_named(const mintu_gazetteer *gazetteer);

/* True for a unit of the class's level and types that is in force, as it was @p then. */
bool mintu_place_class_has(const mintu_place_class *class, const mintu_place *place, const mintu_place_then *then);

#endif
