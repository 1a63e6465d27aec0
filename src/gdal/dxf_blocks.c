#include "gdal/dxf_blocks.h"

#include "base/array.h"
#include "layer/read_limits.h"

#include <stdlib.h>
#include <string.h>

/* A DXF file is pairs of lines, a code and a value; blocks are named by INSERT and others, and put in where they are named. */
enum { ENTITY = 0, NAME = 2, POSITION = 10, BULGE = 42, COLUMNS = 70, ROWS = 71, LINE_LONGEST = 1 << 16, DEEPEST = 64 };
enum { BULGE_COST = 45, ROUND_COST = 90 }; /* positions that GDAL makes of half a circle, and of a whole one */
static const double SPLINE_COST = 8e-3; /* of a position for each control point, its neighbours and its degree: see settle() */

typedef struct block {
    char *name;
    double own, all; /* entities and positions without and with those of blocks that are named */
} block;

typedef struct insertion {
    size_t owner; /* index of the block in which it stands, 0 for the drawing itself */
    char *name;
    double times;
} insertion;

typedef struct drawing {
    block *blocks;
    insertion *insertions;
    size_t block_count, block_room, insertion_count, insertion_room, current;
    char entity[16];
    bool counted;         /* the last insertion is of this entity, an INSERT, which may be an array */
    bool named, in_block; /* the entity now is one that names a block; a block's own name comes next */
    double columns, rows;
    double controls, degree; /* of the spline now */
    bool failed;             /* memory ran out */
} drawing;

static char *copy(drawing *d, const char *text)
{
    char *name = mintu_text_copy(text);
    d->failed = d->failed || !name;
    return name;
}

static void add_block(drawing *d, const char *name)
{
    d->failed = d->failed || !MINTU_ARRAY_RESERVE(d->blocks, d->block_room, d->block_count + 1);
    if (d->failed)
        return;
    d->blocks[d->block_count] = (block){.name = copy(d, name)};
    d->current = d->block_count++;
    d->in_block = false;
}

static void add_insertion(drawing *d, const char *name)
{
    d->failed = d->failed || !MINTU_ARRAY_RESERVE(d->insertions, d->insertion_room, d->insertion_count + 1);
    if (!d->failed)
        d->insertions[d->insertion_count++] = (insertion){d->current, copy(d, name), d->columns * d->rows};
    d->counted = strcmp(d->entity, "INSERT") == 0; /* in others 70 and 71 are something else */
}

/* GDAL computes eight positions for each control point of a spline, each from all of them, as many times as its degree. */
static void settle(drawing *d)
{
    if (strcmp(d->entity, "SPLINE") == 0)
        d->blocks[d->current].own += SPLINE_COST * d->controls * d->controls * d->degree;
    d->controls = d->degree = 0;
}

static void take_entity(drawing *d, const char *value)
{
    static const char *const naming[] = {"INSERT", "DIMENSION", "ACAD_TABLE"};
    static const char *const rounds[] = {"CIRCLE", "ARC", "ELLIPSE"};
    settle(d);
    CPLStrlcpy(d->entity, value, sizeof d->entity);
    d->named = d->counted = false;
    for (size_t i = 0; i < sizeof naming / sizeof *naming; i++)
        d->named = d->named || strcmp(value, naming[i]) == 0;
    d->in_block = strcmp(value, "BLOCK") == 0;
    if (strcmp(value, "ENDBLK") == 0 || strcmp(value, "ENDSEC") == 0)
        d->current = 0;
    d->columns = d->rows = 1;
    d->blocks[d->current].own++;
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++)
        d->blocks[d->current].own += strcmp(value, rounds[i]) == 0 ? ROUND_COST : 0;
}

/* As atoi() reads it, by which GDAL does: the same count comes of a number that is none, or too big. */
static int number_of(const char *text)
{
    return (int)strtol(text, NULL, 10);
}

static void take_count(drawing *d, double *which, const char *value)
{
    if (strcmp(d->entity, "INSERT") != 0)
        return;
    *which = number_of(value) > 1 ? number_of(value) : 1;
    if (d->counted)
        d->insertions[d->insertion_count - 1].times = d->columns * d->rows;
}

static void take_position(drawing *d)
{
    d->blocks[d->current].own++;
    d->controls++;
}

