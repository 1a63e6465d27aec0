#include "gdal/dxf_text.h"

#include "base/error.h"
#include "base/utf8.h"
#include "gdal/ogr.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Braces group in a text; stand-ins, which no text may hold, pass through the driver and become what is read as braces. */
#define OPENING "\xEF\xB7\x90" /* U+FDD0 */
#define CLOSING "\xEF\xB7\x91" /* U+FDD1 */

/* Of one \U+XXXX each: the driver begins a new piece of a text after 250 bytes, also in the middle of one. */
enum { CHARACTERS_MOST = 35 };

static size_t character_size(const char *at)
{
    size_t size = 1;
    while (((unsigned char)at[size] & 0xC0) == 0x80)
        size++;
    return size;
}

bool mintu_dxf_text_add(const char *text, mintu_buffer *out)
{
    bool changed = false;
    size_t count = 0;
    for (const char *at = text; *at && count < CHARACTERS_MOST; count++) {
        size_t size = character_size(at);
        if (*at == '{' || *at == '}') {
            mintu_buffer_text(out, *at == '{' ? OPENING : CLOSING);
        } else if (at > text && *at == '%' && at[-1] == '%') { /* %%d is a sign of degrees */
            mintu_buffer_text(out, "％");
        } else if (size == 4) { /* more than four digits */
            mintu_buffer_text(out, "〓");
            changed = true;
        } else {
            mintu_buffer_add(out, at, size);
        }
        at += size;
        changed = changed || (count + 1 == CHARACTERS_MOST && *at);
    }
    return changed;
}

void mintu_dxf_name_add(const char *name, mintu_buffer *out)
{
    for (const char *at = name; *at; at++)
        mintu_buffer_add(out, strchr("<>/\\\":;?*|=,`'", *at) || (unsigned char)*at < 0x20 ? "_" : at, 1);
}

/* A run of bytes beyond ASCII, which only names of layers have. What the code page lacks becomes _. */
static void add_run(const char *run, size_t size, mintu_buffer *out)
{
    for (size_t at = 0; at < size;) {
        char one[8] = "";
        size_t length = character_size(run + at);
        length = length < sizeof one && length <= size - at ? length : 1;
        memcpy(one, run + at, length);
        at += length;
        CPLErrorReset();
        char *coded = CPLRecode(one, CPL_ENC_UTF8, "CP936");
        if (coded && coded[0] && strcmp(coded, "?") != 0 && CPLGetLastErrorType() == CE_None)
            mintu_buffer_text(out, coded);
        else
            mintu_buffer_text(out, "_");
        CPLFree(coded);
    }
}

static const struct {
    const char *was, *is;
} words[] = {{"\\U+fdd0", "\\{"}, {"\\U+fdd1", "\\}"}, {"ANSI_1252", "ANSI_936"}};

/* The word at @p at that is to be another; its index, or the number of words. */
static size_t find_word(const char *at, size_t left)
{
    size_t i = 0;
    while (i < sizeof words / sizeof *words &&
           (strlen(words[i].was) > left || memcmp(at, words[i].was, strlen(words[i].was)) != 0))
        i++;
    return i;
}

mintu_status mintu_dxf_encode(const char *bytes, size_t size, mintu_error *error, mintu_buffer *out)
{
    for (size_t at = 0; at < size && !out->failed;) {
        size_t run = 0,
               word = bytes[at] == '\\' || bytes[at] == 'A' ? find_word(bytes + at, size - at) : sizeof words / sizeof *words;
        while (at + run < size && (unsigned char)bytes[at + run] >= 0x80)
            run++;
        if (word < sizeof words / sizeof *words) {
            mintu_buffer_text(out, words[word].is);
            at += strlen(words[word].was);
        } else if (run) {
            add_run(bytes + at, run, out);
            at += run;
        } else {
            mintu_buffer_add(out, bytes + at++, 1);
        }
    }
    return out->failed ? mintu_fail_memory(error, "writing a DXF drawing") : MINTU_STATUS_OK;
}
