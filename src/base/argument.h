/* What a public function checks of its arguments before it looks at them. All give MINTU_STATUS_USAGE. */
#ifndef BASE_ARGUMENT_H
#define BASE_ARGUMENT_H

#include <mintu/status.h>
#include <stddef.h>

/* None of the pointers is NULL. */
#define MINTU_GIVEN(error, ...) mintu_argument_given(error, __func__, #__VA_ARGS__, (const void *const[]){__VA_ARGS__})

/* The same of @p out, which receives an object, and of the others; *out is NULL whatever comes of it. */
#define MINTU_GIVEN_OUT(error, out, ...)                                                                                       \
    ((out) ? (void)(*(out) = NULL) : (void)0,                                                                                  \
     mintu_argument_given(error, __func__, #out ", " #__VA_ARGS__, (const void *const[]){out, __VA_ARGS__}))

/* The reserved members of a struct of options (NULL: of none) are zero, as those of a program are that knows no more members than
 * this library. */
#define MINTU_RESERVED_ZERO(error, options)                                                                                    \
    mintu_argument_reserved(error, __func__, (options) ? (options)->reserved : NULL,                                           \
                            sizeof((options)->reserved) / sizeof *(options)->reserved)

/* The same of options that were given. */
#define MINTU_RESERVED_ZERO_IN(error, options)                                                                                 \
    mintu_argument_reserved(error, __func__, (options)->reserved, sizeof((options)->reserved) / sizeof *(options)->reserved)

mintu_status mintu_argument_given(mintu_error *error, const char *function, const char *names, const void *const *pointers);
mintu_status mintu_argument_reserved(mintu_error *error, const char *function, const uint64_t *reserved, size_t count);

/* @p date is 0, for what the function takes by default, or a day YYYYMMDD. */
mintu_status mintu_argument_date(mintu_error *error, const char *function, int date);
#define MINTU_DATE_GIVEN(error, date) mintu_argument_date(error, __func__, date)

#endif
