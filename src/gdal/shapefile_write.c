#include "gdal/shapefile_write.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/context.h"
#include "base/error.h"
#include "base/output_set.h"
#include "base/path_beneath.h"
#include "gdal/ogr_file.h"
#include "gdal/ogr_write.h"
#include "gdal/shapefile_fields.h"

#include <string.h>

static const char doing[] = N_("writing a Shapefile");

static mintu_status check_layer(const mintu_layer *layer, const char *path, mintu_error *error)
{
    const mintu_where where = {.source = path};
    mintu_geometry_type type = mintu_layer_geometry_type(layer);
    if (mintu_ascii_compare(mintu_path_ending(path), "shp") != 0)
        return mintu_fail_at(
            error, MINTU_STATUS_USAGE, where,
            "%s: several files are written beside one another, and the first one's name ends in .shp; add it to "
            "the name",
            mintu_message(doing));
    if (type == MINTU_GEOMETRY_TYPE_MIXED)
        return mintu_fail_at(error, MINTU_STATUS_USAGE, where,
                             "%s: the layer has points, lines or polygons together, and the format holds one kind; write "
                             "GeoPackage, or one layer for each kind",
                             mintu_message(doing));
    if (type == MINTU_GEOMETRY_TYPE_NONE)
        return mintu_fail_at(error, MINTU_STATUS_USAGE, where, "%s: no row of the layer has a geometry; write CSV or XLSX",
                             mintu_message(doing));
    return MINTU_STATUS_OK;
}

static bool add_field(OGRLayerH out, const mintu_column *column, const mintu_dbf_field *size)
{
    static const OGRFieldType types[MINTU_FIELD_TYPE_END] = {[MINTU_FIELD_TYPE_TEXT] = OFTString,
                                                             [MINTU_FIELD_TYPE_INTEGER] = OFTInteger64,
                                                             [MINTU_FIELD_TYPE_REAL] = OFTReal,
                                                             [MINTU_FIELD_TYPE_DATE] = OFTDate};
    OGRFieldDefnH field = OGR_Fld_Create(column->name, types[column->type]);
    if (field && size->width > 0) {
        OGR_Fld_SetWidth(field, size->width);
        OGR_Fld_SetPrecision(field, size->decimals);
    }
    bool good = field && OGR_L_CreateField(out, field, 0) == OGRERR_NONE;
    OGR_Fld_Destroy(field);
    return good;
}

static bool write_dataset(GDALDatasetH dataset, const mintu_layer *layer)
{
    static const char *const options[] = {"ENCODING=UTF-8", "2GB_LIMIT=YES", "DBF_DATE_LAST_UPDATE=2000-01-01", NULL};
    const mintu_shapefile_layer *all = (const mintu_shapefile_layer *)layer; /* its first member */
    OGRLayerH out = mintu_ogr_layer_bare(dataset, layer, options);
    bool good = out;
    for (size_t i = 0; i < layer->field_count && good; i++)
        good = add_field(out, &layer->fields[i], &all->sizes[i]);
    return good && mintu_ogr_rows(out, layer);
}

static void tell_names(mintu_context *context, const mintu_layer *from, const mintu_layer *to, const char *path)
{
    mintu_buffer names = {0};
    size_t count = 0;
    for (size_t i = 0; i < from->field_count; i++)
        if (strcmp(from->fields[i].name, to->fields[i].name) != 0)
            mintu_buffer_format(&names, mintu_message("%s%s is %s"), count++ ? ", " : "", from->fields[i].name,
                                to->fields[i].name);
    if (count && !names.failed)
        mintu_context_notice(context, "%s: names of fields have at most 10 bytes in a Shapefile: %s", path, names.data);
    mintu_buffer_free(&names);
}

static void tell(mintu_context *context, const mintu_layer *from, const mintu_shapefile_layer *to, const char *path)
{
    tell_names(context, from, &to->layer, path);
    if (to->cut)
        mintu_context_notice(
            context,
            "%s: %zu texts are longer than the 254 bytes that a Shapefile holds and were cut, the first in row "
            "%zu; write GeoPackage to keep them",
            path, to->cut, to->first_cut);
    if (to->rounded)
        mintu_context_notice(
            context,
            "%s: %zu numbers need more than the 24 characters that a Shapefile holds and are rounded, or left out "
            "where they are too large; write GeoPackage to keep them",
            path, to->rounded);
}

static mintu_status add_part(void *set, const char *ending, const void *bytes, size_t size, mintu_error *error)
{
    return mintu_output_set_add(set, ending, bytes, size, error);
}

static mintu_status write_set(const mintu_shapefile_layer *shapes, const char *path, mintu_error *error)
{
    static const char *const parts[] = {".shp", ".shx", ".dbf", ".prj", ".cpg", NULL};
    static const mintu_ogr_format format = {
        .driver = "ESRI Shapefile", .ending = "shp", .doing = doing, .fill = write_dataset, .parts = parts};
    mintu_output_set *set;
    mintu_status status = mintu_output_set_open(path, mintu_layer_side_endings(path), error, &set);
    if (status != MINTU_STATUS_OK)
        return status;
    const mintu_ogr_parts to = {add_part, set};
    return mintu_output_set_end(set, mintu_ogr_files_write(&format, &shapes->layer, path, &to, error), error);
}

mintu_status mintu_shapefile_write(mintu_context *context, const mintu_layer *layer, const char *path, mintu_error *error)
{
    mintu_shapefile_layer shapes = {0};
    mintu_status status = check_layer(layer, path, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_shapefile_layer_make(layer, error, &shapes);
    if (status == MINTU_STATUS_OK)
        status = write_set(&shapes, path, error);
    if (status == MINTU_STATUS_OK)
        tell(context, layer, &shapes, path);
    mintu_shapefile_layer_free(&shapes);
    return status;
}
