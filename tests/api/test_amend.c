/* Changes of a small package through the public header: what is written, told, logged and taken back. */
#include "unit/test_gazetteer_package.h"

#include <sys/stat.h>

static void open_world(world *w)
{
    world_make(w);
    world_base(w);
    assert_int_equal(world_open(w), MINTU_STATUS_OK);
}

static const char *inside(const world *w, const char *name)
{
    static char path[2048];
    snprintf(path, sizeof path, "%s/%s", w->dir, name);
    return path;
}

static void read_text(const char *path, char *out, size_t size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s is not there", path);
    out[fread(out, 1, size - 1, file)] = '\0';
    fclose(file);
}

static void assert_told(const mintu_layer *findings, const char *status, const char *row, const char *part)
{
    for (size_t i = 0; i < mintu_layer_count(findings); i++)
        if (strcmp(mintu_layer_text(findings, i, 0), status) == 0 && strcmp(mintu_layer_text(findings, i, 2), row) == 0 &&
            strstr(mintu_layer_text(findings, i, 4), part))
            return;
    fail_msg("%s, %s: \"%s\" was not told", status, row, part);
}

/* Removes what the tests leave in the folder. */
static void close_world(world *w)
{
    char command[256];
    snprintf(command, sizeof command, "rm -rf %s %s-new", w->dir, w->dir);
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    assert_int_equal(system(command), 0);
}

static void a_whole_list_replaces_the_roster_and_is_undone(void **state)
{
    (void)state;
    world w;
    mintu_layer *findings, *log;
    char before[4096], after[4096], described[8192], text[8192];
    open_world(&w);
    world_write(&w, "list.csv",
                "设区市,县区,镇,批次\n甲州市,东城区,龙门镇,第一批\n甲州市,,陈家镇,2\n乙州市,白石县,白石镇,1\n"
                "乙州市,白石县,太山镇,\n");
    read_text(inside(&w, "pilot_towns.csv"), before, sizeof before);
    read_text(inside(&w, "datapackage.json"), described, sizeof described);
    const mintu_amend_roster_options options = {.roster = "town", .source = "the list"};
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, &findings),
                     MINTU_STATUS_OK);
    assert_told(findings, "note", "", "990202001 dropped");
    assert_told(findings, "note", "", "4 of 4 places are listed: 2 added, 2 changed, 1 dropped");
    mintu_layer_free(findings);
    read_text(inside(&w, "pilot_towns.csv"), after, sizeof after);
    assert_string_equal(after, "no,code,name,batch,certainty,source,note\n1,990102001,龙门镇,第一批,attested,the list,\n"
                               "2,990104001,陈家镇,2,attested,the list,\n3,990221001,白石镇,1,attested,the list,\n"
                               "4,990221003,太山镇,1,attested,the list,\n");
    mintu_gazetteer_free(w.gazetteer);
    assert_int_equal(world_open(&w), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_roster(w.gazetteer, 1)->listed, 4);
    assert_int_equal(mintu_amend_log(w.context, w.dir, &w.error, &log), MINTU_STATUS_OK);
    assert_int_equal(mintu_layer_count(log), 1);
    assert_string_equal(mintu_layer_text(log, 0, 2), "import-roster");
    assert_string_equal(mintu_layer_text(log, 0, 4), "list.csv");
    mintu_layer_free(log);
    assert_int_equal(mintu_amend_undo(w.context, w.dir, &w.error), MINTU_STATUS_OK);
    read_text(inside(&w, "pilot_towns.csv"), after, sizeof after);
    read_text(inside(&w, "datapackage.json"), text, sizeof text);
    assert_string_equal(after, before);
    assert_string_equal(text, described);
    assert_int_not_equal(access(inside(&w, "changes.csv"), F_OK), 0);
    assert_int_not_equal(access(inside(&w, "before"), F_OK), 0);
    assert_int_equal(mintu_amend_undo(w.context, w.dir, &w.error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "has none"));
    close_world(&w);
}

