/** @file notice.h
 *  A notice that shares out tasks, read from its plain text: sections and items by their numbers (一、 （一） 1. （1） ① 第一条, nested in
 *  any order) or by the rows of a table, who leads and who supports, targets, deadlines, places. A text in traditional characters is
 *  read as one in simplified; names stay as they are written. The words by which roles, units and classes of places are known come from the data package
 *  (notice_words.csv), the authorities from agencies.csv, the places from the gazetteer.
 *
 *      mintu_notice *notice; mintu_layer *tasks;
 *      mintu_notice_load(geocoder, "notice.txt", &error, &notice);
 *      mintu_notice_layer(context, notice, "tasks", &error, &tasks);
 *
 *  Damaged text. A sentence that stands in the text before is a repeat and is read once. A responsibility clause before the
 *  number n closes item n - 1. Where repeats or marks of lost text (〔…佚失〕) stand in the way, a sentence is given to an item
 *  only when nothing else is possible; one that may belong to several is left out and is a finding. An item is complete when
 *  number, text and clause are there without a gap and nothing in it is left unread, truncated when a part is lost or was not read,
 *  missing when no word of its text is there.
 *
 *  Items. In a whole text those are items whose number bears a clause, and their like; what is numbered beneath them is their text,
 *  what stands above them is a heading. Their own numbers are their keys, unless these stand more than once or are of several forms:
 *  then items are numbered in the order of the text, and "label" has their own numbers, from the outermost: 二、（一）3.
 *
 *  Roles. 牵头, 主办: lead; 配合, 支持, 参与, 协办: support; 负责, 落实, and agencies without a word: responsible; 按职责分工: joint. 会同 shares the
 *  role of the verb that ends the clause. An agency that agencies.csv has not is known by its form (…厅, …局, …人民政府) and kept as
 *  it is written; a text that stands where an agency should is a finding. */
#ifndef MINTU_NOTICE_H
#define MINTU_NOTICE_H

#include <mintu/geocode.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct mintu_notice mintu_notice;

typedef enum mintu_task_status {
    MINTU_TASK_STATUS_COMPLETE = 0,
    MINTU_TASK_STATUS_TRUNCATED,
    MINTU_TASK_STATUS_MISSING,
    MINTU_TASK_STATUS_END /**< sentinel */
} mintu_task_status;

/** Something that a person should look at. */
typedef struct mintu_notice_finding {
    const char *
        kind; /**< gap, repeat, order, bracket, agency, unit, number, time, clause, html, pages, second, encoding, bytes, uncertain */
    size_t line, column; /**< from 1, in bytes */
    const char *text;
} mintu_notice_finding;

enum { MINTU_NOTICE_FINDINGS = 1000 };

/** Reads @p size bytes of UTF-8. A text without a numbered item is MINTU_STATUS_INPUT; whatever else is wrong is a finding. The
 *  geocoder must outlive the notice; the text need not. Memory grows with the different sentences, not with repeats. */
MINTU_API mintu_status mintu_notice_read(const mintu_geocoder *geocoder, const char *text, size_t size, mintu_error *error,
                                         mintu_notice **out);

/** The same for a file ("-": standard input) in UTF-8, UTF-16 or GB 18030, which is streamed. Spans and columns are bytes of the
 *  text in UTF-8, without a byte order mark. */
MINTU_API mintu_status mintu_notice_load(const mintu_geocoder *geocoder, const char *path, mintu_error *error,
                                         mintu_notice **out);

/** Frees a notice; NULL is allowed. */
MINTU_API void mintu_notice_free(mintu_notice *notice);

MINTU_API size_t mintu_notice_count(const mintu_notice *notice); /**< tasks, those that are missing too */
MINTU_API size_t mintu_notice_status_count(const mintu_notice *notice, mintu_task_status status);
MINTU_API size_t mintu_notice_finding_count(const mintu_notice *notice); /**< kept, at most MINTU_NOTICE_FINDINGS */
MINTU_API size_t mintu_notice_finding_total(const mintu_notice *notice);
MINTU_API const mintu_notice_finding *mintu_notice_finding_at(const mintu_notice *notice, size_t index); /**< NULL outside */

/** Text of a status: complete, truncated, missing; "" for the sentinel. */
MINTU_API const char *mintu_task_status_text(mintu_task_status status);

/** One table as a layer without geometry: sections, tasks, task_agencies, task_targets, task_places, agencies (those that are
 *  named and not in agencies.csv), findings. Columns are those of the data package's tables; @p name that is none of these is
 *  MINTU_STATUS_USAGE. */
MINTU_API mintu_status mintu_notice_layer(mintu_context *context, const mintu_notice *notice, const char *name,
                                          mintu_error *error, mintu_layer **out);

/** The whole as JSON, to be freed with free(): {"sections":[{"no","title"}],"tasks":[{"no","label","section","status",
 *  "agencies":[{"name","role"}],"places":[{"name","status","code"}],"scope":[…],"targets":[{"what","value","unit","per",
 *  "from","until"}],"span":[start,end]}]}. Unknown values are null; the span of a missing task is null. */
MINTU_API mintu_status mintu_notice_json(const mintu_notice *notice, mintu_error *error, char **out);

typedef enum mintu_coverage_format {
    MINTU_COVERAGE_HTML = 0, /**< a page that needs nothing else */
    MINTU_COVERAGE_COLOURS,  /**< a text with the colours of a terminal */
    MINTU_COVERAGE_PLAIN,    /**< a text with [lead:…] around what was read as something */
    MINTU_COVERAGE_END       /**< sentinel */
} mintu_coverage_format;

/** The text of the notice with what was read as what (number, heading, lead, support, responsible, joint, clause, target, time, what
 *  is neither, what was not read), to be freed with free(). Blanks between sentences, tags and numbers of pages are not in it. */
MINTU_API mintu_status mintu_notice_coverage(const mintu_notice *notice, mintu_coverage_format format, mintu_error *error,
                                             char **out);

/** Writes the page of HTML to a file. */
MINTU_API mintu_status mintu_notice_coverage_write(const mintu_notice *notice, const char *path, mintu_error *error);

/** Writes a data package, the folder @p dir: the base tables and layers of the geocoder's package, and the notice's own tables,
 *  rosters (lists of towns whose class is small-cities or pilot-towns) and named places. It is made beside and comes to its place
 *  whole. What stands there already is MINTU_STATUS_OUTPUT; with @p replace an empty folder, or one that
 *  this call has written, is replaced as a whole; a file, any other folder, and one in which something is mounted are refused all
 *  the same. MINTU_STATUS_FINDINGS, with the text in *error, says that the new folder is in its place, and that something of the
 *  old one could not be removed. The descriptor's mintu:notice has the title and date that the text bears
 *  and what its rosters are called, for the titles and sources of maps. */
MINTU_API mintu_status mintu_notice_package_write(mintu_context *context, const mintu_notice *notice, const char *dir,
                                                  bool replace, mintu_error *error);

#ifdef __cplusplus
}
#endif
#endif
