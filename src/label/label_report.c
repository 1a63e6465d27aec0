#include "label/label_report.h"

#include "base/context.h"
#include "base/message.h"
#include "canvas/report_mm.h"
#include "canvas/text_clean.h"
#include "label/label_candidate.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *text_of(const mintu_labels *labels, const mintu_label *label)
{
    return mintu_text_said(&labels->drawing->text, label->run);
}

static const char *layer_of(const mintu_labels *labels, const mintu_label *label)
{
    return mintu_style_layer_id(mintu_label_layer(labels, label));
}

/* Why a label has no place, in words. */
static void tell_reason(const mintu_label *label, char *out, size_t size)
{
    static const char *const BY[MINTU_HINDRANCE_END] = {"", N_("reaches over the edge of the map"),
                                                        N_("lies beneath the furniture"), N_("covers a symbol")};
    mintu_hindrance worst = MINTU_HINDRANCE_FRAME;
    for (int i = MINTU_HINDRANCE_FRAME; i < MINTU_HINDRANCE_END; i++)
        if (label->hindered[i] > label->hindered[worst])
            worst = (mintu_hindrance)i;
    if (label->cover)
        snprintf(out, size, mintu_message("what it names lies beneath the %s"), label->cover);
    else if (label->count)
        snprintf(out, size, mintu_message("found no free place: all %zu that it could have are taken by other labels"),
                 label->count);
    else if (label->tried)
        snprintf(out, size,
                 mintu_message("found no free place: each of the %u tried has something in its way; most often it %s"),
                 label->tried, mintu_message(BY[worst]));
    else
        snprintf(out, size,
                 mintu_message("found no free place: what can be seen of what it names is too small or too bent for it"));
}

static void tell_one(const mintu_labels *labels, const mintu_label *label)
{
    char reason[160], *text = mintu_text_beginning(text_of(labels, label));
    tell_reason(label, reason, sizeof reason);
    mintu_findings_add(labels->drawing->findings,
                       "required label not placed: \"%s\" of layer \"%s\" (feature %zu) at 1:%.0f: %s; use a larger %s",
                       text ? g_strdelimit(text, "\n", ' ') : "", layer_of(labels, label), label->row + 1,
                       labels->drawing->page.scale, reason,
                       label->cover ? mintu_message("page, another extent or another anchor")
                                    : mintu_message("scale or page, or smaller text"));
    free(text);
}

/* Icons that found no place are no finding, since the style lets them go, but they are told, layer by layer. */
static void tell_icons(const mintu_labels *labels)
{
    for (size_t i = 0, next; i < labels->count; i = next) {
        size_t wanted = 0, placed = 0;
        for (next = i; next < labels->count && labels->labels[next].layer == labels->labels[i].layer; next++) {
            wanted += labels->labels[next].icon.wanted;
            placed += labels->labels[next].icon.placed;
        }
        if (placed < wanted)
            mintu_context_notice(labels->drawing->context,
                                 "layer \"%s\": %zu of %zu icons are left out, since they or their texts collide with others; "
                                 "icon-allow-overlap and text-optional let them stand",
                                 layer_of(labels, &labels->labels[i]), wanted - placed, wanted);
    }
}

void mintu_labels_tell(const mintu_labels *labels)
{
    tell_icons(labels);
    for (size_t i = 0; i < labels->count; i++)
        if (labels->labels[i].required && labels->labels[i].chosen == MINTU_UNPLACED)
            tell_one(labels, &labels->labels[i]);
    if (labels->stopped_by_time)
        mintu_findings_add(labels->drawing->findings,
                           "the choice of label places was stopped after %zu trials because it took too long; "
                           "another run may give another map",
                           labels->trials);
}

/* How much of what stands on the map meets a box of label @p index: all of it, or without the labels before that one. */
static size_t count_met(const mintu_labels *labels, const mintu_box *box, size_t index, bool later)
{
    size_t count = 0;
    mintu_collision_walk walk = mintu_collision_begin(&labels->collision, box);
    for (const mintu_obstacle *other; (other = mintu_collision_next(&walk));)
        count += later ? other->owner > index : other->owner != index; /* what is no label has the largest number */
    return count;
}

/* Counts pairs of labels that meet, and labels that meet a symbol or furniture, from what was chosen alone. */
static size_t count_overlaps(const mintu_labels *labels)
{
    size_t count = 0;
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label_candidate *place = mintu_label_place(labels, &labels->labels[i]);
        if (place && !place->letter_count)
            count += count_met(labels, &place->box, i, true);
        for (size_t j = 0; place && j < place->letter_count; j++)
            count += count_met(labels, &labels->parts[place->part + j], i, false) > 0;
    }
    return count;
}

