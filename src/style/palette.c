#include "style/palette.h"

#include "base/array.h"
#include "base/ascii.h"
#include "format/csv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char REVERSED[] = "-reversed";

static void read_colours(const char *text, mintu_palette *out)
{
    while (*text && out->count < MINTU_PALETTE_COLOURS) {
        size_t size = strcspn(text, " ");
        if (size == 7 && text[0] == '#' && strspn(text + 1, "0123456789abcdef") >= 6)
            snprintf(out->colours[out->count++], sizeof *out->colours, "%.7s", text);
        text += size + strspn(text + size, " ");
    }
}

static void turn(mintu_palette *palette)
{
    for (size_t i = 0; i < palette->count / 2; i++) {
        char kept[8];
        memcpy(kept, palette->colours[i], sizeof kept);
        memcpy(palette->colours[i], palette->colours[palette->count - 1 - i], sizeof kept);
        memcpy(palette->colours[palette->count - 1 - i], kept, sizeof kept);
    }
}

static mintu_status take(const mintu_table *table, const char *name, mintu_error *error, mintu_palette *out)
{
    int names = mintu_table_column_find(table, "name"), kinds = mintu_table_column_find(table, "kind"),
        colours = mintu_table_column_find(table, "colours");
    mintu_buffer list = {0};
    if (names < 0 || kinds < 0 || colours < 0)
        return mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){.source = mintu_table_path(table)},
                             "reading palettes: the columns name, kind and colours are needed");
    for (size_t row = 0; row < mintu_table_count(table) && out->count == 0; row++) {
        const char *one = mintu_table_text(table, row, (size_t)names);
        mintu_buffer_format(&list, "%s%s", row ? ", " : "", one);
        if (mintu_ascii_compare(one, name) != 0)
            continue;
        snprintf(out->name, sizeof out->name, "%s", one);
        out->hues = strcmp(mintu_table_text(table, row, (size_t)kinds), "qualitative") == 0;
        read_colours(mintu_table_text(table, row, (size_t)colours), out);
    }
    mintu_status status = MINTU_STATUS_OK;
    if (out->count == 0)
        status = mintu_fail(error, MINTU_STATUS_USAGE, "the palette \"%.40s\" is not known; there are %.420s", name,
                            list.failed || !list.data ? "none" : list.data);
    mintu_buffer_free(&list);
    return status;
}

mintu_status mintu_palette_load(const char *path, const char *name, mintu_error *error, mintu_palette *out)
{
    mintu_table *table = NULL;
    char bare[80];
    *out = (mintu_palette){0};
    snprintf(bare, sizeof bare, "%s", name);
    size_t size = strlen(bare), end = sizeof REVERSED - 1;
    bool reversed = size > end && strcmp(bare + size - end, REVERSED) == 0;
    if (reversed)
        bare[size - end] = '\0';
    mintu_status status =
        path ? mintu_table_load(path, error, &table)
             : mintu_fail(error, MINTU_STATUS_USAGE, "a palette is asked for, and no file of palettes is named");
    if (status == MINTU_STATUS_OK)
        status = take(table, bare, error, out);
    if (reversed)
        turn(out);
    mintu_table_free(table);
    return status;
}

static unsigned channel(const char *colour, int which)
{
    char digits[3] = {colour[1 + 2 * which], colour[2 + 2 * which], '\0'};
    return (unsigned)strtoul(digits, NULL, 16);
}

void mintu_palette_colour(const mintu_palette *palette, size_t index, size_t count, char out[8])
{
    double last = (double)palette->count - 1;
    double at = palette->hues ? (double)index : count > 1 ? last * (double)index / (double)(count - 1) : last / 2;
    size_t low = (size_t)fmin(floor(at), last), high = (size_t)fmin((double)low + 1, last);
    unsigned parts[3];
    for (int i = 0; i < 3; i++) {
        double from = channel(palette->colours[low], i), to = channel(palette->colours[high], i);
        parts[i] = (unsigned)lround(from + (at - (double)low) * (to - from)) & 0xffU;
    }
    snprintf(out, 8, "#%02x%02x%02x", parts[0], parts[1], parts[2]);
}
