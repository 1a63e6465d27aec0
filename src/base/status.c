#include <mintu/status.h>

static const struct {
    const char *text;
    int exit_code;
} statuses[MINTU_STATUS_END] = {
    [MINTU_STATUS_OK] = {"done", 0},
    [MINTU_STATUS_FINDINGS] = {"done with findings", 1},
    [MINTU_STATUS_USAGE] = {"wrong usage", 2},
    [MINTU_STATUS_INPUT] = {"input unreadable or invalid", 3},
    [MINTU_STATUS_UNSUPPORTED] = {"style feature not supported", 4},
    [MINTU_STATUS_OUTPUT] = {"output could not be written", 5},
    [MINTU_STATUS_MEMORY] = {"out of memory", 70},
    [MINTU_STATUS_DEFECT] = {"a defect of mintu", 70},
    [MINTU_STATUS_CANCELLED] = {"cancelled", 130},
};

const char *mintu_status_text(mintu_status status)
{
    return (unsigned)status < MINTU_STATUS_END ? statuses[status].text : "unknown status";
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
