/* What a text says of where its names lie: a unit that is named governs what follows it, its list, colon and brackets, its clause or
 * sentence. A name that a unit elsewhere governs is none of the package's: 浙江省建德市今年在龙门镇开展试点. */
#ifndef SCAN_SCAN_GOVERN_H
#define SCAN_SCAN_GOVERN_H

#include "scan/scan_named.h"
#include "scan/scan_parts.h"

/* How far a unit elsewhere governs, the least first. */
typedef enum mintu_scan_scope {
    MINTU_SCAN_SCOPE_NONE = 0,
    MINTU_SCAN_SCOPE_NEXT,      /* what belongs to it by a word: 从浙江的水头镇 */
    MINTU_SCAN_SCOPE_CLAUSE,    /* 到浙江考察水头镇 */
    MINTU_SCAN_SCOPE_SENTENCE,  /* 浙江今年在水头镇试点 */
    MINTU_SCAN_SCOPE_PARAGRAPH, /* 浙江省建德市各乡镇…。水头镇…, at the begin of a line: to its end */
    MINTU_SCAN_SCOPE_BLOCK,     /* a heading: to the next blank line */
    MINTU_SCAN_SCOPE_TITLE      /* 浙江省建德市试点名单 alone in a line: until a unit of the package is named */
} mintu_scan_scope;

enum { MINTU_SCAN_UNITS = 4 };

/* The units that govern. Zero-initialise. */
typedef struct mintu_scan_governor {
    mintu_scan_scope scope;
    size_t start;                   /* of the unit elsewhere, with the units that it lies in */
    size_t end;                     /* of the unit elsewhere, or of the last name that it governed */
    size_t units[MINTU_SCAN_UNITS]; /* units of the package that were named last, as numbers of hits that are kept */
    size_t unit_count;
    size_t unit_end; /* of these, or of the last name that was found to belong to them */
    mintu_scan_named named;
} mintu_scan_governor;

/* Hit @p at is the name of a unit elsewhere. */
void mintu_scan_govern_mark(const mintu_scan_work *work, size_t at, mintu_scan_governor *governor);

/* The hit is a unit of the package above the townships, and will be kept as number @p kept. */
void mintu_scan_govern_unit(const mintu_scan_work *work, const mintu_scan_hit *hit, size_t kept, mintu_scan_governor *governor);

/* True when what stands between a name and a unit, and what stands @p behind it, say that the name lies in it: 位于. */
bool mintu_scan_says_within(const mintu_scan_work *work, size_t from, size_t to, size_t behind);

/* True when a unit elsewhere, and none of the package behind it, governs what begins at @p at, and nobody goes from there to it:
 * 浙江的茶商到安溪收茶. */
bool mintu_scan_govern_reaches(const mintu_scan_work *work, const mintu_scan_governor *governor, size_t at);

/* Whether the hit, which hit @p next follows, lies elsewhere by what governs it. False when memory runs out. */
bool mintu_scan_governed(mintu_scan_work *work, mintu_scan_hit *hit, size_t next, mintu_scan_governor *governor, bool *out);

#endif
