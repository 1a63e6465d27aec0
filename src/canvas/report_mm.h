/* Numbers of the report: millimetres of the page, to the thousandth. */
#ifndef CANVAS_REPORT_MM_H
#define CANVAS_REPORT_MM_H

#include "canvas/page.h"

#include <jansson.h>
#include <math.h>

static inline double mintu_report_number(double value)
{
    return round(value * 1000) / 1000;
}

static inline double mintu_report_mm(const mintu_page *page, double px)
{
    return mintu_report_number(px / mintu_page_mm(page));
}

static inline json_t *mintu_report_box(const mintu_page *page, const mintu_box *box)
{
    return json_pack("[f, f, f, f]", mintu_report_mm(page, box->x0), mintu_report_mm(page, box->y0),
                     mintu_report_mm(page, box->x1), mintu_report_mm(page, box->y1));
}

#endif
