/* Sentences whose place a repeat took. */
#include "test_notice_helper.h"

#define FIRST  "（一）甲地各村先清点旧屋并登记造册备查。"
#define PHOTO  "每户旧屋由乡里派人拍照留存以备查验。"
#define POND   "（省住建厅牵头）（二）乙地各村把水塘清淤加固一遍。"
#define MARKET "（省水利厅牵头）（三）丙地集市搬进新修的大棚里去。"
#define BOARDS "旧屋清空以后在2017年前改建30座凉亭。"
#define STALLS "摊位按抽签分给原来的摊贩继续使用。"
#define SCHOOL "（省发改委牵头）（五）丁地学校修缮屋顶和操场跑道。"

/* One sentence was replaced and one may be meant: it goes where its repeat-taken place was. */
static void the_one_that_can_be_meant_returns(void **state)
{
    bench_bodies(state, FIRST PHOTO FIRST POND PHOTO MARKET BOARDS SCHOOL POND,
                 "1=甲地各村先清点旧屋并登记造册备查。" PHOTO BOARDS
                 "|2=乙地各村把水塘清淤加固一遍。|3=丙地集市搬进新修的大棚里去。|4=|5=丁地学校修缮屋顶和操场跑道。");
}

static void two_that_can_be_meant_stay_open(void **state)
{
    bench_bodies(state, FIRST PHOTO FIRST POND PHOTO MARKET BOARDS STALLS SCHOOL POND,
                 "1=甲地各村先清点旧屋并登记造册备查。" PHOTO
                 "|2=乙地各村把水塘清淤加固一遍。|3=丙地集市搬进新修的大棚里去。|4=|5=丁地学校修缮屋顶和操场跑道。");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_one_that_can_be_meant_returns),
        cmocka_unit_test(two_that_can_be_meant_stay_open),
    };
    return cmocka_run_group_tests(tests, bench_set_up, bench_tear_down);
}
