#define _GNU_SOURCE /* asprintf() */
#include "build/build_plan.h"

#include "build/build_words.h"
#include "console/arguments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char cli_build_file[] = "build.json";

enum { BYTES_MOST = 1 << 20, OUTPUTS_MOST = 10000, NAME_MOST = 100 };

/* What stands under a key of build.json. The report and the page for the web will each be one more. */
typedef struct section {
    const char *key, *kind;
    const char *thing; /* the member that names what is made */
    const char *const *formats;
    size_t by_default;   /* how many of them, from the first, when an entry names none */
    const char *command; /* NULL: the thing is the command */
} section;

static const char *const map_formats[] = {"png", "pdf", "svg", NULL};
static const char *const layer_formats[] = {"geojson", "gpkg", "csv", "xlsx", "fgb", "json", "dxf", NULL};
static const char *const table_formats[] = {"csv", "xlsx", "json", "geojson", "gpkg", "fgb", NULL};
static const char *const atlas_formats[] = {"pdf", NULL};
static const section sections[] = {
    {"maps", "map", "style", map_formats, 3, "render"},
    {"atlases", "atlas", "style", atlas_formats, 1, "atlas"},
    {"layers", "layer", "layer", layer_formats, 2, "export"},
    {"tables", "table", "command", table_formats, 1, NULL},
};
enum { SECTIONS = sizeof sections / sizeof *sections };

typedef struct reader {
    const char *folder;
    char *path;
    bool elsewhere;
    const section *section;
    size_t entry; /* of the section, from 1 */
    cli_build_plan *plan;
    mintu_error *error;
} reader;

static mintu_status fail(const reader *r, const char *format, ...) MINTU_PRINTF(2, 3);

static mintu_status fail(const reader *r, const char *format, ...)
{
    va_list list;
    char text[sizeof r->error->text / 2];
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    *r->error = (mintu_error){.status = MINTU_STATUS_INPUT};
    snprintf(r->error->source, sizeof r->error->source, "%s", r->path);
    if (r->section)
        snprintf(r->error->text, sizeof r->error->text, "%s, entry %zu: %s", r->section->key, r->entry, text);
    else
        snprintf(r->error->text, sizeof r->error->text, "%s", text);
    return MINTU_STATUS_INPUT;
}

static void list_words(const char *const *words, char text[160])
{
    size_t size = 0;
    for (size_t i = 0; words[i]; i++)
        size += (size_t)snprintf(text + size, 160 - size, "%s%s", i > 0 ? ", " : "", words[i]);
}

static bool has_word(const char *const *words, const char *word)
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

static mintu_status check_keys(const reader *r, json_t *object, const char *const *keys)
{
    const char *key;
    json_t *value;
    char all[160];
    json_object_foreach(object, key, value)
    {
        list_words(keys, all);
        if (!has_word(keys, key))
            return fail(r, "'%.60s' is no key here; expected %s", key, all);
    }
    return MINTU_STATUS_OK;
}

static mintu_status check_known(const reader *r, const json_t *known)
{
    bool good = !known || json_is_array(known);
    for (size_t i = 0; i < json_array_size(known); i++)
        good = good && json_is_string(json_array_get(known, i));
    return good ? MINTU_STATUS_OK
                : fail(r, "'known': expected a list of findings, each the text that stands behind 'mintu: finding:'");
}

/* The text under a key, NULL when there is none; what is no text, or empty, is wrong. */
static mintu_status get_text(const reader *r, const json_t *object, const char *key, const char **out)
{
    const json_t *value = json_object_get(object, key);
    *out = json_string_value(value);
    return value && (!*out || !**out) ? fail(r, "'%s': expected a text", key) : MINTU_STATUS_OK;
}

/* A name becomes one of a file in the output folder, and stands in texts to be pasted. */
static bool is_file_name(const char *name)
{
    bool good = name[0] != '.' && name[0] != '-' && strlen(name) <= NAME_MOST && !strchr(name, '/');
    for (const char *at = name; *at; at++)
        good = good && (unsigned char)*at >= ' ' && *at != 0x7f;
    return good;
}

static mintu_status fail_memory(const reader *r)
{
    return cli_fail_memory(r->error, "reading build.json");
}

