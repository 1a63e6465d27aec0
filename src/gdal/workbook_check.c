#include "gdal/workbook_check.h"

#include "base/array.h"
#include "base/ascii.h"
#include "format/number.h"
#include "format/xml_names.h"
#include "gdal/xml_scan.h"
#include "layer/read_limits.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* What a table holds. A row or a column counts up to the last cell with a value, not with a style only. */
typedef struct sheet {
    double rows, columns;
} sheet;

typedef struct book {
    mintu_xml_watch watch;
    const mintu_source *source;
    uint32_t *lengths; /* of the shared texts */
    size_t length_count, length_room;
    sheet now;                                                  /* the table that is being looked through */
    double first, second;                                       /* cells of the two largest tables */
    double text;                                                /* bytes of all cells */
    double columns;                                             /* of the widest */
    double row, column, repeat_rows, repeat_columns, cell_text; /* where the scan is */
    bool value, shared, elsewhere, over, failed;
    bool long_row;   /* of a table of ODS: a row that stands for very many, which must be empty */
    double repeated; /* bytes of values that stand for several */
} book;

/* More is refused: a value that stands for so many rows is a mistake, or a bomb. */
enum { ODS_ROWS = 10000, ODS_REPEATED = 10 << 20 };

static void end_sheet(book *b)
{
    double cells = b->now.rows * b->now.columns;
    b->second = cells > b->first ? b->first : cells > b->second ? cells : b->second;
    b->first = cells > b->first ? cells : b->first;
    b->columns = b->now.columns > b->columns ? b->now.columns : b->columns;
    b->now = (sheet){0};
    b->long_row = false;
    b->row = 0;
}

static void check_over(book *b)
{
    const mintu_limits *limits = b->source->limits;
    double cells = b->now.rows * b->now.columns;
    b->over = b->failed || b->text > (double)limits->text || (double)b->length_count > (double)limits->cells ||
              cells > (double)limits->cells;
}

/* "BC12" is in column 55. */
static double column_of(const char *reference)
{
    double column = 0;
    for (; *reference >= 'A' && *reference <= 'Z' && column < 1e6; reference++)
        column = column * 26 + (*reference - 'A' + 1);
    return column;
}

static void end_cell(book *b)
{
    if (!b->value)
        return;
    b->now.columns = b->column > b->now.columns ? b->column : b->now.columns;
    b->now.rows = b->row > b->now.rows ? b->row : b->now.rows;
}

static double number(const char *text, double otherwise)
{
    const char *end;
    return text ? mintu_number_read(text, &end) : otherwise;
}

/* A workbook's tables are read at these paths of the relations; one without the ending would not be looked through. */
static void note_relation(book *b, const char *const *attributes)
{
    const char *type = mintu_xml_attribute(attributes, "Type"), *target = mintu_xml_attribute(attributes, "Target");
    b->elsewhere = b->elsewhere ||
                   (type && target && strstr(type, "/worksheet") && mintu_ascii_compare(CPLGetExtension(target), "xml") != 0);
}

static void xlsx_start(void *user, const char *name, const char *const *attributes)
{
    book *b = user;
    const char *local = mintu_xml_local(name);
    if (strcmp(local, "row") == 0) {
        double row = number(mintu_xml_attribute(attributes, "r"), 0);
        b->row = row > b->row ? row : b->row + 1;
        b->column = 0;
    } else if (strcmp(local, "c") == 0) {
        const char *at = mintu_xml_attribute(attributes, "r"), *type = mintu_xml_attribute(attributes, "t");
        double column = at ? column_of(at) : 0;
        b->column = column > b->column ? column : b->column + 1;
        b->shared = type && strcmp(type, "s") == 0;
        b->value = false;
        b->cell_text = 0;
    } else if (strcmp(local, "v") == 0 || strcmp(local, "t") == 0 || strcmp(local, "is") == 0) {
        b->value = true;
    } else if (strcmp(local, "Relationship") == 0) {
        note_relation(b, attributes);
    } else if (strcmp(local, "si") == 0) {
        b->cell_text = 0;
    }
    check_over(b);
}

static void keep_length(book *b)
{
    b->failed = b->failed || !MINTU_ARRAY_RESERVE(b->lengths, b->length_room, b->length_count + 1);
    if (!b->failed)
        b->lengths[b->length_count++] = (uint32_t)b->cell_text;
    b->text += b->cell_text;
}

