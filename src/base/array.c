#include "base/array.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local unsigned long failures;

int mintu_double_compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

unsigned long mintu_memory_failures(void)
{
    return failures;
}

void mintu_memory_failure_add(void)
{
    failures++;
}

bool mintu_memory_good(bool good)
{
    failures += !good;
    return good;
}

bool mintu_array_reserve(void *pointer, size_t *capacity, size_t need, size_t size)
{
    if (need <= *capacity)
        return true;
    size_t grown = *capacity ? *capacity : 8;
    while (grown < need) {
        if (grown > SIZE_MAX / 2)
            return false;
        grown *= 2;
    }
    if (grown > SIZE_MAX / size)
        return false;
    void *data;
    memcpy(&data, pointer, sizeof data); /* a pointer of whatever type may not be read as a void * */
    void *moved = realloc(data, grown * size);
    if (!mintu_memory_good(moved))
        return false;
    memcpy(pointer, &moved, sizeof moved);
    *capacity = grown;
    return true;
}

void mintu_buffer_add(mintu_buffer *buffer, const void *data, size_t size)
{
    if (buffer->failed)
        return;
    if (!MINTU_ARRAY_RESERVE(buffer->data, buffer->capacity, buffer->size + size + 1)) {
        buffer->failed = true;
        return;
    }
    if (size)
        memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
}

void mintu_buffer_text(mintu_buffer *buffer, const char *text)
{
    mintu_buffer_add(buffer, text, strlen(text));
}

void mintu_buffer_format(mintu_buffer *buffer, const char *format, ...)
{
    char most[256]; /* nearly every text fits, and is then formatted once */
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(most, sizeof most, format, arguments);
    va_end(arguments);
    char *text = size < (int)sizeof most ? NULL : malloc((size_t)size + 1);
    if (text)
        vsnprintf(text, (size_t)size + 1, format, again);
    if (size < 0 || (size >= (int)sizeof most && !text)) {
        buffer->failed = true;
        failures++;
    } else {
        mintu_buffer_add(buffer, text ? text : most, (size_t)size);
    }
    va_end(again);
    free(text);
}

void mintu_buffer_clear(mintu_buffer *buffer)
{
    buffer->size = 0;
    if (buffer->data)
        buffer->data[0] = '\0';
}

void mintu_buffer_free(mintu_buffer *buffer)
{
    free(buffer->data);
    *buffer = (mintu_buffer){0};
}

char *mintu_text_copy_n(const char *text, size_t size)
{
    char *copy = malloc(size + 1);
    if (!mintu_memory_good(copy))
        return NULL;
    memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

char *mintu_text_copy(const char *text)
{
    return mintu_text_copy_n(text, strlen(text));
}

bool mintu_text_listed(const char *text, const char *const *list)
{
    return mintu_text_listed_n(text, strlen(text), list);
}

bool mintu_text_listed_n(const char *text, size_t size, const char *const *list)
{
    while (*list && (strlen(*list) != size || memcmp(*list, text, size) != 0))
        list++;
    return *list != NULL;
}
