#include "map/caption.h"

#include "furniture/furniture_look.h"
#include "furniture/furniture_words.h"
#include "furniture/imprint_notes.h"
#include "furniture/layout_text.h"
#include "style/style_source.h"

#include <glib.h>
#include <mintu/text.h>
#include <stdlib.h>
#include <string.h>

static const char *word(const mintu_drawing *drawing, mintu_furniture_word which)
{
    return mintu_furniture_word_text(which, drawing->lang);
}

/* A sentence, ended as the language ends it unless it is ended already. */
static void add_sentence(const mintu_drawing *drawing, mintu_buffer *out, const char *text)
{
    static const char *const ENDS[] = {"。", ".", "！", "？", "!", "?"};
    bool ended = false;
    if (!text || !*text)
        return;
    if (out->size && strcmp(drawing->lang, "en") == 0)
        mintu_buffer_text(out, " ");
    mintu_buffer_text(out, text);
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        ended = ended || (strlen(text) >= strlen(ENDS[i]) && strcmp(text + strlen(text) - strlen(ENDS[i]), ENDS[i]) == 0);
    if (!ended)
        mintu_buffer_text(out, word(drawing, MINTU_WORD_STOP));
}

/* A row's label; of a ramp and of nested circles also the first and the last value. */
static void add_row(const mintu_drawing *drawing, const mintu_legend *legend, const mintu_legend_row *row, mintu_buffer *out)
{
    const mintu_legend_swatch *swatches = legend->swatches + row->first;
    const char *label = mintu_furniture_string(drawing, row->run);
    mintu_buffer_text(out, label);
    if (row->form < MINTU_LEGEND_RAMP || row->count == 0)
        return;
    mintu_buffer_format(out, "%s%s", *label ? " " : "", mintu_furniture_string(drawing, swatches[0].run));
    if (row->count > 1)
        mintu_buffer_format(out, "–%s", mintu_furniture_string(drawing, swatches[row->count - 1].run));
}

/* Lines under one heading are listed behind it; a heading, and a line of another layer, begin anew. */
static void add_legend(const mintu_furniture *furniture, mintu_buffer *out)
{
    const mintu_drawing *drawing = furniture->drawing;
    const mintu_legend *legend = &furniture->legend;
    const mintu_legend_row *above = NULL, *heading = NULL;
    for (size_t i = 0; furniture->has[MINTU_PIECE_LEGEND] && i < legend->row_count; i++) {
        const mintu_legend_row *row = &legend->rows[i];
        bool heads = row->form == MINTU_LEGEND_HEADING;
        if (row->run == MINTU_NO_RUN && row->form < MINTU_LEGEND_RAMP)
            continue;
        bool within = above && !heads && (heading ? heading->group == row->group : above->group == row->group);
        mintu_buffer_text(out, !above             ? ""
                               : !within          ? word(drawing, MINTU_WORD_SEPARATOR)
                               : above == heading ? word(drawing, MINTU_WORD_COLON)
                                                  : word(drawing, MINTU_WORD_COMMA));
        add_row(drawing, legend, row, out);
        heading = heads ? row : within ? heading : NULL;
        above = row;
    }
}

void mintu_caption_describe(const mintu_furniture *furniture, mintu_buffer *out)
{
    mintu_drawing *drawing = furniture->drawing;
    mintu_buffer shown = {0};
    char ratio[40], *subtitle = mintu_layout_text(drawing, "subtitle", 0);
    add_sentence(drawing, out, subtitle);
    mintu_buffer_text(&shown, word(drawing, MINTU_WORD_SHOWN));
    size_t lead = shown.size;
    add_legend(furniture, &shown);
    if (!shown.failed && shown.size > lead)
        add_sentence(drawing, out, shown.data);
    mintu_buffer_clear(&shown);
    mintu_number_grouped(drawing->page.scale, ratio, sizeof ratio);
    mintu_buffer_format(&shown, "%s 1:%s", word(drawing, MINTU_WORD_SCALE), ratio);
    add_sentence(drawing, out, shown.failed ? NULL : shown.data);
    mintu_buffer_clear(&shown);
    mintu_imprint_notes_add(furniture, &shown);
    add_sentence(drawing, out, shown.failed ? NULL : g_strdelimit(shown.data, "\n", ' '));
    out->failed = out->failed || shown.failed;
    mintu_buffer_free(&shown);
    free(subtitle);
}

/* Adds note @p key of each layer that has it, each value once. */
static void add_notes(const mintu_drawing *drawing, const char *key, const char *before, mintu_buffer *out)
{
    mintu_buffer known = {0};
    for (size_t i = 0; i < drawing->plot_count; i++) {
        const char *note = mintu_drawing_note(drawing, i, key);
        if (!note || !*note || (known.data && strstr(known.data, note)))
            continue;
        mintu_buffer_text(out, known.size ? "; " : before);
        mintu_buffer_text(out, note);
        mintu_buffer_format(&known, "%s\n", note);
    }
    out->failed = out->failed || known.failed;
    mintu_buffer_free(&known);
}

void mintu_caption_licences(const mintu_drawing *drawing, mintu_buffer *out)
{
    mintu_buffer_text(out, "");
    add_notes(drawing, "licence", "", out);
}

void mintu_caption_record(const mintu_drawing *drawing, mintu_buffer *out)
{
    const char *style = mintu_style_file(drawing->style), *day = mintu_layout_day(drawing);
    mintu_buffer_text(out, "mintu " MINTU_VERSION_STRING);
    if (*style)
        mintu_buffer_format(out, "; style %s", style);
    add_notes(drawing, "package", "; data ", out);
    if (day)
        mintu_buffer_format(out, "; as of %s", day);
}

/* A text file is shown on terminals as well, so that what turns the direction of writing is shown. */
static void add_line(const char *text, mintu_buffer *out)
{
    char piece[512];
    size_t start = out->size;
    while (*text) {
        text += mintu_text_visible(text, piece, sizeof piece);
        mintu_buffer_text(out, piece);
    }
    if (out->size > start)
        mintu_buffer_text(out, "\n");
}

char *mintu_caption_text(const mintu_provenance *provenance)
{
    mintu_buffer text = {0}, line = {0};
    const char *parts[] = {provenance->title, provenance->description, provenance->source};
    mintu_buffer_text(&text, "");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        mintu_buffer_clear(&line);
        mintu_buffer_text(&line, parts[i]);
        add_line(line.failed ? "" : g_strdelimit(line.data, "\n\t", ' '), &text);
    }
    text.failed = text.failed || line.failed;
    mintu_buffer_free(&line);
    if (text.failed)
        mintu_buffer_free(&text);
    return text.data;
}