/* The entry's name: what it says, or that of the thing, without folders and ending. */
static mintu_status name_entry(const reader *r, json_t *entry, const char *thing, const char **out)
{
    mintu_status status = get_text(r, entry, "name", out);
    if (status == MINTU_STATUS_OK && !*out) {
        const char *slash = strrchr(thing, '/'), *base = slash ? slash + 1 : thing, *dot = strrchr(base, '.');
        json_t *name = json_stringn(base, dot && dot != base ? (size_t)(dot - base) : strlen(base));
        *out = json_object_set_new(entry, "name", name) == 0 ? json_string_value(json_object_get(entry, "name")) : NULL;
        if (!*out)
            return fail_memory(r);
    }
    if (status == MINTU_STATUS_OK && !is_file_name(*out))
        return fail(r, "'%.60s' cannot be the name of a file: it has a /, begins with . or -, or is longer than %d bytes", *out,
                    NAME_MOST);
    return status;
}

static bool is_taken(const cli_build_plan *plan, const char *path)
{
    bool taken = strcmp(path, "manifest.json") == 0;
    for (size_t i = 0; i < plan->count; i++)
        taken = taken || strcmp(plan->outputs[i].path, path) == 0;
    return taken;
}

static mintu_status add_output(const reader *r, const json_t *entry, json_t *words, const char *format)
{
    cli_build_plan *plan = r->plan;
    if (plan->count == OUTPUTS_MOST)
        return fail(r, "more than %d outputs", OUTPUTS_MOST);
    cli_build_output *more = realloc(plan->outputs, (plan->count + 1) * sizeof *more);
    if (!more)
        return fail_memory(r);
    plan->outputs = more;
    cli_build_output *output = &more[plan->count];
    *output = (cli_build_output){.kind = r->section->kind,
                                 .name = json_string_value(json_object_get(entry, "name")),
                                 .title = json_string_value(json_object_get(entry, "title")),
                                 .known = json_object_get(entry, "known"),
                                 .words = json_incref(words),
                                 .entry = plan->entries};
    if (asprintf(&output->path, "%s.%s", output->name, format) < 0)
        output->path = NULL;
    bool taken = output->path && is_taken(plan, output->path);
    plan->count++;
    return !output->path ? fail_memory(r)
           : taken       ? fail(r, "another output is called %s already; give this one a 'name'", output->path)
                         : MINTU_STATUS_OK;
}

static mintu_status add_outputs(const reader *r, const json_t *entry, json_t *words)
{
    const json_t *formats = json_object_get(entry, "formats");
    size_t count = formats ? json_array_size(formats) : r->section->by_default;
    char all[160];
    list_words(r->section->formats, all);
    mintu_status status = count > 0 ? MINTU_STATUS_OK : fail(r, "'formats': expected a list of %s", all);
    for (size_t i = 0; i < count && status == MINTU_STATUS_OK; i++) {
        const char *format = formats ? json_string_value(json_array_get(formats, i)) : r->section->formats[i];
        if (!format || !has_word(r->section->formats, format))
            status = fail(r, "'%.40s' is no format of a %s; expected %s", format ? format : "", r->section->kind, all);
        else
            status = add_output(r, entry, words, format);
    }
    return status;
}

/* A style by the name that `render` knows, or as a file of the package. */
static mintu_status check_thing(const reader *r, const char *thing)
{
    bool file = strchr(thing, '/') || strchr(thing, '.');
    if (thing[0] == '-')
        return fail(r, "'%s': expected a text that does not begin with -", r->section->thing);
    if (r->section->command && file && !r->elsewhere && !cli_build_path_is_inside(r->folder, thing))
        return fail(r, "'%s' is no file of the data package; only --allow-files lets one outside it be named", thing);
    if (!r->section->command && !cli_build_command(thing))
        return fail(r, "'%s' is no command that writes a table; expected one such as tasks, quota, join", thing);
    return MINTU_STATUS_OK;
}

static mintu_status fill_words(const reader *r, const json_t *entry, const char *thing, json_t *words)
{
    const json_t *operands = json_object_get(entry, "operands"), *options = json_object_get(entry, "options");
    const char *name = r->section->command ? r->section->command : thing;
    cli_build_words to = {.folder = r->folder, .elsewhere = r->elsewhere, .words = words};
    for (size_t i = 0; cli_commands[i]; i++)
        if (strcmp(cli_commands[i]->name, name) == 0)
            to.command = cli_commands[i];
    if ((operands && !json_is_array(operands)) || (options && !json_is_object(options)))
        return fail(r, "expected 'operands' as a list and 'options' as an object");
    if (json_array_append_new(words, json_string(name)) != 0 ||
        (r->section->command && json_array_append_new(words, json_string(thing)) != 0))
        return fail_memory(r);
    return cli_build_words_add(&to, operands, options) ? MINTU_STATUS_OK : fail(r, "%s", to.problem);
}

