
#include "base/argument.h"
#include "gazetteer/names_in_time.h"
#include "gazetteer/place_classes.h"
#include "gazetteer/places.h"
#include "gazetteer/rosters.h"
#include "gazetteer/schematic.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static mintu_status load_tables(mintu_gazetteer *gazetteer, mintu_error *error)
{
    static const char *const stems[MINTU_TABLE_END] = {"places", "place_names", "rosters", "place_classes", "named_places"};
    mintu_status status = MINTU_STATUS_OK;
    for (int i = 0; i < MINTU_TABLE_END && status == MINTU_STATUS_OK; i++)
        status = mintu_tables_load(&gazetteer->package, stems[i], i == MINTU_TABLE_PLACES, error, &gazetteer->tables[i]);
    return status;
}

/* A title in both languages is written "zh / en"; where it has one part, it serves for both. */
static mintu_status split_title(mintu_gazetteer *gazetteer, mintu_error *error)
{
    const char *chinese = mintu_package_text(gazetteer->package.root, "title", "zh");
    const char *english = mintu_package_text(gazetteer->package.root, "title", "en");
    const char *slash = chinese && chinese == english ? strstr(chinese, " / ") : NULL;
    gazetteer->titles[0] =
        mintu_text_copy_n(chinese ? chinese : "", slash ? (size_t)(slash - chinese) : strlen(chinese ? chinese : ""));
    gazetteer->titles[1] = mintu_text_copy(slash ? slash + 3 : english ? english : "");
    return gazetteer->titles[0] && gazetteer->titles[1] ? MINTU_STATUS_OK
                                                        : mintu_fail_memory(error, "opening the data package");
}

/* Each table is read before those that name its rows. */
static mintu_status (*const readers[])(mintu_gazetteer *gazetteer, mintu_error *error) = {
    split_title,
    load_tables,
    mintu_gazetteer_read_places,
    mintu_gazetteer_read_names,
    mintu_gazetteer_read_rosters,
    mintu_gazetteer_read_classes,
};

mintu_status mintu_gazetteer_open(mintu_context *context, const char *dir, mintu_error *error, mintu_gazetteer **out)
{
    if (MINTU_GIVEN_OUT(error, out, context, dir))
        return MINTU_STATUS_USAGE;
    mintu_gazetteer *gazetteer = *out = calloc(1, sizeof *gazetteer);
    if (!gazetteer)
        return mintu_fail_memory(error, "opening the data package");
    gazetteer->context = context;
    gazetteer->schematic = calloc(1, sizeof *gazetteer->schematic);
    mintu_status status = gazetteer->schematic ? mintu_package_open(context, dir, error, &gazetteer->package)
                                               : mintu_fail_memory(error, "opening the data package");
    for (size_t i = 0; i < sizeof readers / sizeof *readers && status == MINTU_STATUS_OK; i++)
        status = readers[i](gazetteer, error);
    if (status != MINTU_STATUS_OK) {
        mintu_gazetteer_free(gazetteer);
        *out = NULL;
    }
    return status;
}

void mintu_gazetteer_free(mintu_gazetteer *gazetteer)
{
    if (!gazetteer)
        return;
    if (gazetteer->schematic)
        mintu_schematic_clear(gazetteer->schematic);
    free(gazetteer->schematic);
    mintu_package_close(&gazetteer->package);
    for (int i = 0; i < MINTU_TABLE_END; i++)
        mintu_table_free(gazetteer->tables[i]);
    for (size_t i = 0; i < gazetteer->roster_count; i++)
        mintu_table_free(gazetteer->roster_tables[i]);
    mintu_textmap_free(&gazetteer->by_code);
    free(gazetteer->titles[0]);
    free(gazetteer->titles[1]);
    free(gazetteer->places);
    free(gazetteer->names);
    free(gazetteer->first_name);
    free(gazetteer->entries);
    free(gazetteer->classes);
    free(gazetteer);
}

const char *mintu_gazetteer_title(const mintu_gazetteer *gazetteer, const char *lang)
{
    if (!gazetteer)
        return "";
    return gazetteer->titles[lang && strncmp(lang, "en", 2) == 0];
}
