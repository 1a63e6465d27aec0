/* The operators, group by group; what goes wrong with them; and expressions made to be a burden. */
#include "test_style_helper.h"

static void test_math(void **state)
{
    (void)state;
    gives("[\"+\",1,2,3]", NULL, NULL, "6");
    gives("[\"-\",[\"get\",\"x\"],7]", NULL, "{\"x\":10}", "3");
    gives("[\"-\",5]", NULL, NULL, "-5");
    gives("[\"/\",1,3]", NULL, NULL, "0.3333333333333333");
    gives("[\"%\",18,12]", NULL, NULL, "6");
    gives("[\"^\",2,10]", NULL, NULL, "1024");
    gives("[\"round\",-2.5]", NULL, NULL, "-3");
    gives("[\"max\",1,[\"get\",\"x\"],2]", NULL, "{\"x\":9}", "9");
    gives("[\"floor\",[\"log2\",9]]", NULL, NULL, "3");
    gives("[\"cos\",[\"pi\"]]", NULL, NULL, "-1");
    gives("[\"ln\",[\"e\"]]", NULL, NULL, "1");
    fails("[\"+\",1,\"2\"]", NULL, NULL, MINTU_STATUS_INPUT, "at /2: Expected number but found string");
    fails("[\"abs\",[\"get\",\"x\"]]", NULL, "{\"x\":\"a\"}", MINTU_STATUS_FINDINGS, "Expected value to be of type number");
    fails("[\"abs\",1,2]", NULL, NULL, MINTU_STATUS_INPUT, "Expected 1 argument, but found 2");
}

static void test_control(void **state)
{
    (void)state;
    gives("[\"case\",[\">\",[\"get\",\"x\"],5],\"big\",[\"has\",\"x\"],\"small\",\"none\"]", NULL, "{\"x\":3}", "\"small\"");
    gives("[\"coalesce\",[\"get\",\"y\"],[\"get\",\"x\"],0]", NULL, "{\"x\":3}", "3");
    gives("[\"let\",\"a\",[\"get\",\"x\"],[\"+\",[\"var\",\"a\"],[\"var\",\"a\"]]]", NULL, "{\"x\":3}", "6");
    gives("[\"all\",true,[\"!\",false],[\"any\",false,[\"has\",\"x\"]]]", NULL, "{\"x\":3}", "true");
    fails("[\"var\",\"a\"]", NULL, NULL, MINTU_STATUS_INPUT, "Unknown variable \"a\"");
    fails("[\"case\",true,1]", NULL, NULL, MINTU_STATUS_INPUT, "Expected at least 3 arguments");
}

static void test_match(void **state)
{
    (void)state;
    const char *words = "[\"match\",[\"get\",\"k\"],[\"city\",\"town\"],1,\"village\",2,0]";
    gives(words, NULL, "{\"k\":\"town\"}", "1");
    gives(words, NULL, "{\"k\":\"village\"}", "2");
    gives(words, NULL, "{\"k\":7}", "0");
    gives(words, NULL, NULL, "0");
    gives("[\"match\",[\"get\",\"k\"],-1,\"a\",[0,10],\"b\",\"c\"]", NULL, "{\"k\":10}", "\"b\"");
    fails("[\"match\",[\"get\",\"k\"],\"a\",1,\"a\",2,0]", NULL, NULL, MINTU_STATUS_INPUT,
          "at /4: Branch labels must be unique");
    fails("[\"match\",[\"get\",\"k\"],0.5,1,0]", NULL, NULL, MINTU_STATUS_INPUT, "integer");
}

static void test_compare(void **state)
{
    (void)state;
    gives("[\"==\",[\"get\",\"x\"],null]", NULL, NULL, "true");
    gives("[\"!=\",[\"get\",\"x\"],\"1\"]", NULL, "{\"x\":1}", "true");
    gives("[\"<\",[\"get\",\"x\"],[\"get\",\"y\"]]", NULL, "{\"x\":\"10\",\"y\":\"2\"}", "true");
    gives("[\">=\",[\"get\",\"x\"],2]", NULL, "{\"x\":10}", "true");
    gives("[\"==\",\"TOWN\",[\"get\",\"x\"],[\"collator\",{\"case-sensitive\":false}]]", NULL, "{\"x\":\"town\"}", "true");
    /* UTF-16 order: a character beyond the basic plane is before the private use area. */
    gives("[\"<\",\"\\ud840\\udc00\",\"\\ue000\"]", NULL, NULL, "true");
    fails("[\"<\",[\"get\",\"x\"],2]", NULL, "{\"x\":\"a\"}", MINTU_STATUS_FINDINGS, "but found string");
    fails("[\"<\",true,false]", NULL, NULL, MINTU_STATUS_INPUT, "not supported for type 'boolean'");
}