static mintu_status read_entry(const reader *r, json_t *entry)
{
    const char *thing = NULL, *name = NULL, *title;
    const char *const keys[] = {
        r->section->thing, "name", "title", "formats", "options", "known", r->section->command ? NULL : "operands", NULL};
    mintu_status status = json_is_object(entry) ? MINTU_STATUS_OK : fail(r, "expected an object");
    if (status == MINTU_STATUS_OK)
        status = check_keys(r, entry, keys);
    if (status == MINTU_STATUS_OK)
        status = get_text(r, entry, r->section->thing, &thing);
    if (status == MINTU_STATUS_OK)
        status = thing ? check_thing(r, thing) : fail(r, "'%s' is missing", r->section->thing);
    if (!thing)
        return status;
    if (status == MINTU_STATUS_OK)
        status = name_entry(r, entry, thing, &name);
    if (status == MINTU_STATUS_OK)
        status = get_text(r, entry, "title", &title);
    if (status == MINTU_STATUS_OK)
        status = check_known(r, json_object_get(entry, "known"));
    json_t *words = json_array();
    if (status == MINTU_STATUS_OK)
        status = words ? fill_words(r, entry, thing, words) : fail_memory(r);
    if (status == MINTU_STATUS_OK)
        status = add_outputs(r, entry, words);
    json_decref(words);
    return status;
}

static mintu_status read_section(reader *r, const section *from)
{
    json_t *entries = json_object_get(r->plan->root, from->key);
    if (entries && !json_is_array(entries))
        return fail(r, "'%s': expected a list", from->key);
    mintu_status status = MINTU_STATUS_OK;
    r->section = from;
    for (r->entry = 1; r->entry <= json_array_size(entries) && status == MINTU_STATUS_OK; r->entry++) {
        status = read_entry(r, json_array_get(entries, r->entry - 1));
        r->plan->entries++;
    }
    r->section = NULL;
    return status;
}

static mintu_status load(const reader *r)
{
    json_error_t problem;
    struct stat there;
    if (stat(r->path, &there) != 0)
        return fail(r, "the data package has no build.json, which says what is built; 'mintu build --help' shows one");
    if (!S_ISREG(there.st_mode) || there.st_size > BYTES_MOST)
        return fail(r, "expected a file of at most %d bytes", BYTES_MOST);
    r->plan->root = json_load_file(r->path, JSON_REJECT_DUPLICATES, &problem);
    if (json_is_object(r->plan->root))
        return MINTU_STATUS_OK;
    if (r->plan->root)
        return fail(r, "expected an object with maps, layers and tables");
    fail(r, "%s", problem.text);
    r->error->line = problem.line > 0 ? problem.line : 0;
    r->error->column = problem.column > 0 ? problem.column : 0;
    return MINTU_STATUS_INPUT;
}

/* The first outputs are known when no more are added, which moves them. */
static void link_entries(cli_build_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        bool first = i == 0 || plan->outputs[i].entry != plan->outputs[i - 1].entry;
        plan->outputs[i].first = first ? plan->outputs[i].path : plan->outputs[i - 1].first;
    }
}

mintu_status cli_build_plan_read(const char *folder, bool elsewhere, mintu_error *error, cli_build_plan *out)
{
    static const char *const keys[] = {"$schema", "title", "known", "maps", "atlases", "layers", "tables", NULL};
    *out = (cli_build_plan){0};
    reader r = {.folder = folder, .elsewhere = elsewhere, .plan = out, .error = error};
    if (asprintf(&r.path, "%s/%s", folder, cli_build_file) < 0)
        return cli_fail_memory(error, "reading build.json");
    mintu_status status = load(&r);
    if (status == MINTU_STATUS_OK)
        status = check_keys(&r, out->root, keys);
    if (status == MINTU_STATUS_OK)
        status = get_text(&r, out->root, "title", &out->title);
    out->known = json_object_get(out->root, "known");
    if (status == MINTU_STATUS_OK)
        status = check_known(&r, out->known);
    for (size_t i = 0; i < SECTIONS && status == MINTU_STATUS_OK; i++)
        status = read_section(&r, &sections[i]);
    if (status == MINTU_STATUS_OK && out->count == 0)
        status = fail(&r, "nothing is to be built: expected maps, layers or tables");
    link_entries(out);
    free(r.path);
    return status;
}

void cli_build_plan_free(cli_build_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++) {
        free(plan->outputs[i].path);
        json_decref(plan->outputs[i].words);
    }
    free(plan->outputs);
    json_decref(plan->root);
    *plan = (cli_build_plan){0};
}
