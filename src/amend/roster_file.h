/* A file that lists the places of a roster, resolved: what it has of each place, and what of it cannot be taken. */
#ifndef AMEND_ROSTER_FILE_H
#define AMEND_ROSTER_FILE_H

#include "amend/amend_told.h"
#include "amend/list_heads.h"
#include "base/text_store.h"
#include "gazetteer/gazetteer_data.h"

#include <mintu/amend.h>
#include <mintu/batch.h>

/* A place of the file. Texts are "" where the file does not say. */
typedef struct mintu_roster_line {
    const mintu_place *place;
    const char *written, *batch, *note, *source, *certainty;
    mintu_amend_spot spot;
} mintu_roster_line;

typedef struct mintu_roster_file {
    mintu_geocoder *towns, *any; /* any: of whatever level, to say what else a name is */
    mintu_batch *batch;
    size_t columns[MINTU_LIST_END];
    mintu_text_store texts;
    mintu_roster_line *lines;
    size_t count, room;
    size_t doubtful; /* names that may be places and are not taken */
} mintu_roster_file;

/* Reads the file; what is wrong with a row is told. Zero-initialised *out must be freed, also after a failure. */
mintu_status mintu_roster_file_load(mintu_context *context, const mintu_gazetteer *gazetteer, const char *path,
                                    const mintu_amend_roster_options *options, mintu_amend_told *told, mintu_roster_file *out);
void mintu_roster_file_free(mintu_roster_file *file);

/* The file's line of a place; NULL when it has none. */
const mintu_roster_line *mintu_roster_file_find(const mintu_roster_file *file, const mintu_place *place);

#endif
