#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"
#include "cli/options.h"
#include "console/arguments.h"
#include "console/language.h"
#include "console/layer_get.h"
#include "console/print_layer.h"
#include "console/say.h"
#include "console/session.h"
#include "console/unread_rows.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const methods[] = {"equal", "quantile", "natural", "head-tail", "deviation", "manual", NULL};

static mintu_status usage(mintu_error *error, const char *option, const char *expected)
{
    return cli_usage(error, "--%s: expected %s", option, cli_text(expected));
}

/* Rising numbers with commas between them; the classes are one fewer. */
static mintu_status read_limits(const cli_arguments *arguments, double *limits, mintu_classify_options *options,
                                mintu_error *error)
{
    const char *text = cli_option_value(arguments, "limits");
    size_t count = 0;
    if ((text != NULL) != (options->method == MINTU_CLASSIFY_MANUAL))
        return usage(error, "limits", N_("with --method manual, and only with it, numbers such as 0,100,200"));
    while (text && *text) {
        const char *end;
        if (count > MINTU_CLASSES)
            return usage(error, "limits", N_("at most 21 numbers"));
        limits[count] = mintu_number_read(text, &end);
        if (end == text || !isfinite(limits[count]) || (*end && *end != ',') || (*end == ',' && !end[1]))
            return usage(error, "limits", N_("numbers with commas between them, such as 0,100,200"));
        count++;
        text = *end ? end + 1 : end;
    }
    if (!text)
        return MINTU_STATUS_OK;
    if (count < 2)
        return usage(error, "limits", N_("at least two numbers, such as 0,100"));
    options->limits = limits;
    options->classes = count - 1;
    return MINTU_STATUS_OK;
}

static mintu_status read_options(const cli_arguments *arguments, double *limits, mintu_classify_options *options,
                                 mintu_error *error)
{
    static const double bounds[] = {1, MINTU_CLASSES};
    int method = cli_option_choice(arguments, "method", methods, MINTU_CLASSIFY_NATURAL, error);
    double classes = cli_option_number(arguments, "classes", bounds, 5, error);
    if (error->status != MINTU_STATUS_OK)
        return error->status;
    if (floor(classes) < classes)
        return usage(error, "classes", N_("a whole number from 1 to 20"));
    *options = (mintu_classify_options){.method = (mintu_classify_method)method, .classes = (size_t)classes};
    return read_limits(arguments, limits, options, error);
}

/* A field without any value, of a file that may have no rows at all. */
static mintu_status fail_empty(const char *path, const mintu_layer *layer, size_t field, mintu_error *error)
{
    const char *name = mintu_layer_field_name(layer, field);
    if (mintu_layer_count(layer) == 0)
        cli_usage(error, "%s: classifying the field %s: the file has no rows, so that there is no number", path, name);
    else
        cli_usage(error, "%s: classifying the field %s: none of its %zu rows has a value there", path, name,
                  mintu_layer_count(layer));
    return error->status = MINTU_STATUS_INPUT; /* the field is there, the numbers are not */
}

/* A field of texts, with the first that is no number. */
static mintu_status fail_texts(const char *path, const mintu_layer *layer, size_t field, mintu_error *error)
{
    size_t row = 0;
    while (row < mintu_layer_count(layer) &&
           (mintu_layer_is_null(layer, row, field) || !isnan(mintu_layer_number(layer, row, field))))
        row++;
    for (size_t i = 0; i < mintu_layer_count(layer) && row == mintu_layer_count(layer); i++)
        row = mintu_layer_is_null(layer, i, field) ? row : i; /* digits, which are codes */
    if (row == mintu_layer_count(layer))
        return fail_empty(path, layer, field, error);
    char text[41] = "", place[80];
    snprintf(text, sizeof text, "%s", mintu_layer_text(layer, row, field));
    for (size_t size = strlen(text); size > 0 && strlen(text) == 40 && (text[size - 1] & 0x80); size--)
        text[size - 1] = '\0'; /* the last character may be cut */
    mintu_layer_row_place(layer, row, place, sizeof place);
    return cli_usage(
        error, "--field: %s: the field %s holds texts, such as \"%s\" (%s); expected one of the layer's fields of numbers",
        path, mintu_layer_field_name(layer, field), text, place);
}

/* No field, or none of the name: those that there are. */
static mintu_status fail_field(const char *path, const mintu_layer *layer, const char *field, mintu_error *error)
{
    char list[400] = "";
    size_t used = 0, count = mintu_layer_field_count(layer);
    for (size_t i = 0; i < count; i++) {
        const char *name = mintu_layer_field_name(layer, i);
        if (used + strlen(name) + 8 > sizeof list) {
            snprintf(list + used, sizeof list - used, ", …");
            break;
        }
        used += (size_t)snprintf(list + used, sizeof list - used, i ? ", %s" : "%s", name);
    }
    if (!field)
        return cli_usage(error, "--field: expected the name of one of the fields of numbers of %s: %s", path, list);
    return cli_usage(error, "--field: %s: the layer has no field \"%.80s\"; it has: %s", path, field, count ? list : "none");
}

