#include "console/hint.h"

#include "console/language.h"

#include <string.h>

/* tests/checks/messages.sh sees to it that each of these words is still said; its translation stands in that of the message. */
static const struct {
    const char *said, *option, *hint, *otherwise; /* otherwise: of commands without the option */
} hints[] = {
    {N_("; name another folder"), "data", N_(" with --data DIR"), NULL},
    {N_("; name another package"), "data", N_(" with --data DIR"), NULL},
    {N_("; name a package that has them"), "data", N_(" with --data DIR"), NULL},
    {N_("; name the field of the units"), "name-field", N_(" with --name-field"), NULL},
    {N_("; declare their datum, or insist"), "datum", N_(" with --datum or --force"), NULL},
    {N_("of all units together, or insist"), "force", N_(" with --force"), NULL},
    {N_("; declare the datum gcj02"), "datum", N_(" with --datum"),
     N_(": 'mintu export FILE --datum gcj02 -o NEW.gpkg' makes a file in WGS 84")},
    {N_("; declare the datum "), "datum", N_(" with --datum"), NULL},
    {N_("; name the column of each"), "lon-field", N_(" with --lon-field, --lat-field or --name-field"), NULL},
    {N_("; say which one holds the names"), "field", N_(" with --field"), NULL},
    {N_("or say which words mean no value"), "missing", N_(" with --missing WORDS"), NULL},
    {N_("; name a new folder"), "data", N_(" with --data DIR and no -o"), NULL},
    {N_("or state their number anew"), "stated", N_(" with --stated N"), NULL},
    {N_("; say what its"), "title", N_(" with --title and --title-en"), NULL},
    {N_("; name the file that has them"), "progress", N_(" with --progress FILE"), NULL},
    {N_("or say which row has the heads"), "header-row", N_(" with --header-row"), NULL},
    {N_("or replace it whole"), "overwrite", N_(" with --overwrite"), NULL},
};

static bool has_option(const cli_command *command, const char *name)
{
    for (const cli_option *option = command->options; option->name; option++)
        if (strcmp(option->name, name) == 0)
            return true;
    for (const cli_option *option = cli_common_options; option->name; option++)
        if (strcmp(option->name, name) == 0)
            return true;
    return false;
}

const char *cli_hint(const cli_command *command, const char *text)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (strstr(text, cli_text(hints[i].said)) && (has_option(command, hints[i].option) || hints[i].otherwise))
            return cli_text(has_option(command, hints[i].option) ? hints[i].hint : hints[i].otherwise);
    return "";
}
