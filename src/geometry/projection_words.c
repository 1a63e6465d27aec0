#include "geometry/projection_words.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* What is said of a projection behind its name. */
typedef enum detail { DETAIL_MERIDIAN, DETAIL_CONIC, DETAIL_CENTRE, DETAIL_ZONE } detail;

static const struct {
    const char *kind, *words[2], *by[2]; /* by: whose it is, or what it is called besides; NULL: nobody's */
    detail detail;
} NAMES[] = {
    {"tmerc", {"横轴墨卡托", "Transverse Mercator"}, {NULL}, DETAIL_MERIDIAN},
    {"utm", {"通用横轴墨卡托（UTM）", "Universal Transverse Mercator"}, {NULL}, DETAIL_ZONE},
    {"merc", {"墨卡托投影", "Mercator"}, {NULL}, DETAIL_MERIDIAN},
    {"webmerc", {"网络墨卡托投影", "Web Mercator"}, {NULL}, DETAIL_MERIDIAN},
    {"aea", {"等面积圆锥投影", "Albers equal-area conic"}, {"阿尔伯斯", NULL}, DETAIL_CONIC},
    {"lcc", {"等角圆锥投影", "Lambert conformal conic"}, {"兰勃特", NULL}, DETAIL_CONIC},
    {"eqdc", {"等距圆锥投影", "Equidistant conic"}, {NULL}, DETAIL_CONIC},
    {"laea", {"等面积方位投影", "Lambert azimuthal equal-area"}, {"兰勃特", NULL}, DETAIL_CENTRE},
    {"aeqd", {"等距方位投影", "Azimuthal equidistant"}, {NULL}, DETAIL_CENTRE},
    {"stere", {"等角方位投影", "Stereographic"}, {"球面投影", NULL}, DETAIL_CENTRE},
    {"sterea", {"等角方位投影", "Stereographic"}, {"球面投影", NULL}, DETAIL_CENTRE},
    {"ortho", {"正射投影", "Orthographic"}, {NULL}, DETAIL_CENTRE},
    {"gnom", {"球心投影", "Gnomonic"}, {NULL}, DETAIL_CENTRE},
    {"nsper", {"外心透视投影", "Vertical perspective"}, {NULL}, DETAIL_CENTRE},
    {"geos", {"静止卫星视图投影", "Geostationary satellite view"}, {NULL}, DETAIL_MERIDIAN},
    {"eqc", {"等距圆柱投影", "Equidistant cylindrical"}, {NULL}, DETAIL_MERIDIAN},
    {"cea", {"等面积圆柱投影", "Equal-area cylindrical"}, {NULL}, DETAIL_MERIDIAN},
    {"mill", {"米勒圆柱投影", "Miller cylindrical"}, {NULL}, DETAIL_MERIDIAN},
    {"eqearth", {"等面积伪圆柱投影", "Equal Earth"}, {"Equal Earth", NULL}, DETAIL_MERIDIAN},
    {"moll", {"等面积伪圆柱投影", "Mollweide"}, {"摩尔魏德", NULL}, DETAIL_MERIDIAN},
    {"sinu", {"等面积伪圆柱投影", "Sinusoidal"}, {"正弦曲线", NULL}, DETAIL_MERIDIAN},
    {"robin", {"伪圆柱投影", "Robinson"}, {"罗宾森", NULL}, DETAIL_MERIDIAN},
    {"natearth", {"伪圆柱投影", "Natural Earth"}, {"Natural Earth", NULL}, DETAIL_MERIDIAN},
    {"eck4", {"等面积伪圆柱投影", "Eckert IV"}, {"埃克特第四", NULL}, DETAIL_MERIDIAN},
    {"eck6", {"等面积伪圆柱投影", "Eckert VI"}, {"埃克特第六", NULL}, DETAIL_MERIDIAN},
    {"goode", {"等面积伪圆柱投影", "Goode homolosine"}, {"古德", NULL}, DETAIL_MERIDIAN},
    {"igh", {"分瓣等面积伪圆柱投影", "Interrupted Goode homolosine"}, {"古德", NULL}, DETAIL_MERIDIAN},
    {"wintri", {"温克尔三重投影", "Winkel tripel"}, {NULL}, DETAIL_MERIDIAN},
    {"hammer", {"等面积伪方位投影", "Hammer"}, {"哈默", NULL}, DETAIL_MERIDIAN},
    {"aitoff", {"伪方位投影", "Aitoff"}, {"埃托夫", NULL}, DETAIL_MERIDIAN},
    {"vandg", {"范德格林氏投影", "Van der Grinten"}, {NULL}, DETAIL_MERIDIAN},
    {"poly", {"多圆锥投影", "American polyconic"}, {NULL}, DETAIL_MERIDIAN},
    {"bonne", {"等面积伪圆锥投影", "Bonne"}, {"彭纳", NULL}, DETAIL_MERIDIAN},
    {"cass", {"卡西尼投影", "Cassini-Soldner"}, {NULL}, DETAIL_MERIDIAN},
};

