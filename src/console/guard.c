#define _GNU_SOURCE /* fts(3) */
#include "console/guard.h"

#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_get.h"

#include <fts.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_same(const cli_entry *one, const cli_entry *other)
{
    mode_t mode = one->stat.st_mode; /* devices and sockets may be read and written by all */
    if (one->there && other->there)
        return one->stat.st_dev == other->stat.st_dev && one->stat.st_ino == other->stat.st_ino &&
               (S_ISREG(mode) || S_ISDIR(mode) || S_ISFIFO(mode));
    return !one->there && !other->there && one->own && other->own && strcmp(one->own, other->own) == 0;
}

static bool lies_beneath(const char *path, const cli_entry *folder)
{
    size_t length = folder->own ? strlen(folder->own) : 0;
    return folder->whole && length && path && strncmp(path, folder->own, length) == 0 &&
           (path[length] == '/' || strcmp(folder->own, "/") == 0);
}

/* A folder's files may be links to files elsewhere. */
static bool is_linked_from(const cli_entry *file, const cli_entry *folder)
{
    char *const roots[] = {folder->own, NULL};
    FTS *walk = folder->whole && folder->own && file->there ? fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL) : NULL;
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

/* The data package's files are known one by one, so that what is printed may go into a new file beside them. */
static bool is_part_of(const cli_entry *file, const cli_entry *input)
{
    if (!file->there || input->part || (input->package && cli_entry_is_standard(file)))
        return false;
    return lies_beneath(file->own, input) || is_linked_from(file, input);
}

static bool leads_through(const char *path, const cli_entry *folder, int depth);

/* Follows the link that the beginning of a path is. */
static bool follows_through(const char *path, const cli_entry *folder, int depth)
{
    char target[PATH_MAX], *next = NULL;
    const char *slash = strrchr(path, '/');
    ssize_t length = readlink(path, target, sizeof target - 1);
    if (length <= 0 || depth == 0)
        return false;
    target[length] = '\0';
    int parent = target[0] == '/' || !slash ? 0 : (int)(slash - path) + 1;
    bool through = asprintf(&next, "%.*s%s", parent, path, target) >= 0 && leads_through(next, folder, depth - 1);
    free(next);
    return through;
}

/* True when a file or a link on the way of @p path stands in the folder. */
static bool leads_through(const char *path, const cli_entry *folder, int depth)
{
    bool through = false;
    for (size_t end = strspn(path, "/"); path[end] && !through; end += strspn(path + end, "/")) {
        size_t size = strcspn(path + end, "/");
        bool named = strncmp(path + end, "..", size) != 0; /* neither "." nor ".." */
        end += size;
        char *beginning = named ? strndup(path, end) : NULL, *own = beginning ? cli_path_own(beginning) : NULL;
        through = (own && lies_beneath(own, folder)) || (beginning && follows_through(beginning, folder, depth));
        free(own);
        free(beginning);
    }
    return through;
}

/* True when the file is lost with the folder, or is no longer found by its name. */
static bool goes_with(const cli_entry *file, const cli_entry *folder)
{
    enum { LINKS = 8 };
    return lies_beneath(file->own, folder) || (!cli_entry_is_standard(file) && leads_through(file->path, folder, LINKS));
}

static mintu_status refuse_input(const cli_entry *output, const cli_entry *input, const char *how, mintu_error *error)
{
    return cli_usage(error, "%s '%s' %s %s '%s', which is read; name another file", cli_text(output->what), output->name,
                     cli_text(how), cli_text(input->what), input->name);
}

static mintu_status check_input(const cli_entry *output, const cli_entry *input, mintu_error *error)
{
    if (input->updated && !cli_entry_is_standard(output))
        return MINTU_STATUS_OK;
    if (is_same(output, input))
        return refuse_input(output, input, input->part ? N_("would replace a file of") : N_("would replace"), error);
    if (is_part_of(output, input))
        return refuse_input(output, input, N_("would replace a file of"), error);
    if (output->use == CLI_REPLACE && goes_with(input, output))
        return refuse_input(output, input, input->part ? N_("would remove a file of") : N_("would remove"), error);
    return MINTU_STATUS_OK;
}

static mintu_status check_outputs(const cli_entry *one, const cli_entry *other, mintu_error *error)
{
    if (one->printed || other->printed)
        return MINTU_STATUS_OK;
    if (cli_entry_is_standard(one) && cli_entry_is_standard(other))
        return cli_usage(error, "%s and %s both go to standard output; name a file for one", cli_text(one->what),
                         cli_text(other->what));
    return is_same(one, other) ? cli_usage(error, "%s '%s' and %s '%s' are one file; name another for one", cli_text(one->what),
                                           one->name, cli_text(other->what), other->name)
                               : MINTU_STATUS_OK;
}

static mintu_status check_pair(const cli_entry *one, const cli_entry *other, mintu_error *error)
{
    if (cli_entry_writes(one) && cli_entry_writes(other))
        return check_outputs(one, other, error);
    if (cli_entry_writes(one))
        return check_input(one, other, error);
    if (cli_entry_writes(other))
        return check_input(other, one, error);
    return cli_entry_is_standard(one) && cli_entry_is_standard(other)
               ? cli_usage(error, "%s and %s are both standard input; name a file for one", cli_text(one->what),
                           cli_text(other->what))
               : MINTU_STATUS_OK;
}

/* A connection may hold a password, and where a file is expected its text would stand in a message. */
static mintu_status refuse_databases(const cli_arguments *arguments, mintu_error *error)
{
    const cli_file_option *files = arguments->command->files;
    bool found = false;
    for (size_t i = 0; i < CLI_FILES && files[i].use; i++) {
        const char *value = files[i].option[0] ? cli_option_value(arguments, files[i].option) : NULL;
        if (files[i].use == CLI_READ_TABLE || files[i].use == CLI_READ_LIST || files[i].use == CLI_READ_LAYER)
            continue;
        found = found || (value && cli_layer_is_database(value));
        for (int j = 0; j < arguments->operand_count && !files[i].option[0]; j++)
            found = found || cli_layer_is_database(arguments->operands[j]);
    }
    return found ? cli_usage(error, "a database (PG:…) is named where a file is expected; export its table to a file first")
                 : MINTU_STATUS_OK;
}

mintu_status cli_guard(const cli_arguments *arguments, const cli_file *more, size_t count, mintu_error *error)
{
    cli_entries all;
    mintu_status status = refuse_databases(arguments, error);
    if (status != MINTU_STATUS_OK)
        return status;
    cli_entries_gather(arguments, more, count, &all);
    for (size_t i = 0; i < all.count; i++)
        for (size_t j = i + 1; j < all.count && status == MINTU_STATUS_OK; j++)
            status = check_pair(&all.items[i], &all.items[j], error);
    if (all.failed)
        status = cli_fail_memory(error, "looking at the files; name fewer");
    cli_entries_clear(&all);
    return status;
}
