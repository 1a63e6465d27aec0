/* A workbook with the rows on the first sheet and the notes on the second. The driver writes no time of day anywhere, and text as
 * text, so that a code stays one. How the sheets look, of which it knows nothing, is put into its file afterwards. */
#include "gdal/xlsx_write.h"

#include "base/error.h"
#include "base/utf8.h"
#include "gdal/ogr_file.h"
#include "gdal/ogr_write.h"
#include "layer/shape.h"
#include "layer/xlsx_dress.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("writing an XLSX workbook");

enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 2000, SHEET_NAME = 31 }; /* as Excel reads it; columns as the driver writes them */

/* A sheet's name has at most 31 characters, none of []:*?/\ and no quote at its ends. */
static void sheet_name(const char *name, char out[4 * SHEET_NAME + 1])
{
    size_t size = 0, characters = 0;
    for (const char *at = name; *at; at++) {
        characters += ((unsigned char)*at & 0xC0) != 0x80;
        if (characters > SHEET_NAME || size == (size_t)4 * SHEET_NAME)
            break;
        out[size++] = (char)(strchr("[]:*?/\\'", *at) ? '_' : *at);
    }
    out[size] = '\0';
    if (size == 0 || strcmp(out, "notes") == 0)
        memcpy(out, "layer", sizeof "layer");
}

/* A workbook is XML, which cannot hold every character: those become U+FFFD. On the heap, NULL when memory ran out. */
static char *clean_text(const char *text)
{
    mintu_buffer clean = {0};
    mintu_utf8_clean(text, &clean);
    if (clean.failed)
        mintu_buffer_free(&clean);
    return clean.data;
}

static bool add_field(OGRLayerH sheet, const char *name, mintu_field_type type)
{
    char *clean = clean_text(name);
    bool good = clean && mintu_ogr_field(sheet, clean, type);
    free(clean);
    return good;
}

static bool add_fields(OGRLayerH sheet, const mintu_layer *layer)
{
    bool good = true;
    for (size_t i = 0; i < layer->field_count && good; i++)
        good = add_field(sheet, layer->fields[i].name, layer->fields[i].type);
    return good;
}

/* Points keep their position as columns, unless the layer has them already, as one in another system does. */
static bool needs_position(const mintu_layer *layer)
{
    return !layer->system && mintu_layer_geometry_type(layer) == MINTU_GEOMETRY_TYPE_POINT &&
           mintu_layer_field_find(layer, "lon") < 0 && mintu_layer_field_find(layer, "lat") < 0;
}

static bool set_text(OGRFeatureH feature, int field, const char *text)
{
    char *clean = clean_text(text);
    if (clean)
        OGR_F_SetFieldString(feature, field, clean);
    free(clean);
    return clean;
}

static bool write_row(OGRLayerH sheet, const mintu_layer *layer, size_t row, bool position)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(sheet));
    const mintu_shape *shape = position ? layer->shapes[row] : NULL;
    int count = (int)layer->field_count;
    bool good = true;
    for (size_t field = 0; field < layer->field_count && good; field++) {
        mintu_cell cell = layer->fields[field].cells[row];
        if (cell.kind == MINTU_CELL_TEXT || cell.kind == MINTU_CELL_JSON)
            good = set_text(feature, (int)field, cell.text);
        else if (cell.kind > MINTU_CELL_NULL)
            mintu_ogr_value(feature, layer, row, field);
    }
    if (shape) {
        OGR_F_SetFieldDouble(feature, count, shape->xy[0]);
        OGR_F_SetFieldDouble(feature, count + 1, shape->xy[1]);
    }
    good = good && OGR_L_CreateFeature(sheet, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}

/* A sheet has no geometry, of which a feature might need several rows. */
static size_t count_features(const mintu_layer *layer)
{
    size_t count = 0;
    for (size_t row = 0; row < layer->count; row++)
        count += !mintu_layer_is_further(layer, row);
    return count;
}

static bool write_rows(GDALDatasetH workbook, const mintu_layer *layer)
{
    char name[4 * SHEET_NAME + 1], *clean = clean_text(layer->name);
    bool position = needs_position(layer);
    sheet_name(clean ? clean : "", name);
    free(clean);
    OGRLayerH sheet = GDALDatasetCreateLayer(workbook, name, NULL, wkbNone, NULL);
    bool good = sheet && add_fields(sheet, layer);
    if (good && position)
        good = add_field(sheet, "lon", MINTU_FIELD_TYPE_REAL) && add_field(sheet, "lat", MINTU_FIELD_TYPE_REAL);
    for (size_t row = 0; row < layer->count && good; row++)
        good = mintu_layer_is_further(layer, row) || write_row(sheet, layer, row, position);
    return good;
}

