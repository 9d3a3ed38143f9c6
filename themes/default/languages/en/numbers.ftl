### How numbers, days and periods are written.

number-decimal = .
number-group = ,
number-minus = −
## Digits in the last group and in each one before it, and from how many digits on groups are made.
number-group-size = 3
number-further-group-size = 3
number-grouped-from = 4

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Variables: day, month (its name), number (of the month, two digits), year.
date = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
instant = { $date }, { $time } ({ $zone })

period-month = { $month } { $year }
period-month-short = { $month } { $year }
period-week = week { $week } of { $year }
period-week-short = W{ $padded } { $year }
period-quarter = Q{ $number } { $year }
period-quarter-short = Q{ $number } { $year }
period-year = { $year }
period-year-short = { $year }
period-fiscal-month = month { $number } of fiscal year { $year }
period-fiscal-month-short = M{ $padded } FY{ $year }
period-fiscal-quarter = Q{ $number } of fiscal year { $year }
period-fiscal-quarter-short = Q{ $number } FY{ $year }
period-fiscal-year = fiscal year { $year }
period-fiscal-year-short = FY{ $year }
