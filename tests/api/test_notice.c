/* Reading notices with the bundled package; skipped without MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

#include <jansson.h>

typedef struct bench {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_geocoder *geocoder;
    mintu_error error;
} bench;

static int open_bench(void **state)
{
    static bench shared;
    const char *dir = getenv("MINTU_GEODATA");
    shared = (bench){0};
    *state = &shared;
    if (!dir)
        return 0;
    assert_int_equal(mintu_context_new(&shared.error, &shared.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(shared.context, dir, &shared.error, &shared.gazetteer), MINTU_STATUS_OK);
    assert_int_equal(mintu_geocoder_new(shared.gazetteer, NULL, &shared.error, &shared.geocoder), MINTU_STATUS_OK);
    return 0;
}

static int close_bench(void **state)
{
    bench *b = *state;
    mintu_geocoder_free(b->geocoder);
    mintu_gazetteer_free(b->gazetteer);
    mintu_context_free(b->context);
    return 0;
}

static mintu_notice *notice_of(void **state, const char *text)
{
    bench *b = *state;
    mintu_notice *notice = NULL;
    if (!b->geocoder)
        skip();
    if (mintu_notice_read(b->geocoder, text, strlen(text), &b->error, &notice) != MINTU_STATUS_OK)
        fail_msg("%s", b->error.text);
    return notice;
}

/* Agencies of an item as `name:role` joined by spaces, from the JSON. */
static void describe(json_t *root, int no, char *out, size_t room)
{
    json_t *task = json_array_get(json_object_get(root, "tasks"), (size_t)no - 1), *agency;
    size_t i;
    out[0] = '\0';
    json_array_foreach(json_object_get(task, "agencies"), i, agency)
    {
        size_t used = strlen(out);
        snprintf(out + used, room - used, "%s%s:%s", i ? " " : "", json_string_value(json_object_get(agency, "name")),
                 json_string_value(json_object_get(agency, "role")));
    }
}

static json_t *json_of(mintu_notice *notice)
{
    char *text = NULL;
    mintu_error error;
    assert_int_equal(mintu_notice_json(notice, &error, &text), MINTU_STATUS_OK);
    json_t *root = json_loads(text, 0, NULL);
    assert_non_null(root);
    free(text);
    return root;
}

static void has_agencies(void **state, const char *text, int no, const char *expected)
{
    char found[1000];
    mintu_notice *notice = notice_of(state, text);
    json_t *root = json_of(notice);
    describe(root, no, found, sizeof found);
    assert_string_equal(found, expected);
    json_decref(root);
    mintu_notice_free(notice);
}

static bool finds(const mintu_notice *notice, const char *kind)
{
    for (size_t i = 0; i < mintu_notice_finding_count(notice); i++)
        if (strcmp(mintu_notice_finding_at(notice, i)->kind, kind) == 0)
            return true;
    return false;
}

static void test_clauses(void **state)
{
    has_agencies(state, "（一）做好。（省发改委牵头）（二）好。", 1, "省发改委:lead");
    has_agencies(state, "（一）做好。（省住建厅、国土厅牵头，财政厅等配合，各市、县（区）政府负责）（二）好。", 1,
                 "省住建厅:lead 省国土厅:lead 省财政厅:support 各市、县（区）政府:responsible");
    has_agencies(state, "（一）做好。（省财政厅、人行福州中心支行、省编办、国土厅等按职能分工负责）（二）好。", 1,
                 "省财政厅:joint 人行福州中心支行:joint 省编办:joint 省国土厅:joint");
    has_agencies(state, "（一）做好。（省物价局，各市、县（区）政府按职能分工负责）（二）好。", 1,
                 "省物价局:joint 各市、县（区）政府:joint");
    has_agencies(state, "（一）做好。（省金融办、发改委等按职能分工会同各市、县（区）政府负责）（二）好。", 1,
                 "省金融办:joint 省发改委:joint 各市、县（区）政府:joint");
    has_agencies(state, "1. 做好（省农业厅负责）。\n2、好。\n", 1, "省农业厅:responsible");
    has_agencies(state, "1. 做好。\n牵头单位：省农业厅；配合单位：省林业厅、水利厅\n2. 好。\n", 1,
                 "省农业厅:lead 省林业厅:support 省水利厅:support");
}

