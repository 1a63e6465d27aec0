/* What the classes of a key are called: ranges as an atlas words them, without a number that two classes share. */
#include "style/legend_words.h"

#include "expression/operator_curve.h"
#include "format/number.h"
#include "style/legend_sizes.h"
#include "style/member_read.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct words {
    const char *join, *list, *other, *no_data, *between, *to_under, *over_to, *and_more, *and_less, *under, *over;
} words;

/* %1$s is the lower number with its unit where the range has one, %2$s the upper one. */
static const words WORDS[] = {
    {"，", "、", "其他", "无资料", "%s–%s", "%s 至不足 %s", "超过 %s 至 %s", "%s及以上", "%s及以下", "不足 %s", "超过 %s"},
    {", ", ", ", "Other", "No data", "%s–%s", "%s to under %s", "over %s to %s", "%s and more", "%s and less", "under %s",
     "over %s"},
};

enum { NUMBER = 64 };

void mintu_digits_group(const char *digits, char *out, size_t room)
{
    size_t whole = strspn(digits + (*digits == '-'), "0123456789") + (*digits == '-'), used = 0;
    for (size_t i = 0; digits[i] && used + 2 < room; i++) {
        if (i > (size_t)(*digits == '-') && i < whole && (whole - i) % 3 == 0)
            out[used++] = ',';
        out[used++] = digits[i];
    }
    out[used] = '\0';
}

/* With six digits, or all before the point: what is computed, and what is measured, has no more that mean anything. */
static double without_noise(double number)
{
    static const double DIGITS = 6, MOST = 15;
    if (!(fabs(number) >= 1e-12) || number == floor(number))
        return fabs(number) < 1e-12 ? 0 : number;
    double power = pow(10, fmin(fmax(DIGITS - 1 - floor(log10(fabs(number))), 0), MOST));
    return round(number * power) / power;
}

static void write_number(const mintu_style_layer *layer, double number, char out[NUMBER])
{
    char digits[NUMBER];
    if (layer->legend_decimals >= 0)
        snprintf(digits, sizeof digits, "%.*f", layer->legend_decimals, number);
    else
        mintu_number_shortest(without_noise(number), digits);
    if (layer->legend_thousands && !strpbrk(digits, "eIN"))
        mintu_digits_group(digits, out, NUMBER);
    else
        snprintf(out, NUMBER, "%s", digits);
}

/* One naming under way. */
typedef struct naming {
    mintu_key *key;
    mintu_key_class *class;
    const char *lang;
    const words *words;
} naming;

static const char *unit_of(const naming *in)
{
    const char *unit = mintu_json_text(in->key->layer->legend_unit, in->lang);
    return unit ? unit : "";
}

static void add_number(const naming *in, double number, bool unit, mintu_buffer *out)
{
    char text[NUMBER];
    write_number(in->key->layer, number, text);
    mintu_buffer_text(out, text);
    if (unit && *unit_of(in))
        mintu_buffer_format(out, " %s", unit_of(in));
}

/* The style's own word for "FIELD=VALUE" or "VALUE"; NULL when it has none. */
static const char *own_word(const naming *in, const mintu_rule *rule, const char *value)
{
    const json_t *labels = in->key->layer->legend_labels;
    mintu_buffer name = {0};
    mintu_buffer_format(&name, "%s=%s", rule->input.name, value);
    const json_t *word = name.failed ? NULL : json_object_get(labels, name.data);
    mintu_buffer_free(&name);
    return mintu_json_text(word ? word : json_object_get(labels, value), in->lang);
}

/* The range as the features have it: whole numbers end where the next class begins. */
static void settle_range(const naming *in, mintu_rule *rule)
{
    const mintu_key_class *class = in->class;
    bool whole = true, positive = true, found = false;
    for (size_t i = 0; i < in->key->count; i++) {
        const mintu_key_class *one = &in->key->classes[i];
        found = found || one->least <= one->most;
        whole = whole && one->whole;
        positive = positive && one->least >= 0;
    }
    if (in->key->layer->legend_narrow && class->least <= class->most) {
        rule->lower = class->least;
        rule->upper = class->most;
        rule->lower_open = false;
        rule->upper_closed = true;
        return;
    }
    if (!found || !whole)
        return;
    rule->lower = rule->lower_open ? floor(rule->lower) + 1 : ceil(rule->lower);
    rule->upper = rule->upper_closed ? floor(rule->upper) : ceil(rule->upper) - 1;
    rule->lower_open = false;
    rule->upper_closed = true;
    if (positive && rule->lower < 0 && !isfinite(rule->lower) && rule->upper >= 0)
        rule->lower = 0;
}