/* Texts that are numbers as people write them are read as such, whichever file they are in. */
static mintu_status find_numbers(const cli_arguments *arguments, const cli_session *session, mintu_layer *layer,
                                 mintu_error *error, int *out)
{
    const char *field = cli_option_value(arguments, "field");
    *out = field ? mintu_layer_field_find(layer, field) : -1;
    return *out < 0 ? fail_field(arguments->operands[0], layer, field, error)
                    : mintu_layer_numbers_read(session->context, layer, (size_t)*out, error);
}

static mintu_status classify(const char *path, const mintu_layer *layer, int at, const mintu_classify_options *options,
                             mintu_error *error, mintu_classes *out)
{
    size_t count = mintu_layer_count(layer);
    if (mintu_layer_field_type(layer, (size_t)at) == MINTU_FIELD_TYPE_TEXT)
        return fail_texts(path, layer, (size_t)at, error);
    double *values = calloc(count + 1, sizeof *values);
    if (!values)
        return cli_fail_memory(error, "classifying");
    size_t features = 0;
    for (size_t row = 0; row < count; row++)
        if (!mintu_layer_is_further(layer, row))
            values[features++] = mintu_layer_number(layer, row, (size_t)at);
    mintu_status status = mintu_classify(values, features, options, error, out);
    free(values);
    return status;
}

static mintu_status make_table(mintu_context *context, const mintu_classes *classes, mintu_error *error, mintu_layer **out)
{
    static const char *const fields[] = {"class", "lower", "upper", "count"};
    mintu_status status = mintu_layer_new(context, "classes", error, out);
    for (size_t i = 0; i < 4 && status == MINTU_STATUS_OK; i++)
        status = mintu_layer_field_add(*out, fields[i], i % 3 ? MINTU_FIELD_TYPE_REAL : MINTU_FIELD_TYPE_INTEGER, error);
    for (size_t i = 0; i < classes->count && status == MINTU_STATUS_OK; i++) {
        const double values[] = {(double)i + 1, classes->limits[i], classes->limits[i + 1], (double)classes->members[i]};
        status = mintu_layer_append(*out, error);
        for (size_t field = 0; field < 4 && status == MINTU_STATUS_OK; field++)
            status = mintu_layer_number_set(*out, i, field, values[field], error);
    }
    return status;
}

static void print_number(FILE *out, double value)
{
    char text[48];
    mintu_number_shortest(value, text);
    fputs(text, out);
}

static void print_text(FILE *out, const char *text, size_t size)
{
    fputc('"', out);
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x20)
            fprintf(out, "\\u%04x", c);
        else if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

/* Output of a class: its colour, or its number from 1. Moves on in the list of colours. */
static void print_output(FILE *out, const char **colours, size_t number)
{
    if (!*colours) {
        fprintf(out, "%zu", number);
        return;
    }
    size_t size = strcspn(*colours, ",");
    print_text(out, *colours, size);
    *colours += size + ((*colours)[size] == ',');
}

static void print_bound(FILE *out, const char *operator, const char * field, double limit)
{
    fprintf(out, ",[\"%s\",[\"get\",", operator);
    print_text(out, field, strlen(field));
    fputs("],", out);
    print_number(out, limit);
    fputc(']', out);
}

/* What has no number, or is outside manual limits, has an output of its own, never that of the lowest class. */
static void print_expression(FILE *out, const cli_arguments *arguments, const mintu_classes *classes)
{
    const char *colours = cli_option_value(arguments, "colours"), *field = cli_option_value(arguments, "field");
    const char *end = colours ? "],\"#d9d9d9\"]" : "],-1]";
    fputs("[\"case\",[\"all\",[\"==\",[\"typeof\",[\"get\",", out);
    print_text(out, field, strlen(field));
    fputs("]],\"number\"]", out);
    if (cli_option_value(arguments, "limits")) {
        print_bound(out, ">=", field, classes->limits[0]);
        print_bound(out, "<=", field, classes->limits[classes->count]);
    }
    fputs("],[\"step\",[\"get\",", out);
    print_text(out, field, strlen(field));
    fputs("],", out);
    print_output(out, &colours, 1);
    for (size_t i = 1; i < classes->count; i++) {
        fputc(',', out);
        print_number(out, classes->limits[i]);
        fputc(',', out);
        print_output(out, &colours, i + 1);
    }
    fputs(end, out);
}

static mintu_status print_step(const cli_arguments *arguments, const mintu_classes *classes, mintu_error *error)
{
    const char *colours = cli_option_value(arguments, "colours");
    size_t given = 1, size = 0;
    char *text = NULL;
    for (const char *at = colours; at && *at; at++)
        given += *at == ',';
    if (cli_option_value(arguments, "output"))
        return usage(error, "output", N_("a table; --step prints to standard output, so write > FILE"));
    if (colours && given != classes->count) {
        char expected[96];
        snprintf(expected, sizeof expected, cli_text("%zu colours with commas between them, one for each class"),
                 classes->count);
        return usage(error, "colours", expected);
    }
    FILE *stream = open_memstream(&text, &size);
    if (stream)
        print_expression(stream, arguments, classes);
    mintu_status status = stream && fclose(stream) == 0 ? cli_result(text, error) : cli_fail_memory(error, "classifying");
    free(text);
    return status;
}

