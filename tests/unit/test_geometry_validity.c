#define _DEFAULT_SOURCE
#include "test_geo_helper.h"

#include "geometry/projection_choice.h"
#include "geometry/projection_words.h"
#include "geometry/validity.h"

#include <string.h>

/* What is valid goes to the plane and comes back; what has no place there is not valid. */
static void what_is_valid_comes_back(void **state)
{
    (void)state;
    static const struct {
        const char *definition;
        double lon, lat; /* one that is not valid */
    } cases[] = {
        {"EPSG:4509", -63, -4},
        {"EPSG:32650", -63, 4},
        {"EPSG:3857", 0, 89},
        {"+proj=ortho +lat_0=30 +lon_0=110", -70, 0},
        {"+proj=gnom +lat_0=40", 100, 0},
        {"EPSG:3031", 0, 80},
        {"+proj=laea +lat_0=90", 0, -90},
        {"+proj=nsper +h=3000000 +lon_0=100", 150, 0},
        {"+proj=lcc +lat_1=30 +lat_2=60 +lon_0=100", 100, -89},
        {"+proj=omerc +lat_0=30 +lonc=110 +alpha=30", -70, -30},
        {"+proj=ob_tran +o_proj=moll +o_lon_p=0 +o_lat_p=45 +R=6371000", 179.9, -90},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_projection *projection = NULL;
        mintu_validity validity;
        size_t held = 0;
        assert_good(mintu_projection_new(context, cases[i].definition, &problem, &projection));
        assert_good(mintu_validity_of(projection, (const double[]){117, 26}, &problem, &validity));
        for (double lat = -89.5; lat < 90; lat += 5)
            for (double lon = -179.5; lon < 180; lon += 5) {
                double xy[2] = {lon, lat};
                if (!mintu_validity_holds(&validity, lon, lat))
                    continue;
                held++;
                assert_good(mintu_projection_forward(projection, xy, 1, &problem));
                assert_good(mintu_projection_inverse(projection, xy, 1, &problem));
                assert_true(fabs(xy[1] - lat) < 1e-4 && fabs(remainder(xy[0] - lon, 360)) * cos(lat * 3.14159265 / 180) < 1e-4);
            }
        assert_true(held > 50);
        assert_false(mintu_validity_holds(&validity, cases[i].lon, cases[i].lat));
        double at[2] = {cases[i].lon, cases[i].lat};
        mintu_validity_clamp(&validity, at);
        mintu_validity near = validity;
        near.radius += 1e-6;
        assert_true(mintu_validity_holds(&near, at[0], at[1]));
        mintu_projection_free(projection);
    }
}

static void the_extent_decides_and_words_say_it(void **state)
{
    (void)state;
    static const struct {
        double extent[4];
        const char *zh, *en;
    } cases[] = {
        {{115.8, 23.4, 120.8, 28.4},
         "横轴墨卡托（CGCS2000，中央经线 118.3°E）",
         "Transverse Mercator (CGCS2000, central meridian 118.3°E)"},
        {{177, -20, 182, -15},
         "横轴墨卡托（CGCS2000，中央经线 179.5°E）",
         "Transverse Mercator (CGCS2000, central meridian 179.5°E)"},
        {{73, 18, 135, 54},
         "等面积圆锥投影（阿尔伯斯，CGCS2000，标准纬线 24°N、48°N，中央经线 104°E）",
         "Albers equal-area conic (CGCS2000, standard parallels 24°N and 48°N, central meridian 104°E)"},
        {{112, -44, 154, -10},
         "等面积圆锥投影（阿尔伯斯，CGCS2000，标准纬线 38°S、16°S，中央经线 133°E）",
         "Albers equal-area conic (CGCS2000, standard parallels 38°S and 16°S, central meridian 133°E)"},
        {{-20, -35, 55, 38},
         "等面积方位投影（兰勃特，CGCS2000，中心 2°N、18°E）",
         "Lambert azimuthal equal-area (CGCS2000, centred on 2°N, 18°E)"},
        {{-180, 60, 180, 90},
         "等面积方位投影（兰勃特，CGCS2000，中心在北极，中央经线 0°）",
         "Lambert azimuthal equal-area (CGCS2000, centred on the North Pole, central meridian 0°)"},
        {{-180, -90, 180, 90},
         "等面积伪圆柱投影（Equal Earth，CGCS2000，中央经线 0°）",
         "Equal Earth (CGCS2000, central meridian 0°)"},
        {{-30, -60, 330, 80},
         "等面积伪圆柱投影（Equal Earth，CGCS2000，中央经线 150°E）",
         "Equal Earth (CGCS2000, central meridian 150°E)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char definition[200];
        mintu_projection *projection = NULL;
        mintu_buffer zh = {0}, en = {0};
        mintu_projection_choose(cases[i].extent, definition, sizeof definition);
        assert_good(mintu_projection_new(context, definition, &problem, &projection));
        mintu_projection_words(projection, "CGCS2000", "zh", &zh);
        mintu_projection_words(projection, "CGCS2000", "en", &en);
        assert_string_equal(zh.data, cases[i].zh);
        assert_string_equal(en.data, cases[i].en);
        mintu_buffer_free(&zh);
        mintu_buffer_free(&en);
        mintu_projection_free(projection);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_valid_comes_back),
                                       cmocka_unit_test(the_extent_decides_and_words_say_it)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
