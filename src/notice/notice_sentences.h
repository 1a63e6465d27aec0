/* The pass over all bytes: sentences, each different one kept once. Tags of HTML are left out. */
#ifndef NOTICE_NOTICE_SENTENCES_H
#define NOTICE_NOTICE_SENTENCES_H

#include "notice/notice_data.h"

mintu_sentence_reader *mintu_sentences_begin(mintu_notice *notice);

void mintu_sentences_feed(mintu_sentence_reader *reader, const char *text, size_t size);

void mintu_sentences_end(mintu_sentence_reader *reader);

#endif
