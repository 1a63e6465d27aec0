#include "base/argument.h"

#include "base/error.h"

#include <mintu/date.h>

#include <string.h>

mintu_status mintu_argument_given(mintu_error *error, const char *function, const char *names, const void *const *pointers)
{
    for (size_t size; *names; names += size, names += strspn(names, ", "), pointers++) {
        size = strcspn(names, ",");
        if (!*pointers)
            return mintu_fail(error, MINTU_STATUS_USAGE, "%s(): `%.*s` is NULL; expected an address", function, (int)size,
                              names);
    }
    return MINTU_STATUS_OK;
}

mintu_status mintu_argument_reserved(mintu_error *error, const char *function, const uint64_t *reserved, size_t count)
{
    for (size_t i = 0; reserved && i < count; i++)
        if (reserved[i])
            return mintu_fail(error, MINTU_STATUS_USAGE,
                              "%s(): a reserved member of the options is not zero; zero-initialise the struct, or use the "
                              "library that the program was built for, or a newer one (this is %s)",
                              function, mintu_version());
    return MINTU_STATUS_OK;
}

mintu_status mintu_argument_date(mintu_error *error, const char *function, int date)
{
    if (date == 0 || mintu_date_valid(date))
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE, "%s(): %d is no day of the calendar; expected YYYYMMDD, for example 20141101",
                      function, date);
}
