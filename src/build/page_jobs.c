#define _GNU_SOURCE /* memfd_create(), asprintf() */
#include "build/page_jobs.h"

#include "console/arguments.h"
#include "console/say.h"
#include "console/signals.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const ENDINGS[] = {"png", "svg", "pdf"};

/* What became of a page, in order of the pages when all is done. */
typedef struct outcome {
    mintu_status status;
    size_t page;
    char *text; /* of the failure, or the findings, a line each */
} outcome;

static bool is_own(const cli_page_jobs *jobs, size_t page)
{
    return (page - 1) % jobs->shards == jobs->shard - 1;
}

static mintu_status make_folder(const char *folder, mintu_error *error)
{
    struct stat there;
    if (mkdir(folder, 0777) == 0 ||
        (errno == EEXIST && stat(folder, &there) == 0 && S_ISDIR(there.st_mode) && access(folder, W_OK | X_OK) == 0))
        return MINTU_STATUS_OK;
    int why = errno == EEXIST ? ENOTDIR : errno;
    *error = (mintu_error){.status = MINTU_STATUS_OUTPUT};
    snprintf(error->source, sizeof error->source, "%s", folder);
    snprintf(error->text, sizeof error->text, "the folder for the pages cannot be written to: %s; name another with -o",
             strerror(why));
    return MINTU_STATUS_OUTPUT;
}

/* One page; what is to be said of it goes to @p out: STATUS PAGE TEXT, lines of it parted by \1, and an end of line. */
static void draw_page(const cli_page_jobs *jobs, size_t page, FILE *out)
{
    char *path = NULL;
    mintu_error error = {0};
    size_t before = mintu_atlas_finding_count(jobs->atlas);
    if (asprintf(&path, "%s/%s.%s", jobs->folder, mintu_atlas_page_name(jobs->atlas, page), ENDINGS[jobs->format]) < 0)
        path = NULL;
    mintu_status status =
        path ? mintu_atlas_page(jobs->atlas, page, path, jobs->format, &error) : cli_fail_memory(&error, "naming a page");
    fprintf(out, "%d %zu ", (int)status, page);
    if (status > MINTU_STATUS_FINDINGS)
        fprintf(out, "%s%s%s", error.source, error.source[0] ? ": " : "", error.text);
    for (size_t i = before; i < mintu_atlas_finding_count(jobs->atlas); i++)
        fprintf(out, "%s\1", mintu_atlas_finding(jobs->atlas, i));
    fputc('\n', out);
    free(path);
}

/* Every one of the pages whose turn it is among the shard's. */
static void draw_share(const cli_page_jobs *jobs, size_t job, FILE *told)
{
    size_t turn = 0;
    for (size_t page = jobs->first; page <= jobs->last; page++)
        if (is_own(jobs, page) && turn++ % jobs->jobs == job)
            draw_page(jobs, page, told);
}

/* The layers and all that was computed are this process's too, without being copied until they are written to, which they are not. */
static pid_t start(const cli_page_jobs *jobs, size_t job, FILE *told)
{
    pid_t parent = getpid(), child = fork();
    if (child != 0)
        return child;
    mintu_error error = {0};
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent || cli_signals_begin(&error) != MINTU_STATUS_OK)
        _exit(MINTU_STATUS_MEMORY);
    draw_share(jobs, job, told);
    _exit(fflush(told) == 0 ? 0 : MINTU_STATUS_MEMORY);
}

static FILE *open_told(void)
{
    int memory = memfd_create("told", MFD_CLOEXEC);
    FILE *told = memory >= 0 ? fdopen(memory, "w+") : NULL;
    if (!told && memory >= 0)
        close(memory);
    return told;
}

static int compare_pages(const void *a, const void *b)
{
    const outcome *one = a, *other = b;
    return (one->page > other->page) - (one->page < other->page);
}

