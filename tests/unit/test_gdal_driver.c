#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "gdal/driver.h"

#include <unistd.h>

/* Every listed format is read, with attributes and positions. The text formats are written out here; the others are made by GDAL. */

enum { LON = 118, LAT = 25 };

static mintu_layer *load(const char *path)
{
    mintu_layer *layer = NULL;
    memset(&problem, 0, sizeof problem);
    if (mintu_layer_load(context, path, NULL, &problem, &layer) != MINTU_STATUS_OK)
        fail_msg("%s: %s", path, problem.text);
    return layer;
}

static void check_text(const mintu_layer *layer, const char *field, const char *text)
{
    int index = mintu_layer_field_find(layer, field);
    if (index < 0)
        fail_msg("there is no field %s", field);
    assert_string_equal(mintu_layer_text(layer, 0, (size_t)index), text);
}

static void check_place(const mintu_layer *layer, size_t row, double lon, double lat)
{
    double place[2];
    bool found;
    assert_good(mintu_layer_point(context, layer, row, place, &found, &problem));
    assert_true(found);
    if (fabs(place[0] - lon) > 1e-6 || fabs(place[1] - lat) > 1e-6)
        fail_msg("at %.8g, %.8g, not %.8g, %.8g", place[0], place[1], lon, lat);
}

/* One town: its name 安溪 in @p name_field, where there is one n = 7, and the position 118, 25. */
static void check_town(const char *path, const char *name_field, bool has_n, bool has_place)
{
    mintu_layer *layer = load(path);
    assert_int_equal(mintu_layer_count(layer), 1);
    check_text(layer, name_field, "安溪");
    if (has_n)
        assert_true(mintu_layer_number(layer, 0, (size_t)mintu_layer_field_find(layer, "n")) == 7);
    if (has_place)
        check_place(layer, 0, LON, LAT);
    mintu_layer_free(layer);
}

#define FEATURE                                                                                                                 \
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"安溪\",\"n\":7},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118," \
    "25]}}"

static void texts_are_read(void **state)
{
    (void)state;
    check_town(write_text("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" FEATURE "]}"), "name", true, true);
    check_town(write_text("a.geojsonl", FEATURE "\n"), "name", true, true);
    check_town(write_text("a.topojson",
                          "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"towns\":{\"type\":\"GeometryCollection\","
                          "\"geometries\":[{\"type\":\"Point\",\"properties\":{\"name\":\"安溪\",\"n\":7},"
                          "\"coordinates\":[118,25]}]}}}"),
               "name", true, true);
    check_town(write_text("a.csv", "name,n,lon,lat\n安溪,7,118,25\n"), "name", true, true);
    check_town(write_text("a.tsv", "name\tn\tlon\tlat\n安溪\t7\t118\t25\n"), "name", true, true);
    check_town(write_text("a.kml",
                          "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>"
                          "<name>安溪</name><Point><coordinates>118,25</coordinates></Point></Placemark></Document></kml>"),
               "Name", false, true);
    check_town(
        write_text("a.gpx",
                   "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"x\" "
                   "xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"25\" lon=\"118\"><name>安溪</name></wpt></gpx>"),
        "name", false, true);
    check_town(write_text("a.dxf",
                          "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_936\n0\nENDSEC\n0\n"
                          "SECTION\n2\nENTITIES\n0\nPOINT\n8\n\xb0\xb2\xcf\xaa\n10\n118.0\n20\n25.0\n0\nENDSEC\n0\nEOF\n"),
               "Layer", false, true);                /* GBK */
    write_text("a.mid", "\"\xb0\xb2\xcf\xaa\",7\n"); /* GBK */
    check_town(
        write_text("a.mif",
                   "Version 300\nCharset \"WindowsSimpChinese\"\nDelimiter \",\"\nCoordSys Earth Projection 1, 104\nColumns 2\n"
                   "  name Char(20)\n  n Integer\nData\n\nPoint 118 25\n"),
        "name", true, true);
}

static const char *gml(const char *name, const char *member, const char *shape)
{
    char text[4000];
    snprintf(
        text, sizeof text,
        "<?xml version=\"1.0\"?><a:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\" xmlns:a=\"urn:a\">"
        "<%s><a:town fid=\"town.1\"><a:geom>%s</a:geom><a:name>安溪</a:name><a:n>7</a:n></a:town></%s></a:FeatureCollection>",
        member, shape, member);
    return write_text(name, text);
}

