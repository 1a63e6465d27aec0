#include "gazetteer/store.h"
mintu_status mintu_gazetteer_check(mintu_context *context, const char *dir, mintu_error *error, mintu_layer **out)
{
    (void)context;
    (void)dir;
    *out = NULL;
    return mintu_fail(error, MINTU_STATUS_DEFECT, "not yet");
}
