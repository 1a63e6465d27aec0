#include "table/position_fault.h"

#include "base/array.h"
#include "base/ascii.h"
#include "table/cell_value.h"

#include <math.h>
#include <string.h>

static bool is_blank(const char *text)
{
    double number;
    bool percent;
    return mintu_cell_read(text, &number, &percent) == MINTU_SENSE_EMPTY;
}

bool mintu_position_word(const char *text, const char *missing)
{
    static const char *const words[] = {
        "待测",     "待定",   "待查", "待补",     "待补充", "待补测", "待核",   "待核实", "待采集",  "待勘测",
        "待测量",   "待定位", "未测", "未测量",   "未定",   "未定位", "未采集", "未填",   "未提供",  "未登记",
        "无坐标",   "无定位", "没有", "没有坐标", "暂缺",   "缺测",   "缺项",   "空白",   "空缺",    "空值",
        "暂无坐标", "不明",   "不清", "不清楚",   "略",     "同上",   "待測",   "待測量", "待補",    "未測",
        "未測量",   "無坐標", "沒有", "暫無",     "暫缺",   "缺測",   "空缺",   "tbd",    "unknown", "?",
        "？",       "??",     "？？", "×",        "x",      "*",      "**",     "***"};
    enum { LONGEST = 12 };
    double number;
    bool percent, found = false;
    mintu_cell_sense sense = mintu_cell_read(text, &number, &percent);
    if (sense == MINTU_SENSE_MISSING || (missing && mintu_cell_listed(text, missing)))
        return true;
    if (sense != MINTU_SENSE_TEXT)
        return false;
    while (mintu_ascii_is_space(*text))
        text++;
    size_t size = strlen(text);
    while (size && mintu_ascii_is_space(text[size - 1]))
        size--;
    for (size_t i = 0; !found && size <= LONGEST && i < sizeof words / sizeof *words; i++)
        found = strlen(words[i]) == size && mintu_ascii_compare_n(text, words[i], size) == 0;
    return found;
}

mintu_position_fault mintu_position_text_fault(const char *const texts[2], const char *missing, const char **word)
{
    bool blank[2] = {is_blank(texts[0]), is_blank(texts[1])};
    bool words[2] = {mintu_position_word(texts[0], missing), mintu_position_word(texts[1], missing)};
    *word = "";
    if (blank[0] && blank[1])
        return MINTU_FAULT_EMPTY;
    if (words[0] || words[1]) {
        *word = texts[words[0] ? 0 : 1];
        return MINTU_FAULT_WORD;
    }
    return blank[0] || blank[1] ? MINTU_FAULT_HALF : MINTU_FAULT_TEXT;
}

mintu_position_fault mintu_position_number_fault(const double lonlat[2])
{
    enum { MOST = 1000 }; /* no slip of degrees has as many */
    if (fabs(lonlat[0]) <= 360 && fabs(lonlat[1]) <= 90.000001)
        return MINTU_FAULT_NONE;
    if (fabs(lonlat[0]) <= 90 && fabs(lonlat[1]) <= 180)
        return MINTU_FAULT_TURNED;
    return fabs(lonlat[0]) > MOST || fabs(lonlat[1]) > MOST ? MINTU_FAULT_METRES : MINTU_FAULT_OUTSIDE;
}

mintu_status mintu_position_words_keep(mintu_context *context, mintu_layer *layer, const mintu_position_columns *columns,
                                       mintu_error *error)
{
    if (columns->lon == MINTU_POSITION_NONE)
        return MINTU_STATUS_OK;
    for (size_t row = 0; row < layer->count; row++)
        for (int axis = 0; axis < 2; axis++) {
            size_t field = axis ? columns->lat : columns->lon;
            const mintu_cell *cell = &layer->fields[field].cells[row];
            bool word = cell->kind == MINTU_CELL_TEXT && mintu_position_word(cell->text, context->tables.missing);
            if (!word)
                continue;
            if (!MINTU_ARRAY_RESERVE(layer->words, layer->word_room, layer->word_count + 1))
                return mintu_fail_memory(error, "reading a layer");
            layer->words[layer->word_count++] = (mintu_layer_word){row, field, cell->text};
        }
    return MINTU_STATUS_OK;
}

const char *mintu_position_word_at(const mintu_layer *layer, size_t row, size_t field)
{
    size_t low = 0, high = layer->word_count; /* they are in the order of rows */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (layer->words[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < layer->word_count && layer->words[low].row == row; low++)
        if (layer->words[low].field == field)
            return layer->words[low].text;
    return "";
}
