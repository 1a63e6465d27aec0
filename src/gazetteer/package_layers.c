#include "base/argument.h"
#include "gazetteer/gazetteer_date.h"
#include "gazetteer/land_outline.h"
#include "gazetteer/package_layer.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places_query.h"
#include "gazetteer/plain_tables.h"
#include "gazetteer/unit_borders.h"
#include "gazetteer/unit_layer.h"
#include "layer/layer_end.h"

#include <stdlib.h>
#include <string.h>

/* How a bundled layer is made. */
typedef enum layer_kind { KIND_PLACES, KIND_NAMED, KIND_UNITS, KIND_BORDERS, KIND_BASE, KIND_FILE, KIND_OUTLINE } layer_kind;

typedef struct bundled {
    const char *name, *title;
    layer_kind kind;
    unsigned detail;  /* rosters of KIND_PLACES, level of KIND_UNITS, index of KIND_BORDERS */
    const char *base; /* layer of base.gpkg, or resource of KIND_FILE */
} bundled;

/* Layers of every package; those of its rosters come after the first. */
static const bundled layers[] = {
    {"places", "administrative places of all levels", KIND_PLACES, 0, NULL},
    {"pilots", "places on rosters, one row per entry", KIND_PLACES, MINTU_ROSTERS_ANY, NULL},
    {"named-places", "other places that the notice names", KIND_NAMED, 0, NULL},
    {"counties", "county-level units", KIND_UNITS, MINTU_LEVEL_COUNTY, NULL},
    {"prefectures", "prefecture-level units", KIND_UNITS, MINTU_LEVEL_PREFECTURE, NULL},
    {"province", "the province", KIND_UNITS, MINTU_LEVEL_PROVINCE, NULL},
    {"county-borders", "borders between county-level units", KIND_BORDERS, 0, NULL},
    {"prefecture-borders", "borders between prefecture-level units", KIND_BORDERS, 1, NULL},
    {"province-border", "border of the province on land", KIND_BORDERS, 2, NULL},
    {"coast", "coast of the province", KIND_BORDERS, 3, NULL},
    {"neighbours", "provinces around", KIND_BASE, 0, "neighbours"},
    {"neighbour-borders", "borders between the provinces around", KIND_BASE, 0, "neighbour_borders"},
    {"rivers", "rivers", KIND_BASE, 0, "rivers"},
    {"seas", "names of seas", KIND_BASE, 0, "seas"},
    {"land", "land", KIND_BASE, 0, "land"},
    {"outline", "land of the province by the base layers", KIND_OUTLINE, 0, NULL},
    {"greenways", "provincial greenways by stretch, attested and assumed", KIND_FILE, 0, "greenways"},
    {"crossings", "bridges, tunnels and ferries to islands", KIND_FILE, 0, "crossings"},
};
enum { LAYERS = sizeof layers / sizeof layers[0] };

/* Layers that are no plain tables, in the order in which they are listed. */
static size_t bundled_count(const mintu_gazetteer *gazetteer)
{
    return LAYERS + gazetteer->roster_count;
}

static bundled bundled_at(const mintu_gazetteer *gazetteer, size_t index)
{
    if (index == 0 || index > gazetteer->roster_count)
        return layers[index == 0 ? 0 : index - gazetteer->roster_count];
    const mintu_roster *roster = &gazetteer->rosters[index - 1];
    return (bundled){roster->layer, roster->title_en, KIND_PLACES, 1U << (index - 1), NULL};
}

/* Index of a bundled layer by its name, or their number. */
static size_t bundled_find(const mintu_gazetteer *gazetteer, const char *name)
{
    size_t at = 0;
    while (at < bundled_count(gazetteer) && strcmp(bundled_at(gazetteer, at).name, name) != 0)
        at++;
    return at;
}

/* Place among the package's tables of layer @p index; places.csv is a table, but its layer is one of the others. */
static size_t plain_index(const mintu_gazetteer *gazetteer, size_t index)
{
    size_t at = 0;
    const char *name;
    for (index -= bundled_count(gazetteer); (name = mintu_plain_name(&gazetteer->package, at)); at++)
        if (bundled_find(gazetteer, name) == bundled_count(gazetteer) && index-- == 0)
            break;
    return at;
}

size_t mintu_gazetteer_layer_count(const mintu_gazetteer *gazetteer)
{
    if (!gazetteer)
        return 0;
    size_t count = bundled_count(gazetteer);
    while (mintu_gazetteer_layer_name(gazetteer, count))
        count++;
    return count;
}

