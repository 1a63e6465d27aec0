/* What a name may mean. The ways to read it follow one another until one finds something: as it stands, in simplified
 * characters, with variant characters replaced, with the smaller unit first; at last, names that are nearly the same. */
#include "geocode/candidates.h"

#include "base/utf8.h"
#include "gazetteer/places.h"
#include "geocode/address.h"
#include "geocode/match.h"
#include "geocode/name_words.h"
#include "geocode/offers.h"

#include <stdio.h>
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

/* The candidates of one name in the making. Keeps its first failure, after which nothing is read. */
typedef struct collecting {
    const mintu_geocoder *geocoder;
    const char *query; /* without a number before it */
    mintu_candidates *out;
    mintu_status status;
    mintu_error *error;
} collecting;

static size_t word_at(const char *const *words, const char *at)
{
    for (; *words; words++)
        if (strncmp(at, *words, strlen(*words)) == 0)
            return strlen(*words);
    return 0;
}

/* True when the ways of reading that are left are not needed. */
static bool is_done(const collecting *c)
{
    return c->status != MINTU_STATUS_OK || c->out->failed || c->out->count > 0;
}

/* A bracket that is open at the end is closed there: 水头镇(南安. */
static void close_bracket(collecting *c, const text *t)
{
    text closed = *t;
    if (!memchr(t->bytes, '(', t->size) || memchr(t->bytes, ')', t->size) || t->size + 2 > sizeof closed.bytes)
        return;
    closed.bytes[closed.size++] = ')';
    closed.bytes[closed.size] = '\0';
    mintu_parse_name(&c->geocoder->index, closed.bytes, closed.size, c->out);
}

/* The byte of the query up to which its normal form has @p size bytes. */
static size_t byte_of_query(const collecting *c, const text *t, size_t size)
{
    char name[MINTU_NAME_SIZE], normal[MINTU_NAME_SIZE];
    size_t whole = strlen(c->query), used = 0;
    if (memcmp(c->query, t->bytes, size < whole ? size : whole) == 0)
        return size;
    for (size_t end = 1; end < whole; end++) {
        if (((unsigned char)c->query[end] & 0xC0) == 0x80)
            continue;
        memcpy(name, c->query, end);
        name[end] = '\0';
        if (mintu_name_normalise(name, c->error, normal, &used) == MINTU_STATUS_OK && used >= size)
            return end;
    }
    return 0;
}

/* As a place with a tail. */
static void read_address(collecting *c, const text *t, mintu_address_tail tail)
{
    const mintu_address_names names = {&c->geocoder->index, &c->geocoder->elsewhere};
    size_t rest;
    if (is_done(c))
        return;
    mintu_address_read(&names, t->bytes, t->size, tail, c->out, &rest);
    if (rest > 0)
        c->out->rest = byte_of_query(c, t, rest);
}

/* True when the text ends as names do that have no tail. */
static bool ends_with_type(const text *t)
{
    static const char *const types[] = {"镇", "乡", "道", "县", "市", "区", NULL};
    return t->size > 3 && word_at(types, t->bytes + t->size - 3) == 3;
}

/* A town with a tail is tried first, as the other readings take longer to find that they mean nothing. A bracket says more. */
static void parse(collecting *c, const text *t)
{
    bool whole =
        ends_with_type(t) || memchr(t->bytes, '(', t->size) || mintu_index_find(&c->geocoder->index, t->bytes, t->size);
    if (!whole)
        read_address(c, t, MINTU_ADDRESS_TOWNSHIP);
    if (is_done(c))
        return;
    mintu_parse_name(&c->geocoder->index, t->bytes, t->size, c->out);
    if (!is_done(c))
        close_bracket(c, t);
    if (whole)
        read_address(c, t, MINTU_ADDRESS_TOWNSHIP);
}

/* The short name of a town that a prefecture or province elsewhere has, too, is hardly meant for the town: 洛阳. */
static void doubt_famous(collecting *c, const text *t)
{
    enum { GREAT = 1 << MINTU_LEVEL_PROVINCE | 1 << MINTU_LEVEL_PREFECTURE };
    mintu_candidates *out = c->out;
    bool bare = out->count > 0 && c->geocoder->options.level == MINTU_LEVEL_ANY;
    for (size_t i = 0; i < out->count && bare; i++)
        bare = out->items[i].kind >= MINTU_MATCH_KIND_ALIAS && !out->items[i].parent_named &&
               c->geocoder->index.gazetteer->places[out->items[i].place].level == MINTU_LEVEL_TOWNSHIP;
    const mintu_elsewhere_name *name = bare ? mintu_elsewhere_find(&c->geocoder->elsewhere, t->bytes, t->size) : NULL;
    for (size_t i = 0; i < out->count && name && (name->levels & GREAT); i++)
        out->items[i].loose = true;
}

