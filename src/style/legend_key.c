/* Finding the classes of a property, and which of them each feature is in. */
#include "style/legend_key.h"

#include "expression/eval_feature.h"
#include "format/number.h"
#include "style/decision_rule.h"
#include "style/decision_trace.h"
#include "style/legend_candidates.h"
#include "style/legend_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static mintu_key_class *find_class(mintu_key *key, const mintu_trace *trace, bool none)
{
    for (size_t i = 0; i < key->count; i++)
        if (key->classes[i].none == none && mintu_trace_compare(&key->classes[i].trace, trace) == 0)
            return &key->classes[i];
    return NULL;
}

static mintu_key_class *add_class(mintu_key *key, const mintu_trace *trace)
{
    const char *reason;
    if (!MINTU_ARRAY_RESERVE(key->classes, key->room, key->count + 1))
        return NULL;
    mintu_key_class *class = &key->classes[key->count++];
    *class = (mintu_key_class){.trace = *trace, .least = INFINITY, .most = -INFINITY, .whole = true};
    class->page_least = INFINITY;
    class->page_most = -INFINITY;
    mintu_rules_read(trace, &key->pool, &class->rules, &reason);
    return class;
}

static void trace_feature(mintu_key *key, const mintu_feature *feature, mintu_trace *out)
{
    mintu_evaluation evaluation = {.feature = feature, .pool = &key->scratch};
    mintu_trace_read(key->node, &evaluation, out);
    key->steps += evaluation.steps;
}

/* Past these the classes are left that the features themselves show. */
enum { STEPS_MOST = 5000000 };

/* A made-up feature: the first one in a class stands for it. */
static bool try_candidate(const json_t *properties, void *user)
{
    mintu_key *key = user;
    mintu_feature feature = {.zoom = key->zoom, .properties = properties, .state = key->state};
    mintu_trace trace;
    trace_feature(key, &feature, &trace);
    mintu_key_class *class = find_class(key, &trace, false);
    mintu_pool_clear(&key->scratch);
    if (class)
        return key->steps < STEPS_MOST;
    class = add_class(key, &trace);
    if (class)
        class->properties = json_deep_copy(properties);
    key->failed = !class || !mintu_pool_own(&key->pool, class->properties);
    return !key->failed && key->steps < STEPS_MOST;
}

mintu_key *mintu_key_new(const mintu_style_layer *layer, mintu_property property, const mintu_style_scope *scope)
{
    mintu_key *key = calloc(1, sizeof *key);
    if (!key)
        return NULL;
    key->layer = layer;
    key->property = property;
    key->node = layer->properties[property];
    key->zoom = scope->zoom;
    key->state = scope->state ? json_loads(scope->state, 0, NULL) : NULL;
    mintu_decider_read(key->node, &key->fields);
    mintu_candidates_each(key->node, try_candidate, key);
    if (!key->failed)
        return key;
    mintu_key_free(key);
    return NULL;
}

void mintu_key_free(mintu_key *key)
{
    if (!key)
        return;
    mintu_pool_free(&key->pool);
    mintu_pool_free(&key->scratch);
    json_decref(key->state);
    free(key->classes);
    free(key);
}

/* The input whose number tells the members apart: that of the curve, else of the last range; false when there is none. */
static bool measured_by(const mintu_key_class *class, mintu_decider *out)
{
    const mintu_node *varying = class->trace.varying;
    if (varying)
        return mintu_decider_read(varying->form == MINTU_FORM_INTERPOLATE ? varying->arguments[0] : varying, out);
    for (size_t i = class->rules.count; i-- > 0;)
        if (class->rules.items[i].kind == MINTU_RULE_RANGE) {
            *out = class->rules.items[i].input;
            return true;
        }
    return false;
}

/* The number in a field of the row, texts read as to-number does; NaN when it is none. */
static double field_number(const mintu_style_scope *scope, const char *name)
{
    int field = mintu_layer_field_find(scope->layer, name);
    double number = NAN;
    if (field < 0 || mintu_layer_is_null(scope->layer, scope->row, (size_t)field))
        return number;
    if (mintu_layer_field_type(scope->layer, (size_t)field) != MINTU_FIELD_TYPE_TEXT)
        return mintu_layer_number(scope->layer, scope->row, (size_t)field);
    return mintu_number_scan(mintu_layer_text(scope->layer, scope->row, (size_t)field), &number) ? number : (double)NAN;
}

/* Keeps up to MINTU_KEY_STOPS different numbers of the page, rising; one more says that there are many. */
static void note_few(mintu_key_class *class, double number)
{
    size_t place = 0;
    while (place < class->few_count && class->few[place] < number)
        place++;
    if (class->few_count == MINTU_KEY_STOPS || (place < class->few_count && class->few[place] == number))
        return;
    memmove(&class->few[place + 1], &class->few[place], (class->few_count - place) * sizeof *class->few);
    class->few[place] = number;
    class->few_count++;
}