static void test_numbers_of_any_kind(void **state)
{
    mintu_notice *notice = notice_of(state, "（１）甲。（省发改委牵头）(2)乙。（省住建厅牵头）（三）丙。（省编办牵头）");
    assert_int_equal(mintu_notice_status_count(notice, MINTU_TASK_STATUS_COMPLETE), 3);
    assert_int_equal(mintu_notice_finding_total(notice), 0);
    mintu_notice_free(notice);
}

static void test_findings(void **state)
{
    static const struct {
        const char *text, *kind;
    } cases[] = {
        {"（一）甲。（某某牵头）（二）乙。", "agency"},
        {"（一）各修12坰地。（省发改委牵头）", "unit"},
        {"（一）甲。\n（省发改委牵头）\n（三）乙。\n", "gap"},
        {"（一）甲（乙。（省发改委牵头）\n（二）乙。\n", "bracket"},
        {"（一）甲。（省发改委牵头）\n（二）乙。（省住建厅牵头）\n（二）丁。（省编办牵头）\n", "repeat"},
        {"（二）甲。（省发改委牵头）\n（一）乙。（省住建厅牵头）\n", "order"},
        {"<p>（一）甲。（省发改委牵头）</p><p>（二）乙。</p>", "html"},
        {"（一）甲\xFF\xFE。（省发改委牵头）\n（二）乙\xFF。\n", "bytes"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mintu_notice *notice = notice_of(state, cases[i].text);
        if (!finds(notice, cases[i].kind))
            fail_msg("%s: no finding of kind %s", cases[i].text, cases[i].kind);
        mintu_notice_free(notice);
    }
}

/* Without signs of damage a clause closes the item it stands behind, whatever the next number is. */
static void test_order(void **state)
{
    const char *text = "（一）甲。（省发改委牵头）（三）丙。（省住建厅牵头）（二）乙。（省编办牵头）";
    has_agencies(state, text, 2, "省编办:lead");
    has_agencies(state, text, 3, "省住建厅:lead");
    has_agencies(state, text, 1, "");
}

static void test_no_notice(void **state)
{
    bench *b = *state;
    mintu_notice *notice = NULL;
    if (!b->geocoder)
        skip();
    assert_int_equal(mintu_notice_read(b->geocoder, "今天天气很好。", strlen("今天天气很好。"), &b->error, &notice),
                     MINTU_STATUS_INPUT);
    assert_null(notice);
    assert_int_equal(mintu_notice_read(b->geocoder, "", 0, &b->error, &notice), MINTU_STATUS_INPUT);
    assert_int_equal(mintu_notice_load(b->geocoder, "no such file", &b->error, &notice), MINTU_STATUS_INPUT);
}

static void test_layers(void **state)
{
    static const char *const names[] = {"sections",    "tasks",    "task_agencies", "task_targets",
                                        "task_places", "agencies", "findings"};
    bench *b = *state;
    mintu_notice *notice =
        notice_of(state, "一、总则\n1. 在晋江每年各安排100亩用地指标。（省国土厅牵头）\n2. 2018年前建成3座桥。（某某牵头）\n");
    mintu_layer *layer = NULL;
    static const size_t counts[] = {1, 2, 2, 2, 2, 1, 1};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_int_equal(mintu_notice_layer(b->context, notice, names[i], &b->error, &layer), MINTU_STATUS_OK);
        if (mintu_layer_count(layer) != counts[i])
            fail_msg("%s: %zu rows, expected %zu", names[i], mintu_layer_count(layer), counts[i]);
        mintu_layer_free(layer);
    }
    assert_int_equal(mintu_notice_layer(b->context, notice, "others", &b->error, &layer), MINTU_STATUS_USAGE);
    assert_null(layer);
    mintu_notice_free(notice);
}

