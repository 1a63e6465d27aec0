/* Symbols on the map are in the way of labels: a name must never cover the town that it names, nor another. */
#ifndef LABEL_LABEL_SYMBOLS_H
#define LABEL_LABEL_SYMBOLS_H

#include "label/label.h"

/* Circles and icons of all layers become obstacles; those beneath furniture, which must stand there already, are findings. */
void mintu_labels_add_symbols(mintu_labels *labels);

/* How far symbols of the subject reach over the frame that their points lie in, px. */
double mintu_labels_symbols_beyond(const mintu_labels *labels);

#endif