/* By the short name longitude stands first, by urn and address what the authority puts first: the latitude. */
static void gml_is_read(void **state)
{
    (void)state;
    check_town(gml("2.gml", "gml:featureMember",
                   "<gml:Point srsName=\"EPSG:4326\"><gml:coordinates>118,25</gml:coordinates></gml:Point>"),
               "name", true, true);
    check_town(
        gml("2old.gml", "gml:featureMember",
            "<gml:Point "
            "srsName=\"http://www.opengis.net/gml/srs/epsg.xml#4326\"><gml:coordinates>118,25</gml:coordinates></gml:Point>"),
        "name", true, true);
    check_town(gml("3.gml", "a:featureMember",
                   "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>25 118</gml:pos></gml:Point>"),
               "name", true, true);
    check_town(gml("3address.gml", "a:featureMember",
                   "<gml:Point srsName=\"http://www.opengis.net/def/crs/EPSG/0/4326\"><gml:pos>25 118</gml:pos></gml:Point>"),
               "name", true, true);
    check_town(gml("3plane.gml", "a:featureMember",
                   "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4548\"><gml:pos>2766426.51455919 "
                   "600953.408059051</gml:pos></gml:Point>"),
               "name", true, true);
    mintu_layer *layer =
        load(gml("2polygon.gml", "gml:featureMember",
                 "<gml:Polygon srsName=\"EPSG:4326\"><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>117,25 "
                 "119,25 119,26 117,25</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>"));
    double bounds[4];
    bool found;
    assert_good(mintu_layer_bounds(layer, bounds, &found, &problem));
    assert_true(found && bounds[0] == 117 && bounds[1] == 25 && bounds[2] == 119 && bounds[3] == 26);
    check_text(layer, "name", "安溪");
    mintu_layer_free(layer);
    layer = load(gml(
        "3polygon.gml", "a:featureMember",
        "<gml:Polygon srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:exterior><gml:LinearRing><gml:posList>25 117 25 119 26 119 "
        "25 117</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"));
    assert_good(mintu_layer_bounds(layer, bounds, &found, &problem));
    assert_true(found && bounds[0] == 117 && bounds[1] == 25 && bounds[2] == 119 && bounds[3] == 26);
    assert_int_equal(mintu_layer_geometry_type(layer), MINTU_GEOMETRY_TYPE_POLYGON);
    mintu_layer_free(layer);
}

/* What lies beside a GML is not taken for it, and nothing is put there. */
static void gml_is_read_alone(void **state)
{
    (void)state;
    gml("own.gml", "gml:featureMember",
        "<gml:Point srsName=\"EPSG:4326\"><gml:coordinates>118,25</gml:coordinates></gml:Point>");
    write_text("own.gfs",
               "<GMLFeatureClassList><GMLFeatureClass><Name>town</Name><ElementPath>town</ElementPath><PropertyDefn><Name>"
               "other</Name><ElementPath>name</ElementPath><Type>String</Type></PropertyDefn></GMLFeatureClass>"
               "</GMLFeatureClassList>");
    write_text("own.xsd", "<schema/>");
    write_text("own.resolved.gml",
               "<a:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\" xmlns:a=\"urn:a\"><gml:featureMember>"
               "<a:town><a:name>其他</a:name></a:town></gml:featureMember></a:FeatureCollection>");
    check_town(inside("own.gml"), "name", true, true);
    assert_int_equal(unlink(inside("own.gfs")), 0);
    check_town(inside("own.gml"), "name", true, true);
    assert_int_not_equal(access(inside("own.gfs"), F_OK), 0);
}

/* A file of the town by GDAL's own driver. */
static const char *make(const char *driver, const char *name, OGRwkbGeometryType type)
{
    const char *path = inside(name);
    assert_int_equal(mintu_gdal_begin("testing", NULL), MINTU_STATUS_OK);
    GDALDatasetH dataset = GDALCreate(mintu_driver(driver), path, 0, 0, 0, GDT_Unknown, NULL);
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    OSRSetWellKnownGeogCS(reference, "WGS84");
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    char *utf8[] = {"ENCODING=UTF-8", NULL}, *gbk[] = {"ENCODING=CP936", NULL};
    char **options = strstr(name, ".shp") ? utf8 : strstr(name, ".tab") ? gbk : NULL;
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "towns", type == wkbNone ? NULL : reference, type, options);
    assert_non_null(layer);
    OGRFieldDefnH text = OGR_Fld_Create("name", OFTString), number = OGR_Fld_Create("n", OFTInteger);
    assert_int_equal(OGR_L_CreateField(layer, text, TRUE), OGRERR_NONE);
    assert_int_equal(OGR_L_CreateField(layer, number, TRUE), OGRERR_NONE);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetFieldString(feature, 0, "安溪");
    OGR_F_SetFieldInteger(feature, 1, 7);
    if (type != wkbNone) {
        OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, LON, LAT);
        OGR_F_SetGeometryDirectly(feature, point);
    }
    assert_int_equal(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    OGR_Fld_Destroy(text);
    OGR_Fld_Destroy(number);
    GDALClose(dataset);
    OSRDestroySpatialReference(reference);
    return path;
}

static void binaries_are_read(void **state)
{
    static const struct {
        const char *driver, *name;
        bool place;
    } formats[] = {
        {"GPKG", "b.gpkg", true}, {"ESRI Shapefile", "b.shp", true}, {"FlatGeobuf", "b.fgb", true},  {"XLSX", "b.xlsx", false},
        {"ODS", "b.ods", false},  {"MapInfo File", "b.tab", true},   {"OpenFileGDB", "b.gdb", true}, {"GML", "b.gml", true}};
    (void)state;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        check_town(make(formats[i].driver, formats[i].name, formats[i].place ? wkbPoint : wkbNone), "name", true,
                   formats[i].place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(texts_are_read), cmocka_unit_test(gml_is_read),
                                       cmocka_unit_test(gml_is_read_alone), cmocka_unit_test(binaries_are_read)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
