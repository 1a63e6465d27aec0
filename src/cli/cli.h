/* The program: one table of commands, one file per command, built on the public headers alone. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "console/command.h"

/* One per command, each in its cmd_NAME.c. */
extern const cli_command cli_places;
extern const cli_command cli_geocode;
extern const cli_command cli_reverse;
extern const cli_command cli_scan;
extern const cli_command cli_tasks;
extern const cli_command cli_join;
extern const cli_command cli_explain;
extern const cli_command cli_notice;
extern const cli_command cli_quota;
extern const cli_command cli_summary;
extern const cli_command cli_classify;
extern const cli_command cli_greenway;
extern const cli_command cli_render;
extern const cli_command cli_atlas;
extern const cli_command cli_export;
extern const cli_command cli_build;
extern const cli_command cli_style_check;
extern const cli_command cli_style_eval;
extern const cli_command cli_doctor;
extern const cli_command cli_data_check;
extern const cli_command cli_data_import_boundaries;
extern const cli_command cli_data_import_roster;
extern const cli_command cli_data_import_points;
extern const cli_command cli_data_set;
extern const cli_command cli_data_log;
extern const cli_command cli_data_undo;

#endif
