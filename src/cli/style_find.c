#define _GNU_SOURCE /* asprintf() */
#include "cli/style_find.h"
#include "console/arguments.h"
#include "console/program_folder.h"
#include "console/say.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the styles: beside the program's build folder, or of an installation. On the heap. */
static char *folder_of_styles(void)
{
    static const char *const PLACES[] = {"../styles", "../share/mintu/styles"};
    char *path = cli_program_folder(PLACES, sizeof PLACES / sizeof *PLACES);
    return path || access(MINTU_STYLES_DIR, R_OK) != 0 ? path : strdup(MINTU_STYLES_DIR);
}

char *cli_style_file(const char *name)
{
    char *folder = folder_of_styles(), *path = NULL;
    if (folder && asprintf(&path, "%s/%s", folder, name) < 0)
        path = NULL;
    free(folder);
    return path;
}

char *cli_style_find(const char *name)
{
    char file[300];
    if (strpbrk(name, "/.") || strlen(name) > 200 || access(name, F_OK) == 0)
        return strdup(name);
    snprintf(file, sizeof file, "%s.json", name);
    char *path = cli_style_file(file);
    if (path && access(path, F_OK) == 0)
        return path;
    free(path);
    return strdup(name);
}

static int is_style(const struct dirent *entry)
{
    const char *end = strchr(entry->d_name, '.');
    return end && strcmp(end, ".json") == 0;
}

static mintu_status print_style(const char *folder, const char *file, const char *lang, mintu_error *error)
{
    char *path = NULL, *line = NULL;
    mintu_style *style = NULL;
    mintu_status status = asprintf(&path, "%s/%s", folder, file) < 0 ? cli_fail_memory(error, "listing the styles")
                                                                     : mintu_style_load(path, error, &style);
    if (status == MINTU_STATUS_OK)
        status = asprintf(&line, "%.*s\t%s\t%s", (int)(strlen(file) - strlen(".json")), file, mintu_style_name(style),
                          mintu_style_caption(style, lang)) < 0
                     ? cli_fail_memory(error, "listing the styles")
                     : cli_result(line, error);
    mintu_style_free(style);
    free(line);
    free(path);
    return status;
}

mintu_status cli_style_list(const char *lang, mintu_error *error)
{
    struct dirent **entries = NULL;
    char *folder = folder_of_styles();
    int count = folder ? scandir(folder, &entries, is_style, alphasort) : -1;
    mintu_status status = MINTU_STATUS_OK;
    if (count < 0)
        status = cli_usage(error, "the styles that come with the program are not installed; name a style's file");
    for (int i = 0; i < count; i++) {
        if (status == MINTU_STATUS_OK)
            status = print_style(folder, entries[i]->d_name, lang, error);
        free(entries[i]);
    }
    free(entries);
    free(folder);
    return status;
}
