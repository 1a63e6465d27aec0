/* The invented province of test_gazetteer_package.h with what a notice and its tasks need: words, agencies, and tables of tasks. */
#ifndef TEST_NOTICE_HELPER_H
#define TEST_NOTICE_HELPER_H

#include "test_gazetteer_package.h"

#include "notice/notice_data.h"

#include <jansson.h>

static const char bench_words[] =
    "kind,word,meaning\n"
    "role,牵头,lead\nrole,牵头负责,lead\nrole,配合,support\nrole,负责,responsible\nrole,按职责分工负责,joint\n"
    "with,会同,\nwith,按职责分工会同,\n"
    "label,序号,no\nlabel,任务,task\nlabel,牵头单位,lead\nlabel,责任单位,responsible\nlabel,时限,until\n"
    "class,个中心镇,small-cities\nclass,试点镇,pilot-towns\nclass,县城,county-seats\nclass,重点镇,key-towns\n"
    "class,县（市）,cities-and-counties\nclass,全省,province\n"
    "unit,个,个\nunit,条,条\nunit,座,座\nunit,亩,亩\nunit,公里,公里\nunit,万吨,万吨\nunit,吨,吨\nunit,日,日\nunit,%,%\n"
    "notunit,年,年\nnotunit,月,月\n"
    "per,每年,年\nbound,以上,at-least\nbound,不少于,at-least\nbound,以内,at-most\n"
    "amount,全覆盖,100 %\namount,零增长,0\nall,所有,所有\nquoted,线,类\n"
    "verb,建成,建成\nverb,完成,完成\nverb,达到,达到\nverb,安排,安排\nlost,佚失,佚失\n"
    "body,厅,厅\nbody,局,局\nbody,委,委\nbody,办,办\nbody,政府,政府\nbody,单位,单位\nbody,部门,部门\nalways,长期坚持,"
    "长期坚持\n";

static const char bench_agencies[] = "name,full_name,name_en,aliases,kind,source\n"
                                     "省发改委,测试省发展和改革委员会,Reform,发改委|省发展改革委,provincial,A\n"
                                     "省住建厅,测试省住房和城乡建设厅,Housing,住建厅,provincial,A\n"
                                     "省水利厅,测试省水利厅,Water,,provincial,A\n"
                                     "县（市）政府,县（市）政府,Counties,,group,A\n";

/* Tasks 1 to 5: of a roster, of a county by name, of all counties, of a prefecture; the last has no place. */
static const char bench_tasks[] = "no,section,status,summary,summary_en,open,span_start,span_end,certainty,source,note\n"
                                  "1,1,complete,培育,Foster,0,0,90,attested,item 1,\n"
                                  "2,1,truncated,修路,Roads,1,90,200,attested,item 2,a note\n"
                                  "3,2,complete,治水,Water,0,,,indirect,item 3,\n"
                                  "4,2,complete,规划,Plan,0,,,attested,item 4,\n"
                                  "5,,missing,,,0,,,lost,item 5,\n";
static const char bench_sections[] = "no,title,title_en,certainty,source\n1,城镇,Towns,attested,S\n2,水利,Water,attested,S\n";
static const char bench_task_agencies[] = "task,seq,agency,role,certainty,source\n"
                                          "1,1,省发改委,lead,attested,item 1\n1,2,省住建厅,support,attested,item 1\n"
                                          "2,1,省住建厅,lead,attested,item 2\n2,2,省某厅,joint,indirect,item 2\n"
                                          "3,1,省水利厅,responsible,attested,item 3\n12,1,省水利厅,lead,attested,item 12\n";
static const char bench_task_targets[] = "task,seq,what,what_en,value,unit,bound,per,from,until,certainty,source\n"
                                         "1,1,镇,towns,2,个,exactly,,,2016,attested,item 1\n"
                                         "2,1,道路,roads,100,公里,at-least,年,2015,2018,attested,item 2\n"
                                         "2,2,桥,bridges,3,座,at-most,,,2016,attested,item 2\n";
