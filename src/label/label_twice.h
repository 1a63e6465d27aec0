/* A name that two layers give one place is written once. */
#ifndef LABEL_LABEL_TWICE_H
#define LABEL_LABEL_TWICE_H

#include "label/label.h"

/* Takes the text from labels whose place a layer above, one whose names are required, calls by the same name. */
void mintu_labels_drop_twice(mintu_labels *labels);

#endif
