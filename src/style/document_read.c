/* A style document from its text, and what the public header asks of it. */
#include "base/argument.h"
#include "base/file.h"
#include "format/json_locate.h"
#include "style/layer_read.h"
#include "style/layout.h"
#include "style/overlay.h"
#include "style/source_read.h"
#include "style/spec_value.h"
#include "style/sprite_read.h"
#include "style/state.h"

#include <stdlib.h>
#include <string.h>

static bool read_metadata(mintu_parser *parser, void *into, const json_t *json)
{
    static const mintu_object_member members[] = {
        {"mintu:layout", NULL, mintu_style_read_layout}, {"mintu:files", "object", mintu_style_read_files}, {0}};
    if (!json_is_object(json))
        return mintu_parser_remark(parser, NULL, "\"metadata\" is no object and is ignored");
    return mintu_parser_read_members(parser, json, NULL, members, into);
}

/* What a running map needs and print does not: it has to be valid. */
static bool read_running(mintu_parser *parser, void *into, const json_t *json)
{
    (void)into;
    return mintu_spec_check(parser, mintu_spec_find(mintu_spec_rows("root"), parser->path->key), MINTU_SPEC_MEMBER, json);
}

/* The same, and whoever wrote it may miss it. */
static bool read_left_out(mintu_parser *parser, void *into, const json_t *json)
{
    return read_running(parser, into, json) && mintu_parser_remark(parser, NULL, "print has no \"%s\"", parser->path->key);
}

static bool read_view(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    *(strcmp(parser->path->key, "pitch") == 0 ? &style->pitch : &style->bearing) = json_number_value(json);
    return read_running(parser, into, json);
}

static bool read_root(mintu_parser *parser, mintu_style *style)
{
    static const mintu_object_member members[] = {
        {.key = "version"},
        {"name", "string", NULL},
        {"metadata", NULL, read_metadata},
        {"state", "object", mintu_style_read_state},
        {"sprite", NULL, mintu_style_read_sprite},
        {"sources", "object", mintu_style_read_sources},
        {"layers", NULL, mintu_style_read_layers},
        {"center", NULL, read_running},
        {"zoom", NULL, read_running},
        {"bearing", NULL, read_view},
        {"pitch", NULL, read_view},
        {"centerAltitude", NULL, read_left_out},
        {"roll", NULL, read_left_out},
        {"glyphs", NULL, read_left_out},
        {"font-faces", NULL, read_left_out},
        {"light", NULL, read_left_out},
        {"sky", NULL, read_left_out},
        {"terrain", NULL, read_left_out},
        {"projection", NULL, read_left_out},
        {"transition", NULL, read_left_out},
        {.key = "*"},
        {0},
    };
    const json_t *root = style->root, *version = json_object_get(root, "version");
    if (!json_is_object(root))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "a style document must be an object");
    if (!version || !json_is_integer(version))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, version ? "version" : NULL,
                                 "the document needs \"version\": 8, the version of the style specification%s",
                                 json_object_get(root, "sources") || json_object_get(root, "layers")
                                     ? ""
                                     : ", \"sources\" and \"layers\": it is none of a style");
    if (json_integer_value(version) != 8)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, "version",
                                 "version %lld of the style specification is not supported; expected 8",
                                 (long long)json_integer_value(version));
    const char *name = json_string_value(json_object_get(root, "name"));
    style->name = name ? name : "";
    if (!json_object_get(root, "layers"))
        return mintu_parser_note(parser, MINTU_STATUS_INPUT, NULL, "the document has no \"layers\"");
    return mintu_parser_read_members(parser, root, "a style", members, style);
}

/* A text being read, and who hears of its findings. */
typedef struct reading {
    const char *text, *source;
    size_t size;
    const mintu_style_changes *changes; /* or NULL */
    mintu_style_finding_fn *hear;       /* NULL: the first finding ends the reading */
    void *user;
    mintu_error first;
    size_t count;
} reading;

/* To find line and column the text is gone through again each time, so there is an end to it. */
enum { FINDINGS_MOST = 100 };

static mintu_status report(const mintu_parser *parser, const reading *in, mintu_error *error)
{
    if (parser->status == MINTU_STATUS_OK)
        return MINTU_STATUS_OK;
    if (parser->status == MINTU_STATUS_MEMORY)
        return mintu_fail_memory(error, "reading the style");
    mintu_where where = mintu_json_locate(in->source, in->text, in->size, parser->pointer);
    return mintu_fail_at(error, parser->status, where, "reading the style, at %s: %s",
                         parser->pointer[0] ? parser->pointer : "its root", parser->text);
}

/* What is invalid weighs more than what is not supported, and a remark nothing. */
static void hear(mintu_parser *parser)
{
    reading *in = parser->listener;
    mintu_error finding = {0};
    bool remark = parser->status == MINTU_STATUS_FINDINGS;
    if (in->count++ >= FINDINGS_MOST && remark)
        return;
    report(parser, in, &finding);
    if (remark) {
        in->hear(&finding, in->user);
        return;
    }
    if (in->first.status == MINTU_STATUS_OK || (in->first.status > finding.status))
        in->first = finding;
    in->hear(&finding, in->user);
}

