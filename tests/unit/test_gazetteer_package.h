/* A small data package of an invented province, made in a temporary folder, for the tests of gazetteer and geocode. */
#ifndef TEST_GAZETTEER_PACKAGE_H
#define TEST_GAZETTEER_PACKAGE_H

#define _DEFAULT_SOURCE

#include <mintu/mintu.h>

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "gdal/ogr.h"
#include "layer/shape.h"

/* What a test works on. */
typedef struct world {
    char dir[64];
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_error error;
} world;

static const char world_descriptor[] =
    "{\n\"name\": \"test\",\n\"title\": \"测试 / Test\",\n\"mintu:province\": \"990000\",\n\"mintu:as-of\": \"2014-11-01\",\n"
    "\"licenses\": [{\"name\": \"L\", \"title\": \"Licence\"}],\n\"sources\": [{\"title\": \"Source\"}],\n\"resources\": [\n"
    "{\"name\": \"places\", \"path\": \"places.csv\", \"mintu:as-of\": \"2023-01-01\", \"mintu:rows\": 19,\n"
    " \"mintu:counts\": {\"province\": 1, \"prefecture\": 2, \"county\": 5, \"township\": 9},\n \"schema\": {\"fields\": [\n"
    " {\"name\": \"code\", \"type\": \"string\", \"constraints\": {\"required\": true, \"unique\": true, \"pattern\": "
    "\"[0-9]{6}([0-9]{3})?\"}},\n {\"name\": \"name\", \"type\": \"string\", \"constraints\": {\"required\": true}},\n"
    " {\"name\": \"name_en\", \"type\": \"string\"},\n {\"name\": \"level\", \"type\": \"string\", \"constraints\": {\"enum\": "
    "[\"province\", \"prefecture\", \"county\", \"township\"]}},\n {\"name\": \"type\", \"type\": \"string\"},\n"
    " {\"name\": \"parent\", \"type\": \"string\"},\n {\"name\": \"lon\", \"type\": \"number\", \"constraints\": {\"minimum\": "
    "110, "
    "\"maximum\": 114}},\n {\"name\": \"lat\", \"type\": \"number\"},\n {\"name\": \"precision\", \"type\": \"string\"},\n"
    " {\"name\": \"certainty\", \"type\": \"string\"},\n {\"name\": \"source\", \"type\": \"string\"},\n"
    " {\"name\": \"source_id\", \"type\": \"string\"},\n {\"name\": \"from\", \"type\": \"date\"},\n"
    " {\"name\": \"to\", \"type\": \"date\"}],\n \"primaryKey\": \"code\", \"foreignKeys\": [{\"fields\": \"parent\", "
    "\"reference\": "
    "{\"resource\": \"\", \"fields\": \"code\"}}]}},\n"
    "{\"name\": \"place_names\", \"path\": \"place_names.csv\", \"schema\": {\"fields\": [{\"name\": \"code\"}, {\"name\": "
    "\"name\"}, "
    "{\"name\": \"kind\"}, {\"name\": \"code_then\"}, {\"name\": \"parent\"}, {\"name\": \"from\"}, {\"name\": \"to\"}], "
    "\"foreignKeys\": [{\"fields\": [\"code\"], \"reference\": {\"resource\": \"places\", \"fields\": [\"code\"]}}]}},\n"
    "{\"name\": \"rosters\", \"path\": \"rosters.csv\", \"schema\": {\"fields\": [{\"name\": \"id\"}, {\"name\": \"class\"}, "
    "{\"name\": \"table\"}, {\"name\": \"title\"}, {\"name\": \"title_en\"}, {\"name\": \"one_en\"}, {\"name\": "
    "\"count_field\"}, {\"name\": \"note_key\"}]}},\n"
    "{\"name\": \"place_classes\", \"path\": \"place_classes.csv\", \"schema\": {\"fields\": [{\"name\": \"class\"}, "
    "{\"name\": \"title\"}, {\"name\": \"title_en\"}, {\"name\": \"members\"}, {\"name\": \"level\"}, {\"name\": \"types\"}, "
    "{\"name\": \"quota\"}]}},\n"
    "{\"name\": \"pilot_cities\", \"path\": \"pilot_cities.csv\", \"mintu:stated\": 2, \"sources\": [{\"title\": \"The "
    "notice\"}], "
    "\"schema\": {\"fields\": [{\"name\": \"no\", \"type\": \"integer\"}, {\"name\": \"code\"}, {\"name\": \"name\"}, "
    "{\"name\": "
    "\"notice_name\"}, {\"name\": \"certainty\"}, {\"name\": \"source\"}, {\"name\": \"note\"}], \"primaryKey\": [\"no\"]}},\n"
    "{\"name\": \"pilot_towns\", \"path\": \"pilot_towns.csv\", \"mintu:stated\": 4, \"schema\": {\"fields\": [{\"name\": "
    "\"no\"}, "
    "{\"name\": \"code\"}, {\"name\": \"name\"}, {\"name\": \"batch\"}, {\"name\": \"certainty\"}, {\"name\": \"source\"}, "
    "{\"name\": \"note\"}]}},\n"
    "{\"name\": \"named_places\", \"path\": \"named_places.csv\", \"schema\": {\"fields\": [{\"name\": \"code\"}, {\"name\": "
    "\"name\"}, "
    "{\"name\": \"notice_name\"}, {\"name\": \"item\"}, {\"name\": \"role\"}, {\"name\": \"note\"}]}},\n"
    "{\"name\": \"base\", \"path\": \"base.gpkg\", \"mintu:layers\": [{\"name\": \"land\"}, {\"name\": \"neighbours\", "
    "\"fields\": "
    "[{\"name\": \"code\"}]}]},\n"
    "{\"name\": \"counties\", \"path\": \"counties.gpkg\", \"mintu:built\": true}\n]}\n";

