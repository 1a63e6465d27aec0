/* Prefectures and counties by any name that the geocoder knows: what lists and maps are asked for. A township is no area to list
 * places of, so one that bears the name of a county does not make it doubtful: 永定 is the district. */
#include "base/argument.h"
#include "base/array.h"
#include "base/error.h"

#include <mintu/geocode.h>

static bool is_unit(const mintu_place *place)
{
    return place->level < MINTU_LEVEL_TOWNSHIP;
}

/* The only one of the candidates that is a unit, or NULL; their names and codes. A list that is cut is none to choose from. */
static const mintu_place *only_unit(const mintu_match *match, mintu_buffer *names)
{
    const mintu_place *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < match->candidate_count && i < MINTU_MATCH_CANDIDATES; i++) {
        const mintu_place *place = match->candidates[i];
        if (!is_unit(place))
            continue;
        found = place;
        mintu_buffer_format(names, "%s%s %s", count++ ? ", " : "", place->code, place->name);
    }
    return count == 1 && match->candidate_count <= MINTU_MATCH_CANDIDATES ? found : NULL;
}

static mintu_status refuse(const char *text, const mintu_buffer *names, mintu_error *error)
{
    const mintu_where where = {.source = "<argument>"};
    if (names->failed)
        return mintu_fail_memory(error, "looking up a unit");
    if (names->size)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                             "looking up the unit \"%.80s\": it may be %s; expected one unit; give its full name or its code",
                             text, names->data);
    return mintu_fail_at(error, MINTU_STATUS_INPUT, where,
                         "looking up the unit \"%.80s\": the package has none of this name; expected the name or code of a "
                         "prefecture or county; `mintu geocode` shows what a name may mean",
                         text);
}

mintu_status mintu_geocoder_unit(const mintu_geocoder *geocoder, const char *text, mintu_error *error, const mintu_place **out)
{
    if (MINTU_GIVEN(error, geocoder, text, out))
        return MINTU_STATUS_USAGE;
    mintu_match match;
    mintu_buffer names = {0};
    *out = NULL;
    mintu_status status = mintu_geocoder_match(geocoder, text, error, &match);
    if (status != MINTU_STATUS_OK)
        return status;
    if (match.place)
        *out = is_unit(match.place) ? match.place : NULL;
    else
        *out = only_unit(&match, &names);
    if (!*out)
        status = refuse(text, &names, error);
    mintu_buffer_free(&names);
    return status;
}