static bool write_notes(GDALDatasetH workbook, const mintu_layer *layer)
{
    if (layer->note_count == 0)
        return true;
    OGRLayerH sheet = GDALDatasetCreateLayer(workbook, "notes", NULL, wkbNone, NULL);
    bool good = sheet && add_field(sheet, "note", MINTU_FIELD_TYPE_TEXT) && add_field(sheet, "text", MINTU_FIELD_TYPE_TEXT);
    for (size_t i = 0; i < layer->note_count && good; i++) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(sheet));
        good = set_text(feature, 0, layer->notes[i].key) && set_text(feature, 1, layer->notes[i].value) &&
               OGR_L_CreateFeature(sheet, feature) == OGRERR_NONE;
        OGR_F_Destroy(feature);
    }
    return good;
}

static mintu_status check_size(const mintu_layer *layer, const char *target, mintu_error *error)
{
    if (layer->count < SHEET_ROWS && mintu_layer_field_count(layer) + 2 * needs_position(layer) <= SHEET_COLUMNS)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = target},
                         "%s: the layer has %zu rows and %zu columns, a sheet holds %d and %d with its header; write CSV or "
                         "GeoPackage instead",
                         mintu_message(doing), layer->count, mintu_layer_field_count(layer) + 2 * needs_position(layer),
                         SHEET_ROWS, SHEET_COLUMNS);
}

static bool write_workbook(GDALDatasetH workbook, const mintu_layer *layer)
{
    return write_rows(workbook, layer) && write_notes(workbook, layer);
}

/* Reads one file of the archive to its end, where its checksum is compared; marks in it are counted. */
static size_t count_marks(const char *path, const char *mark)
{
    enum { CHUNK = 1 << 16 };
    size_t count = 0, length = strlen(mark), kept = 0, got;
    char chunk[CHUNK + 1];
    VSILFILE *file = VSIFOpenL(path, "rb");
    if (!file)
        CPLError(CE_Failure, CPLE_FileIO, mintu_message("%s cannot be read again"), path);
    while (file && (got = VSIFReadL(chunk + kept, 1, CHUNK - kept, file)) > 0) {
        chunk[kept += got] = '\0'; /* XML has no NUL */
        for (const char *at = chunk; (at = strstr(at, mark)); at += length)
            count++;
        size_t tail = kept < length ? kept : length - 1; /* a mark may be cut here */
        memmove(chunk, chunk + kept - tail, tail);
        kept = tail;
    }
    if (file)
        VSIFCloseL(file);
    return count;
}

/* The driver takes as long to read a large workbook as to write it; the archive itself is read in a moment. The header is a row,
 * unless there is no column. */
static size_t count_rows(const char *path)
{
    static const char sheet[] = "xl/worksheets/sheet1.xml";
    char **names = VSIReadDirRecursive(CPLSPrintf("/vsizip/%s", path));
    size_t rows = 0, columns = 0;
    for (int i = 0; names && names[i]; i++) {
        const char *name = CPLSPrintf("/vsizip/%s/%s", path, names[i]);
        bool first = strcmp(names[i], sheet) == 0;
        if (name[strlen(name) - 1] == '/') /* a folder in the archive */
            continue;
        rows += count_marks(name, "<row ") * first;
        columns += first ? count_marks(name, "<col ") : 0;
    }
    CSLDestroy(names);
    return columns > 0 && rows > 0 ? rows - 1 : rows;
}

static bool put(VSILFILE *to, const char *bytes, size_t size)
{
    return size == 0 || VSIFWriteL(bytes, 1, size, to) == size;
}

static bool put_buffer(VSILFILE *to, mintu_buffer *buffer)
{
    bool good = !buffer->failed && put(to, buffer->data, buffer->size);
    mintu_buffer_free(buffer);
    return good;
}

