#include "geocode/pinyin.h"

#include "base/array.h"
#include "base/error.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

enum { SLOTS = 1 << 14, MOST = SLOTS / 2, LONGEST = 6 };

struct mintu_pinyin_slot {
    char32_t character; /* 0: empty */
    mintu_readings readings;
};

/* Initials and finals of standard Chinese (ISO 7098), the longer before the shorter. */
static const char *const initials[] = {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                       "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", NULL};
static const char *const finals[] = {"a",   "o",  "e",  "ai",  "ei",  "ao",  "ou",  "an",   "en",   "ang", "eng",
                                     "ong", "i",  "ia", "ie",  "iao", "iu",  "ian", "in",   "iang", "ing", "iong",
                                     "u",   "ua", "uo", "uai", "ui",  "uan", "un",  "uang", "ue",   "er",  NULL};

static size_t initial_size(const char *text)
{
    for (size_t i = 0; initials[i]; i++)
        if (strncmp(text, initials[i], strlen(initials[i])) == 0)
            return strlen(initials[i]);
    return 0;
}

static bool is_syllable(const char *text, size_t size)
{
    size_t initial = initial_size(text);
    return initial < size && mintu_text_listed_n(text + initial, size - initial, finals);
}

static mintu_syllable pack(const char *text, size_t size)
{
    mintu_syllable packed = 0;
    for (size_t i = 0; i < size && i < LONGEST; i++)
        packed = packed << 8 | (unsigned char)text[i];
    return packed;
}

/* Number of ways to split; the last one found is in out. A syllable that begins with a vowel stands apart in writing. */
static size_t split(const char *letters, size_t size, size_t count, const bool *apart, mintu_syllable *out)
{
    size_t ways = 0;
    if (count == 0)
        return size == 0;
    if (initial_size(letters) == 0 && !apart[0])
        return 0;
    for (size_t length = 1; length <= LONGEST && length <= size && ways < 2; length++) {
        if (length > 1 && apart[length - 1])
            break;
        if (!is_syllable(letters, length))
            continue;
        mintu_syllable rest[64];
        size_t more = split(letters + length, size - length, count - 1, apart + length, rest);
        if (more == 0)
            continue;
        ways += more;
        out[0] = pack(letters, length);
        memcpy(out + 1, rest, (count - 1) * sizeof *rest);
    }
    return ways;
}

bool mintu_pinyin_split(const char *name, size_t count, mintu_syllable *out)
{
    enum { LETTERS = 64 };
    char letters[LETTERS + 1];
    bool apart[LETTERS + 1] = {true};
    size_t size = 0;
    for (; *name; name++) {
        unsigned char letter = (unsigned char)*name;
        if (letter >= 'A' && letter <= 'Z')
            letter = (unsigned char)(letter - 'A' + 'a');
        if (size >= LETTERS || letter >= 0x80)
            return false;
        if (letter >= 'a' && letter <= 'z')
            letters[size++] = (char)letter;
        else
            apart[size] = true;
    }
    letters[size] = '\0';
    return count > 0 && count <= LETTERS / 2 && split(letters, size, count, apart, out) == 1;
}

bool mintu_pinyin_is(const char *letters)
{
    enum { LETTERS = 64 };
    bool ends[LETTERS + 1] = {true}; /* where a syllable may end */
    size_t size = strlen(letters);
    for (size_t start = 0; start < size && size <= LETTERS; start++)
        for (size_t length = 1; ends[start] && length <= LONGEST && start + length <= size; length++)
            if (is_syllable(letters + start, length))
                ends[start + length] = true;
    return size <= LETTERS && ends[size];
}

static struct mintu_pinyin_slot *find(const mintu_pinyin *pinyin, char32_t character)
{
    size_t at = (character * 2654435761U >> 7) % SLOTS;
    while (pinyin->slots[at].character && pinyin->slots[at].character != character)
        at = (at + 1) % SLOTS;
    return &pinyin->slots[at];
}

/* The table is of fixed size: once half full it learns no new characters, and ICU is asked each time. */
bool mintu_pinyin_learn(mintu_pinyin *pinyin, char32_t character, mintu_syllable syllable)
{
    if (!pinyin->slots && !(pinyin->slots = calloc(SLOTS, sizeof *pinyin->slots)))
        return false;
    struct mintu_pinyin_slot *slot = find(pinyin, character);
    if (!slot->character && pinyin->count >= MOST)
        return true;
    pinyin->count += !slot->character;
    slot->character = character;
    for (size_t i = 0; i < MINTU_READINGS; i++) {
        if (slot->readings.items[i] == 0)
            slot->readings.items[i] = syllable;
        if (slot->readings.items[i] == syllable)
            break;
    }
    return true;
}

mintu_syllable mintu_pinyin_known(const mintu_pinyin *pinyin, char32_t character)
{
    return pinyin->slots ? find(pinyin, character)->readings.items[0] : 0;
}

/* ICU's reading, 0 when it has none. */
static mintu_status ask_icu(mintu_pinyin *pinyin, char32_t character, mintu_error *error, mintu_syllable *out)
{
    uint8_t text[U8_MAX_LENGTH + 1] = {0};
    char letters[MINTU_NAME_SIZE];
    size_t at = 0, size;
    U8_APPEND_UNSAFE(text, at, character);
    mintu_status status =
        mintu_transliterate(&pinyin->transliterator, "Han-Latin; Latin-ASCII", (const char *)text, error, letters, &size);
    *out = size > 0 && is_syllable(letters, size) ? pack(letters, size) : 0;
    return status;
}

mintu_status mintu_pinyin_read(mintu_pinyin *pinyin, char32_t character, mintu_error *error, mintu_readings *out)
{
    *out = (mintu_readings){{0}};
    const struct mintu_pinyin_slot *slot = pinyin->slots ? find(pinyin, character) : NULL;
    if (slot && slot->character) {
        *out = slot->readings;
        return MINTU_STATUS_OK;
    }
    if (!u_hasBinaryProperty((UChar32)character, UCHAR_IDEOGRAPHIC))
        return MINTU_STATUS_OK;
    mintu_status status = ask_icu(pinyin, character, error, &out->items[0]);
    if (status == MINTU_STATUS_OK && !mintu_pinyin_learn(pinyin, character, out->items[0]))
        status = mintu_fail_memory(error, "reading a name");
    return status;
}

void mintu_pinyin_free(mintu_pinyin *pinyin)
{
    mintu_transliterator_close(&pinyin->transliterator);
    free(pinyin->slots);
    *pinyin = (mintu_pinyin){0};
}
