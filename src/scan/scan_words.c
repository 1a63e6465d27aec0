/* The tables hold common administrative Chinese and nothing of a particular province. What each is for:
 *
 *   before      words after which a name of a place may stand: prepositions of place, and what is done with places
 *   places      those of them that hardly stand before anything else
 *   not_before  words that end like one of these and are none: 存在
 *   after       what may follow a name of a place as well as much else
 *   strong      what hardly follows anything but a name of a place
 *   authorities bodies whose name begins with that of their place
 *   features    what makes another thing of a short name: a road, a river, a village, a unit of another type
 *   split       type and next character that together are another word: 乡镇, 市场
 *   ordinary    stems that are words of every notice; a town of this name needs its type or its parent, and a word before it
 *   things      what follows a short name and makes it one of a river, a mountain, an airport or a sight
 *   generic     what ends with a type of unit and names no unit: 全市, 开发区 */
#include "scan/scan_words.h"

#include <string.h>

static const char *const before[] = {
    "在",     "到",     "赴",     "从",   "由",   "自",   "往",     "至",     "位于", "地处", "来自", "指导",   "支持",
    "推进",   "推动",   "推广",   "促进", "选择", "选取", "选定",   "确定",   "确认", "批准", "同意", "包括",   "包含",
    "以及",   "其中",   "例如",   "比如", "诸如", "分别", "分别是", "分别为", "扶持", "培育", "帮助", "组织",   "安排",
    "协调",   "督促",   "要求",   "授予", "命名", "撤销", "设立",   "增设",   "途经", "经",   "抵达", "前往",   "驻",
    "距",     "距离",   "邻近",   "毗邻", "位於", "含",   "即",     "除",     "给",   "向",   "对",   "将",     "把",
    "以",     "让",     "请",     "由于", "关于", "列入", "纳入",   "隶属",   "属",   "属于", "划归", "并入",   "建设",
    "发展",   "打造",   "加快",   "启动", "开展", "落户", "沿",     "离",     "出",   "返回", "离开", "走进",   "走访",
    "调研",   "考察",   "视察",   "检查", "现有", "设",   "设有",   "下辖",   "管辖", "辖",   "辖有", "辖下的", "下辖的",
    "所辖的", "连接",   "联通",   "贯穿", "覆盖", "惠及", "涉及",   "支援",   "对口", "挂钩", "联系", "表彰",   "通报",
    "公布",   "主要是", "重点是", "是",   "为",   "有",   "总结",   "借鉴",   "学习", "依托", "围绕", "授权",   "责成",
    "会同",   "商",     "转发",   "致",   "全省", "省内", "我省",   "市内",   "全市", "本省", NULL};
static const char *const places[] = {"在", "到", "赴", "位于", "地处", "来自", "前往", "抵达", "途经", "毗邻", "辖", NULL};
static const char *const not_before[] = {
    "存在", "现在", "正在", "所在", "潜在", "内在", "外在", "实在", "好在", "旨在", "达到",   "得到", "看到", "受到",
    "做到", "遇到", "收到", "感到", "提到", "达至", "甚至", "直至", "自由", "理由", "缘由",   "方向", "转向", "面对",
    "应对", "针对", "相对", "绝对", "可以", "予以", "加以", "得以", "难以", "所以", "足以",   "用以", "以为", "作为",
    "成为", "行为", "认为", "称为", "较为", "尤为", "更为", "极为", "还是", "或是", "但是",   "可是", "只是", "凡是",
    "所有", "拥有", "具有", "没有", "含有", "占有", "国有", "各自", "独自", "亲自", "来自于", "已经", "曾经", "历经",
    "财经", "付出", "突出", "提出", "指出", "做出", "作出", "输出", "支出", "金属", "附属",   "包涵", "立即", "随即",
    "当即", "扣除", "消除", "排除", "解除", "申请", "邀请", "开设", NULL};
