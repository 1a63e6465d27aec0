#include "notice/notice_folder.h"

#include "base/file.h"
#include "base/message.h"
#include "format/json.h"

#include <stdlib.h>
#include <string.h>

/* Any package has a datapackage.json, and one that was made by hand may be the only one of its kind. */
static bool is_of_notice(const char *dir)
{
    static const char DOING[] = N_("looking at a data package");
    char *path = mintu_path_join(dir, "datapackage.json");
    mintu_buffer text = {0};
    mintu_error error;
    json_t *root = NULL;
    if (path && mintu_file_read(path, DOING, (mintu_file_bounds){MINTU_MEBIBYTES(16), false}, &error, &text) == MINTU_STATUS_OK)
        mintu_json_parse(text.data, text.size, path, &error, &root);
    const char *name = json_string_value(json_object_get(root, "name"));
    bool found = name && strcmp(name, MINTU_NOTICE_FOLDER) == 0 && json_is_string(json_object_get(root, "mintu:as-of")) &&
                 json_is_object(json_object_get(root, "mintu:notice"));
    json_decref(root);
    mintu_buffer_free(&text);
    free(path);
    return found;
}

const mintu_folder_kind mintu_notice_folders = {N_("a data package that notice wrote"), is_of_notice};