/* A pattern of the words with its numbers; only the last one has the unit. Chinese has no blank before 及以上 but after a number. */
static void add_pattern(const naming *in, const char *pattern, const double *numbers, size_t count, mintu_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        const char *mark = strstr(pattern, "%s");
        mintu_buffer_add(out, pattern, (size_t)(mark - pattern));
        add_number(in, numbers[i], i + 1 == count, out);
        pattern = mark + 2;
    }
    if ((unsigned char)*pattern > 0x7F && !*unit_of(in))
        mintu_buffer_text(out, " ");
    mintu_buffer_text(out, pattern);
}

static void add_range(const naming *in, const mintu_rule *rule, mintu_buffer *out)
{
    const words *w = in->words;
    double ends[2] = {rule->lower, rule->upper};
    bool low = isfinite(ends[0]), high = isfinite(ends[1]);
    if (low && high && ends[0] == ends[1])
        add_number(in, ends[0], true, out);
    else if (low && high)
        add_pattern(in, rule->lower_open ? w->over_to : rule->upper_closed ? w->between : w->to_under, ends, 2, out);
    else if (low)
        add_pattern(in, rule->lower_open ? w->over : w->and_more, ends, 1, out);
    else if (high)
        add_pattern(in, rule->upper_closed ? w->and_less : w->under, ends + 1, 1, out);
}

/* Words of a range are found by the number that the class begins with, "<N" where it has none. */
static void add_range_word(const naming *in, const mintu_rule *rule, mintu_buffer *out)
{
    char name[NUMBER + 1] = "<";
    bool open = !isfinite(rule->lower);
    mintu_rule settled = *rule;
    mintu_number_shortest(open ? rule->upper : rule->lower, name + 1);
    const char *word = own_word(in, rule, open ? name : name + 1);
    settle_range(in, &settled);
    if (word)
        mintu_buffer_text(out, word);
    else
        add_range(in, &settled, out);
}

static void value_name(const mintu_value *value, char *out, size_t size)
{
    char number[48];
    if (value->kind == MINTU_KIND_NUMBER)
        mintu_number_shortest(value->number, number);
    snprintf(out, size, "%s",
             value->kind == MINTU_KIND_STRING    ? value->text
             : value->kind == MINTU_KIND_NUMBER  ? number
             : value->kind == MINTU_KIND_BOOLEAN ? (value->boolean ? "true" : "false")
                                                 : "null");
}

/* Values that have a word of the style's; when none has, the values themselves. */
static void add_values(const naming *in, const mintu_rule *rule, mintu_buffer *out)
{
    size_t start = out->size;
    const char *before = NULL;
    char name[256];
    for (int own = 1; own >= 0 && out->size == start; own--)
        for (size_t i = 0; i < rule->count; i++) {
            value_name(&rule->values[i], name, sizeof name);
            const char *word = own ? own_word(in, rule, name) : name;
            if (!word || (before && strcmp(before, word) == 0))
                continue;
            mintu_buffer_text(out, out->size > start ? in->words->list : "");
            if (!own && rule->values[i].kind == MINTU_KIND_NUMBER)
                add_number(in, rule->values[i].number, true, out);
            else
                mintu_buffer_text(out, word);
            before = own ? word : NULL;
        }
}

static void add_other(const naming *in, bool missing, mintu_buffer *out)
{
    const mintu_style_layer *layer = in->key->layer;
    const char *word = mintu_json_text(missing ? layer->legend_no_data : layer->legend_other, in->lang);
    mintu_buffer_text(out, word ? word : missing ? in->words->no_data : in->words->other);
}

/* What the class is called; what is left over of a decision says nothing where another rule does. */
static void add_name(const naming *in, mintu_buffer *out)
{
    const mintu_key_class *class = in->class;
    bool other = class->trace.failed;
    if (class->members && class->empty == class->members) {
        add_other(in, true, out);
        return;
    }
    for (size_t i = 0; i < class->rules.count; i++) {
        const mintu_rule *rule = &class->rules.items[i];
        other = other || rule->kind == MINTU_RULE_OTHER;
        if (rule->kind == MINTU_RULE_OTHER || (rule->kind == MINTU_RULE_RANGE && class->trace.varying))
            continue;
        mintu_buffer_text(out, out->size ? in->words->join : "");
        if (rule->kind == MINTU_RULE_RANGE)
            add_range_word(in, rule, out);
        else if (rule->kind == MINTU_RULE_VALUES)
            add_values(in, rule, out);
        else
            add_other(in, true, out);
    }
    if (out->size == 0 && other && !class->trace.varying)
        add_other(in, false, out);
}

