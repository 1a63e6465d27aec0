#define _GNU_SOURCE /* stat64 of GDAL's VSIStatBufL */
#include "gdal/sheet_trim.h"

#include "base/array.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 16, CELL_LONGEST = 1 << 12 };

typedef struct writer {
    void *zip;
    mintu_buffer out;
    char tag[CELL_LONGEST]; /* a cell's beginning, until it is known whether it holds something */
    size_t size;
} writer;

static bool flush(writer *w)
{
    bool good = !w->out.failed && CPLWriteFileInZip(w->zip, w->out.data, (int)w->out.size) == CE_None;
    mintu_buffer_clear(&w->out);
    return good;
}

static void pass(writer *w)
{
    mintu_buffer_add(&w->out, w->tag, w->size);
    w->size = 0;
}

/* True while the bytes may be the beginning of a cell. */
static bool is_cell(const writer *w)
{
    return w->tag[0] == '<' && (w->size < 2 || w->tag[1] == 'c') && (w->size < 3 || strchr(" \t\r\n/", w->tag[2])) &&
           w->size < sizeof w->tag;
}

static void take(writer *w, char byte)
{
    if (byte == '<')
        pass(w);
    w->tag[w->size++] = byte;
    if (!is_cell(w) || (byte == '>' && w->tag[w->size - 2] != '/'))
        pass(w);
    else if (byte == '>')
        w->size = 0;
}

static bool copy_member(writer *w, const char *path, bool sheet)
{
    char chunk[CHUNK];
    size_t size;
    VSILFILE *in = VSIFOpenL(path, "rb");
    bool good = in != NULL;
    while (good && (size = VSIFReadL(chunk, 1, sizeof chunk, in)) > 0) {
        if (!sheet)
            mintu_buffer_add(&w->out, chunk, size);
        for (size_t i = 0; i < size && sheet; i++)
            take(w, chunk[i]);
        good = w->out.size == 0 || flush(w);
    }
    pass(w);
    good = good && (w->out.size == 0 || flush(w));
    if (in)
        VSIFCloseL(in);
    return good;
}

static bool copy(const char *archive, char **members, const char *to)
{
    writer w = {.zip = CPLCreateZip(to, NULL)};
    bool good = w.zip != NULL;
    for (int i = 0; members[i] && good; i++) {
        size_t length = strlen(members[i]);
        bool wanted = strncmp(members[i], "xl/media/", 9) != 0 && length && members[i][length - 1] != '/';
        if (!wanted)
            continue;
        good = CPLCreateFileInZip(w.zip, members[i], NULL) == CE_None &&
               copy_member(&w, CPLSPrintf("%s/%s", archive, members[i]), strstr(members[i], "worksheets/") != NULL) &&
               CPLCloseFileInZip(w.zip) == CE_None;
    }
    mintu_buffer_free(&w.out);
    return w.zip && CPLCloseZip(w.zip) == CE_None && good;
}

mintu_status mintu_trim(mintu_source *source, const char *archive, char **members, mintu_error *error)
{
    char folder[48];
    snprintf(folder, sizeof folder, "/vsimem/mintu-trim-%p", (void *)source);
    char *path = mintu_path_join(folder, CPLGetFilename(source->opened));
    if (!path || !copy(archive, members, path)) {
        if (path)
            VSIUnlink(path);
        free(path);
        return mintu_fail_memory(error, "reading a layer");
    }
    if (source->content.data)
        VSIUnlink(source->opened);
    free(source->opened);
    source->opened = path;
    return MINTU_STATUS_OK;
}
