/* What became of the labels: findings for those that had to be there, and figures of quality. */
#ifndef LABEL_LABEL_REPORT_H
#define LABEL_LABEL_REPORT_H

#include "label/label.h"

/* label_report.c: labels of required layers that found no place become findings; quality figures as JSON text, NULL when memory
 * ran out, to be freed with free(). Takes over @p legend, the lines of the legend. */
void mintu_labels_tell(mintu_scene *scene);

char *mintu_labels_report(mintu_scene *scene, json_t *legend);

#endif
