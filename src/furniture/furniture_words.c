#include "furniture/furniture_words.h"

#include "style/legend_words.h"

#include <stdio.h>
#include <string.h>

static const char *const WORDS[MINTU_WORD_END][2] = {
    [MINTU_WORD_LEGEND] = {"图例", "Legend"},
    [MINTU_WORD_SCALE] = {"比例尺", "Scale"},
    [MINTU_WORD_SOURCES] = {"资料来源：", "Sources: "},
    [MINTU_WORD_PROJECTION] = {"投影：", "Projection: "},
    [MINTU_WORD_MADE_WITH] = {"制图：", "Made with "},
    [MINTU_WORD_NORTH] = {"北", "N"},
    [MINTU_WORD_KILOMETRES] = {"千米", "km"},
    [MINTU_WORD_METRES] = {"米", "m"},
    [MINTU_WORD_SAMPLE] = {"地名", "Name"},
    [MINTU_WORD_SEPARATOR] = {"；", "; "},
    [MINTU_WORD_COMMA] = {"、", ", "},
    [MINTU_WORD_COLON] = {"：", ": "},
    [MINTU_WORD_STOP] = {"。", "."},
    [MINTU_WORD_SHOWN] = {"图上有：", "Shown: "},
    [MINTU_WORD_REVIEW] = {"审图号：", "Review number: "},
    [MINTU_WORD_WORKING_MAP] = {"工作用图，未经审图；界线不作划界依据。",
                                "Working map, not reviewed; boundaries are not authoritative."},
    [MINTU_WORD_AT] = {"（%s 处）", " (at %s)"},
    [MINTU_WORD_AT_CENTRE] = {"（图幅中央）", " (at the centre)"},
    [MINTU_WORD_NORTH_THERE] = {"图幅中央的北方", "north at the centre"},
    [MINTU_WORD_NO_ARROW] = {"　各处北方不同，以经线为准，不绘指北针", "　No north arrow: north differs, follow the meridians"},
    [MINTU_WORD_NO_BAR] = {"　各处比例尺不同，不绘线段比例尺", "　No scale bar: the scale differs from place to place"},
    [MINTU_WORD_MAKER] = {"编制单位：", "Made by: "},
    [MINTU_WORD_DATE] = {"编制日期：", "Date: "},
    [MINTU_WORD_SHEET] = {"图号：", "Sheet: "},
    [MINTU_WORD_OF] = {"%s：所据资料列 %s 个，共 %s 个。", "%s: %s of %s are known."},
};

const char *mintu_furniture_word_text(mintu_furniture_word word, const char *lang)
{
    return WORDS[word][strcmp(lang, "en") == 0];
}

void mintu_number_grouped(double value, char *out, size_t size)
{
    char digits[40];
    snprintf(digits, sizeof digits, "%.0f", value);
    mintu_digits_group(digits, out, size);
}