static void rows_that_cannot_be_taken_are_told(void **state)
{
    (void)state;
    world w;
    mintu_layer *findings;
    char after[4096];
    open_world(&w);
    world_write(&w, "list.csv", "镇,备注\n龙门镇,新\n东城区龙门镇,\n和平,\n白石县,\n没有镇,\n,无名\n");
    const mintu_amend_roster_options options = {.roster = "town"};
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, &findings),
                     MINTU_STATUS_FINDINGS);
    assert_told(findings, "finding", "line 3", "listed before, line 2");
    assert_told(findings, "finding", "line 4", "和平镇@");
    assert_told(findings, "finding", "line 5", "990221 is a county");
    assert_told(findings, "finding", "line 6", "no unit of this name");
    assert_told(findings, "finding", "line 7", "no name");
    assert_told(findings, "note", "", "3 earlier places");
    mintu_layer_free(findings);
    read_text(inside(&w, "pilot_towns.csv"), after, sizeof after);
    assert_non_null(strstr(after, "\n3,990202001,和平乡,2,attested,T3,\n4,990102001,龙门镇,,attested,list.csv,新\n"));
    close_world(&w);
}

/* Nothing is written of what does not fit the number that the roster states. */
static void too_many_places_are_refused(void **state)
{
    (void)state;
    world w;
    mintu_layer *findings;
    char before[4096], after[4096];
    open_world(&w);
    read_text(inside(&w, "pilot_towns.csv"), before, sizeof before);
    world_write(&w, "list.csv", "镇\n东城区龙门镇\n白石镇\n");
    mintu_amend_roster_options options = {.roster = "town"};
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, &findings),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "2 places of the file and 3 earlier ones"));
    mintu_layer_free(findings);
    options.stated = 1;
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "the file has 2 places, and the roster states 1"));
    read_text(inside(&w, "pilot_towns.csv"), after, sizeof after);
    assert_string_equal(after, before);
    assert_int_not_equal(access(inside(&w, "changes.csv"), F_OK), 0);
    options.stated = 5;
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_OK);
    close_world(&w);
}

static void a_new_roster_goes_to_a_new_folder(void **state)
{
    (void)state;
    world w;
    char target[128];
    open_world(&w);
    snprintf(target, sizeof target, "%s/new", w.dir);
    world_write(&w, "list.csv", "镇\n东城区龙门镇\n白石镇\n");
    const mintu_amend_roster_options within = {.roster = "town", .target = target, .stated = 9};
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &within, &w.error, NULL),
                     MINTU_STATUS_OUTPUT);
    assert_non_null(strstr(w.error.text, "in the package itself"));
    snprintf(target, sizeof target, "%s-new", w.dir);
    mintu_amend_roster_options options = {.roster = "key-town", .target = target};
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_USAGE);
    options.title = "重点镇";
    options.title_en = "key towns";
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_OK);
    assert_int_not_equal(access(inside(&w, "key_towns.csv"), F_OK), 0);
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_OUTPUT);
    mintu_gazetteer_free(w.gazetteer);
    assert_int_equal(mintu_gazetteer_open(w.context, target, &w.error, &w.gazetteer), MINTU_STATUS_OK);
    const mintu_roster *roster = mintu_gazetteer_roster(w.gazetteer, 2);
    assert_string_equal(roster->layer, "key-towns");
    assert_string_equal(roster->one, "key town");
    assert_int_equal(roster->listed, 2);
    assert_int_equal(roster->stated, 2);
    assert_int_equal(mintu_amend_undo(w.context, target, &w.error), MINTU_STATUS_OK);
    strcat(target, "/key_towns.csv");
    assert_int_not_equal(access(target, F_OK), 0);
    close_world(&w);
}

/* Without county polygons positions are taken as they are, and that is told. */
static void positions_go_to_their_units(void **state)
{
    (void)state;
    world w;
    mintu_layer *findings;
    char text[8192];
    open_world(&w);
    world_write(&w, "points.csv",
                "code,lon,lat,certainty\n990221004,112.55,21.55,approximate\n990102,110.6,20.6,\n990221004,112,21,\n"
                "990103001,200,21,\n");
    assert_int_equal(mintu_amend_points(w.context, w.gazetteer, inside(&w, "points.csv"), NULL, &w.error, &findings),
                     MINTU_STATUS_FINDINGS);
    assert_told(findings, "note", "", "no county polygons");
    assert_told(findings, "finding", "line 4", "has a position before, in line 2");
    assert_told(findings, "finding", "line 5", "is no position");
    mintu_layer_free(findings);
    read_text(inside(&w, "places.csv"), text, sizeof text);
    assert_non_null(strstr(text, "\n990221004,无名镇,,township,town,990221,112.55,21.55,town,approximate,points.csv,,,\n"));
    assert_non_null(
        strstr(text, "\n990102,东城区,Dongcheng,county,district,990100,110.6,20.6,county,attested,points.csv,,,\n"));
    assert_non_null(strstr(text, "\n990103001,龙门街道,Longmen,township,subdistrict,990103,111.4,20.4,town,attested,P,,,\n"));
    assert_int_equal(mintu_amend_undo(w.context, w.dir, &w.error), MINTU_STATUS_OK);
    read_text(inside(&w, "places.csv"), text, sizeof text);
    assert_string_equal(text, world_places);
    close_world(&w);
}

