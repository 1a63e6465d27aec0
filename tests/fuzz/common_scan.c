#include "fuzz.h"

static void check_mention(const mintu_scan *scan, const mintu_mention *mention, size_t size)
{
    FUZZ_CHECK(mention->byte_start < mention->byte_end && mention->byte_end <= size);
    FUZZ_CHECK(mention->char_start < mention->char_end && mention->char_end <= mention->byte_end);
    FUZZ_CHECK(mention->char_end - mention->char_start <= mention->byte_end - mention->byte_start);
    FUZZ_CHECK(mention->sentence_start <= mention->byte_start && mention->byte_end <= mention->sentence_end);
    FUZZ_CHECK(mention->sentence_end <= size);
    FUZZ_CHECK(mention->line > 0 && mention->column > 0);
    FUZZ_CHECK(mention->group >= 0 && (size_t)mention->group <= mintu_scan_group_count(scan));
    FUZZ_CHECK(mention->evidence < MINTU_EVIDENCE_END);
    FUZZ_CHECK((mention->evidence == MINTU_EVIDENCE_NONE) == (mention->match.status != MINTU_MATCH_STATUS_MATCHED));
    fuzz_check_match(&mention->match);
}

static void check_group(const mintu_scan *scan, size_t index, size_t size)
{
    const mintu_scan_group *group = mintu_scan_group_at(scan, index);
    size_t members = 0;
    FUZZ_CHECK(group != NULL && group->id > 0 && group->stated >= -1);
    FUZZ_CHECK(group->byte_start < group->byte_end && group->byte_end <= size && group->line > 0 && group->column > 0);
    for (size_t i = 0; i < mintu_scan_count(scan); i++)
        members += mintu_scan_mention(scan, i)->group == group->id;
    FUZZ_CHECK(members <= group->count);
}

static void check_problems(const mintu_scan *scan, size_t size)
{
    size_t total = 0;
    for (int kind = 0; kind < MINTU_SCAN_PROBLEM_END; kind++)
        total += mintu_scan_problem_total(scan, (mintu_scan_problem_kind)kind);
    FUZZ_CHECK(mintu_scan_problem_count(scan) <= MINTU_SCAN_PROBLEMS && mintu_scan_problem_count(scan) <= total);
    FUZZ_CHECK(mintu_scan_problem_at(scan, mintu_scan_problem_count(scan)) == NULL);
    for (size_t i = 0; i < mintu_scan_problem_count(scan); i++) {
        const mintu_scan_problem *problem = mintu_scan_problem_at(scan, i);
        FUZZ_CHECK(problem->kind < MINTU_SCAN_PROBLEM_END && problem->line > 0 && problem->column > 0);
        FUZZ_CHECK(problem->byte_start < problem->byte_end && problem->byte_end <= size);
    }
    FUZZ_CHECK(mintu_scan_invalid(scan) <= size);
}

void fuzz_check_scan(const mintu_scan *scan)
{
    size_t size = 0, end = 0;
    FUZZ_CHECK(mintu_scan_bytes(scan, &size) != NULL || size == 0);
    for (size_t i = 0; i < mintu_scan_count(scan); i++) {
        const mintu_mention *mention = mintu_scan_mention(scan, i);
        FUZZ_CHECK(mention != NULL && mention->byte_start >= end);
        end = mention->byte_end;
        check_mention(scan, mention, size);
    }
    FUZZ_CHECK(mintu_scan_mention(scan, mintu_scan_count(scan)) == NULL);
    for (size_t i = 0; i < mintu_scan_group_count(scan); i++)
        check_group(scan, i, size);
    FUZZ_CHECK(mintu_scan_group_at(scan, mintu_scan_group_count(scan)) == NULL);
    check_problems(scan, size);
}
