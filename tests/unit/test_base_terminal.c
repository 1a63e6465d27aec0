#include "base/terminal.h"

#include <stdlib.h>
#include <string.h>

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

static char sent[100000];
static size_t sent_size;

static bool keep(void *to, const void *data, size_t size)
{
    assert_ptr_equal(to, sent);
    assert_true(sent_size + size < sizeof sent);
    memcpy(sent + sent_size, data, size);
    sent_size += size;
    sent[sent_size] = '\0';
    return true;
}

/* What a terminal shows of a text that comes in pieces of @p step bytes. */
static const char *show(const char *text, size_t size, size_t step)
{
    static mintu_terminal terminal;
    terminal = (mintu_terminal){.send = keep, .to = sent};
    sent_size = 0;
    sent[0] = '\0';
    for (size_t at = 0; at < size; at += step)
        assert_true(mintu_terminal_put(&terminal, text + at, size - at < step ? size - at : step));
    assert_true(mintu_terminal_end(&terminal));
    return sent;
}

static void test_escapes(void **state)
{
    static const char text[] = "安溪\x1b[31m,\xc2\x9b\n\"\xe2\x80\xae\",\xef\xbf\xbe,\x9b\0\r\n\xe5\xae";
    static const char shown[] = "安溪\\u001b[31m,\\u009b\n\"\\u202e\",\\ufffe,\\x9b\\u0000\\u000d\n\\xe5\\xae";
    (void)state;
    for (size_t step = 1; step < sizeof text; step++)
        assert_string_equal(show(text, sizeof text - 1, step), shown);
}

static void test_long_lines(void **state)
{
    static char text[20001];
    (void)state;
    for (size_t shift = 0; shift < 3; shift++) {
        memset(text, 'x', shift);
        for (size_t at = shift; at + 3 < sizeof text; at += 3)
            memcpy(text + at, "安", 3);
        size_t size = shift + (sizeof text - 1 - shift) / 3 * 3;
        text[size] = '\0';
        assert_string_equal(show(text, size, 7), text);
    }
    memset(text, '\x80', 10000);
    show(text, 10000, 10000);
    assert_int_equal(sent_size, 40000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_escapes), cmocka_unit_test(test_long_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
