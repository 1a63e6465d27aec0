#define _GNU_SOURCE /* asprintf() */
#include "build/build.h"

#include "build/build_findings.h"
#include "build/build_making.h"
#include "build/build_manifest.h"
#include "console/arguments.h"
#include "console/progress_line.h"
#include "console/say.h"
#include "console/session.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 3 }; /* files may change while outputs are made of them */
static const char DOING[] = "building";

static bool has_output(const cli_build_plan *plan, const char *path)
{
    for (size_t i = 0; i < plan->count; i++)
        if (strcmp(plan->outputs[i].path, path) == 0)
            return true;
    return false;
}

/* An output that a killed build had made whole and written down takes its place; what else it left goes. */
static mintu_status recover(cli_build_making *m, mintu_error *error)
{
    const cli_build_plan *plan = m->request->plan;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < plan->count && status == MINTU_STATUS_OK; i++) {
        const char *path = plan->outputs[i].path;
        const char *was = json_string_value(json_object_get(json_object_get(m->log.outputs, path), "sha256"));
        char *file = cli_build_folder_file(m->folder.making, path);
        const char *is = file && was ? cli_build_files_hash(&m->log.files, file) : NULL;
        if (is && strcmp(is, was) == 0)
            status = cli_build_folder_place(&m->folder, path, error);
        free(file);
    }
    if (status == MINTU_STATUS_OK)
        cli_build_folder_clear(&m->folder);
    return status;
}

/* Files in the way that no build made. */
typedef struct foreign {
    const cli_build_making *making;
    char first[200];
    size_t count;
} foreign;

static bool look_at(const char *name, void *user)
{
    foreign *found = user;
    struct stat there;
    char *path = cli_build_folder_file(found->making->folder.path, name);
    if (path && lstat(path, &there) == 0 && !json_object_get(found->making->log.outputs, name) && found->count++ == 0)
        snprintf(found->first, sizeof found->first, "%s", name);
    free(path);
    return path;
}

static mintu_status check_foreign(const cli_build_making *m, mintu_error *error)
{
    const cli_build_plan *plan = m->request->plan;
    foreign found = {.making = m};
    bool good = true;
    for (size_t i = 0; i < plan->count; i++)
        good = good && look_at(plan->outputs[i].path, &found);
    if (!good || !cli_build_manifest_files(plan, look_at, &found))
        return cli_fail_memory(error, DOING);
    if (found.count == 0 || m->request->overwrite)
        return MINTU_STATUS_OK;
    char more[40] = "";
    if (found.count > 1)
        snprintf(more, sizeof more, " and %zu more files", found.count - 1);
    *error = (mintu_error){.status = MINTU_STATUS_OUTPUT};
    snprintf(error->source, sizeof error->source, "%s", m->request->output);
    snprintf(
        error->text, sizeof error->text,
        "%s%s stand where outputs would, and no build made them; name another folder, move them away, or replace them with "
        "--overwrite",
        found.first, more);
    return MINTU_STATUS_OUTPUT;
}

static size_t decide(cli_build_making *m)
{
    size_t stale = 0;
    for (size_t i = 0; i < m->request->plan->count; i++) {
        cli_build_standing *standing = &m->standings[i];
        char why[CLI_BUILD_WHY];
        if (standing->failure)
            continue;
        standing->stale = cli_build_stale(&m->request->plan->outputs[i], &m->world, &m->folder, &m->log, why);
        stale += standing->stale;
        if (standing->stale || !standing->made)
            memcpy(standing->why, why, sizeof why);
    }
    return stale;
}

static mintu_status make_all(cli_build_making *m, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t stale = decide(m);
    for (int round = 0; round < ROUNDS && stale > 0 && status == MINTU_STATUS_OK; round++) {
        status = cli_build_make(m, error);
        stale = decide(m);
        if (stale > 0 && round + 1 < ROUNDS && status == MINTU_STATUS_OK)
            cli_note(m->request->arguments, "files changed during the build; %zu outputs are made again", stale);
    }
    for (size_t i = 0; i < m->request->plan->count && status == MINTU_STATUS_OK; i++) {
        cli_build_standing *standing = &m->standings[i];
        if (standing->stale && !standing->failure &&
            asprintf(&standing->failure, "%s, again and again; build when it is finished", standing->why) < 0)
            status = cli_fail_memory(error, DOING);
    }
    return status;
}

static void tell_notes(const cli_build_making *m)
{
    const char *text;
    json_t *outputs;
    json_object_foreach(m->notes, text, outputs)
    {
        size_t more = json_array_size(outputs) - 1;
        const char *first = json_string_value(json_array_get(outputs, 0));
        if (more > 0)
            cli_note(m->request->arguments, "%s and %zu more: %s", first, more, text);
        else
            cli_note(m->request->arguments, "%s: %s", first, text);
    }
}

