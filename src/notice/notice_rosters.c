#include "notice/notice_rosters.h"

#include "format/csv_field.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The places of the items whose class is the roster's, that are townships. */
static bool is_on(const mintu_notice *notice, const mintu_named *named, const char *class, long *stated)
{
    if (!named->place || named->place->level != MINTU_LEVEL_TOWNSHIP || strcmp(named->kind, notice->words.place) != 0)
        return false;
    for (size_t i = 0; i < notice->named_count; i++)
        if (notice->named[i].item == named->item && strcmp(notice->named[i].kind, class) == 0 && notice->named[i].stated > 0) {
            *stated = notice->named[i].stated;
            return true;
        }
    return false;
}

static bool seen(const mintu_notice *notice, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (notice->named[i].place && notice->named[i].place == notice->named[index].place)
            return true;
    return false;
}

/* The columns that the package at hand describes, or those that every roster has. */
static size_t columns_of(const mintu_gazetteer *gazetteer, const mintu_roster *roster, const char *columns[], size_t most)
{
    static const char *const usual[] = {"no", "code", "name", "notice_name", "certainty", "source", "note"};
    const json_t *schema = json_object_get(mintu_package_resource(&gazetteer->package, roster->table, NULL), "schema");
    const json_t *fields = json_object_get(schema, "fields");
    size_t count = 0, known = json_array_size(fields);
    for (; count < (known ? known : sizeof usual / sizeof *usual) && count < most; count++) {
        const char *name = known ? json_string_value(json_object_get(json_array_get(fields, count), "name")) : usual[count];
        columns[count] = name ? name : "";
    }
    return count;
}

typedef struct listed {
    const mintu_named *named;
    size_t number; /* on the roster, from 1 */
} listed;

/* What a named place has in each column; "" for what a notice does not say, such as a batch. */
static void add_row(mintu_buffer *text, const char *const columns[], size_t count, listed place)
{
    char no[24], source[48];
    snprintf(no, sizeof no, "%zu", place.number);
    snprintf(source, sizeof source, "the notice, item %d", place.named->item);
    const char *const values[][2] = {{"no", no},
                                     {"code", place.named->place->code},
                                     {"name", place.named->place->name},
                                     {"notice_name", place.named->name},
                                     {"certainty", "attested"},
                                     {"source", source}};
    for (size_t column = 0; column < count; column++) {
        const char *value = "";
        for (size_t i = 0; i < sizeof values / sizeof *values; i++)
            if (strcmp(values[i][0], columns[column]) == 0)
                value = values[i][1];
        mintu_csv_cell(column, value, text);
    }
    mintu_buffer_text(text, "\n");
}

/* How many places the notice says that the class has; -1 when it does not. */
static long stated_for(const mintu_notice *notice, const char *class)
{
    for (size_t i = 0; i < notice->named_count; i++)
        if (strcmp(notice->named[i].kind, class) == 0 && notice->named[i].stated > 0)
            return notice->named[i].stated;
    return -1;
}

size_t mintu_notice_roster(const mintu_notice *notice, size_t index, mintu_buffer *text, long *stated)
{
    const mintu_gazetteer *gazetteer = notice->geocoder->index.gazetteer;
    const mintu_roster *roster = &gazetteer->rosters[index];
    const char *columns[32];
    size_t rows = 0, count = columns_of(gazetteer, roster, columns, sizeof columns / sizeof *columns);
    for (size_t i = 0; i < count; i++)
        mintu_csv_cell(i, columns[i], text);
    mintu_buffer_text(text, "\n");
    *stated = -1;
    for (size_t i = 0; i < notice->named_count; i++) {
        const mintu_named *named = &notice->named[i];
        if (!is_on(notice, named, roster->layer, stated) || seen(notice, i))
            continue;
        rows++;
        add_row(text, columns, count, (listed){named, rows});
    }
    *stated = *stated < 0 ? stated_for(notice, roster->layer) : *stated;
    return rows;
}

bool mintu_notice_on_roster(const mintu_notice *notice, const mintu_named *named)
{
    const mintu_gazetteer *gazetteer = notice->geocoder->index.gazetteer;
    long stated;
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        if (!gazetteer->rosters[i].apart && is_on(notice, named, gazetteer->rosters[i].layer, &stated))
            return true;
    return false;
}

json_t *mintu_notice_languages(const char *chinese, const char *english)
{
    char *title = mintu_text_copy(english);
    if (title && title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    json_t *both = title ? json_pack("{ss,ss}", "zh", chinese, "en", title) : NULL;
    free(title);
    return both;
}

json_t *mintu_notice_rosters_called(const mintu_gazetteer *gazetteer, const bool filled_rosters[])
{
    const json_t *resource = mintu_package_resource(&gazetteer->package, "rosters", NULL);
    json_t *together = json_object_get(resource, "mintu:together");
    mintu_buffer chinese = {0}, english = {0};
    size_t filled = 0, own = 0;
    for (size_t i = 0; i < gazetteer->roster_count; i++) {
        own += !gazetteer->rosters[i].apart;
        if (!filled_rosters[i])
            continue;
        mintu_buffer_format(&chinese, "%s%s", filled ? "、" : "", gazetteer->rosters[i].title);
        mintu_buffer_format(&english, "%s%s", filled ? ", " : "", gazetteer->rosters[i].title_en);
        filled++;
    }
    json_t *out = filled == 0                               ? mintu_notice_languages("点名地点", "places named")
                  : filled > 1 && filled == own && together ? json_incref(together)
                  : chinese.failed || english.failed        ? NULL
                                                            : mintu_notice_languages(chinese.data, english.data);
    mintu_buffer_free(&chinese);
    mintu_buffer_free(&english);
    return out;
}
