/* Time that work took, for limits: of the processor, so that a busy machine gives the same answer. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

/* Seconds of the processor that this thread has had; others of the process do not count. */
double mintu_thread_seconds(void);

#endif
