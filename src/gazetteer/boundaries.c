#include "base/argument.h"
#include "base/message.h"
#include "gazetteer/boundary_examine.h"
#include "gazetteer/boundary_files.h"
#include "gazetteer/boundary_read.h"
#include "gazetteer/boundary_write.h"
#include "gazetteer/built_layers.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_rows.h"
#include "gazetteer/places.h"
#include "gazetteer/unit_polygons.h"
#include "geometry/coverage.h"
#include <mintu/date.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = N_("importing boundaries");

/* An import in hand. */
typedef struct importing {
    mintu_boundary_reading read;
    char *target; /* of the counties' file */
    mintu_layer *counties;
    char warning[160]; /* what maps must say; "": nothing */
} importing;

/* Repair comes first, while neighbours still share their vertices exactly; then the datum, then the coast. */
static mintu_status shape_polygons(importing *work, mintu_error *error)
{
    mintu_layer *land = NULL;
    mintu_context *context = work->read.context;
    mintu_status status = mintu_gazetteer_layer(context, work->read.gazetteer, "land", 0, error, &land);
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_read_datum(&work->read, land, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_polygon_coverage(context, work->read.raw, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_read_cut(&work->read, land, error);
    mintu_layer_free(land);
    return status;
}

/* A unit that was gone on the day of the names goes with the one that took it over; the file knew it apart. */
static mintu_status tell_joined(importing *work, const mintu_place *unit, mintu_error *error)
{
    const mintu_place *heir = mintu_gazetteer_successor(work->read.gazetteer, unit, work->read.matches.date);
    char day[11];
    mintu_buffer text = {0};
    if (!heir || heir == unit)
        return MINTU_STATUS_OK;
    mintu_date_format(work->read.matches.date, day);
    mintu_buffer_format(
        &text,
        mintu_message("%s is part of %s %s on %s, and its polygon joins that one; an earlier day of the names keeps it apart"),
        unit->code, heir->code, heir->name, day);
    work->read.joined = true;
    mintu_status status = text.failed ? mintu_fail_memory(error, DOING)
                                      : mintu_boundary_finding(work->read.findings, "joined", unit->name, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

/* One row per unit, in the order of codes: parts of a unit become one polygon. */
static mintu_status make_counties(importing *work, mintu_error *error)
{
    static const mintu_field code[] = {{"code", MINTU_FIELD_TYPE_TEXT}};
    mintu_layer *parts = NULL;
    mintu_status status = mintu_rows_new(work->read.context, "parts", code, 1, error, &parts);
    for (size_t row = 0; status == MINTU_STATUS_OK && row < mintu_layer_count(work->read.raw); row++) {
        if (!work->read.matches.units[row])
            continue;
        mintu_row added = mintu_row_append(parts, error);
        mintu_row_text(&added, work->read.matches.units[row]->code);
        mintu_row_shape(&added, work->read.raw, row);
        status = added.status;
        if (status == MINTU_STATUS_OK)
            status = tell_joined(work, work->read.matches.units[row], error);
    }
    mintu_units_query query = {"counties", MINTU_LEVEL_COUNTY, work->read.matches.date};
    if (status == MINTU_STATUS_OK)
        status = mintu_units_at(work->read.context, work->read.gazetteer, parts, &query, error, &work->counties);
    mintu_layer_free(parts);
    return status;
}

static mintu_status examine(importing *work, mintu_error *error)
{
    return mintu_boundary_examine(work->read.context, work->read.gazetteer, work->counties, work->read.matches.date, error,
                                  work->read.findings);
}

/* A layer with holes or a shift would spoil every map quietly, so it is written only when that is asked for. */
static mintu_status check_doubts(importing *work, mintu_error *error)
{
    size_t all = mintu_gazetteer_count_level(work->read.gazetteer, MINTU_LEVEL_COUNTY, work->read.matches.date);
    size_t missing = mintu_layer_field_count_text(work->read.findings, "status", "missing");
    if (!missing && !work->read.doubtful)
        return MINTU_STATUS_OK;
    if (!work->read.options->force && work->read.doubtful)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = work->read.first},
            "%s: the coordinates look shifted by the offset of Chinese web maps (see the finding), and nothing "
            "was written; declare their datum, or insist",
            mintu_message(DOING));
    if (!work->read.options->force)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = work->read.first},
                             "%s: %zu of %zu units have no polygon (see the findings), and nothing was written; give the files "
                             "of all units together, merge these few into the polygons that there are, draw them as a layer "
                             "of their own, or insist",
                             mintu_message(DOING), missing, all);
    if (missing)
        snprintf(work->warning, sizeof work->warning, "县级界线不全：%zu／%zu / County polygons incomplete: %zu of %zu",
                 all - missing, all, all - missing, all);
    work->read.doubtful = true;
    return MINTU_STATUS_OK;
}

static mintu_status write_files(importing *work, mintu_error *error)
{
    mintu_boundary_target target = {.path = work->target,
                                    .source = mintu_boundary_read_source(&work->read),
                                    .warning = work->warning[0] ? work->warning : NULL,
                                    .date = work->read.matches.date,
                                    .incomplete = work->warning[0] != '\0'};
    return mintu_boundary_write(work->read.context, work->read.gazetteer, work->counties, &target, error);
}

/* Where the counties' file goes; that it may go there is known before the work begins. */
static mintu_status choose_target(importing *work, mintu_error *error)
{
    const mintu_boundaries_options *options = work->read.options;
    work->target = options->target ? mintu_text_copy(options->target) : mintu_built_counties(&work->read.gazetteer->package);
    if (!work->target)
        return mintu_fail_memory(error, DOING);
    return mintu_boundary_files_check(&work->read.gazetteer->package, work->target, options->paths, options->path_count, error);
}

static mintu_status open_findings(importing *work, mintu_error *error)
{
    return mintu_boundary_read_open(&work->read, error);
}

static mintu_status load_files(importing *work, mintu_error *error)
{
    return mintu_boundary_read_files(&work->read, error);
}

static mintu_status match_names(importing *work, mintu_error *error)
{
    return mintu_boundary_read_names(&work->read, work->read.options->as_of, error);
}

/* The steps of an import, each with what those before it have made. */
static mintu_status (*const steps[])(importing *work, mintu_error *error) = {
    open_findings, choose_target, load_files, shape_polygons, match_names, make_counties, examine, check_doubts, write_files,
};

mintu_status mintu_gazetteer_boundaries(mintu_context *context, const mintu_gazetteer *gazetteer,
                                        const mintu_boundaries_options *options, mintu_error *error, mintu_layer **findings)
{
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN(error, context, gazetteer, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    importing work = {.read = {.context = context, .gazetteer = gazetteer, .options = options}};
    if ((unsigned)options->datum >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE,
                          "%s: the datum is not one of its enum; give MINTU_DATUM_WGS84, GCJ02 or BD09", mintu_message(DOING));
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == MINTU_STATUS_OK; i++)
        status = steps[i](&work, error);
    free(work.target);
    mintu_layer_free(work.counties);
    return mintu_boundary_read_end(&work.read, status, findings);
}
