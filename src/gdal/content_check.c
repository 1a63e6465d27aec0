#include "gdal/content_check.h"

#include "base/array.h"
#include "base/ascii.h"
#include "format/mif_check.h"
#include "format/number.h"
#include "format/xml_names.h"
#include "gdal/dxf_blocks.h"
#include "gdal/topojson_arcs.h"
#include "gdal/workbook_check.h"
#include "gdal/xml_scan.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HEAD = 8192 }; /* GDAL tells a TopoJSON by less */

static const char *skip_space(const char *head)
{
    head += strncmp(head, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return head + strspn(head, " \t\r\n");
}

/* Files that hold others and are no workbook are none of the README's list, though GDAL opens some. */
static bool is_packed(const mintu_source *source, const char *head)
{
    return strncmp(head, "PK", 2) == 0 || strncmp(head, "\x1F\x8B", 2) == 0 ||
           mintu_ascii_compare(CPLGetExtension(source->opened), "shz") == 0 ||
           mintu_ascii_compare(CPLGetExtension(source->opened), "zip") == 0;
}

/* An XML file, and what its outermost element is called. */
typedef struct outline {
    mintu_xml_watch watch;
    bool kml, gpx;
    bool bad; /* a point of a GPX without a position, which its driver would leave out */
    int line;
    mintu_buffer numbers; /* of the element of a GML's coordinates that is read */
    bool coordinates;
    char word[40]; /* the first of them that is no number, which its driver takes for 0 */
} outline;

static bool is_degree(const char *text, double most)
{
    double number;
    return text && mintu_number_scan_decimal(text, strlen(text), &number) && number >= -most && number <= most;
}

static bool is_coordinates(const char *local)
{
    static const char *const names[] = {"pos", "posList", "coordinates", NULL};
    return mintu_text_listed(local, names);
}

static void look(void *user, const char *name, const char *const *attributes)
{
    outline *o = user;
    const char *local = mintu_xml_local(name);
    if (o->watch.depth == 1) {
        o->kml = strcmp(local, "kml") == 0;
        o->gpx = strcmp(local, "gpx") == 0;
    }
    o->coordinates = !o->kml && !o->gpx && is_coordinates(local);
    if (o->coordinates)
        mintu_buffer_clear(&o->numbers);
    bool point = o->gpx && (strcmp(local, "wpt") == 0 || strcmp(local, "trkpt") == 0 || strcmp(local, "rtept") == 0);
    if (point && !o->bad &&
        !(is_degree(mintu_xml_attribute(attributes, "lat"), 90) && is_degree(mintu_xml_attribute(attributes, "lon"), 360))) {
        o->bad = true;
        o->line = o->watch.line;
    }
}

/* The first word that is no number; what parts numbers are blanks and commas, or what the element's attributes say, which are signs. */
static void check_coordinates(outline *o)
{
    static const char parts[] = " \t\r\n,;:|/_";
    const char *at = o->numbers.size ? o->numbers.data : "";
    for (size_t size; *(at += strspn(at, parts)); at += size) {
        double number;
        size = strcspn(at, parts);
        if (mintu_number_scan_decimal(at, size, &number) && isfinite(number))
            continue;
        snprintf(o->word, sizeof o->word, "%.*s", (int)(size < 32 ? size : 32), at);
        o->line = o->watch.line;
        return;
    }
}

static void end_element(void *user, const char *name)
{
    outline *o = user;
    (void)name;
    if (o->coordinates && !o->word[0])
        check_coordinates(o);
    o->coordinates = false;
}

static void add_text(void *user, const char *text, size_t size)
{
    outline *o = user;
    if (o->coordinates)
        mintu_buffer_add(&o->numbers, text, size);
}

static mintu_status check_xml(mintu_source *source, mintu_error *error)
{
    outline o = {
        .watch = {
            .start = look, .end = end_element, .text = add_text, .user = &o, .path = source->path, .limits = source->limits}};
    mintu_status status = mintu_xml_scan(source->opened, &o.watch, error);
    bool failed = o.numbers.failed;
    mintu_buffer_free(&o.numbers);
    if (status == MINTU_STATUS_OK && failed)
        return mintu_fail_memory(error, "reading a layer");
    if (status == MINTU_STATUS_OK && o.word[0])
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){source->path, o.line, 0},
                             "reading a layer: \"%s\" is no coordinate; expected numbers; correct or remove the feature",
                             o.word);
    if (status == MINTU_STATUS_OK && o.bad)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){source->path, o.line, 0},
                               "reading a layer: a point has no position; expected lat and lon as decimal degrees; correct or "
                               "remove it");
    if (status == MINTU_STATUS_OK && o.kml)
        source->book = MINTU_BOOK_KML;
    return status;
}

mintu_status mintu_content_check(mintu_source *source, mintu_error *error)
{
    char head[HEAD + 1] = "";
    mintu_gdal_head(source->opened, head, HEAD);
    const char *text = skip_space(head);
    if (is_packed(source, head))
        return mintu_workbook_check(source, error);
    if (*text == '<')
        return check_xml(source, error);
    if (mintu_ascii_compare(CPLGetExtension(source->opened), "mif") == 0)
        return mintu_mif_check(source->path, error);
    if (*text == '{' && strstr(text, "\"Topology\""))
        return mintu_topology_check(source, error);
    if (mintu_ascii_compare(CPLGetExtension(source->opened), "dxf") == 0 || strncmp(text, "0", 1) == 0 ||
        strncmp(text, "999", 3) == 0)
        return mintu_drawing_check(source, error);
    return MINTU_STATUS_OK;
}
