#define _GNU_SOURCE /* asprintf() */
#include "build/build_manifest.h"

#include "build/build_texts.h"
#include "console/arguments.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char DOING[] = "writing the manifest", NAME[] = "manifest.json";

typedef struct writer {
    const cli_build_plan *plan;
    const bool *made;
    const cli_build_folder *folder;
    cli_build_log *log;
    mintu_error *error;
    json_t *entries;
} writer;

static const char *ending(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? dot + 1 : "";
}

/* The lines of the caption that the entry's first output came with. */
static bool read_caption(const writer *w, const cli_build_output *output, char **text, const char *lines[3])
{
    const char *caption = json_string_value(json_object_get(json_object_get(w->log->outputs, output->first), "caption"));
    *text = caption ? strdup(caption) : NULL;
    char *rest = *text;
    for (int i = 0; i < 3; i++) {
        char *line = rest ? strsep(&rest, "\n") : NULL;
        lines[i] = line ? line : "";
    }
    return *text;
}

static bool add_entry(writer *w, const cli_build_output *output, const char *path, const char *kind, const json_t *record)
{
    char *text = NULL;
    const char *lines[3] = {"", "", ""};
    bool caption = read_caption(w, output, &text, lines);
    const char *title = output->title ? output->title : caption && lines[0][0] ? lines[0] : NULL;
    json_t *entry = json_pack("{ssss}", "path", path, "kind", kind);
    bool good = entry && (!title || json_object_set_new(entry, "title", json_string(title)) == 0);
    if (good && caption && strcmp(kind, "map") == 0)
        good = json_object_set_new(entry, "caption", json_string(lines[2])) == 0 &&
               json_object_set_new(entry, "alternative", json_string(lines[1])) == 0;
    good = good && json_object_set(entry, "bytes", json_object_get(record, "bytes")) == 0 &&
           json_object_set(entry, "sha256", json_object_get(record, "sha256")) == 0;
    free(text);
    const json_t *findings = json_object_get(record, "findings");
    if (good && json_array_size(findings) > 0)
        good = json_object_set(entry, "findings", json_object_get(record, "findings")) == 0;
    if (!good)
        json_decref(entry);
    return good && json_array_append_new(w->entries, entry) == 0;
}

static char *text_name(const cli_build_output *output, const cli_build_text_form *form)
{
    char *name = NULL;
    return asprintf(&name, "%s.%s", output->name, form->ending) < 0 ? NULL : name;
}

/* A text's record says that the file is ours, and what it holds. */
static mintu_status write_text(writer *w, const cli_build_output *output, const char *name, const char *text)
{
    char hash[CLI_BUILD_HASH];
    cli_build_hash_text(text, strlen(text), hash);
    json_t *record = json_pack("{sssssI}", "output", name, "sha256", hash, "bytes", (json_int_t)strlen(text));
    mintu_status status = record ? MINTU_STATUS_OK : cli_fail_memory(w->error, DOING);
    if (status == MINTU_STATUS_OK && !json_equal(json_object_get(w->log->outputs, name), record))
        status = cli_build_log_add(w->log, json_incref(record), w->error);
    if (status == MINTU_STATUS_OK)
        status = cli_build_folder_text(w->folder, name, text, w->error);
    if (status == MINTU_STATUS_OK && !add_entry(w, output, name, "text", record))
        status = cli_fail_memory(w->error, DOING);
    json_decref(record);
    return status;
}

/* The files of the entry's formats that there are. */
static cli_build_picture picture_of(const writer *w, size_t first)
{
    const cli_build_plan *plan = w->plan;
    cli_build_picture picture = {0};
    for (size_t i = first; i < plan->count && plan->outputs[i].entry == plan->outputs[first].entry; i++) {
        const char *path = plan->outputs[i].path, *form = ending(path);
        if (w->made[i] && strcmp(form, "pdf") == 0)
            picture.print = path;
        else if (w->made[i] && (!picture.screen || strcmp(form, "png") == 0))
            picture.screen = path;
    }
    return picture;
}

