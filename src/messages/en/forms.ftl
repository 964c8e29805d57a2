### How dates and lists read; catalogues of interface text begin with these too.

month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-long = { $day } { month-name } { $year }
year-month = { month-name } { $year }
quoted = “{ $text }”
list-between = ,{ " " }
list-last = { " " }and{ " " }
choice-last = { " " }or{ " " }
