#include "base/crs_definition.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

static void test_without_files(void **state)
{
    static const char *const good[] = {
        "EPSG:4509",
        "WGS 84 / UTM zone 50N",
        "+proj=merc +a=6378137 +nadgrids=@null +units=m",
        "+proj=tmerc +nadgrids=ntv2_0.gsb +units=m/s",
        "proj=tmerc to_meter=1/3 vto_meter = 1/2",
        "PROJCRS[\"CGCS2000 / Gauss-Kruger\",ID[\"EPSG\",4509],REMARK[\"a/b\"]]",
        "BOUNDCRS[ABRIDGEDTRANSFORMATION[\"x\",METHOD[\"NTv2\"],PARAMETERFILE[\"grid\",\"ntv2_0.gsb\"]],ID[\"a/b\"]]",
        "{\"name\":\"a / b\",\"parameters\":[{\"name\":\"m/s\",\"value\":1,\"unit\":{\"name\":\"m/s\"}}]}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_false(mintu_reference_names_file(good[i]));
}

static void test_with_files(void **state)
{
    static const char *const bad[] = {
        "+proj=tmerc +nadgrids=/etc/passwd",
        "+proj=tmerc +geoidgrids=a.gtx,http://x/b.tif",
        "+init=/etc/passwd:1",
        "init=/etc/passwd:1",
        "proj=tmerc init=/etc/passwd:1",
        "proj=tinshift file=/etc/passwd",
        "proj=defmodel MODEL=/etc/passwd",
        "+proj=tmerc +nadgrids = /etc/passwd",
        "+proj=tmerc +nadgrids=\"/a b\"",
        "+proj=tmerc +nadgrids=~/x",
        "+proj=tmerc +nadgrids=@./x",
        "DATUM[\"x\",EXTENSION[\"PROJ4_GRIDS\",\"../a.gsb\"]]",
        "DATUM[\"x\",extension [\"proj4_grids\" , \"../a.gsb\"]]",
        "DATUM(\"x\",EXTENSION(\"Proj4_Grids\",\"../a.gsb\"))",
        "PROJCS[\"x\",EXTENSION[\"PROJ4\",\"+proj=tmerc +nadgrids=/a\"]]",
        "METHOD[\"PROJ-based operation method: +proj=defmodel +model=/a\"]",
        "PARAMETERFILE[\"Latitude difference file\",\"/etc/passwd\"]",
        "parameterfile(\"Latitude difference file\",\"/etc/passwd\")",
        "{\"type\":\"BoundCRS\",\"parameters\":[{\"name\":\"grid\",\"value\":\"/etc/passwd\"}]}",
        "{\"type\":\"BoundCRS\",\"parameters\":[{\"name\":\"grid\",\"value\" : \"\\u002fetc\"}]}",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!mintu_reference_names_file(bad[i]))
            fail_msg("passed: %s", bad[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_without_files), cmocka_unit_test(test_with_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
