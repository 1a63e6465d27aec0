#include "gazetteer/places_then.h"

#include "gazetteer/gazetteer_data.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/places.h"

#include <string.h>
#include <strings.h>
#include <unicode/utf8.h>

/* How well a text fits a unit; the best rank decides, and two units of the best rank are ambiguous. */
typedef enum rank { RANK_NONE = 0, RANK_SHORT, RANK_OTHER, RANK_TODAY, RANK_THEN, RANK_END } rank;

typedef struct search {
    const mintu_gazetteer *gazetteer;
    const char *text;
    int date;
    rank best;
    const mintu_place *found;
    mintu_buffer candidates;
    size_t count;
} search;

/* True when @p text is the name without its last character, and at least two characters long: 安溪 for 安溪县. */
static bool is_short_of(const char *text, const char *name)
{
    int32_t size = (int32_t)strlen(name), cut = size;
    if (size == 0)
        return false;
    U8_BACK_1((const uint8_t *)name, 0, cut);
    return strlen(text) == (size_t)cut && memcmp(text, name, (size_t)cut) == 0 && cut >= 6;
}

static rank rank_of(const search *s, const mintu_place *place)
{
    mintu_place_then then = mintu_gazetteer_then(s->gazetteer, place, s->date);
    if (strcmp(then.name, s->text) == 0)
        return RANK_THEN;
    if (strcmp(place->name, s->text) == 0)
        return RANK_TODAY;
    if (place->name_en[0] && strcasecmp(place->name_en, s->text) == 0)
        return RANK_OTHER;
    rank best = is_short_of(s->text, then.name) || is_short_of(s->text, place->name) ? RANK_SHORT : RANK_NONE;
    const mintu_name *name;
    for (size_t i = mintu_gazetteer_names(s->gazetteer, place, &name); i > 0; i--, name++) {
        if (strcasecmp(name->name, s->text) == 0)
            return RANK_OTHER;
        if (name->kind == MINTU_NAME_KIND_OFFICIAL && is_short_of(s->text, name->name))
            best = RANK_SHORT;
    }
    return best;
}

static void consider(search *s, const mintu_place *place)
{
    rank fit = rank_of(s, place);
    if (fit == RANK_NONE || fit < s->best)
        return;
    if (fit > s->best) {
        mintu_buffer_clear(&s->candidates);
        s->count = 0;
    }
    s->best = fit;
    s->found = place;
    mintu_buffer_format(&s->candidates, "%s%s %s", s->count++ ? ", " : "", place->code, place->name);
}

/* Units in force come first: the name of an abolished unit may live on in another. */
static void search_all(search *s, bool in_force)
{
    for (size_t i = 0; i < s->gazetteer->count; i++) {
        const mintu_place *place = &s->gazetteer->places[i];
        if (place->level != MINTU_LEVEL_TOWNSHIP && mintu_period_holds(place->from, place->to, s->date) == in_force)
            consider(s, place);
    }
}

static mintu_status answer(const search *s, mintu_error *error, const mintu_place **out)
{
    const mintu_where where = {.source = "<argument>"};
    if (s->candidates.failed)
        return mintu_fail_memory(error, "looking up a unit");
    if (s->best == RANK_NONE)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "looking up the unit \"%.80s\": the package has none of this name; expected the name or code of a "
                             "prefecture or county; `mintu geocode` shows what a name may mean",
                             s->text);
    if (s->count > 1)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "looking up the unit \"%.80s\": it may be %s; expected one unit; give its full name or its code",
                             s->text, s->candidates.data);
    *out = s->found;
    return MINTU_STATUS_OK;
}

mintu_status mintu_gazetteer_unit(const mintu_gazetteer *gazetteer, const char *text, int date, mintu_error *error,
                                  const mintu_place **out)
{
    *out = mintu_gazetteer_find(gazetteer, text);
    if (*out)
        return MINTU_STATUS_OK;
    search s = {.gazetteer = gazetteer, .text = text, .date = mintu_gazetteer_date(gazetteer, date)};
    search_all(&s, true);
    if (s.best == RANK_NONE)
        search_all(&s, false);
    mintu_status status = answer(&s, error, out);
    mintu_buffer_free(&s.candidates);
    return status;
}