/* Two districts called 合江区, one after the other; two called 东城区 at the same time; 白石镇 in 白石县. */
static const char world_places[] =
    "code,name,name_en,level,type,parent,lon,lat,precision,certainty,source,source_id,from,to\n"
    "990000,测试省,Ceshi,province,province,,111.5,21.5,province,matched,S,,,\n"
    "990100,甲州市,Jiazhou,prefecture,prefecture-level-city,990000,111,21,prefecture,matched,S,,,\n"
    "990200,乙州市,Yizhou,prefecture,prefecture-level-city,990000,112.5,21,prefecture,matched,S,,,\n"
    "990102,东城区,Dongcheng,county,district,990100,110.5,20.5,county,matched,S,,,\n"
    "990103,龙江区,Longjiang,county,district,990100,111.5,20.5,county,matched,S,,,\n"
    "990104,合江区,Hejiang,county,district,990100,110.5,21.5,county,matched,S,,2021-02-03,\n"
    "990105,北江区,Beijiang,county,district,990100,110.5,21.5,county,matched,S,,,2021-02-03\n"
    "990106,合江区,Hejiang,county,district,990100,111.5,21.5,county,matched,S,,,2021-02-03\n"
    "990202,东城区,Dongcheng,county,district,990200,112.5,20.5,county,matched,S,,,\n"
    "990221,白石县,Baishi,county,county,990200,112.5,21.5,county,matched,S,,,\n"
    "990102001,龙门镇,Longmen,township,town,990102,110.4,20.4,town,attested,P,,,\n"
    "990103001,龙门街道,Longmen,township,subdistrict,990103,111.4,20.4,town,attested,P,,,\n"
    "990104001,陈家镇,Chenjia,township,town,990104,110.4,21.4,town,attested,P,,,\n"
    "990104002,和平镇,Heping,township,town,990104,111.6,21.6,town,attested,P,,,\n"
    "990202001,和平乡,Heping,township,township,990202,112.4,20.6,town,attested,P,,,\n"
    "990221001,白石镇,Baishi,township,town,990221,112.6,21.4,town,attested,P,,,\n"
    "990221002,石圳畲族乡,Shizhen,township,ethnic-township,990221,112.3,21.7,town,attested,P,,,\n"
    "990221003,太山镇,Taishan,township,town,990221,112.7,21.7,town,attested,P,,,\n"
    "990221004,无名镇,,township,town,990221,112.5,21.5,county,fallback,parent,,,\n";

static const char world_names[] = "code,name,kind,code_then,parent,from,to\n"
                                  "990103,龙江县,official,990121,990100,,2015-02-09\n"
                                  "990103,龙江区,official,990103,990100,2015-02-09,\n"
                                  "990104001,陈家镇,official,,990105,,2021-02-03\n"
                                  "990104002,和平镇,official,,990106,,2021-02-03\n"
                                  "990221003,秦山镇,official,,,,2012-01-01\n"
                                  "990221003,滨海新区,alias,,,,\n"
                                  "990102001,龍門鎮,traditional,,,,\n"
                                  "990100,Kapchow,latin,,,,\n";

