#include "layer/ogr.h"

#include "base/refused.h"

static _Thread_local size_t failures;

static void CPL_STDCALL count_failure(CPLErr level, CPLErrorNum number, const char *text)
{
    (void)number, (void)text;
    failures += level >= CE_Failure;
}

void mintu_gdal_begin(void)
{
    CPLPushErrorHandler(count_failure);
    mintu_gdal_forget();
    mintu_refused_begin();
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
}

const char *mintu_gdal_text(void)
{
    return CPLGetLastErrorMsg();
}
