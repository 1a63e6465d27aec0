/* Polygons of a few units put in the place of those that a package has. */
#define _POSIX_C_SOURCE 200809L
#include "amend/amend_told.h"
#include "amend/merge_units.h"
#include "amend/package_change.h"
#include "base/argument.h"
#include "base/context.h"
#include "base/file.h"
#include "base/message.h"
#include "base/tree.h"
#include "gazetteer/boundary_files.h"
#include "gazetteer/boundary_write.h"
#include "gazetteer/built_layers.h"
#include "gdal/database_read.h"

#include <errno.h>
#include <mintu/amend.h>
#include <mintu/date.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char DOING[] = N_("merging boundaries");

/* What the change writes into the folder of the changed package. */
typedef struct made {
    const mintu_merging *merging;
    const char *name; /* of the counties' file */
    const char *source, *schematic;
} made;

static mintu_status load_counties(mintu_merging *m, mintu_error *error)
{
    const mintu_package *package = &m->read.gazetteer->package;
    mintu_status status = mintu_built_load(m->read.context, package, "counties", error, &m->counties);
    if (status != MINTU_STATUS_OK)
        return status;
    if (!m->counties || mintu_layer_field_find(m->counties, "code") < 0)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = package->dir},
            "%s: the package has no polygons of its county-level units with their codes; expected counties.gpkg; "
            "import those of all units first",
            mintu_message(DOING));
    const char *as_of = mintu_layer_note(m->counties, "as-of");
    if (!as_of || !mintu_date_parse(as_of, &m->date))
        m->date = package->as_of;
    return MINTU_STATUS_OK;
}

/* The coast says in which datum they are, and so do the borders that they replace. */
static mintu_status read_polygons(mintu_merging *m, mintu_error *error)
{
    mintu_layer *land = NULL;
    mintu_status status = mintu_boundary_read_open(&m->read, error);
    if (status == MINTU_STATUS_OK)
        status = load_counties(m, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_read_files(&m->read, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_gazetteer_layer(m->read.context, m->read.gazetteer, "land", 0, error, &land);
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_read_datum(&m->read, m->counties, error);
    if (status == MINTU_STATUS_OK && m->read.doubtful && !m->read.options->force)
        status = mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = m->read.first},
            "%s: the coordinates look shifted by the offset of Chinese web maps (see the finding), and nothing was "
            "written; declare their datum, or insist",
            mintu_message(DOING));
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_read_cut(&m->read, land, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_boundary_read_names(&m->read, m->read.options->as_of ? m->read.options->as_of : m->date, error);
    mintu_layer_free(land);
    return status == MINTU_STATUS_OK ? mintu_merge_units(m, error) : status;
}

static mintu_status replace(mintu_merging *m, mintu_error *error)
{
    mintu_replacement out = {.fresh = m->fresh, .row_of = m->row_of, .insist = m->read.options->force};
    mintu_status status = MINTU_STATUS_OK;
    if (mintu_layer_count(m->fresh)) {
        status = mintu_polygon_replace(m->read.context, m->counties, error, &out);
        if (status == MINTU_STATUS_OK)
            status = mintu_merge_tell(m, &out, error);
    }
    mintu_replacement_free(&out);
    if (status == MINTU_STATUS_OK && m->refused)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = m->read.first},
                               "%s: the findings stand in the way (%zu), and nothing was written; mend the file",
                               mintu_message(DOING), m->refused);
    return status;
}

/* ---- the changed package ---- */

/* From the folder where they were written to that of the package. */
static mintu_status move_files(const char *from, const char *to, const char *counties, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i < MINTU_BOUNDARY_FILES && status == MINTU_STATUS_OK; i++) {
        char *name = mintu_built_path(counties, mintu_boundary_file_layer(i));
        char *there = name ? mintu_path_join(from, name) : NULL, *here = name ? mintu_path_join(to, name) : NULL;
        if (!there || !here)
            status = mintu_fail_memory(error, DOING);
        else if (rename(there, here) != 0)
            status = mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = here}, "cannot write the file: %s",
                                   strerror(errno));
        free(name);
        free(there);
        free(here);
    }
    return status;
}

static mintu_status write_into(const made *w, const char *dir, mintu_error *error)
{
    const mintu_merging *m = w->merging;
    char *path = mintu_path_join(dir, w->name);
    const mintu_boundary_target target = {
        .path = path, .source = w->source, .warning = w->schematic, .date = m->date, .incomplete = w->schematic != NULL};
    mintu_status status = path ? mintu_boundary_write(m->read.context, m->read.gazetteer, m->counties, &target, error)
                               : mintu_fail_memory(error, DOING);
    free(path);
    return status;
}

/* In a folder of their own first: that of the package in the making is locked, and an import locks the one that it writes to. */
static mintu_status write_layers(void *user, const char *dir, mintu_error *error)
{
    const made *w = user;
    char *own = mintu_path_join(dir, "boundaries-in-the-making");
    mintu_status status = own ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
    if (own && mkdir(own, 0777) != 0)
        status = mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = own}, "cannot make the folder: %s",
                               strerror(errno));
    if (status == MINTU_STATUS_OK)
        status = write_into(w, own, error);
    if (status == MINTU_STATUS_OK)
        status = move_files(own, dir, w->name, error);
    if (status == MINTU_STATUS_OK)
        mintu_tree_remove(own);
    free(own);
    return status;
}

