#define _DEFAULT_SOURCE /* mkdtemp(), mkfifo() */
#include "base/refused.h"
#include "geometry/proj_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

static char root[] = "/tmp/mintu-proj-XXXXXX";
static const char words[] = "these words are private";
static char said[4000];

static void hear(void *user, int level, const char *text)
{
    (void)user, (void)level;
    snprintf(said + strlen(said), sizeof said - strlen(said), "%s\n", text);
}

static int set_up(void **state)
{
    char path[64];
    (void)state;
    assert_non_null(mkdtemp(root));
    snprintf(path, sizeof path, "%s/file", root);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "{\"%s\"", words);
    fclose(file);
    snprintf(path, sizeof path, "%s/pipe", root);
    return mkfifo(path, 0600);
}

static int tear_down(void **state)
{
    char path[64];
    (void)state;
    snprintf(path, sizeof path, "%s/file", root);
    unlink(path);
    snprintf(path, sizeof path, "%s/pipe", root);
    unlink(path);
    return rmdir(root);
}

/* What a definition with a file in it makes: nothing is opened, and it is noted. */
static void check_refused(PJ_CONTEXT *proj)
{
    static const char *const forms[] = {
        "proj=tinshift file=%s/file",    "proj=defmodel model=%s/file",   "init=%s/file:1",
        "proj=hgridshift grids=%s/file", "proj=vgridshift grids=%s/pipe", "proj=hgridshift grids=../../../../..%s/file"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char definition[200];
        said[0] = '\0';
        mintu_refused_begin();
        snprintf(definition, sizeof definition, forms[i], root);
        proj_destroy(proj_create(proj, definition));
        if (!mintu_refused())
            fail_msg("not noted: %s", definition);
        assert_null(strstr(said, words));
    }
}

static void test_files(void **state)
{
    (void)state;
    assert_int_equal(mintu_proj_begin("testing", NULL), MINTU_STATUS_OK);
    PJ_CONTEXT *proj = mintu_proj_context_new();
    assert_non_null(proj);
    proj_log_func(proj, NULL, hear);
    check_refused(proj);
    mintu_refused_begin();
    PJ *crs = proj_create(proj, "EPSG:4509");
    assert_non_null(crs);
    PJ *unknown = proj_create(proj, "+proj=hgridshift +grids=not-there.gsb");
    assert_null(unknown);
    assert_false(mintu_refused());
    proj_destroy(crs);
    proj_context_destroy(proj);
}

/* As GDAL makes them. */
static void test_later_contexts(void **state)
{
    PJ_CONTEXT *proj = proj_context_create();
    (void)state;
    proj_log_func(proj, NULL, hear);
    proj_context_set_enable_network(proj, 0);
    check_refused(proj);
    proj_context_destroy(proj);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_files), cmocka_unit_test(test_later_contexts)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
