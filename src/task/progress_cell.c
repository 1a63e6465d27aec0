#include "task/progress_cell.h"

#include "format/number.h"

#include <string.h>

static bool has(const mintu_textmap *map, const char *text, size_t size)
{
    size_t value;
    return mintu_textmap_get_n(map, text, size, &value);
}

static bool is_figure(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* What stands in a cell besides its number. */
typedef struct findings {
    unsigned states; /* bits */
    bool rest, not, percent, many;
    double value;
} findings;

/* Bytes of the longest word of the map at the begin of the text. */
static size_t longest_at(const mintu_progress_words *words, const mintu_textmap *map, const char *at, size_t left)
{
    size_t size = left < words->longest ? left : words->longest;
    while (size > 0 && !has(map, at, size))
        size--;
    return size;
}

/* Bytes of a percentage at the begin of the text. */
static size_t percent_at(const char *at, size_t left, findings *out)
{
    size_t size = 0;
    double value;
    while (size < left && (is_figure(at[size]) || (size > 0 && at[size] == '.')))
        size++;
    if (size == left || at[size] != '%' || !mintu_number_scan_decimal(at, size, &value))
        return 0;
    out->many = out->many || (out->percent && (value < out->value || value > out->value));
    out->percent = true;
    out->value = value;
    return size + 1;
}

static findings look(const mintu_progress_words *words, const char *text, size_t left)
{
    findings found = {0};
    for (const char *at = text; left > 0;) {
        size_t size = percent_at(at, left, &found), state;
        if (!size && (size = longest_at(words, &words->states, at, left)) > 0 &&
            mintu_textmap_get_n(&words->states, at, size, &state))
            found.states |= 1U << state;
        size = size ? size : longest_at(words, &words->filler, at, left);
        if (!size) {
            size = mintu_progress_step(at) < left ? mintu_progress_step(at) : left;
            found.rest = true;
            size_t not = longest_at(words, &words->not, at, left);
            found.not = found.not || not ;
            size = not ? not : size;
        }
        at += size;
        left -= size;
    }
    return found;
}

static mintu_progress_state judge(const findings *found)
{
    enum {
        DONE = 1U << MINTU_PROGRESS_STATE_DONE,
        UNDER_WAY = 1U << MINTU_PROGRESS_STATE_UNDER_WAY,
        NOT_STARTED = 1U << MINTU_PROGRESS_STATE_NOT_STARTED,
        OVERDUE = 1U << MINTU_PROGRESS_STATE_OVERDUE
    };
    bool part = found->percent && found->value > 0 && found->value < 100;
    if (found->many || found->not || (found->percent && found->value > 100))
        return MINTU_PROGRESS_STATE_UNCLEAR;
    if ((found->states & OVERDUE) && !(found->states & DONE) && (!found->percent || found->value < 100))
        return MINTU_PROGRESS_STATE_OVERDUE;
    if (part && !(found->states & (NOT_STARTED | OVERDUE)))
        return MINTU_PROGRESS_STATE_UNDER_WAY;
    if (found->percent && found->value >= 100)
        return found->rest || (found->states & ~(unsigned)DONE) ? MINTU_PROGRESS_STATE_UNCLEAR : MINTU_PROGRESS_STATE_DONE;
    if (found->percent && !part)
        return found->rest || (found->states & ~(unsigned)NOT_STARTED) ? MINTU_PROGRESS_STATE_UNCLEAR
                                                                       : MINTU_PROGRESS_STATE_NOT_STARTED;
    if (found->states == DONE && !found->rest) /* a part that is done is not the task */
        return MINTU_PROGRESS_STATE_DONE;
    return found->states == UNDER_WAY     ? MINTU_PROGRESS_STATE_UNDER_WAY
           : found->states == NOT_STARTED ? MINTU_PROGRESS_STATE_NOT_STARTED
                                          : MINTU_PROGRESS_STATE_UNCLEAR;
}

/* 80 and 0.8 of a column of percentages. */
static mintu_progress_state judge_number(const char *text)
{
    size_t size = strlen(text);
    bool sign = text[size - 1] == '%';
    double value;
    if (!mintu_number_scan_decimal(text, size - sign, &value))
        return MINTU_PROGRESS_STATE_UNCLEAR;
    value = sign || value > 1 ? value / 100 : value;
    if (!(value >= 0 && value <= 1))
        return MINTU_PROGRESS_STATE_UNCLEAR;
    return value >= 1  ? MINTU_PROGRESS_STATE_DONE
           : value > 0 ? MINTU_PROGRESS_STATE_UNDER_WAY
                       : MINTU_PROGRESS_STATE_NOT_STARTED;
}

mintu_progress_state mintu_progress_state_of(const mintu_progress_words *words, const char *cell, bool percent)
{
    mintu_buffer compact = {0};
    size_t state = MINTU_PROGRESS_STATE_UNCLEAR;
    mintu_progress_compact(words, cell, &compact);
    if (compact.failed || !compact.size || has(&words->none, compact.data, compact.size)) {
        state = MINTU_PROGRESS_STATE_NONE;
    } else if (!mintu_textmap_get(&words->states, compact.data, &state)) {
        findings found = look(words, compact.data, compact.size);
        state = percent && is_figure(compact.data[0]) ? judge_number(compact.data) : judge(&found);
    }
    mintu_buffer_free(&compact);
    return (mintu_progress_state)state;
}