static const char *const after[] = {
    "等",     "两地",   "三地",   "一带",   "境内",   "全境",     "全域",   "地区",   "区域", "一线",   "以东",   "以西",
    "以南",   "以北",   "东部",   "西部",   "南部",   "北部",     "中部",   "沿海",   "城区", "主城区", "市区",   "县城",
    "镇区",   "城乡",   "新城",   "新区",   "老城",   "中心城区", "乡镇",   "农村",   "人口", "居民",   "群众",   "代表",
    "至",     "到",     "通往",   "开往",   "召开",   "举行",     "举办",   "开展",   "考察", "调研",   "视察",   "检查",
    "建设",   "设立",   "开工",   "投产",   "启动",   "实施",     "试行",   "试点",   "发展", "改革",   "推进",   "率先",
    "携手",   "联手",   "共同",   "入选",   "跻身",   "荣获",     "发布",   "出台",   "印发", "新型",   "城镇化", "保障房",
    "保障性", "城中村", "文化",   "经济",   "产业",   "工业",     "农业",   "旅游",   "土地", "园区",   "工业园", "产业园",
    "开发区", "高新区", "试验区", "实验区", "投资区", "保税区",   "示范区", "古城",   "历史", "位于",   "地处",   "作为",
    "成为",   "列入",   "纳入",   "片区",   "项目",   "工程",     "企业",   "市场",   "电网", "供水",   "污水",   "垃圾",
    "交通",   "绿道",   "规划",   "国土",   "出发",   "落户",     "工作",   "人",     "籍",   "商会",   "同乡会", "分别",
    "先后",   "同时",   "市民",   "县域",   "市域",   "镇域",     "乡村",   "村镇",   "集镇", "部分",   "郊区",   "近郊",
    "市郊",   "将",     "已",     "拟",     "今年",   "去年",     "明年",   "正在",   "率先", "携手",   "联手",   "共同",
    "入选",   "跻身",   "荣获",   "发布",   "出台",   "印发",     "积极",   "努力",   "共",   "三大",   "两大",   "四大",
    "五大",   "成功",   "获评",   "获批",   "紧随",   "紧跟",     "入围",   "宣布",   "组织", "尽快",   "提出",   "跟进",
    "表示",   "决定",   "计划",   "完成",   "实现",   "申报",     "争创",   "创建",   "创成", "打造",   "力争",   "探索",
    "深入",   "大力",   "扎实",   "强化",   "加强",   "加快",     "落实",   "建立",   "制定", "出现",   "发生",   "遭遇",
    "有望",   "新增",   "累计",   "投入",   "拥有",   "迎来",     "成立",   "首次",   "率团", "引进",   "签约",   "签署",
    "派出",   "紧急",   "连续",   "被评为", "荣膺",   "捧回",     "夺得",   "报告",   "通报", "承办",   "主办",   "推广",
    "推行",   "推动",   "坚持",   "围绕",   "立足",   "依托",     "聚焦",   "抢抓",   "拿出", "打响",   "还",     "也",
    "则",     "正",     "发展",   "上报",   "相比",   "相邻",     "接壤",   "毗邻",   "交界", "进行",   "局部",   "普降",
    "大部",   "多云",   "暴雨",   "大雨",   "中雨",   "小雨",     "阵雨",   "雷阵雨", "两级", "居首",   "一起",   "一行",
    NULL};
static const char *const strong[] = {"为例",   "现场会", "现场推进会", "经验",       "模式",       "籍",     "海关",   "机场",
                                     "台报道", "台记者", "老乡",       "一中",       "的高速公路", "的高铁", "火车站", "高铁站",
                                     "动车站", "港区",   "分公司",     "中心支公司", "日报",       "晚报",   "电视台", "两市",
                                     "两县",   "两区",   "三市",       "三县",       "市民",       "政协",   "人大",   "地委",
                                     "驻军",   "军分区", "高速公路",   NULL};
