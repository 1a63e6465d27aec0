/** @file join.h
 *  The tasks of a data package joined to places: classes of places to units, tasks to the places where they hold, and where each
 *  value comes from. The package's tables tasks, task_agencies, task_targets, task_places, agencies and sections are read (see
 *  geodata/README.md for their columns); a package without them is MINTU_STATUS_INPUT. Units are those of the day asked for. */
#ifndef MINTU_JOIN_H
#define MINTU_JOIN_H

#include <mintu/gazetteer.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Number of the package's classes of places (table place_classes), and their names: place, small-cities, townships, … NULL outside.
 *  Borrowed from the gazetteer. */
MINTU_API size_t mintu_scope_count(const mintu_gazetteer *gazetteer);
MINTU_API const char *mintu_scope_name(const mintu_gazetteer *gazetteer, size_t index);

/** Members of the class @p name as of @p date (YYYYMMDD; 0: the package's): points in the order of places.csv with fields code,
 *  name (of the date), name_en, level, type, county, prefecture, precision, certainty, source. Units that the table set_apart
 *  names are left out. Notes: `rule` and `rule-en` say what the class is and what was left out; `listed`, and `stated` where the
 *  package states how many there are. A class whose members no table gives (key-towns, greenways) is empty. An unknown class is
 *  MINTU_STATUS_USAGE. County seats are given as their counties. */
MINTU_API mintu_status mintu_scope_members(mintu_context *context, const mintu_gazetteer *gazetteer, const char *name, int date,
                                           mintu_error *error, mintu_layer **out);

typedef enum mintu_join_per {
    MINTU_JOIN_PER_PAIR = 0, /**< one row per place and task */
    MINTU_JOIN_PER_PLACE,    /**< one row per place that a task holds for */
    MINTU_JOIN_PER_COUNTY,   /**< one row per county-level unit, with its polygon */
    MINTU_JOIN_PER_END       /**< sentinel */
} mintu_join_per;

/** What mintu_join_make() joins. Zero-initialise for everything as of the package's date. */
typedef struct mintu_join_query {
    mintu_join_per per;
    int as_of; /**< YYYYMMDD; 0: the package's date */
    const char
        *agency; /**< only tasks of this agency, by name, other name or full name; NULL: all. Unknown: MINTU_STATUS_INPUT */
    bool named;  /**< only places that the text names or that are on a roster, not the members of other classes */
    uint64_t reserved[6]; /**< zero: see version.h */
} mintu_join_query;

/** The join. Per pair: id (TASK-CODE, the feature's id), task, code, name, name_en, level, type, county, prefecture, status,
 *  section, section_title, summary, summary_en, lead, support, responsible, joint (names joined by 、), open, targets, until (the
 *  last deadline), class, rule, rule_en (why the task holds there), certainty, source, precision, named (1: the place is named or
 *  on a roster), code_then, name_now, county_code, prefecture_code. A place reached in two ways is one row whose rules are joined.
 *  Per place: the place and tasks, named (numbers), task_list, leads, until, certainty, source. Per county: the same for all that
 *  reaches the county: its own (tasks_county), those of units above it (tasks_above), those of towns in it (tasks_towns); named
 *  counts tasks that name it or a town in it; named_county counts those that name the county itself; set_apart is 1 for units that classes leave out. Roll-ups carry the rule for the
 *  counting in their note `rule`. @p query NULL: everything, per pair. All carry the notes agency, agency-en and tasks (the number of tasks joined).
 *  @p findings (may be NULL) is a layer kind, task, name, text: names without a place, classes without members, counts that differ
 *  from what is stated, tasks without a place, agencies that are not in the table. The caller frees both. MINTU_STATUS_FINDINGS when there
 *  is a finding; @p out is whole all the same. */
MINTU_API mintu_status mintu_join_make(mintu_context *context, const mintu_gazetteer *gazetteer, const mintu_join_query *query,
                                       mintu_error *error, mintu_layer **findings, mintu_layer **out);

/** What mintu_tasks_list() selects. Zero-initialise for all tasks. */
typedef struct mintu_tasks_query {
    int no, section;      /**< 0: any */
    const char *agency;   /**< name, other name or full name; NULL: any */
    const char *place;    /**< name or code; NULL: any */
    const char *until;    /**< YYYY or YYYY-MM-DD: tasks with a deadline no later; NULL: any */
    const char *status;   /**< complete, truncated or missing; NULL: any */
    int as_of;            /**< YYYYMMDD; 0: the package's date */
    const char *lang;     /**< "en": titles of sections, agencies and targets in English where there is a text; NULL: Chinese */
    uint64_t reserved[5]; /**< zero: see version.h */
} mintu_tasks_query;

/** Tasks as rows: no, section, section_title, status, summary, summary_en, lead, support, responsible, joint, open, targets, until,
 *  scope, scope_en, places (number of places), certainty, source, note, span_start, span_end; and with a place asked for how the task
 *  holds there: reach (own, above: through a unit that it lies in, within: through places in it), via, rule, rule_en. The source of a
 *  row is then that of the rule. An unknown place or agency is MINTU_STATUS_INPUT. @p query NULL: all tasks. */
MINTU_API mintu_status mintu_tasks_list(mintu_context *context, const mintu_gazetteer *gazetteer,
                                        const mintu_tasks_query *query, mintu_error *error, mintu_layer **out);

/** Where the values of a task (its number), of a place (name or code) or of a row of the join (its id, TASK-CODE) come from: one
 *  row per value with field, value, item, position ("line 3, bytes 120-340" of the text that the package was read from, else ""), rule,
 *  source, certainty. What is none of them is MINTU_STATUS_INPUT. @p date: day YYYYMMDD; 0: the package's. */
MINTU_API mintu_status mintu_explain(mintu_context *context, const mintu_gazetteer *gazetteer, const char *what, int date,
                                     mintu_error *error, mintu_layer **out);

#ifdef __cplusplus
}
#endif
#endif
