/* Texts in traditional characters, read as if they were written in simplified ones: each is of as many bytes, so that spans hold. */
#ifndef SCAN_SCAN_FOLD_H
#define SCAN_SCAN_FOLD_H

#include <mintu/status.h>

#include <stddef.h>
#include <stdint.h>

enum { MINTU_SCAN_FOLD_FIRST = 0x4E00, MINTU_SCAN_FOLD_COUNT = 0x9FFF - MINTU_SCAN_FOLD_FIRST + 1 };

/* By character of the main block of Han: whether it changes, and to what. */
typedef struct mintu_scan_fold {
    uint16_t usual[MINTU_SCAN_FOLD_COUNT];
    uint64_t changes[MINTU_SCAN_FOLD_COUNT / 64 + 1];
} mintu_scan_fold;

void mintu_scan_fold_fill(mintu_scan_fold *out);

/* The text with each character replaced, in *out, to be freed; NULL when none would be. */
mintu_status mintu_scan_fold_text(const mintu_scan_fold *fold, const char *text, size_t size, mintu_error *error, char **out);

/* Replaces the characters of a text in place. */
void mintu_scan_fold_in_place(const mintu_scan_fold *fold, char *text, size_t size);

#endif
