#define _GNU_SOURCE /* strsignal(), asprintf() */
#include "build/build_making.h"

#include "build/build_texts.h"
#include "console/arguments.h"
#include "console/progress_line.h"
#include "console/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DOING[] = "building";

static void set_failure(cli_build_standing *standing, const char *text)
{
    free(standing->failure);
    standing->failure = strdup(text);
}

/* What the run says of itself, or how it ended. */
static void fail_output(cli_build_standing *standing, const cli_build_result *result)
{
    char text[100];
    if (result->error && result->error[0]) {
        set_failure(standing, result->error);
        return;
    }
    if (result->code < 0)
        snprintf(text, sizeof text, "its run was ended by signal %d (%s)", -result->code, strsignal(-result->code));
    else
        snprintf(text, sizeof text, "its run ended with %d and wrote nothing", result->code);
    set_failure(standing, text);
}

/* Files that are being made are no inputs. */
static void drop_making(const cli_build_making *m, json_t *files)
{
    const char *path;
    json_t *stamp;
    void *next;
    size_t size = strlen(m->folder.making);
    json_object_foreach_safe(files, next, path, stamp)
    {
        if (strncmp(path, m->folder.making, size) == 0 && path[size] == '/')
            json_object_del(files, path);
    }
}

/* The map in words, and how wide it is. */
static bool add_caption(const char *file, json_t *record)
{
    enum { MOST = 1 << 20 };
    char *path = NULL, *text = calloc(1, MOST);
    if (asprintf(&path, "%s.caption", file) < 0)
        path = NULL;
    FILE *in = path ? fopen(path, "rb") : NULL;
    bool good = text && path;
    if (in && good && fread(text, 1, MOST - 1, in) > 0)
        good = json_object_set_new(record, "caption", json_string(text)) == 0 &&
               json_object_set_new(record, "width_mm", json_real(cli_build_picture_width(file))) == 0;
    if (in) {
        fclose(in);
        unlink(path);
    }
    free(path);
    free(text);
    return good;
}

static bool add_measures(cli_build_making *m, const char *file, const cli_build_result *result, json_t *record)
{
    struct stat there;
    const char *hash = cli_build_files_hash(&m->log.files, file);
    return hash && stat(file, &there) == 0 && json_object_set_new(record, "sha256", json_string(hash)) == 0 &&
           json_object_set_new(record, "bytes", json_integer((json_int_t)there.st_size)) == 0 &&
           json_object_set(record, "findings", result->findings) == 0 && json_object_set(record, "notes", result->notes) == 0 &&
           json_object_set_new(record, "seconds", json_real(result->seconds)) == 0;
}

/* Some commands list in the table itself what they found; what libraries said beside it is told, too. */
static void complete_findings(const cli_build_result *result)
{
    if (result->error && result->error[0])
        json_array_append_new(result->notes, json_string(result->error));
    if (result->code == 1 && json_array_size(result->findings) == 0)
        json_array_append_new(result->findings, json_string("it has findings, which stand in the file itself"));
}

static void take_notes(cli_build_making *m, const cli_build_output *output, const json_t *notes)
{
    for (size_t i = 0; i < json_array_size(notes); i++) {
        const char *text = json_string_value(json_array_get(notes, i));
        json_t *outputs = json_object_get(m->notes, text);
        if (outputs)
            json_array_append_new(outputs, json_string(output->path));
        else
            json_object_set_new(m->notes, text, json_pack("[s]", output->path));
    }
}

