/* Writes a small data package of an invented province, and polygons for it: world FOLDER */
#include "unit/test_gazetteer_package.h"

static void write_boxes(world *w, const char *name, const char *const names[6])
{
    char path[512];
    mintu_layer *boxes = world_boxes(w, "name", names);
    snprintf(path, sizeof path, "%s/%s", w->dir, name);
    if (mintu_layer_write(w->context, boxes, path, NULL, &w->error) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
    mintu_layer_free(boxes);
}

int main(int count, char **words)
{
    static const char *const names[6] = {"东城区", "龙江县", "东城区", "北江区", "合江区", "白石县"};
    static const char *const fewer[6] = {"东城区", "龙江县", "东城区", "北江区", "白石县", "白石县"};
    char path[512];
    world w;
    if (count != 2)
        return 2;
    world_make(&w);
    world_base(&w);
    write_boxes(&w, "one.geojson", names);
    write_boxes(&w, "two.geojson", fewer);
    mintu_context_free(w.context);
    snprintf(path, sizeof path, "mv %s/* %s/ && rmdir %s", w.dir, words[1], w.dir);
    return system(path) == 0 ? 0 : 1;
}
