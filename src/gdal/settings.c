#include "gdal/settings.h"

#include "gdal/ogr.h"

char **mintu_settings_begin(const mintu_setting *settings, size_t count)
{
    char **before = CPLGetThreadLocalConfigOptions();
    for (size_t i = 0; i < count; i++)
        CPLSetThreadLocalConfigOption(settings[i].key, settings[i].value);
    return before;
}

void mintu_settings_end(char **before)
{
    CPLSetThreadLocalConfigOptions((const char *const *)before);
    CSLDestroy(before);
}
