#define _POSIX_C_SOURCE 200809L /* getline() */
#include "format/mif_check.h"

#include "base/array.h"
#include "base/ascii.h"
#include "base/error.h"
#include "format/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char blanks[] = " \t\r\n,";

static bool is_word(const char *word, size_t size, const char *const *list)
{
    for (size_t i = 0; list[i]; i++)
        if (strlen(list[i]) == size && mintu_ascii_compare_n(word, list[i], size) == 0)
            return true;
    return false;
}

/* The first word from @p at on that is no number; NULL when all are. */
static const char *find_other(const char *at, size_t *size)
{
    for (; *(at += strspn(at, blanks)); at += *size) {
        double number;
        *size = strcspn(at, blanks);
        if (!mintu_number_scan_decimal(at, *size, &number) || !isfinite(number))
            return at;
    }
    return NULL;
}

/* Of a line behind `Data`: shapes begin with their names, and all else is positions, a text, or how it is drawn. */
static const char *check_line(const char *line, size_t *size)
{
    static const char *const shapes[] = {"POINT", "LINE", "RECT", "ROUNDRECT", "ELLIPSE", "ARC", NULL};
    static const char *const counted[] = {"PLINE", "REGION", "MULTIPOINT", "COLLECTION", "MULTIPLE", NULL};
    static const char *const drawn[] = {"PEN",     "BRUSH",   "SYMBOL", "SMOOTH", "CENTER", "FONT", "ANGLE",
                                        "SPACING", "JUSTIFY", "LABEL",  "TEXT",   "NONE",   NULL};
    line += strspn(line, blanks);
    size_t first = strcspn(line, " \t\r\n,(");
    if (!*line || *line == '"' || is_word(line, first, drawn))
        return NULL;
    if (is_word(line, first, shapes))
        return find_other(line + first, size);
    const char *other = find_other(is_word(line, first, counted) ? line + first : line, size);
    return other && is_word(other, *size, counted) ? find_other(other + *size, size) : other;
}

mintu_status mintu_mif_check(const char *path, mintu_error *error)
{
    FILE *file = fopen(path, "rb");
    char *line = NULL;
    size_t room = 0, size = 0;
    bool data = false;
    mintu_status status = MINTU_STATUS_OK;
    for (int number = 1; file && status == MINTU_STATUS_OK && getline(&line, &room, file) >= 0; number++) {
        const char *bad = data ? check_line(line, &size) : NULL;
        const char *first = line + strspn(line, blanks);
        data = data || (mintu_ascii_compare_n(first, "data", 4) == 0 && !first[4 + strspn(first + 4, blanks)]);
        if (bad)
            status =
                mintu_fail_at(error, MINTU_STATUS_INPUT, (mintu_where){path, number, (int)(bad - line) + 1},
                              "reading a layer: \"%.*s\" is no coordinate; expected numbers; correct or remove the feature",
                              (int)(size < 32 ? size : 32), bad);
    }
    free(line);
    if (file)
        fclose(file);
    return status;
}
