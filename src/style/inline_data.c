#include "style/inline_data.h"

#include "base/utf8.h"
#include "format/json_scan.h"

#include <string.h>

/* In a file the depth is counted from a value of a feature on; what may stand around it are the collection, its features, one of them,
 * its properties, and collections of geometries. */
enum { AROUND_MOST = 96 };

typedef struct taking {
    mintu_json_scan scan;
    mintu_pool *pool;
    const char *source; /* what names the text, as long as the pool */
    mintu_buffer name, *rest;
    const char *done; /* up to here the text is in *rest */
    mintu_inline_data *list;
} taking;

/* Spaces for what stood there, so that whatever follows keeps its line and column. */
static void blank(taking *in, const char *start, const char *end)
{
    mintu_buffer_add(in->rest, in->done, (size_t)(start - in->done));
    mintu_buffer_text(in->rest, "{}");
    for (const char *at = start + 2; at < end; at++)
        if (((unsigned char)*at & 0xC0) != 0x80)
            mintu_buffer_add(in->rest, *at == '\n' ? "\n" : " ", 1);
    in->done = end;
}

static mintu_status check_text(const taking *in, const char *start, mintu_error *error)
{
    size_t bad;
    return mintu_utf8_valid(start, (size_t)(in->scan.at - start), &bad)
               ? MINTU_STATUS_OK
               : mintu_json_fail(&in->scan, start + bad, error, "the text is not UTF-8");
}

static mintu_status keep(taking *in, const char *name, const char *start, mintu_error *error)
{
    mintu_inline_data *data = mintu_pool_take(in->pool, sizeof *data);
    size_t size = (size_t)(in->scan.at - start);
    if (!data || !(data->name = mintu_pool_copy(in->pool, name, strlen(name))) ||
        !(data->text = mintu_pool_copy(in->pool, start, size)))
        return mintu_fail_memory(error, "reading the style");
    data->size = size;
    data->where = mintu_where_at(in->source, in->scan.begin, (size_t)(start - in->scan.begin));
    data->next = in->list;
    in->list = data;
    blank(in, start, in->scan.at);
    return MINTU_STATUS_OK;
}

static mintu_status take_data(taking *in, const char *name, mintu_error *error)
{
    const char *start = in->scan.at;
    in->scan.around = AROUND_MOST;
    mintu_status status = mintu_json_skip(&in->scan, error);
    in->scan.around = 0;
    if (status == MINTU_STATUS_OK)
        status = check_text(in, start, error);
    return status == MINTU_STATUS_OK ? keep(in, name, start, error) : status;
}

/* What is wrong around the data ends the walk without a word: *going is then false. */
static mintu_status take_source(taking *in, const char *name, bool *going, mintu_error *error)
{
    bool more = true;
    mintu_status status = MINTU_STATUS_OK;
    in->scan.at++;
    for (size_t i = 0; status == MINTU_STATUS_OK && *going; i++) {
        *going = mintu_json_next(&in->scan, '}', i, NULL, &more) == MINTU_STATUS_OK;
        if (!*going || !more)
            break;
        *going = mintu_json_take_name(&in->scan, NULL, &in->name) == MINTU_STATUS_OK;
        if (*going && strcmp(in->name.data, "data") == 0 && mintu_json_peek(&in->scan) == '{')
            status = take_data(in, name, error);
        else if (*going)
            *going = mintu_json_skip(&in->scan, NULL) == MINTU_STATUS_OK;
    }
    return status;
}

static mintu_status take_sources(taking *in, bool *going, mintu_error *error)
{
    bool more = true;
    mintu_status status = MINTU_STATUS_OK;
    mintu_buffer name = {0};
    in->scan.at++;
    for (size_t i = 0; status == MINTU_STATUS_OK && *going; i++) {
        *going = mintu_json_next(&in->scan, '}', i, NULL, &more) == MINTU_STATUS_OK;
        if (!*going || !more)
            break;
        *going = mintu_json_take_name(&in->scan, NULL, &name) == MINTU_STATUS_OK;
        if (*going && mintu_json_peek(&in->scan) == '{')
            status = take_source(in, name.data, going, error);
        else if (*going)
            *going = mintu_json_skip(&in->scan, NULL) == MINTU_STATUS_OK;
    }
    mintu_buffer_free(&name);
    return status;
}

static mintu_status take_document(taking *in, mintu_error *error)
{
    bool more = true, going = mintu_json_take(&in->scan, '{', NULL) == MINTU_STATUS_OK;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t i = 0; status == MINTU_STATUS_OK && going; i++) {
        going = mintu_json_next(&in->scan, '}', i, NULL, &more) == MINTU_STATUS_OK;
        if (!going || !more)
            break;
        going = mintu_json_take_name(&in->scan, NULL, &in->name) == MINTU_STATUS_OK;
        if (going && strcmp(in->name.data, "sources") == 0 && mintu_json_peek(&in->scan) == '{')
            status = take_sources(in, &going, error);
        else if (going)
            going = mintu_json_skip(&in->scan, NULL) == MINTU_STATUS_OK;
    }
    return status;
}

mintu_status mintu_inline_data_take(const mintu_inline_text *document, mintu_pool *pool, mintu_error *error, mintu_buffer *rest,
                                    mintu_inline_data **out)
{
    size_t mark = mintu_json_mark(document->text, document->size), size = document->size - mark;
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "");
    mintu_buffer_add(&text, document->text + mark, size);
    mintu_buffer_text(rest, "");
    *out = NULL;
    if (text.failed) {
        mintu_buffer_free(&text);
        return mintu_fail_memory(error, "reading the style");
    }
    taking in = {.scan = {.source = document->source, .begin = text.data, .at = text.data, .end = text.data + size},
                 .pool = pool,
                 .source = mintu_pool_copy(pool, document->source, strlen(document->source)),
                 .rest = rest,
                 .done = text.data};
    mintu_status status = in.source ? take_document(&in, error) : mintu_fail_memory(error, "reading the style");
    mintu_buffer_add(rest, in.done, (size_t)(in.scan.end - in.done));
    if (status == MINTU_STATUS_OK && (rest->failed || in.name.failed))
        status = mintu_fail_memory(error, "reading the style");
    *out = in.list;
    mintu_buffer_free(&text);
    mintu_buffer_free(&in.name);
    return status;
}
