#include "map/output_guard.h"

#include "base/error.h"
#include "base/file.h"
#include "base/path_beneath.h"

#include <stdlib.h>
#include <string.h>

/* Standard output, too, may be a file. */
static mintu_status check_output(const char *icon, const char *output, mintu_error *error)
{
    if (!mintu_file_same(icon, strcmp(output, "-") == 0 ? "/dev/stdout" : output))
        return MINTU_STATUS_OK;
    return mintu_fail_at(
        error, MINTU_STATUS_USAGE, (mintu_where){.source = output},
        "writing the map: the file would replace the icon %s, which the map is drawn from; give it another name", icon);
}

mintu_status mintu_map_guard(const mintu_map *map, const mintu_icon_files *icons, const char *path, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < icons->count && status == MINTU_STATUS_OK; i++) {
        char *icon = mintu_path_join(icons->folder, icons->files[i]->name);
        if (!icon)
            return mintu_fail_memory(error, "writing the map");
        status = check_output(icon, path, error);
        for (size_t j = 0; j < map->output_count && status == MINTU_STATUS_OK; j++)
            status = check_output(icon, map->outputs[j], error);
        free(icon);
    }
    return status;
}
