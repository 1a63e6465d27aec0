/* Pinyin of Han characters, without tones: as the package's English names read them, else as ICU does. */
#ifndef GEOCODE_PINYIN_H
#define GEOCODE_PINYIN_H

#include "geocode/transliterate.h"

#include <stdbool.h>
#include <uchar.h>

/* The letters of a syllable, of which none has more than six, packed; 0: unknown. */
typedef uint64_t mintu_syllable;

enum { MINTU_READINGS = 3 };

/* What a character may be read as; unused ones are 0. */
typedef struct mintu_readings {
    mintu_syllable items[MINTU_READINGS];
} mintu_readings;

/* Zero-initialise; free with mintu_pinyin_free(). */
typedef struct mintu_pinyin {
    struct mintu_pinyin_slot *slots;
    size_t count;
    mintu_transliterator transliterator; /* for characters that no name of the package has */
} mintu_pinyin;

/* Splits an English name into exactly @p count syllables; false when it cannot be, or not in one way only. */
bool mintu_pinyin_split(const char *name, size_t count, mintu_syllable *out);

/* True when letters can be read as syllables, however many. */
bool mintu_pinyin_is(const char *letters);

/* Notes that a character is read so. False when memory ran out. */
bool mintu_pinyin_learn(mintu_pinyin *pinyin, char32_t character, mintu_syllable syllable);

/* The first reading learned, or 0. */
mintu_syllable mintu_pinyin_known(const mintu_pinyin *pinyin, char32_t character);

/* How a character is read: as learned, else by ICU. */
mintu_status mintu_pinyin_read(mintu_pinyin *pinyin, char32_t character, mintu_error *error, mintu_readings *out);

void mintu_pinyin_free(mintu_pinyin *pinyin);

#endif
