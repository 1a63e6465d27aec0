#include "gdal/content_check.h"

#include "base/ascii.h"
#include "gdal/dxf_blocks.h"
#include "gdal/topojson_arcs.h"
#include "gdal/workbook_check.h"
#include "gdal/xml_scan.h"

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

mintu_status mintu_content_check(mintu_source *source, mintu_error *error)
{
    char head[HEAD + 1] = "";
    mintu_gdal_head(source->opened, head, HEAD);
    const char *text = skip_space(head);
    if (is_packed(source, head))
        return mintu_workbook_check(source, error);
    if (*text == '<')
        return mintu_xml_scan(source->opened, &(mintu_xml_watch){.path = source->path, .limits = source->limits}, error);
    if (*text == '{' && strstr(text, "\"Topology\""))
        return mintu_topology_check(source, error);
    if (mintu_ascii_compare(CPLGetExtension(source->opened), "dxf") == 0 || strncmp(text, "0", 1) == 0 ||
        strncmp(text, "999", 3) == 0)
        return mintu_drawing_check(source, error);
    return MINTU_STATUS_OK;
}
