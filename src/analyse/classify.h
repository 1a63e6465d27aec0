/* Where classes break, one function per method. Values are sorted and finite, count is at least 1. Each fills limits and count. */
#ifndef ANALYSE_CLASSIFY_H
#define ANALYSE_CLASSIFY_H

#include <mintu/classify.h>

#endif
