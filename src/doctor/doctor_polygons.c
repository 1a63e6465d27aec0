#include "doctor/doctor_polygons.h"

#include "base/error.h"

#include <mintu/gazetteer.h>

static void examine(mintu_examination *examination, const mintu_layer *counties)
{
    const char *schematic = mintu_layer_note(counties, "schematic");
    if (schematic)
        mintu_examination_add(
            examination, MINTU_HEALTH_ADVICE,
            "run ./setup.sh build, which makes them, or mintu data import-boundaries FILE with polygons of your own",
            "%zu counties are drawn schematically, and maps say so: the package has no polygons of them",
            mintu_layer_count(counties));
    else
        mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "%zu counties have polygons", mintu_layer_count(counties));
}

void mintu_doctor_polygons(mintu_examination *examination)
{
    mintu_gazetteer *gazetteer = NULL;
    mintu_layer *counties = NULL;
    mintu_error problem;
    mintu_status status = mintu_gazetteer_open(examination->context, examination->dir, &problem, &gazetteer);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(examination->context, gazetteer, "counties", 0, &problem, &counties);
    if (status == MINTU_STATUS_OK)
        examine(examination, counties);
    else
        mintu_examination_fail(examination, status, &problem,
                               "run mintu data check, which says what is wrong with the package");
    mintu_layer_free(counties);
    mintu_gazetteer_free(gazetteer);
}
