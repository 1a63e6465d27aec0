#define _GNU_SOURCE /* fts(3) */
#include "cli/guard.h"

#include "cli/arguments.h"
#include "cli/session.h"

#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* One file of the command, and what stands under its name. */
typedef struct entry {
    char what[32];
    char *path, *real; /* real: absolute and without links; NULL when that cannot be told */
    cli_use use;
    bool there, whole; /* whole: a folder, with all that is in it */
    struct stat stat;
} entry;

typedef struct entries {
    entry *items;
    size_t count, room;
    bool failed;
} entries;

static bool writes(const entry *file)
{
    return file->use == CLI_WRITE || file->use == CLI_REPLACE || file->use == CLI_UPDATE;
}

static bool is_standard(const entry *file)
{
    return strcmp(file->path, "-") == 0 || (writes(file) && strcmp(file->path, "/dev/stdout") == 0);
}

/* Of what is not there: the folder's real name, and the last part. */
static char *new_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *parent = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    char *folder = parent ? realpath(parent, NULL) : NULL, *name = NULL;
    if (folder && asprintf(&name, "%s/%s", folder, slash ? slash + 1 : path) < 0)
        name = NULL;
    free(folder);
    free(parent);
    return name;
}

static void look(entry *file)
{
    if (is_standard(file)) {
        file->there = fstat(writes(file) ? STDOUT_FILENO : STDIN_FILENO, &file->stat) == 0;
        return;
    }
    file->there = stat(file->path, &file->stat) == 0;
    file->whole = file->there && S_ISDIR(file->stat.st_mode);
    file->real = file->there ? realpath(file->path, NULL) : new_name(file->path);
}

static void add(entries *all, const char *what, const char *path, size_t length, cli_use use)
{
    if (all->count == all->room) {
        size_t room = 2 * all->room + 16;
        entry *items = realloc(all->items, room * sizeof *items);
        all->failed = all->failed || !items;
        if (!items)
            return;
        all->items = items;
        all->room = room;
    }
    entry *file = &all->items[all->count];
    *file = (entry){.path = strndup(path, length), .use = use};
    snprintf(file->what, sizeof file->what, "%s", what);
    all->failed = all->failed || !file->path;
    if (!file->path)
        return;
    look(file);
    all->count++;
}

static bool is_word(const char *const *words, const char *value, size_t length)
{
    for (int i = 0; words && words[i]; i++)
        if (strlen(words[i]) == length && strncmp(words[i], value, length) == 0)
            return true;
    return false;
}

/* The value of an option, or each of its parts between commas, where it is a file. */
static void add_value(entries *all, const char *what, const char *value, const cli_file_option *file)
{
    while (value && file->use == CLI_READ_LIST) {
        size_t length = strcspn(value, ",");
        if (!is_word(file->words, value, length))
            add(all, what, value, length, CLI_READ);
        value = value[length] ? value + length + 1 : NULL;
    }
    if (value && file->use != CLI_READ_LAYER)
        add(all, what, value, strlen(value), file->use);
    else if (value && strpbrk(value, "./"))
        add(all, what, value, strlen(value), CLI_READ);
}

static bool has_option(const cli_command *command, const char *name)
{
    for (size_t i = 0; i < CLI_OPTIONS && command->options[i].name; i++)
        if (strcmp(command->options[i].name, name) == 0)
            return true;
    return false;
}

/* The answer goes to standard output unless a command names a file itself. */
static void add_output(entries *all, const cli_arguments *arguments)
{
    const char *output = cli_option_value(arguments, "output");
    if (output)
        add(all, "--output", output, strlen(output), CLI_WRITE);
    else if (has_option(arguments->command, "output") && !arguments->command->names_output)
        add(all, "the answer", "-", 1, CLI_WRITE);
}

static void gather(const cli_arguments *arguments, entries *all)
{
    bool output = true, data = true, overwrite = cli_option_value(arguments, "overwrite") != NULL;
    char what[32];
    for (size_t i = 0; i < CLI_FILES && arguments->command->files[i].use; i++) {
        cli_file_option file = arguments->command->files[i];
        output = output && strcmp(file.option, "output") != 0;
        data = data && strcmp(file.option, "data") != 0;
        file.use = file.use == CLI_REPLACE && !overwrite ? CLI_WRITE : file.use;
        snprintf(what, sizeof what, "--%s", file.option);
        if (file.option[0])
            add_value(all, what, cli_option_value(arguments, file.option), &file);
        for (int j = 0; j < arguments->operand_count && !file.option[0]; j++)
            add_value(all, "the input", arguments->operands[j], &file);
    }
    if (output)
        add_output(all, arguments);
    if (data)
        add(all, "the data package", cli_data_folder(arguments), strlen(cli_data_folder(arguments)), CLI_READ);
}

