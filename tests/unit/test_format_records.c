/* Rows of CSV files, good and bad; also reverse_input.c. */
#define _DEFAULT_SOURCE
#include "format/records.h"
#include "format/text_input.h"
#include "unit/test_geo_helper.h"

static mintu_records *open_bytes(const char *bytes, size_t size)
{
    mintu_records *records;
    const char *path = inside("rows.csv");
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    assert_good(mintu_records_open(path, "reading points", &problem, &records));
    return records;
}

static mintu_records *open_text(const char *text)
{
    return open_bytes(text, strlen(text));
}

static mintu_record next(mintu_records *records)
{
    mintu_record record;
    bool more;
    assert_good(mintu_records_next(records, &problem, &record, &more));
    assert_true(more);
    return record;
}

static void no_more(mintu_records *records)
{
    mintu_record record;
    bool more;
    for (int i = 0; i < 2; i++) {
        assert_good(mintu_records_next(records, &problem, &record, &more));
        assert_false(more);
    }
    mintu_records_close(records);
}

/* The next row joined by |, at a line, undamaged. */
static void row_is(mintu_records *records, int line, const char *text)
{
    mintu_record record = next(records);
    char joined[256] = "";
    for (size_t i = 0; i < record.count; i++) {
        strcat(joined, i ? "|" : "");
        strcat(joined, record.text + record.starts[i]);
    }
    assert_string_equal(joined, text);
    assert_int_equal(record.line, line);
    assert_null(record.damage);
}

static void quotes_line_ends_and_blanks(void **state)
{
    (void)state;
    mintu_records *records = open_text("\xEF\xBB\xBF"
                                       "a,b\r\n\r\n 1 ,\"x,\"\"y\"\"\nz\"\n\n2,5\" pipe\r,\n3");
    row_is(records, 1, "a|b");
    row_is(records, 3, " 1 |x,\"y\"\nz");
    row_is(records, 6, "2|5\" pipe");
    row_is(records, 7, "|");
    row_is(records, 8, "3");
    no_more(records);
    no_more(open_text(""));
    no_more(open_text("\n\r\n\r"));
}

static void delimiters(void **state)
{
    (void)state;
    mintu_records *records = open_text("\"a,b,c\";d;e\n1,5;2;3\n");
    row_is(records, 1, "a,b,c|d|e");
    row_is(records, 2, "1,5|2|3");
    no_more(records);
    records = open_text("a\tb,c\td\n1\t2\t3\n");
    row_is(records, 1, "a|b,c|d");
    row_is(records, 2, "1|2|3");
    no_more(records);
}

static void columns_of_fields(void **state)
{
    (void)state;
    mintu_records *records = open_text("a,b,c\n\"x,\"\"y\",22,z\n\"1\n2\",3\n");
    next(records);
    next(records);
    assert_int_equal(mintu_records_column(records, 0), 1);
    assert_int_equal(mintu_records_column(records, 1), 9);
    assert_int_equal(mintu_records_column(records, 2), 12);
    next(records);
    assert_int_equal(mintu_records_column(records, 0), 1);
    assert_int_equal(mintu_records_column(records, 1), 0); /* on a later line */
    no_more(records);
}

static void bytes_that_are_no_text(void **state)
{
    (void)state;
    mintu_records *records = open_bytes("a,b\n1,\xE6\xB0\xB4\n2,x\xFFy\xE6\n\0\x33,4\n5,6\n", 26);
    row_is(records, 1, "a|b");
    mintu_record record = next(records);
    assert_false(record.repaired);
    record = next(records);
    assert_true(record.repaired);
    assert_int_equal(record.bad, 1);
    assert_string_equal(record.text + record.starts[1], "x\xEF\xBF\xBDy\xEF\xBF\xBD");
    record = next(records);
    assert_true(record.repaired);
    assert_int_equal(record.bad, 0);
    assert_string_equal(record.text + record.starts[0], "\xEF\xBF\xBD"
                                                        "3");
    row_is(records, 5, "5|6");
    no_more(records);
}

/* An unclosed quote swallows neither the rows after it nor the memory. */
static void quote_never_closed(void **state)
{
    (void)state;
    mintu_records *records = open_text("a,b\n1,\"x\n2,3\n4,5");
    row_is(records, 1, "a|b");
    mintu_record record = next(records);
    assert_non_null(strstr(record.damage, "never closed"));
    assert_int_equal(record.line, 2);
    assert_int_equal(record.count, 1);
    row_is(records, 3, "2|3");
    row_is(records, 4, "4|5");
    no_more(records);
    records = open_text("\"");
    assert_non_null(next(records).damage);
    no_more(records);
}

