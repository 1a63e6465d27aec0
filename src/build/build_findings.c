#include "build/build_findings.h"

#include "console/say.h"

#include <stdio.h>
#include <string.h>

typedef struct teller {
    const cli_arguments *arguments;
    json_t *known, *others; /* text to the outputs that it came with */
} teller;

static bool has_text(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), text) == 0)
            return true;
    return false;
}

static void take(json_t *under, const char *text, const char *path)
{
    json_t *outputs = json_object_get(under, text);
    if (!outputs && json_object_set_new(under, text, json_array()) == 0)
        outputs = json_object_get(under, text);
    json_array_append_new(outputs, json_string(path));
}

static void take_output(teller *t, const cli_build_plan *plan, const cli_build_output *output, const cli_build_log *log)
{
    const json_t *findings = json_object_get(json_object_get(log->outputs, output->path), "findings");
    for (size_t i = 0; i < json_array_size(findings); i++) {
        const char *text = json_string_value(json_array_get(findings, i));
        bool known = has_text(plan->known, text) || has_text(output->known, text);
        take(known ? t->known : t->others, text, output->path);
    }
}

/* "join-pair.csv", "join-pair.csv and 2 more". */
static const char *outputs_of(const json_t *outputs, char text[160])
{
    const char *first = json_string_value(json_array_get(outputs, 0));
    size_t more = json_array_size(outputs) - 1;
    if (more > 0)
        snprintf(text, 160, "%.120s and %zu more", first, more);
    else
        snprintf(text, 160, "%.120s", first);
    return text;
}

static void tell_missing(const teller *t, const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *text = json_string_value(json_array_get(list, i));
        if (!json_object_get(t->known, text))
            cli_note(t->arguments, "build.json expects this finding, which did not come: %s", text);
    }
}

static bool all_made(const bool *made, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!made[i])
            return false;
    return true;
}

static void tell(const teller *t, const cli_build_plan *plan, bool whole)
{
    char where[160];
    const char *text;
    json_t *outputs;
    json_object_foreach(t->known, text, outputs) cli_note(t->arguments, "known: %s: %s", outputs_of(outputs, where), text);
    json_object_foreach(t->others, text, outputs) cli_finding("%s: %s", outputs_of(outputs, where), text);
    if (!whole)
        return;
    tell_missing(t, plan->known);
    for (size_t i = 0; i < plan->count; i++)
        if (plan->outputs[i].path == plan->outputs[i].first)
            tell_missing(t, plan->outputs[i].known);
}

size_t cli_build_findings_tell(const cli_arguments *arguments, const cli_build_plan *plan, const bool *made,
                               const cli_build_log *log)
{
    teller t = {.arguments = arguments, .known = json_object(), .others = json_object()};
    for (size_t i = 0; i < plan->count; i++)
        if (made[i])
            take_output(&t, plan, &plan->outputs[i], log);
    tell(&t, plan, all_made(made, plan->count));
    size_t count = json_object_size(t.others);
    json_decref(t.known);
    json_decref(t.others);
    return count;
}