static mintu_status finish(mintu_parser *parser, reading *in, mintu_error *error)
{
    if (in->hear && parser->status != MINTU_STATUS_MEMORY) {
        mintu_parser_recover(parser);
        if (error)
            *error = in->first;
        return in->first.status;
    }
    return report(parser, in, error);
}

static const char *base_name(mintu_pool *pool, const char *source)
{
    const char *slash = strrchr(source, '/'), *name = strcmp(source, "-") == 0 ? "" : slash ? slash + 1 : source;
    return mintu_pool_copy(pool, name, strlen(name));
}

/* The document without the data that sources have in it, which is not for jansson. */
static mintu_status read_json(mintu_style *style, const reading *in, mintu_error *error)
{
    const mintu_inline_text text = {in->text, in->source, in->size};
    mintu_inline_data *inside = NULL;
    mintu_buffer rest = {0};
    mintu_status status = mintu_inline_data_take(&text, &style->pool, error, &rest, &inside);
    style->inside = inside;
    if (status == MINTU_STATUS_OK)
        status = mintu_json_parse(rest.data, rest.size, in->source, error, &style->root);
    mintu_buffer_free(&rest);
    return status == MINTU_STATUS_OK && in->changes ? mintu_overlay(style->root, in->changes, error) : status;
}

static mintu_status build(mintu_style *style, reading *in, mintu_error *error)
{
    mintu_parser parser = {.pool = &style->pool,
                           .document = true,
                           .hear = in->hear ? hear : NULL,
                           .remark = in->hear ? hear : NULL,
                           .sprite = &style->sprite,
                           .listener = in};
    mintu_status status = read_json(style, in, error);
    if (status != MINTU_STATUS_OK)
        return status;
    style->layout = (mintu_layout){.crs = "",
                                   .legend.anchor = "",
                                   .legend.prefer = "",
                                   .scale_bar.anchor = "",
                                   .north_arrow.anchor = "",
                                   .inset.anchor = ""};
    style->run = mintu_pool_take(&style->pool, sizeof *style->run);
    style->folder = mintu_pool_move(&style->pool, mintu_path_folder(in->source));
    style->file = base_name(&style->pool, in->source);
    if (!style->run || !style->folder || !style->file || !read_root(&parser, style))
        mintu_parser_fail_memory(&parser); /* stays behind any failure that was noted */
    return finish(&parser, in, error);
}

static mintu_status parse(reading *in, mintu_error *error, mintu_style **out)
{
    *out = NULL;
    mintu_style *style = calloc(1, sizeof *style);
    if (!style)
        return mintu_fail_memory(error, "reading the style");
    mintu_status status = build(style, in, error);
    if (status == MINTU_STATUS_OK)
        *out = style;
    else
        mintu_style_free(style);
    return status;
}

mintu_status mintu_style_parse(const char *text, size_t size, const char *source, mintu_error *error, mintu_style **out)
{
    if (MINTU_GIVEN_OUT(error, out, text))
        return MINTU_STATUS_USAGE;
    reading in = {.text = text, .size = size, .source = source ? source : ""};
    return parse(&in, error, out);
}

/* Larger files are no styles: the data belongs into files of its own. */
#define STYLE_BYTES_MOST MINTU_MEBIBYTES(64)

static mintu_status load(const char *path, reading *in, mintu_error *error, mintu_style **out)
{
    mintu_buffer file = {0};
    *out = NULL;
    mintu_status status = mintu_file_read(path, "reading the style", (mintu_file_bounds){STYLE_BYTES_MOST, true}, error, &file);
    in->text = file.data ? file.data : "";
    in->size = file.size;
    in->source = path;
    if (status == MINTU_STATUS_OK)
        status = parse(in, error, out);
    mintu_buffer_free(&file);
    return status;
}

mintu_status mintu_style_load(const char *path, mintu_error *error, mintu_style **out)
{
    if (MINTU_GIVEN_OUT(error, out, path))
        return MINTU_STATUS_USAGE;
    reading in = {0};
    return load(path, &in, error, out);
}

mintu_status mintu_style_load_changed(const char *path, const mintu_style_changes *changes, mintu_error *error,
                                      mintu_style **out)
{
    if (MINTU_GIVEN_OUT(error, out, path) || MINTU_RESERVED_ZERO(error, changes))
        return MINTU_STATUS_USAGE;
    reading in = {.changes = changes};
    return load(path, &in, error, out);
}

static void hear_nothing(const mintu_error *finding, void *user)
{
    (void)finding;
    (void)user;
}

mintu_status mintu_style_check(const char *path, mintu_style_finding_fn *hear_finding, void *user, mintu_error *error)
{
    if (MINTU_GIVEN(error, path))
        return MINTU_STATUS_USAGE;
    reading in = {.hear = hear_finding ? hear_finding : hear_nothing, .user = user};
    mintu_style *style = NULL;
    mintu_status status = load(path, &in, error, &style);
    mintu_style_free(style);
    return status;
}

void mintu_style_free(mintu_style *style)
{
    if (!style)
        return;
    mintu_pool_free(&style->pool);
    json_decref(style->root);
    free(style->sprite.images);
    free(style);
}