static void xlsx_end(void *user, const char *name)
{
    book *b = user;
    const char *local = mintu_xml_local(name);
    if (strcmp(local, "c") == 0) {
        size_t index = b->shared && b->column < 1e9 ? (size_t)b->cell_text : 0;
        b->text += !b->shared ? b->cell_text : index < b->length_count ? b->lengths[index] : 0;
        end_cell(b);
    } else if (strcmp(local, "si") == 0) {
        keep_length(b);
    }
    check_over(b);
}

/* Of a cell with a shared text cell_text is the text's number, of others the bytes. */
static void xlsx_text(void *user, const char *text, size_t size)
{
    book *b = user;
    for (size_t i = 0; i < size && b->shared; i++)
        b->cell_text =
            text[i] >= '0' && text[i] <= '9' && b->cell_text < 1e9 ? b->cell_text * 10 + (text[i] - '0') : b->cell_text;
    if (!b->shared)
        b->cell_text += (double)size;
}

static void ods_start(void *user, const char *name, const char *const *attributes)
{
    book *b = user;
    const char *local = mintu_xml_local(name);
    if (strcmp(local, "table-row") == 0) {
        b->repeat_rows = number(mintu_xml_attribute(attributes, "number-rows-repeated"), 1);
        b->row += b->repeat_rows;
        b->long_row = b->long_row || b->repeat_rows > ODS_ROWS;
        b->column = 0;
    } else if (strcmp(local, "table-cell") == 0 || strcmp(local, "covered-table-cell") == 0) {
        b->repeat_columns = number(mintu_xml_attribute(attributes, "number-columns-repeated"), 1);
        b->column += b->repeat_columns;
        b->value = mintu_xml_attribute(attributes, "value-type") || mintu_xml_attribute(attributes, "formula");
        b->cell_text = 0;
    }
    check_over(b);
}

static void ods_end(void *user, const char *name)
{
    book *b = user;
    const char *local = mintu_xml_local(name);
    if (strcmp(local, "table-cell") == 0) {
        b->text += b->cell_text * b->repeat_columns * b->repeat_rows;
        if (b->value && b->repeat_columns * b->repeat_rows > 1)
            b->repeated += (b->cell_text > 16 ? b->cell_text : 16) * b->repeat_columns * b->repeat_rows;
        b->elsewhere = b->elsewhere || (b->value && b->long_row) || b->repeated > ODS_REPEATED;
        end_cell(b);
    } else if (strcmp(local, "table") == 0) {
        end_sheet(b);
    }
    check_over(b);
}

static void ods_text(void *user, const char *text, size_t size)
{
    book *b = user;
    (void)text;
    b->value = b->value || b->column > 0;
    b->cell_text += (double)size;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t length = strlen(name), size = strlen(ending);
    return length >= size && mintu_ascii_compare(name + length - size, ending) == 0;
}

/* Inflates a member that is not looked into, to count it. */
static void count_bytes(book *b, const char *file)
{
    char chunk[1 << 16];
    size_t size = 0;
    VSILFILE *in = VSIFOpenL(file, "rb");
    while (in && b->watch.bytes <= b->source->limits->unpacked && (size = VSIFReadL(chunk, 1, sizeof chunk, in)) > 0)
        b->watch.bytes += size;
    if (in)
        VSIFCloseL(in);
}

static mintu_status fail_unpacked(const book *b, mintu_error *error)
{
    return mintu_fail_limit(error, b->source->path, b->source->limits->unpacked, "bytes when it is unpacked",
                            "save the sheet that is needed as CSV");
}

static mintu_status look_through(book *b, const char *archive, const char *member, mintu_error *error)
{
    const char *file = CPLSPrintf("%s/%s", archive, member);
    mintu_status status = MINTU_STATUS_OK;
    if (has_ending(member, ".xml") || has_ending(member, ".rels"))
        status = mintu_xml_scan(file, &b->watch, error);
    else
        count_bytes(b, file);
    end_sheet(b);
    b->shared = false;
    return b->watch.bytes > b->source->limits->unpacked ? fail_unpacked(b, error) : status;
}

