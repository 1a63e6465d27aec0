/* Sums over the ledger. */
#include "analyse/quota.h"

static bool counts(const mintu_quota_line *line, int year, int kind)
{
    return (year == 0 || line->year == year) && (kind == MINTU_QUOTA_ALL || line->kind == kind);
}

int64_t mintu_quota_mu(const mintu_quota *quota, int year, int kind)
{
    if (!quota)
        return 0;
    int64_t sum = 0;
    for (size_t i = 0; i < quota->count; i++)
        sum += counts(&quota->lines[i], year, kind) ? quota->lines[i].mu : 0;
    return sum;
}

size_t mintu_quota_lines(const mintu_quota *quota, int year, int kind)
{
    if (!quota)
        return 0;
    size_t count = 0;
    for (size_t i = 0; i < quota->count; i++)
        count += counts(&quota->lines[i], year, kind);
    return count;
}
