#include "test_gazetteer_package.h"

#include "gazetteer/boundary_files.h"
#include "gazetteer/gazetteer_data.h"

#include <sys/stat.h>

static const char *path_of(const world *w, const char *name)
{
    static char paths[4][512];
    static int turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", w->dir, name);
    return path;
}

static void expect_text(const world *w, const char *name, const char *text)
{
    char found[64] = "";
    FILE *file = fopen(path_of(w, name), "r");
    assert_non_null(file);
    assert_non_null(fgets(found, sizeof found, file));
    fclose(file);
    assert_string_equal(found, text);
}

static void write_made(const mintu_boundary_files *files)
{
    for (int i = 0; i < MINTU_BOUNDARY_FILES; i++) {
        FILE *file = fopen(files->files[i].made, "w");
        assert_non_null(file);
        fputs("new", file);
        fclose(file);
    }
}

static bool is_clean(const world *w)
{
    DIR *dir = opendir(w->dir);
    bool clean = true;
    for (struct dirent *entry; (entry = readdir(dir));)
        clean = clean && !strstr(entry->d_name, "mintu-");
    closedir(dir);
    return clean;
}

static void all_come_together(void **state)
{
    world *w = *state;
    mintu_boundary_files files;
    world_write(w, "province.gpkg", "old");
    world_write(w, "counties.gpkg", "old");
    assert_int_equal(mintu_boundary_files_open(path_of(w, "counties.gpkg"), &w->error, &files), MINTU_STATUS_OK);
    write_made(&files);
    expect_text(w, "counties.gpkg", "old");
    assert_int_equal(mintu_boundary_files_settle(&files, &w->error), MINTU_STATUS_OK);
    mintu_boundary_files_close(&files);
    for (int i = 0; i < MINTU_BOUNDARY_FILES; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s.gpkg", mintu_boundary_file_layer(i));
        expect_text(w, name, "new");
    }
    assert_true(is_clean(w));
}

/* The last file cannot come: all that came before goes back. */
static void a_failure_puts_all_back(void **state)
{
    world *w = *state;
    mintu_boundary_files files;
    world_write(w, "county-borders.gpkg", "old");
    world_write(w, "prefectures.gpkg", "old");
    world_write(w, "counties.gpkg", "old");
    assert_int_equal(mintu_boundary_files_open(path_of(w, "counties.gpkg"), &w->error, &files), MINTU_STATUS_OK);
    write_made(&files);
    assert_int_equal(unlink(files.files[MINTU_BOUNDARY_COUNTIES - 1].made), 0);
    assert_int_equal(mintu_boundary_files_settle(&files, &w->error), MINTU_STATUS_OUTPUT);
    mintu_boundary_files_close(&files);
    expect_text(w, "county-borders.gpkg", "old");
    expect_text(w, "prefectures.gpkg", "old");
    expect_text(w, "counties.gpkg", "old");
    assert_int_equal(access(path_of(w, "province.gpkg"), F_OK), -1);
    assert_true(is_clean(w));
}

static void places_that_are_none_are_refused(void **state)
{
    world *w = *state;
    mintu_boundary_files files;
    assert_int_equal(mintu_boundary_files_open("/dev/null", &w->error, &files), MINTU_STATUS_OUTPUT);
    mintu_boundary_files_close(&files);
    assert_int_equal(mkdir(path_of(w, "coast.gpkg"), 0700), 0);
    assert_int_equal(mintu_boundary_files_open(path_of(w, "counties.gpkg"), &w->error, &files), MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(w->error.source, "coast.gpkg"));
    mintu_boundary_files_close(&files);
    assert_true(is_clean(w));
    assert_int_equal(rmdir(path_of(w, "coast.gpkg")), 0);
}

static mintu_status check(world *w, const char *target, const char *input)
{
    return mintu_boundary_files_check(&w->gazetteer->package, target, &input, 1, &w->error);
}

static void what_is_read_is_not_replaced(void **state)
{
    world *w = *state;
    world_write(w, "mine.gpkg", "mine");
    world_write(w, "x-province.gpkg", "mine");
    world_write(w, "counties.gpkg", "old");
    const char *counties = path_of(w, "counties.gpkg");
    assert_int_equal(check(w, counties, "elsewhere.shp"), MINTU_STATUS_OK);
    assert_int_equal(check(w, counties, counties), MINTU_STATUS_USAGE);
    assert_int_equal(check(w, "/tmp/mintu-none.gpkg", counties), MINTU_STATUS_OK);
    assert_int_equal(check(w, path_of(w, "mine.gpkg"), "elsewhere.shp"), MINTU_STATUS_USAGE);
    assert_int_equal(check(w, path_of(w, "new.gpkg"), "elsewhere.shp"), MINTU_STATUS_OK);
    assert_int_equal(check(w, path_of(w, "x.gpkg"), "elsewhere.shp"), MINTU_STATUS_USAGE); /* one of its others is there */
    assert_non_null(strstr(w->error.text, "x-province.gpkg, a file of the data package"));
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, world_set_up, world_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_WORLD(all_come_together),
        IN_WORLD(a_failure_puts_all_back),
        IN_WORLD(places_that_are_none_are_refused),
        IN_WORLD(what_is_read_is_not_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
