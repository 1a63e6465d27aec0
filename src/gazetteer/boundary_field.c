#include "gazetteer/boundary_field.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "gazetteer/boundary_names.h"

#include <string.h>

static const char doing[] = N_("importing boundaries");

static const char *const usual_fields[] = {"code", "adcode", "gb",       "id",        "name",   "NAME",      "Name",
                                           "县名", "名称",   "NAME_CHN", "NL_NAME_3", "county", "shapeName", "NAME_3"};

enum { SAMPLE = 300 }; /* rows that say what a field holds */

static mintu_texts sample(const mintu_layer *layer, size_t field)
{
    size_t count = mintu_layer_count(layer);
    return (mintu_texts){layer, field, count, count / SAMPLE + 1};
}

static size_t sample_size(const mintu_texts *texts)
{
    return (texts->count + texts->step - 1) / texts->step;
}

/* Levels whose units a field may name instead, in words. */
static const struct {
    mintu_level level;
    const char *words;
} other_levels[] = {{MINTU_LEVEL_PREFECTURE, N_("names or codes of prefectures, a level too high")},
                    {MINTU_LEVEL_PROVINCE, N_("names or codes of provinces, two levels too high")},
                    {MINTU_LEVEL_TOWNSHIP, N_("names or codes of townships, a level too low")}};

size_t mintu_boundary_field_fits(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, size_t field)
{
    const mintu_texts texts = {file->layer, field, mintu_layer_count(file->layer), 1};
    size_t fits = mintu_boundary_fits(gazetteer, &texts, MINTU_LEVEL_COUNTY);
    for (size_t i = 0; i < sizeof other_levels / sizeof *other_levels && fits > 0; i++)
        if (mintu_boundary_fits(gazetteer, &texts, other_levels[i].level) > fits)
            fits = 0; /* some prefectures of today were counties once */
    return fits;
}

static bool is_fitting(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, size_t field)
{
    return 2 * mintu_boundary_field_fits(gazetteer, file, field) > mintu_layer_count(file->layer);
}

/* Of what kind a text is that names no unit. */
typedef enum kind { KIND_EMPTY = 0, KIND_NUMBER, KIND_LATIN, KIND_OTHER, KINDS } kind;

static kind kind_of(const char *text)
{
    size_t digits = 0, size = strlen(text);
    for (size_t i = 0; i < size; i++) {
        digits += mintu_ascii_is_digit(text[i]);
        if ((unsigned char)text[i] >= 0x80)
            return KIND_OTHER;
    }
    return size == 0 ? KIND_EMPTY : digits == size ? KIND_NUMBER : KIND_LATIN;
}

/* What most of the texts are, in words. */
static const char *describe(const mintu_gazetteer *gazetteer, const mintu_texts *texts)
{
    static const char *const words[KINDS] = {N_("mostly nothing"), N_("numbers or codes that no unit of the data package has"),
                                             N_("words in Latin letters that no unit of the data package is called by"),
                                             N_("texts that no unit of the data package is called by")};
    for (size_t i = 0; i < sizeof other_levels / sizeof *other_levels; i++)
        if (2 * mintu_boundary_fits(gazetteer, texts, other_levels[i].level) > sample_size(texts))
            return other_levels[i].words;
    size_t counts[KINDS] = {0}, most = 0;
    for (size_t i = 0; i < texts->count; i += texts->step)
        counts[kind_of(mintu_layer_text(texts->layer, i, texts->field))]++;
    for (size_t i = 1; i < KINDS; i++)
        most = counts[i] > counts[most] ? i : most;
    return words[most];
}

static void add_names(const mintu_layer *layer, mintu_buffer *out)
{
    for (size_t i = 0; i < mintu_layer_field_count(layer); i++)
        mintu_buffer_format(out, "%s%s", i ? ", " : "", mintu_layer_field_name(layer, i));
    if (mintu_layer_field_count(layer) == 0)
        mintu_buffer_text(out, "(none)");
}

/* The field that fits best, where one fits in most rows, else where the polygons of another level have their names. */
static void add_advice(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, mintu_buffer *out)
{
    size_t best = 0, most = 0;
    for (size_t i = 0; i < mintu_layer_field_count(file->layer); i++) {
        const mintu_texts texts = sample(file->layer, i);
        size_t fits = mintu_boundary_fits(gazetteer, &texts, MINTU_LEVEL_COUNTY);
        if (fits > most && 2 * fits > sample_size(&texts)) {
            most = fits;
            best = i;
        }
    }
    if (most)
        mintu_buffer_format(out, mintu_message("the field %s fits in most rows"), mintu_layer_field_name(file->layer, best));
    else
        mintu_buffer_text(out, mintu_message("no field fits in most rows; give polygons of counties"));
}

