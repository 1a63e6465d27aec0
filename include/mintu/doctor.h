/** @file doctor.h
 *  The machine examined: whether it has what the library needs to draw, read and write as it promises. */
#ifndef MINTU_DOCTOR_H
#define MINTU_DOCTOR_H

#include <mintu/context.h>
#include <mintu/layer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How many examinations there are, their names ("fonts", "projections", "formats", "data", "polygons", "locale", "writing") and what
 *  each looks at, a line for lists. NULL behind the last one. */
MINTU_API size_t mintu_doctor_count(void);
MINTU_API const char *mintu_doctor_name(size_t index);
MINTU_API const char *mintu_doctor_title(size_t index);

/** Makes the examinations @p names (ends with NULL; NULL: all), of the data package in the folder @p dir, and of the current and the
 *  temporary folder. A layer without geometry, a row per thing that was looked at, with the fields `check` (the name), `state` ("good";
 *  "advice": it works, and could be better; "bad": something will fail), `found` and `remedy` (what to do; empty when good). Returns
 *  MINTU_STATUS_FINDINGS when a row is bad, MINTU_STATUS_USAGE for a name that is none. What is examined is not changed. */
MINTU_API mintu_status mintu_doctor(mintu_context *context, const char *dir, const char *const *names, mintu_error *error,
                                    mintu_layer **out);

#ifdef __cplusplus
}
#endif
#endif
