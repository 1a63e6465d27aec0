/* A workbook with the rows on the first sheet and the notes on the second. The driver writes no time of day anywhere, and text as
 * text, so that a code stays one. */
#include "base/error.h"
#include "geo/ogr_file.h"
#include "geo/ogr_write.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = "writing an XLSX workbook";

enum { SHEET_ROWS = 1048576, SHEET_COLUMNS = 16384, SHEET_NAME = 31 }; /* ECMA-376 as Excel reads it */

/* A sheet's name has at most 31 characters, none of []:*?/\ and no quote at its ends. */
static void sheet_name(const char *name, char out[4 * SHEET_NAME + 1])
{
    size_t size = 0, characters = 0;
    for (const char *at = name; *at; at++) {
        characters += ((unsigned char)*at & 0xC0) != 0x80;
        if (characters > SHEET_NAME || size == 4 * SHEET_NAME)
            break;
        out[size++] = strchr("[]:*?/\\'", *at) ? '_' : *at;
    }
    out[size] = '\0';
    if (size == 0 || strcmp(out, "notes") == 0)
        strcpy(out, "layer");
}

static bool add_field(OGRLayerH sheet, const char *name, OGRFieldType type)
{
    OGRFieldDefnH field = OGR_Fld_Create(name, type);
    bool good = OGR_L_CreateField(sheet, field, 0) == OGRERR_NONE;
    OGR_Fld_Destroy(field);
    return good;
}

/* Points keep their position as columns, unless the layer has them already. */
static bool needs_position(const mintu_layer *layer)
{
    return mintu_layer_geometry_type(layer) == MINTU_GEOMETRY_TYPE_POINT && mintu_layer_field_find(layer, "lon") < 0 &&
           mintu_layer_field_find(layer, "lat") < 0;
}

static bool write_row(OGRLayerH sheet, OGRFeatureH row, bool position)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(sheet));
    int count = OGR_F_GetFieldCount(row);
    for (int field = 0; field < count; field++)
        if (OGR_F_IsFieldSetAndNotNull(row, field))
            OGR_F_SetFieldRaw(feature, field, OGR_F_GetRawFieldRef(row, field));
    OGRGeometryH geometry = position ? OGR_F_GetGeometryRef(row) : NULL;
    if (geometry && OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) != wkbPoint)
        geometry = OGR_G_GetGeometryCount(geometry) > 0 ? OGR_G_GetGeometryRef(geometry, 0) : NULL;
    if (geometry && !OGR_G_IsEmpty(geometry)) {
        OGR_F_SetFieldDouble(feature, count, OGR_G_GetX(geometry, 0));
        OGR_F_SetFieldDouble(feature, count + 1, OGR_G_GetY(geometry, 0));
    }
    bool good = OGR_L_CreateFeature(sheet, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}

static bool write_rows(GDALDatasetH workbook, const mintu_layer *layer)
{
    char name[4 * SHEET_NAME + 1];
    bool position = needs_position(layer);
    sheet_name(layer->name, name);
    OGRLayerH sheet = GDALDatasetCreateLayer(workbook, name, NULL, wkbNone, NULL);
    bool good = sheet && mintu_ogr_fields(sheet, layer);
    if (good && position)
        good = add_field(sheet, "lon", OFTReal) && add_field(sheet, "lat", OFTReal);
    for (size_t row = 0; row < layer->count && good; row++)
        good = write_row(sheet, layer->rows[row], position);
    return good;
}

static bool write_notes(GDALDatasetH workbook, const mintu_layer *layer)
{
    if (layer->note_count == 0)
        return true;
    OGRLayerH sheet = GDALDatasetCreateLayer(workbook, "notes", NULL, wkbNone, NULL);
    bool good = sheet && add_field(sheet, "note", OFTString) && add_field(sheet, "text", OFTString);
    for (size_t i = 0; i < layer->note_count && good; i++) {
        OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(sheet));
        OGR_F_SetFieldString(feature, 0, layer->notes[i].key);
        OGR_F_SetFieldString(feature, 1, layer->notes[i].value);
        good = OGR_L_CreateFeature(sheet, feature) == OGRERR_NONE;
        OGR_F_Destroy(feature);
    }
    return good;
}

static mintu_status check_size(const mintu_layer *layer, const char *target, mintu_error *error)
{
    if (layer->count < SHEET_ROWS && mintu_layer_field_count(layer) + 2 <= SHEET_COLUMNS)
        return MINTU_STATUS_OK;
    return mintu_fail_at(error, MINTU_STATUS_OUTPUT, (mintu_where){.source = target},
                         "%s: the layer has %zu rows and %zu columns, a sheet holds %d and %d with its header; write CSV or "
                         "GeoPackage instead",
                         doing, layer->count, mintu_layer_field_count(layer), SHEET_ROWS, SHEET_COLUMNS);
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
    char *chunk = malloc(CHUNK + 1);
    VSILFILE *file = chunk ? VSIFOpenL(path, "rb") : NULL;
    if (!file)
        CPLError(CE_Failure, CPLE_FileIO, "%s cannot be read again", path);
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
    free(chunk);
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

mintu_status mintu_xlsx_write(const mintu_layer *layer, const char *target, mintu_output *output, mintu_error *error)
{
    static const mintu_ogr_format format = {
        .driver = "XLSX", .ending = "xlsx", .doing = doing, .fill = write_workbook, .count = count_rows};
    mintu_status status = check_size(layer, target, error);
    return status == MINTU_STATUS_OK ? mintu_ogr_file_write(&format, layer, target, output, error) : status;
}
