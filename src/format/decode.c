#include "format/decode.h"

#include "base/error.h"
#include "base/utf8.h"
#include "format/encoding.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

bool mintu_decode_is_plain(const char *text, size_t size)
{
    size_t mark;
    const char *name = mintu_encoding_mark(text, size, &mark);
    return (!name || strcmp(name, "UTF-8") == 0) && mintu_utf8_valid(text, size, NULL) && !memchr(text, '\0', size);
}

/* Gives the converted text in place of the other, of which @p mark bytes are passed over. */
static mintu_status convert(const char *name, const char *doing, size_t mark, mintu_buffer *text, mintu_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    const char *from = text->data + mark;
    int32_t length = (int32_t)(text->size - mark), size = ucnv_convert("UTF-8", name, NULL, 0, from, length, &code);
    bool known = U_SUCCESS(code) || code == U_BUFFER_OVERFLOW_ERROR;
    char *data = known ? malloc((size_t)size + 1) : NULL;
    if (!data)
        return known ? mintu_fail_memory(error, doing)
                     : mintu_fail(error, MINTU_STATUS_DEFECT, "%s: ICU cannot convert from %s: %s; check its data",
                                  mintu_message(doing), name, u_errorName(code));
    code = U_ZERO_ERROR;
    ucnv_convert("UTF-8", name, data, size + 1, from, length, &code);
    mintu_buffer_free(text);
    *text = (mintu_buffer){.data = data, .size = (size_t)size, .capacity = (size_t)size + 1};
    return MINTU_STATUS_OK;
}

static mintu_status replace(const char *path, const char *doing, mintu_buffer *text, mintu_error *error, mintu_decoding *out)
{
    static const UChar32 replacement = 0xFFFD;
    const uint8_t *bytes = (const uint8_t *)text->data;
    mintu_buffer clean = {0};
    mintu_buffer_add(&clean, "", 0);
    for (size_t at = 0; at < text->size;) {
        size_t start = at;
        UChar32 character;
        U8_NEXT(bytes, at, text->size, character);
        bool bad = character <= 0 || (out->told.encoding && character == replacement);
        if (bad && out->replaced++ == 0)
            out->first = mintu_where_at(path, text->data, start);
        if (bad)
            mintu_buffer_text(&clean, "\xEF\xBF\xBD");
        else
            mintu_buffer_add(&clean, text->data + start, at - start);
    }
    mintu_buffer_free(text);
    *text = clean;
    return clean.failed ? mintu_fail_memory(error, doing) : MINTU_STATUS_OK;
}

mintu_status mintu_decode(const char *path, const char *doing, mintu_buffer *text, mintu_error *error, mintu_decoding *out)
{
    size_t mark;
    const char *name = mintu_encoding_mark(text->data, text->size, &mark);
    mintu_encoding found = {.name = name && strcmp(name, "UTF-8") != 0 ? name : NULL};
    if (!name)
        found = mintu_encoding_detect(text->data, text->size, true);
    mintu_where where = {.source = path, .line = mintu_where_at(path, text->data, found.at).line};
    *out = (mintu_decoding){.told = {found.name, (size_t)where.line}};
    if (found.fault)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, where, MINTU_ENCODING_FAULT, mintu_message(doing),
                             mintu_message(found.fault));
    mintu_status status = MINTU_STATUS_OK;
    if (found.name)
        status = convert(found.name, doing, mark, text, error);
    else
        memmove(text->data, text->data + mark, (text->size -= mark) + 1);
    return status == MINTU_STATUS_OK ? replace(path, doing, text, error, out) : status;
}