static const char *const authorities[] = {"人民政府", "政府",   "省委",         "市委",       "县委",       "区委",
                                          "党委",     "委员会", "管委会",       "管理委员会", "人大常委会", "人大",
                                          "政协",     "法院",   "中级人民法院", "人民法院",   "检察院",     "人民检察院",
                                          "公安局",   "公安厅", "财政局",       "财政厅",     "发改委",     "发展和改革委员会",
                                          "住建厅",   "住建局", "教育厅",       "教育局",     "民政厅",     "民政局",
                                          "国土厅",   "国土局", "国土资源厅",   "国土资源局", "农业厅",     "农业局",
                                          "林业厅",   "林业局", "水利厅",       "水利局",     "交通厅",     "交通局",
                                          "人社厅",   "人社局", "卫计委",       "经信委",     "银监局",     "保监局",
                                          "证监局",   "海关",   "中心支行",     "支行",       "分行",       "出入境检验检疫局",
                                          "海事局",   "大学",   "学院",         "师范大学",   "医学院",     "委",
                                          "纪委",     "军区",   "军分区",       "工商局",     "税务局",     "地税局",
                                          "国税局",   "统计局", "气象局",       "总工会",     NULL};
static const char *const features[] = {"省",   "市",   "县",   "区",   "旗",   "镇",   "乡",   "街道", "自治", "村",   "社区",
                                       "大街", "路",   "东路", "南路", "西路", "北路", "中路", "街",   "巷",   "大道", "大桥",
                                       "桥",   "隧道", "水库", "水道", "河",   "江",   "溪",   "湖",   "海",   "山",   "岛",
                                       "湾",   "半岛", "寺",   "庙",   "塔",   "流域", "中学", "小学", "庄",   "屯",   "寨",
                                       "洲",   "峡",   "岭",   "峰",   "洞",   "国",   "州",   "氏",   "某",   "族",   NULL};
/* Features begin like these, which follow a name as it is. */
static const char *const not_features[] = {"区域", "地区", "市区", "市场", "市域", "市民", "县域", "县城", "乡镇",
                                           "乡村", "镇区", "镇域", "村镇", "海关", "海事", "国土", "山水", "国税",
                                           "省级", "市级", "县级", "市委", "县委", "市政", "县政", "街区", "山区",
                                           "江滨", "区间", "区级", "镇级", "乡级", NULL};
static const char *const split[] = {"乡镇", "乡村", "乡亲", "乡愁", "乡土", "乡贤", "乡情", "乡间", "镇静", "镇定",
                                    "镇痛", "镇压", "区域", "区间", "区划", "区位", "区块", "区别", "区分", "市场",
                                    "市值", "市面", "市盈", "县令", "省份", "省会", "省略", "省钱", "镇级", "乡级",
                                    "县级", "市级", "区级", "省级", "镇村", "镇街", "镇化", NULL};
static const char *const ordinary[] = {
    "建设", "联合", "发展", "开发", "起步", "适中", "民主", "和平", "光明", "太平", "向阳", "团结", "胜利", "解放", "前进",
    "跃进", "红旗", "幸福", "东方", "中心", "中华", "国强", "国宝", "温泉", "海岛", "安乐", "新建", "祥和", "兴旺", "富强",
    "文化", "工业", "农业", "服务", "管理", "合作", "新区", "新城", "城关", "城区", "城郊", "郊区", "农场", "林场", "茶场",
    "盐场", "渔场", "良种", "第一", "第二", "第三", "码头", "大桥", "滨海", "海滨", "沿海", "华侨", NULL};
static const char *const things[] = {
    "流域",     "水系",     "干流",   "支流",     "上游",   "中游",   "下游",       "两岸",     "江畔",     "入海口",
    "河口",     "水道",     "水域",   "航道",     "防洪堤", "大堤",   "堤防",       "水质",     "山脉",     "主峰",
    "山麓",     "山顶",     "机场",   "国际机场", "景区",   "风景区", "风景名胜区", "风景名胜", "国家公园", "自然保护区",
    "森林公园", "地质公园", "旅游区", "世界遗产", "群岛",   "列岛",   "半岛",       "岛",       "沿岸",     "西岸",
    "东岸",     "南岸",     "北岸",   "江面",     "河段",   "之水",   "河道",       NULL};
