/* Notices in many layouts, in made-up texts: who does what in which role, how much, by when, and what was not read. Skipped without
 * MINTU_GEODATA. */
#include "unit/test_gazetteer_package.h"

#include <mintu/mintu.h>

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

static void add_agencies(json_t *task, char *out, size_t room)
{
    size_t i;
    json_t *agency;
    json_array_foreach(json_object_get(task, "agencies"), i, agency)
    {
        size_t used = strlen(out);
        snprintf(out + used, room - used, "%s%s:%c", i ? " " : "", json_string_value(json_object_get(agency, "name")),
                 json_string_value(json_object_get(agency, "role"))[0]);
    }
}

static const char *text_of(json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

static void add_targets(json_t *task, char *out, size_t room)
{
    size_t i;
    json_t *target;
    json_array_foreach(json_object_get(task, "targets"), i, target)
    {
        size_t used = strlen(out);
        json_t *value = json_object_get(target, "value");
        used += (size_t)snprintf(out + used, room - used, " {%s", text_of(target, "what"));
        if (!json_is_null(value))
            used += (size_t)snprintf(out + used, room - used, " %g%s", json_number_value(value), text_of(target, "unit"));
        snprintf(out + used, room - used, "%s%s%s%s}", text_of(target, "per")[0] ? "/" : "", text_of(target, "per"),
                 text_of(target, "until")[0] ? " by " : "", text_of(target, "until"));
    }
}

static void add_findings(const mintu_notice *notice, char *out, size_t room)
{
    for (size_t i = 0; i < mintu_notice_finding_count(notice); i++) {
        size_t used = strlen(out);
        const mintu_notice_finding *f = mintu_notice_finding_at(notice, i);
        snprintf(out + used, room - used, " !%s@%zu:%zu", f->kind, f->line, f->column);
    }
}

/* Items as `agency:r … {what value by when}`, r the role's first letter, joined by |; then the findings. */
static void reads(void **state, const char *text, const char *expected)
{
    bench *b = *state;
    mintu_notice *notice;
    char found[4000] = "", *json = NULL;
    if (!b->geocoder)
        skip();
    if (mintu_notice_read(b->geocoder, text, strlen(text), &b->error, &notice) != MINTU_STATUS_OK)
        fail_msg("%s\n%s", text, b->error.text);
    assert_int_equal(mintu_notice_json(notice, &b->error, &json), MINTU_STATUS_OK);
    json_t *root = json_loads(json, 0, NULL), *task;
    size_t i;
    json_array_foreach(json_object_get(root, "tasks"), i, task)
    {
        strcat(found, i ? " | " : "");
        add_agencies(task, found, sizeof found);
        add_targets(task, found, sizeof found);
    }
    add_findings(notice, found, sizeof found);
    json_decref(root);
    free(json);
    mintu_notice_free(notice);
    if (strcmp(found, expected) != 0)
        fail_msg("%s\n  found    \"%s\"\n  expected \"%s\"", text, found, expected);
}

static void labels_stand_on_lines_of_their_own(void **state)
{
    reads(state,
          "一、总则\n1.疏浚河道。\n牵头单位：省水利厅\n配合单位:省财政厅、省某某局\n完成时限：2017年6月底前\n2."
          "修桥。\n责任单位：\n省交通厅\n",
          "省水利厅:l 省财政厅:s 省某某局:s {完成时限 by 2017-06-30} | 省交通厅:r");
    reads(state, "1.疏浚河道。责任单位：省水利厅、省发改委。\n2.修桥。牵头单位：省交通运输厅；配合单位：省财政厅。\n",
          "省水利厅:r 省发改委:r | 省交通厅:l 省财政厅:s");
    reads(state, "1.疏浚河道。责任单位：省水利厅牵头，省发改委等部门参与；完成时限：长期坚持。\n", "省水利厅:l 省发改委:s");
}

static void brackets_need_no_role(void **state)
{
    reads(state, "一、总则\n1.疏浚河道。（省水利厅、省发改委）\n2.修桥。（省交通运输厅）\n",
          "省水利厅:r 省发改委:r | 省交通厅:r");
    reads(state, "（一）甲。【省编办、省民政厅牵头】\n（二）乙。〔市政务服务中心负责，各镇人民政府落实〕\n",
          "省编办:l 省民政厅:l | 市政务服务中心:r 各镇人民政府:r");
    reads(state, "1.甲（县财政局牵头，县农业农村局配合，2017年10月31日前完成）\n",
          "县财政局:l 县农业农村局:s {完成 by 2017-10-31}");
}

static void running_text_charges_without_brackets(void **state)
{
    reads(state, "1.编规划。由市住建局牵头，市财政局、市水务局配合，每年印1册图。\n",
          "市住建局:l 市财政局:s 市水务局:s {印 1册/年}");
    reads(state, "1.编规划。由市住建局会同市财政局负责编制。\n2.筹款。市财政局负责，市金融办支持。\n",
          "市住建局:r 市财政局:s | 市财政局:r 市金融办:s");
    reads(state, "1.形成政府负责、社会协同的格局，支持企业参与。（省民政厅）\n", "省民政厅:r");
}

static void bodies_of_other_places_are_read_by_their_form(void **state)
{
    reads(state, "1.甲。（市住建局、各县（市、区）人民政府按职责分工负责）\n2.乙。（省文化和旅游厅和省财政厅负责）\n",
          "市住建局:j 各县（市、区）人民政府:j | 省文化和旅游厅:r 省财政厅:r");
    reads(state, "1.甲。（市发改委、经信委负责）\n", "市发改委:r 经信委:r"); /* not those of the province */
    reads(state, "1.甲。（张三牵头）\n", "张三:l !agency@1:12");
}

static void traditional_text_reads_as_simplified_and_is_kept(void **state)
{
    reads(state, "一、總則\n1.修橋。（市公安局牽頭）\n2.修路，2017年底前新建路燈30座。（市交通局、省住建廳按職責分工負責）\n",
          "市公安局:l | 市交通局:j 省住建厅:j {路燈 30座 by 2017}");
}

static void numbers_nest_in_any_order(void **state)
{
    reads(state, "一、甲\n（一）子\n1.修桥。（省水利厅）\n2.修路。（省交通厅）\n（二）丑\n1.种树。（省林业厅）\n",
          "省水利厅:r | 省交通厅:r | 省林业厅:r");
    reads(state, "第一条 修桥。省水利厅负责。\n第二条 修路。省交通厅负责。\n", "省水利厅:r | 省交通厅:r");
    reads(state, "一、甲\n①修桥。责任部门：省水利厅\n②修路。责任部门：省交通厅\n", "省水利厅:r | 省交通厅:r");
    reads(state, "1.1 修桥。（省水利厅）\n1.2 修路。（省交通厅）\n2.1 种树。（省林业厅）\n",
          "省水利厅:r | 省交通厅:r | 省林业厅:r");
    reads(state, "1.修桥。（省水利厅）\n2.2017年修路3公里。（省交通厅）\n", "省水利厅:r | 省交通厅:r {修路 3公里 by 2017}");
    reads(state, "1.绿化。\n（1）造林20万亩；\n（2）修园5个。\n（省林业厅牵头）\n2.修桥。（省水利厅）\n",
          "省林业厅:l {造林 20万亩} {修园 5个} | 省水利厅:r");
}

static void tables_are_items_or_say_more_of_them(void **state)
{
    reads(state, "|序号|任务|牵头单位|配合单位|\n|---|---|---|---|\n|1|治水|市水务局|—|\n|2|造林|市园林局|无|\n",
          "市水务局:l | 市园林局:l");
    reads(state,
          "|序号|任务|牵头单位|配合单位|完成时限|\n|---|---|---|---|---|\n|1|治水15条河|市水务局|市工信局|2018年12月|\n|2|"
          "绿道80公里|市园林局||长期|\n",
          "市水务局:l 市工信局:s {完成时限 by 2018-12-31} {河 15条} | 市园林局:l {绿道 80公里}");
    reads(state,
          "序号\t工作任务\t责任单位\n一\t产业\t\n1\t建园3个\t市工信局牵头，市商务局配合\n二\t民生\t\n2\t建校\t市教育局\n",
          "市工信局:l 市商务局:s {建园 3个} | 市教育局:r");
    reads(state,
          "<p>一、甲</p><table><tr><td>序号</td><td>任务</td><td>责任单位</td></tr><tr><td>1</td><td>建<b>校</b></"
          "td>\n<td>市教育局</td></tr></table>",
          "市教育局:r !html@1:1");
}

static void targets_say_what_they_are_of(void **state)
{
    reads(state, "1.失业率6%左右，城镇化率提高到60%。（省人社厅）\n", "省人社厅:r {失业率 6%} {城镇化率 60%}");
    reads(state, "1.培育1至2个龙头企业，连续两年补助，研发投入增加20%。（省科技厅）\n",
          "省科技厅:r {龙头企业 1个} {龙头企业 2个} {补助 2年} {研发投入增加 20%}");
    reads(state, "1.居民收入稳步提高，年均增长8%。（省农业厅）\n", "省农业厅:r {居民收入稳步提高，年均增长 8%/年}");
    reads(state, "1.新建公园5个、绿道20公里，完成危桥改造30座。（省住建厅）\n",
          "省住建厅:r {公园 5个} {绿道 20公里} {危桥改造 30座}");
    reads(state, "1.总体规划编制于2018年9月底前完成。（省住建厅）\n2.“十三五”期间，修路12,000公里。（省交通厅）\n",
          "省住建厅:r {总体规划编制 by 2018-09-30} | 省交通厅:r {修路 12000公里 by 2020}");
    reads(state, "1.根据《条例（2016年修订）》和闽政〔2014〕20号文，完善5G网络，打造一个品牌，开展三年行动。（省住建厅）\n",
          "省住建厅:r");
}

static void what_was_not_read_is_said(void **state)
{
    reads(state, "1.之比提高到2.5∶1。（省农业厅）\n", "省农业厅:r !number@1:18");
    reads(state, "全省修路5公里。\n1.修桥。（省水利厅）\n", "省水利厅:r !number@1:13");
    reads(state, "请省住建厅牵头。\n1.修桥。（省水利厅）\n", "省水利厅:r !clause@1:1");
    reads(state, "1.修桥，由市水务局牵头，市财政局、市住建局。\n", "市水务局:l !clause@1:36 !clause@1:51");
    reads(state, "1.修桥，6月底前完成。（省水利厅）\n", "省水利厅:r !time@1:12");
}

static void pages_break_lines_and_words(void **state)
{
    reads(state, "1.推进全民健身，新建步道50公里。由市体育局牵头，市自然资源和规划局、市城\n— 2 —\n管局配合。\n",
          "市体育局:l 市自然资源和规划局:s 市城管局:s {步道 50公里} !pages@0:0");
    reads(state, "**1.** 修桥。（省水利厅）\n- 2\\. 修路。（省交通厅）\n", "省水利厅:r | 省交通厅:r");
}

static void two_notices_in_one_text_are_both_read(void **state)
{
    reads(state, "一、任务\n（一）甲。（市财政局负责）\n\n乙市通知\n一、安排\n（一）丙。（市水利局负责）\n",
          "市财政局:r | 市水利局:r !second@5:1");
}

static void offices_are_known_by_their_form_in_running_text(void **state)
{
    reads(state,
          "1.降成本。由省经信委牵头，省物价局、国网福建电力配合，2016年6月30日前出台办法。\n2."
          "上市。福建证监局负责。\n2016年1月5日\n",
          "省经信委:l 省物价局:s 国网福建电力:s {出台办法 by 2016-06-30} | 福建证监局:r");
    reads(state, "1.建书房。由市文体局牵头，会同甲乙街道办事处、丙丁街道办事处选址建设。\n2.管护。该项工作由市教育局负责。\n",
          "市文体局:l 甲乙街道办事处:s 丙丁街道办事处:s | 市教育局:r");
    reads(state, "1.完善条件（实验室、图书馆、医院）。（省教育厅）\n", "省教育厅:r"); /* no role: things, not bodies */
    reads(state, "1.保洁。（各市、县（区）人民政府）\n", "各市、县（区）人民政府:r"); /* as it is written */
}

static void lists_by_agency_give_items_their_parts(void **state)
{
    reads(state,
          "一、任务\n1.建堤防。\n2.清淤泥。\n3."
          "做宣传。\n二、责任分工\n市水利局：牵头第1、2项，配合第3项\n",
          "市水利局:l | 市水利局:l | 市水利局:s");
    reads(state,
          "一、任务\n1.建堤防。\n2.清淤泥。\n3.做宣传。\n二、责任分工\n（一）市水利局、市环保局：负责第1—2项；协助第3项。\n"
          "（二）市委宣传部负责第3项。\n",
          "市水利局:r 市环保局:r | 市水利局:r 市环保局:r | 市水利局:s 市环保局:s 市委宣传部:r");
    reads(state, "①建堤防。②清淤泥。\n责任分工：市水利局负责第①项，各县（市）区政府配合第①、②项。\n",
          "市水利局:r 各县（市）区政府:s | 各县（市）区政府:s");
}

static void tables_by_blanks_and_merged_rows(void **state)
{
    reads(state,
          "序号    工作任务              牵头单位      完成时限\n1       建厂房8万平方米       市经信局      2017年底\n"
          "2       改电网                市发改局      2017年6月\n",
          "市经信局:l {完成时限 by 2017} {建厂房 8万平方米} | 市发改局:l {完成时限 by 2017-06-30}");
    reads(state, "序号\t任务\t责任单位\n1\t完成投资120亿元\t市发改局\n\t征地3000亩\t市国土局\n2\t建校\t市教育局\n",
          "市发改局:r 市国土局:r {投资 120亿元} {征地 3000亩} | 市教育局:r");
}

static void tables_with_a_cell_on_each_line_are_rows_again(void **state)
{
    reads(state,
          "2018年任务表\n序号\n任务内容\n牵头单位\n配合单位\n完成时限\n1\n建公厕25座\n市住建局\n市环卫处\n2018年9月30日前\n"
          "2\n助困难群众\n市司法局\n市总工会、市妇联\n长期坚持\n某市人民政府\n2018年3月1日\n",
          "市住建局:l 市环卫处:s {完成时限 by 2018-09-30} {建公厕 25座} | 市司法局:l 市总工会:s 市妇联:s");
    /* no cell for who supports: what stands on the lines says which is which */
    reads(state,
          "2018年任务表\n序号\n任务内容\n牵头单位\n配合单位\n完成时限\n1\n建公厕25座\n市住建局\n2018年9月30日前\n"
          "2\n修路\n市交通局\n市公路局、\n市财政局\n年内\n",
          "市住建局:l {完成时限 by 2018-09-30} {建公厕 25座} | 市交通局:l 市公路局:s 市财政局:s {完成时限 by 2018} !cells@7:1 "
          "!cells@11:1");
    /* no numbers */
    reads(state,
          "2018年任务表\n任务内容\n责任单位\n完成时限\n建公厕25座\n市住建局\n6月底前\n修路\n市交通局\n年内\n2018年3月1日\n",
          "市住建局:r {完成时限 by 2018-06-30} {建公厕 25座} | 市交通局:r {完成时限 by 2018}");
}

static void times_stand_among_the_names_of_a_list(void **state)
{
    reads(state,
          "某政办〔2018〕1号\n1.建公厕18座。（市住建局、市财政局，2018年9月底前）\n2.保洁。（市住建局，长期坚持）\n"
          "3.修路。〔县旅游局牵头；各乡镇人民政府配合；到2018年底〕\n4.植树。（6月15日前完成，市林业局）\n",
          "市住建局:r 市财政局:r {2018年9月底前 by 2018-09-30} {建公厕 18座} | 市住建局:r | 县旅游局:l 各乡镇人民政府:s "
          "{到2018年底 by 2018} | 市林业局:r {完成 by 2018-06-15}");
}

static void names_in_brackets_inside_a_sentence_say_what_is_meant(void **state)
{
    reads(state, "1.在部分县区（甲县、乙区）试点，支持高校（甲乙大学、丙丁学院）共建实验室5个。（市科技局）\n",
          "市科技局:r {支持高校（甲乙大学、丙丁学院）共建实验室 5个}");
    reads(state, "1.加强与单位（市总工会、团市委）的沟通。（市直机关工委）\n2.建院（含市妇幼保健院）。（市卫计委牵头）\n",
          "市直机关工委:r | 市卫计委:l !clause@1:18"); /* told: it may be meant */
    reads(state, "1.查挂靠。（责任单位：市旅游局〔牵头〕、市公安局）\n2.考核。（市效能办（牵头）、市督查室）\n",
          "市旅游局:l 市公安局:r | 市效能办:l 市督查室:r");
}

static void days_are_written_in_many_ways(void **state)
{
    reads(state,
          "某政办〔2020〕1号\n1.修路。（市交通局，2020.10.31）\n2.修桥。（市交通局，二〇二〇年二月底前）\n"
          "3.清淤（2020年5月21日至10月31日）。（市水利局）\n4.一季度完成开工，前三季度建成通车。（市住建局）\n"
          "5.绿化 15.8 公里，2020 年 6 月 30 日前组织验收。（市林业局）\n6.值班。（市水利局，2020年春节前）\n",
          "市交通局:r {2020.10.31 by 2020-10-31} | 市交通局:r {二〇二〇年二月底前 by 2020-02-29} | 市水利局:r {清淤 "
          "by 2020-10-31} | 市住建局:r {完成开工 by 2020-03-31} {建成通车 by 2020-09-30} | 市林业局:r {绿化 15.8公里} "
          "{组织验收 by "
          "2020-06-30} | 市水利局:r !time@7:30");
}

static void pages_break_names_and_numbers(void **state)
{
    reads(state, "1.截污。（市住建局牵头，三元区人\n\n— 1 —\n\n民政府配合）\n2.绿化。（市林业局）\n",
          "市住建局:l 三元区人民政府:s | 市林业局:r !pages@0:0");
}

static void years_follow_from_the_document(void **state)
{
    reads(state, "关于做好工作的通知\n某政办〔2019〕15号\n1.建站，11月底前建成。（市民政局）\n",
          "市民政局:r {建站 by 2019-11-30}");
    reads(state, "某政办〔2019〕15号\n1.值班。即日起至10月15日实行24小时值班，电话8222333。（市水利局）\n",
          "市水利局:r {实行24小时值班，电话8222333 by 2019-10-15}");
    reads(state, "某政办〔2019〕15号\n1.检查。春节前完成检查。（市水利局）\n", "市水利局:r !time@2:12");
}

static void names_on_lines_of_one_cell_are_apart(void **state)
{
    /* a cell on each line: a name that is whole is not joined with the next, one that the edge broke is */
    reads(state,
          "2018年任务表\n序号\n任务内容\n牵头单位\n配合单位\n完成时限\n1\n建公厕25座\n市住建局\n市林业局\n市水利局\n"
          "2018年9月30日前\n2\n助困难群众\n市司法局\n市住房和城乡\n建设局\n长期坚持\n",
          "市住建局:l 市林业局:s 市水利局:s {完成时限 by 2018-09-30} {建公厕 25座} | 市司法局:l 市住房和城乡建设局:s"
          " !cells@7:1 !cells@13:1");
    /* a sheet quotes a cell of several lines; quotes that nothing closes hold nothing */
    reads(state,
          "序号\t任务\t责任单位\t配合单位\t完成时间\n1\t建码头2座\t市交通局\t\"市水利局\n市林业局\n市公安局\"\t2018/9/30\n"
          "2\t修路\t市住建局\t市财政局\t6月底前\n2018年1月5日\n",
          "市交通局:r 市水利局:s 市林业局:s 市公安局:s {完成时间 by 2018-09-30} {建码头 2座} | 市住建局:r 市财政局:s "
          "{完成时间 by 2018-06-30}");
    /* below a label, further in; the signature is none of them */
    reads(state,
          "1.建桥。\n牵头单位：市交通局\n配合单位：市水利局\n          市林业局\n          市公安局\n完成时限：全年\n"
          "2.修路。\n责任单位：市住建局\n          某某市人民政府\n          2018年1月5日\n",
          "市交通局:l 市水利局:s 市林业局:s 市公安局:s {完成时限 by 2018} | 市住建局:r");
}

static void a_table_behind_an_annex_has_items_of_its_own(void **state)
{
    reads(state,
          "一、任务\n（一）清淤。由市水利局牵头，市财政局配合。\n（二）督查。通报进度。\n\n附件：分工表\n\n"
          "序号\t任务内容\t牵头单位\t完成时限\n1\t建泵站3座\t市住建局\t11月底前\n2\t巡河\t市公安局\t长期坚持\n2016年1月5日\n",
          "市水利局:l 市财政局:s |  | 市住建局:l {完成时限 by 2016-11-30} {建泵站 3座} | 市公安局:l !gap@3:1");
}

static void who_acts_with_others_needs_no_role(void **state)
{
    reads(state,
          "1.市水利局会同市林业局、市农办定期开展巡查。\n2.市住建局会同某某建设集团优化方案，第二季度办结。\n2016年1月5日\n",
          "市水利局:r 市林业局:s 市农办:s | 市住建局:r 某某建设集团:s {优化方案 by 2016-06-30}");
    reads(state, "1.审计。市审计局负责监督，市纪委监委驻市住建局纪检监察组予以配合。\n",
          "市审计局:r 市纪委监委驻市住建局纪检监察组:s");
}

static void schedules_give_items_their_days(void **state)
{
    reads(state,
          "一、任务\n1.建堤防。（市水利局负责）\n2.清淤泥。（市环保局负责）\n3.做宣传。（市委宣传部负责）\n二、进度安排\n"
          "第1项：6月底前\n第2、3项：2018年9月底前完成\n2018年1月5日\n",
          "市水利局:r {完成时限 by 2018-06-30} | 市环保局:r {完成时限 by 2018-09-30} | 市委宣传部:r {完成时限 by 2018-09-30}");
    /* an item that the text has not */
    reads(state, "一、任务\n1.建堤防。（市水利局负责）\n二、进度安排\n（一）第1项：长期坚持；第7项：2018年6月底前。\n",
          "市水利局:r !clause@4:1");
    /* an item may begin so */
    reads(state, "第1项：修路。（市交通局负责）\n第2项：建桥。（市住建局负责）\n", "市交通局:r | 市住建局:r");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_stand_on_lines_of_their_own),
        cmocka_unit_test(brackets_need_no_role),
        cmocka_unit_test(running_text_charges_without_brackets),
        cmocka_unit_test(offices_are_known_by_their_form_in_running_text),
        cmocka_unit_test(lists_by_agency_give_items_their_parts),
        cmocka_unit_test(tables_by_blanks_and_merged_rows),
        cmocka_unit_test(tables_with_a_cell_on_each_line_are_rows_again),
        cmocka_unit_test(times_stand_among_the_names_of_a_list),
        cmocka_unit_test(names_in_brackets_inside_a_sentence_say_what_is_meant),
        cmocka_unit_test(days_are_written_in_many_ways),
        cmocka_unit_test(pages_break_names_and_numbers),
        cmocka_unit_test(years_follow_from_the_document),
        cmocka_unit_test(bodies_of_other_places_are_read_by_their_form),
        cmocka_unit_test(traditional_text_reads_as_simplified_and_is_kept),
        cmocka_unit_test(numbers_nest_in_any_order),
        cmocka_unit_test(tables_are_items_or_say_more_of_them),
        cmocka_unit_test(targets_say_what_they_are_of),
        cmocka_unit_test(what_was_not_read_is_said),
        cmocka_unit_test(pages_break_lines_and_words),
        cmocka_unit_test(two_notices_in_one_text_are_both_read),
        cmocka_unit_test(names_on_lines_of_one_cell_are_apart),
        cmocka_unit_test(a_table_behind_an_annex_has_items_of_its_own),
        cmocka_unit_test(who_acts_with_others_needs_no_role),
        cmocka_unit_test(schedules_give_items_their_days),
    };
    return cmocka_run_group_tests(tests, open_bench, close_bench);
}
