#include "furniture/layout_text.h"

#include "canvas/text_clean.h"
#include "style/layout.h"

#include <mintu/date.h>
#include <stdlib.h>
#include <string.h>

/* The day of the first layer that says how many features there should be, since that is what the map counts; else the latest. */
const char *mintu_layout_day(const mintu_drawing *drawing)
{
    const char *latest = NULL;
    for (size_t i = 0; i < drawing->plot_count; i++) {
        const char *day = mintu_drawing_note(drawing, i, "as-of");
        if (!day || !*day)
            continue;
        if (mintu_drawing_note(drawing, i, "stated"))
            return day;
        if (!latest || strcmp(day, latest) > 0)
            latest = day;
    }
    return latest;
}

static void add_day(mintu_drawing *drawing, mintu_buffer *out)
{
    static const char *const MONTHS[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    const char *day = mintu_layout_day(drawing);
    int date;
    if (!day)
        mintu_findings_add(drawing->findings, "a text of the layout holds {as-of}, but no layer has the note \"as-of\"");
    if (!day || !mintu_date_parse(day, &date))
        mintu_buffer_text(out, day ? day : "?");
    else if (strcmp(drawing->lang, "en") == 0)
        mintu_buffer_format(out, "%d %s %d", date % 100, MONTHS[date / 100 % 100 - 1], date / 10000);
    else
        mintu_buffer_format(out, "%d年%d月%d日", date / 10000, date / 100 % 100, date % 100);
}

static bool is_english(const mintu_drawing *drawing)
{
    return strcmp(drawing->lang, "en") == 0;
}

/* "" when the feature has none. */
static const char *name_of(const mintu_drawing *drawing, const mintu_focus_row *focus)
{
    int field = is_english(drawing) ? mintu_layer_field_find(focus->layer, "name_en") : -1;
    if (field < 0)
        field = mintu_layer_field_find(focus->layer, "name");
    const char *name = field < 0 ? NULL : mintu_layer_text(focus->layer, focus->row, (size_t)field);
    return name ? name : "";
}

/* What the map is about: the features in focus, else the layout's place. */
static void add_place(mintu_drawing *drawing, mintu_buffer *out)
{
    size_t named = 0, count = 0;
    for (size_t i = 0; i < drawing->focus_count; i++)
        named += *name_of(drawing, &drawing->foci[i]) != '\0';
    for (size_t i = 0; i < drawing->focus_count; i++) {
        const char *name = name_of(drawing, &drawing->foci[i]);
        if (*name && count++)
            mintu_buffer_text(out, !is_english(drawing) ? "、" : count == named ? " and " : ", ");
        mintu_buffer_text(out, name);
    }
    const char *place = named ? NULL : mintu_style_layout_text(drawing->style, "place", 0, drawing->lang);
    mintu_buffer_text(out, place ? place : "");
}

/* Where {count} counts: in the areas in focus, else on the map. */
static void add_within(mintu_drawing *drawing, mintu_buffer *out)
{
    bool inside = drawing->focus && drawing->focus_plot.rows && drawing->focus_plot.rows->type == MINTU_GEOMETRY_TYPE_POLYGON;
    mintu_buffer_text(out, is_english(drawing) ? (inside ? "in " : "shown") : inside ? "" : "图上");
    if (inside)
        add_place(drawing, out);
}

/* The note of the first layer that has it. */
static const char *find_note(const mintu_drawing *drawing, const char *key)
{
    const char *note = NULL;
    for (size_t i = 0; i < drawing->plot_count && !note; i++)
        note = mintu_drawing_note(drawing, i, key);
    return note;
}

/* Adds what stands for {KEY}; what nobody has stays as it is written. */
static void add_key(mintu_drawing *drawing, const mintu_layout_value *own, const char *key, mintu_buffer *out)
{
    while (own && own->key && strcmp(own->key, key) != 0)
        own++;
    const char *note = own && own->key ? own->value : strcmp(key, "as-of") == 0 ? NULL : find_note(drawing, key);
    if (strcmp(key, "as-of") == 0)
        add_day(drawing, out);
    else if (strcmp(key, "place") == 0)
        add_place(drawing, out);
    else if (strcmp(key, "within") == 0)
        add_within(drawing, out);
    else if (note)
        mintu_buffer_text(out, note);
    else
        mintu_buffer_format(out, "{%s}", key);
}

char *mintu_layout_expand(mintu_drawing *drawing, const char *text, const mintu_layout_value *own)
{
    mintu_buffer out = {0};
    if (!text)
        return NULL;
    for (const char *mark; (mark = strchr(text, '{'));) {
        size_t size = strspn(mark + 1, "abcdefghijklmnopqrstuvwxyz-");
        char key[32] = "";
        bool closed = size > 0 && size < sizeof key && mark[1 + size] == '}';
        mintu_buffer_add(&out, text, (size_t)(mark - text));
        if (closed)
            add_key(drawing, own, strncat(key, mark + 1, size), &out);
        else
            mintu_buffer_text(&out, "{");
        text = closed ? mark + size + 2 : mark + 1;
    }
    mintu_buffer_text(&out, text);
    char *clean = out.failed ? NULL : mintu_text_clean(drawing->findings, out.data);
    mintu_buffer_free(&out);
    return clean;
}

char *mintu_layout_text(mintu_drawing *drawing, const char *key, size_t index)
{
    return mintu_layout_expand(drawing, mintu_style_layout_text(drawing->style, key, index, drawing->lang), NULL);
}