static const char *const generic[] = {
    "全省", "我省", "本省", "各省", "外省", "该省",   "跨省",   "全市",   "我市",   "本市",   "各市", "该市", "外市",
    "跨市", "县市", "城市", "省市", "区市", "地市",   "全县",   "我县",   "本县",   "各县",   "该县", "外县", "跨县",
    "市县", "区县", "全州", "本州", "级市", "列市",   "城县",   "属县",   "属市",   "辖县",   "辖市", "郊县", "两市",
    "两县", "三市", "三县", "山县", "数县", "几县",   "贫困县", "大省",   "大市",   "大县",   "强县", "强市", "强省",
    "小县", "海县", "邻县", "邻市", "邻省", "试点县", "试点市", "重点县", "示范县", "示范市", NULL};
static const char *const types[] = {"省", "市", "县", "区", "旗", "盟", "州", "镇", "乡", "街道", NULL};
static const char *const separators[] = {"、", "和", "及", "与", "以及", "或", "暨", NULL};
static const char *const openings[] = {"（", "(", "〔", "【", "[", NULL};
static const char *const closings[] = {"）", ")", "〕", "】", "]", NULL};

/* strlen() of a word, which is one or two Han characters as a rule. */
static inline size_t length_of(const char *word)
{
    if ((unsigned char)word[0] < 0xE0) /* a letter, or a character of two bytes */
        return strlen(word);
    return !word[3] ? 3 : (word[3] & 0x80) && !word[6] ? 6 : strlen(word);
}

/* Nearly all words are told apart by their first character, and by their last, before memcmp() is called. */
size_t mintu_scan_word_at(const char *const *words, const char *text, size_t size, size_t at)
{
    size_t best = 0;
    const char *here = text + at;
    for (; *words && at < size; words++) {
        const char *word = *words;
        if (word[0] != here[0] ||
            ((unsigned char)word[0] >= 0xE0 && (size - at < 3 || word[1] != here[1] || word[2] != here[2])))
            continue;
        size_t length = length_of(word);
        if (length > best && length <= size - at && memcmp(here, word, length) == 0)
            best = length;
    }
    return best;
}

size_t mintu_scan_word_before(const char *const *words, const char *text, size_t at)
{
    size_t best = 0;
    for (; *words; words++) {
        const char *word = *words;
        size_t length = length_of(word);
        if (length > best && length <= at && word[length - 1] == text[at - 1] &&
            (length < 3 || word[length - 2] == text[at - 2]) && memcmp(text + at - length, word, length) == 0)
            best = length;
    }
    return best;
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r' || c == '\t' || c == '\0';
}

/* True when the three bytes can be a Han character, which is all that words consist of. */
static bool is_han(const char *text)
{
    return (unsigned char)text[0] >= 0xE4 && (unsigned char)text[0] <= 0xE9;
}

mintu_scan_cue mintu_scan_left(const char *text, size_t at)
{
    if (at == 0 || is_line_end(text[at - 1]))
        return MINTU_SCAN_CUE_LINE;
    if (at >= 3 && is_han(text + at - 3) && mintu_scan_word_before(not_before, text, at) == 0) {
        if (mintu_scan_word_before(places, text, at) > 0)
            return MINTU_SCAN_CUE_STRONG;
        if (mintu_scan_word_before(before, text, at) > 0)
            return MINTU_SCAN_CUE_WORD;
    }
    if (mintu_scan_word_before(separators, text, at) > 0)
        return MINTU_SCAN_CUE_SEPARATOR;
    return at < 3 || !is_han(text + at - 3) ? MINTU_SCAN_CUE_CLAUSE : MINTU_SCAN_CUE_NONE;
}

