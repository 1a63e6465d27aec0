/* All that the program says to people, and the only place that prints a text which came from elsewhere. */
#define _POSIX_C_SOURCE 200809L
#include "console/say.h"

#include "console/arguments.h"
#include "console/command.h"
#include "console/hint.h"
#include "console/language.h"
#include "console/progress_line.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So that a terminal shows the text and does not obey it. */
static void print_visible(FILE *stream, const char *text)
{
    char piece[1024];
    while (*text) {
        text += mintu_text_visible(text, piece, sizeof piece);
        fputs(piece, stream);
    }
}

/* A text that is longer than memory allows is cut. */
static void print_line(FILE *stream, const char *before, const char *format, va_list list)
{
    char most[1024], *text = most;
    va_list again;
    va_copy(again, list);
    int size = vsnprintf(most, sizeof most, format, list);
    if (size >= (int)sizeof most && (text = malloc((size_t)size + 1)))
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    cli_progress_clear();
    fputs(before, stream);
    print_visible(stream, text ? text : most);
    fputc('\n', stream);
    if (text != most)
        free(text);
}

/* An answer, which no locale changes. */
void cli_line(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    print_line(stdout, "", format, list);
    va_end(list);
}

void cli_message(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    print_line(stderr, "mintu: ", cli_text(format), list);
    va_end(list);
}

void cli_finding(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    print_line(stderr, cli_text("mintu: finding: "), cli_text(format), list);
    va_end(list);
}

void cli_note(const cli_arguments *arguments, const char *format, ...)
{
    if (cli_option_value(arguments, "quiet"))
        return;
    va_list list;
    va_start(list, format);
    print_line(stderr, cli_text("mintu: note: "), cli_text(format), list);
    va_end(list);
}

void cli_error_print(const cli_command *command, const mintu_error *error)
{
    const char *text = error->text[0] ? error->text : mintu_status_text(error->status), *source = error->source;
    const char *hint = command ? cli_hint(command, text) : "";
    if (source[0] && error->line > 0 && error->column > 0)
        cli_message("error: %s:%d:%d: %s%s", source, error->line, error->column, text, hint);
    else if (source[0] && error->line > 0)
        cli_message("error: %s:%d: %s%s", source, error->line, text, hint);
    else
        cli_message("error: %s%s%s%s", source, source[0] ? ": " : "", text, hint);
}

mintu_status cli_result(const char *text, mintu_error *error)
{
    cli_progress_clear();
    if (!isatty(STDOUT_FILENO)) {
        puts(text);
        return MINTU_STATUS_OK;
    }
    for (bool more = true; more;) {
        size_t size = strcspn(text, "\n");
        char *line = strndup(text, size);
        if (!line)
            return cli_fail_memory(error, "printing; use a smaller input");
        print_visible(stdout, line);
        fputc('\n', stdout);
        free(line);
        more = text[size];
        text += size + more;
    }
    return MINTU_STATUS_OK;
}

void cli_result_coloured(const char *text)
{
    cli_progress_clear();
    fputs(text, stdout);
}

char *cli_visible(const char *text)
{
    enum { GROWTH = 6, SPARE = 32 }; /* a byte becomes at most \u0000; room is asked for before it is used */
    size_t room = GROWTH * strlen(text) + SPARE;
    char *out = malloc(room);
    if (out)
        mintu_text_visible(text, out, room);
    return out;
}

bool cli_colours(void)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(none && none[0]) && !(terminal && strcmp(terminal, "dumb") == 0);
}
