#include "table/column_forms.h"

#include "base/message.h"
#include "format/number.h"
#include "table/cell_value.h"
#include "table/written_number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands in a column. Rows count from 1, 0 is none. */
typedef struct forms {
    size_t all, numbers, points; /* cells with a value, plain numbers, those of them with a decimal point */
    size_t measured, bracketed, commas, certain, falling; /* falling: 0,5 or 12,5, which is no list */
    size_t grouped, thirds;                               /* 1.234,5; 1.234, which may be 1234 */
    size_t first_measured, first_other, first_bare, first_bracketed, first_comma, first_certain;
    const char *unit;
} forms;

/* One column being looked at. */
typedef struct looking {
    mintu_context *context;
    mintu_layer *layer;
    size_t field;
    const mintu_table_lines *where;
    forms found;
    bool units, brackets, decimals; /* what is made plain */
} looking;

static const char *text_at(const looking *l, size_t row)
{
    const mintu_cell *cell = &l->layer->fields[l->field].cells[row];
    return cell->kind == MINTU_CELL_TEXT ? cell->text : NULL;
}

static void keep_first(size_t *first, size_t row)
{
    *first = *first ? *first : row + 1;
}

static void count_written(forms *f, const mintu_written *written, size_t row)
{
    if (written->unit) {
        f->measured++;
        f->unit = f->unit ? f->unit : written->unit;
        keep_first(&f->first_measured, row);
        if (strcmp(f->unit, written->unit) != 0)
            keep_first(&f->first_other, row);
    }
    f->bracketed += written->bracketed;
    if (written->bracketed)
        keep_first(&f->first_bracketed, row);
}

/* One that its file has as such. */
static void count_number(forms *f, double number, size_t row)
{
    f->all++;
    f->numbers++;
    f->points += number != floor(number);
    if (number > 0 || number < 0)
        keep_first(&f->first_bare, row);
}

/* 3,5, but not 0,5 or 12,5 or 3,05. */
static bool rises(const char *text)
{
    const char *comma = strchr(text, ',');
    const char *behind = comma ? comma + 1 : text;
    return comma && *text != '0' && *behind != '0' && strtol(text, NULL, 10) < strtol(behind, NULL, 10);
}

static void count_cell(forms *f, const char *text, size_t row)
{
    double number;
    bool percent, certain;
    mintu_written written;
    mintu_cell_sense sense = mintu_cell_read(text, &number, &percent);
    if (sense == MINTU_SENSE_EMPTY || sense == MINTU_SENSE_MISSING)
        return;
    f->all++;
    bool plain = sense == MINTU_SENSE_INTEGER || sense == MINTU_SENSE_REAL;
    f->numbers += plain;
    if (mintu_written_comma(text, &number, &certain)) {
        f->grouped += strchr(text, '.') != NULL;
        f->commas++;
        f->certain += certain;
        f->falling += certain && !rises(text);
        keep_first(certain ? &f->first_certain : &f->first_comma, row);
    } else if (mintu_written_groups(text, &number)) {
        f->thirds++;
        keep_first(&f->first_bare, row);
    } else if (plain) {
        f->points += strchr(text, '.') != NULL;
        if (number > 0 || number < 0)
            keep_first(&f->first_bare, row);
    } else if (sense == MINTU_SENSE_TEXT && mintu_written_read(text, &written)) {
        count_written(f, &written, row);
    }
}

const char *mintu_table_mark(const mintu_table_lines *where, size_t row, char out[MINTU_TABLE_MARK])
{
    if (where->lines)
        snprintf(out, MINTU_TABLE_MARK, ":%d", where->lines[row - 1]);
    else
        snprintf(out, MINTU_TABLE_MARK, mintu_message(": row %zu"), row);
    return out;
}

/* Begins with the place of a row, counted from 1, and its text. */
static void tell(const looking *l, size_t row, const char *said)
{
    char mark[MINTU_TABLE_MARK];
    const char *text = mintu_layer_text(l->layer, row - 1, l->field);
    mintu_context_notice(l->context, "%s%s: column %s: \"%.*s\" %s", l->where->path, mintu_table_mark(l->where, row, mark),
                         l->layer->fields[l->field].name, mintu_cell_shown(text), text, said);
}