static const char bench_task_places[] = "task,seq,class,code,name,stated,certainty,source,note\n"
                                        "1,1,small-cities,,2个中心镇,2,attested,item 1,\n"
                                        "1,2,place,990221003,太山,,attested,item 1,\n"
                                        "2,1,place,990103,龙江,,attested,item 2,\n"
                                        "2,2,place,,某地,,attested,item 2,\n"
                                        "3,1,cities-and-counties,,县（市）,,attested,item 3,\n"
                                        "4,1,prefectures,,设区市,3,indirect,,\n"
                                        "4,2,moons,,月亮,,attested,item 4,\n";

typedef struct bench {
    world w;
    mintu_geocoder *geocoder;
} bench;

static inline void bench_table(const world *w, json_t *resources, const char *name, const char *text)
{
    char path[64];
    snprintf(path, sizeof path, "%s.csv", name);
    world_write(w, path, text);
    json_array_append_new(resources, json_pack("{ss,ss}", "name", name, "path", path));
}

static inline int bench_set_up(void **state)
{
    static bench b;
    world_make(&b.w);
    json_t *root = json_loads(world_descriptor, 0, NULL), *resources = json_object_get(root, "resources");
    bench_table(&b.w, resources, "notice_words", bench_words);
    bench_table(&b.w, resources, "agencies", bench_agencies);
    bench_table(&b.w, resources, "tasks", bench_tasks);
    bench_table(&b.w, resources, "sections", bench_sections);
    bench_table(&b.w, resources, "task_agencies", bench_task_agencies);
    bench_table(&b.w, resources, "task_targets", bench_task_targets);
    bench_table(&b.w, resources, "task_places", bench_task_places);
    char *text = json_dumps(root, JSON_PRESERVE_ORDER);
    world_write(&b.w, "datapackage.json", text);
    free(text);
    json_decref(root);
    if (world_open(&b.w) != MINTU_STATUS_OK ||
        mintu_geocoder_new(b.w.gazetteer, NULL, &b.w.error, &b.geocoder) != MINTU_STATUS_OK)
        fail_msg("%s", b.w.error.text);
    *state = &b;
    return 0;
}

static inline int bench_tear_down(void **state)
{
    bench *b = *state;
    mintu_geocoder_free(b->geocoder);
    world_free(&b->w);
    return 0;
}

static inline mintu_notice *bench_read(void **state, const char *text)
{
    bench *b = *state;
    mintu_notice *notice = NULL;
    if (mintu_notice_read(b->geocoder, text, strlen(text), &b->w.error, &notice) != MINTU_STATUS_OK)
        fail_msg("%s\n  %s", text, b->w.error.text);
    return notice;
}

/* Compares what was found in a text; frees what was found. */
static inline void bench_same(const char *text, mintu_buffer *found, const char *expected)
{
    if (strcmp(found->data ? found->data : "", expected) != 0)
        fail_msg("%s\n  found    \"%s\"\n  expected \"%s\"", text, found->data ? found->data : "", expected);
    mintu_buffer_free(found);
}

/* The bodies of the items as `no=text`, joined by |. */
static inline void bench_bodies(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (int no = 1; no <= notice->item_count; no++) {
        const mintu_item *item = &notice->items[no];
        mintu_buffer_format(&found, "%s%d=", no > 1 ? "|" : "", no);
        mintu_buffer_add(&found, notice->bodies.data + item->body, item->body_size);
    }
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

/* The agencies as `item:name:role`, in the order in which they were read. */
static inline void bench_parts(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (size_t i = 0; i < notice->part_count; i++)
        mintu_buffer_format(&found, "%s%d:%s:%s%s", i ? " " : "", notice->parts[i].item, notice->parts[i].name,
                            notice->parts[i].role, notice->parts[i].known ? "" : "?");
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

/* The kinds of the findings with line and column, as `kind@1:1`. */
static inline void bench_findings(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (size_t i = 0; i < notice->finding_count; i++)
        mintu_buffer_format(&found, "%s%s@%zu:%zu", i ? " " : "", notice->findings[i].kind, notice->findings[i].line,
                            notice->findings[i].column);
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

/* The statuses of the items as first letters: c, t, m. */
static inline void bench_statuses(void **state, const char *text, const char *expected)
{
    mintu_notice *notice = bench_read(state, text);
    mintu_buffer found = {0};
    for (int no = 1; no <= notice->item_count; no++)
        mintu_buffer_add(&found, mintu_task_status_text(notice->items[no].status), 1);
    mintu_notice_free(notice);
    bench_same(text, &found, expected);
}

#endif
