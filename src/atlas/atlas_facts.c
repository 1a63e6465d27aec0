#include "atlas/atlas_facts.h"

#include "base/error.h"
#include "gazetteer/place_rows.h"
#include "task/tasks.h"

#include <math.h>
#include <mintu/join.h>
#include <mintu/number.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "gathering what stands on a page";

typedef struct gathering {
    const mintu_atlas_sources *sources;
    const mintu_place *place;
    mintu_atlas_facts *facts;
    mintu_atlas_section *section; /* the open one */
    bool english;
} gathering;

static void open_section(gathering *g)
{
    g->section = &g->facts->sections[g->facts->count++];
}

/* Takes the text, which is freed. */
static void add_line(gathering *g, mintu_buffer *text)
{
    mintu_atlas_section *s = g->section;
    bool good = !text->failed && text->data && MINTU_ARRAY_RESERVE(s->lines, s->room, s->count + 1);
    if (mintu_memory_good(good))
        s->lines[s->count++] = text->data;
    else
        mintu_buffer_free(text);
    *text = (mintu_buffer){0};
}

/* What tells how sure it is; in English the word of the tables. */
static const char *certainty_word(const gathering *g, const char *word)
{
    static const char *const words[][2] = {{"attested", "有据"},  {"derived", "推得"}, {"indirect", "间接"},
                                           {"candidate", "待定"}, {"assumed", "假定"}, {"lost", "缺失"}};
    for (size_t i = 0; i < sizeof words / sizeof *words && !g->english; i++)
        if (strcmp(word, words[i][0]) == 0)
            return words[i][1];
    return word;
}

/* True for a row of the unit, or of a place in it. */
static bool is_within(const gathering *g, const char *code)
{
    const mintu_place *place = mintu_gazetteer_find(g->sources->gazetteer, code);
    return place && (place == g->place ||
                     mintu_gazetteer_within(g->sources->gazetteer, place, g->place->level, g->sources->as_of) == g->place);
}

static const mintu_layer *of_level(mintu_layer *const *layers, const mintu_place *place)
{
    return place->level <= MINTU_LEVEL_COUNTY ? layers[place->level] : NULL;
}

/* As tables on the screen have it: 13.333. */
static void add_thousandths(mintu_buffer *out, const char *number)
{
    const char *end;
    long long thousandths = llround(mintu_number_read(number, &end) * 1000);
    mintu_buffer_format(out, "%lld.%03lld", thousandths / 1000, thousandths % 1000);
}

static void add_quota(gathering *g)
{
    const mintu_layer *totals = of_level(g->sources->quotas, g->place);
    mintu_buffer line = {0};
    if (!totals)
        return;
    size_t row = mintu_table_find(totals, "code", g->place->code);
    open_section(g);
    mintu_buffer_format(&g->section->heading, g->english ? "Land quota %d" : "%d年用地指标", g->sources->year);
    if (row == mintu_layer_count(totals))
        mintu_buffer_text(&line, g->english ? "no line in the ledger" : "台账中无此单位");
    else { /* one by one: a number's text lives until the next is asked for */
        mintu_buffer_format(&line, g->english ? "%s mu" : "%s亩", mintu_layer_field_text(totals, row, "mu"));
        mintu_buffer_text(&line, g->english ? " (" : "（");
        add_thousandths(&line, mintu_layer_field_text(totals, row, "ha"));
        mintu_buffer_text(&line, g->english ? " ha)" : "公顷）");
        mintu_buffer_format(&line, g->english ? ", lines: %s" : "，%s项", mintu_layer_field_text(totals, row, "lines"));
    }
    add_line(g, &line);
}

