#include <mintu/date.h>
