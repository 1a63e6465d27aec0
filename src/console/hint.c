#include "console/hint.h"

#include <string.h>

/* tests/checks/messages.sh sees to it that each of these words is still said. */
static const struct {
    const char *said, *option, *hint, *otherwise; /* otherwise: of commands without the option */
} hints[] = {
    {"; name another folder", "data", " with --data DIR", NULL},
    {"; name another package", "data", " with --data DIR", NULL},
    {"; name a package that has them", "data", " with --data DIR", NULL},
    {"; name the field of the units", "name-field", " with --name-field", NULL},
    {"; declare their datum, or insist", "datum", " with --datum or --force", NULL},
    {"of all units together, or insist", "force", " with --force", NULL},
    {"; declare the datum gcj02", "datum", " with --datum",
     ": 'mintu export FILE --datum gcj02 -o NEW.gpkg' makes a file in WGS 84"},
    {"; declare the datum ", "datum", " with --datum", NULL},
    {"; name the column of each", "lon-field", " with --lon-field, --lat-field or --name-field", NULL},
    {"; say which one holds the names", "field", " with --field", NULL},
    {"or say which words mean no value", "missing", " with --missing WORDS", NULL},
    {"; name a new folder", "data", " with --data DIR and no -o", NULL},
    {"or state their number anew", "stated", " with --stated N", NULL},
    {"; say what its", "title", " with --title and --title-en", NULL},
    {"; name the file that has them", "progress", " with --progress FILE", NULL},
    {"or say which row has the heads", "header-row", " with --header-row", NULL},
    {"or replace it whole", "overwrite", " with --overwrite", NULL},
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
        if (strstr(text, hints[i].said) && (has_option(command, hints[i].option) || hints[i].otherwise))
            return has_option(command, hints[i].option) ? hints[i].hint : hints[i].otherwise;
    return "";
}