#define FIRST  "（一）甲地各村先清点旧屋并登记造册备查。"
#define PHOTO  "每户旧屋由乡里派人拍照留存以备查验。"
#define POND   "（省住建厅牵头）（二）乙地各村把水塘清淤加固一遍。"
#define MARKET "（省水利厅牵头）（三）丙地集市搬进新修的大棚里去。"
#define BOARDS "旧屋清空以后在2017年前改建30座凉亭。"
#define SCHOOL "（省商务厅牵头）（五）丁地学校修缮屋顶和操场跑道。"

/* Repeats in place of other sentences: what they took the place of stands where just one sentence can be meant, or it stays open. */
static void test_replaced(void **state)
{
    mintu_notice *notice = notice_of(state, FIRST PHOTO FIRST POND PHOTO MARKET BOARDS SCHOOL POND);
    json_t *root = json_of(notice), *tasks = json_object_get(root, "tasks");
    assert_false(finds(notice, "uncertain"));
    assert_int_equal(json_array_size(json_object_get(json_array_get(tasks, 0), "targets")), 1);
    assert_int_equal(json_array_size(json_object_get(json_array_get(tasks, 2), "targets")), 0);
    assert_string_equal(json_string_value(json_object_get(json_array_get(tasks, 3), "status")), "missing");
    json_decref(root);
    mintu_notice_free(notice);

    notice = notice_of(state, FIRST PHOTO FIRST POND PHOTO MARKET BOARDS "摊位按抽签分给原来的摊贩继续使用。" SCHOOL POND);
    root = json_of(notice);
    tasks = json_object_get(root, "tasks");
    assert_true(finds(notice, "uncertain"));
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(json_array_size(json_object_get(json_array_get(tasks, i), "targets")), 0);
    assert_string_equal(json_string_value(json_object_get(json_array_get(tasks, 3), "status")), "truncated");
    json_decref(root);
    mintu_notice_free(notice);
}

static mintu_notice *load(void **state, const char *variable, const char *name)
{
    char path[1000];
    bench *b = *state;
    mintu_notice *notice = NULL;
    if (!b->geocoder || !getenv(variable))
        skip();
    snprintf(path, sizeof path, "%s/%s", getenv(variable), name);
    if (mintu_notice_load(b->geocoder, path, &b->error, &notice) != MINTU_STATUS_OK)
        fail_msg("%s", b->error.text);
    return notice;
}

static bool names(const json_t *list, const char *name)
{
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item)
    {
        const char *text = json_is_object(item) ? json_string_value(json_object_get(item, "name")) : json_string_value(item);
        if (strcmp(text, name) == 0)
            return true;
    }
    return false;
}

/* The agencies of every item, and no others. */
static void same_agencies(const json_t *task, const json_t *known)
{
    static const char *const keys[] = {"lead", "with", "negotiators"};
    const json_t *agencies = json_object_get(task, "agencies"), *names_of;
    size_t count = 0;
    for (int i = 0; i < 3; i++) {
        size_t j;
        json_t *name;
        names_of = json_object_get(known, keys[i]);
        count += json_array_size(names_of);
        json_array_foreach(names_of, j, name) if (!names(agencies, json_string_value(name)))
            fail_msg("item %lld lacks %s", json_integer_value(json_object_get(known, "no")), json_string_value(name));
    }
    if (json_array_size(agencies) != count)
        fail_msg("item %lld has %zu agencies, expected %zu", json_integer_value(json_object_get(known, "no")),
                 json_array_size(agencies), count);
}

/* The role that the research's list and form of responsibility stand for. 按职能分工 holds for all whom the clause names. */
static const char *role_of(const char *list, const char *form)
{
    if (strstr(form, "按职能分工"))
        return "joint";
    if (strcmp(list, "lead") == 0)
        return strstr(form, "牵头") ? "lead" : "responsible";
    return strcmp(list, "with") == 0 ? "support" : "responsible";
}

