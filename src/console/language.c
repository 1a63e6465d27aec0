#define _POSIX_C_SOURCE 200809L
#include "console/language.h"

#include "console/opened_files.h"
#include "console/program_folder.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The last one counts, as it does where options are read; what is no language is told there. */
static const char *asked_for(int count, char *const *words)
{
    const char *asked = NULL;
    for (int i = 0; i < count && strcmp(words[i], "--") != 0; i++)
        if (strncmp(words[i], "--lang=", strlen("--lang=")) == 0)
            asked = words[i] + strlen("--lang=");
        else if (strcmp(words[i], "--lang") == 0 && i + 1 < count)
            asked = words[i + 1];
    return asked;
}

static const char *of_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "C";
}

static void bind_domain(const char *domain, const char *folder)
{
    bindtextdomain(domain, folder);
    bind_textdomain_codeset(domain, "UTF-8");
}

/* Where no catalogue is: the folder that gettext would take otherwise may have an installed one. */
static const char NOWHERE[] = "/nonexistent";

/* gettext looks into LANGUAGE unless the locale is plain C, and C.UTF-8 is there on every system; the locale of the language itself
 * may not have been made. */
void cli_language_begin(int count, char *const *words)
{
    static const char *const places[] = {"locale", "../share/locale"};
    const char *asked = asked_for(count, words);
    setenv("PANGO_LANGUAGE", "en", 1); /* or Pango takes LANGUAGE for the letters that a map's own language has not */
    if (strncmp(asked ? asked : of_locale(), "zh", 2) != 0)
        return;
    char *folder = cli_program_folder(places, sizeof places / sizeof *places);
    if (folder && setlocale(LC_MESSAGES, "C.UTF-8") && setenv("LANGUAGE", "zh", 1) == 0) {
        bind_domain("mintu",
                    getenv(CLI_OPENED_VARIABLE) ? NOWHERE : folder); /* a build knows findings by their English words */
        bind_domain("mintu-answers", asked ? folder : NOWHERE);
    }
    free(folder);
}

const char *cli_text(const char *english)
{
    return english && *english ? dgettext("mintu", english) : english;
}