static void quote_open_over_megabytes(void **state)
{
    (void)state;
    size_t lines = 500000;
    mintu_buffer text = {0};
    mintu_buffer_text(&text, "a,b\n1,\"x\n");
    for (size_t i = 0; i < lines; i++)
        mintu_buffer_text(&text, "2,3456\r\n");
    mintu_records *records = open_bytes(text.data, text.size);
    mintu_buffer_free(&text);
    row_is(records, 1, "a|b");
    assert_non_null(next(records).damage);
    for (size_t i = 0; i < lines; i++) {
        mintu_record record = next(records);
        assert_int_equal(record.line, i + 3);
        assert_int_equal(record.count, 2);
        assert_string_equal(record.text + record.starts[1], "3456");
    }
    no_more(records);
}

static void line_of_ten_megabytes(void **state)
{
    (void)state;
    size_t size = 10000000;
    char *text = malloc(size);
    assert_non_null(text);
    memset(text, 'x', size);
    memcpy(text, "a,b\n1,2\n", 8);
    memcpy(text + size - 6, "\r\n5,6\n", 6);
    mintu_records *records = open_bytes(text, size);
    row_is(records, 1, "a|b");
    row_is(records, 2, "1|2");
    mintu_record record = next(records);
    assert_non_null(strstr(record.damage, "1 MiB"));
    assert_int_equal(record.line, 3);
    assert_int_equal(record.count, 0);
    row_is(records, 4, "5|6");
    no_more(records);
    memset(text, 'y', size); /* no end of line at all */
    records = open_bytes(text, size);
    assert_non_null(next(records).damage);
    no_more(records);
    free(text);
}

/* A row of just under the limit is read, whatever the chunks do. */
static void longest_row(void **state)
{
    (void)state;
    size_t size = MINTU_RECORD_SIZE - 10;
    char *text = malloc(2 * size);
    assert_non_null(text);
    memset(text, 'x', 2 * size);
    for (size_t row = 0; row < 2; row++) {
        text[row * size + 1] = ',';
        text[(row + 1) * size - 1] = '\n';
    }
    mintu_records *records = open_bytes(text, 2 * size);
    free(text);
    for (int row = 0; row < 2; row++) {
        mintu_record record = next(records);
        assert_null(record.damage);
        assert_int_equal(record.count, 2);
        assert_int_equal(strlen(record.text + record.starts[1]), size - 3);
    }
    no_more(records);
}

static void other_encodings(void **state)
{
    (void)state;
    mintu_records *records = open_text("name,lon\n\xCB\xAE\xCD\xB7\xD5\xF2,1\n\xC1\xFA\xC3\xC5,2\n"); /* GBK */
    row_is(records, 1, "name|lon");
    row_is(records, 2, "水头镇|1");
    assert_string_equal(mintu_records_told(records).encoding, "GB18030");
    row_is(records, 3, "龙门|2");
    no_more(records);
    records = open_bytes("\xFF\xFE"
                         "a\0,\0b\0\n\0\x34\x6C,\0\x31\0",
                         16);
    assert_non_null(strstr(mintu_records_told(records).encoding, "UTF-16"));
    row_is(records, 1, "a|b");
    row_is(records, 2, "水|1");
    no_more(records);
    records = open_text("a,b\n\xFF,水\n");
    assert_null(mintu_records_told(records).encoding);
    no_more((next(records), next(records), records));
}

static void no_such_file(void **state)
{
    (void)state;
    mintu_records *records;
    assert_int_equal(mintu_records_open(inside("missing.csv"), "reading points", &problem, &records), MINTU_STATUS_INPUT);
    assert_null(records);
    assert_non_null(strstr(problem.source, "missing.csv"));
    assert_int_equal(mintu_records_open(folder, "reading points", &problem, &records), MINTU_STATUS_INPUT);
    mintu_records_close(NULL);
    mintu_input_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quotes_line_ends_and_blanks),
        cmocka_unit_test(delimiters),
        cmocka_unit_test(columns_of_fields),
        cmocka_unit_test(bytes_that_are_no_text),
        cmocka_unit_test(quote_never_closed),
        cmocka_unit_test(quote_open_over_megabytes),
        cmocka_unit_test(line_of_ten_megabytes),
        cmocka_unit_test(longest_row),
        cmocka_unit_test(other_encodings),
        cmocka_unit_test(no_such_file),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
