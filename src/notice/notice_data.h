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
    bool fresh;          /* begins a line, or a block of HTML */
} mintu_sentence;

/* A sentence of a run: what it repeats, and where. The first FOLDED are known; a text that is whole gets its repeats back. */
typedef struct mintu_folded {
    size_t run, copy, start, end, line, column;
    bool fresh;
} mintu_folded;

/* From the byte `text` of the texts on, the bytes of the input from `byte` on, until the next break. */
typedef struct mintu_break {
    size_t text, byte, line, column;
} mintu_break;

typedef struct notice_breaks {
    mintu_break *items;
    size_t count, room;
    bool failed;
} notice_breaks;

/* What a byte of the texts was read as, the weakest first. */
typedef enum mintu_notice_reading {
    MINTU_READING_NONE = 0, /* of no item */
    MINTU_READING_TEXT,     /* an item's text */
    MINTU_READING_UNREAD,   /* looks like responsibility or a target, and was not taken */
    MINTU_READING_OTHER,    /* a number that is no target: of a document, a date that is past */
    MINTU_READING_MARK,     /* an item's number */
    MINTU_READING_HEADING,
    MINTU_READING_TIME,
    MINTU_READING_TARGET,
    MINTU_READING_CLAUSE, /* words of a clause: roles, labels, commas */
    MINTU_READING_LEAD,
    MINTU_READING_SUPPORT,
    MINTU_READING_RESPONSIBLE,
    MINTU_READING_JOINT,
    MINTU_READING_END
} mintu_notice_reading;

/* Bytes of a text: where they begin in it, and how many. */
typedef struct mintu_stretch {
    size_t start, size;
} mintu_stretch;

/* A stretch of text that belongs to an item. */
typedef struct mintu_notice_piece {
    size_t text, size, sentence;
    int item, other; /* other: the second item that it may belong to, when it is not decided */
    bool decided;
    bool line;   /* begins a line of the item's text */
    size_t body; /* its place in the bodies */
} mintu_notice_piece;

typedef struct mintu_item {
    int no, section;
    mintu_task_status status;
    size_t start, end, line, column;
    bool head, clause, whole; /* whole: read without a gap from number to clause */
    bool open;                /* the agencies end with 等 */
    bool pending;             /* sentences behind its number are not decided */
    bool doubtful;            /* pieces that may be its own were left out */
    bool unread;              /* a clause or a number of it was not taken */
    char *label;            /* its numbers from the outermost, 二（一）3, when its own number is not its key; NULL: it is */
    size_t body, body_size; /* in the bodies */
} mintu_item;

typedef struct mintu_part { /* an agency of an item */
    int item;
    char *name;
    const char *role;
    bool known;       /* in agencies.csv */
    const char *text; /* where it stands, in the texts or bodies */
    size_t size;
} mintu_part;

/* A clause of an item: its text, which the notice's texts or bodies hold. */
typedef struct mintu_clause {
    const char *text;
    size_t size;
    int item;
    const char *role; /* for agencies that have none of their own; NULL: as responsible */
} mintu_clause;

typedef struct mintu_task_target {
    int item;
    char *what;
    double value;                   /* NaN: none */
    const char *unit, *bound, *per; /* of the words, "" for none */
    int from, until;                /* years, or days as YYYYMMDD; 0: none */
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
enum { MINTU_NOTICE_SENTENCES = 1 << 18, MINTU_NOTICE_TEXTS = 1 << 26, MINTU_NOTICE_FOLDED = 1 << 16 };

struct mintu_notice {
    const mintu_geocoder *geocoder;
    mintu_notice_words words;
    mintu_buffer texts, bodies;
    mintu_buffer written, written_bodies; /* the same in traditional characters, where the text is in these */
    notice_breaks breaks;
    unsigned char *read; /* a mintu_notice_reading per byte of the texts */
    mintu_folded *folded;
    size_t folded_count, folded_room;
    size_t *placed; /* pieces in the order of the bodies */
    size_t placed_count, placed_room;
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
    bool damaged;     /* repeats or marks of lost text */
    bool failed;      /* memory ran out */
    bool short_names; /* 发改委 is that of the province: the text names bodies of the province in full, too */
    bool group_names; /* the text writes groups of bodies as the package names them */
    size_t pages;     /* lines that are numbers of pages, left out */
    size_t full;      /* the line where the text had more sentences than are read; 0: it had not */
    int date;         /* YYYYMMDD that the text gives; 0: none */
    int year;         /* of the date, of the document's number, or of the title; 0: none */
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