static void test_curve(void **state)
{
    (void)state;
    const char *step = "[\"step\",[\"get\",\"x\"],\"a\",10,\"b\",20,\"c\"]";
    gives(step, NULL, "{\"x\":9.99}", "\"a\"");
    gives(step, NULL, "{\"x\":10}", "\"b\"");
    gives(step, NULL, "{\"x\":99}", "\"c\"");
    gives("[\"interpolate\",[\"linear\"],[\"get\",\"x\"],0,100,10,200]", NULL, "{\"x\":5}", "150");
    gives("[\"interpolate\",[\"exponential\",2],[\"zoom\"],6,0,8,3,9,4]", NULL, NULL, "3");
    gives("[\"interpolate\",[\"cubic-bezier\",0.42,0,0.58,1],[\"get\",\"x\"],0,0,10,10]", NULL, "{\"x\":5}", "5");
    gives("[\"interpolate\",[\"linear\"],[\"get\",\"x\"],0,[\"literal\",[0,10]],1,[\"literal\",[2,20]]]", "array<number, 2>",
          "{\"x\":0.5}", "[1,15]");
    fails("[\"step\",1,\"a\",2,\"b\",2,\"c\"]", NULL, NULL, MINTU_STATUS_INPUT, "at /5: ");
    fails("[\"interpolate\",[\"linear\"],1,0,\"a\",1,\"b\"]", NULL, NULL, MINTU_STATUS_INPUT, "not interpolatable");
    fails("[\"+\",1,[\"step\",[\"zoom\"],0,5,1]]", NULL, NULL, MINTU_STATUS_INPUT, "top-level");
}

static void test_text(void **state)
{
    (void)state;
    gives("[\"concat\",[\"get\",\"name\"],\" \",1.5,true,null]", NULL, "{\"name\":\"高陂\"}", "\"高陂 1.5true\"");
    gives("[\"upcase\",\"straße\"]", NULL, NULL, "\"STRASSE\"");
    gives("[\"length\",\"高陂镇\"]", NULL, NULL, "3");
    gives("[\"slice\",\"高陂镇\",0,-1]", NULL, NULL, "\"高陂\"");
    gives("[\"slice\",\"abc\",5]", NULL, NULL, "\"\"");
    gives("[\"index-of\",\"镇\",\"高陂镇\"]", NULL, NULL, "2");
    gives("[\"in\",\"陂\",\"高陂镇\"]", NULL, NULL, "true");
    gives("[\"number-format\",1234567.5,{\"max-fraction-digits\":0}]", NULL, NULL, "\"1,234,568\"");
    gives("[\"split\",\"a|b||c\",\"|\"]", NULL, NULL, "[\"a\",\"b\",\"\",\"c\"]");
    gives("[\"join\",[\"literal\",[\"a\",\"b\"]],\"、\"]", NULL, NULL, "\"a、b\"");
    gives("[\"to-string\",[\"format\",[\"get\",\"name\"],{},\"x\",{\"font-scale\":2}]]", NULL, "{\"name\":\"n\"}", "\"nx\"");
}

static void test_array(void **state)
{
    (void)state;
    gives("[\"at\",1,[\"literal\",[5,6,7]]]", NULL, NULL, "6");
    gives("[\"slice\",[\"literal\",[5,6,7]],1]", NULL, NULL, "[6,7]");
    gives("[\"index-of\",7,[\"literal\",[5,6,7]],-1]", NULL, NULL, "2");
    fails("[\"at\",[\"get\",\"x\"],[\"literal\",[5,6,7]]]", NULL, "{\"x\":3}", MINTU_STATUS_FINDINGS, "out of bounds");
    fails("[\"at\",[\"get\",\"x\"],[\"literal\",[5,6,7]]]", NULL, "{\"x\":0.5}", MINTU_STATUS_FINDINGS, "must be an integer");
}

static void test_type(void **state)
{
    (void)state;
    gives("[\"typeof\",[\"literal\",[1,\"a\"]]]", NULL, NULL, "\"array<value, 2>\"");
    gives("[\"to-number\",[\"get\",\"x\"]]", NULL, "{\"x\":\" 0x1F \"}", "31");
    gives("[\"to-number\",\"\"]", NULL, NULL, "0");
    gives("[\"to-boolean\",\"\"]", NULL, NULL, "false");
    gives("[\"to-string\",[\"rgba\",85,255,0,0.5]]", NULL, NULL, "\"rgba(85,255,0,0.5)\"");
    gives("[\"to-string\",[\"get\",\"x\"]]", NULL, "{\"x\":{\"a\":[1,2.5]}}", "\"{\\\"a\\\":[1,2.5]}\"");
    gives("[\"number\",[\"get\",\"x\"],-1]", NULL, "{\"x\":\"a\"}", "-1");
    gives("[\"array\",\"number\",2,[\"get\",\"x\"]]", NULL, "{\"x\":[1,2]}", "[1,2]");
    fails("[\"array\",\"number\",2,[\"get\",\"x\"]]", NULL, "{\"x\":[1]}", MINTU_STATUS_FINDINGS, "array<number, 2>");
    fails("[\"to-number\",\"a\"]", NULL, NULL, MINTU_STATUS_INPUT, "Could not convert");
}

