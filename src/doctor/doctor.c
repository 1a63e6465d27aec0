#include "base/argument.h"
#include "base/error.h"
#include "doctor/doctor_data.h"
#include "doctor/doctor_fonts.h"
#include "doctor/doctor_formats.h"
#include "doctor/doctor_locale.h"
#include "doctor/doctor_polygons.h"
#include "doctor/doctor_projections.h"
#include "doctor/doctor_writing.h"
#include "gazetteer/place_rows.h"
#include "layer/layer_end.h"

#include <mintu/doctor.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name, *title;
    void (*run)(mintu_examination *examination);
} checks[] = {
    {"fonts", "the fonts of maps, and every character of the package's names in them", mintu_doctor_fonts},
    {"projections", "PROJ and its database: a known point to the millimetre", mintu_doctor_projections},
    {"formats", "GDAL and its drivers for the formats that are read and written", mintu_doctor_formats},
    {"data", "the data package: files, schemas, keys, counts", mintu_doctor_data},
    {"polygons", "true polygons of the counties, or schematic ones", mintu_doctor_polygons},
    {"locale", "whether the environment asks for UTF-8", mintu_doctor_locale},
    {"writing", "whether files can be written here, and whether there is room", mintu_doctor_writing},
};
enum { CHECKS = sizeof checks / sizeof *checks };

size_t mintu_doctor_count(void)
{
    return CHECKS;
}

const char *mintu_doctor_name(size_t index)
{
    return index < CHECKS ? checks[index].name : NULL;
}

const char *mintu_doctor_title(size_t index)
{
    return index < CHECKS ? checks[index].title : NULL;
}

static bool is_asked(const char *const *names, const char *name)
{
    for (; names && *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return !names;
}

static mintu_status check_names(const char *const *names, mintu_error *error)
{
    for (; names && *names; names++) {
        char list[200] = "";
        size_t i = 0;
        for (; i < CHECKS && strcmp(*names, checks[i].name) != 0; i++)
            snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s",
                     i == 0           ? ""
                     : i + 1 < CHECKS ? ", "
                                      : " or ",
                     checks[i].name);
        if (i == CHECKS)
            return mintu_fail(error, MINTU_STATUS_USAGE, "there is no examination '%s'; expected %s", *names, list);
    }
    return MINTU_STATUS_OK;
}

mintu_status mintu_doctor(mintu_context *context, const char *dir, const char *const *names, mintu_error *error,
                          mintu_layer **out)
{
    static const mintu_field fields[] = {
        {"check", MINTU_TEXT}, {"state", MINTU_TEXT}, {"found", MINTU_TEXT}, {"remedy", MINTU_TEXT}};
    if (MINTU_GIVEN_OUT(error, out, context, dir))
        return MINTU_STATUS_USAGE;
    mintu_examination examination = {.context = context, .dir = dir, .error = error};
    mintu_status status = check_names(names, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_rows_new(context, "doctor", fields, sizeof fields / sizeof *fields, error, &examination.layer);
    if (status != MINTU_STATUS_OK)
        return status;
    for (size_t i = 0; i < CHECKS && examination.status == MINTU_STATUS_OK; i++) {
        examination.check = checks[i].name;
        if (is_asked(names, checks[i].name))
            checks[i].run(&examination);
    }
    *out = examination.layer;
    status = mintu_layer_end(examination.status, out);
    return status == MINTU_STATUS_OK && examination.bad ? MINTU_STATUS_FINDINGS : status;
}