static void same_roles(const json_t *task, const json_t *known)
{
    static const char *const keys[] = {"lead", "with", "negotiators"};
    const char *form = json_string_value(json_object_get(known, "responsibility_form"));
    const json_t *agencies = json_object_get(task, "agencies");
    for (int i = 0; i < 3; i++) {
        size_t j, k;
        json_t *name, *agency;
        json_array_foreach(json_object_get(known, keys[i]), j, name) json_array_foreach(agencies, k, agency)
        {
            const char *role = json_string_value(json_object_get(agency, "role"));
            if (json_equal(json_object_get(agency, "name"), name) && strcmp(role, role_of(keys[i], form)) != 0)
                fail_msg("item %lld: %s is %s, expected %s", json_integer_value(json_object_get(known, "no")),
                         json_string_value(name), role, role_of(keys[i], form));
        }
    }
}

/* The targets' values and units as a sum that any order gives. Item 7: a policy goes on until 2018, which the research counts as
 * the value 2018 and the reader as an end without a value. */
static void same_targets(const json_t *task, const json_t *known)
{
    const json_t *targets = json_object_get(task, "targets"), *quantities = json_object_get(known, "quantities");
    double sum = 0, expected = 0;
    size_t i;
    json_t *item;
    json_array_foreach(targets, i, item) sum += json_number_value(json_object_get(item, "value"));
    json_array_foreach(quantities, i, item) expected +=
        json_integer_value(json_object_get(known, "no")) == 7 && i == 1 ? 0 : json_number_value(json_object_get(item, "value"));
    if (json_array_size(targets) != json_array_size(quantities) || fabs(sum - expected) > 1e-9)
        fail_msg("item %lld: %zu targets of sum %g, expected %zu of %g", json_integer_value(json_object_get(known, "no")),
                 json_array_size(targets), sum, json_array_size(quantities), expected);
}

/* The scope of the research as a class that must be among the item's. Item 19 names five classes, of which one is the province. */
static void same_scope(const json_t *task, const json_t *known)
{
    static const char *const pairs[][3] = {{"pilot15", "small-cities", NULL},
                                           {"pilot46", "pilot-towns", NULL},
                                           {"named-places", "place", NULL},
                                           {"towns", "townships", NULL},
                                           {"province", "province", NULL},
                                           {"other", "small-cities", NULL},
                                           {"all-counties", "cities-and-counties", "counties-and-districts"}};
    const char *scope = json_string_value(json_object_get(known, "scope"));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(pairs[i][0], scope) == 0 && !names(json_object_get(task, "scope"), pairs[i][1]) &&
            (!pairs[i][2] || !names(json_object_get(task, "scope"), pairs[i][2])))
            fail_msg("item %lld has not the scope %s", json_integer_value(json_object_get(known, "no")), scope);
}

static json_t *research(void)
{
    char path[1000];
    if (!getenv("MINTU_RESEARCH"))
        skip();
    snprintf(path, sizeof path, "%s/tasks.json", getenv("MINTU_RESEARCH"));
    json_t *root = json_load_file(path, 0, NULL);
    assert_non_null(root);
    return root;
}

static void test_restored(void **state)
{
    mintu_notice *notice = load(state, "MINTU_NOTICE", "notice-restored.txt");
    json_t *known = research(), *root = json_of(notice), *tasks = json_object_get(root, "tasks"), *task;
    size_t i;
    assert_int_equal(mintu_notice_count(notice), 60);
    assert_int_equal(mintu_notice_status_count(notice, MINTU_TASK_STATUS_COMPLETE), 34);
    assert_int_equal(mintu_notice_status_count(notice, MINTU_TASK_STATUS_TRUNCATED), 16);
    assert_int_equal(mintu_notice_status_count(notice, MINTU_TASK_STATUS_MISSING), 10);
    json_array_foreach(tasks, i, task)
    {
        const json_t *row = json_array_get(known, i);
        assert_string_equal(json_string_value(json_object_get(task, "status")),
                            json_string_value(json_object_get(row, "status")));
        same_agencies(task, row);
        if (strcmp(json_string_value(json_object_get(row, "status")), "complete") != 0)
            continue;
        same_roles(task, row);
        same_targets(task, row);
        same_scope(task, row);
        assert_int_equal(json_array_size(json_object_get(task, "places")), json_array_size(json_object_get(row, "places")));
    }
    json_decref(root);
    json_decref(known);
    mintu_notice_free(notice);
}

