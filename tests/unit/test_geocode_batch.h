/* A batch over a file in the test world. */
#ifndef TEST_GEOCODE_BATCH_H
#define TEST_GEOCODE_BATCH_H

#include "test_gazetteer_package.h"

static mintu_geocoder *the_geocoder;
static mintu_batch *the_batch;

static inline void batch_path(const world *w, const char *name, char path[512])
{
    snprintf(path, 512, "%s/%s", w->dir, name);
}

/* Writes @p size bytes to a file. */
static inline void batch_bytes(const world *w, const char *name, const void *bytes, size_t size)
{
    char path[512];
    batch_path(w, name, path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

/* Reads all of a file into static storage. */
static inline const char *batch_text(const world *w, const char *name)
{
    static char text[1 << 16];
    char path[512];
    batch_path(w, name, path);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static inline mintu_status batch_load(world *w, const mintu_geocode_options *geocoding, const char *name,
                                      const mintu_batch_options *options)
{
    char path[512];
    batch_path(w, name, path);
    the_batch = NULL;
    assert_int_equal(mintu_geocoder_new(w->gazetteer, geocoding, &w->error, &the_geocoder), MINTU_STATUS_OK);
    return mintu_batch_load(w->context, the_geocoder, path, options, &w->error, &the_batch);
}

/* Writes the text to a file and loads it. */
static inline void batch_open(world *w, const mintu_geocode_options *geocoding, const char *name, const char *text,
                              const mintu_batch_options *options)
{
    world_write(w, name, text);
    if (batch_load(w, geocoding, name, options) != MINTU_STATUS_OK)
        fail_msg("%s", w->error.text);
}

static inline void batch_close(void)
{
    mintu_batch_free(the_batch);
    mintu_geocoder_free(the_geocoder);
    the_batch = NULL;
    the_geocoder = NULL;
}

/* Expects that a problem has the line and column, and the text in it. */
static inline void batch_problem(size_t index, size_t line, size_t column, const char *text)
{
    const mintu_batch_problem *problem = mintu_batch_problem_at(the_batch, index);
    assert_non_null(problem);
    if (problem->line != line || problem->column != column || !strstr(problem->text, text))
        fail_msg("problem %zu is %zu:%zu %s", index, problem->line, problem->column, problem->text);
}

#endif
