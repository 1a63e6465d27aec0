/* What may stand at the begin of a sentence: a clause, a heading, a number, the mark of lost text. */
#ifndef NOTICE_NOTICE_MARKS_H
#define NOTICE_NOTICE_MARKS_H

#include "notice/notice_data.h"

typedef enum mintu_numbering { MINTU_NUMBERING_BRACKETS, MINTU_NUMBERING_FIGURES } mintu_numbering;

typedef struct mintu_marks {
    mintu_stretch clause; /* inside its brackets; size 0: none */
    int section;          /* 0: no heading */
    mintu_stretch title;
    int number;         /* 0: none */
    size_t before;      /* text before a heading that stands inside the sentence */
    mintu_stretch body; /* the text */
    mintu_stretch last; /* a clause that ends the sentence */
    bool lost;
} mintu_marks;

void mintu_marks_read(const mintu_notice *notice, mintu_numbering numbering, size_t sentence, mintu_marks *out);

/* True for a mark of lost text: 〔此处缺一句〕. */
bool mintu_marks_lost(const mintu_notice *notice, size_t sentence);

/* How the items of the text are numbered. */
mintu_numbering mintu_marks_numbering(const mintu_notice *notice);

/* Length of a bracket at the text's begin with what is in it, 0 when there is none. */
size_t mintu_marks_bracket(const char *text, size_t size, mintu_stretch *inside);

/* The same for a bracket of any form, 〔 and 【 too; and whether one begins, that may not end. */
size_t mintu_marks_any_bracket(const char *text, size_t size, mintu_stretch *inside);
bool mintu_marks_opens(const char *text, size_t size);

#endif
