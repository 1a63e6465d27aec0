#include "wrap.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *data, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *data, size_t size);

static long until_failure = -1; /* allocations that still succeed; negative: all do */

static int fails(void)
{
    bool now = until_failure >= 0 && until_failure-- == 0;
    if (now)
        errno = ENOMEM;
    return now;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *data, size_t size)
{
    return fails() ? NULL : __real_realloc(data, size);
}

static uint64_t answer; /* FNV-1a of all texts */

void answer_text(const char *text)
{
    for (const char *at = text; *at; at++)
        answer = (answer ^ (unsigned char)*at) * 1099511628211U;
    answer = (answer ^ 0xFF) * 1099511628211U;
}

void answer_layer(const mintu_layer *layer)
{
    static const char *const notes[] = {"title",   "source", "as-of", "stated", "listed",  "rows",
                                        "no-data", "rule",   "mu",    "cut",    "unplaced"};
    for (size_t row = 0; row < mintu_layer_count(layer); row++)
        for (size_t field = 0; field < mintu_layer_field_count(layer); field++) {
            answer_text(mintu_layer_field_name(layer, field));
            answer_text(mintu_layer_text(layer, row, field));
        }
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        answer_text(mintu_layer_note(layer, notes[i]) ? mintu_layer_note(layer, notes[i]) : "");
}

void answer_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    for (int byte; file && (byte = fgetc(file)) != EOF;)
        answer = (answer ^ (unsigned char)byte) * 1099511628211U;
    if (file)
        fclose(file);
}

static mintu_status run_once(scenario *run, long allowed, mintu_error *error)
{
    *error = (mintu_error){0};
    answer = 14695981039346656037U;
    until_failure = allowed;
    return run(error);
}

void try_all(scenario *run)
{
    mintu_error error;
    mintu_status usual = run_once(run, -1, &error);
    uint64_t usual_answer = answer;
    if (usual > MINTU_STATUS_FINDINGS)
        fail_msg("%s", error.text);
    const char *every = getenv("MINTU_EVERY");
    for (long allowed = every ? atol(every) : 0; allowed < 100000000; allowed += every ? 1 : 1 + allowed / 7) {
        mintu_status status = run_once(run, allowed, &error);
        int reached = until_failure < 0;
        until_failure = -1;
        bool same = status == usual && answer == usual_answer;
        bool told = status == MINTU_STATUS_MEMORY && strstr(error.text, "memory");
        if (!same && (!reached || !told))
            fail_msg("allocation %ld fails, and the answer is %d: %s", allowed, (int)status, error.text);
        if (!reached)
            return;
    }
    fail();
}
