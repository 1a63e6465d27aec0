/* What lies beside the program: in its build folder, or in the installation. */
#ifndef CONSOLE_PROGRAM_FOLDER_H
#define CONSOLE_PROGRAM_FOLDER_H

#include <stddef.h>

/* The first of @p places, each as it lies from the program's folder, that can be read; NULL when there is none. On the heap. */
char *cli_program_folder(const char *const *places, size_t count);

#endif