/* The longest word of the three tables decides. */
static mintu_scan_cue word_after(const char *text, size_t size, size_t at)
{
    size_t plain = mintu_scan_word_at(after, text, size, at), sure = mintu_scan_word_at(strong, text, size, at);
    size_t authority = mintu_scan_word_at(authorities, text, size, at);
    if (authority > 0 && authority >= sure && authority >= plain)
        return MINTU_SCAN_CUE_ORGANISATION;
    if (sure > 0 && sure >= plain)
        return MINTU_SCAN_CUE_STRONG;
    return plain > 0 ? MINTU_SCAN_CUE_WORD : MINTU_SCAN_CUE_NONE;
}

mintu_scan_cue mintu_scan_right(const char *text, size_t size, size_t at)
{
    if (at >= size || is_line_end(text[at]))
        return MINTU_SCAN_CUE_LINE;
    if (is_han(text + at)) {
        mintu_scan_cue cue = word_after(text, size, at);
        if (cue != MINTU_SCAN_CUE_NONE)
            return cue;
    }
    if (mintu_scan_word_at(separators, text, size, at) > 0)
        return MINTU_SCAN_CUE_SEPARATOR;
    return is_han(text + at) ? MINTU_SCAN_CUE_NONE : MINTU_SCAN_CUE_CLAUSE;
}

/* Start of the character before @p at; @p at itself at the text's begin. */
static size_t back(const char *text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < 4 && ((unsigned char)text[--start] & 0xC0) == 0x80)
        continue;
    return start;
}

bool mintu_scan_full_breaks(const char *text, size_t size, size_t at)
{
    return mintu_scan_word_at(split, text, size, back(text, at)) > 0;
}

/* A railway station or an exit of a motorway, by its side: 泉州东、福清西站. */
static bool is_station(const char *text, size_t size, size_t at)
{
    static const char *const sides[] = {"东", "南", "西", "北", NULL};
    static const char *const ends[] = {"站", "、", "，", "。", "；", "）", "—", "收费站", "出口", "互通", "枢纽", "至", NULL};
    size_t side = mintu_scan_word_at(sides, text, size, at);
    return side > 0 && mintu_scan_word_at(ends, text, size, at + side) > 0;
}

bool mintu_scan_short_breaks(const char *text, size_t size, size_t at)
{
    if (is_station(text, size, at))
        return true;
    return mintu_scan_word_at(features, text, size, at) > mintu_scan_word_at(not_features, text, size, at);
}

bool mintu_scan_is_thing(const char *text, size_t size, size_t at)
{
    return mintu_scan_word_at(things, text, size, at) > 0;
}

bool mintu_scan_is_ordinary(const char *word, size_t size)
{
    return mintu_scan_word_at(ordinary, word, size, 0) == size;
}

bool mintu_scan_is_vague(const char *word, size_t size)
{
    static const char *const vague[] = {"新城", "城区", "郊区", "城郊", "新区", "滨海", "沿海", "工业", "开发", "中心", NULL};
    return mintu_scan_word_at(vague, word, size, 0) == size;
}

bool mintu_scan_has_type(const char *name, size_t size)
{
    return mintu_scan_word_before(types, name, size) > 0;
}

bool mintu_scan_foreign_before(const char *text, size_t at)
{
    static const char *const units[] = {"省", "市", "县", "州", "盟", "旗", "自治区", NULL};
    if (mintu_scan_word_before(units, text, at) == 0 || mintu_scan_word_before(generic, text, at) > 0)
        return false;
    size_t unit = back(text, at), one = back(text, unit), two = back(text, one);
    return unit >= 6 && is_han(text + one) && is_han(text + two);
}

/* Bytes of a day at @p at: 3月1日. */
static size_t day_at(const char *text, size_t size, size_t at)
{
    static const char *const parts[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "年", "月", "日", NULL};
    size_t end = at, length;
    while ((length = mintu_scan_word_at(parts, text, size, end)) > 0)
        end += length;
    return end - at;
}