/* Two rosters, the bits of which are these; the classes of the bundled package that the tests ask for. */
enum { WORLD_CITIES = 1, WORLD_TOWNS = 2, WORLD_BOTH = 3 };
static const char world_rosters[] =
    "id,class,table,title,title_en,one_en,count_field,note_key\n"
    "small-city,small-cities,pilot_cities,小城市试点,small-city pilots,small-city pilot,n_small_city,\n"
    "town,pilot-towns,pilot_towns,试点镇,pilot towns,pilot town,n_pilot_town,towns\n";
static const char world_classes[] = "class,title,title_en,members,level,types,quota\n"
                                    "place,点名,named,named,,,\n"
                                    "cities-and-counties,县级市和县,county-level cities and counties,units,county,"
                                    "county-level-city county,county\n"
                                    "small-cities,小城市培育试点名单,roster of small-city pilots,roster,,,small-city\n"
                                    "pilot-towns,小城镇综合改革建设试点名单,roster of pilot towns,roster,,,town\n"
                                    "prefectures,设区市,prefectures,units,prefecture,,\n"
                                    "key-towns,重点镇,key towns,unknown,,,\n"
                                    "province,全省,province-wide,units,province,,\n";

static const char world_cities[] = "no,code,name,notice_name,certainty,source,note\n"
                                   "1,990102001,龙门镇,龙门,attested,N1,\n"
                                   "2,990221003,太山镇,太山（古港）,attested,N2,a note\n";

static const char world_towns[] = "no,code,name,batch,certainty,source,note\n"
                                  "1,990221003,太山镇,1,indirect,T1,\n"
                                  "2,990104001,陈家镇,,candidate,T2,\n"
                                  "3,990202001,和平乡,2,attested,T3,\n";

static const char world_named[] = "code,name,notice_name,item,role,note\n"
                                  "990103,龙江县,龙江,4,reform pilot,\n";

