#define _GNU_SOURCE /* memfd_create(), posix_spawn_file_actions_addchdir_np() */
#include "build/build_job.h"

#include "build/build_folder.h"
#include "console/arguments.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { WORDS_MOST = 200, OPENED = 3 /* the descriptor in the job */ };
static const char DOING[] = "starting a job";

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* Everything that the new process is given, made before it: in it, next to nothing may be called. */
typedef struct launch {
    char *words[WORDS_MOST + 12];
    char *file, *caption, listener[80];
    char **environment;
} launch;

static bool fill_words(launch *to, const cli_build_place *place, const json_t *words, bool captioned)
{
    size_t count = 0;
    to->words[count++] = (char *)(uintptr_t) "mintu";
    for (size_t i = 0; i < json_array_size(words); i++)
        to->words[count++] = (char *)(uintptr_t)json_string_value(json_array_get(words, i));
    char *const more[] = {(char *)(uintptr_t) "--data", (char *)(uintptr_t)place->data, (char *)(uintptr_t) "--output",
                          to->file};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        to->words[count++] = more[i];
    if (captioned) {
        to->words[count++] = (char *)(uintptr_t) "--caption";
        to->words[count++] = to->caption;
    }
    if (place->elsewhere)
        to->words[count++] = (char *)(uintptr_t) "--allow-files";
    return to->file && to->caption;
}

/* The environment as it is, and whom to tell of opened files. */
static bool fill_environment(launch *to)
{
    size_t count = 0;
    while (environ[count])
        count++;
    to->environment = calloc(count + 2, sizeof *to->environment);
    if (!to->environment)
        return false;
    snprintf(to->listener, sizeof to->listener, "%s=%d:%lld", CLI_OPENED_VARIABLE, OPENED, (long long)getpid());
    memcpy(to->environment, environ, count * sizeof *environ);
    to->environment[count] = to->listener;
    return true;
}

/* Its signals are its own, and its standard input and output nobody's. */
static int spawn(const launch *what, const char *folder, cli_build_job *job)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    int problem = posix_spawn_file_actions_init(&files);
    if (problem != 0)
        return problem;
    problem = posix_spawnattr_init(&attributes);
    if (problem == 0) {
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
        int steps = posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        steps |= posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        steps |= posix_spawn_file_actions_adddup2(&files, job->said, STDERR_FILENO);
        steps |= posix_spawn_file_actions_adddup2(&files, job->opened, OPENED);
        steps |= posix_spawn_file_actions_addchdir_np(&files, folder);
        problem = steps != 0
                      ? ENOMEM
                      : posix_spawn(&job->process, "/proc/self/exe", &files, &attributes, what->words, what->environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&files);
    return problem;
}

/* Above those that the job has its own under. */
static int open_memory(const char *name)
{
    int descriptor = memfd_create(name, MFD_CLOEXEC), high = descriptor >= 0 ? fcntl(descriptor, F_DUPFD_CLOEXEC, 10) : -1;
    if (descriptor >= 0)
        close(descriptor);
    return high;
}

static void release(cli_build_job *job)
{
    if (job->said >= 0)
        close(job->said);
    if (job->opened >= 0)
        close(job->opened);
    *job = (cli_build_job){.said = -1, .opened = -1};
}

mintu_status cli_build_job_start(const cli_build_place *place, const json_t *words, const char *path, bool captioned,
                                 mintu_error *error, cli_build_job *out)
{
    launch what = {0};
    *out = (cli_build_job){.said = open_memory("said"), .opened = open_memory("opened"), .begun = now()};
    what.file = cli_build_folder_file(place->making, path);
    if (asprintf(&what.caption, "%s.caption", what.file ? what.file : "") < 0)
        what.caption = NULL;
    mintu_status status = cli_fail_memory(error, DOING);
    if (json_array_size(words) <= WORDS_MOST && out->said >= 0 && out->opened >= 0 &&
        fill_words(&what, place, words, captioned) && fill_environment(&what)) {
        errno = spawn(&what, place->data, out);
        status = errno == 0 ? MINTU_STATUS_OK : cli_build_fail_output(path, "start the program again", error);
    }
    if (status != MINTU_STATUS_OK)
        release(out);
    else
        *error = (mintu_error){0};
    free(what.file);
    free(what.caption);
    free(what.environment);
    return status;
}

void cli_build_jobs_begin(void)
{
    signal(SIGCHLD, SIG_DFL);
}