static bool judge_units(looking *l)
{
    const forms *f = &l->found;
    char said[240];
    if (f->measured == 0 || 2 * f->measured <= f->measured + f->numbers || 2 * (f->measured + f->numbers) <= f->all)
        return true;
    l->units = !f->first_other && !f->first_bare;
    if (l->units)
        snprintf(said, sizeof said,
                 mintu_message("is a number with its unit, as are %zu of %zu rows; they are read as numbers of %s"),
                 f->measured, l->layer->count, f->unit);
    else if (f->first_other)
        snprintf(said, sizeof said,
                 mintu_message("is of another unit than %s in row %zu; the column stays text; write all in one unit"), f->unit,
                 f->first_measured);
    else
        snprintf(said, sizeof said,
                 mintu_message(
                     "has no unit, and %zu other rows have one (%s); the column stays text; write it with all, or with none"),
                 f->measured, f->unit);
    tell(l, l->units ? f->first_measured : f->first_other ? f->first_other : f->first_bare, said);
    return l->units;
}

/* Brackets alone may number things. */
static bool judge_brackets(looking *l)
{
    const forms *f = &l->found;
    char said[200];
    size_t others = f->numbers + (l->units ? f->measured : 0);
    if (f->bracketed == 0 || 2 * (f->bracketed + others) <= f->all)
        return true;
    l->brackets = f->bracketed < others;
    if (l->brackets)
        snprintf(said, sizeof said,
                 mintu_message("is read as a negative number, as are %zu rows with brackets, or the minus behind"),
                 f->bracketed);
    else
        snprintf(said, sizeof said,
                 mintu_message(
                     "may be a negative number, or number things; the column stays text; write negative numbers with a minus "
                     "before them"));
    tell(l, f->first_bracketed, said);
    return l->brackets;
}

/* Where semicolons or tabs part the columns the comma is free to be the point. Elsewhere it may as well be that of a list (clauses 3,5), whose
 * numbers rise: so that most cells must have one that cannot part thousands, and one of them be no list. */
static bool is_decimal(const looking *l)
{
    const forms *f = &l->found;
    bool listed = 2 * f->certain < f->all || f->certain + f->numbers < f->all || f->falling == 0;
    bool agreed = l->where->delimiter == ';' || l->where->delimiter == '\t' || f->grouped > 0 || !listed;
    return agreed && f->certain > 0 && f->points == 0 && (f->thirds == 0 || f->grouped > 0);
}

static bool judge_commas(looking *l)
{
    const forms *f = &l->found;
    char said[200];
    if (f->commas == 0 || (f->certain == 0 && l->where->delimiter != ';'))
        return true;
    l->decimals = is_decimal(l);
    if (l->decimals)
        snprintf(said, sizeof said, mintu_message("is read with a decimal comma, as are %zu rows"), f->commas);
    else if (f->certain == 0)
        snprintf(said, sizeof said,
                 mintu_message("is read as thousands, as are %zu rows; if its comma is a decimal one, write a point"),
                 f->commas);
    else
        snprintf(said, sizeof said,
                 mintu_message("may be one number with a decimal comma, or two; the column stays text; write a point"));
    bool doubtful = !l->decimals && f->certain > 0;
    if (doubtful && (2 * (f->certain + f->numbers) <= f->all || f->certain <= f->numbers))
        return true; /* single ones are told as texts among numbers */
    tell(l, f->first_certain ? f->first_certain : f->first_comma, said);
    return !doubtful;
}

/* The plain writing of the cell; false when it stays. */
static bool is_plain(const looking *l, const char *text, double *number)
{
    mintu_written written;
    bool percent, certain;
    if (l->decimals && (mintu_written_comma(text, number, &certain) || mintu_written_groups(text, number)))
        return true;
    if (mintu_cell_read(text, number, &percent) != MINTU_SENSE_TEXT || !mintu_written_read(text, &written) ||
        (written.unit && !l->units) || (written.bracketed && !l->brackets))
        return false;
    *number = written.number;
    return true;
}

static void make_plain(looking *l)
{
    for (size_t row = 0; row < l->layer->count; row++) {
        char digits[48];
        double number;
        const char *text = text_at(l, row);
        if (!text || !is_plain(l, text, &number))
            continue;
        mintu_number_shortest(number, digits);
        const char *kept = mintu_text_store_add(&l->layer->texts, digits, strlen(digits));
        if (kept)
            l->layer->fields[l->field].cells[row].text = kept;
    }
}

bool mintu_column_forms(mintu_context *context, mintu_layer *layer, size_t field, const mintu_table_lines *where)
{
    looking l = {.context = context, .layer = layer, .field = field, .where = where};
    for (size_t row = 0; row < layer->count; row++)
        if (text_at(&l, row))
            count_cell(&l.found, text_at(&l, row), row);
        else if (isfinite(mintu_layer_number(layer, row, field)))
            count_number(&l.found, mintu_layer_number(layer, row, field), row);
    if (!judge_commas(&l) || !judge_units(&l) || !judge_brackets(&l))
        return false;
    if (l.units || l.brackets || l.decimals)
        make_plain(&l);
    return true;
}