const char *mintu_gazetteer_layer_name(const mintu_gazetteer *gazetteer, size_t index)
{
    if (!gazetteer)
        return NULL;
    return index < bundled_count(gazetteer) ? bundled_at(gazetteer, index).name
                                            : mintu_plain_name(&gazetteer->package, plain_index(gazetteer, index));
}

const char *mintu_gazetteer_layer_title(const mintu_gazetteer *gazetteer, size_t index)
{
    if (!gazetteer)
        return NULL;
    if (!mintu_gazetteer_layer_name(gazetteer, index))
        return NULL;
    return index < bundled_count(gazetteer) ? bundled_at(gazetteer, index).title
                                            : mintu_plain_title(&gazetteer->package, plain_index(gazetteer, index));
}

static mintu_status load_base(mintu_context *context, const mintu_gazetteer *gazetteer, const bundled *what, mintu_error *error,
                              mintu_layer **out)
{
    bool whole = what->kind == KIND_FILE;
    const char *stem = whole ? what->base : "base";
    mintu_status status = what->kind == KIND_OUTLINE
                              ? mintu_outline_make(context, gazetteer, error, out)
                              : mintu_package_layer(context, &gazetteer->package, stem, whole ? NULL : what->base, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note(gazetteer, *out, &(mintu_notes){what->title, stem, 0, 0}, error);
    return status;
}

static mintu_status load_borders(mintu_context *context, const mintu_gazetteer *gazetteer, const bundled *what, int date,
                                 mintu_error *error, mintu_layer **out)
{
    mintu_notes notes = {what->title, "counties", date, 0};
    mintu_layer *own = NULL; /* keeps the notes that the lines came with */
    mintu_status status = mintu_borders_load(context, gazetteer, &mintu_borders_layers[what->detail], date, error, out);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_new(context, what->name, error, &own);
    if (status == MINTU_STATUS_OK)
        status = mintu_file_notes_copy(*out, own, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_note(gazetteer, *out, &notes, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_file_notes_copy(own, *out, error);
    mintu_layer_free(own);
    return status;
}

static mintu_status make_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const bundled *what, int date,
                               mintu_error *error, mintu_layer **out)
{
    switch (what->kind) {
    case KIND_PLACES: {
        mintu_places_query query = {.rosters = what->detail, .as_of = date};
        return mintu_gazetteer_list(context, gazetteer, &query, what->name, error, out);
    }
    case KIND_NAMED:
        return mintu_gazetteer_named(context, gazetteer, date, error, out);
    case KIND_UNITS: {
        mintu_units_query query = {what->name, (mintu_level)what->detail, mintu_gazetteer_date(gazetteer, date)};
        return mintu_unit_layer(context, gazetteer, &query, what->title, error, out);
    }
    case KIND_BORDERS:
        return load_borders(context, gazetteer, what, date, error, out);
    default:
        return load_base(context, gazetteer, what, error, out);
    }
}

static mintu_status fail_unknown(const mintu_gazetteer *gazetteer, const char *name, mintu_error *error)
{
    mintu_buffer names = {0};
    const char *known;
    for (size_t i = 0; (known = mintu_gazetteer_layer_name(gazetteer, i)); i++)
        mintu_buffer_format(&names, "%s%s", i ? ", " : "", known);
    mintu_status status =
        names.failed ? mintu_fail_memory(error, "loading a layer")
                     : mintu_fail_at(error, MINTU_STATUS_USAGE, (mintu_where){.source = "<argument>"},
                                     "loading the layer \"%.80s\": the package has none of this name; expected one of %s", name,
                                     names.data);
    mintu_buffer_free(&names);
    return status;
}

mintu_status mintu_gazetteer_layer(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name, int date,
                                   mintu_error *error, mintu_layer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, gazetteer, name) || MINTU_DATE_GIVEN(error, date))
        return MINTU_STATUS_USAGE;
    size_t at = bundled_find(gazetteer, name);
    if (at == bundled_count(gazetteer))
        return mintu_plain_there(&gazetteer->package, name) ? mintu_plain_layer(context, gazetteer, name, error, out)
                                                            : fail_unknown(gazetteer, name, error);
    bundled what = bundled_at(gazetteer, at);
    return mintu_layer_end(make_layer(context, gazetteer, &what, date, error, out), out);
}
