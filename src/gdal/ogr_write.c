#include "gdal/ogr_write.h"

#include "gdal/ogr_geometry.h"
#include "layer/names_apart.h"

#include <stdint.h>
#include <string.h>

/* What the layer's shapes are in, with x or longitude first. */
static OGRSpatialReferenceH make_reference(const mintu_layer *layer)
{
    OGRSpatialReferenceH reference = OSRNewSpatialReference(layer->system ? layer->system->wkt : NULL);
    if (reference && !layer->system)
        OSRImportFromEPSG(reference, 4326);
    if (reference)
        OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

/* The type that holds every feature of the layer. */
static OGRwkbGeometryType find_type(const mintu_layer *layer)
{
    static const OGRwkbGeometryType types[MINTU_GEOMETRY_TYPE_END] = {wkbNone, wkbMultiPoint, wkbMultiLineString,
                                                                      wkbMultiPolygon, wkbUnknown};
    mintu_geometry_type type = mintu_layer_geometry_type(layer);
    if (type != MINTU_GEOMETRY_TYPE_POINT)
        return types[type];
    for (size_t row = 0; row < layer->count; row++)
        if (layer->shapes[row] && layer->shapes[row]->part_count > 1)
            return wkbMultiPoint;
    return wkbPoint;
}

bool mintu_ogr_field(OGRLayerH out, const char *name, mintu_field_type type)
{
    static const OGRFieldType types[MINTU_FIELD_TYPE_END] = {
        [MINTU_FIELD_TYPE_TEXT] = OFTString, [MINTU_FIELD_TYPE_INTEGER] = OFTInteger64,
        [MINTU_FIELD_TYPE_REAL] = OFTReal,   [MINTU_FIELD_TYPE_BOOLEAN] = OFTInteger,
        [MINTU_FIELD_TYPE_DATE] = OFTDate,   [MINTU_FIELD_TYPE_DATETIME] = OFTDateTime,
        [MINTU_FIELD_TYPE_JSON] = OFTString, [MINTU_FIELD_TYPE_ANY] = OFTString};
    OGRFieldDefnH field = OGR_Fld_Create(name, types[type]);
    if (field && type == MINTU_FIELD_TYPE_BOOLEAN)
        OGR_Fld_SetSubType(field, OFSTBoolean);
    if (field && type == MINTU_FIELD_TYPE_JSON)
        OGR_Fld_SetSubType(field, OFSTJSON);
    bool good = field && OGR_L_CreateField(out, field, 0) == OGRERR_NONE;
    OGR_Fld_Destroy(field);
    return good;
}

OGRLayerH mintu_ogr_layer_bare(GDALDatasetH dataset, const mintu_layer *layer, const char *const *options)
{
    OGRwkbGeometryType type = find_type(layer);
    OGRSpatialReferenceH reference = type == wkbNone ? NULL : make_reference(layer);
    OGRLayerH out = reference || type == wkbNone
                        ? GDALDatasetCreateLayer(dataset, layer->name, reference, type, (char **)(uintptr_t)options)
                        : NULL;
    if (reference)
        OSRDestroySpatialReference(reference);
    return out;
}

OGRLayerH mintu_ogr_layer(GDALDatasetH dataset, const mintu_layer *layer, const char *const *options)
{
    OGRLayerH out = mintu_ogr_layer_bare(dataset, layer, options);
    bool good = out;
    for (size_t i = 0; i < layer->field_count && good; i++)
        good = mintu_ogr_field(out, layer->fields[i].name, layer->fields[i].type);
    return good ? out : NULL;
}

void mintu_ogr_value(OGRFeatureH feature, const mintu_layer *layer, size_t row, size_t field)
{
    mintu_cell cell = layer->fields[field].cells[row];
    switch (cell.kind) {
    case MINTU_CELL_INTEGER:
        OGR_F_SetFieldInteger64(feature, (int)field, cell.integer);
        break;
    case MINTU_CELL_REAL:
        OGR_F_SetFieldDouble(feature, (int)field, cell.real);
        break;
    case MINTU_CELL_BOOLEAN:
        if (layer->fields[field].type == MINTU_FIELD_TYPE_BOOLEAN)
            OGR_F_SetFieldInteger64(feature, (int)field, cell.boolean);
        else
            OGR_F_SetFieldString(feature, (int)field, cell.boolean ? "true" : "false");
        break;
    case MINTU_CELL_TEXT:
    case MINTU_CELL_JSON:
        OGR_F_SetFieldString(feature, (int)field, cell.text);
        break;
    default:
        OGR_F_SetFieldNull(feature, (int)field);
    }
}

static bool add_row(OGRLayerH out, const mintu_layer *layer, size_t row, OGRwkbGeometryType type)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(out));
    for (size_t field = 0; field < layer->field_count; field++)
        mintu_ogr_value(feature, layer, row, field);
    bool good = true;
    if (layer->shapes[row] && type != wkbNone) {
        OGRGeometryH geometry = mintu_ogr_geometry(layer->shapes[row]);
        good = geometry;
        if (good)
            OGR_F_SetGeometryDirectly(feature, type == wkbUnknown ? geometry : OGR_G_ForceTo(geometry, type, NULL));
    }
    good = good && OGR_L_CreateFeature(out, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}

bool mintu_ogr_rows(OGRLayerH out, const mintu_layer *layer)
{
    OGRwkbGeometryType type = find_type(layer);
    bool good = true;
    for (size_t row = 0; row < layer->count && good; row++)
        good = add_row(out, layer, row, type);
    return good;
}

/* The first of the options whose column no field is called as, whatever its case. */
static const char *free_option(const mintu_layer *layer, const char *const *options)
{
    while (options[1] && mintu_layer_has_name(layer, strchr(*options, '=') + 1))
        options++;
    return *options;
}

const char *mintu_ogr_key_option(const mintu_layer *layer)
{
    static const char *const options[] = {"FID=fid",         "FID=ogc_fid",     "FID=mintu_fid",
                                          "FID=mintu_fid_2", "FID=mintu_fid_3", NULL};
    return free_option(layer, options);
}

const char *mintu_ogr_geometry_option(const mintu_layer *layer)
{
    static const char *const options[] = {"GEOMETRY_NAME=geom",         "GEOMETRY_NAME=wkb_geometry",
                                          "GEOMETRY_NAME=mintu_geom",   "GEOMETRY_NAME=mintu_geom_2",
                                          "GEOMETRY_NAME=mintu_geom_3", NULL};
    return free_option(layer, options);
}
