/** @file batch.h
 *  A file with a column of names, geocoded as a whole, and the list of doubtful names for a person to fill in.
 *
 *      mintu_batch *batch;
 *      mintu_batch_load(context, geocoder, "towns.csv", NULL, &error, &batch);
 *      mintu_batch_write(batch, "towns-geocoded.csv", &error);
 *      if (mintu_batch_status_count(batch, MINTU_MATCH_STATUS_MATCHED) < mintu_batch_count(batch))
 *          mintu_batch_review_write(batch, "review.csv", &error);
 */
#ifndef MINTU_BATCH_H
#define MINTU_BATCH_H

#include <mintu/geocode.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_batch mintu_batch;

/** How to read the file. Zero-initialise for the defaults. */
typedef struct mintu_batch_options {
    const char *field;    /**< column of the names; several joined by commas, the larger unit first, are one name (县,乡镇).
                             NULL: the only column, or the first called name, place, 地名, 名称, 乡镇, … */
    const char *review;   /**< review file with decisions, read when it exists; NULL: none */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_batch_options;

/** Something wrong in a row. The row is geocoded as far as it can be. */
typedef struct mintu_batch_problem {
    const char *source;  /**< the file, or the review file */
    size_t line, column; /**< from 1, in bytes; 0 when it does not apply */
    const char *text;
} mintu_batch_problem;

enum { MINTU_BATCH_PROBLEMS = 100, MINTU_BATCH_COLUMNS = 2000 };

/** Reads a file and geocodes its names. CSV with comma, semicolon or tab, a .txt file with one name in a line, and "-"
 *  (standard input) may be in UTF-8, UTF-16, GBK or GB 18030; any other file is read as mintu_layer_load() does (XLSX, ODS,
 *  GeoPackage, …). Empty names are unmatched, bad rows are problems and never end the reading. Memory grows with the file.
 *
 *  A review file is a table with the columns query and decision. A decision is a code, `name@county`, a name with its parents,
 *  or `-` for a name that stands for no place; an empty one leaves the name as it is, one that is not understood is a problem.
 *  It is CSV, and the name of a workbook, a pipe or a device for it is MINTU_STATUS_USAGE; what a spreadsheet saves as CSV in GBK is
 *  read too. A row that cannot be read whole is MINTU_STATUS_INPUT, as it would be lost when the file is written anew.
 *  @p options may be NULL. The geocoder must outlive the batch. */
MINTU_API mintu_status mintu_batch_load(mintu_context *context, const mintu_geocoder *geocoder, const char *path,
                                        const mintu_batch_options *options, mintu_error *error, mintu_batch **out);

/** Frees a batch; NULL is allowed. */
MINTU_API void mintu_batch_free(mintu_batch *batch);

MINTU_API size_t mintu_batch_count(const mintu_batch *batch); /**< rows */
MINTU_API size_t mintu_batch_status_count(const mintu_batch *batch,
                                          mintu_match_status status); /**< rows of a status; blank lines of a list have none */
MINTU_API const char *mintu_batch_query(const mintu_batch *batch, size_t row);            /**< "" outside */
MINTU_API void mintu_batch_match(const mintu_batch *batch, size_t row, mintu_match *out); /**< unmatched outside */

/** Rows with something wrong: how many are kept, at most MINTU_BATCH_PROBLEMS, how many there are, and one of those kept (NULL
 *  outside). */
MINTU_API size_t mintu_batch_problem_count(const mintu_batch *batch);
MINTU_API size_t mintu_batch_problem_total(const mintu_batch *batch);
MINTU_API const mintu_batch_problem *mintu_batch_problem_at(const mintu_batch *batch, size_t index);

/** The rows as a point layer: the columns of the file, then those of mintu_geocoder_layer(); one of these that the file has
 *  already begins with `mintu_`. Of a file with geometry only the attributes are kept. A file with more than
 *  MINTU_BATCH_COLUMNS columns is MINTU_STATUS_INPUT; mintu_batch_write() takes any number. */
MINTU_API mintu_status mintu_batch_layer(mintu_context *context, const mintu_batch *batch, mintu_error *error,
                                         mintu_layer **out);

/** The same as CSV, to a file or "-". */
MINTU_API mintu_status mintu_batch_write(const mintu_batch *batch, const char *path, mintu_error *error);

/** Number of different names that are not matched, or that the review file has decided. */
MINTU_API size_t mintu_batch_review_count(const mintu_batch *batch);

/** Writes these names as CSV, each once: query, rows (how often), line (of the first), status, candidates (`name@county` joined
 *  by `|`), codes (likewise), decision (what the review file says, or empty for a person to fill in). What a person has written in
 *  the review file stays: columns that are not these stand behind them, and rows of other names with a decision or a text in such
 *  a column below the list, as they are. */
MINTU_API mintu_status mintu_batch_review_write(const mintu_batch *batch, const char *path, mintu_error *error);

#ifdef __cplusplus
}
#endif
#endif
