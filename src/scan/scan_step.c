#include "scan/scan_step.h"

#include "base/context.h"

bool mintu_scan_goes_on(mintu_scan_work *work)
{
    work->cancelled = work->cancelled || mintu_context_cancelled(work->geocoder->index.gazetteer->context);
    return !work->cancelled;
}
