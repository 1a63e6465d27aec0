#include "base/message.h"

#include <libintl.h>

const char *mintu_message(const char *english)
{
    return *english ? dgettext("mintu", english) : english; /* the empty text stands for the catalogue's own head */
}

const char *mintu_answer_message(const char *english)
{
    return *english ? dgettext("mintu-answers", english) : english;
}