static mintu_status judge(const book *b, bool workbook, mintu_error *error)
{
    const mintu_limits *limits = b->source->limits;
    const char *path = b->source->path, *remedy = "save the sheet that is needed as CSV, or split it";
    if (b->failed)
        return mintu_fail_memory(error, "reading a layer");
    if (b->text > (double)limits->text)
        return mintu_fail_limit(error, path, limits->text, "bytes of text in its cells", remedy);
    if (b->over || b->first + b->second + (double)b->length_count > (double)limits->cells)
        return mintu_fail_limit(error, path, limits->cells, "cells (rows times the widest row)", remedy);
    if (b->elsewhere)
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = path},
            "reading a layer: a sheet of the workbook is in a file without the ending .xml, or has a value that is "
            "repeated more than 10000 times; save it anew, or as CSV");
    if (workbook && b->columns > (double)limits->fields)
        return mintu_fail_limit(error, path, limits->fields, "columns", "remove those that are not needed");
    return MINTU_STATUS_OK;
}

/* Shared texts come first, since cells are counted by them. */
static mintu_status look_through_all(book *b, const char *archive, char **members, mintu_error *error)
{
    static const char shared[] = "xl/sharedStrings.xml";
    mintu_status status = MINTU_STATUS_OK;
    if (CSLFindStringCaseSensitive(members, shared) >= 0)
        status = look_through(b, archive, shared, error);
    for (int i = 0; members[i] && status == MINTU_STATUS_OK && !b->over; i++)
        if (strcmp(members[i], shared) != 0)
            status = look_through(b, archive, members[i], error);
    return status;
}

static uint32_t get(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    while (count-- > 0)
        value = value << 8 | bytes[count];
    return value;
}

/* GDAL lists an archive in a time that grows with the square of its files, so that their number is read first, from its end. An
 * archive of more than 65,535 has it elsewhere and is over the limit. */
static bool has_many(const mintu_source *source)
{
    enum { TAIL = 66000, END = 22 };
    unsigned char *tail = malloc(TAIL);
    VSILFILE *in = VSIFOpenL(source->opened, "rb");
    size_t size = 0;
    bool many = !tail;
    if (in && tail && VSIFSeekL(in, 0, SEEK_END) == 0) {
        vsi_l_offset length = VSIFTellL(in);
        VSIFSeekL(in, length > TAIL ? length - TAIL : 0, SEEK_SET);
        size = VSIFReadL(tail, 1, TAIL, in);
    }
    for (size_t at = 0; at + END <= size && !many; at++)
        many = memcmp(tail + at, "PK\6\7", 4) == 0 ||
               (memcmp(tail + at, "PK\5\6", 4) == 0 && get(tail + at + 10, 2) > source->limits->members);
    free(tail);
    if (in)
        VSIFCloseL(in);
    return many;
}

static mintu_status check_members(mintu_source *source, const char *archive, char **members, mintu_error *error)
{
    bool ods = CSLFindStringCaseSensitive(members, "content.xml") >= 0;
    bool xlsx = CSLFindStringCaseSensitive(members, "xl/workbook.xml") >= 0;
    if (ods == xlsx) /* neither, or a file that is taken for the one and looked through as the other */
        return mintu_fail_at(
            error, MINTU_STATUS_INPUT, (mintu_where){.source = source->path},
            "reading a layer: the file is packed, and no XLSX or ODS workbook; unpack it and name the file in it");
    book b = {.source = source};
    b.watch = (mintu_xml_watch){xlsx ? xlsx_start : ods_start,
                                xlsx ? xlsx_end : ods_end,
                                xlsx ? xlsx_text : ods_text,
                                &b,
                                source->path,
                                &b.over,
                                0,
                                0,
                                source->limits,
                                0};
    mintu_status status = look_through_all(&b, archive, members, error);
    if (status == MINTU_STATUS_OK)
        status = judge(&b, true, error);
    free(b.lengths);
    source->book = xlsx ? MINTU_BOOK_XLSX : MINTU_BOOK_ODS;
    return status;
}

mintu_status mintu_workbook_check(mintu_source *source, mintu_error *error)
{
    mintu_buffer archive = {0};
    mintu_buffer_format(&archive, "/vsizip/{%s}", source->opened);
    if (archive.failed)
        return mintu_fail_memory(error, "reading a layer");
    bool many = has_many(source);
    char **members = many ? NULL : VSIReadDirRecursive(archive.data);
    mintu_status status = MINTU_STATUS_OK;
    if (many || CSLCount(members) > (int)source->limits->members)
        status = mintu_fail_limit(error, source->path, source->limits->members, "files in its archive",
                                  "save the sheet that is needed as CSV");
    else if (members)
        status = check_members(source, archive.data, members, error);
    CSLDestroy(members);
    mintu_buffer_free(&archive);
    return status;
}
