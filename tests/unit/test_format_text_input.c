#define _POSIX_C_SOURCE 200809L
#include "format/text_input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const char GBK[] = "\xC1\xFA\xC3\xC5\xD5\xF2", NAME[] = "龙门镇"; /* the same */
static const char ONE_GBK[] = "\xD2\xBB";                                /* 一, which is UTF-8 by accident */
static char folder[] = "/tmp/mintu-input-XXXXXX", path[64];

/* @p count letters, then the texts (ends with NULL). */
static mintu_buffer compose(size_t count, const char *const *texts)
{
    mintu_buffer text = {0};
    for (size_t i = 0; i < count; i++)
        mintu_buffer_add(&text, i % 50 == 49 ? "\n" : "a", 1);
    for (; *texts; texts++)
        mintu_buffer_text(&text, *texts);
    return text;
}

static void write_bytes(const mintu_buffer *bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes->data, 1, bytes->size, file), bytes->size);
    fclose(file);
}

static pid_t write_later(const mintu_buffer *bytes)
{
    assert_int_equal(mkfifo(path, 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        write_bytes(bytes);
        _exit(0);
    }
    return child;
}

/* From a file, or from a pipe. */
static void reads(const mintu_buffer *bytes, bool pipe, const char *expected, const char *encoding)
{
    mintu_buffer out = {0};
    mintu_told found;
    mintu_error error = {0};
    remove(path);
    pid_t child = pipe ? write_later(bytes) : 0;
    if (!pipe)
        write_bytes(bytes);
    assert_int_equal(mintu_input_load(path, "testing", &error, &found, &out), MINTU_STATUS_OK);
    if (pipe)
        waitpid(child, NULL, 0);
    assert_string_equal(found.encoding ? found.encoding : "UTF-8", encoding);
    assert_string_equal(out.data, expected);
    mintu_buffer_free(&out);
}

/* Where the first character beyond ASCII stands must not matter, nor where blocks end. */
static void test_the_first_block_may_be_ascii(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 65530, 65533, 65534, 65535, 65536, 65537, 131071, 200001};
    for (size_t i = 0; i < 2 * sizeof counts / sizeof *counts; i++) {
        size_t count = counts[i / 2];
        mintu_buffer utf8 = compose(count, (const char *const[]){NAME, "x", NAME, "\n", NULL});
        mintu_buffer gbk = compose(count, (const char *const[]){GBK, "x", GBK, "\n", NULL});
        reads(&utf8, i % 2, utf8.data, "UTF-8");
        reads(&gbk, i % 2, utf8.data, "GB18030");
        mintu_buffer_free(&utf8);
        mintu_buffer_free(&gbk);
    }
}

static void test_ascii_alone_is_utf8(void **state)
{
    (void)state;
    mintu_buffer text = compose(150000, (const char *const[]){NULL}), empty = {0};
    reads(&text, false, text.data, "UTF-8");
    mintu_buffer_add(&empty, "", 0);
    reads(&empty, false, "", "UTF-8");
    mintu_buffer_free(&text);
    mintu_buffer_free(&empty);
}

/* A first block of GBK that is UTF-8 by accident, and what follows says otherwise; then nothing does, and UTF-8 it is. */
static void test_a_file_is_looked_at_further_ahead(void **state)
{
    (void)state;
    mintu_buffer letters = compose(70000, (const char *const[]){NULL}), gbk = {0}, expected = {0}, one = {0};
    mintu_buffer_format(&gbk, "%s,%s,%s,%s,%s\n", ONE_GBK, letters.data, GBK, GBK, GBK);
    mintu_buffer_format(&expected, "一,%s,%s,%s,%s\n", letters.data, NAME, NAME, NAME);
    mintu_buffer_format(&one, "%s,%s", ONE_GBK, letters.data);
    reads(&gbk, false, expected.data, "GB18030");
    reads(&one, false, one.data, "UTF-8");
    mintu_buffer_clear(&one); /* a damaged character at the beginning of much UTF-8 */
    mintu_buffer_format(&one, "\xC1\xFA,%s,%s,%s,%s\n", letters.data, NAME, NAME, NAME);
    reads(&one, false, one.data, "UTF-8");
    mintu_buffer_free(&letters);
    mintu_buffer_free(&gbk);
    mintu_buffer_free(&expected);
    mintu_buffer_free(&one);
}

static void test_marks_are_left_out(void **state)
{
    (void)state;
    static const char utf16[] = "\xFF\xFE\x99\x9F,\0";
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "\xEF\xBB\xBF");
    reads(&text, false, "", "UTF-8");
    mintu_buffer_format(&text, "%s", "龙");
    reads(&text, false, "龙", "UTF-8");
    mintu_buffer_clear(&text);
    mintu_buffer_add(&text, utf16, sizeof utf16 - 1);
    reads(&text, false, "龙,", "UTF-16LE");
    mintu_buffer_free(&text);
}

int main(void)
{
    if (!mkdtemp(folder))
        return 1;
    snprintf(path, sizeof path, "%s/input", folder);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_block_may_be_ascii), cmocka_unit_test(test_ascii_alone_is_utf8),
        cmocka_unit_test(test_a_file_is_looked_at_further_ahead), cmocka_unit_test(test_marks_are_left_out)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    remove(path);
    rmdir(folder);
    return failed;
}
