/* The layers that the facts of all units are taken from, made once. */
#ifndef ATLAS_ATLAS_SOURCES_H
#define ATLAS_ATLAS_SOURCES_H

#include "task/task_matrix.h"

#include <mintu/atlas.h>

typedef struct mintu_atlas_sources {
    mintu_context *context; /* the three are set before it is opened */
    const mintu_gazetteer *gazetteer;
    bool english;
    int as_of, year;                             /* the day; the year of the quota */
    mintu_layer *pilots, *connectors;            /* NULL: the package has none */
    mintu_layer *quotas[MINTU_LEVEL_COUNTY + 1]; /* totals of prefectures and of counties; NULL: the package states no quota */
    mintu_layer *progress[MINTU_LEVEL_COUNTY + 1]; /* the same of reports; NULL: none are asked for */
    size_t refused;                                /* findings on the reports */
    mintu_matrix matrix;                           /* of tasks and places */
    bool tasks, matrix_open;                       /* the package has some; the matrix is to be closed */
} mintu_atlas_sources;

mintu_status mintu_atlas_sources_open(mintu_atlas_sources *sources, const mintu_atlas_options *options, mintu_error *error);

/* Also when opening failed. */
void mintu_atlas_sources_close(mintu_atlas_sources *sources);

#endif
