#include "map/output_guard.h"

#include "base/error.h"
#include "base/file.h"

#include <stdlib.h>

mintu_status mintu_map_guard(const mintu_icon_files *icons, const char *const *outputs, size_t count, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < icons->count && status == MINTU_STATUS_OK; i++) {
        char *icon = mintu_path_join(icons->folder, icons->files[i]->name);
        if (!icon)
            return mintu_fail_memory(error, "writing the map");
        for (size_t j = 0; j < count && status == MINTU_STATUS_OK; j++)
            if (mintu_file_same(icon, outputs[j]))
                status =
                    mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){.source = outputs[j]},
                                  "writing the map: the file would replace the icon %s, which the map is drawn from; give it "
                                  "another name",
                                  icon);
        free(icon);
    }
    return status;
}
