#include "task/progress_state.h"

#include "task/reach.h"

#include <stdlib.h>
#include <string.h>

static const char *const texts[][2] = {{"done", "已完成"},  {"under-way", "推进中"},    {"not-started", "未启动"},
                                       {"overdue", "逾期"}, {"not-reported", "未报送"}, {"not-due", "未到期"}};

const char *mintu_progress_status_text(mintu_progress_status status)
{
    return texts[status][0];
}

const char *mintu_progress_status_zh(mintu_progress_status status)
{
    return texts[status][1];
}

/* How many parts there are, and what is said of them. */
typedef struct tally {
    size_t parts, reported, done, not_started, overdue;
} tally;

static void count(tally *t, mintu_progress_state state)
{
    t->parts++;
    t->reported += state != MINTU_PROGRESS_STATE_NONE;
    t->done += state == MINTU_PROGRESS_STATE_DONE;
    t->not_started += state == MINTU_PROGRESS_STATE_NOT_STARTED;
    t->overdue += state == MINTU_PROGRESS_STATE_OVERDUE;
}

static mintu_progress_state sum(const tally *t)
{
    return t->reported == 0                ? MINTU_PROGRESS_STATE_NONE
           : t->overdue > 0                ? MINTU_PROGRESS_STATE_OVERDUE
           : t->done == t->parts           ? MINTU_PROGRESS_STATE_DONE
           : t->not_started == t->reported ? MINTU_PROGRESS_STATE_NOT_STARTED
                                           : MINTU_PROGRESS_STATE_UNDER_WAY;
}

const mintu_progress_report *mintu_progress_report_of(const mintu_progress_file *file, size_t task, const char *agency)
{
    size_t first, count_of = mintu_progress_reports(file, task, &first);
    for (size_t i = first; i < first + count_of; i++) {
        const mintu_progress_report *report = &file->reports[i];
        if (!report->place && (agency ? report->agency && strcmp(report->agency, agency) == 0 : !report->agency))
            return report;
    }
    return NULL;
}

const mintu_progress_report *mintu_progress_latest(const mintu_progress_file *file, size_t task)
{
    size_t first, count_of = mintu_progress_reports(file, task, &first);
    const mintu_progress_report *latest = NULL;
    for (size_t i = first; i < first + count_of; i++)
        if (!latest || file->reports[i].date >= latest->date)
            latest = &file->reports[i];
    return latest;
}

/* The agency's own report, unless one of nobody's is later. */
static mintu_progress_state said_by(const mintu_progress_file *file, size_t task, const char *agency)
{
    const mintu_progress_report *own = mintu_progress_report_of(file, task, agency),
                                *whole = mintu_progress_report_of(file, task, NULL);
    if (own && whole)
        return own->date >= whole->date ? own->state : whole->state;
    return own ? own->state : whole ? whole->state : MINTU_PROGRESS_STATE_NONE;
}

/* The report of the place, or of the nearest unit above it. */
static const mintu_progress_report *over(const mintu_progress_file *file, size_t task, const mintu_place *place)
{
    size_t first, count_of = mintu_progress_reports(file, task, &first);
    const mintu_progress_report *best = NULL;
    for (size_t i = first; i < first + count_of; i++) {
        const mintu_progress_report *report = &file->reports[i];
        if (!report->place || mintu_reach_of(file->matrix, report->place, place) > MINTU_REACH_ABOVE)
            continue;
        if (!best || report->place->level > best->place->level)
            best = report;
    }
    return best;
}

/* What the places in a unit report together; they are at most a part of it. */
static mintu_progress_state beneath(const mintu_progress_file *file, size_t task, const mintu_place *place)
{
    size_t first, count_of = mintu_progress_reports(file, task, &first);
    tally t = {.parts = 1};
    for (size_t i = first; i < first + count_of; i++) {
        const mintu_progress_report *report = &file->reports[i];
        if (report->place && mintu_reach_of(file->matrix, report->place, place) == MINTU_REACH_WITHIN)
            count(&t, report->state);
    }
    return sum(&t);
}

/* What is said of the places where the task holds, in @p unit or, NULL, in all. */
static tally said_in(const mintu_progress_file *file, size_t task, const mintu_place *unit)
{
    const mintu_matrix *m = file->matrix;
    size_t first, count_of = mintu_reach_links(m, task, &first);
    tally t = {0};
    for (size_t i = first; i < first + count_of; i++) {
        const mintu_place *place = m->links[i].place;
        if ((i > first && m->links[i - 1].place == place) || (unit && mintu_reach_of(m, place, unit) != MINTU_REACH_WITHIN))
            continue;
        const mintu_progress_report *report = over(file, task, place);
        count(&t, report ? report->state : beneath(file, task, place));
    }
    return t;
}

/* Whether there are reports on the task by places, or by others. */
static bool has_reports(const mintu_progress_file *file, size_t task, bool places)
{
    size_t first, count_of = mintu_progress_reports(file, task, &first);
    for (size_t i = first; i < first + count_of; i++)
        if ((file->reports[i].place != NULL) == places)
            return true;
    return false;
}

