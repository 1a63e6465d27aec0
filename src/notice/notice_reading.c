#include "notice/notice_reading.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void mintu_notice_break(notice_breaks *breaks, mintu_break add)
{
    if (!MINTU_ARRAY_RESERVE(breaks->items, breaks->room, breaks->count + 1))
        breaks->failed = true;
    else
        breaks->items[breaks->count++] = add;
}

size_t mintu_notice_break_behind(const notice_breaks *breaks, size_t text)
{
    size_t low = 0, high = breaks->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (breaks->items[middle].text <= text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

mintu_break mintu_notice_input(const mintu_notice *notice, size_t text)
{
    size_t behind = mintu_notice_break_behind(&notice->breaks, text);
    if (behind == 0)
        return (mintu_break){text, 0, 1, 1};
    mintu_break found = notice->breaks.items[behind - 1];
    size_t further = text - found.text;
    return (mintu_break){text, found.byte + further, found.line, found.column + further};
}

static bool within(const mintu_buffer *buffer, const char *byte)
{
    uintptr_t at = (uintptr_t)byte, start = (uintptr_t)buffer->data;
    return buffer->data && at >= start && at < start + buffer->size;
}

/* The piece of the bodies that holds a byte of them; NULL for a byte between two. */
static const mintu_notice_piece *piece_at(const mintu_notice *notice, size_t body)
{
    size_t low = 0, high = notice->placed_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (notice->pieces[notice->placed[middle]].body <= body)
            low = middle + 1;
        else
            high = middle;
    }
    const mintu_notice_piece *piece = low > 0 ? &notice->pieces[notice->placed[low - 1]] : NULL;
    return piece && body < piece->body + piece->size ? piece : NULL;
}

size_t mintu_notice_text_of(const mintu_notice *notice, const char *byte)
{
    if (within(&notice->texts, byte))
        return (size_t)(byte - notice->texts.data);
    if (!within(&notice->bodies, byte))
        return SIZE_MAX;
    size_t body = (size_t)(byte - notice->bodies.data);
    const mintu_notice_piece *piece = piece_at(notice, body);
    return piece ? piece->text + (body - piece->body) : SIZE_MAX;
}

const char *mintu_notice_written(const mintu_notice *notice, const char *byte)
{
    if (!notice->written.data)
        return byte;
    if (within(&notice->texts, byte))
        return notice->written.data + (byte - notice->texts.data);
    return within(&notice->bodies, byte) ? notice->written_bodies.data + (byte - notice->bodies.data) : byte;
}

void mintu_notice_readings_begin(mintu_notice *notice)
{
    notice->read = calloc(notice->texts.size + 1, 1);
    mintu_notice_holds(notice, notice->read != NULL);
}

void mintu_notice_read_as(mintu_notice *notice, const char *text, size_t size, mintu_notice_reading reading)
{
    for (size_t at = 0; at < size && notice->read;) {
        size_t place = mintu_notice_text_of(notice, text + at), left = size - at;
        if (place == SIZE_MAX) { /* the break between two lines of a body */
            at++;
            continue;
        }
        if (within(&notice->bodies, text + at)) {
            const mintu_notice_piece *piece = piece_at(notice, (size_t)(text + at - notice->bodies.data));
            size_t rest = piece->text + piece->size - place;
            left = left < rest ? left : rest;
        }
        for (size_t i = 0; i < left && place + i < notice->texts.size; i++)
            if (notice->read[place + i] < (unsigned char)reading)
                notice->read[place + i] = (unsigned char)reading;
        at += left;
    }
}

mintu_notice_reading mintu_notice_reading_of(const mintu_notice *notice, const char *text, size_t size,
                                             mintu_notice_reading *least)
{
    mintu_notice_reading most = MINTU_READING_NONE;
    *least = MINTU_READING_END;
    for (size_t at = 0; at < size && notice->read; at++) {
        size_t place = mintu_notice_text_of(notice, text + at);
        mintu_notice_reading one = place < notice->texts.size ? (mintu_notice_reading)notice->read[place] : MINTU_READING_NONE;
        most = one > most ? one : most;
        *least = one < *least ? one : *least;
    }
    return most;
}

mintu_finding_place mintu_finding_at(const mintu_notice *notice, const char *kind, const char *byte)
{
    size_t text = mintu_notice_text_of(notice, byte);
    mintu_break place = mintu_notice_input(notice, text == SIZE_MAX ? 0 : text);
    return (mintu_finding_place){kind, place.line, place.column};
}

void mintu_notice_breaks(mintu_notice *notice, const notice_breaks *breaks, const mintu_sentence *s, size_t skip)
{
    mintu_notice_break(&notice->breaks, (mintu_break){s->text, s->start, s->line, s->column});
    for (size_t i = 0; i < breaks->count; i++) {
        mintu_break b = breaks->items[i];
        if (b.text <= skip || b.text - skip >= s->size)
            continue;
        b.text += s->text - skip;
        mintu_notice_break(&notice->breaks, b);
    }
    mintu_notice_holds(notice, !notice->breaks.failed && !breaks->failed);
}
