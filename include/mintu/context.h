/** @file context.h
 *  The context: what GDAL, GEOS and PROJ need, one per thread. It comes first in every call that does geometry or I/O. */
#ifndef MINTU_CONTEXT_H
#define MINTU_CONTEXT_H

#include <mintu/status.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_context mintu_context;

/** Makes a context. @p out receives it; free it with mintu_context_free(). A context serves one thread at a time. From the first
 *  one on, PROJ opens only regular files of its own data folders (PROJ_DATA, or where it is installed) in every PROJ context that is
 *  made in the process afterwards, GDAL's among them: definitions of reference systems may come from strangers. */
MINTU_API mintu_status mintu_context_new(mintu_error *error, mintu_context **out);

/** Frees a context; NULL is allowed. Everything made with it must be freed first. */
MINTU_API void mintu_context_free(mintu_context *context);

/** Sets who hears notices (repairs, fallbacks); NULL for nobody, which is the default. @p user is handed to it. It is called in the
 *  thread of the call that it tells of. The library itself never prints. */
MINTU_API void mintu_context_notice_set(mintu_context *context, mintu_notice_fn *notice, void *user);

/** Hears how far a call has come: @p done from 0 to 1 (NaN where the end is not known) of what @p doing says, valid during the call
 *  only. False ends the call with MINTU_STATUS_CANCELLED. Called in the thread of the call, which it must not make others with. */
typedef bool mintu_progress_fn(double done, const char *doing, void *user);

/** Sets who hears of progress; NULL for nobody, which is the default. Reading and writing
 *  layers, drawing, joining, greenways, and files of names and points tell of it. */
MINTU_API void mintu_context_progress_set(mintu_context *context, mintu_progress_fn *progress, void *user);

/** Asks what runs with the context to end with MINTU_STATUS_CANCELLED, and so all that is begun with it, until it is taken back with
 *  false. It only sets a flag: it is the one function of this library that a signal handler may call, and that other threads may call
 *  while the context is in use. The context must live, so take the handler back before mintu_context_free(). A call that ends so
 *  leaves no layer, file or bytes; what was there before stays usable, and everything can be called again. Scans and geocoders, which
 *  have no context of their own, end with the one that their gazetteer was opened with. */
MINTU_API void mintu_context_cancel(mintu_context *context, bool cancelled);

/** Lets styles and data packages name local files outside their own folder, by absolute paths, upwards or through links; false,
 *  the default, refuses them (MINTU_STATUS_INPUT). Neither reads from a network: with the first layer that is read or written,
 *  GDAL's network file systems and requests, and PROJ's, are switched off for the whole process. */
MINTU_API void mintu_context_elsewhere_set(mintu_context *context, bool allowed);

/** Lets a table of a PostGIS database stand where these functions take the path of a file that is read: mintu_layer_load(),
 *  mintu_batch_load(), mintu_reverser_stream(), mintu_greenway_input_new() and mintu_gazetteer_boundaries(). It is named by
 *  "PG:dbname=gis host=localhost|layername=NAME", as mintu_layer_load_database() takes its parts, and what may be secret of it stands in no
 *  message. false, the default, takes such a name for that of a file. A program must allow it only where its user typed these paths; in
 *  styles and data packages it is the name of a file all the same. */
MINTU_API void mintu_context_databases_set(mintu_context *context, bool allowed);

/** Lets CSV that is written with the context begin with the byte order mark of UTF-8 (EF BB BF), by which Excel and WPS know that it is
 *  not in the system's own encoding; false by default. */
MINTU_API void mintu_context_csv_mark_set(mintu_context *context, bool mark);

/** How tables (CSV, XLSX, ODS) are read. Zero-initialise for the defaults. */
typedef struct mintu_table_options {
    const char
        *missing; /**< words with commas between that stand for no value in every column, besides those that do so in a column
                               of numbers or dates (mintu_layer_load()); NULL: none */
    size_t header_first;  /**< line, or row of the sheet, from 1, where the names of the columns begin; 0: it is found out */
    size_t header_last;   /**< and where they end; 0: in the same one, unless it is found that more belong to them */
    uint64_t reserved[5]; /**< zero: see version.h */
} mintu_table_options;

/** Sets how the tables are read that are read with the context from now on; NULL for the defaults. */
MINTU_API mintu_status mintu_context_tables_set(mintu_context *context, const mintu_table_options *options, mintu_error *error);

#ifdef __cplusplus
}
#endif
#endif
