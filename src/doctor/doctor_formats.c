#include "doctor/doctor_formats.h"

#include "base/error.h"
#include "gdal/driver.h"

void mintu_doctor_formats(mintu_examination *examination)
{
    static const char REMEDY[] =
        N_("install Debian's libgdal32 (gdal-bin brings it), or a GDAL that was built with this format");
    mintu_error problem;
    mintu_status status = mintu_gdal_begin(N_("examining the formats"), &problem);
    if (status != MINTU_STATUS_OK) {
        mintu_examination_fail(examination, status, &problem, REMEDY);
        return;
    }
    size_t there = 0, absent = 0;
    const char *name;
    for (size_t i = 0; (name = mintu_driver_name(i)); i++)
        if (mintu_driver(name))
            there++;
        else {
            absent++;
            mintu_examination_add(examination, MINTU_HEALTH_BAD, REMEDY, "GDAL has no driver %s: such files are not read",
                                  name);
        }
    if (!absent)
        mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "GDAL has all %zu drivers that are used", there);
    mintu_gdal_end();
}