/* What comes of several fields of the row; NaN when it is no number. */
static double computed_number(mintu_key *key, const mintu_style_scope *scope, const mintu_decider *input)
{
    mintu_feature feature = {.zoom = key->zoom, .layer = scope->layer, .row = scope->row, .state = key->state};
    mintu_evaluation evaluation = {.feature = &feature, .pool = &key->scratch};
    mintu_value value;
    bool found = mintu_node_evaluate(input->node, &evaluation, &value) && value.kind == MINTU_KIND_NUMBER;
    double number = found ? value.number : (double)NAN;
    key->steps += evaluation.steps;
    mintu_pool_clear(&key->scratch);
    return number;
}

static void note_number(mintu_key *key, mintu_key_class *class, const mintu_style_scope *scope, bool on_page)
{
    mintu_decider input;
    double number = NAN;
    if (measured_by(class, &input) && input.field_count)
        number = input.field_count == 1 ? field_number(scope, input.fields[0]) : computed_number(key, scope, &input);
    if (!isfinite(number))
        return;
    class->least = fmin(class->least, number);
    class->most = fmax(class->most, number);
    class->whole = class->whole && number == floor(number);
    if (!on_page)
        return;
    class->page_least = fmin(class->page_least, number);
    class->page_most = fmax(class->page_most, number);
    note_few(class, number);
}

static bool is_empty(const mintu_key *key, const mintu_style_scope *scope)
{
    for (size_t i = 0; i < key->fields.field_count; i++) {
        int field = mintu_layer_field_find(scope->layer, key->fields.fields[i]);
        if (field >= 0 && !mintu_layer_is_null(scope->layer, scope->row, (size_t)field))
            return false;
    }
    return key->fields.field_count > 0;
}

/* What no range, value or test is for. */
static bool is_left_over(const mintu_key_class *class)
{
    for (size_t i = 0; i < class->rules.count; i++)
        if (class->rules.items[i].kind != MINTU_RULE_OTHER)
            return false;
    return !class->trace.varying;
}

/* The class of a row. One without a value is never among the others that are left over: it is no data. */
static mintu_key_class *class_of(mintu_key *key, const mintu_trace *trace, bool empty)
{
    mintu_key_class *class = find_class(key, trace, false);
    if (!class)
        class = add_class(key, trace);
    if (!class || !empty || !is_left_over(class))
        return class;
    class = find_class(key, trace, true);
    if (!class && (class = add_class(key, trace)))
        class->none = true;
    return class;
}

bool mintu_key_add(mintu_key *key, const mintu_style_scope *scope, bool on_page, bool counted)
{
    mintu_feature feature = {.zoom = key->zoom, .layer = scope->layer, .row = scope->row, .state = key->state};
    mintu_trace trace;
    trace_feature(key, &feature, &trace);
    bool empty = is_empty(key, scope);
    mintu_key_class *class = class_of(key, &trace, empty);
    mintu_pool_clear(&key->scratch);
    if (!class)
        return false;
    key->features = scope->layer;
    key->rows++;
    if (key->rows == 1 || (on_page && !key->row_on_page))
        key->row = scope->row;
    key->row_on_page = key->row_on_page || on_page;
    if (class->members == 0 || (on_page && class->on_page == 0))
        class->row = scope->row;
    class->members++;
    class->on_page += on_page;
    class->counted += counted;
    class->empty += empty;
    note_number(key, class, scope, on_page);
    return true;
}

static json_t *field_json(const mintu_layer *layer, size_t row, const char *name)
{
    int field = mintu_layer_field_find(layer, name);
    bool empty = field < 0 || mintu_layer_is_null(layer, row, (size_t)field);
    return empty ? NULL : mintu_field_json(layer, row, (size_t)field);
}

/* What the other properties of the layer ask for is taken from one row for all classes, so that the swatches differ only in what
 * the key is about; a class that nothing could be made up for takes all from a member. Text stays a sample word. */
static bool borrow_fields(mintu_key *key, mintu_key_class *class)
{
    bool made_up = class->properties != NULL;
    size_t row = made_up ? key->row : class->row;
    if (!made_up && !mintu_pool_own(&key->pool, class->properties = json_object()))
        return false;
    for (int i = 0; key->features && i < MINTU_PROPERTY_END; i++) {
        mintu_decider input = {0};
        const mintu_node *node = key->layer->properties[i];
        if (!node || i == MINTU_PROPERTY_TEXT_FIELD || !mintu_decider_read(node, &input))
            continue;
        for (size_t j = 0; j < input.field_count; j++) {
            if (made_up && mintu_decider_asks(&key->fields, input.fields[j]))
                continue;
            json_t *value = field_json(key->features, row, input.fields[j]);
            if (value && json_object_set_new(class->properties, input.fields[j], value) != 0)
                return false;
        }
    }
    return true;
}

