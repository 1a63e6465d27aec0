#include "geocode/fuzzy_distance.h"

#include "base/utf8.h"

#include <limits.h>
#include <string.h>

/* A name is another name, and no slip, when such a character is changed, added or left out: 东 or 西, 上 or 下, 第二 or 第三. */
static const char32_t telling[] = U"东西南北中上下左右前后内外里大小新老旧古一二三四五六七八九十甲乙丙丁第";

enum { LONG = 5, SURE = 3, LATIN_SURE = 6 };

typedef struct pair {
    const char32_t *characters; /* of the form */
    const mintu_syllable *syllables;
    size_t count;
    const mintu_spelling *spelling;
    bool by_sound;
} pair;

static bool same(const pair *p, size_t form, size_t spelling)
{
    if (p->characters[form] == p->spelling->characters[spelling])
        return true;
    for (size_t i = 0; p->by_sound && p->syllables[form] && i < MINTU_READINGS; i++)
        if (p->spelling->readings[spelling].items[i] == p->syllables[form])
            return true;
    return false;
}

/* Levenshtein's distance. */
static unsigned distance(const pair *p)
{
    unsigned row[MINTU_FUZZY_SYMBOLS + 1];
    size_t n = p->count, m = p->spelling->count;
    for (size_t j = 0; j <= m; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= m; j++) {
            unsigned best = diagonal + !same(p, i - 1, j - 1);
            diagonal = row[j];
            best = row[j] + 1 < best ? row[j] + 1 : best;
            row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
        }
    }
    return row[m];
}

/* True when one of the characters from @p start to @p end is telling. */
static bool tells(const char32_t *characters, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        for (size_t t = 0; telling[t]; t++)
            if (telling[t] == characters[i])
                return true;
    return false;
}

/* True when what is between the common beginning and the common end of the two holds a telling character. */
static bool differs_tellingly(const pair *p)
{
    const mintu_spelling *s = p->spelling;
    size_t front = 0, n = p->count, m = s->count;
    while (front < n && front < m && p->characters[front] == s->characters[front])
        front++;
    while (n > front && m > front && p->characters[n - 1] == s->characters[m - 1])
        n--, m--;
    return tells(p->characters, front, n) || tells(s->characters, front, m);
}

/* A slip of the keyboard, or of an ear that hears n for ng and s for sh; what reads as other pinyin is another name. */
static bool is_latin_slip(const pair *p)
{
    char letters[MINTU_FUZZY_SYMBOLS + 1] = "";
    const mintu_spelling *s = p->spelling;
    size_t at = 0, n = p->count, m = s->count;
    for (size_t i = 0; i < m; i++)
        letters[i] = (char)(s->characters[i] < 0x80 ? s->characters[i] : '?');
    while (at < n && at < m && p->characters[at] == s->characters[at])
        at++;
    const char32_t *longer = n > m ? p->characters : s->characters;
    bool g = n != m && at > 0 && longer[at] == 'g' && longer[at - 1] == 'n';
    bool h = n != m && at > 0 && longer[at] == 'h';
    return g || h || !mintu_pinyin_is(letters);
}

mintu_nearness mintu_fuzzy_compare(const mintu_forms *forms, size_t i, const mintu_spelling *spelling)
{
    const mintu_form *form = &forms->items[i];
    pair p = {forms->characters + form->symbols, forms->syllables + form->symbols, form->count, spelling, false};
    size_t shorter = p.count < spelling->count ? p.count : spelling->count;
    size_t longer = p.count + spelling->count - shorter;
    unsigned written = distance(&p);
    p.by_sound = !form->latin;
    unsigned spoken = form->latin ? written : distance(&p);
    bool sounds_the_same = !form->latin && spoken == 0;
    bool other_type = spelling->type[0] && form->type[0] && strcmp(spelling->type, form->type) != 0;
    unsigned cost = (written == 0 ? 0 : spoken > 0 ? spoken : 1) + other_type;
    unsigned most = shorter >= LONG && !form->latin ? 2 : 1;
    mintu_nearness far = {.cost = UINT_MAX};
    if (cost == 0 || cost > most || written > 2 || (form->latin && shorter < LONG))
        return far;
    bool long_enough =
        form->latin ? shorter >= LATIN_SURE && is_latin_slip(&p) : form->type[0] && shorter >= SURE && !differs_tellingly(&p);
    bool likely = written == 0 || (sounds_the_same && written == 1) || long_enough;
    size_t type = form->latin ? 0 : mintu_utf8_count(form->type);
    return (mintu_nearness){cost, cost == 1 && likely, 1 - (double)cost / (double)(longer + type)};
}
