/** @file scan.h
 *  Every place named in a Chinese text, with its span, its sentence and how it was resolved.
 *
 *      mintu_scan *scan;
 *      mintu_scan_text(geocoder, text, size, &error, &scan);
 *      for (size_t i = 0; i < mintu_scan_count(scan); i++)
 *          ... mintu_scan_mention(scan, i)->match.place ...
 *
 *  What counts as a name. A full name (with its type: 安溪县) counts, unless the type belongs to the next word (乡镇, 市场) or the
 *  name is itself an ordinary word (建设镇), which needs its parent, a list or a word like 在 before it. A short name may be an
 *  ordinary word or part of one, so it counts only with evidence:
 *  - of a province, always; of a prefecture, when words around it part where it does; of a county or prefecture, a list of two such
 *    names or more, words before and after it that go with places (到…考察), one that hardly goes with anything else (…现场会), or the
 *    same place named beyond doubt elsewhere;
 *  - of a township, a parent beside it (安溪龙门, 龙门（安溪）), a list of which the text says what it lists (等15个中心镇) or which
 *    has a town that is certain, a county or prefecture shortly before the list that holds all of it, three towns of one county side by
 *    side, or the roster asked for.
 *  A full name whose parent is not in the package or does not fit (平阳县水头镇) is a mention that is unmatched, as is a word
 *  among the names of a list of a stated class. A unit elsewhere, known from the package's tables of the country, is no mention; it
 *  governs what follows: its list, colon and brackets, the clause when someone goes there or learns from it, the sentence when it is told
 *  of, the lines below when it is a heading; and the name before it that is said to lie in it (龙门镇（建德市）). A name of a town goes
 *  with no unit beside which the text puts it otherwise (城厢区的城郊乡). A title governs until a unit of the package is named, a
 *  dateline or a unit at the begin of a paragraph to the paragraph's end. Of towns elsewhere with a name of the package's a table
 *  says where they lie: the unit named last that has such a town decides, and the one that sends the news, below them. A name behind
 *  characters that are no word (尧龙山镇) is the rest of a longer one. A name that is common elsewhere (城关镇), or in a list with
 *  towns that nobody here knows, is ambiguous with one candidate unless the text names its county; so is every town whose county is
 *  not named when an authority elsewhere signs the text in its last lines. One of the package's that signs has such towns of its own.
 *  A text in traditional characters is read as if it were simplified; spans are those of the text as it is. Names in Latin letters are
 *  not looked for. The words that decide stand in src/scan/scan_words.c. */
#ifndef MINTU_SCAN_H
#define MINTU_SCAN_H

#include <mintu/geocode.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_scan mintu_scan;

/** How the place of a mention was decided. One name is decided by the first of these that leaves one place. */
typedef enum mintu_evidence {
    MINTU_EVIDENCE_NONE = 0, /**< not decided: ambiguous or unmatched */
    MINTU_EVIDENCE_UNIQUE,   /**< only one place has the name */
    MINTU_EVIDENCE_PARENT,   /**< the text names its county or prefecture with it */
    MINTU_EVIDENCE_CONTEXT,  /**< the unit of its paragraph or title, its list, its sentence, or the same name before */
    MINTU_EVIDENCE_ROSTER,   /**< it stands on the roster asked for (mintu_geocode_options.roster) */
    MINTU_EVIDENCE_END       /**< sentinel */
} mintu_evidence;

/** One mention. Spans are half open, from 0, in bytes and in characters (code points) of the text; a span includes parents
 *  before the name and a bracket behind it that belongs to it. Line and column are from 1, the column in characters. */
typedef struct mintu_mention {
    size_t byte_start, byte_end, char_start, char_end;
    size_t line, column;
    size_t sentence_start, sentence_end; /**< bytes */
    int group;                           /**< mentions of one list share a number from 1; 0: none */
    bool organisation;                   /**< part of the name of an authority: 福建省人民政府 */
    mintu_evidence evidence;
    mintu_match match;
} mintu_mention;

/** A list of names. When the text states their number ("…等15个中心镇"), it is there to be checked against the count. */
typedef struct mintu_scan_group {
    int id;
    size_t count; /**< names in the list, those that are not matched too */
    long stated;  /**< number stated, -1 when none is */
    bool open;    /**< the list ends with 等, so it may be shorter than the number */
    size_t byte_start, byte_end;
    size_t line, column;
} mintu_scan_group;

