/* What the outputs of a build came with: findings that build.json expects, and others. */
#ifndef BUILD_BUILD_FINDINGS_H
#define BUILD_BUILD_FINDINGS_H

#include "build/build_log.h"
#include "build/build_plan.h"

/* Lists them, each text once, with the outputs that it came with; those that are expected as notes, and as notes too those that are
 * expected and did not come. The count of the others. @p made: which outputs are whole. */
size_t cli_build_findings_tell(const cli_arguments *arguments, const cli_build_plan *plan, const bool *made,
                               const cli_build_log *log);

#endif
