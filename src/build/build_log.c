#define _GNU_SOURCE /* asprintf() */
#include "build/build_log.h"

#include "build/build_folder.h"
#include "console/arguments.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char DOING[] = "reading the build's log", WRITING[] = "write the build's log";

static void take_line(cli_build_log *log, const char *line, size_t size)
{
    json_t *record = json_loadb(line, size, 0, NULL);
    const char *output = json_string_value(json_object_get(record, "output"));
    const char *file = json_string_value(json_object_get(record, "file"));
    if (output)
        json_object_set(log->outputs, output, record);
    else if (file)
        cli_build_files_know(&log->files, file, record);
    json_decref(record);
    log->lines++;
}

mintu_status cli_build_log_read(const char *path, mintu_error *error, cli_build_log *out)
{
    char *line = NULL;
    size_t room = 0;
    *out = (cli_build_log){.path = path, .outputs = json_object()};
    if (!cli_build_files_new(&out->files) || !out->outputs)
        return cli_fail_memory(error, DOING);
    FILE *in = fopen(path, "rb");
    for (ssize_t size; in && (size = getline(&line, &room, in)) > 0;) {
        out->torn = line[size - 1] != '\n';
        if (!out->torn)
            take_line(out, line, (size_t)size);
    }
    free(line);
    if (in)
        fclose(in);
    return MINTU_STATUS_OK;
}

void cli_build_log_free(cli_build_log *log)
{
    json_decref(log->outputs);
    cli_build_files_free(&log->files);
    *log = (cli_build_log){0};
}

static bool put_line(FILE *out, const json_t *record)
{
    return json_dumpf(record, out, JSON_COMPACT) == 0 && fwrite("\n", 1, 1, out) == 1;
}

static bool put_file(FILE *out, const char *path, json_t *record)
{
    json_t *line = json_pack("{sssOsO}", "file", path, "sha256", json_object_get(record, "sha256"), "stamp",
                             json_object_get(record, "stamp"));
    bool good = line && put_line(out, line);
    json_decref(line);
    return good;
}

static bool put_files(FILE *out, json_t *files)
{
    const char *path;
    json_t *record;
    json_object_foreach(files, path, record)
    {
        if (!json_object_get(record, "fleeting") && !put_file(out, path, record))
            return false;
    }
    return true;
}

static bool end_stream(FILE *out, bool good)
{
    good = good && fflush(out) == 0 && fsync(fileno(out)) == 0;
    return fclose(out) == 0 && good;
}

static FILE *open_end(cli_build_log *log)
{
    FILE *out = fopen(log->path, "ab");
    if (out && log->torn)
        fputc('\n', out);
    log->torn = false;
    return out;
}

mintu_status cli_build_log_add(cli_build_log *log, json_t *record, mintu_error *error)
{
    const char *output = json_string_value(json_object_get(record, "output"));
    if (!output || json_object_set(log->outputs, output, record) != 0) {
        json_decref(record);
        return cli_fail_memory(error, "writing the build's log");
    }
    FILE *out = open_end(log);
    bool good = out && end_stream(out, put_line(out, record));
    json_decref(record);
    log->lines++;
    log->torn = !good;
    return good ? MINTU_STATUS_OK : cli_build_fail_output(log->path, WRITING, error);
}

/* Files that no output was made from any more are left out. */
static json_t *used_files(const cli_build_log *log)
{
    json_t *used = json_object(), *record, *hash;
    const char *output, *path;
    json_object_foreach(log->outputs, output, record)
    {
        json_object_foreach(json_object_get(record, "files"), path, hash)
        {
            if (json_object_get(log->files.known, path))
                json_object_set(used, path, json_object_get(log->files.known, path));
        }
    }
    return used;
}

static bool write_anew(const cli_build_log *log)
{
    char *path = NULL;
    const char *output;
    json_t *record, *used = used_files(log);
    if (!used || asprintf(&path, "%s.new", log->path) < 0) {
        json_decref(used);
        return false;
    }
    FILE *out = fopen(path, "wb");
    bool good = out && put_files(out, used);
    json_object_foreach(log->outputs, output, record) good = good && put_line(out, record);
    good = out && end_stream(out, good) && rename(path, log->path) == 0;
    json_decref(used);
    free(path);
    return good;
}

mintu_status cli_build_log_end(cli_build_log *log, mintu_error *error)
{
    size_t files = json_object_size(log->files.known), outputs = json_object_size(log->outputs);
    if (log->lines > 3 * (files + outputs) + 100)
        return write_anew(log) ? MINTU_STATUS_OK : cli_build_fail_output(log->path, WRITING, error);
    if (json_object_size(log->files.added) == 0)
        return MINTU_STATUS_OK;
    FILE *out = open_end(log);
    if (out && end_stream(out, put_files(out, log->files.added)))
        return MINTU_STATUS_OK;
    return cli_build_fail_output(log->path, WRITING, error);
}
