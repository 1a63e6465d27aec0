#define _POSIX_C_SOURCE 200809L /* uselocale() */
#include "base/locale.h"

#include <locale.h>
#include <pthread.h>

static locale_t plain;

static void make_plain(void)
{
    plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

mintu_locale mintu_locale_begin(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, make_plain);
    return uselocale(plain);
}

void mintu_locale_end(mintu_locale before)
{
    uselocale((locale_t)before);
}
