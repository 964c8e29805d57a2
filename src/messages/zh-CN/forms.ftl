### 日期与并列的写法；界面文字的目录也从这里开始。

date-long = { $year }年{ $month }月{ $day }日
year-month = { $year }年{ $month }月
quoted = “{ $text }”
list-between = 、
list-last = 、
choice-last = 或
