/** @file status.h
 *  Status codes and the error record that every fallible call of libmintu fills. */
#ifndef MINTU_STATUS_H
#define MINTU_STATUS_H

#include <mintu/version.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define MINTU_PRINTF(template, first) __attribute__((format(printf, template, first)))
#else
#define MINTU_PRINTF(template, first)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What became of a call. The program's exit code follows from it (mintu_status_exit_code()). */
typedef enum mintu_status {
    MINTU_STATUS_OK = 0,      /**< done */
    MINTU_STATUS_FINDINGS,    /**< done, with findings that a person should look at */
    MINTU_STATUS_USAGE,       /**< an argument is wrong */
    MINTU_STATUS_INPUT,       /**< an input cannot be read or is not valid */
    MINTU_STATUS_UNSUPPORTED, /**< a style feature is not supported */
    MINTU_STATUS_OUTPUT,      /**< an output could not be written */
    MINTU_STATUS_MEMORY,      /**< memory ran out */
    MINTU_STATUS_DEFECT,      /**< a defect of mintu or of a library under it */
    MINTU_STATUS_CANCELLED,   /**< the caller asked to stop: mintu_context_cancel(), or a progress function that said so */
    MINTU_STATUS_END          /**< sentinel: one past the last status */
} mintu_status;

/** One failure: what was being done, where, what was expected and what to do. Owned by the caller, of fixed size. */
typedef struct mintu_error {
    mintu_status status;  /**< MINTU_STATUS_OK when nothing failed */
    int line;             /**< line in @ref source from 1, 0 when it does not apply */
    int column;           /**< column in bytes from 1, 0 when it does not apply */
    char source[256];     /**< file, or what stands for one ("<argument>"); empty when it does not apply */
    char text[768];       /**< one sentence or more, UTF-8, no final line feed */
    uint64_t reserved[4]; /**< zero */
} mintu_error;

/** A message that is no failure (a repair made, a fallback taken); @p text is valid during the call only. */
typedef void mintu_notice_fn(const char *text, void *user);

/** Short English text of a status, never NULL; "unknown status" outside the enum. Static storage. */
MINTU_API const char *mintu_status_text(mintu_status status);

/** Exit code of the program for a status: 0, 1, 2, 3, 4, 5 in the order of the enum, 70 for memory and defects, 130 when it was cancelled. */
MINTU_API int mintu_status_exit_code(mintu_status status);

#ifdef __cplusplus
}
#endif
#endif
