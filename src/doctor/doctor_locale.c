#define _POSIX_C_SOURCE 200809L
#include "doctor/doctor_locale.h"

#include "base/message.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The variable that decides. */
static const char *locale_name(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && value[0])
            return value;
    }
    return "C";
}

void mintu_doctor_locale(mintu_examination *examination)
{
    static const char REMEDY[] = N_("export LC_ALL=C.UTF-8, or a locale of Debian's locales-all such as zh_CN.UTF-8");
    locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (!locale)
        mintu_examination_add(examination, MINTU_HEALTH_ADVICE, REMEDY,
                              "the locale %s is not installed; texts are UTF-8 all the same", locale_name());
    else if (strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") != 0)
        mintu_examination_add(examination, MINTU_HEALTH_ADVICE, REMEDY,
                              "the locale %s has %s; texts are UTF-8 all the same, and other programs may show them wrong",
                              locale_name(), nl_langinfo_l(CODESET, locale));
    else
        mintu_examination_add(examination, MINTU_HEALTH_GOOD, "", "%s", locale_name());
    if (locale)
        freelocale(locale);
}
