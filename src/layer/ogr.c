#include "layer/ogr.h"

void mintu_gdal_begin(void)
{
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}

void mintu_gdal_end(void)
{
    CPLPopErrorHandler();
}

const char *mintu_gdal_text(void)
{
    return CPLGetLastErrorMsg();
}
