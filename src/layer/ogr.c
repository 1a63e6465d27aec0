#include "layer/ogr.h"

#include "base/refused.h"

void mintu_gdal_begin(void)
{
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
    mintu_refused_begin();
}

void mintu_gdal_end(void)
{
    CPLPopErrorHandler();
}

const char *mintu_gdal_text(void)
{
    return CPLGetLastErrorMsg();
}
