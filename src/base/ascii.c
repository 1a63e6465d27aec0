#include "base/ascii.h"

bool mintu_ascii_is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool mintu_ascii_is_alnum(char letter)
{
    char lower = mintu_ascii_lower(letter);
    return mintu_ascii_is_digit(letter) || (lower >= 'a' && lower <= 'z');
}

bool mintu_ascii_is_space(char letter)
{
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

char mintu_ascii_lower(char letter)
{
    if (letter < 'A' || letter > 'Z')
        return letter;
    return (char)(letter - 'A' + 'a');
}

int mintu_ascii_compare_n(const char *one, const char *other, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char a = (unsigned char)mintu_ascii_lower(one[i]), b = (unsigned char)mintu_ascii_lower(other[i]);
        if (a != b || a == '\0')
            return a - b;
    }
    return 0;
}

int mintu_ascii_compare(const char *one, const char *other)
{
    return mintu_ascii_compare_n(one, other, (size_t)-1);
}
