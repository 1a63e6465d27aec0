/* The few words of a package that people change. */
#include "amend/package_change.h"
#include "base/argument.h"
#include "base/message.h"
#include "base/utf8.h"
#include "gazetteer/gazetteer_data.h"
#include "gazetteer/places.h"

#include <mintu/amend.h>
#include <mintu/date.h>
#include <stdio.h>
#include <string.h>

static const char DOING[] = N_("setting a word of the data package");

enum { VALUE_BYTES_MOST = 600 };

/* A key with or without -en behind it. */
typedef struct wording {
    const mintu_gazetteer *gazetteer;
    const char *key, *value;
    char stem[40];
    const char *lang;
    json_t *root;
} wording;

static mintu_status refuse(mintu_error *error, const wording *w, const char *expected)
{
    return mintu_fail(error, MINTU_STATUS_USAGE, "%s: \"%.80s\" cannot be the %s; expected %s", mintu_message(DOING), w->value,
                      w->key, mintu_message(expected));
}

static mintu_status check_value(const wording *w, mintu_error *error)
{
    if (!w->value[0] || strlen(w->value) > VALUE_BYTES_MOST || mintu_utf8_unfit(w->value) >= 0 || strpbrk(w->value, "\n\t"))
        return refuse(error, w, N_("a line of text of up to 600 bytes"));
    return MINTU_STATUS_OK;
}

/* {"zh": …, "en": …} of @p object under @p key, with one of the two replaced. */
static mintu_status set_language(json_t *object, const char *key, const wording *w, mintu_error *error)
{
    const char *chinese = mintu_package_text(object, key, "zh"), *english = mintu_package_text(object, key, "en");
    const char *zh = strcmp(w->lang, "zh") == 0 ? w->value : chinese ? chinese : "";
    const char *en = strcmp(w->lang, "en") == 0 ? w->value : english ? english : "";
    return json_object_set_new(object, key, json_pack("{ssss}", "zh", zh, "en", en)) ? mintu_fail_memory(error, DOING)
                                                                                     : MINTU_STATUS_OK;
}

/* "ZH / EN", as the package's title is written. */
static mintu_status set_title(const wording *w, mintu_error *error)
{
    char text[2 * VALUE_BYTES_MOST + 8];
    bool chinese = strcmp(w->lang, "zh") == 0;
    if (strstr(w->value, " / "))
        return refuse(error, w, N_("the title in one language, without \" / \" in it"));
    snprintf(text, sizeof text, "%.600s / %.600s", chinese ? w->value : w->gazetteer->titles[0],
             chinese ? w->gazetteer->titles[1] : w->value);
    return json_object_set_new(w->root, "title", json_string(text)) ? mintu_fail_memory(error, DOING) : MINTU_STATUS_OK;
}

/* "data fujian-2014 1.0.0" on maps. */
static mintu_status set_plain(const wording *w, mintu_error *error)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-._";
    if (strspn(w->value, letters) != strlen(w->value) || strlen(w->value) > 60)
        return refuse(error, w, N_("up to 60 small letters, digits and - . _"));
    return json_object_set_new(w->root, w->key, json_string(w->value)) ? mintu_fail_memory(error, DOING) : MINTU_STATUS_OK;
}

/* The units that there are on the day, which the package states. */
static mintu_status set_counts(const wording *w, mintu_change *change, int date, mintu_error *error)
{
    json_t *counts = json_object_get(mintu_change_resource(change, "places"), "mintu:counts-then");
    for (int level = MINTU_LEVEL_PROVINCE; level < MINTU_LEVEL_END; level++) {
        json_int_t count = (json_int_t)mintu_gazetteer_count_level(w->gazetteer, (mintu_level)level, date);
        const char *name = mintu_level_text((mintu_level)level);
        if (json_object_get(counts, name) && json_object_set_new(counts, name, json_integer(count)))
            return mintu_fail_memory(error, DOING);
    }
    return MINTU_STATUS_OK;
}

static mintu_status set_day(const wording *w, mintu_change *change, mintu_error *error)
{
    int date;
    char text[11];
    if (strlen(w->value) != 10 || !mintu_date_parse(w->value, &date))
        return refuse(error, w, "a day YYYY-MM-DD");
    mintu_date_format(date, text);
    for (size_t i = 0; i < w->gazetteer->entry_count; i++) {
        const mintu_entry *entry = &w->gazetteer->entries[i];
        const mintu_place *place = &w->gazetteer->places[entry->place];
        if (entry->roster && !mintu_period_holds(place->from, place->to, date))
            return mintu_fail(
                error, MINTU_STATUS_INPUT,
                "%s: %s %s is on a roster and was not in force on %s; expected a day on which all of them were; nothing was "
                "written; take another day",
                mintu_message(DOING), place->code, place->name, text);
    }
    if (json_object_set_new(w->root, "mintu:as-of", json_string(text)))
        return mintu_fail_memory(error, DOING);
    return set_counts(w, change, date, error);
}

/* Title, name, version and day, and what the package says of its notice. */
static mintu_status fail_key(const wording *w, mintu_error *error)
{
    mintu_buffer list = {0};
    const char *key;
    json_t *value;
    json_object_foreach(json_object_get(w->root, "mintu:notice"), key, value)
    {
        mintu_buffer_format(&list, ", %s, %s-en", key, key);
    }
    mintu_status status =
        list.failed ? mintu_fail_memory(error, DOING)
                    : mintu_fail(error, MINTU_STATUS_USAGE,
                                 "%s: there is no word \"%.60s\"; expected one of title, title-en, name, version, as-of%s",
                                 mintu_message(DOING), w->key, list.data ? list.data : "");
    mintu_buffer_free(&list);
    return status;
}

static mintu_status set(wording *w, mintu_change *change, mintu_error *error)
{
    json_t *about = json_object_get(w->root, "mintu:notice");
    size_t size = strlen(w->key);
    bool english = size > 3 && strcmp(w->key + size - 3, "-en") == 0;
    w->lang = english ? "en" : "zh";
    snprintf(w->stem, sizeof w->stem, "%.*s", (int)(english ? size - 3 : size), w->key);
    if (strcmp(w->stem, "title") == 0)
        return set_title(w, error);
    if (strcmp(w->key, "name") == 0 || strcmp(w->key, "version") == 0)
        return set_plain(w, error);
    if (strcmp(w->key, "as-of") == 0)
        return set_day(w, change, error);
    return size < sizeof w->stem && json_object_get(about, w->stem) ? set_language(about, w->stem, w, error)
                                                                    : fail_key(w, error);
}

mintu_status mintu_amend_set(mintu_context *context, const mintu_gazetteer *gazetteer, const char *key, const char *value,
                             const char *target, mintu_error *error)
{
    if (MINTU_GIVEN(error, context, gazetteer, key, value))
        return MINTU_STATUS_USAGE;
    mintu_change change;
    wording w = {.gazetteer = gazetteer, .key = key, .value = value};
    mintu_status status = check_value(&w, error);
    if (status != MINTU_STATUS_OK)
        return status;
    status = mintu_change_open(context, &gazetteer->package, error, &change);
    w.root = change.root;
    if (status == MINTU_STATUS_OK)
        status = set(&w, &change, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_change_commit(&change, target, &(mintu_change_told){.command = "set", .what = key, .changed = 1}, error);
    mintu_change_close(&change);
    return status;
}
