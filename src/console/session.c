#define _POSIX_C_SOURCE 200809L
#include "console/session.h"

#include "console/arguments.h"
#include "console/command.h"
#include "console/hint.h"
#include "console/program_folder.h"
#include "console/progress_line.h"
#include "console/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Folder "geodata" beside the program (a build folder), else below ../share/mintu (an installation). */
static const char *beside_program(void)
{
    static const char *const places[] = {"geodata", "../share/mintu/geodata"};
    static char path[4200];
    char *found = cli_program_folder(places, sizeof places / sizeof *places);
    snprintf(path, sizeof path, "%s", found ? found : "");
    free(found);
    return path[0] ? path : NULL;
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

bool cli_data_is_same(const char *one, const char *other)
{
    struct stat first, second;
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool cli_data_is_bundled(const char *folder)
{
    const char *beside = beside_program();
    return (beside && cli_data_is_same(folder, beside)) || cli_data_is_same(folder, MINTU_DATA_DIR);
}

static void hear_notice(const char *text, void *user)
{
    const cli_arguments *arguments = user;
    if (strstr(text, "; declare the datum gcj02") && cli_option_value(arguments, "datum"))
        return; /* it is declared */
    cli_note(arguments, "%s%s", text, cli_hint(arguments->command, text));
}

/* "3", or "2-3". */
static bool read_rows(const char *text, size_t rows[2])
{
    for (int i = 0; i < 2; i++) {
        size_t digits = strspn(text, "0123456789");
        if (digits < 1 || digits > 8 || (digits == 1 && *text == '0'))
            return false;
        rows[i] = 0;
        for (; digits > 0; digits--, text++)
            rows[i] = rows[i] * 10 + (size_t)(*text - '0');
        if (i == 0 && *text == '-')
            text++;
        else if (i == 0 && !*text)
            return true;
    }
    return !*text && rows[1] >= rows[0] && rows[0] > 0;
}

static mintu_status set_tables(const cli_arguments *arguments, mintu_context *context, mintu_error *error)
{
    const char *rows = cli_option_value(arguments, "header-row");
    size_t read[2] = {0};
    if (rows && (!read_rows(rows, read) || read[0] == 0))
        return cli_usage(error, "--header-row: expected the number of a row from 1, or of two such as 2-3");
    const mintu_table_options options = {
        .missing = cli_option_value(arguments, "missing"), .header_first = read[0], .header_last = read[1]};
    return mintu_context_tables_set(context, &options, error);
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
    cli_progress_begin(arguments, out->context);
    mintu_context_elsewhere_set(out->context, cli_option_value(arguments, "allow-files") != NULL);
    mintu_context_csv_mark_set(out->context, cli_option_value(arguments, "bom") != NULL);
    mintu_context_databases_set(out->context, true); /* of paths, the library is only given what was typed */
    status = set_tables(arguments, out->context, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_open(out->context, cli_data_folder(arguments), error, &out->gazetteer);
    if (status != MINTU_STATUS_OK)
        cli_session_close(out);
    else
        *error = (mintu_error){0};
    return status;
}

void cli_session_close(cli_session *session)
{
    cli_progress_clear();
    mintu_gazetteer_free(session->gazetteer);
    mintu_context_free(session->context);
    *session = (cli_session){0};
}
