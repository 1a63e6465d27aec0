/* match: labels are sorted once, so that a long table costs no more than a short one. */
#include "expression/operator_match.h"

#include "expression/expression_parser.h"
#include "expression/operator_group.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* One label; value.kind is the same for all of them. */
typedef struct label {
    mintu_value value;
    size_t branch; /* argument that is the answer */
} label;

typedef struct label_table {
    size_t count;
    label labels[];
} label_table;

static int compare_values(const mintu_value *a, const mintu_value *b)
{
    if (a->kind == MINTU_KIND_STRING)
        return strcmp(a->text, b->text);
    return (a->number > b->number) - (a->number < b->number);
}

static int compare_labels(const void *a, const void *b)
{
    const label *first = a, *second = b;
    int order = compare_values(&first->value, &second->value);
    return order ? order : (first->branch > second->branch) - (first->branch < second->branch);
}

static int compare_key(const void *key, const void *entry)
{
    return compare_values(key, &((const label *)entry)->value);
}

static bool choose_branch(const mintu_node *node, mintu_evaluation *evaluation, size_t *out)
{
    const label_table *table = node->detail;
    const label *found = NULL;
    mintu_value input;
    if (!mintu_node_argument(node, 0, evaluation, &input))
        return false;
    if (table->count && table->labels[0].value.kind == input.kind)
        found = bsearch(&input, table->labels, table->count, sizeof(label), compare_key);
    *out = found ? found->branch : node->count - 1;
    return true;
}

bool mintu_match_label(const mintu_node *node, size_t index, mintu_value *value, size_t *branch)
{
    const label_table *table = node->detail;
    if (index >= table->count)
        return false;
    *value = table->labels[index].value;
    *branch = table->labels[index].branch;
    return true;
}

/* Labels of the array: a label or an array of labels in every second place. */
static size_t count_labels(const json_t *array)
{
    size_t count = 0;
    for (size_t i = 2; i + 1 < json_array_size(array); i += 2) {
        const json_t *labels = json_array_get(array, i);
        count += json_is_array(labels) ? json_array_size(labels) : 1;
    }
    return count;
}

static bool add_label(mintu_parser *parser, const json_t *json, size_t place, label_table *table)
{
    label *next = &table->labels[table->count];
    double number = json_number_value(json);
    if (!json_is_string(json) && !json_is_number(json))
        mintu_parser_fail_at(parser, place, "Branch labels must be numbers or strings.");
    else if (fabs(number) > 9007199254740991.0)
        mintu_parser_fail_at(parser, place, "Branch labels must be integers no larger than 9007199254740991.");
    else if (number != floor(number))
        mintu_parser_fail_at(parser, place, "Numeric branch labels must be integer values.");
    else if (!mintu_value_from_json(parser->pool, json, &next->value))
        mintu_parser_fail_memory(parser);
    else if (table->count)
        mintu_parser_check(parser, place, mintu_type_of_kind(table->labels[0].value.kind),
                           mintu_type_of_kind(next->value.kind));
    next->branch = place / 2;
    table->count++;
    return parser->status == MINTU_STATUS_OK;
}

static bool add_labels(mintu_parser *parser, const json_t *array, size_t place, label_table *table)
{
    const json_t *labels = json_array_get(array, place);
    if (!json_is_array(labels))
        return add_label(parser, labels, place, table);
    if (json_array_size(labels) == 0)
        mintu_parser_fail_at(parser, place, "Expected at least one branch label.");
    for (size_t i = 0; i < json_array_size(labels) && parser->status == MINTU_STATUS_OK; i++)
        add_label(parser, json_array_get(labels, i), place, table);
    return parser->status == MINTU_STATUS_OK;
}

static bool sort_labels(mintu_parser *parser, label_table *table)
{
    qsort(table->labels, table->count, sizeof(label), compare_labels);
    for (size_t i = 1; i < table->count; i++)
        if (compare_values(&table->labels[i - 1].value, &table->labels[i].value) == 0) {
            mintu_parser_fail_at(parser, 2 * table->labels[i].branch, "Branch labels must be unique.");
            return false;
        }
    return true;
}

/* Arguments of the node: the input, an answer for each branch, and the answer for anything else. */
static bool parse_answers(mintu_parser *parser, const json_t *array, mintu_node *node)
{
    for (size_t i = 1; i < node->count; i++) {
        size_t place = i + 1 < node->count ? 2 * i + 1 : json_array_size(array) - 1;
        if (!mintu_parser_argument(parser, array, place, node->type, &node->arguments[i]))
            return false;
        node->type = node->type ? node->type : node->arguments[i]->type;
    }
    return true;
}

static mintu_node *parse_match(mintu_parser *parser, const json_t *array, const mintu_operator *operation)
{
    size_t size = json_array_size(array);
    if (!mintu_parser_check_count(parser, array, 4, true))
        return NULL;
    mintu_node *node = mintu_parser_node(parser, operation, (size + 1) / 2);
    label_table *table = node ? mintu_parser_take(parser, sizeof *table + count_labels(array) * sizeof(label)) : NULL;
    for (size_t place = 2; table && place + 1 < size; place += 2)
        if (!add_labels(parser, array, place, table))
            return NULL;
    if (!table || !sort_labels(parser, table))
        return NULL;
    node->detail = table;
    node->type = mintu_parser_known_type(parser);
    if (!mintu_parser_argument(parser, array, 1, &MINTU_TYPE_VALUE, &node->arguments[0]) || !parse_answers(parser, array, node))
        return NULL;
    const mintu_type *input = node->arguments[0]->type;
    bool fits = input->kind == MINTU_KIND_VALUE ||
                mintu_parser_check(parser, 1, mintu_type_of_kind(table->labels[0].value.kind), input);
    return fits ? node : NULL;
}

const mintu_operator MINTU_OPERATORS_MATCH[] = {
    {"match", parse_match, .choose = choose_branch},
    {0},
};
