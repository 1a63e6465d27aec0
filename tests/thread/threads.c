/* Four threads with a context each do everything at once, for MINTU_SECONDS (else two rounds, or one), in the locale that is named: threads
 * [LOCALE]. What they find is what one thread finds. Run under ThreadSanitizer by ./setup.sh prove. */
#include <mintu/mintu.h>

#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { THREADS = 4 };

static time_t end;
static size_t rounds = 2;
static const char *package, *styles;

typedef struct worker {
    pthread_t thread;
    mintu_context *context;
    mintu_gazetteer *gazetteer;
    mintu_error error;
    size_t sums[6], rounds; /* what each job gave; equal in every round and thread */
    bool failed;
} worker;

static void fail(worker *w, const char *what)
{
    fprintf(stderr, "%s: %s\n", what, w->error.text);
    w->failed = true;
}

/* Keeps a sum of a job and compares it with that of the first round. */
static void check(worker *w, int job, size_t sum, mintu_status status)
{
    static const char *const names[] = {"geocode", "scan", "reverse", "join", "greenway", "render"};
    if (status > MINTU_STATUS_FINDINGS || (w->rounds && sum != w->sums[job]))
        fail(w, names[job]);
    w->sums[job] = sum;
}

static void geocode(worker *w)
{
    mintu_geocoder *geocoder = NULL;
    mintu_match match = {0};
    mintu_status status = mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_geocoder_match(geocoder, "安溪龙门", &w->error, &match);
    check(w, 0, match.place ? (size_t)strtoul(match.place->code, NULL, 10) : 0, status);
    mintu_geocoder_free(geocoder);
}

static void scan(worker *w)
{
    static const char text[] = "全省加快建设安溪县龙门镇、晋江市金井镇等小城市，福州市和厦门市先行。";
    mintu_geocoder *geocoder = NULL;
    mintu_scan *found = NULL;
    mintu_status status = mintu_geocoder_new(w->gazetteer, NULL, &w->error, &geocoder);
    if (status == MINTU_STATUS_OK)
        status = mintu_scan_text(geocoder, text, sizeof text - 1, &w->error, &found);
    check(w, 1, found ? mintu_scan_count(found) : 0, status);
    mintu_scan_free(found);
    mintu_geocoder_free(geocoder);
}

static void reverse(worker *w)
{
    mintu_reverser *reverser = NULL;
    mintu_location answer = {0};
    mintu_status status = mintu_reverser_new(w->context, w->gazetteer, 0, &w->error, &reverser);
    if (status == MINTU_STATUS_OK)
        mintu_reverser_find(reverser, 118.18, 25.05, &answer);
    check(w, 2, answer.county ? (size_t)strtoul(answer.county->code, NULL, 10) : 0, status);
    mintu_reverser_free(reverser);
}

static void layer(worker *w, int job, const char *name)
{
    mintu_layer *made = NULL;
    mintu_bytes bytes = {0};
    mintu_status status = mintu_catalogue_layer(w->context, w->gazetteer, name, NULL, &w->error, &made);
    if (status == MINTU_STATUS_OK)
        status = mintu_layer_write_bytes(w->context, made, &(mintu_write_options){.format = job == 3 ? "gpkg" : "geojson"},
                                         &w->error, &bytes);
    check(w, job, bytes.size, status);
    mintu_bytes_free(&bytes);
    mintu_layer_free(made);
}

static void render(worker *w)
{
    char path[512];
    mintu_style *style = NULL;
    mintu_map *map = NULL;
    mintu_layer *layers[32] = {0};
    mintu_bytes bytes = {0};
    snprintf(path, sizeof path, "%s/pilots.json", styles);
    mintu_status status = mintu_style_load(path, &w->error, &style);
    if (status == MINTU_STATUS_OK)
        status = mintu_map_new(w->context, style, &(mintu_map_options){.dpi = 72}, &w->error, &map);
    for (size_t i = 0; status == MINTU_STATUS_OK && i < mintu_style_source_count(style) && i < 32; i++) {
        status =
            mintu_catalogue_layer(w->context, w->gazetteer, mintu_style_source_data(style, i) + 6, NULL, &w->error, &layers[i]);
        if (status == MINTU_STATUS_OK)
            status = mintu_map_source_set(map, mintu_style_source_name(style, i), layers[i], &w->error);
    }
    if (status == MINTU_STATUS_OK)
        status = mintu_map_render_bytes(map, (mintu_map_format)(w->rounds % 3), &w->error, &bytes);
    check(w, 5, bytes.size > 1000, status);
    mintu_bytes_free(&bytes);
    mintu_map_free(map);
    for (size_t i = 0; i < 32; i++)
        mintu_layer_free(layers[i]);
    mintu_style_free(style);
}

static void *work(void *closure)
{
    worker *w = closure;
    if (mintu_context_new(&w->error, &w->context) != MINTU_STATUS_OK ||
        mintu_gazetteer_open(w->context, package, &w->error, &w->gazetteer) != MINTU_STATUS_OK)
        fail(w, "opening the package");
    while (!w->failed && (end ? time(NULL) < end : w->rounds < rounds)) {
        geocode(w);
        scan(w);
        reverse(w);
        layer(w, 3, "join-places");
        layer(w, 4, "greenway-connectors");
        render(w);
        w->rounds++;
    }
    mintu_gazetteer_free(w->gazetteer);
    mintu_context_free(w->context);
    return NULL;
}

int main(int count, char **words)
{
    worker workers[THREADS] = {0};
    const char *seconds = getenv("MINTU_SECONDS");
    package = getenv("MINTU_GEODATA");
    styles = getenv("MINTU_STYLES");
    if (count > 1 && !setlocale(LC_ALL, words[1]))
        return 77;
    if (count > 1)
        rounds = 1;
    end = seconds ? time(NULL) + atol(seconds) : 0;
    bool failed = false;
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&workers[i].thread, NULL, work, &workers[i]) != 0)
            return 1;
    for (int i = 0; i < THREADS; i++)
        pthread_join(workers[i].thread, NULL);
    for (int i = 0; i < THREADS; i++) {
        failed = failed || workers[i].failed || memcmp(workers[i].sums, workers[0].sums, sizeof workers[0].sums) != 0;
        printf("thread %d: %zu rounds, sums %zu %zu %zu %zu %zu\n", i, workers[i].rounds, workers[i].sums[0],
               workers[i].sums[1], workers[i].sums[2], workers[i].sums[3], workers[i].sums[4]);
    }
    return failed;
}
