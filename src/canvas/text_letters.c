#include "canvas/text_letters.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int by_start(const void *a, const void *b)
{
    const mintu_text_cluster *one = a, *two = b;
    return one->start < two->start ? -1 : one->start > two->start;
}

/* Fills in the clusters of a layout in the order in which they are drawn. */
static size_t walk_clusters(PangoLayout *layout, mintu_text_cluster *out)
{
    PangoLayoutIter *iterator = pango_layout_get_iter(layout);
    int letter_count;
    const PangoLogAttr *letters = pango_layout_get_log_attrs_readonly(layout, &letter_count);
    const char *string = pango_layout_get_text(layout);
    size_t count = 0, line = 0;
    PangoLayoutLine *last = pango_layout_iter_get_line_readonly(iterator);
    do {
        PangoRectangle box;
        PangoLayoutLine *own = pango_layout_iter_get_line_readonly(iterator);
        pango_layout_iter_get_cluster_extents(iterator, NULL, &box);
        line += own != last;
        last = own;
        size_t start = (size_t)pango_layout_iter_get_index(iterator);
        if (!string[start] || string[start] == '\n') /* no letters: the second is not always told of */
            continue;
        glong number = g_utf8_pointer_to_offset(string, string + start);
        out[count++] = (mintu_text_cluster){.start = start,
                                            .line = line,
                                            .x = (double)box.x / PANGO_SCALE,
                                            .width = (double)box.width / PANGO_SCALE,
                                            .baseline = pango_layout_iter_get_baseline(iterator) / (double)PANGO_SCALE,
                                            .begins_word = number < letter_count && letters[number].is_word_start};
    } while (pango_layout_iter_next_cluster(iterator));
    pango_layout_iter_free(iterator);
    return count;
}

static size_t add_line_feeds(const char *string, mintu_text_cluster *out, size_t count)
{
    for (const char *at = string; (at = strchr(at, '\n')); at++)
        out[count++] = (mintu_text_cluster){.start = (size_t)(at - string)};
    return count;
}

mintu_text_cluster *mintu_text_clusters(const mintu_text *text, size_t index, size_t *count)
{
    PangoLayout *layout = mintu_text_run(text, index)->layout;
    const char *string = pango_layout_get_text(layout);
    size_t size = strlen(string);
    mintu_text_cluster *clusters = calloc(size + 2 + (size_t)pango_layout_get_line_count(layout), sizeof *clusters);
    *count = 0;
    if (!mintu_memory_good(clusters) || size == 0)
        return clusters;
    *count = add_line_feeds(string, clusters, walk_clusters(layout, clusters));
    qsort(clusters, *count, sizeof *clusters, by_start);
    for (size_t i = 0; i < *count; i++) {
        clusters[i].end = i + 1 < *count ? clusters[i + 1].start : size;
        if (i && string[clusters[i].start] == '\n') {
            clusters[i].line = clusters[i - 1].line;
            clusters[i].baseline = clusters[i - 1].baseline;
        }
    }
    return clusters;
}

bool mintu_text_is_upright(const char *string)
{
    for (const char *at = string; *at; at = g_utf8_next_char(at))
        if (g_unichar_iswide(g_utf8_get_char(at)))
            return true;
    return false;
}

/* Pango halves letter spacing between both sides of a letter, but the first and the last have it on one side only. */
static double middle_of(const mintu_text_cluster *box, double own_width, bool first, bool last)
{
    return first ? box->x + own_width / 2 : last ? box->x + box->width - own_width / 2 : box->x + box->width / 2;
}

static const mintu_text_section *section_at(const mintu_text_style *style, size_t start)
{
    for (size_t i = 0; i < style->section_count; i++)
        if (start < style->sections[i].end)
            return &style->sections[i];
    return NULL;
}

/* A run of one letter, in its own size and colour. */
static size_t shape_letter(mintu_text *text, const mintu_text_style *style, const mintu_text_cluster *cluster, size_t index)
{
    const mintu_text_section *part = section_at(style, cluster->start);
    mintu_text_section own = {0};
    mintu_text_style single = *style;
    single.spacing = 0;
    single.section_count = 0;
    single.said = NULL;
    if (part) {
        own = *part;
        own.end = cluster->end - cluster->start;
        own.rise = 0;
        single.sections = &own;
        single.section_count = 1;
    }
    char *string = mintu_text_copy_n(mintu_text_string(text, index) + cluster->start, cluster->end - cluster->start);
    size_t run = string ? mintu_text_shape(text, &single, string) : (size_t)-1;
    free(string);
    return run;
}

/* px of a letter's middle below that of all lines. */
static double across_of(const mintu_text *text, const mintu_text_style *style, size_t index, const mintu_text_cluster *cluster,
                        const mintu_run *letter)
{
    const mintu_run *whole = mintu_text_run(text, index);
    const mintu_text_section *part = section_at(style, cluster->start);
    if (!whole->lines || !letter->lines || cluster->line >= whole->line_count)
        return 0;
    double baseline = whole->lines[cluster->line].baseline - (part ? part->rise * style->size : 0);
    return (baseline - whole->height / 2) - (letter->lines[0].baseline - letter->height / 2);
}

