/* The bundled tables of tasks against what was researched of the notice, and against its text. Skipped where neither is at hand. */
#include "test_gazetteer_package.h"

#include "base/file.h"
#include "base/utf8.h"
#include "format/json.h"

typedef struct tables {
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_layer *tasks, *agencies, *targets;
    json_t *research; /* NULL where it is not at hand */
    mintu_error error;
} tables;

static mintu_layer *load(tables *t, const char *name)
{
    mintu_layer *layer;
    if (mintu_gazetteer_layer(t->context, t->gazetteer, name, 0, &t->error, &layer) != MINTU_STATUS_OK)
        fail_msg("%s: %s", name, t->error.text);
    return layer;
}

static int open_tables(void **state)
{
    static tables t;
    const char *data = getenv("MINTU_GEODATA"), *folder = getenv("MINTU_RESEARCH");
    char path[4096];
    t = (tables){0};
    *state = &t;
    if (!data)
        return 0;
    assert_int_equal(mintu_context_new(&t.error, &t.context), MINTU_STATUS_OK);
    assert_int_equal(mintu_gazetteer_open(t.context, data, &t.error, &t.gazetteer), MINTU_STATUS_OK);
    t.tasks = load(&t, "tasks");
    t.agencies = load(&t, "task_agencies");
    t.targets = load(&t, "task_targets");
    if (folder) {
        snprintf(path, sizeof path, "%s/tasks.json", folder);
        t.research = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
        assert_non_null(t.research);
    }
    return 0;
}

static int close_tables(void **state)
{
    tables *t = *state;
    json_decref(t->research);
    mintu_layer_free(t->tasks);
    mintu_layer_free(t->agencies);
    mintu_layer_free(t->targets);
    mintu_gazetteer_free(t->gazetteer);
    mintu_context_free(t->context);
    return 0;
}

static bool among(const json_t *task, const char *list, const char *name)
{
    size_t index;
    const json_t *item;
    json_array_foreach(json_object_get(task, list), index, item)
    {
        if (strcmp(json_string_value(item), name) == 0)
            return true;
    }
    return false;
}

static void every_task_has_the_status_and_section_that_were_found(void **state)
{
    tables *t = *state;
    if (!t->research)
        skip();
    assert_int_equal(mintu_layer_count(t->tasks), json_array_size(t->research));
    for (size_t row = 0; row < mintu_layer_count(t->tasks); row++) {
        const json_t *task = json_array_get(t->research, row);
        const char *status = json_string_value(json_object_get(task, "status"));
        const json_t *section = json_object_get(task, "section_no");
        assert_int_equal(atoi(world_text(t->tasks, row, "no")), json_integer_value(json_object_get(task, "no")));
        assert_string_equal(world_text(t->tasks, row, "status"), status);
        assert_int_equal(atoi(world_text(t->tasks, row, "open")), json_is_true(json_object_get(task, "agency_list_open")));
        if (json_is_integer(section))
            assert_int_equal(atoi(world_text(t->tasks, row, "section")), json_integer_value(section));
        else
            assert_string_equal(world_text(t->tasks, row, "section"), "");
        assert_int_equal(world_text(t->tasks, row, "summary")[0] == '\0', strcmp(status, "missing") == 0);
        assert_int_equal(world_text(t->tasks, row, "summary_en")[0] == '\0', strcmp(status, "missing") == 0);
    }
}

static const char *role_found(const json_t *task, const char *agency)
{
    const char *form = json_string_value(json_object_get(task, "responsibility_form"));
    bool joint = strncmp(form, "按职能分工", strlen("按职能分工")) == 0;
    if (among(task, "lead", agency))
        return strcmp(form, "负责") == 0 ? "responsible" : "lead"; /* found as a lead, printed 负责 */
    if (among(task, "with", agency))
        return joint ? "joint" : "support";
    return !among(task, "negotiators", agency) ? "" : joint ? "joint" : "responsible";
}