/* What stands in the folder beside the outputs is left alone, and counted. */
static void tell_others(const cli_build_making *m)
{
    size_t earlier = 0;
    const char *path, *first = "";
    json_t *record;
    json_object_foreach(m->log.outputs, path, record)
    {
        char *file = cli_build_folder_file(m->folder.path, path);
        struct stat there;
        bool text = !json_object_get(record, "command");
        if (!text && !has_output(m->request->plan, path) && file && lstat(file, &there) == 0 && earlier++ == 0)
            first = path;
        free(file);
    }
    if (earlier > 0)
        cli_note(m->request->arguments, "%zu outputs of earlier builds stay, which build.json does not ask for any more: %s%s",
                 earlier, first, earlier > 1 ? ", …" : "");
}

static void explain(const cli_build_making *m)
{
    for (size_t i = 0; i < m->request->plan->count; i++) {
        const cli_build_standing *standing = &m->standings[i];
        cli_line("%-6s %s: %s",
                 standing->failure ? "failed"
                 : standing->made  ? "made"
                                   : "kept",
                 m->request->plan->outputs[i].path, standing->why);
    }
}

static size_t tell_failures(const cli_build_making *m)
{
    size_t failed = 0;
    for (size_t i = 0; i < m->request->plan->count; i++)
        if (m->standings[i].failure) {
            cli_message("error: %s could not be made: %s", m->request->plan->outputs[i].path, m->standings[i].failure);
            failed++;
        }
    return failed;
}

static mintu_status end(cli_build_making *m, const bool *made, mintu_error *error)
{
    size_t count = m->request->plan->count, now = 0;
    for (size_t i = 0; i < count; i++)
        now += m->standings[i].made && made[i];
    cli_progress_clear();
    tell_notes(m);
    tell_others(m);
    size_t findings = cli_build_findings_tell(m->request->arguments, m->request->plan, made, &m->log);
    if (m->request->explain)
        explain(m);
    size_t failed = tell_failures(m);
    cli_note(m->request->arguments, "%zu outputs in %s: %zu made, %zu as they were, %zu failed", count, m->request->output, now,
             count - now - failed, failed);
    if (failed == 0)
        return findings > 0 ? MINTU_STATUS_FINDINGS : MINTU_STATUS_OK;
    *error = (mintu_error){.status = MINTU_STATUS_OUTPUT};
    snprintf(error->text, sizeof error->text, "%zu of %zu outputs could not be made, as told above; the others are whole",
             failed, count);
    return MINTU_STATUS_OUTPUT;
}

static mintu_status finish(cli_build_making *m, mintu_error *error)
{
    size_t count = m->request->plan->count;
    bool *made = calloc(count, sizeof *made);
    if (!made)
        return cli_fail_memory(error, DOING);
    for (size_t i = 0; i < count; i++)
        made[i] = !m->standings[i].failure && !m->standings[i].stale;
    mintu_status status = cli_build_manifest_write(m->request->plan, made, &m->folder, &m->log, error);
    if (status == MINTU_STATUS_OK)
        status = cli_build_log_end(&m->log, error);
    if (status == MINTU_STATUS_OK)
        status = end(m, made, error);
    free(made);
    return status;
}

static mintu_status open_all(cli_build_making *m, const char *data, mintu_error *error)
{
    m->place = (cli_build_place){data, NULL, cli_option_value(m->request->arguments, "allow-files") != NULL};
    mintu_status status = cli_build_world_look(data, &m->world) ? MINTU_STATUS_OK : cli_fail_memory(error, DOING);
    if (status == MINTU_STATUS_OK && cli_data_is_same(m->request->output, data))
        status = cli_usage(error, "'%s' is the folder that the data is read from; build in another", m->request->output);
    if (status == MINTU_STATUS_OK)
        status = cli_build_folder_open(m->request->output, error, &m->folder);
    m->place.making = m->folder.making;
    if (status == MINTU_STATUS_OK)
        status = cli_build_log_read(m->folder.log, error, &m->log);
    if (status == MINTU_STATUS_OK)
        status = recover(m, error);
    return status == MINTU_STATUS_OK ? check_foreign(m, error) : status;
}

static void close_all(cli_build_making *m)
{
    for (size_t i = 0; m->standings && i < m->request->plan->count; i++)
        free(m->standings[i].failure);
    free(m->standings);
    json_decref(m->notes);
    cli_build_log_free(&m->log);
    cli_build_world_free(&m->world);
    cli_build_folder_close(&m->folder);
}

mintu_status cli_build_run(const cli_build_request *request, mintu_error *error)
{
    cli_build_making m = {.request = request, .folder = {.lock = -1}};
    char *data = realpath(request->data, NULL);
    m.standings = calloc(request->plan->count, sizeof *m.standings);
    m.notes = json_object();
    mintu_status status = MINTU_STATUS_MEMORY;
    if (data && m.standings && m.notes) {
        status = open_all(&m, data, error);
        if (status == MINTU_STATUS_OK)
            status = make_all(&m, error);
    } else {
        cli_fail_memory(error, DOING);
    }
    if (status == MINTU_STATUS_OK)
        status = finish(&m, error);
    close_all(&m);
    free(data);
    return status;
}
