#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "gdal/shapefile_encoding.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "format/encoding.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD = 32, FIELD = 32, NAME = 11, FIELDS = 2048, LOOKED_AT = 4 << 20, LARGEST_ROW = 1 << 16 };

/* The language bytes that stand for whatever the machine had on which the file was written. */
static bool says_nothing(unsigned char language)
{
    return language == 0 || language == 0x03 || language == 0x57;
}

static bool is_there(const char *path)
{
    VSIStatBufL there;
    return VSIStatL(path, &there) == 0;
}

static bool has_page(const char *opened)
{
    return is_there(CPLResetExtension(opened, "cpg")) || is_there(CPLResetExtension(opened, "CPG"));
}

static VSILFILE *open_table(const char *opened)
{
    VSILFILE *file = VSIFOpenL(CPLResetExtension(opened, "dbf"), "rb");
    return file ? file : VSIFOpenL(CPLResetExtension(opened, "DBF"), "rb");
}

/* The fields of text of a row. */
typedef struct row_fields {
    size_t count, starts[FIELDS], sizes[FIELDS];
} row_fields;

/* The names of the fields, and which hold texts. */
static void read_fields(VSILFILE *file, size_t header, row_fields *fields, mintu_buffer *out)
{
    unsigned char field[FIELD];
    size_t start = 1;
    for (size_t at = HEAD; at + FIELD <= header && VSIFReadL(field, FIELD, 1, file) == 1 && field[0] != 0x0D; at += FIELD) {
        size_t size = field[16];
        mintu_buffer_add(out, field, strnlen((const char *)field, NAME));
        mintu_buffer_text(out, "\n");
        if (field[11] == 'C' && fields->count < FIELDS) {
            fields->starts[fields->count] = start;
            fields->sizes[fields->count++] = size;
        }
        start += size;
    }
}

static void read_texts(VSILFILE *file, size_t row_size, const row_fields *fields, mintu_buffer *out)
{
    static const char blank = ' ';
    mintu_buffer row = {0};
    for (size_t i = 0; i < row_size; i++)
        mintu_buffer_add(&row, &blank, 1);
    while (!row.failed && !out->failed && out->size < LOOKED_AT && VSIFReadL(row.data, row_size, 1, file) == 1)
        for (size_t i = 0; i < fields->count; i++)
            if (fields->starts[i] + fields->sizes[i] <= row_size) {
                mintu_buffer_add(out, row.data + fields->starts[i], fields->sizes[i]);
                mintu_buffer_text(out, "\n");
            }
    mintu_buffer_free(&row);
}

/* Characters of GB 2312 are two bytes from 0xA1 on; a letter with an accent of a western page stands by itself among plain ones. */
static bool is_paired(const mintu_buffer *text)
{
    size_t run = 0;
    for (size_t i = 0; i <= text->size; i++) {
        unsigned char byte = i < text->size ? (unsigned char)text->data[i] : 0;
        if (byte >= 0xA1)
            run++;
        else if (byte >= 0x80 || run % 2)
            return false;
        else
            run = 0;
    }
    return true;
}

static const char *find(const mintu_buffer *text, unsigned char language)
{
    if (mintu_utf8_valid(text->data, text->size, NULL))
        return "UTF-8";
    mintu_encoding found = mintu_encoding_detect(text->data, text->size, true);
    bool sure = language == 0 || is_paired(text);
    return found.name && !found.fault && sure ? "GB18030" : NULL;
}

static bool is_ascii(const mintu_buffer *text)
{
    for (size_t i = 0; i < text->size; i++)
        if ((unsigned char)text->data[i] >= 0x80)
            return false;
    return true;
}

static const char *look(VSILFILE *file)
{
    unsigned char head[HEAD];
    row_fields *fields = calloc(1, sizeof *fields);
    mintu_buffer text = {0};
    const char *encoding = NULL;
    if (fields && VSIFReadL(head, HEAD, 1, file) == 1 && says_nothing(head[29])) {
        size_t header = head[8] + 256U * head[9], row_size = head[10] + 256U * head[11];
        mintu_buffer_text(&text, "");
        read_fields(file, header, fields, &text);
        if (row_size > 1 && row_size < LARGEST_ROW && VSIFSeekL(file, header, SEEK_SET) == 0)
            read_texts(file, row_size, fields, &text);
        if (!text.failed && !is_ascii(&text))
            encoding = find(&text, head[29]);
    }
    mintu_buffer_free(&text);
    free(fields);
    return encoding;
}

const char *const *mintu_shapefile_encoding(mintu_source *source)
{
    static const char *const utf8[] = {"ENCODING=UTF-8", NULL}, *const gbk[] = {"ENCODING=GB18030", NULL};
    const char *ending = CPLGetExtension(source->opened);
    if ((mintu_ascii_compare(ending, "shp") != 0 && mintu_ascii_compare(ending, "dbf") != 0) || has_page(source->opened))
        return NULL;
    VSILFILE *file = open_table(source->opened);
    source->guessed = file ? look(file) : NULL;
    if (file)
        VSIFCloseL(file);
    if (!source->guessed)
        return NULL;
    return strcmp(source->guessed, "UTF-8") == 0 ? utf8 : gbk;
}
