/* A folder of a test's own, and the files in it. */
#ifndef TEST_BASE_HELPER_H
#define TEST_BASE_HELPER_H

#include "base/file.h"
#include "base/output.h"
#include "base/temporary.h"
#include "base/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/mintu-test-XXXXXX";

static inline char *inside(const char *name)
{
    static char paths[4][512];
    static int turn;
    char *path = paths[turn++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static inline int set_up(void **state)
{
    (void)state;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int tear_down(void **state)
{
    (void)state;
    mintu_tree_remove(folder);
    return access(folder, F_OK) == 0 ? -1 : 0;
}

static inline size_t count_files(const char *path)
{
    size_t count = 0;
    DIR *directory = opendir(path);
    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2;
}

static inline void put_text(const char *path, const char *text)
{
    FILE *stream = fopen(path, "w");
    assert_non_null(stream);
    assert_true(fputs(text, stream) >= 0);
    assert_int_equal(fclose(stream), 0);
}

static inline void expect_text(const char *path, const char *text)
{
    mintu_buffer buffer = {0};
    assert_int_equal(mintu_file_read(path, "reading a test", (mintu_file_bounds){MINTU_MEBIBYTES(64), true}, NULL, &buffer),
                     MINTU_STATUS_OK);
    assert_string_equal(buffer.data, text);
    mintu_buffer_free(&buffer);
}

#endif