/* True when traditional characters were replaced. */
static bool simplify(collecting *c, text *t)
{
    text simple;
    c->status = mintu_transliterate(&c->geocoder->late->simplifier, "Traditional-Simplified", t->bytes, c->error, simple.bytes,
                                    &simple.size);
    if (c->status != MINTU_STATUS_OK || simple.size == 0)
        return false;
    *t = simple;
    return true;
}

/* True when variant characters were replaced. */
static bool replace_variants(const collecting *c, text *t)
{
    text usual;
    mintu_variants_replace(&c->geocoder->variants, t->bytes, usual.bytes, &usual.size);
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
static void read_as_is(collecting *c, text *t)
{
    parse(c, t);
    if (is_done(c) || mintu_utf8_count(t->bytes) == t->size) /* ASCII */
        return;
    if (simplify(c, t))
        parse(c, t);
    if (is_done(c) || !replace_variants(c, t))
        return;
    parse(c, t);
    weaken(c->out);
}

/* Brings the words to usual simplified characters, unless their positions would change. */
static void tidy_words(collecting *c, mintu_words *words)
{
    text t = {.size = words->size};
    memcpy(t.bytes, words->text, words->size + 1);
    if (words->latin || words->size == 0)
        return;
    simplify(c, &t);
    replace_variants(c, &t);
    if (t.size == words->size)
        memcpy(words->text, t.bytes, t.size + 1);
}

static void read_words(collecting *c, const mintu_words *words)
{
    mintu_reading reading = mintu_words_reading(words);
    if (!is_done(c))
        mintu_parse_path(&c->geocoder->index, &reading, c->out);
}

/* 隆门（安溪） is near to 安溪龙门: the bracket goes before what it stands behind. */
static void move_bracket(mintu_words *words)
{
    size_t open, close;
    if (!mintu_parse_bracket(words->text, words->size, &open, &close))
        return;
    char moved[MINTU_NAME_SIZE];
    int size = snprintf(moved, sizeof moved, "%.*s%.*s%s", (int)(close - open - 1), words->text + open + 1, (int)open,
                        words->text, words->text + close + 1);
    memcpy(words->text, moved, (size_t)size + 1);
    words->size = (size_t)size;
    if (words->latin) {
        memset(words->starts, 0, sizeof words->starts);
        words->starts[close - open - 1] = true;
    }
}

/* The text that no reading explains, behind the parents that are known. What is a name elsewhere is no slip: its parent is
 * wrong. */
static void near_rest(collecting *c, const mintu_words *words, const mintu_rest *rest)
{
    const char *behind = words->text + rest->start;
    if (mintu_index_find(&c->geocoder->index, behind, words->size - rest->start) || mintu_text_listed(behind, ordinary))
        return;
    mintu_fuzzy_query query = {behind, words->latin, &rest->parents};
    if (c->status == MINTU_STATUS_OK)
        c->status = mintu_fuzzy_find(c->geocoder->late->fuzzy, &query, c->error, c->out);
}

/* True when the words begin with a unit that is none of the package's. */
static bool leads_elsewhere(const collecting *c, const mintu_words *words)
{
    const mintu_geocoder *geocoder = c->geocoder;
    size_t length = mintu_elsewhere_leads(&geocoder->elsewhere, words->text, words->size);
    return mintu_foreign_leads(&geocoder->foreign, words) ||
           (length > 0 && !mintu_index_find(&geocoder->index, words->text, length));
}

static void read_near(collecting *c, const mintu_words *words)
{
    mintu_late *late = c->geocoder->late;
    mintu_reading reading = mintu_words_reading(words);
    mintu_rests rests = {.count = 0};
    if (is_done(c))
        return;
    c->out->failed = !mintu_parse_rests(&c->geocoder->index, &reading, &rests);
    if (!late->fuzzy)
        c->status = mintu_fuzzy_new(&c->geocoder->index, c->error, &late->fuzzy);
    for (size_t i = 0; i < rests.count; i++)
        near_rest(c, words, &rests.items[i]);
    if (rests.count == 0)
        near_rest(c, words, &(mintu_rest){.start = 0});
}

/* 水头镇 南安市 福建省: the smaller unit first, with spaces between. */
static void read_spaced(collecting *c, const mintu_words *words)
{
    char turned[MINTU_NAME_SIZE] = "";
    size_t used = 0, end = strlen(c->query);
    if (is_done(c) || words->latin || end >= sizeof turned)
        return;
    for (size_t start = end; start > 0; end = start) {
        while (start > 0 && c->query[start - 1] != ' ')
            start--;
        memcpy(turned + used, c->query + start, end - start);
        used += end - start;
        while (start > 0 && c->query[start - 1] == ' ')
            start--;
    }
    turned[used] = '\0';
    text t;
    c->status = mintu_name_normalise(turned, c->error, t.bytes, &t.size);
    if (c->status == MINTU_STATUS_OK && t.size > 0)
        mintu_parse_name(&c->geocoder->index, t.bytes, t.size, c->out);
}

/* What means nothing is answered with what may be meant, unless it says that it lies elsewhere. */
static void make_offers(collecting *c, const text *t)
{
    const mintu_index *index = &c->geocoder->index;
    for (size_t at = 0; at < t->size; at++) {
        size_t length = mintu_elsewhere_leads(&c->geocoder->elsewhere, t->bytes + at, t->size - at);
        if (length > 0 && !mintu_index_find(index, t->bytes + at, length))
            return;
    }
    if (!is_done(c))
        mintu_offer_alike(index, t->bytes, t->size, c->out);
    if (!is_done(c))
        mintu_address_offer(&(mintu_address_names){index, &c->geocoder->elsewhere}, t->bytes, t->size, c->out);
    mintu_offer_only(c->out);
}

/* With commas, and in Latin script; then names that are nearly the same. */
static void read_otherwise(collecting *c, const char *name, const text *t)
{
    mintu_words words, reversed;
    c->status = mintu_words_read(name, c->error, &words);
    if (c->status == MINTU_STATUS_OK)
        tidy_words(c, &words);
    if (words.size == 0)
        return;
    bool turned = mintu_words_reverse(&words, &reversed);
    read_words(c, &words);
    if (turned)
        read_words(c, &reversed);
    read_spaced(c, &words);
    read_address(c, t, MINTU_ADDRESS_TOLD);
    if (is_done(c) || c->geocoder->options.exact)
        return;
    if (!words.latin && !leads_elsewhere(c, &words))
        c->status = mintu_offer_members(&c->geocoder->index, name, c->error, c->out);
    mintu_offer_only(c->out);
    if (is_done(c))
        return;
    move_bracket(&words);
    if (leads_elsewhere(c, &words) || (turned && leads_elsewhere(c, &reversed)))
        return; /* elsewhere: no name of the package, however near */
    if (turned) /* with a comma the smaller unit is first as a rule, and in Latin always */
        read_near(c, &reversed);
    if (!turned || !words.latin)
        read_near(c, &words);
    read_address(c, t, MINTU_ADDRESS_ANY);
    if (!words.latin && !is_done(c))
        make_offers(c, t);
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
    if (t->bytes[0] < '0' || t->bytes[0] > '9')
        return false;
    for (const char *at = name; *at; at++)
        spaces += *at == ' ';
    return mintu_utf8_count(name) == t->size + spaces;
}

/* Length of a number before a name, as lists have it: `1.`, `（二）`, `①`. */
static size_t numbering(const char *name)
{
    static const char *const digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "（", "(", NULL};
    static const char *const ends[] = {".", "、", "．", "）", ")", NULL};
    static const char *const marks[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩", "·", "•", "-", "*", NULL};
    size_t at = 0, length = 0, end;
    if ((end = word_at(marks, name)) > 0)
        return end;
    for (; length < 4 && ((name[at] >= '0' && name[at] <= '9') || word_at(digits, name + at) > 0); length++)
        at += name[at] >= '0' && name[at] <= '9' ? 1 : word_at(digits, name + at);
    end = length > 0 ? word_at(ends, name + at) : 0;
    return end > 0 ? at + end : 0;
}

mintu_status mintu_collect(const mintu_geocoder *geocoder, const char *name, mintu_error *error, mintu_candidates *out)
{
    text t;
    collecting c = {.geocoder = geocoder, .query = name, .out = out, .error = error};
    c.status = mintu_name_normalise(name, error, t.bytes, &t.size);
    if (c.status != MINTU_STATUS_OK || t.size == 0)
        return c.status;
    const mintu_gazetteer *gazetteer = geocoder->index.gazetteer;
    const mintu_place *place = is_code(name, &t) ? find_code(gazetteer, &t) : NULL;
    mintu_candidate code = {.kind = MINTU_MATCH_KIND_CODE, .now = true};
    if (place) {
        code.place = mintu_gazetteer_index(gazetteer, place);
        mintu_candidates_add(out, &code);
    } else {
        read_as_is(&c, &t);
        doubt_famous(&c, &t);
    }
    size_t number = is_done(&c) ? 0 : numbering(name);
    if (number > 0 && name[number]) {
        c.status = mintu_collect(geocoder, name + number, error, out);
        out->rest += out->rest ? number : 0;
    } else if (!is_done(&c)) {
        read_otherwise(&c, name, &t);
    }
    return out->failed ? mintu_fail_memory(error, "matching a name") : c.status;
}
