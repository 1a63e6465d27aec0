#include "console/hint.h"

#include <string.h>

/* tests/checks/messages.sh sees to it that each of these words is still said. */
static const struct {
    const char *said, *option, *hint;
} hints[] = {
    {"; name another folder", "data", " with --data DIR"},
    {"; name another package", "data", " with --data DIR"},
    {"; name a package that has them", "data", " with --data DIR"},
    {"; name the field of the units", "name-field", " with --name-field"},
    {"; declare their datum, or insist", "datum", " with --datum or --force"},
    {"of all units together, or insist", "force", " with --force"},
    {"; declare the datum ", "datum", " with --datum"},
    {"; name the column of each", "lon-field", " with --lon-field, --lat-field or --name-field"},
    {"; say which one holds the names", "field", " with --field"},
    {"or say which words mean no value", "missing", " with --missing WORDS"},
    {"; name a new folder", "data", " with --data DIR and no -o"},
    {"or state their number anew", "stated", " with --stated N"},
    {"; say what its", "title", " with --title and --title-en"},
    {"; name the file that has them", "progress", " with --progress FILE"},
    {"or say which row has the heads", "header-row", " with --header-row"},
    {"or replace it whole", "overwrite", " with --overwrite"},
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
        if (strstr(text, hints[i].said) && has_option(command, hints[i].option))
            return hints[i].hint;
    return "";
}
