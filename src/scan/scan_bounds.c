#include "scan/scan_bounds.h"

#include "scan/scan_words.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

enum { AROUND = 24, ROOM = 64 }; /* bytes on each side of a name by which its bounds are found */

/* With these before it, a name is another one. */
static const char *const prefixes[] = {"小", "大", "老", "新", "旧", "古", "上", "下", "东", "西", "南", "北", "中", "前", "后",
                                       "内", "外", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "廿", "卅", "百",
                                       "千", "双", "头", "尾", "高", "白", "黑", "红", "青", "黄", "清", "石", "金", "银", "天",
                                       "龙", "凤", "山", "水", "江", "河", "溪", "湖", "海", "岭", "林", "沙", NULL};
/* Words that end like one of these, behind which a name may begin. */
static const char *const words[] = {
    "大小", "中小", "老小",   "全新", "最新",   "更新",   "创新",   "最大",   "扩大",   "重大", "较大", "广大", "强大", "最小",
    "以上", "之上", "早上",   "晚上", "网上",   "会上",   "实际上", "基本上", "总体上", "加上", "赶上", "以下", "之下", "如下",
    "旗下", "辖下", "属下",   "当下", "带领下", "指导下", "支持下", "推动下", "以东",   "以西", "以南", "以北", "其中", "集中",
    "当中", "途中", "过程中", "之中", "工作中", "活动中", "建设中", "检查中", "会议中", "此前", "目前", "之前", "以前", "日前",
    "年前", "当前", "提前",   "此后", "之后",   "以后",   "今后",   "随后",   "然后",   "最后", "会后", "年后", "先后", "前后",
    "以内", "之内", "境内",   "省内", "市内",   "县内",   "区内",   "国内",   "以外",   "之外", "此外", "另外", "除外", "省外",
    "市外", "国外", "海外",   "统一", "唯一",   "之一",   "第一",   "带头",   "牵头",   "年头", "提高", "青山", "坦白", "表明",
    "今天", "明天", "昨天",   "当天", "每天",   "后天",   "靠山",   "沿海",   "沿江",   "沿河", "沿湖", "资金", "基金", "奖金",
    "现金", "接龙", "下山",   "上山", "过江",   "下河",   "园林",   "造林",   "护林",   "治水", "供水", "节水", "认清", "理清",
    "厘清", "百",   "摸清",   "查清", NULL};

bool mintu_scan_begins(const char *text, size_t at)
{
    return mintu_scan_word_before(prefixes, text, at) == 0 || mintu_scan_word_before(words, text, at) > 3;
}

/* Where a stretch of Han characters around the name begins and ends. */
static size_t reach_back(const char *text, size_t at)
{
    size_t start = at;
    while (start >= 3 && at - start < AROUND && (unsigned char)text[start - 3] >= 0xE4 &&
           (unsigned char)text[start - 3] <= 0xE9)
        start -= 3;
    return start;
}

static size_t reach_on(const char *text, size_t size, size_t at)
{
    size_t end = at;
    while (end + 3 <= size && end - at < AROUND && (unsigned char)text[end] >= 0xE4 && (unsigned char)text[end] <= 0xE9)
        end += 3;
    return end;
}

/* The words of a stretch of Han characters; false when ICU fails. */
static bool set_words(UBreakIterator **kept, const char *text, size_t size, UChar *wide, int32_t room)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(wide, room, &length, text, (int32_t)size, &code);
    if (!*kept)
        *kept = ubrk_open(UBRK_WORD, "zh", NULL, 0, &code);
    ubrk_setText(*kept, wide, length, &code);
    return U_SUCCESS(code);
}

bool mintu_scan_follows_word(UBreakIterator **kept, const mintu_scan_text_part *part)
{
    UChar wide[ROOM];
    size_t first = reach_back(part->text, part->start);
    if (first == part->start || mintu_scan_is_function(part->text, part->start) ||
        mintu_scan_word_before(words, part->text, part->start) > 3)
        return true;
    if (!set_words(kept, part->text + first, part->start - first, wide, ROOM))
        return true;
    int32_t end = (int32_t)(part->start - first) / 3;
    return end - ubrk_preceding(*kept, end) >= 2;
}

bool mintu_scan_parts(UBreakIterator **kept, const mintu_scan_text_part *part)
{
    const char *text = part->text;
    size_t start = part->start, end = part->end;
    UChar wide[ROOM];
    size_t first = reach_back(text, start), last = reach_on(text, part->size, end);
    if (!set_words(kept, text + first, last - first, wide, ROOM))
        return false;
    int32_t begin = (int32_t)(start - first) / 3, stop = (int32_t)(end - first) / 3;
    return ubrk_isBoundary(*kept, begin) && ubrk_isBoundary(*kept, stop);
}