static size_t without_line_feeds(const char *string, size_t start, size_t end)
{
    while (end > start && (string[end - 1] == '\n' || string[end - 1] == '\r'))
        end--;
    return end;
}

/* Letters of several lines stand on their own baselines. */
static bool split_into(mintu_text *text, const mintu_text_style *style, size_t index, mintu_text_cluster *clusters,
                       size_t count)
{
    double middle = count ? (clusters[0].baseline + clusters[count - 1].baseline) / 2 : 0;
    for (size_t i = 0; i < count; i++) {
        const char *string = mintu_text_string(text, index);
        clusters[i].end = without_line_feeds(string, clusters[i].start, clusters[i].end);
        gunichar code = g_utf8_get_char(string + clusters[i].start);
        if (clusters[i].end <= clusters[i].start || g_unichar_isspace(code))
            continue;
        size_t letter = shape_letter(text, style, &clusters[i], index);
        if (letter == (size_t)-1)
            return false;
        mintu_run *whole = &text->runs[index]; /* shaping may have moved it */
        const mintu_run *own = &text->runs[letter];
        whole->letters[whole->letter_count++] =
            (mintu_text_letter){letter, middle_of(&clusters[i], own->width, i == 0, i + 1 == count) - whole->left,
                                whole->lines ? across_of(text, style, index, &clusters[i], own) : clusters[i].baseline - middle,
                                g_unichar_iswide(code) != 0};
    }
    return true;
}

void mintu_text_split(mintu_text *text, const mintu_text_style *style, size_t index)
{
    size_t count;
    if (text->runs[index].letters)
        return;
    mintu_text_cluster *clusters = mintu_text_clusters(text, index, &count);
    text->runs[index].letters = calloc(count + 1, sizeof(mintu_text_letter));
    if (clusters && mintu_memory_good(text->runs[index].letters))
        split_into(text, style, index, clusters, count);
    free(clusters);
}

/* Whether a letter that is not made for columns stands upright in one; signs have a form for it. */
static bool is_put_upright(gunichar code)
{
    return !g_unichar_iswide(code) && g_unichar_isalnum(code);
}

static bool has_upright(const char *string)
{
    for (; *string; string = g_utf8_next_char(string))
        if (is_put_upright(g_utf8_get_char(string)))
            return true;
    return false;
}

/* A large sign is turned about the same point as others, which leaves it this much farther down, em of the difference. */
static const double LARGE_DOWN = 5.88 / 24;

/* Where the next letter of a column goes. */
typedef struct column {
    mintu_text *text;
    const mintu_text_style *style;
    size_t rows, line;
    double x, longest;
} column;

static mintu_text_letter set_in_column(column *c, const mintu_text_cluster *cluster, gunichar code)
{
    const mintu_text_section *part = section_at(c->style, cluster->start);
    mintu_text_style style = *c->style;
    double em = style.size * (part ? part->scale : 1);
    mintu_text_letter letter = {.upright = is_put_upright(code), .middle = c->x + em / 2 + LARGE_DOWN * (em - style.size)};
    style.vertical = !letter.upright;
    letter.run = shape_letter(c->text, &style, cluster, c->rows);
    const mintu_run *rows = mintu_text_run(c->text, c->rows);
    letter.across = cluster->line < rows->line_count ? rows->lines[cluster->line].middle - rows->height / 2 : 0;
    c->longest = fmax(c->longest, c->x + em);
    c->x += em + style.spacing * style.size;
    return letter;
}

static void split_into_column(column *c, size_t index, const mintu_text_cluster *clusters, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        gunichar code = g_utf8_get_char(mintu_text_string(c->text, c->rows) + clusters[i].start);
        if (clusters[i].line != c->line)
            c->x = 0;
        c->line = clusters[i].line;
        if (g_unichar_isspace(code)) {
            c->x += clusters[i].width;
            continue;
        }
        mintu_text_letter letter = set_in_column(c, &clusters[i], code);
        mintu_run *whole = &c->text->runs[index]; /* shaping may have moved it */
        if (letter.run != (size_t)-1)
            whole->letters[whole->letter_count++] = letter;
    }
}

void mintu_text_split_column(mintu_text *text, const mintu_text_style *style, size_t index, size_t rows)
{
    size_t count;
    column c = {.text = text, .style = style, .rows = rows};
    if (text->runs[index].letters || (!style->section_count && !has_upright(mintu_text_string(text, rows))))
        return;
    mintu_text_cluster *clusters = mintu_text_clusters(text, rows, &count);
    text->runs[index].letters = calloc(count + 1, sizeof(mintu_text_letter));
    if (clusters && mintu_memory_good(text->runs[index].letters))
        split_into_column(&c, index, clusters, count);
    text->runs[index].width = c.longest;
    text->runs[index].height = text->runs[rows].height;
    free(clusters);
}
