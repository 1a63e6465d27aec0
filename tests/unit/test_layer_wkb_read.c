#define _DEFAULT_SOURCE
#include "layer/wkb_read.h"

#include "test_geo_helper.h"

static mintu_shape shape;

/* Bytes of a text of hexadecimal digits; spaces are for the reader. */
static size_t bytes_of(const char *text, unsigned char *out)
{
    size_t count = 0;
    for (; *text; text++) {
        unsigned value;
        if (*text == ' ')
            continue;
        assert_int_equal(sscanf(text, "%2x", &value), 1);
        out[count++] = (unsigned char)value;
        text++;
    }
    return count;
}

static mintu_status parse(const char *text)
{
    unsigned char bytes[512];
    return mintu_wkb_read(bytes, bytes_of(text, bytes), &shape, &problem);
}

#define ONE  "000000000000F03F"
#define TWO  "0000000000000040"
#define FOUR "0000000000001040"
#define NO   "000000000000F87F"
#define RING "04000000 " ONE ONE " " TWO ONE " " TWO TWO " " ONE ONE

static void reads_each_kind_in_both_orders(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        mintu_geometry_type type;
        size_t parts, vertices;
    } texts[] = {
        {"01 01000000 " ONE TWO, MINTU_GEOMETRY_TYPE_POINT, 1, 1},
        {"00 00000001 3FF0000000000000 4000000000000000", MINTU_GEOMETRY_TYPE_POINT, 1, 1},
        {"01 02000000 02000000 " ONE TWO " " TWO TWO, MINTU_GEOMETRY_TYPE_LINE, 1, 2},
        {"01 03000000 02000000 " RING " " RING, MINTU_GEOMETRY_TYPE_POLYGON, 2, 8},
        {"01 04000000 02000000 01 01000000 " ONE TWO " 00 00000001 3FF0000000000000 4000000000000000",
         MINTU_GEOMETRY_TYPE_POINT, 2, 2},
        {"01 05000000 01000000 01 02000000 02000000 " ONE TWO " " TWO TWO, MINTU_GEOMETRY_TYPE_LINE, 1, 2},
        {"01 06000000 02000000 01 03000000 01000000 " RING " 01 03000000 01000000 " RING, MINTU_GEOMETRY_TYPE_POLYGON, 2, 8},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_good(parse(texts[i].text));
        assert_int_equal(shape.type, texts[i].type);
        assert_int_equal(shape.part_count, texts[i].parts);
        assert_int_equal(shape.vertex_count, texts[i].vertices);
        assert_true(shape.xy[0] == 1 && (i > 1 || shape.xy[1] == 2));
    }
}

static void tells_outer_rings_from_holes(void **state)
{
    (void)state;
    assert_good(parse("01 03000000 02000000 " RING " " RING));
    assert_int_equal(shape.part_count, 2);
    assert_true(shape.outer[0] && !shape.outer[1]);
}

static void empty_geometries_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {"01 01000000 " NO NO, "01 02000000 00000000", "01 03000000 00000000",
                                        "01 06000000 00000000", "01 04000000 01000000 01 01000000 " NO NO};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_good(parse(texts[i]));
        assert_int_equal(shape.type, MINTU_GEOMETRY_TYPE_NONE);
        assert_int_equal(shape.vertex_count, 0);
    }
}

static void refuses_what_is_something_else(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "02 01000000 " ONE TWO,                               /* no byte order */
        "01 E9030000 " ONE TWO TWO,                           /* with heights */
        "01 07000000 01000000 01 01000000 " ONE TWO,          /* of several kinds */
        "01 08000000 00000000",                               /* a curve */
        "01 01000000 " ONE TWO "00",                          /* bytes behind it */
        "01 04000000 01000000 01 02000000 01000000 " ONE TWO, /* a line among points */
        "01 02000000 FFFFFFFF " ONE TWO,                      /* more than there are */
        "01 06000000 FFFFFFFF",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(parse(texts[i]), MINTU_STATUS_INPUT);
}

/* Whatever ends early is refused, wherever it ends. */
static void refuses_every_beginning(void **state)
{
    (void)state;
    unsigned char bytes[512];
    size_t size = bytes_of("01 06000000 02000000 01 03000000 02000000 " RING " " RING " 00 00000003 00000000", bytes);
    assert_good(mintu_wkb_read(bytes, size, &shape, &problem));
    for (size_t i = 0; i < size; i++) {
        unsigned char *part = malloc(i ? i : 1); /* so that a read beyond it is seen */
        memcpy(part, bytes, i);
        assert_int_equal(mintu_wkb_read(part, i, &shape, &problem), MINTU_STATUS_INPUT);
        free(part);
    }
    mintu_shape_free(&shape);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_each_kind_in_both_orders), cmocka_unit_test(tells_outer_rings_from_holes),
        cmocka_unit_test(empty_geometries_are_none),      cmocka_unit_test(refuses_what_is_something_else),
        cmocka_unit_test(refuses_every_beginning),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
