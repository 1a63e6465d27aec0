#include "gdal/field_text.h"

#include "format/number.h"

#include <math.h>

static void add_zone(int zone, mintu_buffer *out)
{
    /* OGR counts quarters of an hour from 100, which is UTC; 0 is unknown and 1 is local time. */
    int quarters = zone - 100;
    if (zone < 2)
        return;
    if (quarters == 0)
        mintu_buffer_text(out, "Z");
    else
        mintu_buffer_format(out, "%c%02d:%02d", quarters < 0 ? '-' : '+', abs(quarters) / 4, abs(quarters) % 4 * 15);
}

static void add_time(OGRFeatureH feature, int field, OGRFieldType type, mintu_buffer *out)
{
    int year, month, day, hour, minute, zone;
    float second;
    if (!OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone))
        return;
    if (type != OFTTime)
        mintu_buffer_format(out, "%04d-%02d-%02d", year, month, day);
    if (type == OFTDateTime)
        mintu_buffer_text(out, "T");
    if (type == OFTDate)
        return;
    int milliseconds = (int)lroundf(second * 1000);
    mintu_buffer_format(out, "%02d:%02d:%02d", hour, minute, milliseconds / 1000);
    if (milliseconds % 1000)
        mintu_buffer_format(out, ".%03d", milliseconds % 1000);
    add_zone(zone, out);
}

static void add_texts(OGRFeatureH feature, int field, mintu_buffer *out)
{
    char **texts = OGR_F_GetFieldAsStringList(feature, field);
    for (int i = 0; texts && texts[i]; i++) {
        mintu_buffer_text(out, i ? "|" : "");
        mintu_buffer_text(out, texts[i]);
    }
}

static void add_integers(OGRFeatureH feature, int field, mintu_buffer *out)
{
    int count = 0;
    const GIntBig *values = OGR_F_GetFieldAsInteger64List(feature, field, &count);
    for (int i = 0; i < count; i++)
        mintu_buffer_format(out, "%s%lld", i ? "|" : "", (long long)values[i]);
}

static void add_numbers(OGRFeatureH feature, int field, mintu_buffer *out)
{
    int count = 0;
    const double *values = OGR_F_GetFieldAsDoubleList(feature, field, &count);
    for (int i = 0; i < count; i++) {
        char text[MINTU_NUMBER_TEXT];
        mintu_number_text(values[i], text);
        mintu_buffer_format(out, "%s%s", i ? "|" : "", text);
    }
}

void mintu_field_text(OGRFeatureH feature, int field, mintu_buffer *out)
{
    OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field));
    mintu_buffer_clear(out);
    mintu_buffer_text(out, "");
    switch (type) {
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        add_time(feature, field, type, out);
        break;
    case OFTStringList:
        add_texts(feature, field, out);
        break;
    case OFTIntegerList:
    case OFTInteger64List:
        add_integers(feature, field, out);
        break;
    case OFTRealList:
        add_numbers(feature, field, out);
        break;
    default:
        mintu_buffer_text(out, OGR_F_GetFieldAsString(feature, field));
    }
}
