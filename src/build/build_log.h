/* DIR/.build/log.jsonl: a line of JSON per output that was made, with what it was made from, and one per file whose hash is known. Lines
 * are only added, each as a whole; of several for one output the last holds. A line that a killed build left in part is passed over. */
#ifndef BUILD_BUILD_LOG_H
#define BUILD_BUILD_LOG_H

#include "build/build_files.h"
#include "console/command.h"

typedef struct cli_build_log {
    const char *path;
    json_t *outputs; /* path of an output to its record: command, files, sha256, bytes, findings, … */
    cli_build_files files;
    size_t lines;
    bool torn; /* the last line has no end */
} cli_build_log;

/* An empty log where there is no file. Free it also on failure. */
mintu_status cli_build_log_read(const char *path, mintu_error *error, cli_build_log *out);
void cli_build_log_free(cli_build_log *log);

/* Adds the record of an output, which is handed over, and brings it to the disk. */
mintu_status cli_build_log_add(cli_build_log *log, json_t *record, mintu_error *error);

/* Adds the hashes that became known, and writes the log anew when most of its lines hold no more. */
mintu_status cli_build_log_end(cli_build_log *log, mintu_error *error);

#endif