/* Labels without a leader that stand nearer to another's symbol than to their own: a reader may take them for the other's. */
static size_t count_doubtful(const mintu_labels *labels)
{
    size_t count = 0;
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label *label = &labels->labels[i];
        const mintu_label_candidate *place = mintu_label_place(labels, label);
        if (!place || place->leader || !(label->clearance > 0))
            continue;
        mintu_box near = mintu_box_grown(place->box, mintu_label_distance(label, &place->box));
        count += mintu_collision_others(&labels->collision, &near, label->at) > 0;
    }
    return count;
}

/* Sums over one style layer, or over all. */
typedef struct tally {
    size_t wanted, placed, required, leaders;
    double ranks, smallest;
} tally;

static tally tally_of(const mintu_labels *labels, size_t layer)
{
    tally t = {.smallest = INFINITY};
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label *label = &labels->labels[i];
        if (label->run == MINTU_UNPLACED || (layer != MINTU_UNPLACED && label->layer != layer))
            continue;
        t.wanted++;
        t.required += label->required;
        const mintu_label_candidate *place = mintu_label_place(labels, label);
        if (!place)
            continue;
        t.placed++;
        t.leaders += place->leader;
        t.ranks += place->rank;
        t.smallest = fmin(t.smallest, mintu_labels_run(labels, label->run)->size * 0.75 * labels->drawing->canvas.type);
    }
    return t;
}

static json_t *tally_json(const tally *t)
{
    json_t *out = json_pack("{s:I, s:I, s:I, s:I}", "wanted", (json_int_t)t->wanted, "placed", (json_int_t)t->placed,
                            "required", (json_int_t)t->required, "leaders", (json_int_t)t->leaders);
    if (t->placed) {
        json_object_set_new(out, "mean_anchor_rank", json_real(mintu_report_number(t->ranks / (double)t->placed)));
        json_object_set_new(out, "smallest_text_pt", json_real(mintu_report_number(t->smallest)));
    }
    return out;
}

/* Feature numbers count from 1, as findings do. */
static json_t *placed_json(const mintu_labels *labels, const mintu_label *label, const mintu_label_candidate *place)
{
    return json_pack("{s:s, s:s, s:I, s:o, s:I, s:o*}", "text", text_of(labels, label), "layer", layer_of(labels, label),
                     "feature", (json_int_t)label->row + 1, "box_mm", mintu_report_box(&labels->drawing->page, &place->box),
                     "anchor_rank", (json_int_t)place->rank, "leader", place->leader ? json_true() : NULL);
}

static json_t *dropped_json(const mintu_labels *labels, const mintu_label *label)
{
    char reason[160];
    tell_reason(label, reason, sizeof reason);
    return json_pack("{s:s, s:s, s:I, s:s, s:o*}", "text", text_of(labels, label), "layer", layer_of(labels, label), "feature",
                     (json_int_t)label->row + 1, "reason", reason, "required", label->required ? json_true() : NULL);
}

static json_t *layers_json(const mintu_labels *labels)
{
    json_t *out = json_array();
    for (size_t i = 0; i < mintu_style_layer_count(labels->drawing->style); i++) {
        tally t = tally_of(labels, i);
        if (t.wanted == 0)
            continue;
        json_t *one = tally_json(&t);
        json_object_set_new(one, "layer", json_string(mintu_style_layer_id(mintu_style_layer_at(labels->drawing->style, i))));
        json_array_append_new(out, one);
    }
    return out;
}

char *mintu_labels_report(const mintu_labels *labels, json_t *legend)
{
    tally all = tally_of(labels, MINTU_UNPLACED);
    json_t *report = tally_json(&all), *dropped = json_array(), *placed = json_array();
    for (size_t i = 0; i < labels->count; i++) {
        const mintu_label *label = &labels->labels[i];
        const mintu_label_candidate *place = mintu_label_place(labels, label);
        if (label->run == MINTU_UNPLACED)
            continue;
        json_array_append_new(place ? placed : dropped,
                              place ? placed_json(labels, label, place) : dropped_json(labels, label));
    }
    bool good =
        json_object_update_new(report, json_pack("{s:I, s:I, s:I, s:b, s:o, s:o, s:o, s:o}", "overlaps",
                                                 (json_int_t)count_overlaps(labels), "nearer_to_another",
                                                 (json_int_t)count_doubtful(labels), "trials", (json_int_t)labels->trials,
                                                 "stopped_by_time", labels->stopped_by_time, "layers", layers_json(labels),
                                                 "dropped", dropped, "labels", placed, "legend", legend)) == 0;
    char *text = good ? json_dumps(report, JSON_INDENT(1) | JSON_REAL_PRECISION(8)) : NULL;
    json_decref(report);
    return text;
}