static inline void world_write(const world *w, const char *name, const char *text)
{
    char path[2048];
    snprintf(path, sizeof path, "%s/%s", w->dir, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static inline void world_layer(GDALDatasetH dataset, const char *name, const char *wkt, const char *code)
{
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(NULL);
    OSRImportFromEPSG(wgs84, 4326);
    OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, name, wgs84, wkbPolygon, NULL);
    assert_non_null(layer);
    OGRFieldDefnH field = OGR_Fld_Create("code", OFTString);
    assert_int_equal(OGR_L_CreateField(layer, field, 0), OGRERR_NONE);
    OGR_Fld_Destroy(field);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGRGeometryH geometry = NULL;
    char *text = (char *)wkt;
    assert_int_equal(OGR_G_CreateFromWkt(&text, NULL, &geometry), OGRERR_NONE);
    OGR_F_SetGeometryDirectly(feature, geometry);
    OGR_F_SetFieldString(feature, 0, code);
    assert_int_equal(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    OSRDestroySpatialReference(wgs84);
}

/* Land from 110 to 114 E and 20 to 22 N, of which the east, from 113 on, is a neighbour's. */
static inline void world_base(const world *w)
{
    char path[2048];
    snprintf(path, sizeof path, "%s/base.gpkg", w->dir);
    GDALAllRegister();
    GDALDatasetH dataset = GDALCreate(GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
    assert_non_null(dataset);
    world_layer(dataset, "land", "POLYGON((110 20,113 20,114 20,114 22,113 22,110 22,110 20))", "");
    world_layer(dataset, "neighbours", "POLYGON((113 20,114 20,114 22,113 22,113 20))", "980000");
    GDALClose(dataset);
}

/* Writes the files; the package is opened by world_open(). */
static inline void world_make(world *w)
{
    *w = (world){.dir = "/tmp/mintu-test-XXXXXX"};
    assert_non_null(mkdtemp(w->dir));
    world_write(w, "datapackage.json", world_descriptor);
    world_write(w, "places.csv", world_places);
    world_write(w, "place_names.csv", world_names);
    world_write(w, "rosters.csv", world_rosters);
    world_write(w, "place_classes.csv", world_classes);
    world_write(w, "pilot_cities.csv", world_cities);
    world_write(w, "pilot_towns.csv", world_towns);
    world_write(w, "named_places.csv", world_named);
    assert_int_equal(mintu_context_new(&w->error, &w->context), MINTU_STATUS_OK);
}

static inline mintu_status world_open(world *w)
{
    return mintu_gazetteer_open(w->context, w->dir, &w->error, &w->gazetteer);
}

static inline void world_free(world *w)
{
    char path[512];
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    DIR *dir = opendir(w->dir);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        snprintf(path, sizeof path, "%s/%s", w->dir, entry->d_name);
        if (entry->d_name[0] != '.')
            unlink(path);
    }
    closedir(dir);
    assert_int_equal(rmdir(w->dir), 0);
}

/* Set-up and tear-down of a test that wants the package open. */
static inline int world_set_up(void **state)
{
    static world shared;
    world_make(&shared);
    assert_int_equal(world_open(&shared), MINTU_STATUS_OK);
    *state = &shared;
    return 0;
}

static inline int world_set_up_base(void **state)
{
    world_set_up(state);
    world_base(*state);
    return 0;
}

static inline int world_tear_down(void **state)
{
    world_free(*state);
    return 0;
}

/* Text of a field by name in a row. */
static inline const char *world_text(const mintu_layer *layer, size_t row, const char *field)
{
    int at = mintu_layer_field_find(layer, field);
    assert_true(at >= 0);
    return mintu_layer_text(layer, row, (size_t)at);
}

/* Row whose field has the value; fails the test when there is none. */
static inline size_t world_row(const mintu_layer *layer, const char *field, const char *value)
{
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        if (strcmp(world_text(layer, row, field), value) == 0)
            return row;
    fail_msg("no row with %s = %s", field, value);
    return 0;
}

/* Adds a rectangle as a row with a text in the first field. */
static inline void world_box(mintu_layer *layer, const char *text, double west, double south, double east, double north)
{
    mintu_shape shape = {.type = MINTU_GEOMETRY_TYPE_POLYGON};
    const double ring[5][2] = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    mintu_error error;
    assert_int_equal(mintu_layer_append(layer, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_text_set(layer, mintu_layer_count(layer) - 1, 0, text, &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_shape_part(&shape, true, &error), MINTU_STATUS_OK);
    for (int i = 0; i < 5; i++)
        assert_int_equal(mintu_shape_vertex(&shape, ring[i][0], ring[i][1], &error), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_shape_set(layer, mintu_layer_count(layer) - 1, &shape, &error), MINTU_STATUS_OK);
    mintu_shape_free(&shape);
}

/* The six county-level units of 2014 as rectangles, under the names or codes given; the field is @p field. */
static inline mintu_layer *world_boxes(world *w, const char *field, const char *const names[6])
{
    mintu_layer *layer;
    assert_int_equal(mintu_layer_new(w->context, "boxes", &w->error, &layer), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_field_add(layer, field, MINTU_FIELD_TYPE_TEXT, &w->error), MINTU_STATUS_OK);
    for (int i = 0; i < 6; i++)
        world_box(layer, names[i], 110 + i % 3, 20 + i / 3, 111 + i % 3, 21 + i / 3);
    return layer;
}

/* Area of a row in square degrees; a plain rectangle's is exact. */
static inline double world_area(const mintu_layer *layer, size_t row)
{
    mintu_shape shape = {0};
    mintu_error error;
    double sum = 0;
    assert_int_equal(mintu_layer_shape(layer, row, &shape, &error), MINTU_STATUS_OK);
    for (size_t part = 0; part < shape.part_count; part++) {
        double ring = 0;
        for (size_t v = shape.starts[part]; v + 1 < shape.starts[part + 1]; v++)
            ring += shape.xy[2 * v] * shape.xy[2 * v + 3] - shape.xy[2 * v + 2] * shape.xy[2 * v + 1];
        sum += (shape.outer[part] ? 0.5 : -0.5) * (ring < 0 ? -ring : ring);
    }
    mintu_shape_free(&shape);
    return sum;
}

static inline const mintu_place *world_place(const world *w, const char *code)
{
    const mintu_place *place = mintu_gazetteer_find(w->gazetteer, code);
    assert_non_null(place);
    return place;
}

#endif