bool mintu_scan_is_dateline(const char *text, size_t size, size_t start, size_t end)
{
    static const char *const papers[] = {"本报",   "本网",   "本台",   "本刊",   "新华社",
                                         "中新社", "中新网", "新华网", "人民网", NULL};
    static const char *const wires[] = {"讯", "电", NULL};
    static const char *const not_wires[] = {"电子", "电力", "电信", "电商", "电视", "电厂",
                                            "电站", "电影", "电网", "电器", NULL};
    if (mintu_scan_word_before(papers, text, start) > 0)
        return true;
    end += day_at(text, size, end);
    return mintu_scan_word_at(wires, text, size, end) > 0 && mintu_scan_word_at(not_wires, text, size, end) == 0;
}

bool mintu_scan_is_function(const char *text, size_t at)
{
    static const char *const words[] = {
        "在", "到", "从", "自", "由", "至", "往", "向", "对", "将", "把", "以", "让", "请", "是", "为", "有", "含", "即", "除",
        "给", "属", "沿", "离", "出", "驻", "距", "经", "与", "和", "及", "同", "跟", "或", "了", "的", "地", "得", "着", "过",
        "被", "叫", "称", "于", "乃", "均", "都", "也", "又", "就", "还", "才", "已", "曾", "拟", "应", "须", "要", "能", "可",
        "愿", "想", "来", "去", "回", "替", "按", "比", "据", "因", "而", "但", "且", "并", "则", "如", "若", "虽", "故", "所",
        "其", "此", "该", "各", "每", "某", "全", "本", "我", "你", "您", "他", "她", "它", "们", "看", "见", "说", "送", "修",
        "建", "原", "现", "当", "时", "访", "游", "逛", "进", "入", "住", "别", "归", "抵", "赴", "返", "绕", "爱", "赞", "任",
        "调", "派", "查", "跨", "邻", "近", "临", "靠", "傍", "望", "名", "指", "令", "促", "使", "帮", "获", "评", "选", "报",
        "省", "市", "县", "区", "州", "镇", "乡", "村", "等", "日", "月", "年", "起", "路", "线", "站", "人", "户", "元", "亩",
        "吨", "里", "个", "家", "至", "达", "连", "接", "通", "暨", "兼", "之", "这", "那", "便", "再", "只", "仅", "非", "不",
        "没", "未", "无", "像", "似", "用", "借", "凭", "趁", "随", "倚", "借", "辖", "管", "治", "划", "并", "撤", "设", "改",
        "立", "拆", "析", "分", "合", "迁", "徙", "移", "居", "隶", "汇", "流", "注", "穿", "达", "抢", "救", "援", "助", "向",
        "好", "成", "完", "抓", "办", "开", "定", "掉", "动", "设", "听", "讲", "写", "画", "唱", "念", "盼", "谢", "朝", "顺",
        "循", "及", "暂", "租", "买", "卖", "售", "销", "供", "运", "载", "寄", "致", "问", "由", "供", NULL};
    return mintu_scan_word_before(words, text, at) > 0;
}

size_t mintu_scan_stop(const char *text, size_t size, size_t at)
{
    static const char *const stops[] = {"。", "！", "？", "!", "?", NULL};
    unsigned char byte = (unsigned char)text[at];
    if (byte == '\n' || byte == '\0')
        return 1;
    return byte == 0xE3 || byte == 0xEF || byte == '!' || byte == '?' ? mintu_scan_word_at(stops, text, size, at) : 0;
}

size_t mintu_scan_separator(const char *text, size_t size, size_t at)
{
    return mintu_scan_word_at(separators, text, size, at);
}

size_t mintu_scan_opening(const char *text, size_t size, size_t at)
{
    return mintu_scan_word_at(openings, text, size, at);
}

size_t mintu_scan_closing(const char *text, size_t size, size_t at)
{
    return mintu_scan_word_at(closings, text, size, at);
}