static mintu_status write_texts(writer *w, size_t first)
{
    const cli_build_output *output = &w->plan->outputs[first];
    const char *lines[3];
    char *caption = NULL;
    cli_build_picture picture = picture_of(w, first);
    mintu_status status = MINTU_STATUS_OK;
    if (!read_caption(w, output, &caption, lines) || (!picture.screen && !picture.print)) {
        free(caption);
        return status;
    }
    picture.title = output->title ? output->title : lines[0];
    picture.description = lines[1];
    picture.sources = lines[2];
    picture.width_mm = json_number_value(json_object_get(json_object_get(w->log->outputs, output->path), "width_mm"));
    for (size_t i = 0; i < CLI_BUILD_TEXT_FORMS && status == MINTU_STATUS_OK; i++) {
        char *name = text_name(output, &cli_build_text_forms[i]), *text = cli_build_text_forms[i].write(&picture);
        status = name && text ? write_text(w, output, name, text) : cli_fail_memory(w->error, DOING);
        free(name);
        free(text);
    }
    free(caption);
    return status;
}

static mintu_status write_manifest(writer *w)
{
    json_t *manifest = json_object();
    bool titled = !w->plan->title || json_object_set_new(manifest, "title", json_string(w->plan->title)) == 0;
    bool good = titled && json_object_set(manifest, "outputs", w->entries) == 0;
    char *text = good ? json_dumps(manifest, JSON_INDENT(1)) : NULL, *line = NULL;
    mintu_status status = text && asprintf(&line, "%s\n", text) >= 0 ? MINTU_STATUS_OK : cli_fail_memory(w->error, DOING);
    if (status == MINTU_STATUS_OK && !json_object_get(w->log->outputs, NAME))
        status = cli_build_log_add(w->log, json_pack("{ss}", "output", NAME), w->error);
    if (status == MINTU_STATUS_OK)
        status = cli_build_folder_text(w->folder, NAME, line, w->error);
    free(line);
    free(text);
    json_decref(manifest);
    return status;
}

/* An entry's outputs, and behind them its texts. */
static mintu_status write_outputs(writer *w, size_t index)
{
    const cli_build_plan *plan = w->plan;
    const cli_build_output *output = &plan->outputs[index];
    bool last = index + 1 == plan->count || plan->outputs[index + 1].entry != output->entry;
    size_t first = index;
    while (first > 0 && plan->outputs[first - 1].entry == output->entry)
        first--;
    const json_t *record = json_object_get(w->log->outputs, output->path);
    if (w->made[index] && !add_entry(w, output, output->path, output->kind, record))
        return cli_fail_memory(w->error, DOING);
    return last ? write_texts(w, first) : MINTU_STATUS_OK;
}

mintu_status cli_build_manifest_write(const cli_build_plan *plan, const bool *made, const cli_build_folder *folder,
                                      cli_build_log *log, mintu_error *error)
{
    writer w = {plan, made, folder, log, error, json_array()};
    mintu_status status = w.entries ? MINTU_STATUS_OK : cli_fail_memory(error, DOING);
    for (size_t i = 0; i < plan->count && status == MINTU_STATUS_OK; i++)
        status = write_outputs(&w, i);
    if (status == MINTU_STATUS_OK)
        status = write_manifest(&w);
    json_decref(w.entries);
    return status;
}

bool cli_build_manifest_files(const cli_build_plan *plan, bool (*use)(const char *name, void *user), void *user)
{
    bool going = use(NAME, user);
    for (size_t i = 0; i < plan->count && going; i++)
        for (size_t form = 0; form < CLI_BUILD_TEXT_FORMS && going && strcmp(plan->outputs[i].kind, "map") == 0; form++) {
            char *name = text_name(&plan->outputs[i], &cli_build_text_forms[form]);
            going = name && use(name, user);
            free(name);
        }
    return going;
}
