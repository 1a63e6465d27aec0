#include "geocode/transliterate.h"

#include "base/error.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static mintu_status fail(UErrorCode code, const char *id, mintu_error *error)
{
    return mintu_fail(error, code == U_MEMORY_ALLOCATION_ERROR ? MINTU_STATUS_MEMORY : MINTU_STATUS_DEFECT,
                      "reading a name: ICU says %s of its transliterator %s; check the ICU data", u_errorName(code), id);
}

static UTransliterator *open(const char *id, UErrorCode *code)
{
    UChar wide[64];
    u_strFromUTF8(wide, sizeof wide / sizeof *wide, NULL, id, -1, code);
    return utrans_openU(wide, -1, UTRANS_FORWARD, NULL, 0, NULL, code);
}

mintu_status mintu_transliterate(mintu_transliterator *transliterator, const char *id, const char *text, mintu_error *error,
                                 char out[MINTU_NAME_SIZE], size_t *size)
{
    enum { ROOM = 2 * MINTU_NAME_SIZE };
    UChar wide[ROOM];
    int32_t length = 0, bytes = 0;
    UErrorCode code = U_ZERO_ERROR;
    *size = 0;
    if (!transliterator->opened)
        transliterator->opened = open(id, &code);
    u_strFromUTF8(wide, ROOM, &length, text, -1, &code);
    int32_t limit = length;
    if (U_SUCCESS(code))
        utrans_transUChars(transliterator->opened, wide, &length, ROOM, 0, &limit, &code);
    if (U_SUCCESS(code))
        u_strToUTF8(out, MINTU_NAME_SIZE, &bytes, wide, length, &code);
    if (code == U_BUFFER_OVERFLOW_ERROR || code == U_STRING_NOT_TERMINATED_WARNING)
        return MINTU_STATUS_OK;
    if (U_FAILURE(code))
        return fail(code, id, error);
    *size = strcmp(out, text) == 0 ? 0 : (size_t)bytes;
    return MINTU_STATUS_OK;
}

void mintu_transliterator_close(mintu_transliterator *transliterator)
{
    if (transliterator->opened)
        utrans_close(transliterator->opened);
    transliterator->opened = NULL;
}
