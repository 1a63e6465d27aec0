# Classes by R's classInt (Debian r-cran-classint) for tests/api/test_classify.c: Rscript classint.R > classint.csv
# A value on a limit is in the class that begins there, and the last class has its upper limit, as in mintu: intervalClosure left.
suppressMessages(library(classInt))
sets <- list(
  on_limits = 0:10, on_quarters = c(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2), decades = c(1, 10, 100, 1000, 10000),
  below_zero = c(-10, -7.5, -5, -2.5, 0, 2.5, 5, 7.5, 10), three = c(0.5, 5, 23),
  mu = c(17, 29, 41, 53, 65, 77, 89, 101, 113, 125, 137, 149, 161), large = c(1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 8),
  groups = c(1, 2, 3, 11, 12, 13, 40, 41, 45, 90, 99), skewed = c(1, 1, 2, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987),
  eighths = (1:40) / 8, primes = c(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71)
)
fixed <- list(on_limits = c(0, 2, 5, 9, 10), below_zero = c(-10, -5, 0, 10), groups = c(1, 11, 40, 99), eighths = c(0.125, 1, 2.5, 4, 5))
cat("set,method,classes,values,limits,members\n")
row <- function(name, method, classes, breaks) {
  values <- sets[[name]]
  breaks <- signif(breaks, 14) # R's own noise: its quantiles of 0 to 10 in five classes have 6 above 6
  members <- tabulate(findInterval(values, breaks, rightmost.closed = TRUE), length(breaks) - 1)
  text <- function(numbers) paste(format(numbers, digits = 15, trim = TRUE, drop0trailing = TRUE, scientific = FALSE), collapse = " ")
  one <- function(numbers) paste(vapply(numbers, text, ""), collapse = " ")
  cat(name, method, classes, one(values), one(breaks), paste(members, collapse = " "), sep = ",")
  cat("\n")
}
for (name in names(sets)) {
  values <- sets[[name]]
  for (classes in 2:min(7, length(unique(values)) - 1)) {
    row(name, "equal", classes, classIntervals(values, classes, style = "equal", intervalClosure = "left")$brks)
    if (name != "large") # sums of squares of numbers near a milliard are beyond its arithmetic
      row(name, "natural", classes, classIntervals(values, classes, style = "fisher", intervalClosure = "left")$brks)
    row(name, "quantile", classes, unique(classIntervals(values, classes, style = "quantile", intervalClosure = "left")$brks))
  }
  row(name, "head-tail", 20, classIntervals(values, style = "headtails", thr = 0.4, intervalClosure = "left")$brks)
  if (!is.null(fixed[[name]]))
    row(name, "manual", length(fixed[[name]]) - 1, classIntervals(values, style = "fixed", fixedBreaks = fixed[[name]], intervalClosure = "left")$brks)
}