/* Degrees with their side: "25°N". */
static void add_degrees(mintu_buffer *out, double degrees, bool longitude)
{
    const char *side = longitude ? degrees < 0 ? "W" : "E" : degrees < 0 ? "S" : "N";
    mintu_buffer_format(out, "%.10g°%s", fabs(degrees), degrees == 0 || (longitude && fabs(degrees) == 180) ? "" : side);
}

static void add_meridian(mintu_buffer *out, const mintu_projection *projection, bool english)
{
    double middle = mintu_projection_number(projection, "lon_0", 0);
    mintu_buffer_text(out, english ? "central meridian " : "中央经线 ");
    if (strcmp(mintu_projection_kind(projection), "tmerc") == 0 && fabs(middle * 10 - round(middle * 10)) < 1e-6)
        mintu_buffer_format(out, "%.1f°%s", fabs(middle), middle < 0 ? "W" : "E");
    else
        add_degrees(out, middle, true);
}

static void add_conic(mintu_buffer *out, const mintu_projection *projection, bool english)
{
    double first = mintu_projection_number(projection, "lat_1", mintu_projection_number(projection, "lat_0", 0));
    double second = mintu_projection_number(projection, "lat_2", first);
    mintu_buffer_text(out, !english ? "标准纬线 " : first == second ? "standard parallel " : "standard parallels ");
    add_degrees(out, first, false);
    if (first != second) {
        mintu_buffer_text(out, english ? " and " : "、");
        add_degrees(out, second, false);
    }
    mintu_buffer_text(out, english ? ", " : "，");
    add_meridian(out, projection, english);
}

static void add_centre(mintu_buffer *out, const mintu_projection *projection, bool english)
{
    double latitude = mintu_projection_number(projection, "lat_0", 0);
    if (fabs(latitude) == 90) {
        const char *const poles[2][2] = {{"中心在南极", "centred on the South Pole"},
                                         {"中心在北极", "centred on the North Pole"}};
        mintu_buffer_text(out, poles[latitude > 0][english]);
        mintu_buffer_text(out, english ? ", " : "，");
        add_meridian(out, projection, english);
        return;
    }
    mintu_buffer_text(out, english ? "centred on " : "中心 ");
    add_degrees(out, latitude, false);
    mintu_buffer_text(out, english ? ", " : "、");
    add_degrees(out, mintu_projection_number(projection, "lon_0", 0), true);
}

static void add_detail(mintu_buffer *out, const mintu_projection *projection, detail which, bool english)
{
    double zone = mintu_projection_number(projection, "zone", 0);
    if (which == DETAIL_CONIC)
        add_conic(out, projection, english);
    else if (which == DETAIL_CENTRE)
        add_centre(out, projection, english);
    else if (which == DETAIL_MERIDIAN)
        add_meridian(out, projection, english);
    else
        mintu_buffer_format(out, english ? "zone %.0f%s" : "%.0f%s 带", zone,
                            mintu_projection_has(projection, "south") ? "S" : "N");
}

void mintu_projection_words(const mintu_projection *projection, const char *datum, const char *lang, mintu_buffer *out)
{
    const char *kind = mintu_projection_kind(projection);
    bool english = strcmp(lang, "en") == 0;
    for (size_t i = 0; kind && i < sizeof NAMES / sizeof *NAMES; i++) {
        if (strcmp(kind, NAMES[i].kind) != 0)
            continue;
        const char *const more[2] = {NAMES[i].by[english], datum};
        mintu_buffer_format(out, english ? "%s (" : "%s（", NAMES[i].words[english]);
        for (int j = 0; j < 2; j++)
            if (more[j])
                mintu_buffer_format(out, english ? "%s, " : "%s，", more[j]);
        add_detail(out, projection, NAMES[i].detail, english);
        mintu_buffer_text(out, english ? ")" : "）");
        return;
    }
    mintu_buffer_format(out, "%.199s", mintu_projection_name(projection));
}