static mintu_status finish(const mintu_polygon_file *file, mintu_buffer *text, mintu_error *error)
{
    mintu_status status = text->failed ? mintu_fail_memory(error, doing)
                                       : mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = file->path}, "%s: %s",
                                                       mintu_message(doing), text->data);
    mintu_buffer_free(text);
    return status;
}

/* The first text of the field, shortened. */
static void add_example(const mintu_layer *layer, size_t field, mintu_buffer *out)
{
    enum { SHOWN = 60 };
    size_t row = 0, count = mintu_layer_count(layer);
    while (row < count && !mintu_layer_text(layer, row, field)[0])
        row++;
    const char *text = row < count ? mintu_layer_text(layer, row, field) : "";
    if (*text)
        mintu_buffer_format(out, mintu_message(", such as \"%.*s\""),
                            (int)(strlen(text) > SHOWN ? mintu_utf8_cut(text, SHOWN) : strlen(text)), text);
}

mintu_status mintu_boundary_field_fail(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, size_t field,
                                       mintu_error *error)
{
    mintu_buffer text = {0};
    const mintu_texts texts = sample(file->layer, field);
    mintu_buffer_format(
        &text, mintu_message("none of %zu rows has a county-level unit in the field %s, which was read: it holds %s"),
        mintu_layer_count(file->layer), mintu_layer_field_name(file->layer, field), mintu_message(describe(gazetteer, &texts)));
    add_example(file->layer, field, &text);
    mintu_buffer_text(&text, "; ");
    add_advice(gazetteer, file, &text);
    mintu_buffer_text(&text, mintu_message("; its fields: "));
    add_names(file->layer, &text);
    return finish(file, &text, error);
}

/* Polygons of another level are told by the field that names them. */
static void add_level(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, mintu_buffer *out)
{
    static const char *const words[] = {[MINTU_LEVEL_PROVINCE] = N_("provinces"),
                                        [MINTU_LEVEL_PREFECTURE] = N_("prefectures"),
                                        [MINTU_LEVEL_TOWNSHIP] = N_("townships")};
    static const mintu_level levels[] = {MINTU_LEVEL_PREFECTURE, MINTU_LEVEL_PROVINCE, MINTU_LEVEL_TOWNSHIP};
    for (size_t i = 0; i < mintu_layer_field_count(file->layer); i++) {
        const mintu_texts texts = sample(file->layer, i);
        for (size_t j = 0; j < sizeof other_levels / sizeof *other_levels; j++)
            if (2 * mintu_boundary_fits(gazetteer, &texts, levels[j]) > sample_size(&texts)) {
                mintu_buffer_format(out, mintu_message("; the field %s names %s: give polygons of counties"),
                                    mintu_layer_field_name(file->layer, i), mintu_message(words[levels[j]]));
                return;
            }
    }
}

static mintu_status fail_field(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, const char *wanted,
                               mintu_error *error)
{
    mintu_buffer text = {0};
    if (wanted)
        mintu_buffer_format(&text, mintu_message("the file has no field `%s`; expected one of its fields: "), wanted);
    else
        mintu_buffer_text(
            &text, mintu_message("no field names county-level units of this data package in most rows; expected their names or "
                                 "codes in one of the fields: "));
    add_names(file->layer, &text);
    if (!wanted) {
        add_level(gazetteer, file, &text);
        mintu_buffer_text(&text, "; name the field of the units");
    }
    return finish(file, &text, error);
}

mintu_status mintu_boundary_field(const mintu_gazetteer *gazetteer, const mintu_polygon_file *file, const char *wanted,
                                  mintu_error *error, size_t *out)
{
    const mintu_layer *layer = file->layer;
    int field = wanted ? mintu_layer_field_find(layer, wanted) : -1;
    for (size_t i = 0; !wanted && field < 0 && i < sizeof usual_fields / sizeof usual_fields[0]; i++) {
        field = mintu_layer_field_find(layer, usual_fields[i]);
        if (field >= 0 && !is_fitting(gazetteer, file, (size_t)field))
            field = -1;
    }
    for (size_t i = 0; !wanted && field < 0 && i < mintu_layer_field_count(layer); i++)
        if (is_fitting(gazetteer, file, i))
            field = (int)i;
    if (field < 0)
        return fail_field(gazetteer, file, wanted, error);
    *out = (size_t)field;
    return MINTU_STATUS_OK;
}