static void add_pilots(gathering *g)
{
    const mintu_layer *pilots = g->sources->pilots;
    mintu_buffer line = {0};
    if (!pilots)
        return;
    open_section(g);
    for (size_t row = 0; row < mintu_layer_count(pilots); row++) {
        const char *kind = mintu_layer_field_text(pilots, row, "kind");
        if (!is_within(g, mintu_layer_field_text(pilots, row, "code")))
            continue;
        const mintu_roster *roster = NULL;
        for (size_t i = 0; i < mintu_gazetteer_roster_count(g->sources->gazetteer) && !roster; i++) {
            const mintu_roster *one = mintu_gazetteer_roster(g->sources->gazetteer, i);
            roster = strcmp(one->id, kind) == 0 ? one : NULL;
        }
        const char *name = g->english ? mintu_layer_field_text(pilots, row, "name_en") : "";
        mintu_buffer_text(&line, name[0] ? name : mintu_layer_field_text(pilots, row, "name"));
        mintu_buffer_format(&line, g->english ? " (%s; " : "（%s，", !roster ? kind : g->english ? roster->one : roster->title);
        mintu_buffer_format(&line, g->english ? "%s)" : "%s）",
                            certainty_word(g, mintu_layer_field_text(pilots, row, "certainty")));
        add_line(g, &line);
    }
    mintu_buffer_format(&g->section->heading, g->english ? "On rosters of pilots: %zu" : "试点名单：%zu项", g->section->count);
}

/* The shortest connector of each place of the unit. */
static void add_greenways(gathering *g)
{
    const mintu_layer *ways = g->sources->connectors;
    int rank = ways ? mintu_layer_field_find(ways, "rank") : -1, length = ways ? mintu_layer_field_find(ways, "length_m") : -1;
    mintu_buffer line = {0};
    if (rank < 0 || length < 0)
        return;
    open_section(g);
    mintu_buffer_text(&g->section->heading, g->english ? "Nearest greenway" : "最近的绿道");
    for (size_t row = 0; row < mintu_layer_count(ways); row++) {
        const char *code = mintu_layer_field_text(ways, row, "place_code");
        if (mintu_layer_number(ways, row, (size_t)rank) != 1 || !is_within(g, code))
            continue;
        const mintu_place *place = mintu_gazetteer_find(g->sources->gazetteer, code);
        const char *name = g->english && place->name_en[0] ? place->name_en : mintu_layer_field_text(ways, row, "place");
        long tenths = lround(mintu_layer_number(ways, row, (size_t)length) / 100);
        mintu_buffer_format(&line, g->english ? "%s: %s, %ld.%ld km (%s)" : "%s：%s，%ld.%ld公里（%s）", name,
                            mintu_layer_field_text(ways, row, "line_name"), tenths / 10, tenths % 10,
                            certainty_word(g, mintu_layer_field_text(ways, row, "certainty")));
        add_line(g, &line);
    }
}

static void add_progress(gathering *g)
{
    static const char *const fields[][3] = {
        {"done", "done", "已完成"},     {"under_way", "under way", "推进中"},       {"not_started", "not started", "未启动"},
        {"overdue", "overdue", "逾期"}, {"not_reported", "not reported", "未报送"}, {"not_due", "not due", "未到期"}};
    const mintu_layer *reported = of_level(g->sources->progress, g->place);
    mintu_buffer line = {0};
    if (!reported)
        return;
    size_t row = mintu_table_find(reported, "code", g->place->code);
    const char *on = mintu_layer_note(reported, g->english ? "on" : "on-zh");
    open_section(g);
    mintu_buffer_format(&g->section->heading, g->english ? "Progress on %s" : "进展（截至%s）", on ? on : "");
    for (size_t i = 0; i < sizeof fields / sizeof *fields && row < mintu_layer_count(reported); i++)
        mintu_buffer_format(&line, g->english ? "%s%s %s" : "%s%s%s",
                            !i           ? ""
                            : g->english ? ", "
                                         : "，",
                            fields[i][g->english ? 1 : 2], mintu_layer_field_text(reported, row, fields[i][0]));
    if (row == mintu_layer_count(reported))
        mintu_buffer_text(&line, g->english ? "nothing is asked of it" : "无任务");
    add_line(g, &line);
}

