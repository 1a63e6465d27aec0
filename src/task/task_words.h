/* What tasks are told in, one language or the other: lang is 0 for Chinese and 1 for English. */
#ifndef TASK_TASK_WORDS_H
#define TASK_TASK_WORDS_H

#include "task/task_matrix.h"

/* A text in the language, or in Chinese where there is none; @p names are its columns. */
const char *mintu_words_in(const mintu_layer *table, size_t row, const char *const names[2], int lang);

/* Agencies of a task in two roles, in place of what is in @p out; "" for a role means none. */
void mintu_words_agencies(const mintu_matrix *m, size_t task, const char *const wanted[2], int lang, mintu_buffer *out);

/* What is to be reached, likewise; in English without the units that are Chinese words. */
void mintu_words_targets(const mintu_matrix *m, size_t task, int lang, mintu_buffer *out);

/* Puts the texts of all tasks into English where there is one: titles of sections, agencies by their role, targets. */
mintu_status mintu_words_english(mintu_matrix *m, mintu_error *error);

#endif