static mintu_progress_state said_in_places(const mintu_progress_file *file, size_t task)
{
    const tally t = has_reports(file, task, true) ? said_in(file, task, NULL) : (tally){0};
    return sum(&t);
}

static bool is_government(const mintu_matrix *m, const char *agency)
{
    size_t row = mintu_table_find(m->agencies, "name", agency);
    return row < mintu_layer_count(m->agencies) && strcmp(mintu_layer_field_text(m->agencies, row, "kind"), "government") == 0;
}

/* Governments of all places are their places. */
static mintu_progress_state agency_state(const mintu_progress_file *file, size_t task, const char *agency)
{
    mintu_progress_state state = said_by(file, task, agency);
    return state == MINTU_PROGRESS_STATE_NONE && is_government(file->matrix, agency) ? said_in_places(file, task) : state;
}

/* What the agencies say, those that lead before the others. */
static mintu_progress_state said_by_agencies(const mintu_progress_file *file, size_t task)
{
    const mintu_layer *table = file->matrix->task_agencies;
    const char *no = mintu_layer_field_text(file->matrix->tasks, task, "no");
    tally t[2] = {{0}, {0}};
    for (size_t row = 0; row < mintu_layer_count(table); row++) {
        if (strcmp(mintu_layer_field_text(table, row, "task"), no) != 0)
            continue;
        bool lead = strcmp(mintu_layer_field_text(table, row, "role"), "lead") == 0;
        count(&t[!lead], agency_state(file, task, mintu_layer_field_text(table, row, "agency")));
    }
    if (t[0].parts && t[0].reported)
        return sum(&t[0]);
    if (!t[0].parts && !t[1].parts)
        return said_by(file, task, "");
    t[1].parts += t[0].parts; /* without the lead it is not done */
    return sum(&t[1]);
}

static mintu_progress_state task_state(const mintu_progress_file *file, size_t task)
{
    mintu_progress_state state = said_by_agencies(file, task);
    return state == MINTU_PROGRESS_STATE_NONE ? said_in_places(file, task) : state;
}

/* The last day of a year, month or day; months are as long as the longest. 0: there is none. */
static int last_day(const char *until)
{
    int year = 0, month = 12, day = 31;
    char *end;
    year = (int)strtol(until, &end, 10);
    if (*end == '-')
        month = (int)strtol(end + 1, &end, 10);
    if (*end == '-')
        day = (int)strtol(end + 1, &end, 10);
    return year ? year * 10000 + month * 100 + day : 0;
}

static mintu_progress_status judge(const mintu_progress_file *file, size_t task, mintu_progress_state state)
{
    int last = last_day(file->matrix->texts[task].all[MINTU_TASK_TEXT_UNTIL].data);
    if (state == MINTU_PROGRESS_STATE_DONE)
        return MINTU_PROGRESS_DONE;
    if (state == MINTU_PROGRESS_STATE_OVERDUE || (last && last < file->on))
        return MINTU_PROGRESS_OVERDUE;
    if (state == MINTU_PROGRESS_STATE_NONE)
        return last ? MINTU_PROGRESS_NOT_DUE : MINTU_PROGRESS_NOT_REPORTED;
    return state == MINTU_PROGRESS_STATE_NOT_STARTED ? MINTU_PROGRESS_NOT_STARTED : MINTU_PROGRESS_UNDER_WAY;
}

mintu_progress_status mintu_progress_task(const mintu_progress_file *file, size_t task)
{
    return judge(file, task, task_state(file, task));
}

mintu_progress_status mintu_progress_agency(const mintu_progress_file *file, size_t task, const char *agency)
{
    mintu_progress_state state = agency_state(file, task, agency);
    if (state == MINTU_PROGRESS_STATE_NONE && task_state(file, task) == MINTU_PROGRESS_STATE_DONE)
        state = MINTU_PROGRESS_STATE_DONE;
    return judge(file, task, state);
}

/* What places say of one: itself, a unit above it, places in it. */
static mintu_progress_state said_around(const mintu_progress_file *file, size_t task, const mintu_place *place)
{
    if (!has_reports(file, task, true))
        return MINTU_PROGRESS_STATE_NONE;
    const mintu_progress_report *report = over(file, task, place);
    if (report)
        return report->state;
    const tally in = said_in(file, task, place);
    return in.parts ? sum(&in) : beneath(file, task, place);
}

mintu_progress_status mintu_progress_place(const mintu_progress_file *file, size_t task, const mintu_place *place)
{
    mintu_progress_state state = said_around(file, task, place);
    if (state == MINTU_PROGRESS_STATE_NONE && has_reports(file, task, false)) /* agencies speak for all places */
        state = said_by_agencies(file, task);
    return judge(file, task, state);
}

mintu_progress_status mintu_progress_place_itself(const mintu_progress_file *file, size_t task, const mintu_place *place)
{
    return judge(file, task, said_around(file, task, place));
}
