#include "gazetteer/boundary_names.h"

#include "base/ascii.h"
#include "base/message.h"
#include "gazetteer/names_in_time.h"
#include "geometry/locator.h"
#include "geometry/polygon.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How well a name fits a unit, the best last. */
typedef enum fit { FIT_NONE = 0, FIT_SHORT, FIT_OTHER, FIT_FORMER, FIT_OFFICIAL, FIT_CODE } fit;

/* True when @p text is the name without its type: 安溪 of 安溪县; or before a blank: Anxi of Anxi County. */
static bool is_start_of(const char *text, const char *name)
{
    size_t size = strlen(text);
    return size >= 2 && mintu_ascii_compare_n(text, name, size) == 0 &&
           (name[size] == ' ' || (size >= 6 && strlen(name) == size + 3 && (unsigned char)name[size] >= 0xE0));
}

static fit fit_name(const mintu_name *name, const char *text)
{
    if (mintu_ascii_compare(name->name, text) == 0)
        return name->kind == MINTU_NAME_KIND_OFFICIAL ? FIT_FORMER : FIT_OTHER;
    return name->kind == MINTU_NAME_KIND_OFFICIAL && is_start_of(text, name->name) ? FIT_SHORT : FIT_NONE;
}

static fit fit_of(const mintu_gazetteer *gazetteer, const mintu_place *place, const char *text, int date)
{
    mintu_place_then then = mintu_gazetteer_then(gazetteer, place, date);
    if (strcmp(text, place->code) == 0 || strcmp(text, then.code) == 0)
        return FIT_CODE;
    if (then.in_force && strcmp(text, then.name) == 0)
        return FIT_OFFICIAL;
    fit best = strcmp(text, place->name) == 0 ? FIT_FORMER : is_start_of(text, place->name) ? FIT_SHORT : FIT_NONE;
    if (best < FIT_OTHER && place->name_en[0] &&
        (mintu_ascii_compare(text, place->name_en) == 0 || is_start_of(place->name_en, text)))
        best = FIT_OTHER;
    const mintu_name *name;
    for (size_t i = mintu_gazetteer_names(gazetteer, place, &name); i > 0; i--, name++) {
        fit other = fit_name(name, text);
        best = other > best ? other : best;
    }
    return best;
}

/* The units of a level that a text fits best. */
typedef struct fitting {
    fit best;
    size_t candidates;       /* units that it fits so */
    const mintu_place *unit; /* the last of them */
} fitting;

static fitting fit_level(const mintu_gazetteer *gazetteer, const char *text, int date, mintu_level level)
{
    fitting out = {.best = FIT_NONE};
    for (size_t i = 0; i < gazetteer->count && text[0]; i++) {
        const mintu_place *place = &gazetteer->places[i];
        fit this = place->level == level ? fit_of(gazetteer, place, text, date) : FIT_NONE;
        if (this == FIT_NONE || this < out.best)
            continue;
        out = (fitting){this, this == out.best ? out.candidates + 1 : 1, place};
    }
    return out;
}

static fitting fit_best(const mintu_gazetteer *gazetteer, const char *text, int date)
{
    return fit_level(gazetteer, text, date, MINTU_LEVEL_COUNTY);
}

size_t mintu_boundary_fits(const mintu_gazetteer *gazetteer, const mintu_texts *texts, mintu_level level)
{
    size_t fits = 0;
    for (size_t i = 0; i < texts->count; i += texts->step)
        fits += fit_level(gazetteer, mintu_layer_text(texts->layer, i, texts->field), 0, level).best != FIT_NONE;
    return fits;
}

static size_t count_official(const mintu_gazetteer *gazetteer, const mintu_layer *raw, int date)
{
    size_t count = 0;
    for (size_t row = 0; row < mintu_layer_count(raw); row++)
        count += fit_best(gazetteer, mintu_layer_text(raw, row, MINTU_RAW_NAME), date).best >= FIT_OFFICIAL;
    return count;
}

int mintu_boundary_date(const mintu_gazetteer *gazetteer, const mintu_layer *raw)
{
    int best = gazetteer->package.as_of;
    size_t most = count_official(gazetteer, raw, best);
    for (size_t i = 0; i < gazetteer->first_name[gazetteer->count]; i++) {
        const mintu_name *name = &gazetteer->names[i];
        if (name->kind != MINTU_NAME_KIND_OFFICIAL || name->from == 0 ||
            gazetteer->places[name->place].level != MINTU_LEVEL_COUNTY)
            continue;
        size_t count = count_official(gazetteer, raw, name->from);
        if (count > most || (count == most && name->from > best)) {
            most = count;
            best = name->from;
        }
    }
    return best;
}

