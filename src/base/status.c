#include "base/message.h"

#include <mintu/status.h>

static const struct {
    const char *text;
    int exit_code;
} statuses[MINTU_STATUS_END] = {
    [MINTU_STATUS_OK] = {N_("done"), 0},
    [MINTU_STATUS_FINDINGS] = {N_("done with findings"), 1},
    [MINTU_STATUS_USAGE] = {N_("wrong usage"), 2},
    [MINTU_STATUS_INPUT] = {N_("input unreadable or invalid"), 3},
    [MINTU_STATUS_UNSUPPORTED] = {N_("style feature not supported"), 4},
    [MINTU_STATUS_OUTPUT] = {N_("output could not be written"), 5},
    [MINTU_STATUS_MEMORY] = {N_("out of memory"), 70},
    [MINTU_STATUS_DEFECT] = {N_("a defect of mintu"), 70},
    [MINTU_STATUS_CANCELLED] = {N_("cancelled"), 130},
};

const char *mintu_status_text(mintu_status status)
{
    return (unsigned)status < MINTU_STATUS_END ? mintu_message(statuses[status].text) : mintu_message("unknown status");
}

int mintu_status_exit_code(mintu_status status)
{
    return (unsigned)status < MINTU_STATUS_END ? statuses[status].exit_code : 70;
}

const char *mintu_version(void)
{
    return MINTU_VERSION_STRING;
}

int mintu_version_number(void)
{
    return MINTU_VERSION_NUMBER;
}