static void add_task(gathering *g, const mintu_layer *tasks, size_t row)
{
    const char *english = g->english ? mintu_layer_field_text(tasks, row, "summary_en") : "";
    const char *lead = mintu_layer_field_text(tasks, row, "lead"), *until = mintu_layer_field_text(tasks, row, "until");
    mintu_buffer line = {0};
    mintu_buffer_format(&line, "%s  %s", mintu_layer_field_text(tasks, row, "no"),
                        english[0] ? english : mintu_layer_field_text(tasks, row, "summary"));
    if (lead[0] || until[0])
        mintu_buffer_format(&line, g->english ? " (%s" : "（%s", lead);
    if (until[0])
        mintu_buffer_format(&line, g->english ? "%sby %s" : "%s至%s", !lead[0] ? "" : g->english ? "; " : "；", until);
    if (lead[0] || until[0])
        mintu_buffer_text(&line, g->english ? ")" : "）");
    add_line(g, &line);
}

static void add_caption(gathering *g, int reach)
{
    static const char *const words[][2] = {{"Its own, by name, roster or class", "点名、名单或所属类别"},
                                           {"Through places in it", "因辖内地方"},
                                           {"Through the units above it", "因上级单位"}};
    mintu_buffer line = {0};
    mintu_buffer_format(&line, "%c%s", MINTU_ATLAS_CAPTION, words[reach][g->english ? 0 : 1]);
    add_line(g, &line);
    g->section->captions++;
}

/* What names the unit or a place in it comes before what holds for all units alike. */
static void sort_tasks(gathering *g, const mintu_layer *tasks)
{
    static const char *const reach[] = {"own", "within", "above"};
    size_t counts[3] = {0};
    for (int i = 0; i < 3; i++)
        for (size_t row = 0; row < mintu_layer_count(tasks); row++)
            if (strcmp(mintu_layer_field_text(tasks, row, "reach"), reach[i]) == 0) {
                if (!counts[i])
                    add_caption(g, i);
                add_task(g, tasks, row);
                counts[i]++;
            }
    mintu_buffer_format(&g->section->heading,
                        g->english ? "Tasks: %zu (%zu + %zu + %zu); in brackets lead agency and deadline"
                                   : "任务：%zu项（%zu＋%zu＋%zu）；括号内为牵头单位、时限",
                        counts[0] + counts[1] + counts[2], counts[0], counts[1], counts[2]);
}

static mintu_status add_tasks(gathering *g, mintu_error *error)
{
    const mintu_tasks_query query = {.place = g->place->code, .as_of = g->sources->as_of, .lang = g->english ? "en" : NULL};
    mintu_layer *tasks = NULL;
    if (!g->sources->tasks)
        return MINTU_STATUS_OK;
    mintu_status status = mintu_tasks_rows(&g->sources->matrix, &query, error, &tasks);
    open_section(g);
    if (status == MINTU_STATUS_OK)
        sort_tasks(g, tasks);
    mintu_layer_free(tasks);
    return status;
}

mintu_status mintu_atlas_facts_find(const mintu_atlas_sources *sources, const mintu_place *place, mintu_error *error,
                                    mintu_atlas_facts *out)
{
    unsigned long failures = mintu_memory_failures();
    gathering g = {.sources = sources, .place = place, .facts = out, .english = sources->english};
    *out = (mintu_atlas_facts){.count = 0};
    if (!place)
        return MINTU_STATUS_OK;
    add_quota(&g);
    add_pilots(&g);
    add_greenways(&g);
    add_progress(&g);
    mintu_status status = add_tasks(&g, error);
    for (size_t i = 0; i < out->count; i++)
        mintu_memory_good(!out->sections[i].heading.failed);
    return status == MINTU_STATUS_OK && mintu_memory_failures() != failures ? mintu_fail_memory(error, DOING) : status;
}

void mintu_atlas_facts_free(mintu_atlas_facts *facts)
{
    for (size_t i = 0; i < facts->count; i++) {
        mintu_atlas_section *section = &facts->sections[i];
        mintu_buffer_free(&section->heading);
        for (size_t k = 0; k < section->count; k++)
            free(section->lines[k]);
        free(section->lines);
    }
    *facts = (mintu_atlas_facts){.count = 0};
}
