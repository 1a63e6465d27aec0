#define _POSIX_C_SOURCE 200809L

#include "fuzz.h"

#include <unistd.h>

void fuzz_fail(const char *condition, const char *file, int line)
{
    fprintf(stderr, "%s:%d: %s does not hold\n", file, line, condition);
    abort();
}

static void need(mintu_status status, const mintu_error *error)
{
    if (status == MINTU_STATUS_OK)
        return;
    fprintf(stderr, "%s\n", error->text);
    exit(1);
}

mintu_context *fuzz_context(void)
{
    static mintu_context *context;
    mintu_error error;
    if (!context)
        need(mintu_context_new(&error, &context), &error);
    return context;
}

const mintu_gazetteer *fuzz_gazetteer(void)
{
    static mintu_gazetteer *gazetteer;
    const char *dir = getenv("MINTU_GEODATA");
    mintu_error error;
    if (!dir) {
        fputs("set MINTU_GEODATA to the folder of the data package\n", stderr);
        exit(1);
    }
    if (!gazetteer)
        need(mintu_gazetteer_open(fuzz_context(), dir, &error, &gazetteer), &error);
    return gazetteer;
}

const mintu_geocoder *fuzz_geocoder(uint8_t which)
{
    static mintu_geocoder *geocoders[FUZZ_GEOCODERS];
    mintu_geocode_options options;
    mintu_error error;
    which %= FUZZ_GEOCODERS;
    options = (mintu_geocode_options){0};
    options.as_of = which & 1 ? 20230630 : 20141101;
    options.rosters = which & 2 ? MINTU_ROSTERS_ANY : 0;
    options.context = options.both_names = which & 2;
    if (!geocoders[which])
        need(mintu_geocoder_new(fuzz_gazetteer(), &options, &error, &geocoders[which]), &error);
    return geocoders[which];
}

char *fuzz_bytes(const uint8_t *data, size_t size)
{
    char *copy = malloc(size ? size : 1);
    FUZZ_CHECK(copy != NULL);
    if (size)
        memcpy(copy, data, size);
    return copy;
}

char *fuzz_text(const uint8_t *data, size_t size)
{
    char *copy = malloc(size + 1);
    FUZZ_CHECK(copy != NULL);
    if (size)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

double *fuzz_points(const uint8_t *data, size_t size, bool mapped, size_t *count)
{
    size_t each = mapped ? sizeof(uint16_t) : sizeof(double);
    *count = size / each / 2;
    double *numbers = malloc(*count * 2 * sizeof *numbers + 1);
    FUZZ_CHECK(numbers != NULL);
    if (!mapped && *count)
        memcpy(numbers, data, *count * 2 * sizeof *numbers);
    for (size_t i = 0; mapped && i < *count * 2; i++) {
        uint16_t part;
        memcpy(&part, data + i * each, each);
        numbers[i] = (i % 2 ? 23.0 : 115.5) + part * (6.0 / UINT16_MAX);
    }
    return numbers;
}

static char folder[64];

static void remove_folder(void)
{
    static const char *const names[] = {"input.csv", "input.geojson", "input.txt", "review.csv"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        unlink(path);
    }
    rmdir(folder);
}

const char *fuzz_file(const char *name, const uint8_t *data, size_t size)
{
    static char path[128];
    if (!folder[0]) {
        strcpy(folder, "/tmp/mintu-fuzz-XXXXXX");
        FUZZ_CHECK(mkdtemp(folder) != NULL);
        atexit(remove_folder);
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *stream = fopen(path, "wb");
    FUZZ_CHECK(stream != NULL);
    FUZZ_CHECK(fwrite(data, 1, size, stream) == size);
    FUZZ_CHECK(fclose(stream) == 0);
    return path;
}

void fuzz_check_match(const mintu_match *match)
{
    FUZZ_CHECK(match->status >= MINTU_MATCH_STATUS_UNMATCHED && match->status < MINTU_MATCH_STATUS_END);
    FUZZ_CHECK((match->place != NULL) == (match->status == MINTU_MATCH_STATUS_MATCHED));
    FUZZ_CHECK(match->score >= 0 && match->score <= 1);
    if (match->status == MINTU_MATCH_STATUS_UNMATCHED) /* a person may have decided so */
        FUZZ_CHECK(match->kind == MINTU_MATCH_KIND_NONE || match->kind == MINTU_MATCH_KIND_REVIEW);
    else
        FUZZ_CHECK(match->kind > MINTU_MATCH_KIND_NONE && match->kind < MINTU_MATCH_KIND_END);
    FUZZ_CHECK(match->status != MINTU_MATCH_STATUS_AMBIGUOUS || match->candidate_count > 0);
    size_t kept = match->candidate_count < MINTU_MATCH_CANDIDATES ? match->candidate_count : MINTU_MATCH_CANDIDATES;
    for (size_t i = 0; i < kept; i++)
        FUZZ_CHECK(match->candidates[i] && match->candidates[i]->code[0]);
}