/* First it stands in the log, then it takes its place: one that a killed build left in between is put there by the next. */
static mintu_status keep(cli_build_making *m, size_t index, const cli_build_result *result, mintu_error *error)
{
    const cli_build_output *output = &m->request->plan->outputs[index];
    cli_build_standing *standing = &m->standings[index];
    char why[CLI_BUILD_WHY], *file = cli_build_folder_file(m->folder.making, output->path);
    drop_making(m, result->files);
    json_t *record = file ? cli_build_record(output, &m->world, result->files, &m->log, why) : NULL;
    if (!record) { /* the next round makes it again */
        snprintf(standing->why, sizeof standing->why, "%s", file ? why : "memory ran out");
        free(file);
        return MINTU_STATUS_OK;
    }
    complete_findings(result);
    bool good = add_caption(file, record) && add_measures(m, file, result, record);
    mintu_status status = MINTU_STATUS_OK;
    if (good) {
        status = cli_build_log_add(&m->log, record, error);
        if (status == MINTU_STATUS_OK)
            status = cli_build_folder_place(&m->folder, output->path, error);
        standing->made = status == MINTU_STATUS_OK;
        take_notes(m, output, result->notes);
    } else {
        json_decref(record);
        set_failure(standing, "its run ended well, but its file cannot be read");
    }
    free(file);
    return status;
}

static void tell_step(cli_build_making *m, size_t index)
{
    char text[200];
    const cli_build_standing *standing = &m->standings[index];
    snprintf(text, sizeof text, "%zu of %zu: %.100s%s", ++m->done, m->wanted, m->request->plan->outputs[index].path,
             standing->failure ? " failed" : "");
    cli_progress_step(m->request->arguments, text);
}

static mintu_status end_job(cli_build_making *m, cli_build_job *job, int ended, mintu_error *error)
{
    cli_build_result result;
    size_t index = job->output;
    mintu_status status = MINTU_STATUS_OK;
    if (!cli_build_job_end(job, ended, &result))
        status = cli_fail_memory(error, DOING);
    else if (result.nameless)
        set_failure(&m->standings[index],
                    "a file that it was made from has a name that is no UTF-8, which the log cannot hold; rename it");
    else if (result.code == 0 || result.code == 1)
        status = keep(m, index, &result, error);
    else
        fail_output(&m->standings[index], &result);
    cli_build_result_free(&result);
    tell_step(m, index);
    return status;
}

static mintu_status start_job(cli_build_making *m, size_t index, cli_build_job *job, mintu_error *error)
{
    const cli_build_output *output = &m->request->plan->outputs[index];
    bool captioned = strcmp(output->kind, "map") == 0 && output->path == output->first;
    mintu_status status = cli_build_job_start(&m->place, output->words, output->path, captioned, error, job);
    job->output = index;
    return status;
}

/* The next that is to be made, from @p index on. */
static size_t next_stale(const cli_build_making *m, size_t index)
{
    while (index < m->request->plan->count && (!m->standings[index].stale || m->standings[index].failure))
        index++;
    return index;
}

/* When something failed that concerns all, no more are begun, and those that are running are seen to their end. */
mintu_status cli_build_make(cli_build_making *m, mintu_error *error)
{
    cli_build_job jobs[CLI_BUILD_JOBS] = {0};
    size_t count = m->request->plan->count, next = next_stale(m, 0), running = 0;
    mintu_status status = MINTU_STATUS_OK;
    m->done = m->wanted = 0;
    cli_build_jobs_begin();
    for (size_t i = next; i < count; i = next_stale(m, i + 1))
        m->wanted++;
    while (running > 0 || (next < count && status == MINTU_STATUS_OK)) {
        if (running < m->request->jobs && next < count && status == MINTU_STATUS_OK) {
            status = start_job(m, next, &jobs[running], error);
            running += status == MINTU_STATUS_OK;
            next = next_stale(m, next + 1);
            continue;
        }
        int ended = 0;
        mintu_error later = {0};
        size_t which = cli_build_job_wait(jobs, running, &ended);
        mintu_status came = end_job(m, &jobs[which], ended, status == MINTU_STATUS_OK ? error : &later);
        status = status == MINTU_STATUS_OK ? came : status;
        jobs[which] = jobs[--running];
    }
    return status;
}
