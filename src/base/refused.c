#include "base/refused.h"

static _Thread_local bool refused;

void mintu_refused_begin(void)
{
    refused = false;
}

void mintu_refused_note(void)
{
    refused = true;
}

bool mintu_refused(void)
{
    return refused;
}
