/* The inside of a notice, and the steps of its reading in their order: sentences, outline and repair, clauses, targets, places.
 * */
#ifndef NOTICE_NOTICE_DATA_H
#define NOTICE_NOTICE_DATA_H

#include "base/array.h"
#include "base/error.h"
#include "geocode/match.h"
#include "notice/notice_words.h"

#include <mintu/notice.h>

/* A sentence, or a run of sentences that stood in the text before. */
typedef struct mintu_sentence {
    size_t text, size; /* in the notice's texts; of a run, the first of its sentences */
    size_t start, end; /* bytes of the input */
    size_t line, column;
    size_t copy, copies; /* sentence that a run repeats first, and how many; copies is 0 for a sentence of its own */
    int item;            /* item that the sentence belongs to at its end; 0: none */
    int head;            /* number that it bears; 0: none */
    int closes;          /* item that a clause at its begin closes; 0: none */
} mintu_sentence;

/* Bytes of a text: where they begin in it, and how many. */
typedef struct mintu_stretch {
    size_t start, size;
} mintu_stretch;

/* A stretch of text that belongs to an item. */
typedef struct mintu_notice_piece {
    size_t text, size, sentence;
    int item, other; /* other: the second item that it may belong to, when it is not decided */
    bool decided;
} mintu_notice_piece;

typedef struct mintu_item {
    int no, section;
    mintu_task_status status;
    size_t start, end, line, column;
    bool head, clause, whole; /* whole: read without a gap from number to clause */
    bool open;                /* the agencies end with 等 */
    bool pending;             /* sentences behind its number are not decided */
    bool doubtful;            /* pieces that may be its own were left out */
    size_t body, body_size;   /* in the bodies */
} mintu_item;

typedef struct mintu_part { /* an agency of an item */
    int item;
    char *name;
    const char *role;
    bool known;
} mintu_part;

typedef struct mintu_task_target {
    int item;
    char *what;
    double value;                   /* NaN: none */
    const char *unit, *bound, *per; /* of the words, "" for none */
    int from, until;                /* years; 0: none */
} mintu_task_target;

typedef struct mintu_named { /* a place or a class of an item */
    int item;
    bool implied;     /* the item itself names none */
    const char *kind; /* class, or the word for a place that is named */
    char *name;
    long stated; /* -1: none */
    const mintu_place *place;
    mintu_match_status status;
} mintu_named;

typedef struct mintu_heading {
    int no;
    char *title;
    size_t sentence;
} mintu_heading;

enum { MINTU_NOTICE_ITEMS = 2000, MINTU_NOTICE_LEAP = 20 };
/* Sentences of a notice, and bytes of those that differ. */
enum { MINTU_NOTICE_SENTENCES = 1 << 18, MINTU_NOTICE_TEXTS = 1 << 26 };

struct mintu_notice {
    const mintu_geocoder *geocoder;
    mintu_notice_words words;
    mintu_buffer texts, bodies;
    mintu_sentence *sentences;
    size_t sentence_count, sentence_room;
    mintu_notice_piece *pieces;
    size_t piece_count, piece_room;
    mintu_item *items; /* by number, from 1 */
    int item_count;
    mintu_part *parts;
    size_t part_count, part_room;
    mintu_task_target *targets;
    size_t target_count, target_room;
    mintu_named *named;
    size_t named_count, named_room;
    mintu_heading *headings;
    size_t heading_count, heading_room;
    mintu_notice_finding findings[MINTU_NOTICE_FINDINGS];
    size_t finding_count, finding_total;
    bool damaged; /* repeats or marks of lost text */
    bool failed;  /* memory ran out */
    size_t full;  /* the line where the text had more sentences than are read; 0: it had not */
    int date;     /* YYYYMMDD that the text gives; 0: none */
};

/* Reading in pieces of any size; memory that runs out shows in notice->failed. */
typedef struct mintu_sentence_reader mintu_sentence_reader;

#define MINTU_STARTS(text, size, word) ((size) >= sizeof(word) - 1 && memcmp(text, word, sizeof(word) - 1) == 0)

/* What a finding is about: its kind, and where in the input it stands. */
typedef struct mintu_finding_place {
    const char *kind;
    size_t line, column;
} mintu_finding_place;

/* At an offset of a sentence, and at the begin of an item. */
mintu_finding_place mintu_finding_in_sentence(const mintu_notice *notice, const char *kind, size_t sentence, size_t offset);
mintu_finding_place mintu_finding_in_item(const mintu_notice *notice, const char *kind, int item);

void mintu_notice_find(mintu_notice *notice, mintu_finding_place place, const char *format, ...) MINTU_PRINTF(3, 4);

/* Takes the answer of what may run out of memory: false, and notice->failed, when it did now or before. */
bool mintu_notice_holds(mintu_notice *notice, bool good);

/* The heading of a section, or NULL; the highest number of one, 0 when there is none. */
const mintu_heading *mintu_notice_heading(const mintu_notice *notice, int section);
int mintu_notice_sections(const mintu_notice *notice);

#endif
