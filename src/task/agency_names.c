#include "task/agency_names.h"

#include "gazetteer/place_rows.h"

#include <string.h>

/* True when the list, joined by bars, has the name. */
static bool listed(const char *list, const char *name)
{
    size_t size = strlen(name);
    for (const char *at = strstr(list, name); at; at = strstr(at + 1, name))
        if ((at == list || at[-1] == '|') && (at[size] == '\0' || at[size] == '|'))
            return true;
    return false;
}

static const char *const columns[] = {"name", "full_name", "name_en"};
enum { COLUMNS = sizeof columns / sizeof *columns };

size_t mintu_agency_row(const mintu_layer *agencies, const char *name)
{
    for (size_t row = 0; name[0] && row < mintu_layer_count(agencies); row++) {
        for (int i = 0; i < COLUMNS; i++)
            if (strcmp(mintu_layer_field_text(agencies, row, columns[i]), name) == 0)
                return row;
        if (listed(mintu_layer_field_text(agencies, row, "aliases"), name))
            return row;
    }
    return mintu_layer_count(agencies);
}

enum { CHARACTERS = 64, NEAREST = 3 };

/* The characters of a text, from one bar to the next. */
static size_t split(const char *text, size_t size, uint32_t out[CHARACTERS])
{
    size_t count = 0;
    for (size_t at = 0; at < size && count < CHARACTERS; count++) {
        out[count] = (unsigned char)text[at++];
        while (at < size && ((unsigned char)text[at] & 0xC0) == 0x80)
            out[count] = out[count] << 8 | (unsigned char)text[at++];
    }
    return count;
}

/* Dice's coefficient of the characters of two texts: 1 when they have the same. */
static double likeness(const char *one, const char *other, size_t size)
{
    uint32_t a[CHARACTERS], b[CHARACTERS];
    size_t shared = 0, an = split(one, strlen(one), a), bn = split(other, size, b);
    bool taken[CHARACTERS] = {false};
    for (size_t i = 0; i < an; i++)
        for (size_t j = 0; j < bn; j++)
            if (!taken[j] && a[i] == b[j]) {
                taken[j] = true;
                shared++;
                break;
            }
    return an + bn ? 2.0 * (double)shared / (double)(an + bn) : 0;
}

static double likeness_of(const mintu_layer *agencies, size_t row, const char *name)
{
    double best = 0;
    for (int i = 0; i < COLUMNS; i++) {
        const char *own = mintu_layer_field_text(agencies, row, columns[i]);
        double like = likeness(name, own, strlen(own));
        best = like > best ? like : best;
    }
    for (const char *at = mintu_layer_field_text(agencies, row, "aliases"); *at; at += *at == '|') {
        size_t size = strcspn(at, "|");
        double like = likeness(name, at, size);
        best = like > best ? like : best;
        at += size;
    }
    return best;
}

void mintu_agency_near(const mintu_layer *agencies, const char *name, mintu_buffer *out)
{
    static const double LEAST = 0.6; /* 省住建局 and 省住建厅 have 3 characters of 4 in common */
    size_t rows[NEAREST], count = 0;
    double likes[NEAREST];
    for (size_t row = 0; row < mintu_layer_count(agencies); row++) {
        double like = likeness_of(agencies, row, name);
        size_t at = count;
        while (at > 0 && like > likes[at - 1])
            at--;
        if (like < LEAST || at == NEAREST)
            continue;
        count += count < NEAREST;
        for (size_t i = count - 1; i > at; i--) {
            rows[i] = rows[i - 1];
            likes[i] = likes[i - 1];
        }
        rows[at] = row;
        likes[at] = like;
    }
    mintu_buffer_text(out, "");
    for (size_t i = 0; i < count; i++)
        mintu_buffer_format(out, "%s%s", i ? ", " : "", mintu_layer_field_text(agencies, rows[i], "name"));
}
