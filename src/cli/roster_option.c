#include "cli/roster_option.h"

#include "console/arguments.h"

mintu_status cli_option_rosters(const cli_arguments *arguments, const char *name, const mintu_gazetteer *gazetteer,
                                mintu_error *error, unsigned *out)
{
    const char *words[MINTU_ROSTERS_MOST + 3] = {"none"};
    int count = (int)mintu_gazetteer_roster_count(gazetteer);
    for (int i = 0; i < count; i++)
        words[i + 1] = mintu_gazetteer_roster(gazetteer, (size_t)i)->id;
    words[count + 1] = "any";
    int choice = cli_option_choice(arguments, name, words, 0, error);
    *out = choice == 0 ? 0 : choice > count ? MINTU_ROSTERS_ANY : 1U << (choice - 1);
    return error->status;
}
