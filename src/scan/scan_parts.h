/* Steps of a scan, in the order in which they run: read, join, list, accept, resolve. For scan*.c only. */
#ifndef SCAN_SCAN_PARTS_H
#define SCAN_SCAN_PARTS_H

#include "geocode/match.h"
#include "scan/scan_bounds.h"
#include "scan/scan_ending.h"
#include "scan/scan_table.h"
#include "scan/scan_words.h"

#include <mintu/scan.h>

/* A name that the text may contain. */
typedef struct mintu_scan_hit {
    size_t start, end;  /* with parents and bracket */
    size_t read;        /* begin of what decides the place: the start, or past another name of the same place */
    size_t name;        /* begin of the name itself */
    size_t owner;       /* the unit of the package that has it by what the text says, as a number of a hit with 1 added */
    size_t list;        /* number of its list; SIZE_MAX: none */
    unsigned levels;    /* bits of the levels it may be of; 0: a mark, the name of units elsewhere only */
    unsigned elsewhere; /* the same of units that the package does not have; both 0: a town elsewhere of a longer name */
    unsigned char left, right; /* mintu_scan_cue */
    bool full, ordinary, full_elsewhere;
    bool parented; /* a parent or a bracket belongs to it, and fits */
    bool firm;     /* the parent makes it a name beyond doubt */
    bool foreign;  /* its parent does not fit, or the package does not have it */
    bool beneath;  /* a unit elsewhere governs where it stands */
    bool accepted;
    bool doubtful; /* it may as well be a place elsewhere, and nothing says that it is not */
} mintu_scan_hit;

/* Names side by side. */
typedef struct mintu_scan_list {
    size_t first, count; /* hits */
    size_t item, items;  /* what stands in the list and is no name of the package, if it may be a name */
    size_t others;       /* what stands in the list and cannot be a name */
    size_t begin;        /* of its first word or name */
    size_t floor, end;   /* its words neither begin before nor end behind */
    bool tails;          /* names with other words behind them: 永安保障房建设、漳浦城中村改造 */
    bool comma;          /* parted by commas only */
    bool beneath;        /* of towns, and a unit elsewhere governs where it stands */
    mintu_scan_ending ending;
    size_t mention, mentions; /* range of its mentions */
    int group;
} mintu_scan_list;

typedef struct mintu_scan_span {
    size_t start, end;
} mintu_scan_span;

struct mintu_scan {
    const char *text;
    size_t size;
    char *owned;          /* the text of a file */
    const char *encoding; /* what that was converted from; NULL: UTF-8 */
    mintu_mention *mentions;
    size_t count, room;
    mintu_scan_group *groups;
    size_t group_count, group_room;
    mintu_scan_problem problems[MINTU_SCAN_PROBLEMS];
    size_t problem_count, totals[MINTU_SCAN_PROBLEM_END], invalid;
};

typedef struct mintu_scan_work {
    bool cancelled; /* the steps then give false */
    const mintu_geocoder *geocoder;
    mintu_geocoder plain;          /* the same without a roster, which decides last */
    const mintu_scan_table *table; /* kept by the geocoder */
    mintu_scan *scan;
    const char *text; /* in simplified characters */
    char *folded;     /* that, when it is not the text of the scan itself */
    size_t size;
    mintu_scan_hit *hits;
    size_t hit_count, hit_room;
    mintu_scan_list *lists;
    size_t list_count, list_room;
    mintu_scan_span *items; /* of all lists */
    size_t item_count, item_room;
    size_t *mention_hits; /* hit of each mention, SIZE_MAX for an item */
    size_t mention_room;
    size_t *stamps; /* by place: mark of the last list that has a name in that county */
    bool *named;    /* by place: the text names it beyond doubt */
    mintu_candidates candidates;
    size_t signature;      /* begin of the line that signs the text; SIZE_MAX: none */
    bool signed_elsewhere; /* by a unit that the package does not have */
    UBreakIterator *words; /* NULL until it is needed */
} mintu_scan_work;

/* Bits of levels above townships. */
enum { MINTU_SCAN_UPPER = 1 << MINTU_LEVEL_PROVINCE | 1 << MINTU_LEVEL_PREFECTURE | 1 << MINTU_LEVEL_COUNTY };

#endif
