#define _POSIX_C_SOURCE 200809L
#include "console/progress_line.h"

#include "console/arguments.h"
#include "console/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 160 };
static const double SILENT = 1, ON_TERMINAL = 0.2, IN_LOG = 10; /* seconds: before the first, and between two */

/* There is one standard error, and so one line on it. */
static struct {
    double begun, told;    /* seconds of the steady clock */
    double step_begun;     /* of what is being done now */
    char doing[LINE / 2];  /* what that is */
    size_t shown;          /* columns of the line that stands on the terminal */
    bool terminal, active; /* active: somebody reads along */
} line;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

void cli_progress_describe(const char *doing, double done, double seconds, char *out, size_t size)
{
    if (!(done > 0) || !(seconds > 0))
        snprintf(out, size, cli_text("%s: %.0f s"), doing, seconds);
    else
        snprintf(out, size, cli_text("%s: %.0f %%, %.*f %%/s, %.0f s left"), doing, 100 * done, done * 10 >= seconds ? 0 : 1,
                 100 * done / seconds, seconds * (1 - done) / done);
}

/* Without escape sequences: what is longer from before is written over with blanks. */
static void write_over(const char *text)
{
    size_t size = strlen(text);
    fprintf(stderr, "\rmintu: %s%*s", text, size < line.shown ? (int)(line.shown - size) : 0, "");
    fflush(stderr);
    line.shown = size;
}

static void tell(const char *text)
{
    if (line.terminal)
        write_over(text);
    else
        fprintf(stderr, cli_text("mintu: progress: %s\n"), text);
}

static bool hear(double done, const char *doing, void *user)
{
    (void)user;
    double at = now();
    char text[LINE];
    mintu_text_visible(cli_text(doing), text, sizeof line.doing);
    if (strcmp(text, line.doing) != 0) {
        memcpy(line.doing, text, sizeof line.doing);
        line.step_begun = at;
    }
    double pause = line.terminal ? ON_TERMINAL : IN_LOG;
    if (at - line.begun < (line.terminal ? SILENT : IN_LOG) || at - line.told < pause || at <= line.step_begun)
        return true;
    line.told = at;
    cli_progress_describe(line.doing, done, at - line.step_begun, text, sizeof text);
    tell(text);
    return true;
}

static bool is_terminal(void)
{
    const char *term = getenv("TERM");
    return isatty(STDERR_FILENO) && !(term && strcmp(term, "dumb") == 0);
}

void cli_progress_step(const cli_arguments *arguments, const char *text)
{
    char shown[LINE];
    mintu_text_visible(text, shown, sizeof shown);
    if (cli_option_value(arguments, "quiet"))
        return;
    if (is_terminal())
        write_over(shown);
    else
        fprintf(stderr, "mintu: %s\n", shown);
}

void cli_progress_begin(const cli_arguments *arguments, mintu_context *context)
{
    const char *log = getenv("CI");
    line.terminal = is_terminal();
    line.active = !cli_option_value(arguments, "quiet") && (line.terminal || (log && log[0]));
    line.begun = line.told = line.step_begun = now();
    if (line.active)
        mintu_context_progress_set(context, hear, NULL);
}

void cli_progress_clear(void)
{
    if (line.shown > 0)
        fprintf(stderr, "\r%*s\r", (int)line.shown + (int)strlen("mintu: "), "");
    line.shown = 0;
}