static void a_day_on_which_a_roster_cannot_stand_is_refused(void **state)
{
    (void)state;
    world w;
    open_world(&w);
    world_write(&w, "places.csv",
                "code,name,name_en,level,type,parent,lon,lat,precision,certainty,source,source_id,from,to\n"
                "990000,测试省,,province,province,,111.5,21.5,province,matched,S,,,\n"
                "990102001,龙门镇,,township,town,990000,110.4,20.4,town,attested,P,,,2020-01-01\n");
    world_write(&w, "pilot_cities.csv",
                "no,code,name,notice_name,certainty,source,note\n1,990102001,龙门镇,龙门,attested,N1,\n");
    world_write(&w, "pilot_towns.csv", "no,code,name,batch,certainty,source,note\n");
    world_write(&w, "named_places.csv", "code,name,notice_name,item,role,note\n");
    world_write(&w, "place_names.csv", "code,name,kind,code_then,parent,from,to\n");
    mintu_gazetteer_free(w.gazetteer);
    if (world_open(&w) != MINTU_STATUS_OK)
        fail_msg("%s", w.error.text);
    assert_int_equal(mintu_amend_set(w.context, w.gazetteer, "as-of", "2020-01-01", NULL, &w.error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "990102001 龙门镇 is on a roster and was not in force on 2020-01-01"));
    assert_int_equal(mintu_amend_set(w.context, w.gazetteer, "as-of", "2019-12-31", NULL, &w.error), MINTU_STATUS_OK);
    mintu_gazetteer_free(w.gazetteer);
    assert_int_equal(world_open(&w), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_as_of(w.gazetteer), 20191231);
    close_world(&w);
}

/* What a stranger's package may hold. */
static void a_link_or_a_strange_log_is_refused(void **state)
{
    (void)state;
    world w;
    char text[256];
    open_world(&w);
    world_write(&w, "list.csv", "镇\n东城区龙门镇\n");
    const mintu_amend_roster_options options = {.roster = "town"};
    assert_int_equal(symlink("/etc/hostname", inside(&w, "link")), 0);
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "it is a link"));
    assert_non_null(strstr(w.error.source, "/link"));
    assert_int_equal(unlink(inside(&w, "link")), 0);
    world_write(&w, "changes.csv",
                "no,when,command,what,file,sha256,added,changed,removed,files,result\n"
                "1,,,,,,,,,../places.csv,\n");
    assert_int_equal(mintu_amend_undo(w.context, w.dir, &w.error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "no name of a file in the package"));
    world_write(&w, "changes.csv", "no,when\n1,2\n");
    assert_int_equal(mintu_amend_undo(w.context, w.dir, &w.error), MINTU_STATUS_INPUT);
    read_text(inside(&w, "places.csv"), text, sizeof text);
    assert_int_equal(strncmp(text, world_places, 200), 0);
    close_world(&w);
}

static void what_was_changed_since_is_not_undone(void **state)
{
    (void)state;
    world w;
    char text[4096];
    open_world(&w);
    world_write(&w, "list.csv", "镇\n东城区龙门镇\n");
    const mintu_amend_roster_options options = {.roster = "town"};
    assert_int_equal(mintu_amend_roster(w.context, w.gazetteer, inside(&w, "list.csv"), &options, &w.error, NULL),
                     MINTU_STATUS_OK);
    world_write(&w, "pilot_towns.csv", world_towns);
    assert_int_equal(mintu_amend_undo(w.context, w.dir, &w.error), MINTU_STATUS_INPUT);
    assert_non_null(strstr(w.error.text, "changed since"));
    read_text(inside(&w, "pilot_towns.csv"), text, sizeof text);
    assert_string_equal(text, world_towns);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_list_replaces_the_roster_and_is_undone),
        cmocka_unit_test(rows_that_cannot_be_taken_are_told),
        cmocka_unit_test(too_many_places_are_refused),
        cmocka_unit_test(a_new_roster_goes_to_a_new_folder),
        cmocka_unit_test(positions_go_to_their_units),
        cmocka_unit_test(a_day_on_which_a_roster_cannot_stand_is_refused),
        cmocka_unit_test(a_link_or_a_strange_log_is_refused),
        cmocka_unit_test(what_was_changed_since_is_not_undone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
