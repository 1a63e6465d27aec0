/* Where mentions, groups and problems stand: characters, lines, columns and sentences, in one pass over each stretch. */
#include "scan/scan_place.h"

#include "scan/scan_parts.h"

#include <stdlib.h>
#include <string.h>

/* A place in the text that only moves forward. */
typedef struct cursor {
    const char *text;
    size_t at, characters, line, line_characters; /* characters before the line */
} cursor;

/* Characters that begin between two bytes; a plain loop, so that the compiler makes it wide. */
static size_t count_characters(const char *text, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

static void move(cursor *c, size_t to)
{
    const char *end = NULL;
    while (c->at < to && (end = memchr(c->text + c->at, '\n', to - c->at))) {
        size_t next = (size_t)(end - c->text) + 1;
        c->characters += count_characters(c->text, c->at, next);
        c->line_characters = c->characters;
        c->line++;
        c->at = next;
    }
    if (c->at < to)
        c->characters += count_characters(c->text, c->at, to);
    c->at = c->at < to ? to : c->at;
}

static size_t column(const cursor *c)
{
    return c->characters - c->line_characters + 1;
}

/* The sentence around a mention, looked for between the last one and the next stop. */
static void find_sentence(const mintu_scan *scan, const mintu_mention *mention, mintu_scan_span *sentence)
{
    size_t start = mention->byte_start, end = mention->byte_end;
    if (sentence->end >= end && sentence->end > 0)
        return;
    while (
        start > sentence->end &&
        !(mintu_scan_may_stop(scan->text[start - 1]) && mintu_scan_stop(scan->text, scan->size, start - 1) == 1) &&
        !(start >= 3 && mintu_scan_may_stop(scan->text[start - 3]) && mintu_scan_stop(scan->text, scan->size, start - 3) == 3))
        start--;
    while (end < scan->size && !(mintu_scan_may_stop(scan->text[end]) && mintu_scan_stop(scan->text, scan->size, end) > 0))
        end++;
    if (end < scan->size && scan->text[end] != '\n' && scan->text[end] != '\0')
        end += mintu_scan_stop(scan->text, scan->size, end);
    *sentence = (mintu_scan_span){start, end};
}

static void place_mentions(mintu_scan *scan)
{
    cursor c = {.text = scan->text, .line = 1};
    mintu_scan_span sentence = {0, 0};
    size_t group = 0;
    for (size_t i = 0; i < scan->count; i++) {
        mintu_mention *mention = &scan->mentions[i];
        move(&c, mention->byte_start);
        mention->line = c.line;
        mention->column = column(&c);
        mention->char_start = c.characters;
        if (group < scan->group_count && scan->groups[group].byte_start == mention->byte_start) {
            scan->groups[group].line = c.line;
            scan->groups[group++].column = column(&c);
        }
        move(&c, mention->byte_end);
        mention->char_end = c.characters;
        find_sentence(scan, mention, &sentence);
        mention->sentence_start = sentence.start;
        mention->sentence_end = sentence.end;
    }
}

static int compare_problems(const void *a, const void *b)
{
    const mintu_scan_problem *x = a, *y = b;
    return (x->byte_start > y->byte_start) - (x->byte_start < y->byte_start);
}

void mintu_scan_place(mintu_scan *scan)
{
    place_mentions(scan);
    cursor c = {.text = scan->text, .line = 1};
    qsort(scan->problems, scan->problem_count, sizeof *scan->problems, compare_problems);
    for (size_t i = 0; i < scan->problem_count; i++) {
        move(&c, scan->problems[i].byte_start);
        scan->problems[i].line = c.line;
        scan->problems[i].column = column(&c);
    }
}
