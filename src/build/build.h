/* All outputs of a data package's build.json, in one folder; only those are made that are not what they would be. */
#ifndef BUILD_BUILD_H
#define BUILD_BUILD_H

#include "build/build_making.h"

/* MINTU_STATUS_FINDINGS: an output came with a finding that build.json does not expect. MINTU_STATUS_OUTPUT: some were not made; all others
 * were. */
mintu_status cli_build_run(const cli_build_request *request, mintu_error *error);

#endif
