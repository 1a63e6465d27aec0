#include "notice/notice_target.h"

#include "base/utf8.h"
#include "notice/notice_reading.h"
#include "scan/scan_words.h"

#include <stdlib.h>
#include <string.h>

void mintu_notice_target_add(mintu_notice *notice, const char *what, size_t size, mintu_task_target target)
{
    if (!mintu_notice_holds(notice, MINTU_ARRAY_RESERVE(notice->targets, notice->target_room, notice->target_count + 1)))
        return;
    size = size > MINTU_TARGET_WHAT ? mintu_utf8_cut(what, MINTU_TARGET_WHAT) : size;
    target.what = mintu_text_copy_n(mintu_notice_written(notice, what), size);
    for (char *feed = target.what; feed && (feed = strchr(feed, '\n'));)
        *feed = ' ';
    if (mintu_notice_holds(notice, target.what != NULL))
        notice->targets[notice->target_count++] = target;
}

mintu_stretch mintu_target_trim(const char *text, mintu_stretch what)
{
    static const char *const marks[] = {"将", "、", "和", "及", "，", "实行", "确保", "的", "“",
                                        "”",  "各", "：", ":",  " ",  "　",   "（",   "\n", NULL};
    size_t mark;
    for (mark = 3; what.size >= 3 && memcmp(text + what.start, "）", 3) == 0; what.start += mark)
        what.size -= mark;
    while ((mark = mintu_scan_word_at(marks, text + what.start, what.size, 0)) > 0) {
        what.start += mark;
        what.size -= mark;
    }
    while ((mark = mintu_scan_word_before(marks, text + what.start, what.size)) > 0)
        what.size -= mark;
    return what;
}

bool mintu_target_is_change(const char *text, mintu_stretch what)
{
    static const char *const changes[] = {"年均",   "平均", "每年", "同比", "分别", "增长", "增加", "提高", "提升",
                                          "下降",   "降低", "减少", "增幅", "降幅", "上升", "缩减", "压减", "比上年",
                                          "较上年", "比",   "较",   "年",   "再",   "要",   "力争", "均",   NULL};
    size_t at = what.start, end = what.start + what.size, used;
    while (at < end && (used = mintu_scan_word_at(changes, text, end, at)) > 0)
        at += used;
    return at >= end;
}