/* Reads what a share told; those pages of which it told nothing are missed by their number later. */
static size_t read_told(FILE *told, outcome *out)
{
    char *line = NULL;
    size_t room = 0, count = 0;
    rewind(told);
    for (ssize_t size; (size = getline(&line, &room, told)) > 0;) {
        outcome *one = &out[count];
        if (line[size - 1] == '\n')
            line[size - 1] = '\0';
        char *at = line;
        one->status = (mintu_status)strtol(at, &at, 10);
        one->page = (size_t)strtoul(at, &at, 10);
        one->text = strdup(at + (*at == ' '));
        count += one->text != NULL;
    }
    free(line);
    return count;
}

static void tell_findings(char *text)
{
    for (char *line; (line = strsep(&text, "\1"));)
        if (line[0])
            cli_finding("%s", line);
}

static mintu_status sum_up(const cli_page_jobs *jobs, outcome *all, size_t count, size_t wanted, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    size_t failed = wanted - count;
    qsort(all, count, sizeof *all, compare_pages);
    for (size_t i = 0; i < count; i++) {
        bool bad = all[i].status > MINTU_STATUS_FINDINGS;
        if (bad)
            cli_message("error: page %zu: %s", all[i].page, all[i].text);
        else
            tell_findings(all[i].text);
        failed += bad;
        if (bad && status <= MINTU_STATUS_FINDINGS)
            status = all[i].status;
        else if (all[i].status == MINTU_STATUS_FINDINGS && status == MINTU_STATUS_OK)
            status = MINTU_STATUS_FINDINGS;
    }
    if (!failed)
        return status;
    *error = (mintu_error){.status = status > MINTU_STATUS_FINDINGS ? status : MINTU_STATUS_MEMORY};
    snprintf(error->text, sizeof error->text, "%zu of %zu pages could not be drawn; the others are in %s", failed, wanted,
             jobs->folder);
    return error->status;
}

static size_t count_pages(const cli_page_jobs *jobs)
{
    size_t count = 0;
    for (size_t page = jobs->first; page <= jobs->last; page++)
        count += is_own(jobs, page);
    return count;
}

/* All shares; one alone is drawn here. */
static mintu_status run_shares(const cli_page_jobs *jobs, FILE **told, pid_t *started, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < jobs->jobs && status == MINTU_STATUS_OK; i++) {
        told[i] = open_told();
        if (told[i] && jobs->jobs == 1)
            draw_share(jobs, 0, told[i]);
        else if (!told[i] || (started[i] = start(jobs, i, told[i])) < 0)
            status = cli_fail_memory(error, "starting to draw pages");
    }
    for (size_t i = 0; i < jobs->jobs; i++) {
        if (status != MINTU_STATUS_OK && started[i] > 0)
            kill(started[i], SIGTERM);
        while (started[i] > 0 && waitpid(started[i], NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    return status;
}

mintu_status cli_page_jobs_run(const cli_page_jobs *asked, mintu_error *error)
{
    cli_page_jobs jobs = *asked;
    size_t wanted = count_pages(&jobs), count = 0;
    mintu_status status = make_folder(jobs.folder, error);
    if (status != MINTU_STATUS_OK || !wanted)
        return status;
    jobs.jobs = jobs.jobs > wanted ? wanted : jobs.jobs;
    FILE **told = calloc(jobs.jobs, sizeof(FILE *));
    pid_t *started = calloc(jobs.jobs, sizeof *started);
    outcome *all = calloc(wanted + 1, sizeof *all);
    status = told && started && all ? run_shares(&jobs, told, started, error) : cli_fail_memory(error, "drawing pages");
    for (size_t i = 0; told && i < jobs.jobs; i++)
        if (told[i]) {
            count += status == MINTU_STATUS_OK ? read_told(told[i], all + count) : 0;
            fclose(told[i]);
        }
    if (status == MINTU_STATUS_OK && all)
        status = sum_up(&jobs, all, count, wanted, error);
    for (size_t i = 0; i < count; i++)
        free(all[i].text);
    free(all);
    free(started);
    free(told);
    return status;
}
