#include "layer/ogr_write.h"

OGRSpatialReferenceH mintu_ogr_wgs84(void)
{
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(NULL);
    OSRImportFromEPSG(wgs84, 4326);
    OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    return wgs84;
}

OGRwkbGeometryType mintu_ogr_type(const mintu_layer *layer)
{
    static const OGRwkbGeometryType types[MINTU_GEOMETRY_TYPE_END] = {wkbNone, wkbMultiPoint, wkbMultiLineString,
                                                                      wkbMultiPolygon, wkbUnknown};
    mintu_geometry_type type = mintu_layer_geometry_type(layer);
    if (type != MINTU_GEOMETRY_TYPE_POINT)
        return types[type];
    for (size_t row = 0; row < layer->count; row++) {
        OGRGeometryH geometry = OGR_F_GetGeometryRef(layer->rows[row]);
        if (geometry && OGR_GT_Flatten(OGR_G_GetGeometryType(geometry)) != wkbPoint)
            return wkbMultiPoint;
    }
    return wkbPoint;
}

bool mintu_ogr_fields(OGRLayerH out, const mintu_layer *layer)
{
    for (int field = 0; field < OGR_FD_GetFieldCount(layer->definition); field++)
        if (OGR_L_CreateField(out, OGR_FD_GetFieldDefn(layer->definition, field), 0) != OGRERR_NONE)
            return false;
    return true;
}

bool mintu_ogr_row(OGRLayerH out, OGRFeatureH row, OGRwkbGeometryType type)
{
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(out));
    for (int field = 0; field < OGR_F_GetFieldCount(row); field++)
        if (OGR_F_IsFieldSetAndNotNull(row, field))
            OGR_F_SetFieldRaw(feature, field, OGR_F_GetRawFieldRef(row, field));
        else
            OGR_F_SetFieldNull(feature, field);
    OGRGeometryH geometry = OGR_F_GetGeometryRef(row);
    if (geometry && type != wkbNone) {
        OGRGeometryH copy = OGR_G_Clone(geometry);
        OGR_F_SetGeometryDirectly(feature, type == wkbUnknown ? copy : OGR_G_ForceTo(copy, type, NULL));
    }
    bool good = OGR_L_CreateFeature(out, feature) == OGRERR_NONE;
    OGR_F_Destroy(feature);
    return good;
}
