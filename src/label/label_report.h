/* What became of the labels: findings for those that had to be there, and figures of quality. */
#ifndef LABEL_LABEL_REPORT_H
#define LABEL_LABEL_REPORT_H

#include "label/label.h"

#include <jansson.h>

/* Findings for required labels that found no place, with the reason, and for a choice that time ended. */
void mintu_labels_tell(const mintu_labels *labels);

/* Figures of quality, what was placed where and what was dropped why, as JSON text on the heap; NULL when memory ran out. Takes
 * over @p legend, the lines of the legend. */
char *mintu_labels_report(const mintu_labels *labels, json_t *legend);

#endif
