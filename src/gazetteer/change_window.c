#include "gazetteer/change_window.h"

#include "gazetteer/gazetteer_date.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/places.h"
#include <mintu/date.h>

#include <stdio.h>
#include <string.h>

/* A change on a day that is known has no window. */
static bool inside(int after, int by, int date)
{
    return by && date > after && date < by;
}

bool mintu_name_may_hold(const mintu_name *name, int date)
{
    return mintu_period_holds(name->from, name->to, date) || inside(name->from_after, name->from_by, date) ||
           inside(name->to_after, name->to_by, date);
}

bool mintu_gazetteer_may_be(const mintu_gazetteer *gazetteer, const mintu_place *place, int date)
{
    const mintu_name *name;
    date = mintu_gazetteer_date(gazetteer, date);
    if (mintu_period_holds(place->from, place->to, date))
        return true;
    for (size_t i = mintu_gazetteer_names(gazetteer, place, &name); i > 0; i--, name++)
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && mintu_name_may_hold(name, date))
            return true;
    return false;
}

/* The official names on both sides of the change that the date lies in; NULL where the unit begins or ends with it. */
static bool find_change(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, const mintu_name *sides[2])
{
    const mintu_name *name;
    sides[0] = sides[1] = NULL;
    for (size_t i = mintu_gazetteer_names(gazetteer, place, &name); i > 0; i--, name++) {
        if (name->kind != MINTU_NAME_KIND_OFFICIAL)
            continue;
        if (!sides[0] && inside(name->to_after, name->to_by, date))
            sides[0] = name;
        if (!sides[1] && inside(name->from_after, name->from_by, date))
            sides[1] = name;
    }
    return sides[0] || sides[1];
}

static const char *what_happened(const mintu_name *const sides[2])
{
    if (!sides[0])
        return "made";
    if (!sides[1])
        return "ended";
    return strcmp(sides[0]->name, sides[1]->name) == 0 ? "code changed" : "changed";
}

void mintu_gazetteer_remark(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, mintu_buffer *out)
{
    const mintu_name *sides[2];
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    if (!find_change(gazetteer, place, mintu_gazetteer_date(gazetteer, date), sides))
        return;
    int after = sides[0] ? sides[0]->to_after : sides[1]->from_after, by = sides[0] ? sides[0]->to_by : sides[1]->from_by;
    char days[2][11];
    mintu_date_format(by, days[1]);
    mintu_buffer_text(out, what_happened(sides));
    if (after) {
        mintu_date_format(after, days[0]);
        mintu_buffer_format(out, " between %s and %s", days[0], days[1]);
    } else {
        mintu_buffer_format(out, " by %s", days[1]);
    }
    if (sides[0] && sides[1] && strcmp(sides[0]->name, sides[1]->name) != 0)
        mintu_buffer_format(out, ": %s, %s", sides[0]->name, sides[1]->name);
}

void mintu_gazetteer_remark_column(const mintu_gazetteer *gazetteer, const mintu_place *place, int date, mintu_row *row)
{
    mintu_buffer text = {0};
    mintu_gazetteer_remark(gazetteer, place, date, &text);
    if (text.failed && row->status == MINTU_STATUS_OK)
        row->status = mintu_fail_memory(row->error, "listing places");
    mintu_row_text(row, text.failed ? "" : text.data);
    mintu_buffer_free(&text);
}

mintu_status mintu_gazetteer_note_coverage(const mintu_gazetteer *gazetteer, mintu_level level, int date, mintu_layer *layer,
                                           mintu_error *error)
{
    static const char *const words[MINTU_LEVEL_END] = {[MINTU_LEVEL_COUNTY] = "county", [MINTU_LEVEL_TOWNSHIP] = "township"};
    char text[256], day[11];
    size_t size = 0;
    for (int i = MINTU_LEVEL_COUNTY; date && i <= MINTU_LEVEL_TOWNSHIP; i++) {
        int first = gazetteer->covered_from[i];
        if ((level != MINTU_LEVEL_ANY && (int)level != i) || date >= first)
            continue;
        mintu_date_format(first, day);
        size += (size_t)snprintf(text + size, sizeof text - size, "%sunits of %s level are known from lists from %s on",
                                 size ? "; " : "", words[i], day);
    }
    if (size == 0)
        return MINTU_STATUS_OK;
    snprintf(text + size, sizeof text - size, "; before that, what changed is known in part");
    return mintu_layer_note_set(layer, "coverage", text, error);
}