/* Classes of numbers first, then of other values, then what is left over, then what has no value. */
static int rank_of(const mintu_key_class *class)
{
    int rank = class->trace.varying ? 0 : 4;
    if (class->members && class->empty == class->members)
        return 4;
    for (size_t i = 0; i < class->rules.count; i++) {
        int own = (int)class->rules.items[i].kind;
        rank = rank < own ? rank : own;
    }
    return rank;
}

/* Ranges of one field by their numbers; what differs otherwise as it stands in the document. */
static int compare_classes(const mintu_key_class *one, const mintu_key_class *two, int direction)
{
    int first = rank_of(one), second = rank_of(two);
    if (first != second)
        return first < second ? -1 : 1;
    for (size_t i = 0; i < one->rules.count && i < two->rules.count; i++) {
        const mintu_rule *a = &one->rules.items[i], *b = &two->rules.items[i];
        bool ranges = a->kind == MINTU_RULE_RANGE && b->kind == MINTU_RULE_RANGE && mintu_decider_same(&a->input, &b->input);
        if (!ranges && (a->kind != b->kind || (a->count && b->count && !mintu_value_equals(a->values, b->values))))
            break;
        if (ranges && (a->lower > b->lower || a->lower < b->lower))
            return a->lower < b->lower ? -direction : direction;
        if (ranges && a->lower_open != b->lower_open)
            return b->lower_open ? -direction : direction;
    }
    return mintu_trace_compare(&one->trace, &two->trace);
}

static int by_rising_numbers(const void *a, const void *b)
{
    return compare_classes(a, b, 1);
}

/* A legend reads from the most down, as the eye goes from the map's darkest areas. */
static int by_falling_numbers(const void *a, const void *b)
{
    return compare_classes(a, b, -1);
}

/* Leaves out what the page does not show. A class that no row is in and that holds features without a value, or any that no
 * class is for, is an accident of the expression, and never kept. */
static void drop_unseen(mintu_key *key)
{
    size_t kept = 0;
    bool keep = key->rows == 0 || key->layer->legend_keep;
    for (size_t i = 0; i < key->count; i++)
        if (key->classes[i].on_page > 0 ||
            (keep && (key->rows == 0 ? !key->classes[i].trace.failed : rank_of(&key->classes[i]) < 2)))
            key->classes[kept++] = key->classes[i];
    key->count = kept;
}

bool mintu_key_finish(mintu_key *key, const char *lang)
{
    drop_unseen(key);
    if (key->count)
        qsort(key->classes, key->count, sizeof *key->classes,
              key->layer->legend_rising ? by_rising_numbers : by_falling_numbers);
    for (size_t i = 0; i < key->count; i++) {
        mintu_key_class *class = &key->classes[i];
        if (!borrow_fields(key, class) || !mintu_key_name(key, class, lang))
            return false;
        class->entry.properties = mintu_pool_move(&key->pool, json_dumps(class->properties, JSON_COMPACT));
        class->entry.count = class->counted;
        class->entry.ordered = rank_of(class) == 0;
        if (!class->entry.properties)
            return false;
    }
    return true;
}

size_t mintu_key_count(const mintu_key *key)
{
    return key->count;
}

const mintu_key_entry *mintu_key_at(const mintu_key *key, size_t index)
{
    return index < key->count ? &key->classes[index].entry : NULL;
}

double mintu_key_measure(const mintu_key *key, size_t index, double value)
{
    mintu_decider input;
    double at = measured_by(&key->classes[index], &input) && input.field_count ? mintu_decider_measure(&input, value) : value;
    return isfinite(at) ? at : value;
}

/* A number of several fields comes of the first, the others being 1. */
static void set_fields(json_t *properties, const mintu_decider *input, double value)
{
    double number = value;
    bool rising;
    if (input->field_count > 1 && (!mintu_decider_first(input, value, &number, &rising) || !isfinite(number)))
        number = mintu_decider_flat_end(input, value);
    for (size_t i = 0; i < input->field_count; i++)
        json_object_set_new(properties, input->fields[i], json_real(i == 0 && isfinite(number) ? number : 1));
}

const char *mintu_key_sample(mintu_key *key, size_t index, double value)
{
    mintu_decider input;
    json_t *properties = json_copy(key->classes[index].properties);
    if (properties && measured_by(&key->classes[index], &input) && input.field_count)
        set_fields(properties, &input, value);
    const char *out = mintu_pool_move(&key->pool, json_dumps(properties, JSON_COMPACT));
    json_decref(properties);
    return out;
}
