/* Texts of the layout, which may hold {as-of}, {place} and any other note of a layer by its key. */
#include "map/scene_text.h"

#include "map/scene.h"
#include "map/text_clean.h"
#include "style/layout.h"

#include <mintu/date.h>
#include <stdlib.h>
#include <string.h>

/* The day of the first layer that says how many features there should be, since that is what the map counts; else the latest. */
const char *mintu_scene_day(const mintu_scene *scene)
{
    const char *latest = NULL;
    for (size_t i = 0; i < scene->plot_count; i++) {
        const mintu_layer *layer = scene->plots[i].layer;
        const char *day = layer ? mintu_layer_note(layer, "as-of") : NULL;
        if (!day || !*day)
            continue;
        if (mintu_layer_note(layer, "stated"))
            return day;
        if (!latest || strcmp(day, latest) > 0)
            latest = day;
    }
    return latest;
}

static void add_day(mintu_scene *scene, mintu_buffer *out)
{
    static const char *const MONTHS[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    const char *day = mintu_scene_day(scene);
    int date;
    if (!day)
        mintu_findings_add(scene->findings, "a text of the layout holds {as-of}, but no layer has the note \"as-of\"");
    if (!day || !mintu_date_parse(day, &date))
        mintu_buffer_text(out, day ? day : "?");
    else if (strcmp(scene->lang, "en") == 0)
        mintu_buffer_format(out, "%d %s %d", date % 100, MONTHS[date / 100 % 100 - 1], date / 10000);
    else
        mintu_buffer_format(out, "%d年%d月%d日", date / 10000, date / 100 % 100, date % 100);
}

/* What the map is about: the feature in focus, else the layout's place. */
static void add_place(mintu_scene *scene, mintu_buffer *out)
{
    bool english = strcmp(scene->lang, "en") == 0;
    int field = scene->focus && english ? mintu_layer_field_find(scene->focus, "name_en") : -1;
    if (scene->focus && field < 0)
        field = mintu_layer_field_find(scene->focus, "name");
    const char *name = field < 0 ? NULL : mintu_layer_text(scene->focus, scene->focus_row, (size_t)field);
    if (!name || !*name)
        name = mintu_style_layout_text(scene->style, "place", 0, scene->lang);
    mintu_buffer_text(out, name ? name : "");
}

/* The note of the first layer that has it. */
static const char *find_note(const mintu_scene *scene, const char *key)
{
    const char *note = NULL;
    for (size_t i = 0; i < scene->plot_count && !note; i++)
        note = scene->plots[i].layer ? mintu_layer_note(scene->plots[i].layer, key) : NULL;
    return note;
}

/* Adds what stands for {KEY}; what no layer has stays as it is written. */
static void add_key(mintu_scene *scene, const char *key, mintu_buffer *out)
{
    const char *note = strcmp(key, "as-of") == 0 ? NULL : find_note(scene, key);
    if (strcmp(key, "as-of") == 0)
        add_day(scene, out);
    else if (strcmp(key, "place") == 0)
        add_place(scene, out);
    else if (note)
        mintu_buffer_text(out, note);
    else
        mintu_buffer_format(out, "{%s}", key);
}

char *mintu_scene_expand(mintu_scene *scene, const char *text)
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
            add_key(scene, strncat(key, mark + 1, size), &out);
        else
            mintu_buffer_text(&out, "{");
        text = closed ? mark + size + 2 : mark + 1;
    }
    mintu_buffer_text(&out, text);
    char *clean = out.failed ? NULL : mintu_text_clean(scene->findings, out.data);
    mintu_buffer_free(&out);
    scene->failed = scene->failed || !clean;
    return clean;
}

char *mintu_scene_text(mintu_scene *scene, const char *key, size_t index)
{
    return mintu_scene_expand(scene, mintu_style_layout_text(scene->style, key, index, scene->lang));
}
