/* What a run over many points finds, told to whoever is to hear of it. */
#ifndef REVERSE_REVERSE_FINDINGS_H
#define REVERSE_REVERSE_FINDINGS_H

#include "reverse/reverse.h"

/* Tells whoever is to hear of findings. */
void mintu_reverse_finding(mintu_context *context, const mintu_reverse_options *options, const char *format, ...)
    MINTU_PRINTF(3, 4);

#endif
