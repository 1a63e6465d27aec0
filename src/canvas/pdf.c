#include "canvas/pdf.h"

#include "base/error.h"
#include "gdal/pdf_georeference.h"
#include "geometry/projection.h"

/* Points to a px. */
static double points_of(const mintu_drawing *drawing)
{
    return 72.0 / 96 * drawing->canvas.type;
}

int mintu_pdf_bookmark(mintu_drawing *drawing, int parent, const char *name, const double at[2])
{
    mintu_buffer text = {0}, link = {0};
    int root = parent == MINTU_PDF_TOP ? CAIRO_PDF_OUTLINE_ROOT : parent;
    mintu_buffer_text(&text, name);
    double points = points_of(drawing);
    mintu_buffer_format(&link, "page=%d pos=[%d %d]", drawing->canvas.pages + 1, (int)(at[0] * points), (int)(at[1] * points));
    bool good = !text.failed && !link.failed;
    int id =
        good ? cairo_pdf_surface_add_outline(drawing->canvas.surface, root, g_strdelimit(text.data, "\n", ' '), link.data, 0)
             : 0;
    mintu_buffer_free(&text);
    mintu_buffer_free(&link);
    return id;
}

/* Dates would make two runs differ, so none is written. The file must keep the plain table of objects that an update can extend. */
void mintu_pdf_describe(mintu_drawing *drawing, const mintu_provenance *provenance)
{
    cairo_surface_t *surface = drawing->canvas.surface;
    mintu_buffer keywords = {0};
    if (drawing->canvas.format != MINTU_MAP_FORMAT_PDF)
        return;
    mintu_buffer_format(&keywords, "%s%s%s", provenance->source, *provenance->source ? "; " : "", provenance->record);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, provenance->title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, provenance->description);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, keywords.failed ? "" : keywords.data);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "mintu " MINTU_VERSION_STRING);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
    mintu_buffer_free(&keywords);
}

mintu_status mintu_pdf_place(mintu_drawing *drawing, const mintu_provenance *provenance, mintu_error *error)
{
    const mintu_page *page = &drawing->page;
    double type = drawing->canvas.type; /* GDAL's px are 1/96 inch */
    const mintu_georeference place = {
        .height = drawing->canvas.size[1] * type,
        .frame = {page->frame.x0 * type, page->frame.y0 * type, page->frame.x1 * type, page->frame.y1 * type},
        .metres = {page->metres[0], page->metres[1]},
        .px_per_metre = page->px_per_metre * type,
        .turn = {1 - page->turn[0], page->turn[1]},
        .system = mintu_projection_wkt(drawing->projection)};
    mintu_buffer xmp = {0};
    bool done;
    mintu_provenance_xmp(provenance, &xmp);
    mintu_status status = xmp.failed ? mintu_fail_memory(error, "writing PDF")
                                     : mintu_pdf_georeference(&drawing->canvas.bytes, &place, xmp.data, error, &done);
    mintu_buffer_free(&xmp);
    return status;
}
