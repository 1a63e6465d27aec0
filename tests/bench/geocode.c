/* Names per second of the geocoder on one core, by kind of name, against two plain peers on the same names in the same run:
 * libc's hash table on the bytes as they are (hsearch_r), and ICU's NFKC case folding with a binary search, as a careful script
 * would do it. The peers know official names only and decide nothing. Usage: bench_geocode GEODATA [SECONDS]. It judges nothing,
 * but ends with 1 when an official name with its parents is not matched. */
#define _GNU_SOURCE
#include <mintu/mintu.h>

#include <search.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { MOST = 8192, NAME = 128 };

typedef struct names {
    char items[MOST][NAME];
    size_t count;
} names;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static void check(mintu_status status, const mintu_error *error)
{
    if (status == MINTU_STATUS_OK)
        return;
    fprintf(stderr, "bench_geocode: %s\n", error->text);
    exit(mintu_status_exit_code(status));
}

static void add(names *list, const char *a, const char *b)
{
    if (list->count < MOST)
        snprintf(list->items[list->count++], NAME, "%s%s", a, b);
}

/* Rounds over the list until the time is up; names per second. */
static double run(const names *list, double limit, size_t (*one)(const char *name, void *user), void *user, size_t *found)
{
    double start = seconds(), used = 0;
    size_t rounds = 0;
    for (; used < limit; rounds++, used = seconds() - start) {
        *found = 0;
        for (size_t i = 0; i < list->count; i++)
            *found += one(list->items[i], user);
    }
    return (double)(rounds * list->count) / used;
}

static size_t geocode(const char *name, void *user)
{
    mintu_match match;
    mintu_error error;
    check(mintu_geocoder_match(user, name, &error, &match), &error);
    return match.status == MINTU_MATCH_STATUS_MATCHED;
}

static size_t hash(const char *name, void *user)
{
    union {
        const char *in;
        char *out;
    } key = {.in = name};
    ENTRY *found;
    return hsearch_r((ENTRY){.key = key.out}, FIND, &found, user) != 0;
}

typedef struct sorted {
    char (*items)[NAME];
    size_t count;
} sorted;

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void fold(const char *name, char out[NAME])
{
    UChar wide[NAME], folded[NAME];
    int32_t length = 0, size = 0;
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&code);
    u_strFromUTF8(wide, NAME, &length, name, -1, &code);
    length = unorm2_normalize(normalizer, wide, length, folded, NAME, &code);
    u_strToUTF8(out, NAME, &size, folded, length, &code);
}

static size_t search(const char *name, void *user)
{
    const sorted *table = user;
    char key[NAME];
    fold(name, key);
    return bsearch(key, table->items, table->count, NAME, compare) != NULL;
}

static void measure(const char *title, const names *list, double limit, mintu_geocoder *geocoder, const double peers[2])
{
    size_t found;
    double rate = run(list, limit, geocode, geocoder, &found);
    printf("%-34s %10.0f /s  %5zu of %5zu matched  %6.3f x hsearch_r  %6.3f x ICU + bsearch\n", title, rate, found, list->count,
           rate / peers[0], rate / peers[1]);
    fflush(stdout);
}

/* Another character in the middle: 水头镇 becomes 水投镇, when @p slip has the same sound; else a name that is near to none. */
static void add_slip(names *list, const char *parent, const char *name, const char *slip)
{
    char changed[NAME];
    size_t size = strlen(name);
    if (size < 9)
        return;
    snprintf(changed, sizeof changed, "%.3s%s%s", name, slip, name + 6);
    add(list, parent, changed);
}

int main(int count, char **words)
{
    static names exact, paths, tails, aliases, shorts, latin, slips, bare;
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_geocoder *geocoder;
    mintu_geocode_options options;
    mintu_error error;
    if (count < 2) {
        fprintf(stderr, "usage: bench_geocode GEODATA [SECONDS]\n");
        return 2;
    }
    double limit = count > 2 ? atof(words[2]) : 1;
    check(mintu_context_new(&error, &context), &error);
    check(mintu_gazetteer_open(context, words[1], &error, &gazetteer), &error);
    options = (mintu_geocode_options){0};
    options.as_of = 20230630;
    check(mintu_geocoder_new(gazetteer, &options, &error, &geocoder), &error);
    struct hsearch_data table = {0};
    static char folded[MOST][NAME];
    sorted list = {folded, 0};
    hcreate_r(2 * MOST, &table);
    for (size_t i = 0; i < mintu_gazetteer_count(gazetteer) && i < MOST; i++) {
        const mintu_place *place = mintu_gazetteer_place(gazetteer, i),
                          *parent = mintu_gazetteer_find(gazetteer, place->parent);
        if (!mintu_gazetteer_then(gazetteer, place, options.as_of).in_force)
            continue;
        const char *above = parent ? parent->name : "";
        mintu_place_then then = mintu_gazetteer_then(gazetteer, place, 20141101);
        add(&exact, place->name, "");
        add(&paths, above, place->name);
        if (place->level == MINTU_LEVEL_TOWNSHIP && strcmp(place->type, "town") == 0)
            add(&tails, place->name, "上林村12号");
        if (strcmp(then.name, place->name) != 0)
            add(&aliases, then.name, "");
        if (strlen(place->name) == 9) {
            char shorter[16];
            snprintf(shorter, sizeof shorter, "%.6s", place->name);
            add(&shorts, above, shorter);
        }
        if (place->level == MINTU_LEVEL_TOWNSHIP) {
            char english[NAME];
            snprintf(english, sizeof english, "%.60s, %.60s", place->name_en, parent ? parent->name_en : "");
            add(&latin, english, "");
            add_slip(&slips, above, place->name, "投");
            add_slip(&bare, "", place->name, "投");
        }
        fold(place->name, folded[list.count++]);
        union {
            const char *in;
            char *out;
        } key = {.in = place->name};
        ENTRY *entered;
        hsearch_r((ENTRY){.key = key.out}, ENTER, &entered, &table);
    }
    qsort(folded, list.count, NAME, compare);
    size_t found;
    double peers[2] = {run(&exact, limit, hash, &table, &found), run(&exact, limit, search, &list, &found)};
    printf("%-34s %10.0f /s\n%-34s %10.0f /s\n", "peer: hsearch_r, official names", peers[0],
           "peer: ICU fold + bsearch, the same", peers[1]);
    measure("official names", &exact, limit, geocoder, peers);
    measure("official names with their parent", &paths, limit, geocoder, peers);
    measure("official names with a tail", &tails, limit, geocoder, peers);
    measure("former names (aliases)", &aliases, limit, geocoder, peers);
    measure("short names with their parent", &shorts, limit, geocoder, peers);
    measure("English names with their parent", &latin, limit, geocoder, peers);
    measure("fuzzy, with the parent", &slips, limit, geocoder, peers);
    measure("fuzzy, without", &bare, limit, geocoder, peers);
    run(&paths, 0.01, geocode, geocoder, &found);
    hdestroy_r(&table);
    mintu_geocoder_free(geocoder);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    return found == paths.count ? 0 : 1;
}