static void take(drawing *d, int code, const char *value)
{
    if (code == ENTITY)
        take_entity(d, value);
    else if (code == NAME && d->in_block)
        add_block(d, value);
    else if (code == NAME && d->named)
        add_insertion(d, value);
    else if (code == POSITION)
        take_position(d);
    else if (code == BULGE)
        d->blocks[d->current].own += BULGE_COST;
    else if (code == COLUMNS)
        take_count(d, &d->columns, value);
    else if (code == ROWS && strcmp(d->entity, "SPLINE") == 0)
        d->degree = number_of(value) > 0 ? number_of(value) : 0;
    else if (code == ROWS)
        take_count(d, &d->rows, value);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const block *)a)->name, ((const block *)b)->name);
}

/* Every block's cost from those of the blocks that it names, again and again until nothing changes; false when one names itself. */
static bool sum_up(drawing *d, double limit)
{
    size_t *targets = calloc(d->insertion_count + 1, sizeof *targets);
    block *sorted = malloc(d->block_count * sizeof *sorted);
    d->failed = d->failed || !targets || !sorted;
    bool changed = !d->failed;
    for (size_t i = 0; i < d->block_count && changed; i++)
        sorted[i] = (block){.name = d->blocks[i].name, .own = (double)i};
    if (changed)
        qsort(sorted, d->block_count, sizeof *sorted, compare_names);
    for (size_t i = 0; i < d->insertion_count && changed; i++) {
        block key = {.name = d->insertions[i].name}, *found = bsearch(&key, sorted, d->block_count, sizeof key, compare_names);
        targets[i] = found ? (size_t)found->own : 0;
    }
    for (int pass = 0; changed && pass < DEEPEST && d->blocks[0].all <= limit; pass++) {
        changed = false;
        for (size_t i = 0; i < d->block_count; i++)
            sorted[i].all = d->blocks[i].own;
        for (size_t i = 0; i < d->insertion_count; i++)
            sorted[d->insertions[i].owner].all += targets[i] ? d->insertions[i].times * d->blocks[targets[i]].all : 0;
        for (size_t i = 0; i < d->block_count; i++) {
            changed = changed || d->blocks[i].all < sorted[i].all;
            d->blocks[i].all = sorted[i].all > 2 * limit ? 2 * limit : sorted[i].all;
        }
    }
    free(targets);
    free(sorted);
    return !changed;
}

static bool read_pairs(drawing *d, const char *path)
{
    VSILFILE *file = VSIFOpenL(path, "rb");
    const char *line = "";
    while (file && line && !d->failed && (line = CPLReadLine2L(file, LINE_LONGEST, NULL))) {
        int code = number_of(line);
        line = CPLReadLine2L(file, LINE_LONGEST, NULL);
        if (line)
            take(d, code, line + strspn(line, " \t"));
    }
    bool whole = file && VSIFEofL(file);
    if (file)
        VSIFCloseL(file);
    CPLReadLineL(NULL); /* frees its buffer */
    return whole;
}

static mintu_status judge(drawing *d, const mintu_source *source, bool whole, mintu_error *error)
{
    double limit = (double)source->limits->drawing;
    bool ends = !d->failed && sum_up(d, limit);
    if (d->failed)
        return mintu_fail_memory(error, "reading a layer");
    if (!whole)
        return mintu_fail_limit(error, source->path, LINE_LONGEST, "bytes in a line", "save the drawing anew");
    if (ends && d->blocks[0].all <= limit)
        return MINTU_STATUS_OK;
    return mintu_fail_limit(error, source->path, source->limits->drawing,
                            "entities and positions when the drawing's blocks are put in, or blocks that name themselves",
                            "export the layers that are needed, with blocks exploded, as GeoPackage");
}

mintu_status mintu_drawing_check(const mintu_source *source, mintu_error *error)
{
    drawing d = {0};
    add_block(&d, "");
    bool whole = !d.failed && read_pairs(&d, source->opened);
    mintu_status status = judge(&d, source, whole, error);
    for (size_t i = 0; i < d.block_count; i++)
        free(d.blocks[i].name);
    for (size_t i = 0; i < d.insertion_count; i++)
        free(d.insertions[i].name);
    free(d.blocks);
    free(d.insertions);
    return status;
}
