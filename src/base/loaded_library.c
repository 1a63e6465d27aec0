#include "base/loaded_library.h"

#include "base/error.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

static mintu_status fail(const mintu_loaded_library *library, const char *doing, mintu_error *error)
{
    const char *why = dlerror();
    return mintu_fail(error, MINTU_STATUS_DEFECT, "%s: the library %s cannot be loaded (%s); install it, or build mintu anew",
                      mintu_message(doing), library->file, why ? why : mintu_message("the linker does not say why"));
}

static mintu_status load(mintu_loaded_library *library, const char *doing, mintu_error *error)
{
    void *handle = dlopen(library->file, RTLD_LAZY | RTLD_LOCAL);
    if (!handle)
        return fail(library, doing, error);
    for (size_t i = 0; library->names[i]; i++) {
        void *function = dlsym(handle, library->names[i]);
        if (!function)
            return fail(library, doing, error);
        memcpy((char *)library->functions + i * sizeof function, &function, sizeof function);
    }
    library->loaded = true;
    return MINTU_STATUS_OK;
}

mintu_status mintu_library_load(mintu_loaded_library *library, const char *doing, mintu_error *error)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    if (library->loaded)
        return MINTU_STATUS_OK;
    pthread_mutex_lock(&lock);
    mintu_status status = library->loaded ? MINTU_STATUS_OK : load(library, doing, error);
    pthread_mutex_unlock(&lock);
    return status;
}
