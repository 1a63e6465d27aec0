#define _GNU_SOURCE
#include "console/guard_files.h"

#include "console/arguments.h"
#include "console/guard_sides.h"
#include "console/language.h"
#include "console/layer_get.h"
#include "console/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

bool cli_entry_writes(const cli_entry *file)
{
    return file->use == CLI_WRITE || file->use == CLI_REPLACE || file->use == CLI_UPDATE;
}

bool cli_entry_is_standard(const cli_entry *file)
{
    return strcmp(file->path, "-") == 0 || (cli_entry_writes(file) && strcmp(file->path, "/dev/stdout") == 0);
}

char *cli_path_own(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *parent = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    char *folder = parent ? realpath(parent, NULL) : NULL, *own = NULL;
    if (folder && asprintf(&own, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, slash ? slash + 1 : path) < 0)
        own = NULL;
    free(folder);
    free(parent);
    return own;
}

/* Standard input and output may be files, too, and have a name then. */
static void look(cli_entry *file)
{
    int standard = cli_entry_writes(file) ? STDOUT_FILENO : STDIN_FILENO;
    if (cli_entry_is_standard(file)) {
        file->there = fstat(standard, &file->stat) == 0;
        file->own = realpath(standard == STDIN_FILENO ? "/proc/self/fd/0" : "/proc/self/fd/1", NULL);
        return;
    }
    file->there = stat(file->path, &file->stat) == 0;
    file->whole = file->there && S_ISDIR(file->stat.st_mode);
    file->own = file->there ? realpath(file->path, NULL) : cli_path_own(file->path);
}

/* Takes over @p file.path, which may be NULL when memory ran out. */
static cli_entry *add(cli_entries *all, cli_entry file)
{
    if (all->count == all->room) {
        size_t room = 2 * all->room + 16;
        cli_entry *items = realloc(all->items, room * sizeof *items);
        all->items = items ? items : all->items;
        all->room = items ? room : all->room;
    }
    file.name = file.name ? strdup(file.name) : file.path ? strdup(file.path) : NULL;
    if (all->count == all->room || !file.path || !file.name) {
        all->failed = true;
        free(file.path);
        free(file.name);
        return NULL;
    }
    look(&file);
    all->items[all->count] = file;
    return &all->items[all->count++];
}

static void add_part(cli_entries *all, const cli_entry *whole, char *path)
{
    cli_entry part = {.name = whole->name, .path = path, .use = CLI_READ, .part = true, .updated = whole->updated};
    memcpy(part.what, whole->what, sizeof part.what);
    add(all, part);
}

/* A Shapefile is written with all of its parts. */
static void add_written_sides(cli_entries *all, size_t whole)
{
    char *path = strdup(all->items[whole].path); /* items move */
    const char *dot = path ? strrchr(path, '.') : NULL;
    cli_entry part = {.use = CLI_WRITE};
    all->failed = all->failed || !path;
    if (dot && strcasecmp(dot, ".shp") == 0)
        for (size_t i = 0; i < cli_side_count(path) / 2; i++) {
            part.path = cli_side_path(path, i);
            memcpy(part.what, all->items[whole].what, sizeof part.what);
            if (part.path && strcasecmp(part.path, path) == 0)
                free(part.path);
            else
                add(all, part);
        }
    free(path);
}

/* What is read beside a file: under the name that was given, and where links lead. */
static void add_sides(cli_entries *all, size_t whole)
{
    for (int linked = 0; linked < 2; linked++) {
        const char *path = linked ? all->items[whole].own : all->items[whole].path;
        for (size_t i = 0; path && i < cli_side_count(path); i++)
            add_part(all, &all->items[whole], cli_side_path(path, i));
    }
}

static void add_named(cli_entries *all, const char *what, const char *path, size_t length, cli_use use)
{
    cli_entry file = {.path = strndup(path, length), .use = use};
    size_t at = all->count;
    snprintf(file.what, sizeof file.what, "%s", what);
    if (!add(all, file))
        return;
    if (use == CLI_READ)
        add_sides(all, at);
    else if (use == CLI_WRITE)
        add_written_sides(all, at);
}

static bool is_word(const char *const *words, const char *value, size_t length)
{
    for (int i = 0; words && words[i]; i++)
        if (strlen(words[i]) == length && strncmp(words[i], value, length) == 0)
            return true;
    return false;
}

/* The bytes of a file's name among @p length of a list, without the layer that it names. */
static size_t own_size(const char *value, size_t length)
{
    size_t file = cli_layer_file(value);
    return file < length ? file : length;
}

/* The value of an option, or each of its parts between commas, where it is a file. */
static void add_value(cli_entries *all, const char *what, const char *value, const cli_file_option *file)
{
    while (value && file->use == CLI_READ_LIST) {
        size_t length = cli_list_size(value);
        if (!is_word(file->words, value, length) && !cli_layer_is_database(value))
            add_named(all, what, value, own_size(value, length), CLI_READ);
        value = value[length] ? value + length + 1 : NULL;
    }
    if (value && (cli_layer_is_database(value) || (file->use == CLI_WRITE && is_word(file->words, value, strlen(value)))))
        return;
    bool layer = file->use == CLI_READ_LAYER, table = file->use == CLI_READ || file->use == CLI_READ_TABLE;
    if (value && (table || (layer && (strpbrk(value, "./") || strcmp(value, "-") == 0))))
        add_named(all, what, value, cli_layer_file(value), CLI_READ);
    else if (value && !layer)
        add_named(all, what, value, strlen(value), file->use);
}

