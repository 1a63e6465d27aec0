#include "style/sprite_read.h"

#include "base/array.h"
#include "base/error.h"
#include "base/file.h"
#include "base/path_beneath.h"
#include "format/json.h"
#include "style/spec_value.h"
#include "style/sprite.h"

#include <stdlib.h>
#include <string.h>

static const char doing[] = N_("reading the sprite");
enum { INDEX_BYTES_MOST = 4 << 20, IMAGES_MOST = 10000, SIDE_MOST = 8192 };

/* One sprite of the document. */
typedef struct reading {
    mintu_parser *parser;
    mintu_style *style;
    const char *id, *url, *sheet;
} reading;

/* A sprite that cannot be read matters where a layer names one of its images. Takes the reason. */
static bool give_up(const reading *r, mintu_buffer *reason)
{
    const char *problem = mintu_pool_buffer(r->parser->pool, reason);
    r->style->sprite.problem = problem;
    return problem ? mintu_parser_remark(r->parser, NULL, "%s", mintu_message(problem))
                   : mintu_parser_fail_memory(r->parser) != NULL;
}

static const char *path_of(const reading *r, const char *ending)
{
    mintu_buffer name = {0};
    mintu_buffer_format(&name, "%s%s", r->url, ending);
    char *path = name.failed ? NULL : mintu_path_join(r->style->folder, name.data);
    mintu_buffer_free(&name);
    const char *kept = mintu_pool_move(r->parser->pool, path);
    if (!kept)
        mintu_parser_fail_memory(r->parser);
    return kept;
}

/* A whole number from @p least on. */
static bool whole(const json_t *json, const char *key, int least, int *out)
{
    const json_t *value = json_object_get(json, key);
    double number = json_number_value(value);
    if (!json_is_number(value) || !(number >= least && number <= SIDE_MOST))
        return false;
    *out = (int)number;
    return *out == number;
}

static bool add_image(const reading *r, const char *name, const json_t *json)
{
    mintu_sprite *sprite = &r->style->sprite;
    mintu_sprite_image image = {.sheet = r->sheet, .sdf = json_is_true(json_object_get(json, "sdf")), .ratio = 1};
    const json_t *ratio = json_object_get(json, "pixelRatio");
    bool good = whole(json, "x", 0, &image.x) && whole(json, "y", 0, &image.y) && whole(json, "width", 1, &image.width) &&
                whole(json, "height", 1, &image.height);
    if (ratio)
        image.ratio = json_number_value(ratio);
    if (!good || !(image.ratio > 0 && image.ratio <= 16)) {
        mintu_buffer reason = {0};
        mintu_buffer_format(
            &reason,
            mintu_message(
                "in the sprite's index \"%s.json\" the image \"%.80s\" has no whole x, y, width and height of at most %d, or "
                "no pixelRatio; make the sprite anew"),
            r->url, name, SIDE_MOST);
        return give_up(r, &reason);
    }
    mintu_buffer full = {0};
    mintu_buffer_format(&full, strcmp(r->id, "default") == 0 ? "%.0s%s" : "%s:%s", r->id, name);
    image.name = mintu_pool_buffer(r->parser->pool, &full);
    if (!image.name || !MINTU_ARRAY_RESERVE(sprite->images, sprite->room, sprite->count + 1))
        return mintu_parser_fail_memory(r->parser) != NULL;
    sprite->images[sprite->count++] = image;
    return true;
}

static bool add_images(const reading *r, const json_t *index)
{
    const char *name;
    const json_t *image;
    if (!json_is_object(index) || json_object_size(index) > IMAGES_MOST) {
        mintu_buffer reason = {0};
        mintu_buffer_format(&reason, mintu_message("the sprite's index \"%s.json\" must be an object of at most %d images"),
                            r->url, IMAGES_MOST);
        return give_up(r, &reason);
    }
    json_object_foreach((json_t *)(uintptr_t)index, name, image)
    {
        if (r->style->sprite.problem || !add_image(r, name, image))
            return r->style->sprite.problem != NULL;
    }
    return true;
}

/* The sheet for screens of two pixels to one is the sharper, and is taken where there is one. */
static mintu_status load_index(reading *r, mintu_error *error, json_t **out)
{
    static const char *const densities[] = {"@2x", ""};
    mintu_status status = MINTU_STATUS_INPUT;
    mintu_buffer text = {0};
    for (int i = 0; i < 2 && status == MINTU_STATUS_INPUT; i++) {
        char ending[16];
        snprintf(ending, sizeof ending, "%s.json", densities[i]);
        const char *path = path_of(r, ending);
        snprintf(ending, sizeof ending, "%s.png", densities[i]);
        r->sheet = path_of(r, ending);
        if (!path || !r->sheet)
            return MINTU_STATUS_MEMORY;
        mintu_buffer_free(&text);
        status = mintu_path_check(r->style->folder, path, doing, error);
        if (status == MINTU_STATUS_OK)
            status = mintu_file_read(path, doing, (mintu_file_bounds){INDEX_BYTES_MOST, false}, error, &text);
        if (status == MINTU_STATUS_OK) {
            status = mintu_json_parse(text.data, text.size, path, error, out);
            break;
        }
    }
    mintu_buffer_free(&text);
    return status;
}

static bool read_local(reading *r)
{
    mintu_error error = {0};
    json_t *index = NULL;
    mintu_status status = load_index(r, &error, &index);
    if (status == MINTU_STATUS_MEMORY)
        return mintu_parser_fail_memory(r->parser) != NULL;
    if (status != MINTU_STATUS_OK) {
        mintu_buffer reason = {0};
        mintu_buffer_format(&reason, mintu_message("the sprite cannot be read: %s: %s"), error.source, error.text);
        return give_up(r, &reason);
    }
    bool good = add_images(r, index);
    json_decref(index);
    return good;
}

static bool read_one(mintu_parser *parser, mintu_style *style, const char *id, const char *url)
{
    reading r = {.parser = parser, .style = style, .id = id, .url = url};
    if (strstr(url, "://")) /* layers that use it are told of */
        return true;
    const char *fault = mintu_path_fault(url, false);
    if (fault)
        return mintu_parser_note(parser, MINTU_STATUS_UNSUPPORTED, NULL,
                                 "the sprite \"%s\" leads out of the style's folder: %s; put its files into that folder", url,
                                 mintu_message(fault));
    return read_local(&r);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const mintu_sprite_image *)a)->name, ((const mintu_sprite_image *)b)->name);
}

bool mintu_style_read_sprite(mintu_parser *parser, void *into, const json_t *json)
{
    mintu_style *style = into;
    if (!mintu_spec_check(parser, mintu_spec_find(mintu_spec_rows("root"), "sprite"), MINTU_SPEC_MEMBER, json))
        return false;
    bool good = !json_is_string(json) || read_one(parser, style, "default", json_string_value(json));
    for (size_t i = 0; good && i < json_array_size(json); i++) {
        const json_t *one = json_array_get(json, i);
        good = read_one(parser, style, json_string_value(json_object_get(one, "id")),
                        json_string_value(json_object_get(one, "url")));
    }
    if (style->sprite.count)
        qsort(style->sprite.images, style->sprite.count, sizeof *style->sprite.images, by_name);
    return good;
}
