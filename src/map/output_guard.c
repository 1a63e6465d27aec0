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

static mintu_status check_outputs(const mintu_map *map, const char *read, const char *path, mintu_error *error)
{
    mintu_status status = check_output(read, path, error);
    for (size_t i = 0; i < map->output_count && status == MINTU_STATUS_OK; i++)
        status = check_output(read, map->outputs[i], error);
    return status;
}

/* A sheet NAME.png and its index NAME.json. */
static mintu_status check_sheet(const mintu_map *map, const char *sheet, const char *path, mintu_error *error)
{
    mintu_buffer index = {0};
    mintu_status status = check_outputs(map, sheet, path, error);
    mintu_buffer_format(&index, "%.*s.json", (int)(strlen(sheet) - strlen(".png")), sheet);
    if (status == MINTU_STATUS_OK)
        status = index.failed ? mintu_fail_memory(error, "writing the map") : check_outputs(map, index.data, path, error);
    mintu_buffer_free(&index);
    return status;
}

mintu_status mintu_map_guard(const mintu_map *map, const mintu_drawing *drawing, const char *path, mintu_error *error)
{
    const mintu_icon_files *icons = &drawing->icons;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < icons->count && status == MINTU_STATUS_OK; i++) {
        char *icon = mintu_path_join(icons->folder, icons->files[i]->name);
        if (!icon)
            return mintu_fail_memory(error, "writing the map");
        status = check_outputs(map, icon, path, error);
        free(icon);
    }
    for (size_t i = 0; i < drawing->sheets.sheet_count && status == MINTU_STATUS_OK; i++)
        status = check_sheet(map, drawing->sheets.sheets[i].path, path, error);
    return status;
}
