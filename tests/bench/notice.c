/* Megabytes per second that a notice is read at, on one core, next to a pass of memchr() over the same lines:
 * `bench_notice [FILE] [MEGABYTES]`. Without FILE, a small notice is repeated. Needs MINTU_GEODATA. */
#define _POSIX_C_SOURCE 200809L
#include <mintu/mintu.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char sample[] =
    "一、用地\n（一）对试点镇的用地给予倾斜，每年各安排100亩用地指标，用于储备。\n（省国土厅、林业厅负责）\n"
    "二、交通\n（二）在晋江、石狮、德化等3地先行试点，2018年前完成道路、管线各300公里以上。\n（省住建厅牵头）\n"
    "（三）加强宣传引导，及时报道各地的做法，为改革发展营造良好的环境和氛围。\n（省政府新闻办牵头）\n";

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 24);
    *size = file && text ? fread(text, 1, 1 << 24, file) : 0;
    if (file)
        fclose(file);
    return text;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static size_t count_lines(const char *text, size_t size)
{
    size_t lines = 0;
    for (const char *at = text; (at = memchr(at, '\n', size - (size_t)(at - text))); at++)
        lines++;
    return lines;
}

static int measure(const mintu_geocoder *geocoder, const char *text, size_t size)
{
    for (int run = 0; run < 3; run++) {
        mintu_error error;
        mintu_notice *notice;
        double start = seconds();
        size_t lines = count_lines(text, size);
        double middle = seconds();
        if (mintu_notice_read(geocoder, text, size, &error, &notice) != MINTU_STATUS_OK) {
            fprintf(stderr, "bench_notice: %s\n", error.text);
            return 1;
        }
        double end = seconds();
        printf("notice: %.0f MB, %zu lines, %zu tasks: %.0f MB/s, %.3f of memchr() over its lines\n", (double)size / 1e6, lines,
               mintu_notice_count(notice), (double)size / 1e6 / (end - middle), (middle - start) / (end - middle));
        mintu_notice_free(notice);
    }
    return 0;
}

int main(int count, char **words)
{
    const char *dir = getenv("MINTU_GEODATA");
    size_t size = sizeof sample - 1, total = count > 2 ? (size_t)strtoul(words[2], NULL, 10) * 1000000 : 100000000;
    char *file = count > 1 ? read_file(words[1], &size) : NULL, *text = size ? malloc(total) : NULL;
    for (size_t at = 0; text && at < total; at += size)
        memcpy(text + at, file ? file : sample, total - at < size ? total - at : size);
    mintu_error error = {.text = "set MINTU_GEODATA to the data package, and name a file that can be read"};
    mintu_context *context = NULL;
    mintu_gazetteer *gazetteer = NULL;
    mintu_geocoder *geocoder = NULL;
    int result = 1;
    if (dir && text && mintu_context_new(&error, &context) == MINTU_STATUS_OK &&
        mintu_gazetteer_open(context, dir, &error, &gazetteer) == MINTU_STATUS_OK &&
        mintu_geocoder_new(gazetteer, NULL, &error, &geocoder) == MINTU_STATUS_OK)
        result = measure(geocoder, text, total);
    else
        fprintf(stderr, "bench_notice: %s\n", error.text);
    mintu_geocoder_free(geocoder);
    mintu_gazetteer_free(gazetteer);
    mintu_context_free(context);
    free(file);
    free(text);
    return result;
}
