#include "gdal/ogr.h"

#include "base/loaded_library.h"
#include "base/locale.h"
#include "base/refused.h"
#include "geometry/proj_files.h"

#include <string.h>

struct mintu_gdal_functions mintu_gdal;

static _Thread_local size_t failures;
static _Thread_local int depth; /* of uses in one another */
static _Thread_local mintu_locale before;

static void CPL_STDCALL count_failure(CPLErr level, CPLErrorNum number, const char *text)
{
    (void)number, (void)text;
    failures += level >= CE_Failure;
}

mintu_status mintu_gdal_begin(const char *doing, mintu_error *error)
{
    static const char *const names[] = {MINTU_GDAL_NAMES};
    static mintu_loaded_library library = {.file = MINTU_GDAL_FILE, .names = names, .functions = &mintu_gdal};
    mintu_status status = mintu_proj_begin(doing, error); /* GDAL's own use of PROJ is to open no files either */
    if (status == MINTU_STATUS_OK)
        status = mintu_library_load(&library, doing, error);
    if (status != MINTU_STATUS_OK)
        return status;
    if (depth++ == 0)
        before = mintu_locale_begin();
    CPLPushErrorHandler(count_failure);
    mintu_gdal_forget();
    mintu_refused_begin();
    return status;
}

void mintu_gdal_forget(void)
{
    CPLErrorReset();
    failures = 0;
}

size_t mintu_gdal_failures(void)
{
    return failures;
}

void mintu_gdal_end(void)
{
    CPLPopErrorHandler();
    if (--depth == 0)
        mintu_locale_end(before);
}

size_t mintu_gdal_head(const char *path, char *out, size_t most)
{
    VSILFILE *file = VSIFOpenL(path, "rb");
    size_t size = file ? VSIFReadL(out, 1, most, file) : 0;
    if (file)
        VSIFCloseL(file);
    return size;
}

const char *mintu_gdal_text(void)
{
    return CPLGetLastErrorMsg();
}

char **mintu_settings_begin(const mintu_setting *settings, size_t count)
{
    char **saved = CPLGetThreadLocalConfigOptions();
    for (size_t i = 0; i < count; i++)
        CPLSetThreadLocalConfigOption(settings[i].key, settings[i].value);
    return saved;
}

void mintu_settings_end(char **saved)
{
    CPLSetThreadLocalConfigOptions((const char *const *)saved);
    CSLDestroy(saved);
}

static const char *find_file(const char *kind, const char *name)
{
    const char *path = CPLDefaultFindFile(kind, name);
    bool own = !strpbrk(name, "/\\") && (!path || strcmp(CPLGetPath(path), ".") != 0);
    if (own)
        return path;
    mintu_refused_note();
    return "/vsimem/mintu-no-file";
}

void mintu_finder_begin(void)
{
    CPLPushFileFinder(find_file);
}

void mintu_finder_end(void)
{
    CPLPopFileFinder();
}
