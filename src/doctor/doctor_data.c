#include "doctor/doctor_data.h"

#include "base/error.h"

#include <mintu/gazetteer.h>
#include <string.h>

static const char *text_of(const mintu_layer *layer, size_t row, const char *field)
{
    int index = mintu_layer_field_find(layer, field);
    return index < 0 ? "" : mintu_layer_text(layer, row, (size_t)index);
}

/* What is not there for want of county polygons has an examination of its own; what a package notes of itself is advice. */
void mintu_doctor_data(mintu_examination *examination)
{
    static const char REMEDY[] =
        N_("run mintu data check, which says it with file and line; get the package again, or mend it");
    mintu_layer *report = NULL;
    mintu_error problem;
    size_t bad = examination->bad;
    mintu_status status = mintu_gazetteer_check(examination->context, examination->dir, &problem, &report);
    if (status > MINTU_STATUS_FINDINGS) {
        mintu_examination_fail(
            examination, status, &problem,
            "name the folder of a data package (MINTU_DATA does for all commands): one with datapackage.json in it");
        return;
    }
    for (size_t row = 0; row < mintu_layer_count(report); row++)
        if (strcmp(text_of(report, row, "status"), "finding") == 0)
            mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "%s: %s", text_of(report, row, "resource"),
                                  text_of(report, row, "text"));
    if (examination->bad == bad)
        mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "%s: whole, %zu checks", examination->dir,
                              mintu_layer_count(report));
    mintu_layer_free(report);
}