typedef enum mintu_scan_problem_kind {
    MINTU_SCAN_PROBLEM_UTF8 = 0, /**< bytes that are no UTF-8; skipped */
    MINTU_SCAN_PROBLEM_NUL,      /**< NUL bytes; taken as an end of sentence */
    MINTU_SCAN_PROBLEM_BRACKET,  /**< a bracket without its partner in the paragraph; no mention reaches over it */
    MINTU_SCAN_PROBLEM_END       /**< sentinel */
} mintu_scan_problem_kind;

enum { MINTU_SCAN_PROBLEMS = 100 };

/** Something wrong in the text; what stands side by side is one. The first MINTU_SCAN_PROBLEMS are kept, all are counted. */
typedef struct mintu_scan_problem {
    mintu_scan_problem_kind kind;
    size_t byte_start, byte_end;
    size_t line, column;
} mintu_scan_problem;

/** Scans @p size bytes of UTF-8. The text is borrowed and must outlive the scan, as must the geocoder. Bad input never fails:
 *  see mintu_scan_problem_at(). Memory is bounded by the number of names found, not by the size of the text, of which only one with traditional characters is
 *  copied. */
MINTU_API mintu_status mintu_scan_text(const mintu_geocoder *geocoder, const char *text, size_t size, mintu_error *error,
                                       mintu_scan **out);

/** The same for a file ("-": standard input), which the scan keeps in memory as UTF-8. A file in UTF-16 (with its mark), GBK or
 *  GB 18030 is converted first, and spans, lines and columns are those of the text in UTF-8; at most 1 GiB of it. */
MINTU_API mintu_status mintu_scan_file(const mintu_geocoder *geocoder, const char *path, mintu_error *error, mintu_scan **out);

/** Frees a scan; NULL is allowed. */
MINTU_API void mintu_scan_free(mintu_scan *scan);

/** What the file was converted from, such as GB18030; NULL for UTF-8 and for mintu_scan_text(). Static storage. */
MINTU_API const char *mintu_scan_encoding(const mintu_scan *scan);

MINTU_API size_t mintu_scan_count(const mintu_scan *scan);
MINTU_API const mintu_mention *mintu_scan_mention(const mintu_scan *scan, size_t index); /**< in the text's order */
MINTU_API const char *mintu_scan_bytes(const mintu_scan *scan, size_t *size);            /**< the text that spans refer to */
MINTU_API size_t mintu_scan_group_count(const mintu_scan *scan);
MINTU_API const mintu_scan_group *mintu_scan_group_at(const mintu_scan *scan, size_t index);
MINTU_API size_t mintu_scan_problem_count(const mintu_scan *scan); /**< problems kept */
MINTU_API const mintu_scan_problem *mintu_scan_problem_at(const mintu_scan *scan, size_t index);
MINTU_API size_t mintu_scan_problem_total(const mintu_scan *scan, mintu_scan_problem_kind kind); /**< of a kind, kept or not */
MINTU_API size_t mintu_scan_invalid(const mintu_scan *scan);                                     /**< bytes that are no UTF-8 */

/** The mentions as a point layer: text, status, name, level, code, county, prefecture, evidence, match, organisation (0 or 1),
 *  group (null: none), group_count, group_stated, byte_start, byte_end, char_start, char_end, line, column, sentence, lon,
 *  lat, precision, candidates. */
MINTU_API mintu_status mintu_scan_layer(mintu_context *context, const mintu_geocoder *geocoder, const mintu_scan *scan,
                                        mintu_error *error, mintu_layer **out);

/** The lists as a layer without geometry: group, status (ok, or mismatch when count and number differ), count, stated, open
 *  (0 or 1), byte_start, byte_end, line, column, text. */
MINTU_API mintu_status mintu_scan_group_layer(mintu_context *context, const mintu_scan *scan, mintu_error *error,
                                              mintu_layer **out);

/** Text of an evidence as in output columns: "", unique, parent, context, roster. */
MINTU_API const char *mintu_evidence_text(mintu_evidence evidence);

#ifdef __cplusplus
}
#endif
#endif
