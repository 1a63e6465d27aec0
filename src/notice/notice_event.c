#include "notice/notice_event.h"

#include "base/array.h"

bool mintu_event_add(mintu_notice *notice, mintu_events *events, mintu_event event)
{
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(events->items, events->room, events->count + 1)))
        return false;
    events->items[events->count++] = event;
    return true;
}