static size_t chinese_of(const char *credit, const char **english)
{
    static const char BETWEEN[] = " / ";
    const char *slash = strstr(credit, BETWEEN);
    *english = slash ? slash + strlen(BETWEEN) : credit;
    return slash ? (size_t)(slash - credit) : strlen(credit);
}

/* Both credit lines, each language with its own; one that is there already is not said twice. */
static void join_credits(const char *earlier, const char *added, mintu_buffer *out)
{
    const char *english[2];
    size_t sizes[2] = {chinese_of(earlier, &english[0]), chinese_of(added, &english[1])};
    if (!earlier[0] || strstr(earlier, added)) {
        mintu_buffer_text(out, earlier[0] ? earlier : added);
        return;
    }
    mintu_buffer_format(out, "%.*s；%.*s", (int)sizes[0], earlier, (int)sizes[1], added);
    if (english[0] != earlier || english[1] != added)
        mintu_buffer_format(out, " / %s; %s", english[0], english[1]);
}

static mintu_status list_files(mintu_change *change, const char *counties, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i < MINTU_BOUNDARY_FILES && status == MINTU_STATUS_OK; i++) {
        char *name = mintu_built_path(counties, mintu_boundary_file_layer(i));
        status = name ? mintu_change_made(change, name, error) : mintu_fail_memory(error, DOING);
        free(name);
    }
    return status;
}

/* Name of the counties' file, which stands beside the description. */
static mintu_status find_name(const mintu_package *package, mintu_error *error, char **out)
{
    const json_t *resource = mintu_package_resource(package, "counties", NULL);
    const char *name = resource ? json_string_value(json_object_get(resource, "path")) : "counties.gpkg";
    if (!name || strchr(name, '/'))
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, mintu_package_where(package, "/resources"),
            "%s: the polygons %s stand in another folder than datapackage.json; expected them beside that; move "
            "them there",
            mintu_message(DOING), name ? name : "");
    *out = mintu_text_copy(name);
    return *out ? MINTU_STATUS_OK : mintu_fail_memory(error, DOING);
}

static mintu_status write_package(mintu_merging *m, mintu_error *error)
{
    const mintu_package *package = &m->read.gazetteer->package;
    const char *source = mintu_layer_note(m->counties, "source");
    mintu_buffer credit = {0};
    mintu_change change = {0};
    char *name = NULL;
    join_credits(source ? source : "", mintu_boundary_read_source(&m->read), &credit);
    mintu_status status = credit.failed ? mintu_fail_memory(error, DOING) : find_name(package, error, &name);
    made write = {m, name, credit.data, mintu_layer_note(m->counties, "schematic")};
    if (status == MINTU_STATUS_OK)
        status = mintu_change_open(m->read.context, package, error, &change);
    if (status == MINTU_STATUS_OK)
        status = list_files(&change, name, error);
    change.make = write_layers;
    change.user = &write;
    const char *path = m->read.options->paths[0];
    const mintu_change_told told = {.command = "import-boundaries",
                                    .what = "counties",
                                    .path = mintu_path_is_database(m->read.context, path) ? NULL : path,
                                    .changed = m->units};
    if (status == MINTU_STATUS_OK)
        status = mintu_change_commit(&change, m->read.options->target, &told, error);
    mintu_change_close(&change);
    mintu_buffer_free(&credit);
    free(name);
    return status;
}

mintu_status mintu_amend_boundaries(mintu_context *context, const mintu_gazetteer *gazetteer,
                                    const mintu_boundaries_options *options, mintu_error *error, mintu_layer **findings)
{
    if (findings)
        *findings = NULL;
    if (MINTU_GIVEN(error, context, gazetteer, options) || MINTU_RESERVED_ZERO(error, options) ||
        MINTU_DATE_GIVEN(error, options->as_of))
        return MINTU_STATUS_USAGE;
    if ((unsigned)options->datum >= MINTU_DATUM_END)
        return mintu_fail(error, MINTU_STATUS_USAGE, "%s: the datum is not one of its enum; zero-initialise the options",
                          mintu_message(DOING));
    mintu_merging m = {.read = {.context = context, .gazetteer = gazetteer, .options = options}};
    mintu_status status = mintu_amend_text_check(options->source, "source", error);
    for (size_t i = 0; i < options->path_count && status == MINTU_STATUS_OK; i++)
        if (!mintu_path_is_database(context, options->paths[i]))
            status = mintu_amend_file_check(options->paths[i], error);
    if (status == MINTU_STATUS_OK)
        status = read_polygons(&m, error);
    if (status == MINTU_STATUS_OK)
        status = replace(&m, error);
    if (status == MINTU_STATUS_OK)
        status = write_package(&m, error);
    status = mintu_boundary_read_end(&m.read, status, findings);
    mintu_layer_free(m.counties);
    mintu_layer_free(m.fresh);
    free(m.row_of);
    return status;
}