/* The same numbers and agencies. Of item 19 the text does not say which of the sentences that stand about are its own. */
static void test_scrambled(void **state)
{
    mintu_notice *notice = load(state, "MINTU_NOTICE", "notice-scrambled.txt");
    json_t *known = research(), *root = json_of(notice), *tasks = json_object_get(root, "tasks"), *task;
    size_t i;
    assert_int_equal(mintu_notice_count(notice), 60);
    json_array_foreach(tasks, i, task)
    {
        const json_t *row = json_array_get(known, i);
        same_agencies(task, row);
        if (strcmp(json_string_value(json_object_get(row, "status")), "complete") == 0)
            same_roles(task, row);
        const char *status = json_string_value(json_object_get(task, "status"));
        if (i + 1 != 19)
            assert_string_equal(status, json_string_value(json_object_get(row, "status")));
        else
            assert_string_equal(status, "truncated");
    }
    assert_true(finds(notice, "uncertain"));
    json_decref(root);
    json_decref(known);
    mintu_notice_free(notice);
}

static void test_second(void **state)
{
    mintu_notice *notice = load(state, "MINTU_SOURCE", "tests/data/notice-second.txt");
    json_t *root = json_of(notice);
    char found[1000];
    assert_int_equal(mintu_notice_status_count(notice, MINTU_TASK_STATUS_COMPLETE), 8);
    assert_int_equal(mintu_notice_finding_total(notice), 0);
    describe(root, 1, found, sizeof found);
    assert_string_equal(found, "省住建厅:lead 省发改委:support 省财政厅:support");
    describe(root, 3, found, sizeof found);
    assert_string_equal(found, "省交通厅:responsible 省公安厅:responsible");
    json_t *places = json_object_get(json_array_get(json_object_get(root, "tasks"), 0), "places");
    assert_int_equal(json_array_size(places), 8);
    json_decref(root);
    mintu_notice_free(notice);
}

static void test_package(void **state)
{
    bench *b = *state;
    mintu_notice *notice = load(state, "MINTU_SOURCE", "tests/data/notice-second.txt");
    char folder[] = "/tmp/mintu-notice-XXXXXX", path[64], file[96], command[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/next", folder);
    snprintf(file, sizeof file, "%s/mine.txt", path);
    assert_int_equal(mintu_notice_package_write(b->context, notice, path, false, &b->error), MINTU_STATUS_OK);
    FILE *mine = fopen(file, "w");
    assert_non_null(mine);
    fclose(mine);
    assert_int_equal(mintu_notice_package_write(b->context, notice, path, false, &b->error), MINTU_STATUS_OUTPUT);
    assert_int_equal(access(file, F_OK), 0);
    assert_int_equal(mintu_notice_package_write(b->context, notice, path, true, &b->error), MINTU_STATUS_OK);
    assert_int_equal(access(file, F_OK), -1);
    mintu_gazetteer *next;
    assert_int_equal(mintu_gazetteer_open(b->context, path, &b->error, &next), MINTU_STATUS_OK);
    mintu_gazetteer_free(next);
    mintu_notice_free(notice);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clauses),   cmocka_unit_test(test_numbers_of_any_kind),
        cmocka_unit_test(test_findings),  cmocka_unit_test(test_order),
        cmocka_unit_test(test_no_notice), cmocka_unit_test(test_layers),
        cmocka_unit_test(test_replaced),  cmocka_unit_test(test_restored),
        cmocka_unit_test(test_scrambled), cmocka_unit_test(test_second),
        cmocka_unit_test(test_package),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
