#include "geocode/name_words.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* Normal forms of the country whose codes and types these are. */
static const char *const countries[] = {"中国", "中华人民共和国", "china", "prchina", "prc", "peoplesrepublicofchina", NULL};

/* English joins the smaller unit to the larger one by words as well as by commas. */
static const char *const joints[] = {"of", "in", NULL};

static bool is_comma(UChar32 c)
{
    return c == ',' || c == 0xFF0C || c == ';' || c == 0xFF1B || c == '/' || c == '|' || c == '\n';
}

/* Tones as digits go (shui3tou2), and v behind l and n is the ü of keyboards, whose dots went before. */
static size_t tidy_latin(char *word, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < size; i++) {
        bool letter = used > 0 && word[used - 1] >= 'a' && word[used - 1] <= 'z';
        if (letter && word[i] >= '0' && word[i] <= '5')
            continue;
        bool umlaut = word[i] == 'v' && letter && (word[used - 1] == 'l' || word[used - 1] == 'n');
        word[used++] = (char)(umlaut ? 'u' : word[i]);
    }
    return used;
}

/* Takes the country off the front of the last segment, which may leave nothing of it. */
static void drop_country(mintu_words *words, size_t start)
{
    for (const char *const *country = countries; *country; country++) {
        size_t length = strlen(*country), rest = words->size - start;
        if (rest < length || memcmp(words->text + start, *country, length) != 0 ||
            (rest > length && words->latin && !words->starts[start + length]))
            continue;
        memmove(words->text + start, words->text + start + length, rest - length);
        memmove(words->starts + start, words->starts + start + length, (rest - length) * sizeof *words->starts);
        memset(words->starts + words->size - length, 0, length * sizeof *words->starts);
        words->size -= length;
        return;
    }
}

static void end_segment(mintu_words *words)
{
    size_t start = words->segments[words->count];
    drop_country(words, start);
    if (words->size == start)
        return;
    if (words->count < MINTU_SEGMENTS)
        words->segments[++words->count] = words->size;
    else
        words->failed = true;
}

/* Adds a word of the query. */
static mintu_status add_word(mintu_words *words, const char *raw, size_t raw_size, mintu_error *error)
{
    char text[MINTU_NAME_SIZE], word[MINTU_NAME_SIZE];
    size_t size;
    memcpy(text, raw, raw_size);
    text[raw_size] = '\0';
    mintu_status status = mintu_name_normalise(text, error, word, &size);
    if (status != MINTU_STATUS_OK || size == 0)
        return status;
    if (mintu_utf8_count_n(word, size) == size) { /* Latin */
        size = tidy_latin(word, size);
        if (mintu_text_listed_n(word, size, joints)) {
            end_segment(words);
            return status;
        }
    } else {
        words->latin = false;
    }
    if (words->size + size >= MINTU_NAME_SIZE) {
        words->failed = true;
        return status;
    }
    memcpy(words->text + words->size, word, size);
    words->starts[words->size] = true;
    words->size += size;
    return status;
}

/* Next word of the query from *at; *comma tells whether a comma ends it. */
static size_t next_word(const char *query, size_t size, size_t *at, bool *comma)
{
    const uint8_t *bytes = (const uint8_t *)query;
    size_t end = *at;
    *comma = false;
    while (*at < size) {
        UChar32 c;
        end = *at;
        U8_NEXT(bytes, *at, size, c);
        *comma = is_comma(c);
        if (*comma || u_isUWhiteSpace(c) || c == '-')
            return end;
        end = *at;
    }
    return end;
}

/* A single Latin word may be several names in one, as Chinese is written: anxilongmen. */
static void open_single_word(mintu_words *words)
{
    size_t count = 0;
    for (size_t i = 0; i < words->size; i++)
        count += words->starts[i];
    for (size_t i = 0; count == 1 && i < words->size; i++)
        words->starts[i] = true;
}

mintu_status mintu_words_read(const char *query, mintu_error *error, mintu_words *out)
{
    size_t size = strlen(query);
    memset(out, 0, sizeof *out);
    out->latin = true;
    if (size >= MINTU_NAME_SIZE || !mintu_utf8_valid(query, size, NULL))
        return MINTU_STATUS_OK;
    mintu_status status = MINTU_STATUS_OK;
    for (size_t at = 0; at < size && status == MINTU_STATUS_OK;) {
        size_t start = at;
        bool comma;
        size_t end = next_word(query, size, &at, &comma);
        status = add_word(out, query + start, end - start, error);
        if (comma)
            end_segment(out);
    }
    end_segment(out);
    out->text[out->size] = '\0';
    if (out->failed)
        out->size = 0;
    if (out->latin)
        open_single_word(out);
    return status;
}

bool mintu_words_reverse(const mintu_words *words, mintu_words *out)
{
    if (words->count < 2 || memchr(words->text, '(', words->size))
        return false;
    memset(out, 0, sizeof *out);
    out->latin = words->latin;
    for (size_t i = words->count; i > 0; i--) {
        size_t start = words->segments[i - 1], length = words->segments[i] - start;
        memcpy(out->text + out->size, words->text + start, length);
        memcpy(out->starts + out->size, words->starts + start, length * sizeof *out->starts);
        out->size += length;
        out->segments[++out->count] = out->size;
    }
    return true;
}

mintu_reading mintu_words_reading(const mintu_words *words)
{
    return (mintu_reading){words->text, words->size, words->latin ? words->starts : NULL, words->latin};
}
