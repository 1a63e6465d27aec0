/* The words by which tables of progress are read: progress_words.csv of the data package. */
#ifndef TASK_PROGRESS_WORDS_H
#define TASK_PROGRESS_WORDS_H

#include "base/array.h"
#include "base/text_store.h"
#include "base/textmap.h"
#include "gazetteer/gazetteer_data.h"
#include "scan/scan_fold.h"

/* What a column holds. Those behind the sentinel of the read ones are known and passed over. */
typedef enum mintu_progress_head {
    MINTU_PROGRESS_HEAD_NO = 0, /* the task's number */
    MINTU_PROGRESS_HEAD_SERIAL, /* of the row, or of the task */
    MINTU_PROGRESS_HEAD_TEXT,
    MINTU_PROGRESS_HEAD_AGENCY, /* who reports */
    MINTU_PROGRESS_HEAD_LEAD,
    MINTU_PROGRESS_HEAD_PREFECTURE,
    MINTU_PROGRESS_HEAD_COUNTY,
    MINTU_PROGRESS_HEAD_PLACE,
    MINTU_PROGRESS_HEAD_STATE,
    MINTU_PROGRESS_HEAD_PERCENT,
    MINTU_PROGRESS_HEAD_DATE,
    MINTU_PROGRESS_HEAD_REMARK,
    MINTU_PROGRESS_HEAD_END /* sentinel */
} mintu_progress_head;

/* What is said of a task. */
typedef enum mintu_progress_state {
    MINTU_PROGRESS_STATE_NONE = 0, /* nothing */
    MINTU_PROGRESS_STATE_DONE,
    MINTU_PROGRESS_STATE_UNDER_WAY,
    MINTU_PROGRESS_STATE_NOT_STARTED,
    MINTU_PROGRESS_STATE_OVERDUE,
    MINTU_PROGRESS_STATE_UNCLEAR /* what is said is not understood */
} mintu_progress_state;

/* Zero-initialise. Keys of the maps are compact texts. */
typedef struct mintu_progress_words {
    mintu_table *table;
    mintu_text_store texts;
    mintu_textmap heads, states, none, filler, not, number, government;
    mintu_scan_fold *fold;
    size_t longest; /* bytes of the longest state or filler */
    size_t count;   /* words of heads, so that one before another has the lower value */
} mintu_progress_words;

mintu_status mintu_progress_words_load(const mintu_gazetteer *gazetteer, mintu_error *error, mintu_progress_words *out);
void mintu_progress_words_free(mintu_progress_words *words);

/* A text as words are compared: in simplified characters, without blanks and punctuation, in ASCII's small letters and figures. */
void mintu_progress_compact(const mintu_progress_words *words, const char *text, mintu_buffer *out);

/* What the column of this head holds, MINTU_PROGRESS_HEAD_END when nothing that is read; *rank is lower for the surer of two. */
mintu_progress_head mintu_progress_head_of(const mintu_progress_words *words, const char *head, size_t *rank);

/* A compact text without the words around a number; 0 bytes when nothing is left. Ends are moved inwards. */
void mintu_progress_number_strip(const mintu_progress_words *words, const char **text, size_t *size);

/* Bytes of the character at the begin of a text. */
size_t mintu_progress_step(const char *at);

#endif
