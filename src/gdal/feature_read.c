#include "gdal/feature_read.h"

#include "base/message.h"
#include "base/utf8.h"
#include "gdal/field_text.h"
#include "gdal/ogr_geometry.h"
#include "layer/further_row.h"
#include "layer/layer.h"
#include "layer/layer_value.h"
#include "layer/read_limits.h"
#include "layer/shape.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static mintu_field_type field_type(OGRFieldDefnH field)
{
    OGRFieldSubType sub = OGR_Fld_GetSubType(field);
    if (sub == OFSTBoolean && OGR_Fld_GetType(field) == OFTInteger)
        return MINTU_FIELD_TYPE_BOOLEAN;
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64:
        return MINTU_FIELD_TYPE_INTEGER;
    case OFTReal:
        return MINTU_FIELD_TYPE_REAL;
    case OFTDate:
        return MINTU_FIELD_TYPE_DATE;
    case OFTDateTime:
        return MINTU_FIELD_TYPE_DATETIME;
    default:
        return MINTU_FIELD_TYPE_TEXT;
    }
}

/* Fields before @p field with the same name. */
static int count_named(OGRFeatureDefnH definition, int field)
{
    const char *name = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, field));
    int count = 0;
    for (int i = 0; i < field; i++)
        count += strcmp(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)), name) == 0;
    return count > 0 ? count : 1;
}

mintu_status mintu_feature_read_fields(mintu_context *context, mintu_layer *layer, const mintu_source *source,
                                       mintu_error *error)
{
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(source->layer);
    mintu_status status = MINTU_STATUS_OK;
    if (OGR_FD_GetFieldCount(definition) > (int)source->limits->fields)
        return mintu_fail_limit(error, source->path, source->limits->fields, "fields", "remove those that are not needed");
    for (int i = 0; i < OGR_FD_GetFieldCount(definition) && status == MINTU_STATUS_OK; i++) {
        if (i == source->skipped)
            continue;
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        char name[256];
        snprintf(name, sizeof name, "%s", OGR_Fld_GetNameRef(field));
        for (int again = count_named(definition, i) + 1; mintu_layer_field_find(layer, name) >= 0; again++)
            snprintf(name, sizeof name, "%.200s_%d", OGR_Fld_GetNameRef(field), again);
        if (strcmp(name, OGR_Fld_GetNameRef(field)) != 0 && strlen(name) < 200)
            mintu_context_notice(context, "%s: column %d is called %s as one before it is, and becomes %s", source->path, i + 1,
                                 OGR_Fld_GetNameRef(field), name);
        status = mintu_layer_field_add(layer, name, field_type(field), error);
    }
    if (status == MINTU_STATUS_USAGE)
        status = mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
                               "reading a layer: a field has no name, or a name that is not UTF-8; correct the file's header");
    return status;
}

static mintu_status fail_feature(const mintu_layer *layer, const mintu_source *source, mintu_error *error, const char *what,
                                 const char *remedy)
{
    char title[128];
    mintu_layer_row_title(layer, layer->count - 1, title, sizeof title);
    return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path}, "reading a layer: %s %s; %s", title,
                         mintu_message(what), mintu_message(remedy));
}

static mintu_status fail_outside(const mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    return fail_feature(layer, source, error, N_("lies outside the area of the file's reference system"),
                        N_("correct the feature or the reference system"));
}

static mintu_status fail_number(const mintu_layer *layer, const mintu_source *source, mintu_error *error)
{
    return fail_feature(layer, source, error, N_("has a coordinate that is no number"), N_("correct or remove the feature"));
}

/* Text that is no UTF-8 spoils itself and not the file: each byte that is none becomes U+FFFD. */
static void repair(const mintu_layer *layer, mintu_source *source, mintu_buffer *text)
{
    mintu_buffer good = {0};
    mintu_utf8_repair_bytes(text->data, text->size, &good);
    mintu_buffer_free(text);
    *text = good;
    if (source->repaired++ == 0)
        source->repaired_row = layer->count;
}

static mintu_status read_value(mintu_layer *layer, mintu_source *source, OGRFeatureH feature, int field, mintu_error *error)
{
    size_t row = layer->count - 1;
    int own = field - (source->skipped >= 0 && field > source->skipped);
    switch (mintu_layer_field_type(layer, (size_t)own)) {
    case MINTU_FIELD_TYPE_INTEGER:
        mintu_layer_integer_set(layer, row, (size_t)own, OGR_F_GetFieldAsInteger64(feature, field));
        return MINTU_STATUS_OK;
    case MINTU_FIELD_TYPE_BOOLEAN:
        return mintu_layer_boolean_set(layer, row, (size_t)own, OGR_F_GetFieldAsInteger(feature, field), error);
    case MINTU_FIELD_TYPE_REAL:
        return mintu_layer_number_set(layer, row, (size_t)own, OGR_F_GetFieldAsDouble(feature, field), error);
    default:
        break;
    }
    mintu_buffer text = {0};
    mintu_field_text(feature, field, &text);
    if (!text.failed && !mintu_utf8_valid(text.data, text.size, NULL))
        repair(layer, source, &text);
    mintu_status status = text.failed ? mintu_fail_memory(error, "reading a layer")
                                      : mintu_layer_text_set(layer, row, (size_t)own, text.data, error);
    mintu_buffer_free(&text);
    return status;
}