static void tell(const cli_arguments *arguments, const mintu_layer *layer, size_t field, const mintu_classes *classes,
                 size_t asked)
{
    char rows[CLI_UNREAD_ROWS];
    cli_note(arguments, "goodness of variance fit %.4f; %zu different values, %zu that another one equals", classes->fit,
             classes->different, classes->tied);
    if (classes->count < asked)
        cli_note(arguments, "%zu classes, not %zu: the values give no more", classes->count, asked);
    if (classes->empty)
        cli_note(arguments, "%zu classes are empty", classes->empty);
    if (classes->no_data)
        cli_note(arguments, "%zu feature%s no number and %s in no class%s", classes->no_data,
                 classes->no_data > 1 ? "s have" : " has", classes->no_data > 1 ? "are" : "is",
                 cli_unread_rows(layer, field, rows));
    if (classes->outside)
        cli_note(arguments, "%zu values are outside the limits and in no class", classes->outside);
}

static mintu_status print(const cli_arguments *arguments, const cli_session *session, const mintu_classes *classes,
                          mintu_error *error)
{
    mintu_layer *table = NULL;
    if (cli_option_value(arguments, "step"))
        return print_step(arguments, classes, error);
    mintu_status status = make_table(session->context, classes, error, &table);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_print(session->context, arguments, table, error);
    mintu_layer_free(table);
    return status;
}

static mintu_status run(const cli_arguments *arguments, mintu_error *error)
{
    double limits[MINTU_CLASSES + 1];
    mintu_classify_options options = {0};
    mintu_classes classes = {0};
    mintu_layer *layer = NULL;
    cli_session session;
    read_options(arguments, limits, &options, error);
    int date = cli_option_date(arguments, "as-of", 0, error);
    mintu_status status = cli_session_open(arguments, error, &session);
    if (status == MINTU_STATUS_OK)
        status = cli_layer_open(arguments, &session, arguments->operands[0], date, error, &layer);
    int field = -1;
    if (status == MINTU_STATUS_OK)
        status = find_numbers(arguments, &session, layer, error, &field);
    if (status == MINTU_STATUS_OK)
        status = classify(arguments->operands[0], layer, field, &options, error, &classes);
    if (status == MINTU_STATUS_OK)
        status = print(arguments, &session, &classes, error);
    if (status == MINTU_STATUS_OK)
        tell(arguments, layer, (size_t)field, &classes, options.classes);
    mintu_layer_free(layer);
    cli_session_close(&session);
    return status;
}

const cli_command cli_classify = {
    .name = "classify",
    .operands = "LAYER",
    .summary = "classes of a field's numbers, as a table or a step expression for a style",
    .description =
        {"One row per class: class, lower, upper, count. A class holds lower <= value < upper, the last one its upper limit "
         "too. Features without a number are in no class. Goodness of fit, ties, empty classes and features without a number "
         "are said on standard error.",
         "--method natural (default) is the least sum of squares within classes, found exactly; equal intervals; quantile; "
         "head-tail; deviation (a standard deviation wide); manual with --limits. The last three may give another number of "
         "classes than asked for.",
         "--step prints an expression of the MapLibre Style Specification instead, whose outputs are the numbers of classes "
         "from 1, or --colours; features without a number, or outside manual "
         "limits, get -1 or grey (#d9d9d9).",
         "LAYER is a layer of the data package, a computed one, or a file with a . or / in its name."},
    .options = {{"field", 0, "FIELD", "Field of numbers to classify; must be given"},
                {"method", 0, "natural|equal|quantile|head-tail|deviation|manual", "How classes are made; natural by default"},
                {"classes", 0, "N", "Number of classes, 1 to 20; 5 by default"},
                {"limits", 0, "LIST", "Limits for --method manual, rising, such as 0,100,200"},
                {"step", 0, NULL, "Print a step expression instead"},
                {"colours", 0, "LIST", "Colours of the step expression, one per class, such as #ffffd4,#fe9929"},
                CLI_OPTION_AS_OF,
                CLI_OPTION_MISSING,
                CLI_OPTION_HEADER_ROW,
                CLI_OPTION_FORMAT,
                CLI_OPTION_JSON,
                CLI_OPTION_OUTPUT,
                CLI_OPTION_BOM},
    .examples = {"mintu classify quota-counties --field mu --classes 3", "classes of counties by their land quota",
                 "mintu classify join-counties --field named --method quantile --classes 4 --step",
                 "for fill-color in a style"},
    .files = {{"", CLI_READ_LAYER, NULL}},
    .operands_min = 1,
    .operands_max = 1,
    .run = run,
};
