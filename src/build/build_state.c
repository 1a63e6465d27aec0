#define _POSIX_C_SOURCE 200809L
#include "build/build_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where libraries look for their files, and what they take for the language. */
static const char *const variables[] = {"LANG",
                                        "LANGUAGE",
                                        "LC_ALL",
                                        "LC_CTYPE",
                                        "LC_MESSAGES",
                                        "LC_NUMERIC",
                                        "TZ",
                                        "FONTCONFIG_FILE",
                                        "FONTCONFIG_PATH",
                                        "GDAL_DATA",
                                        "PROJ_DATA",
                                        "PROJ_LIB",
                                        "PANGOCAIRO_BACKEND",
                                        "XDG_DATA_HOME",
                                        "XDG_CONFIG_HOME",
                                        "SOURCE_DATE_EPOCH"};

bool cli_build_world_look(const char *data, cli_build_world *out)
{
    bool good = (out->environment = json_object());
    cli_build_hash_names(data, out->names);
    for (size_t i = 0; good && i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        char hash[CLI_BUILD_HASH];
        if (!value)
            continue;
        cli_build_hash_text(value, strlen(value), hash);
        good = json_object_set_new(out->environment, variables[i], json_string(hash)) == 0;
    }
    return good;
}

void cli_build_world_free(cli_build_world *world)
{
    json_decref(world->environment);
    *world = (cli_build_world){0};
}

static bool tell(char why[CLI_BUILD_WHY], const char *format, const char *what)
{
    snprintf(why, CLI_BUILD_WHY, format, what);
    return true;
}

/* A variable that is another, or has come or gone. */
static const char *changed_variable(const json_t *was, const json_t *is)
{
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const json_t *one = json_object_get(was, variables[i]), *other = json_object_get(is, variables[i]);
        if ((one || other) && !(one && other && json_equal(one, other)))
            return variables[i];
    }
    return NULL;
}

/* The first file that is not what it was, and how many more there are. */
static bool files_changed(const json_t *files, cli_build_log *log, char why[CLI_BUILD_WHY])
{
    size_t changed = 0, gone = 0;
    const char *path, *first = NULL;
    json_t *was;
    json_object_foreach((json_t *)(uintptr_t)files, path, was)
    {
        const char *is = cli_build_files_hash(&log->files, path);
        if (is && strcmp(is, json_string_value(was)) == 0)
            continue;
        first = first ? first : path;
        gone += !is && first == path;
        changed++;
    }
    if (changed == 1)
        return tell(why, gone ? "%s is gone" : "%s has changed", first);
    if (changed > 1)
        snprintf(why, CLI_BUILD_WHY, "%.300s %s, and %zu more files", first, gone ? "is gone" : "has changed", changed - 1);
    return changed > 0;
}

static bool output_changed(const cli_build_output *output, const json_t *record, const cli_build_folder *folder,
                           cli_build_log *log, char why[CLI_BUILD_WHY])
{
    char *path = cli_build_folder_file(folder->path, output->path);
    const char *is = path ? cli_build_files_hash(&log->files, path) : NULL,
               *was = json_string_value(json_object_get(record, "sha256"));
    bool changed = !is || !was || strcmp(is, was) != 0;
    if (changed)
        tell(why, is ? "it was changed after it was made%s" : "it is not in the folder any more%s", "");
    free(path);
    return changed;
}

bool cli_build_stale(const cli_build_output *output, const cli_build_world *world, const cli_build_folder *folder,
                     cli_build_log *log, char why[CLI_BUILD_WHY])
{
    const json_t *record = json_object_get(log->outputs, output->path);
    const json_t *files = json_object_get(record, "files");
    const char *names = json_string_value(json_object_get(record, "names"));
    const char *variable = changed_variable(json_object_get(record, "environment"), world->environment);
    char count[24];
    if (!record || !json_is_object(files))
        return tell(why, "it was not made before%s", "");
    if (!json_equal(json_object_get(record, "command"), output->words))
        return tell(why, "its command is another%s", "");
    if (!names || strcmp(names, world->names) != 0)
        return tell(why, "the data package has other files than before%s", "");
    if (variable)
        return tell(why, "the environment variable %s is another", variable);
    if (files_changed(files, log, why) || output_changed(output, record, folder, log, why))
        return true;
    snprintf(count, sizeof count, "%zu", json_object_size(files));
    tell(why, "the %s files that it was made from are as they were", count);
    return false;
}

/* Each file as it was when it was opened: another stamp is another content, which the run may have read or not. */
static json_t *hash_opened(const json_t *opened, cli_build_log *log, char why[CLI_BUILD_WHY])
{
    json_t *files = json_object(), *stamp;
    const char *path;
    json_object_foreach((json_t *)(uintptr_t)opened, path, stamp)
    {
        const char *hash = cli_build_files_hash(&log->files, path);
        const char *is = hash ? cli_build_files_stamp(&log->files, path) : NULL;
        if (!is || strcmp(is, json_string_value(stamp)) != 0 || json_object_set_new(files, path, json_string(hash)) != 0) {
            tell(why, "%s changed while it was made", path);
            json_decref(files);
            return NULL;
        }
    }
    return files;
}

json_t *cli_build_record(const cli_build_output *output, const cli_build_world *world, const json_t *opened, cli_build_log *log,
                         char why[CLI_BUILD_WHY])
{
    json_t *files = hash_opened(opened, log, why);
    if (!files)
        return NULL;
    json_t *record = json_pack("{sssOsssOso}", "output", output->path, "command", output->words, "names", world->names,
                               "environment", world->environment, "files", files);
    if (!record)
        tell(why, "memory ran out%s", "");
    return record;
}