static bool holds_only(OGRGeometryH collection, mintu_geometry_type type)
{
    for (int i = 0; i < OGR_G_GetGeometryCount(collection); i++)
        if (mintu_geometry_kind(OGR_G_GetGeometryRef(collection, i)) != type)
            return false;
    return true;
}

/* Curves become lines, collections of one kind multi geometries, others stay; NULL (and the input freed) when it has what no layer holds. */
static OGRGeometryH make_plain(OGRGeometryH geometry)
{
    OGR_G_Set3D(geometry, 0);
    OGR_G_SetMeasured(geometry, 0);
    if (OGR_G_HasCurveGeometry(geometry, 0)) {
        OGRGeometryH linear = OGR_G_GetLinearGeometry(geometry, 0, NULL);
        OGR_G_DestroyGeometry(geometry);
        geometry = linear;
    }
    if (mintu_geometry_kind(geometry) != MINTU_GEOMETRY_TYPE_END)
        return geometry;
    OGRwkbGeometryType type = OGR_GT_Flatten(OGR_G_GetGeometryType(geometry));
    bool surface = type == wkbPolyhedralSurface || type == wkbTIN || type == wkbTriangle;
    if (surface || holds_only(geometry, MINTU_GEOMETRY_TYPE_POLYGON))
        return OGR_G_ForceToMultiPolygon(geometry);
    if (holds_only(geometry, MINTU_GEOMETRY_TYPE_LINE))
        return OGR_G_ForceToMultiLineString(geometry);
    if (holds_only(geometry, MINTU_GEOMETRY_TYPE_POINT))
        return OGR_G_ForceToMultiPoint(geometry);
    if (mintu_ogr_is_plain(geometry))
        return geometry;
    OGR_G_DestroyGeometry(geometry);
    return NULL;
}

static bool is_finite(const mintu_shape *shape)
{
    for (size_t i = 0; i < 2 * shape->vertex_count; i++)
        if (!isfinite(shape->xy[i]))
            return false;
    return true;
}

enum { KINDS = MINTU_GEOMETRY_TYPE_POLYGON + 1 };

static mintu_status check_numbers(const mintu_layer *layer, mintu_source *source, OGRGeometryH geometry, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    for (int kind = MINTU_GEOMETRY_TYPE_POINT; kind < KINDS && status == MINTU_STATUS_OK; kind++) {
        status = mintu_ogr_shape(geometry, (mintu_geometry_type)kind, &source->shape, error);
        if (status == MINTU_STATUS_OK && !is_finite(&source->shape))
            status = fail_number(layer, source, error);
    }
    return status;
}

/* What is of several kinds is a row for each. */
static mintu_status keep(mintu_layer *layer, mintu_source *source, OGRGeometryH geometry, bool transformed, mintu_error *error)
{
    mintu_status status = MINTU_STATUS_OK;
    mintu_shape *shape = &source->shape;
    bool found = false;
    for (int kind = MINTU_GEOMETRY_TYPE_POINT; kind < KINDS && status == MINTU_STATUS_OK; kind++) {
        status = mintu_ogr_shape(geometry, (mintu_geometry_type)kind, shape, error);
        if (status != MINTU_STATUS_OK || shape->part_count == 0)
            continue;
        if (!is_finite(shape))
            return transformed ? fail_outside(layer, source, error) : fail_number(layer, source, error);
        status = found ? mintu_layer_further_append(layer, shape, error)
                       : mintu_layer_shape_set(layer, layer->count - 1, shape, error);
        found = true;
    }
    return status;
}

static mintu_status read_geometry(mintu_layer *layer, mintu_source *source, OGRFeatureH feature,
                                  OGRCoordinateTransformationH transformation, mintu_error *error)
{
    OGRGeometryH geometry = OGR_F_StealGeometry(feature);
    if (!geometry && source->skipped >= 0 && OGR_F_GetFieldAsString(feature, source->skipped)[0] && source->unread++ == 0)
        source->unread_row = layer->count;
    if (!geometry || OGR_G_IsEmpty(geometry)) {
        OGR_G_DestroyGeometry(geometry);
        return MINTU_STATUS_OK;
    }
    geometry = make_plain(geometry);
    if (!geometry)
        return fail_feature(layer, source, error, N_("has a geometry that is neither points, lines nor polygons"),
                            N_("split it into these, each in a feature of its own"));
    mintu_status status = transformation ? check_numbers(layer, source, geometry, error) : MINTU_STATUS_OK;
    if (status == MINTU_STATUS_OK && transformation && OGR_G_Transform(geometry, transformation) != OGRERR_NONE)
        status = fail_outside(layer, source, error);
    if (status == MINTU_STATUS_OK)
        status = keep(layer, source, geometry, transformation, error);
    OGR_G_DestroyGeometry(geometry);
    return status;
}

mintu_status mintu_feature_read(mintu_layer *layer, mintu_source *source, OGRFeatureH feature,
                                OGRCoordinateTransformationH transformation, mintu_error *error)
{
    mintu_status status = mintu_layer_append(layer, error);
    int count = status == MINTU_STATUS_OK ? OGR_F_GetFieldCount(feature) : 0;
    for (int field = 0; field < count && status == MINTU_STATUS_OK; field++)
        if (field != source->skipped && OGR_F_IsFieldSetAndNotNull(feature, field))
            status = read_value(layer, source, feature, field, error);
    return status == MINTU_STATUS_OK ? read_geometry(layer, source, feature, transformation, error) : status;
}
