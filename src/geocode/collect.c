/* What a name may mean. The ways to read it follow one another until one finds something: as it stands, in simplified
 * characters, with variant characters replaced, with the smaller unit first; at last, names that are nearly the same. */
#include "geocode/collect.h"

#include "base/utf8.h"
#include "gazetteer/places.h"
#include "geocode/match.h"
#include "geocode/name_words.h"

#include <stdlib.h>
#include <string.h>

/* Words of administrative language, by which no place is meant though they sound or look like one. */
static const char *const ordinary[] = {
    "中心镇", "小城镇", "小城市", "城镇", "乡镇",   "村镇",   "集镇",   "县城",   "城区",   "市区", "镇区", "郊区", "新区",
    "老区",   "城乡",   "城市",   "城关", "城郊",   "乡村",   "农村",   "社区",   "街道",   "街区", "园区", "山区", "库区",
    "景区",   "灾区",   "全市",   "全县", "全区",   "全镇",   "全乡",   "全省",   "本市",   "本县", "本区", "本镇", "本乡",
    "各市",   "各县",   "各区",   "各镇", "各乡",   "县市",   "市县",   "区县",   "县域",   "市域", "镇域", "市场", "市民",
    "重点镇", "示范镇", "试点镇", "强镇", "特色镇", "建制镇", "设区市", "县级市", "市辖区", NULL};

typedef struct text {
    char bytes[MINTU_NAME_SIZE];
    size_t size;
} text;

static mintu_status fail_memory(mintu_error *error)
{
    return mintu_fail_memory(error, "matching a name");
}

static bool is_ascii(const text *t)
{
    for (size_t i = 0; i < t->size; i++)
        if ((unsigned char)t->bytes[i] >= 0x80)
            return false;
    return true;
}

static mintu_status parse(const mintu_geocoder *geocoder, const text *t, mintu_error *error, mintu_candidates *out)
{
    return mintu_parse_name(&geocoder->index, t->bytes, t->size, out) ? MINTU_STATUS_OK : fail_memory(error);
}

static mintu_status simplify(const mintu_geocoder *geocoder, text *t, mintu_error *error, bool *changed)
{
    text simple;
    mintu_status status = mintu_name_simplify(&geocoder->late->simplifier, t->bytes, error, simple.bytes, &simple.size);
    *changed = status == MINTU_STATUS_OK && simple.size > 0;
    if (*changed)
        *t = simple;
    return status;
}

/* True when variant characters were replaced. */
static bool replace_variants(const mintu_geocoder *geocoder, text *t)
{
    text usual;
    mintu_variants_replace(&geocoder->variants, t->bytes, usual.bytes, &usual.size);
    if (usual.size > 0)
        *t = usual;
    return usual.size > 0;
}

/* A name in variant characters is another writing of the official one. */
static void weaken(mintu_candidates *candidates)
{
    for (size_t i = 0; i < candidates->count; i++)
        if (candidates->items[i].kind == MINTU_MATCH_KIND_EXACT)
            candidates->items[i].kind = MINTU_MATCH_KIND_ALIAS;
}

/* Reads it as it stands, and brings it to usual simplified characters when that finds nothing. */
static mintu_status read_as_is(const mintu_geocoder *geocoder, text *t, mintu_error *error, mintu_candidates *out)
{
    bool changed = false;
    mintu_status status = parse(geocoder, t, error, out);
    if (status != MINTU_STATUS_OK || out->count || is_ascii(t))
        return status;
    status = simplify(geocoder, t, error, &changed);
    if (status == MINTU_STATUS_OK && changed)
        status = parse(geocoder, t, error, out);
    if (status == MINTU_STATUS_OK && out->count == 0 && replace_variants(geocoder, t)) {
        status = parse(geocoder, t, error, out);
        weaken(out);
    }
    return status;
}

/* The words in usual simplified characters; false when there is nothing to change, or positions would change. */
static mintu_status tidy_words(const mintu_geocoder *geocoder, mintu_words *words, mintu_error *error)
{
    text t = {.size = words->size};
    bool changed;
    memcpy(t.bytes, words->text, words->size + 1);
    if (words->latin || words->size == 0)
        return MINTU_STATUS_OK;
    mintu_status status = simplify(geocoder, &t, error, &changed);
    replace_variants(geocoder, &t);
    if (t.size == words->size)
        memcpy(words->text, t.bytes, t.size + 1);
    return status;
}

static mintu_status read_words(const mintu_geocoder *geocoder, const mintu_words *words, mintu_error *error,
                               mintu_candidates *out)
{
    mintu_reading reading = mintu_words_reading(words);
    return mintu_parse_path(&geocoder->index, &reading, out) ? MINTU_STATUS_OK : fail_memory(error);
}

/* 隆门（安溪） is near to 安溪龙门: the bracket goes before what it stands behind. */
static void move_bracket(mintu_words *words)
{
    size_t open, close;
    if (!mintu_parse_bracket(words->text, words->size, &open, &close))
        return;
    text t = {.size = 0};
    memcpy(t.bytes, words->text + open + 1, close - open - 1);
    t.size = close - open - 1;
    memcpy(t.bytes + t.size, words->text, open);
    t.size += open;
    memcpy(t.bytes + t.size, words->text + close + 1, words->size - close - 1);
    t.size += words->size - close - 1;
    if (words->latin) {
        memset(words->starts, 0, sizeof words->starts);
        words->starts[close - open - 1] = true;
    }
    memcpy(words->text, t.bytes, t.size);
    words->text[t.size] = '\0';
    words->size = t.size;
}

