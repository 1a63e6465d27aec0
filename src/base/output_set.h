/* Files that are one: a Shapefile's parts, written together or not at all. The old set steps aside into FOLDER/.NAME.mintu-old before
 * the new one comes, its first file last, so that parts of two sets never stand together. A failure puts the old set back; so does the
 * next run that writes the same set, when one was killed in between. */
#ifndef BASE_OUTPUT_SET_H
#define BASE_OUTPUT_SET_H

#include <mintu/status.h>
#include <stddef.h>

typedef struct mintu_output_set mintu_output_set;

/* A set whose first file is @p path, which has an ending. @p endings, which must outlive it and NULL ends, are those of all files
 * that belong to it, the first file's own among them: what stands there of an older set goes with it. */
mintu_status mintu_output_set_open(const char *path, const char *const *endings, mintu_error *error, mintu_output_set **out);

/* Writes the file of one of the endings, whole. */
mintu_status mintu_output_set_add(mintu_output_set *set, const char *ending, const void *data, size_t size, mintu_error *error);

/* Puts all files in their places when @p status is OK, else gives them up; frees the set, and gives back what came of it. */
mintu_status mintu_output_set_end(mintu_output_set *set, mintu_status status, mintu_error *error);

#endif