size_t cli_build_job_wait(cli_build_job *jobs, size_t count, int *status)
{
    for (;;) {
        pid_t ended = waitpid(-1, status, 0);
        for (size_t i = 0; i < count; i++)
            if (jobs[i].process > 0 && (jobs[i].process == ended || (ended < 0 && errno == ECHILD)))
                return i;
    }
}

/* All that was written to it, with a NUL behind; NULL when memory ran out. */
static char *take_text(int descriptor, size_t *size)
{
    struct stat there;
    if (fstat(descriptor, &there) != 0)
        return NULL;
    char *text = malloc((size_t)there.st_size + 1);
    ssize_t read = text ? pread(descriptor, text, (size_t)there.st_size, 0) : 0;
    *size = read > 0 ? (size_t)read : 0;
    if (text)
        text[*size] = '\0';
    return text;
}

/* Texts are UTF-8, unless a library's own words are none. */
static bool add_text(json_t *list, const char *text)
{
    json_t *item = json_string(text);
    return json_array_append_new(list, item ? item : json_string("(a text that is no UTF-8)")) == 0;
}

/* A line of what was said: to its list, or to the rest, which is an error's text. */
static bool take_line(char *line, cli_build_result *result, FILE *out)
{
    static const char FINDING[] = "mintu: finding: ", NOTE[] = "mintu: note: ", ERROR[] = "mintu: error: ";
    static const char PROGRESS[] = "mintu: progress: ", HELP[] = "mintu: try '";
    if (strncmp(line, FINDING, strlen(FINDING)) == 0)
        return add_text(result->findings, line + strlen(FINDING));
    if (strncmp(line, NOTE, strlen(NOTE)) == 0)
        return add_text(result->notes, line + strlen(NOTE));
    if (strncmp(line, PROGRESS, strlen(PROGRESS)) == 0 || strncmp(line, HELP, strlen(HELP)) == 0)
        return true;
    return fputs(line + (strncmp(line, ERROR, strlen(ERROR)) == 0 ? strlen(ERROR) : 0), out) >= 0 && fputc('\n', out) >= 0;
}

static bool take_said(int descriptor, cli_build_result *out)
{
    size_t size = 0, rest_size = 0;
    char *said = take_text(descriptor, &size), *at = said, *line;
    FILE *rest = said ? open_memstream(&out->error, &rest_size) : NULL;
    bool good = rest;
    while (good && (line = strsep(&at, "\n")))
        good = !*line || take_line(line, out, rest);
    if (rest && fclose(rest) != 0)
        good = false;
    while (good && rest_size > 0 && out->error[rest_size - 1] == '\n')
        out->error[--rest_size] = '\0';
    free(said);
    return good;
}

/* KIND STAMP PATH. What the run made itself, and read again, is no input. */
static bool take_opened(int descriptor, cli_build_result *out)
{
    size_t size = 0;
    char *text = take_text(descriptor, &size);
    json_t *made = json_object();
    bool good = text && made;
    for (char *at = text; good && at < text + size; at += strlen(at) + 1) {
        char *path = strlen(at) > 2 ? strchr(at + 2, ' ') : NULL;
        if (!path)
            continue;
        *path++ = '\0';
        bool wrote = at[0] == 'w', first = !json_object_get(out->files, path);
        bool device = strncmp(path, "/proc/", 6) == 0 || strncmp(path, "/sys/", 5) == 0 || strncmp(path, "/dev/", 5) == 0;
        if (wrote)
            json_object_set_new(made, path, json_true());
        if (!wrote && !device && first && !json_object_get(made, path) &&
            json_object_set_new(out->files, path, json_string(at + 2)) != 0)
            out->nameless = true;
        at = path;
    }
    json_decref(made);
    free(text);
    return good;
}

bool cli_build_job_end(cli_build_job *job, int status, cli_build_result *out)
{
    *out = (cli_build_result){.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status),
                              .seconds = now() - job->begun,
                              .findings = json_array(),
                              .notes = json_array(),
                              .files = json_object()};
    bool good = out->findings && out->notes && out->files && take_said(job->said, out) && take_opened(job->opened, out);
    release(job);
    return good;
}

void cli_build_result_free(cli_build_result *result)
{
    json_decref(result->findings);
    json_decref(result->notes);
    json_decref(result->files);
    free(result->error);
    *result = (cli_build_result){0};
}