static void agencies_and_roles_are_those_that_were_found(void **state)
{
    tables *t = *state;
    if (!t->research)
        skip();
    size_t expected = 0, index;
    const json_t *task;
    json_array_foreach(t->research, index, task)
    {
        expected += json_array_size(json_object_get(task, "lead")) + json_array_size(json_object_get(task, "with")) +
                    json_array_size(json_object_get(task, "negotiators"));
    }
    assert_int_equal(mintu_layer_count(t->agencies), expected);
    for (size_t row = 0; row < expected; row++) {
        task = json_array_get(t->research, (size_t)atoi(world_text(t->agencies, row, "task")) - 1);
        assert_string_equal(world_text(t->agencies, row, "role"), role_found(task, world_text(t->agencies, row, "agency")));
    }
}

/* The row of our target that has the value of the one found; a bare year is our `until` without a value. */
static bool has_target(const tables *t, int task, const json_t *found)
{
    const json_t *value = json_object_get(found, "value");
    const char *unit = json_string_value(json_object_get(found, "unit"));
    const char *deadline = json_string_value(json_object_get(found, "deadline"));
    for (size_t row = 0; row < mintu_layer_count(t->targets); row++) {
        if (atoi(world_text(t->targets, row, "task")) != task)
            continue;
        char until[16], text[32]; /* texts of numbers live until the next one */
        snprintf(until, sizeof until, "%s", world_text(t->targets, row, "until"));
        snprintf(text, sizeof text, "%s", world_text(t->targets, row, "value"));
        if ((deadline && strncmp(deadline, until, 4) != 0) || !deadline != !until[0])
            continue;
        if (text[0] ? strtod(text, NULL) == json_number_value(value) &&
                          strcmp(unit ? unit : "", world_text(t->targets, row, "unit")) == 0
                    : json_number_value(value) == atoi(until))
            return true;
    }
    return false;
}

static void targets_are_those_that_were_found(void **state)
{
    tables *t = *state;
    if (!t->research)
        skip();
    size_t expected = 0, index, at;
    const json_t *task, *found;
    json_array_foreach(t->research, index, task)
    {
        json_array_foreach(json_object_get(task, "quantities"), at, found)
        {
            expected++;
            if (!has_target(t, (int)index + 1, found))
                fail_msg("task %zu: %s", index + 1, json_string_value(json_object_get(found, "what")));
        }
    }
    assert_int_equal(mintu_layer_count(t->targets), expected);
}

/* Length in characters of the longest run of the summary that stands in the text. */
static size_t longest_run(const char *summary, const char *text)
{
    size_t longest = 0, size = strlen(summary);
    char run[1024];
    for (size_t from = 0; from < size; from++)
        for (size_t length = 1; from + length <= size; length++) {
            snprintf(run, sizeof run, "%.*s", (int)length, summary + from);
            if (!strstr(text, run))
                break;
            longest = mintu_utf8_count(run) > longest ? mintu_utf8_count(run) : longest;
        }
    return longest;
}

static void summaries_are_not_sentences_of_the_notice(void **state)
{
    tables *t = *state;
    const char *folder = getenv("MINTU_NOTICE");
    if (!folder || !t->tasks)
        skip();
    char path[4096];
    mintu_buffer text = {0};
    snprintf(path, sizeof path, "%s/notice-restored.txt", folder);
    assert_int_equal(mintu_file_read(path, "testing", (mintu_file_bounds){MINTU_MEBIBYTES(64), true}, &t->error, &text),
                     MINTU_STATUS_OK);
    for (size_t row = 0; row < mintu_layer_count(t->tasks); row++)
        if (longest_run(world_text(t->tasks, row, "summary"), text.data) > 12)
            fail_msg("task %zu repeats the notice", row + 1);
    mintu_buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_task_has_the_status_and_section_that_were_found, open_tables, close_tables),
        cmocka_unit_test_setup_teardown(agencies_and_roles_are_those_that_were_found, open_tables, close_tables),
        cmocka_unit_test_setup_teardown(targets_are_those_that_were_found, open_tables, close_tables),
        cmocka_unit_test_setup_teardown(summaries_are_not_sentences_of_the_notice, open_tables, close_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
