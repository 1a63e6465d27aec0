/* SIGINT, SIGTERM and SIGHUP end the program with 130, 143 and 129, and with nothing half-written left behind. */
#ifndef CONSOLE_SIGNALS_H
#define CONSOLE_SIGNALS_H

#include <mintu/status.h>

/* From now on a thread waits for these signals, those that whoever started the program had ignored (nohup) left out. */
mintu_status cli_signals_begin(mintu_error *error);

/* Keeps a run that was interrupted from telling what failed by that, and from another exit code: does not return then. */
void cli_signals_end(void);

#endif