static void add_declared(const cli_arguments *arguments, cli_file_option file, cli_entries *all)
{
    char what[32];
    if (file.use == CLI_REPLACE && !cli_option_value(arguments, "overwrite"))
        file.use = CLI_WRITE;
    snprintf(what, sizeof what, "--%s", file.option);
    if (file.option[0])
        add_value(all, what, cli_option_value(arguments, file.option), &file);
    for (int i = 0; i < arguments->operand_count && !file.option[0]; i++)
        add_value(all, N_("the input"), arguments->operands[i], &file);
}

static const cli_file_option *declared(const cli_command *command, const char *option)
{
    for (size_t i = 0; i < CLI_FILES && command->files[i].use; i++)
        if (strcmp(command->files[i].option, option) == 0)
            return &command->files[i];
    return NULL;
}

static bool has_option(const cli_command *command, const char *name)
{
    for (size_t i = 0; i < CLI_OPTIONS && command->options[i].name; i++)
        if (strcmp(command->options[i].name, name) == 0)
            return true;
    return false;
}

/* The answer goes to standard output unless a command names a file itself; and any command may print something. */
static void add_output(const cli_arguments *arguments, cli_entries *all)
{
    const char *output = cli_option_value(arguments, "output");
    bool standard = false;
    if (output && cli_layer_is_database(output))
        output = "/dev/null"; /* nothing of it is a file */
    if (output && !declared(arguments->command, "output"))
        add_named(all, "--output", output, strlen(output), CLI_WRITE);
    else if (!output && has_option(arguments->command, "output") && !arguments->command->names_output)
        add_named(all, N_("the answer"), "-", 1, CLI_WRITE);
    for (size_t i = 0; i < all->count; i++)
        standard = standard || (cli_entry_writes(&all->items[i]) && cli_entry_is_standard(&all->items[i]));
    if (!standard)
        add(all, (cli_entry){.what = N_("what is printed"), .path = strdup("-"), .use = CLI_WRITE, .printed = true});
}

/* A resource may stand outside the package's folder. What cannot be listed is no package, and the command will say so. */
static void add_package_files(const cli_arguments *arguments, size_t package, cli_entries *all)
{
    mintu_context *context = NULL;
    mintu_layer *files = NULL;
    mintu_error error;
    mintu_status status = mintu_context_new(&error, &context);
    if (status == MINTU_STATUS_OK) {
        mintu_context_elsewhere_set(context, cli_option_value(arguments, "allow-files") != NULL);
        status = mintu_gazetteer_files(context, all->items[package].path, &error, &files);
    }
    all->failed = all->failed || status == MINTU_STATUS_MEMORY;
    for (size_t row = 0; files && row < mintu_layer_count(files); row++) {
        size_t at = all->count;
        add_part(all, &all->items[package], strdup(mintu_layer_text(files, row, 0)));
        if (all->count > at)
            add_sides(all, at);
    }
    mintu_layer_free(files);
    mintu_context_free(context);
}

/* True when something is written where a file or folder is already. */
static bool may_replace(const cli_entries *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const cli_entry *file = &all->items[i];
        if (cli_entry_writes(file) && file->there && (S_ISREG(file->stat.st_mode) || S_ISDIR(file->stat.st_mode)))
            return true;
    }
    return false;
}

static void add_package(const cli_arguments *arguments, cli_entries *all)
{
    const cli_file_option *own = declared(arguments->command, "data");
    size_t at = all->count;
    bool needed = may_replace(all);
    cli_entry package = {.what = N_("the data package"),
                         .path = strdup(cli_data_folder(arguments)),
                         .use = own ? own->use : CLI_READ,
                         .package = true,
                         .updated = own && own->use == CLI_UPDATE};
    if (add(all, package) && needed)
        add_package_files(arguments, at, all);
}

void cli_entries_gather(const cli_arguments *arguments, const cli_file *more, size_t count, cli_entries *out)
{
    const cli_command *command = arguments->command;
    *out = (cli_entries){0};
    for (size_t i = 0; i < CLI_FILES && command->files[i].use; i++)
        if (strcmp(command->files[i].option, "data") != 0)
            add_declared(arguments, command->files[i], out);
    for (size_t i = 0; i < count; i++)
        add_named(out, more[i].what, more[i].path, strlen(more[i].path), more[i].use);
    add_output(arguments, out);
    add_package(arguments, out);
}

void cli_entries_clear(cli_entries *all)
{
    for (size_t i = 0; i < all->count; i++) {
        free(all->items[i].name);
        free(all->items[i].path);
        free(all->items[i].own);
    }
    free(all->items);
    *all = (cli_entries){0};
}