static void test_feature(void **state)
{
    (void)state;
    gives("[\"geometry-type\"]", NULL, NULL, "\"Point\"");
    gives("[\"id\"]", NULL, NULL, "7");
    gives("[\"properties\"]", NULL, "{\"a\":1}", "{\"a\":1}");
    gives("[\"get\",\"b\",[\"get\",\"a\"]]", NULL, "{\"a\":{\"b\":5}}", "5");
    gives("[\"has\",\"b\"]", NULL, "{\"a\":1}", "false");
    fails("[\"elevation\"]", NULL, NULL, MINTU_STATUS_UNSUPPORTED, "\"elevation\" is not supported");
    fails("[\"gett\",\"b\"]", NULL, NULL, MINTU_STATUS_INPUT, "Unknown expression \"gett\"");
}

static void test_color(void **state)
{
    (void)state;
    gives("[\"rgb\",255,0,51]", NULL, NULL, "[1,0,0.2,1]");
    gives("[\"to-rgba\",\"#ff000080\"]", NULL, NULL, "[255,0,0,0.5019607843137255]");
    gives("\"red\"", "color", NULL, "[1,0,0,1]");
    gives("[\"get\",\"c\"]", "color", "{\"c\":\"#00f\"}", "[0,0,1,1]");
    fails("\"redd\"", "color", NULL, MINTU_STATUS_INPUT, "Could not parse color from value 'redd'");
    fails("[\"get\",\"c\"]", "color", "{\"c\":\"redd\"}", MINTU_STATUS_FINDINGS, "Could not parse color");
    fails("[\"rgb\",256,0,0]", NULL, NULL, MINTU_STATUS_INPUT, "between 0 and 255");
}

/* ["!", ["!", … true …]], @p levels deep. */
static char *nest(size_t levels)
{
    char *text = malloc(6 * levels + 8), *at = text;
    assert_non_null(text);
    for (size_t i = 0; i < levels; i++, at += 5)
        memcpy(at, "[\"!\",", 5);
    memcpy(at, "true", 4);
    memset(at + 4, ']', levels);
    at[4 + levels] = '\0';
    return text;
}

static void test_depth(void **state)
{
    (void)state;
    char *text = nest(200);
    gives(text, NULL, NULL, "true");
    free(text);
    text = nest(300);
    fails(text, NULL, NULL, MINTU_STATUS_INPUT, "nested deeper than 256 levels");
    free(text);
    text = nest(100000);
    fails(text, NULL, NULL, MINTU_STATUS_INPUT, "reading JSON");
    free(text);
}

/* Twenty-five variables, each twice the one before: 2^25 steps if nobody counted, 32 MB of text if nobody measured. */
static void test_burden(void **state)
{
    (void)state;
    const char *const doubles[] = {"[\"+\",[\"var\",\"v%d\"],[\"var\",\"v%d\"]]",
                                   "[\"concat\",[\"var\",\"v%d\"],[\"var\",\"v%d\"]]"};
    const char *const messages[] = {"steps", "longer than"};
    for (int kind = 0; kind < 2; kind++) {
        char text[4096];
        int used = snprintf(text, sizeof text, "[\"let\",\"v0\",%s", kind ? "\"a\"" : "[\"get\",\"x\"]");
        for (int i = 0; i < 25; i++) {
            used += snprintf(text + used, sizeof text - (size_t)used, ",[\"let\",\"v%d\",", i + 1);
            used += snprintf(text + used, sizeof text - (size_t)used, doubles[kind], i, i);
        }
        used += snprintf(text + used, sizeof text - (size_t)used, ",[\"var\",\"v25\"]");
        memset(text + used, ']', 26);
        text[used + 26] = '\0';
        fails(text, NULL, "{\"x\":1}", kind ? MINTU_STATUS_INPUT : MINTU_STATUS_FINDINGS, messages[kind]);
    }
}

static void test_huge_numbers(void **state)
{
    (void)state;
    fails("1e999", NULL, NULL, MINTU_STATUS_INPUT, "reading JSON");
    fails("123456789012345678901234567890", NULL, NULL, MINTU_STATUS_INPUT, "reading JSON");
    gives("[\"*\",1e300,10]", NULL, NULL, "1e+301");
    gives("[\"slice\",\"abc\",-1e300,1e300]", NULL, NULL, "\"abc\"");
    gives("[\"index-of\",1,[\"literal\",[1]],-1e300]", NULL, NULL, "0");
    fails("[\"at\",1e300,[\"literal\",[1]]]", NULL, NULL, MINTU_STATUS_INPUT, "out of bounds");
    gives("[\"number-format\",1e20,{\"max-fraction-digits\":1e300,\"min-fraction-digits\":-1e300}]", "string", NULL,
          "\"100,000,000,000,000,000,000\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_math),         cmocka_unit_test(test_control), cmocka_unit_test(test_match),
        cmocka_unit_test(test_compare),      cmocka_unit_test(test_curve),   cmocka_unit_test(test_text),
        cmocka_unit_test(test_array),        cmocka_unit_test(test_type),    cmocka_unit_test(test_feature),
        cmocka_unit_test(test_color),        cmocka_unit_test(test_depth),   cmocka_unit_test(test_burden),
        cmocka_unit_test(test_huge_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
