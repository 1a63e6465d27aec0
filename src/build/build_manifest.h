/* What stands in the output folder beside the outputs: manifest.json, and the texts that go with the maps. */
#ifndef BUILD_BUILD_MANIFEST_H
#define BUILD_BUILD_MANIFEST_H

#include "build/build_folder.h"
#include "build/build_log.h"
#include "build/build_plan.h"

/* Writes the texts of each map that is made, and the manifest of all that @p made says is whole. What is so already is not touched. */
mintu_status cli_build_manifest_write(const cli_build_plan *plan, const bool *made, const cli_build_folder *folder,
                                      cli_build_log *log, mintu_error *error);

/* Calls @p use for each further file that a build of the plan writes into the folder. False as soon as that says so. */
bool cli_build_manifest_files(const cli_build_plan *plan, bool (*use)(const char *name, void *user), void *user);

#endif