/* True where ten times the number is as far on as it is elsewhere: a logarithm. */
static bool is_logarithm(const mintu_decider *input, double low, double high)
{
    double middle = sqrt(low * high), step = mintu_decider_measure(input, 10 * low) - mintu_decider_measure(input, low);
    double other = mintu_decider_measure(input, 10 * middle) - mintu_decider_measure(input, middle);
    return low > 0 && high >= 10 * low && fabs(step - other) <= 1e-6 * fabs(step);
}

/* Between two stops of a ramp that is no straight line there are numbers to read as well: powers of ten, or a round one in the middle. */
static size_t add_between(const mintu_decider *input, double out[MINTU_KEY_STOPS])
{
    double low = out[0], high = out[1], ends[2] = {mintu_decider_measure(input, low), mintu_decider_measure(input, high)};
    double middle = (ends[0] + ends[1]) / 2, number;
    bool rising;
    size_t count = 1;
    if (fabs(mintu_decider_measure(input, (low + high) / 2) - middle) <= 1e-6 * fabs(ends[1] - ends[0]))
        return 2;
    if (is_logarithm(input, low, high)) {
        double decades = ceil(log10(high / low)), step = ceil(decades / 5);
        for (double power = floor(log10(low) + 1e-9) + step; pow(10, power) < high * 0.9; power += step)
            if (pow(10, power) > low * 1.1 && count + 1 < MINTU_KEY_STOPS)
                out[count++] = pow(10, power);
    } else if (mintu_decider_invert(input, middle, &number, &rising) && number > 0 && isfinite(number)) {
        number = mintu_round_below(number);
        if (number > low && number < high)
            out[count++] = number;
    }
    out[count++] = high;
    return count;
}

/* Where the stops of the curve stand in the field that it asks. */
static size_t find_stops(const mintu_key_class *class, double *out)
{
    const mintu_node *curve = class->trace.varying;
    mintu_decider input;
    bool rising = true;
    size_t count = 0;
    if (!mintu_decider_read(curve->arguments[0], &input))
        return 0;
    for (size_t i = 0; i + 1 < curve->count && count < MINTU_KEY_STOPS; i++)
        if (mintu_decider_invert(&input, mintu_curve_labels(curve)[i], &out[count], &rising)) {
            out[count] = isfinite(out[count]) ? out[count] : mintu_decider_flat_end(&input, mintu_curve_labels(curve)[i]);
            count += isfinite(out[count]);
        }
    for (size_t i = 0; !rising && i < count / 2; i++) {
        double swap = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = swap;
    }
    return count == 2 && out[0] < out[1] ? add_between(&input, out) : count;
}

static bool name_ticks(const naming *in)
{
    mintu_key_class *class = in->class;
    for (size_t i = 0; i < class->entry.value_count; i++) {
        mintu_buffer text = {0};
        add_number(in, class->values[i], true, &text);
        class->ticks[i] = mintu_pool_buffer(&in->key->pool, &text);
        if (!class->ticks[i])
            return false;
    }
    class->entry.values = class->values;
    class->entry.ticks = class->ticks;
    return true;
}

bool mintu_key_name(mintu_key *key, mintu_key_class *class, const char *lang)
{
    const mintu_node *varying = class->trace.varying;
    naming in = {key, class, lang, &WORDS[strcmp(lang, "en") == 0]};
    mintu_buffer text = {0};
    add_name(&in, &text);
    class->entry.label = mintu_pool_buffer(&key->pool, &text);
    if (!varying || !class->entry.label)
        return class->entry.label != NULL;
    bool curve = varying->form == MINTU_FORM_INTERPOLATE;
    class->entry.kind = varying->type->kind == MINTU_KIND_COLOR ? MINTU_KEY_RAMP : MINTU_KEY_SIZES;
    class->entry.value_count = class->entry.kind == MINTU_KEY_SIZES && (class->few_count || !curve)
                                   ? mintu_legend_sizes(class, class->values)
                                   : find_stops(class, class->values);
    return name_ticks(&in);
}