static bool is_same(const entry *one, const entry *other)
{
    mode_t mode = one->stat.st_mode; /* devices and sockets may be read and written by all */
    if (one->there && other->there)
        return one->stat.st_dev == other->stat.st_dev && one->stat.st_ino == other->stat.st_ino &&
               (S_ISREG(mode) || S_ISDIR(mode) || S_ISFIFO(mode));
    return !one->there && !other->there && one->real && other->real && strcmp(one->real, other->real) == 0;
}

static bool is_beneath(const entry *file, const entry *folder)
{
    size_t length = folder->real ? strlen(folder->real) : 0;
    return folder->whole && length && file->real && strncmp(file->real, folder->real, length) == 0 && file->real[length] == '/';
}

/* A folder's files may be links to files elsewhere. */
static bool is_linked_from(const entry *file, const entry *folder)
{
    char *const roots[] = {folder->real, NULL};
    FTS *walk = folder->whole && folder->real && file->there ? fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL) : NULL;
    bool found = false;
    for (FTSENT *at; walk && !found && (at = fts_read(walk));) {
        struct stat there;
        found = (at->fts_info == FTS_F || at->fts_info == FTS_SL || at->fts_info == FTS_SLNONE) &&
                stat(at->fts_accpath, &there) == 0 && there.st_dev == file->stat.st_dev && there.st_ino == file->stat.st_ino;
    }
    if (walk)
        fts_close(walk);
    return found;
}

/* Tables that stand in several files are known by one of them. */
static bool is_side_file(const entry *file, const entry *table)
{
    static const char *const tables[] = {".shp", ".tab", ".mif", NULL};
    static const char *const sides[] = {".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx",
                                        ".shp", ".dat", ".map", ".id",  ".ind", ".mid", NULL};
    const char *own = file->real ? strrchr(file->real, '.') : NULL, *main = table->real ? strrchr(table->real, '.') : NULL;
    bool known = false, side = false;
    for (int i = 0; main && tables[i]; i++)
        known = known || strcasecmp(main, tables[i]) == 0;
    for (int i = 0; own && sides[i]; i++)
        side = side || strcasecmp(own, sides[i]) == 0;
    return known && side && own - file->real == main - table->real &&
           strncmp(file->real, table->real, (size_t)(own - file->real)) == 0;
}

static bool is_part_of(const entry *file, const entry *input)
{
    return file->there && !is_standard(file) &&
           (is_beneath(file, input) || is_linked_from(file, input) || is_side_file(file, input));
}

static mintu_status refuse_input(const entry *output, const entry *input, const char *how, mintu_error *error)
{
    return cli_usage(error, "%s '%s' %s %s '%s', which is read; name another file", output->what, output->path, how,
                     input->what, input->path);
}

static mintu_status check_input(const entry *output, const entry *input, mintu_error *error)
{
    if (is_same(output, input))
        return refuse_input(output, input, "would replace", error);
    if (is_part_of(output, input))
        return refuse_input(output, input, "would replace a file of", error);
    if (output->use == CLI_REPLACE && is_beneath(input, output))
        return refuse_input(output, input, "would remove", error);
    return MINTU_STATUS_OK;
}

static mintu_status check_pair(const entry *one, const entry *other, mintu_error *error)
{
    bool both = is_standard(one) && is_standard(other);
    if (!writes(one) && !writes(other))
        return both ? cli_usage(error, "%s and %s are both standard input; name a file for one", one->what, other->what)
                    : MINTU_STATUS_OK;
    if (!writes(one))
        return check_input(other, one, error);
    if (!writes(other))
        return check_input(one, other, error);
    if (both)
        return cli_usage(error, "%s and %s both go to standard output; name a file for one", one->what, other->what);
    return is_same(one, other) ? cli_usage(error, "%s '%s' and %s '%s' are one file; name another for one", one->what,
                                           one->path, other->what, other->path)
                               : MINTU_STATUS_OK;
}

mintu_status cli_guard(const cli_arguments *arguments, const cli_file *more, size_t count, mintu_error *error)
{
    entries all = {0};
    mintu_status status = MINTU_STATUS_OK;
    gather(arguments, &all);
    for (size_t i = 0; i < count; i++)
        add(&all, more[i].what, more[i].path, strlen(more[i].path), more[i].use);
    for (size_t i = 0; i < all.count; i++)
        for (size_t j = i + 1; j < all.count && status == MINTU_STATUS_OK; j++)
            status = check_pair(&all.items[i], &all.items[j], error);
    if (all.failed) {
        status = MINTU_STATUS_MEMORY;
        *error = (mintu_error){.status = status, .text = "memory ran out while looking at the files; name fewer"};
    }
    for (size_t i = 0; i < all.count; i++) {
        free(all.items[i].path);
        free(all.items[i].real);
    }
    free(all.items);
    return status;
}
