#define _POSIX_C_SOURCE 200809L
#include "cli/session.h"

#include "cli/arguments.h"
#include "cli/cli.h"
#include "cli/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Folder "geodata" beside the program (a build folder), else below ../share/mintu (an installation). */
static const char *beside_program(void)
{
    static char path[4200];
    char program[4096];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return NULL;
    program[length] = '\0';
    char *slash = strrchr(program, '/');
    *slash = '\0';
    static const char *const places[] = {"geodata", "../share/mintu/geodata"};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        snprintf(path, sizeof path, "%s/%s", program, places[i]);
        if (access(path, R_OK) == 0)
            return path;
    }
    return NULL;
}

const char *cli_data_folder(const cli_arguments *arguments)
{
    const char *folder = cli_option_value(arguments, "data");
    if (!folder)
        folder = getenv("MINTU_DATA");
    if (!folder || !folder[0])
        folder = beside_program();
    return folder ? folder : MINTU_DATA_DIR;
}

static void hear_notice(const char *text, void *user)
{
    cli_note(user, "%s", text);
}

mintu_status cli_session_open(const cli_arguments *arguments, mintu_error *error, cli_session *out)
{
    *out = (cli_session){0};
    mintu_status status = error->status == MINTU_STATUS_OK ? mintu_context_new(error, &out->context) : error->status;
    if (status != MINTU_STATUS_OK)
        return status;
    /* The listener only reads the arguments; the pointer's const is the callback type's to lose. */
    union {
        const cli_arguments *in;
        void *out;
    } user = {.in = arguments};
    mintu_context_notice_set(out->context, hear_notice, user.out);
    mintu_context_elsewhere_set(out->context, cli_option_value(arguments, "allow-files") != NULL);
    status = mintu_gazetteer_open(out->context, cli_data_folder(arguments), error, &out->gazetteer);
    if (status != MINTU_STATUS_OK)
        cli_session_close(out);
    else
        *error = (mintu_error){0};
    return status;
}

void cli_session_close(cli_session *session)
{
    mintu_gazetteer_free(session->gazetteer);
    mintu_context_free(session->context);
    *session = (cli_session){0};
}
