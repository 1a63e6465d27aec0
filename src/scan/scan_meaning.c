#include "scan/scan_meaning.h"

#include <string.h>

/* What a name of the text means, as it stands there and in simplified characters. */
static bool parse(mintu_scan_work *work, const char *name)
{
    char text[MINTU_NAME_SIZE];
    size_t size;
    mintu_error error;
    if (mintu_name_normalise(name, &error, text, &size) != MINTU_STATUS_OK)
        return false;
    return mintu_parse_name(&work->geocoder->index, text, size, &work->candidates);
}

/* Adds a stretch of the text to a name; false when it is too long for one. */
static bool add_stretch(const char *text, size_t start, size_t end, char name[MINTU_NAME_SIZE], size_t *used)
{
    if (end - start >= MINTU_NAME_SIZE - *used)
        return false;
    memcpy(name + *used, text + start, end - start);
    *used += end - start;
    name[*used] = '\0';
    return true;
}

bool mintu_scan_candidates(mintu_scan_work *work, size_t start, size_t end)
{
    char name[MINTU_NAME_SIZE];
    const char *const texts[] = {work->scan->text, work->text};
    work->candidates.count = 0;
    for (size_t i = 0; i < 2 && work->candidates.count == 0 && (i == 0 || texts[1] != texts[0]); i++) {
        size_t used = 0;
        if (add_stretch(texts[i], start, end, name, &used) && !parse(work, name))
            return false;
    }
    return true;
}

bool mintu_scan_is_in(mintu_scan_work *work, const mintu_scan_hit *hit, const mintu_scan_hit *unit, bool *out)
{
    char name[MINTU_NAME_SIZE];
    size_t used = 0;
    bool path = unit->name > unit->read && !(unit->levels & MINTU_SCAN_UPPER);
    *out = false;
    work->candidates.count = 0;
    if (!add_stretch(work->text, unit->read, path ? unit->name : unit->end, name, &used) ||
        !add_stretch(work->text, hit->name, hit->end, name, &used))
        return true;
    if (!parse(work, name))
        return false;
    *out = work->candidates.count > 0;
    return true;
}