/* The matching in hand. */
typedef struct matching {
    const mintu_gazetteer *gazetteer;
    const mintu_layer *raw;
    int date;
    const mintu_place **units;
    long *seat_rows; /* of each place: row of the polygon with its seat, -1 for none */
} matching;

/* The prefecture of all of a file's matched rows; NULL when they are of several, as in a file of the whole province. */
static const mintu_place *prefecture_of(const matching *m, double file)
{
    const mintu_place *best = NULL;
    size_t all = 0, most = 0;
    for (size_t i = 0; i < m->gazetteer->count; i++) {
        const mintu_place *place = &m->gazetteer->places[i];
        size_t count = 0;
        for (size_t row = 0; place->level == MINTU_LEVEL_PREFECTURE && row < mintu_layer_count(m->raw); row++)
            count += m->units[row] && mintu_layer_number(m->raw, row, MINTU_RAW_FILE) == file &&
                     mintu_gazetteer_is_within(m->gazetteer, m->units[row], place, m->date);
        all += count;
        if (count > most) {
            most = count;
            best = place;
        }
    }
    return most == all ? best : NULL;
}

/* The only candidate that the evidence supports: the prefecture of the file, or its seat in the polygon. Where both speak and
 * disagree, none is chosen. */
static const mintu_place *choose(const matching *m, size_t row, fit best, mintu_buffer *candidates)
{
    const char *text = mintu_layer_text(m->raw, row, MINTU_RAW_NAME);
    const mintu_place *by_seat = NULL, *by_prefecture = NULL;
    const mintu_place *prefecture = prefecture_of(m, mintu_layer_number(m->raw, row, MINTU_RAW_FILE));
    size_t seats = 0, inside = 0;
    for (size_t i = 0; i < m->gazetteer->count; i++) {
        const mintu_place *place = &m->gazetteer->places[i];
        if (place->level != MINTU_LEVEL_COUNTY || fit_of(m->gazetteer, place, text, m->date) != best)
            continue;
        mintu_buffer_format(candidates, "%s%s %s", candidates->size ? ", " : "", place->code, place->name);
        if (m->seat_rows[i] == (long)row && ++seats)
            by_seat = place;
        if (prefecture && mintu_gazetteer_is_within(m->gazetteer, place, prefecture, m->date) && ++inside)
            by_prefecture = place;
    }
    if (inside == 1 && seats == 1)
        return by_prefecture == by_seat ? by_seat : NULL;
    return inside == 1 ? by_prefecture : seats == 1 && !prefecture ? by_seat : NULL;
}

static mintu_status find_seats(mintu_context *context, const matching *m, mintu_error *error)
{
    mintu_locator *locator = NULL;
    mintu_status status = mintu_locator_new(context, m->raw, error, &locator);
    for (size_t i = 0; i < m->gazetteer->count && status == MINTU_STATUS_OK; i++) {
        const mintu_place *place = &m->gazetteer->places[i];
        m->seat_rows[i] = -1;
        if (place->level == MINTU_LEVEL_COUNTY && !isnan(place->lon) && !isnan(place->lat))
            status = mintu_locator_find(locator, place->lon, place->lat, &m->seat_rows[i], error);
    }
    mintu_locator_free(locator);
    return status;
}

static mintu_status match_doubtful(const matching *m, size_t row, mintu_error *error, char **out)
{
    fit best = fit_best(m->gazetteer, mintu_layer_text(m->raw, row, MINTU_RAW_NAME), m->date).best;
    mintu_buffer why = {0};
    if (best == FIT_NONE)
        mintu_buffer_text(&why, mintu_message("no county-level unit of the data package has this name"));
    else
        m->units[row] = choose(m, row, best, &why);
    bool failed = why.failed;
    *out = m->units[row] || failed ? NULL : mintu_text_copy(why.data);
    mintu_buffer_free(&why);
    return failed || (!m->units[row] && !*out) ? mintu_fail_memory(error, "importing boundaries") : MINTU_STATUS_OK;
}

mintu_status mintu_boundary_match(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_layer *raw,
                                  mintu_error *error, mintu_boundary_matches *matches)
{
    size_t count = mintu_layer_count(raw);
    matching m = {gazetteer, raw, matches->date, matches->units, malloc((gazetteer->count + 1) * sizeof *m.seat_rows)};
    if (!m.seat_rows)
        return mintu_fail_memory(error, "importing boundaries");
    mintu_status status = find_seats(context, &m, error);
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        fitting own = fit_best(gazetteer, mintu_layer_text(raw, row, MINTU_RAW_NAME), m.date);
        m.units[row] = own.candidates == 1 ? own.unit : NULL;
    }
    for (size_t row = 0; row < count && status == MINTU_STATUS_OK; row++) {
        if (!m.units[row])
            status = match_doubtful(&m, row, error, &matches->texts[row]);
    }
    free(m.seat_rows);
    return status;
}
