#include "style/overlay.h"

#include "base/message.h"
#include "style/document.h"
#include "style/overlay_layers.h"
#include "style/overlay_own.h"
#include "style/overlay_palette.h"

#include <string.h>

static void set_text(json_t *object, const char *key, const char *text)
{
    if (text)
        json_object_set_new(object, key, json_string(text));
}

static void set_number(json_t *object, const char *key, double number)
{
    if (number != 0)
        json_object_set_new(object, key, json_real(number));
}

/* Off the map, nowhere, or where the map has room: then the style's own place does not count. */
static mintu_status set_legend(json_t *legend, const char *where, mintu_error *error)
{
    static const char *const WORDS[] = {"map", "below", "beside", "none"};
    bool known = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        known = known || strcmp(WORDS[i], where) == 0;
    if (!known)
        return mintu_fail(error, MINTU_STATUS_USAGE, "the legend cannot stand \"%.40s\"; it may be map, below, beside or none",
                          where);
    if (strcmp(where, "map") == 0)
        return MINTU_STATUS_OK;
    json_object_del(legend, "position");
    json_object_set_new(legend, "anchor", json_string(where));
    return MINTU_STATUS_OK;
}

static mintu_status check_size(const char *what, double points, mintu_error *error)
{
    if (points == 0 || (points >= MINTU_TYPE_LEAST && points <= MINTU_TYPE_MOST))
        return MINTU_STATUS_OK;
    return mintu_fail(error, MINTU_STATUS_USAGE, "the size of the %s is %g points; it must be %g to %g", mintu_message(what),
                      points, MINTU_TYPE_LEAST, MINTU_TYPE_MOST);
}

static mintu_status check_sizes(const mintu_style_changes *changes, mintu_error *error)
{
    mintu_status status = check_size(N_("legend"), changes->legend_size, error);
    if (status == MINTU_STATUS_OK)
        status = check_size(N_("title"), changes->title_size, error);
    if (status == MINTU_STATUS_OK && changes->type_scale != 0 &&
        !(changes->type_scale >= MINTU_TYPE_SCALE_LEAST && changes->type_scale <= MINTU_TYPE_SCALE_MOST))
        status = mintu_fail(error, MINTU_STATUS_USAGE, "type cannot be %g times as large; use %g to %g", changes->type_scale,
                            MINTU_TYPE_SCALE_LEAST, MINTU_TYPE_SCALE_MOST);
    return status;
}

static mintu_status change_layout(json_t *root, const mintu_style_changes *changes, mintu_error *error)
{
    json_t *layout = mintu_overlay_member(mintu_overlay_member(root, "metadata"), "mintu:layout");
    mintu_status status = check_sizes(changes, error);
    if (status == MINTU_STATUS_OK && changes->legend)
        status = set_legend(mintu_overlay_member(layout, "legend"), changes->legend, error);
    if (changes->legend_size != 0)
        set_number(mintu_overlay_member(layout, "legend"), "size", changes->legend_size);
    if (changes->type_scale != 0)
        set_number(mintu_overlay_member(layout, "page"), "type-scale", changes->type_scale);
    set_number(layout, "title-size", changes->title_size);
    set_text(layout, "subtitle", changes->subtitle);
    if (changes->maker || changes->date || changes->sheet || changes->secrecy) {
        json_t *block = mintu_overlay_member(layout, "title-block");
        set_text(block, "maker", changes->maker);
        set_text(block, "date", changes->date);
        set_text(block, "sheet", changes->sheet);
        set_text(block, "secrecy", changes->secrecy);
    }
    return status;
}

/* Own data first: the other changes are made to it as to the rest. */
mintu_status mintu_overlay(json_t *root, const mintu_style_changes *changes, mintu_error *error)
{
    if (!json_is_object(root) || !json_is_array(json_object_get(root, "layers"))) /* its reader tells */
        return MINTU_STATUS_OK;
    mintu_status status = change_layout(root, changes, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_overlay_own(root, changes, error);
    if (status == MINTU_STATUS_OK && changes->palette)
        status = mintu_overlay_palette(root, changes, error);
    if (status == MINTU_STATUS_OK)
        status = mintu_overlay_layers(root, changes, error);
    return status;
}