/* A sheet may be large: all but its begin goes through in pieces, the last bytes of each held back for what stands before its end. */
static bool dress_sheet(VSILFILE *from, VSILFILE *to, const mintu_layer *layer, size_t columns)
{
    enum { CHUNK = 1 << 16, HELD = 64 };
    static const char row_end[] = "</row>", sheet_end[] = "</worksheet>";
    char chunk[CHUNK + HELD + 1];
    mintu_buffer head = {0}, text = {0};
    const char *end = NULL;
    size_t got, kept = 0;
    while (!end && (got = VSIFReadL(chunk, 1, CHUNK, from)) > 0) {
        mintu_buffer_add(&head, chunk, got);
        end = head.failed ? NULL : strstr(head.data, row_end);
    }
    size_t size = end ? (size_t)(end - head.data) + sizeof row_end - 1 : head.size;
    char *begin = head.failed || !head.data ? NULL : mintu_text_copy_n(head.data, size);
    if (begin && end)
        mintu_xlsx_dress_head(begin, layer, layer && needs_position(layer), &text);
    else if (begin)
        size = 0;
    bool good = begin && put_buffer(to, &text);
    mintu_buffer rest = {0};
    mintu_buffer_add(&rest, head.data + size, good ? head.size - size : 0);
    while (good && (got = VSIFReadL(chunk, 1, CHUNK, from)) > 0) {
        kept = rest.size < HELD ? rest.size : HELD;
        good = put(to, rest.data, rest.size - kept);
        memmove(rest.data, rest.data + rest.size - kept, kept);
        rest.size = kept;
        mintu_buffer_add(&rest, chunk, got);
        good = good && !rest.failed;
    }
    const char *last = good && rest.data ? strstr(rest.data, sheet_end) : NULL;
    size_t before = last ? (size_t)(last - rest.data) : 0;
    if (last && end && columns)
        mintu_xlsx_dress_filter(columns, count_features(layer), &text);
    good = last && put(to, rest.data, before) && put_buffer(to, &text) && put(to, last, rest.size - before);
    mintu_buffer_free(&rest);
    mintu_buffer_free(&head);
    free(begin);
    return good;
}

static bool dress_part(VSILFILE *from, VSILFILE *to, void (*dress)(const char *, mintu_buffer *))
{
    enum { CHUNK = 1 << 16 };
    char chunk[CHUNK];
    mintu_buffer whole = {0}, text = {0};
    size_t got;
    mintu_buffer_text(&whole, "");
    while ((got = VSIFReadL(chunk, 1, CHUNK, from)) > 0)
        mintu_buffer_add(&whole, chunk, got);
    bool good = !whole.failed;
    if (good && dress)
        dress(whole.data, &text);
    good = good && (dress ? put_buffer(to, &text) : put(to, whole.data, whole.size));
    mintu_buffer_free(&whole);
    return good;
}

static bool dress_file(const char *from_path, const char *to_path, const char *name, const mintu_layer *layer)
{
    VSILFILE *from = VSIFOpenL(from_path, "rb"), *to = from ? VSIFOpenL(to_path, "wb") : NULL;
    bool rows = strcmp(name, "xl/worksheets/sheet1.xml") == 0, notes = strcmp(name, "xl/worksheets/sheet2.xml") == 0;
    size_t columns = mintu_layer_field_count(layer) + (needs_position(layer) ? 2U : 0U);
    bool good = from && to;
    if (good && (rows || notes))
        good = dress_sheet(from, to, rows ? layer : NULL, rows ? columns : 0);
    else if (good)
        good = dress_part(from, to,
                          strcmp(name, "xl/styles.xml") == 0     ? mintu_xlsx_dress_styles
                          : strcmp(name, "xl/workbook.xml") == 0 ? mintu_xlsx_dress_book
                                                                 : NULL);
    if (from)
        VSIFCloseL(from);
    return (!to || VSIFCloseL(to) == 0) && good;
}

/* The archive is written anew beside the driver's, file by file in their order. */
static bool dress_workbook(const char *path, const mintu_layer *layer)
{
    int folder = (int)(strrchr(path, '/') - path);
    char *archive = mintu_text_copy(CPLSPrintf("/vsizip/%.*s/dressed.zip", folder, path));
    char *made = mintu_text_copy(CPLSPrintf("%.*s/dressed.zip", folder, path));
    char **names = VSIReadDirRecursive(CPLSPrintf("/vsizip/%s", path));
    VSILFILE *whole = archive && made ? VSIFOpenL(archive, "wb") : NULL;
    bool good = whole != NULL;
    for (int i = 0; good && names && names[i]; i++) {
        char *from = mintu_text_copy(CPLSPrintf("/vsizip/%s/%s", path, names[i]));
        char *to = mintu_text_copy(CPLSPrintf("%s/%s", archive, names[i]));
        if (names[i][strlen(names[i]) - 1] != '/')
            good = from && to && dress_file(from, to, names[i], layer);
        free(from);
        free(to);
    }
    if (whole)
        good = VSIFCloseL(whole) == 0 && good;
    good = good && VSIRename(made, path) == 0;
    CSLDestroy(names);
    free(archive);
    free(made);
    return good;
}

mintu_status mintu_xlsx_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error)
{
    static const mintu_ogr_format format = {.driver = "XLSX",
                                            .ending = "xlsx",
                                            .doing = doing,
                                            .fill = write_workbook,
                                            .finish = dress_workbook,
                                            .count = count_rows,
                                            .expected = count_features};
    mintu_status status = check_size(layer, target, error);
    return status == MINTU_STATUS_OK ? mintu_ogr_file_write(&format, layer, target, output, error) : status;
}
