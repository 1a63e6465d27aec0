/* Symbols on the map are in the way of labels: a name must never cover the town that it names, nor another. */
#ifndef LABEL_LABEL_SYMBOLS_H
#define LABEL_LABEL_SYMBOLS_H

#include "label/label.h"

/* label_symbols.c: circles and icons of all layers become obstacles. */
void mintu_labels_add_symbols(mintu_scene *scene);

#endif
