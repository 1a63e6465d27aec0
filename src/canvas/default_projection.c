#include "canvas/default_projection.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

mintu_status mintu_drawing_choose_projection(mintu_drawing *drawing, const double extent[4], mintu_error *error)
{
    char definition[160];
    double meridian = drawing->page.meridian = round((extent[0] + extent[2]) / 2 * 10) / 10;
    snprintf(definition, sizeof definition,
             "+proj=tmerc +lat_0=0 +lon_0=%.1f +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +type=crs", meridian);
    return mintu_projection_new(drawing->context, drawing->crs ? drawing->crs : definition, error, &drawing->projection);
}

void mintu_default_projection_name(double meridian, const char *lang, mintu_buffer *out)
{
    mintu_buffer_format(out,
                        strcmp(lang, "en") == 0 ? "Transverse Mercator (CGCS2000, central meridian %.1f°%s)"
                                                : "横轴墨卡托（CGCS2000，中央经线 %.1f°%s）",
                        fabs(meridian), meridian < 0 ? "W" : "E");
}
