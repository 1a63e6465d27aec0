#include "amend/unmatched.h"

#include "base/array.h"
#include "base/message.h"
#include "geocode/result.h"

static mintu_status tell_candidates(const mintu_amend_asked *asked, const mintu_match *match, mintu_amend_told *told)
{
    mintu_buffer candidates = {0};
    for (size_t i = 0; i < match->candidate_count && i < MINTU_MATCH_CANDIDATES; i++)
        mintu_candidate_add(asked->geocoder, match->candidates[i], &candidates);
    if (!candidates.failed)
        mintu_amend_tell(told, asked->spot, asked->query, "ambiguous: %.700s; name its county%s", candidates.data,
                         asked->any ? mintu_message(", or decide in a review file") : "");
    mintu_status status = candidates.failed ? mintu_fail_memory(told->error, "reading a list of places") : MINTU_STATUS_OK;
    mintu_buffer_free(&candidates);
    return status;
}

mintu_status mintu_amend_tell_unmatched(const mintu_amend_asked *asked, const mintu_match *match, mintu_amend_told *told)
{
    mintu_match other = {.status = MINTU_MATCH_STATUS_UNMATCHED};
    mintu_status status = MINTU_STATUS_OK;
    if (match->candidate_count)
        return tell_candidates(asked, match, told);
    if (asked->any)
        status = mintu_geocoder_match(asked->any, asked->query, told->error, &other);
    if (match->kind == MINTU_MATCH_KIND_REVIEW)
        mintu_amend_note(told, asked->spot, asked->query, "left out, as the review file says");
    else if (status == MINTU_STATUS_OK && other.status == MINTU_MATCH_STATUS_MATCHED)
        mintu_amend_tell(told, asked->spot, asked->query,
                         "%s is a %s, and the roster has towns and other units of that level; not taken", other.place->code,
                         mintu_level_text(other.place->level));
    else if (!asked->query[0])
        mintu_amend_tell(told, asked->spot, asked->query, "the row has no name");
    else
        mintu_amend_tell(told, asked->spot, asked->query, "no unit of this name; mend the name%s",
                         asked->any ? mintu_message(", or decide in a review file") : "");
    return status;
}