static bool is_ordinary(const char *word)
{
    for (const char *const *known = ordinary; *known; known++)
        if (strcmp(*known, word) == 0)
            return true;
    return false;
}

/* The text that no reading explains, behind the parents that are known. What is a name elsewhere is no slip: its parent is
 * wrong. */
static mintu_status near_rest(const mintu_geocoder *geocoder, const mintu_words *words, const mintu_rest *rest,
                              mintu_error *error, mintu_candidates *out)
{
    const char *behind = words->text + rest->start;
    if (mintu_index_find(&geocoder->index, behind, words->size - rest->start) || is_ordinary(behind))
        return MINTU_STATUS_OK;
    mintu_fuzzy_query query = {behind, words->latin, rest->parents, rest->parent_count};
    return mintu_fuzzy_find(geocoder->late->fuzzy, &query, error, out);
}

static mintu_status read_near(const mintu_geocoder *geocoder, const mintu_words *words, mintu_error *error,
                              mintu_candidates *out)
{
    mintu_reading reading = mintu_words_reading(words);
    mintu_rests rests = {.count = 0};
    mintu_status status = MINTU_STATUS_OK;
    if (!mintu_parse_rests(&geocoder->index, &reading, &rests))
        return fail_memory(error);
    if (!geocoder->late->fuzzy)
        status = mintu_fuzzy_new(&geocoder->index, error, &geocoder->late->fuzzy);
    for (size_t i = 0; i < rests.count && status == MINTU_STATUS_OK; i++)
        status = near_rest(geocoder, words, &rests.items[i], error, out);
    if (rests.count == 0 && status == MINTU_STATUS_OK)
        status = near_rest(geocoder, words, &(mintu_rest){.parent_count = 0}, error, out);
    return status;
}

/* With commas, and in Latin script; then names that are nearly the same. */
static mintu_status read_otherwise(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_candidates *out)
{
    mintu_words words, reversed;
    mintu_status status = mintu_words_read(name, error, &words);
    if (status == MINTU_STATUS_OK)
        status = tidy_words(geocoder, &words, error);
    if (status != MINTU_STATUS_OK || words.size == 0)
        return status;
    bool turned = mintu_words_reverse(&words, &reversed);
    status = read_words(geocoder, &words, error, out);
    if (status == MINTU_STATUS_OK && out->count == 0 && turned)
        status = read_words(geocoder, &reversed, error, out);
    if (status != MINTU_STATUS_OK || out->count || geocoder->options.exact)
        return status;
    move_bracket(&words);
    if (mintu_foreign_leads(&geocoder->foreign, &words) || (turned && mintu_foreign_leads(&geocoder->foreign, &reversed)))
        return status; /* elsewhere: no name of the package, however near */
    if (turned)        /* with a comma the smaller unit is first as a rule, and in Latin always */
        status = read_near(geocoder, &reversed, error, out);
    if (status != MINTU_STATUS_OK || out->count || (turned && words.latin))
        return status;
    return read_near(geocoder, &words, error, out);
}

/* The place of a code: as it is, or filled up with zeros as in statistics (350524110000, 350524000). */
static const mintu_place *find_code(const mintu_gazetteer *gazetteer, const text *t)
{
    char code[16];
    size_t size = t->size;
    if (size < 6 || size > 12 || strspn(t->bytes, "0123456789") != size)
        return NULL;
    memcpy(code, t->bytes, size + 1);
    const mintu_place *place = mintu_gazetteer_find(gazetteer, code);
    while (!place && size > 6 && size % 3 == 0 && strcmp(code + size - 3, "000") == 0) {
        size -= 3;
        code[size] = '\0';
        place = mintu_gazetteer_find(gazetteer, code);
    }
    return place;
}

/* True when the text is a code and nothing else: digits of any width, and spaces. */
static bool is_code(const char *name, const text *t)
{
    size_t spaces = 0;
    for (const char *at = name; *at; at++)
        spaces += *at == ' ';
    return t->bytes[0] >= '0' && t->bytes[0] <= '9' && mintu_utf8_count(name) == t->size + spaces;
}

static mintu_status add_code(const mintu_geocoder *geocoder, const mintu_place *place, mintu_error *error,
                             mintu_candidates *out)
{
    if (!MINTU_ARRAY_RESERVE(out->items, out->room, out->count + 1))
        return fail_memory(error);
    out->items[out->count++] = (mintu_candidate){
        .place = mintu_gazetteer_index(geocoder->index.gazetteer, place), .kind = MINTU_MATCH_KIND_CODE, .now = true};
    return MINTU_STATUS_OK;
}

mintu_status mintu_collect(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_candidates *out)
{
    text t;
    mintu_status status = mintu_name_normalise(name, error, t.bytes, &t.size);
    if (status != MINTU_STATUS_OK || t.size == 0)
        return status;
    const mintu_place *place = is_code(name, &t) ? find_code(geocoder->index.gazetteer, &t) : NULL;
    if (place)
        return add_code(geocoder, place, error, out);
    status = read_as_is(geocoder, &t, error, out);
    if (status != MINTU_STATUS_OK || out->count)
        return status;
    return read_otherwise(geocoder, name, error, out);
}
