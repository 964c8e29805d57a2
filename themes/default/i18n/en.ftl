### Interface text. The same ids stand in zh-CN.ftl; a site may reword any of them in its own theme.

## Marks and numbers
list-mark = ,{" "}
colon = :{" "}
semicolon = ;{" "}
full-stop = .
foot-mark = {" · "}
number-mark = .{" "}
open-bracket = {" ("}
close-bracket = )
and-mark = {" and "}
or-mark = {" or "}
no-figure = —
total = Total
quantity = { $n } { $unit }
year = { $year }
lines = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
note-mark = ,{" "}

## Where there is not room for all
page-number = Page { $n }
pages-of-list = Pages of this list
rest-all = {" "}All of them:{" "}
rest-worst = Of { $all } items, the { $shown } with the worst lights stand here, among items of one light those overdue the longest; left out: { $left }.
rest-first = Of { $all } lines, the first { $shown } stand here; left out: { $left }.
rest-changes = { $all } records changed; shown are { $shown }, those whose light changed first; left out: { $left }.
rest-groups = Of { $all } items, at most { $each } of each unit stand here, those with the worst lights, among items of one light those overdue the longest; left out: { $left }.
rest-groups-first = Of { $all } lines, the first { $each } of each group stand here; left out: { $left }.
rest-days = The month has { $all } entries; at most { $each } of each day stand here, meetings first, then limits, then milestones; left out: { $left }.

of-total = { $n } in all
span-from-to = { $from } to { $to }
span-from = from { $from }
span-to = until { $to }
approximately = about { $date }
period-with-dates = { $text } ({ $dates })
post-of-unit = { $title }, { $unit }
picture-note = { $kind }, { $width } by { $height } pixels
file-note = { $kind }, { $size } KB
not-shown-here = not shown here
name-until = until { $date }
originally = originally { $date }

## Menu and frame
menu = Main menu
languages = Languages
# Each language in its own words, whatever the page is in.
language-zh-cn = 中文
language-en = English
menu-overview = Overview
menu-tasks = Ledger of tasks
menu-areas = Areas
menu-units = Units
menu-people = People
menu-meetings = Meetings
menu-decisions = Decisions
menu-documents = Documents
menu-calendar = Calendar
menu-not-reported = Not reported
menu-about = About
menu-group-overview = Overview
menu-group-ledger = Ledgers
menu-group-parties = Units and people
menu-group-gatherings = Meetings
menu-group-oversight = Supervision
menu-group-news = Bulletins
menu-group-reference = Reference
beside = The one before and the one after
beside-previous = Previous
beside-next = Next
permalink = Link to this section
permalink-decision = Link to this decision
permalink-entry = Link to this entry
larger-text = Larger text
skip = Skip to content
crumbs = You are here
as-of = As of
address = This page
how-to-read = How to read this site
not-found = Page not found
not-found-note = The address may be mistyped, or the page has moved.

## Names of records
word-task = Task
word-decision = Decision
word-meeting = Meeting
word-document = Document
word-unit = Unit
word-person = Person
word-area = Area
word-campaign = Campaign
word-due = Due
word-milestone = Milestone

## State, pace, light
state-not-started = Not started
state-in-progress = In progress
state-suspended = Suspended
state-finished = Finished
state-closed = Closed
state-cancelled = Cancelled
pace-ahead = Ahead of schedule
pace-on-schedule = On schedule
pace-behind = Behind schedule
pace-far-behind = Far behind schedule
pace-unknown = Pace unknown
# Within a sentence
pace-said-ahead = ahead of schedule
pace-said-on-schedule-short = less than { $limit }, so on schedule
pace-said-on-schedule = on schedule
pace-said-behind = behind schedule
pace-said-far-behind = far behind schedule
pace-said-unknown = pace unknown
pace-said-overdue = overdue
light-red = Red
light-orange = Orange
light-yellow = Yellow
light-blue = Blue
light-no-data = No data
light-green = Green
light-grey = Grey
light-done = Done

## Reasons for a light
reason-with-text = { $text } ({ $reason })
reason-actual = Actual progress is { $actual }%
reason-ahead-of-schedule = { $points } points ahead of schedule (planned { $planned }%, actual { $actual }%)
reason-before-start = Due to start on { $start }
reason-before-start-bare = Not yet due to start
reason-behind-schedule = { $points } points behind schedule (planned { $planned }%, actual { $actual }%)
reason-by-rule = Meets rule { $rule } of the table of lights
reason-cancelled = Cancelled on { $on }
reason-closed = Closed on { $on }
reason-due-soon = Due in { $days ->
    [one] { $days } day
   *[other] { $days } days
} ({ $due })
reason-due-soon-behind = Due in { $days ->
    [one] { $days } day
   *[other] { $days } days
} ({ $due }), actual progress only { $actual }%
reason-due-soon-without-figure = Due in { $days ->
    [one] { $days } day
   *[other] { $days } days
} ({ $due }), no figure reported
reason-far-behind-schedule = Far behind: { $points } points behind schedule (planned { $planned }%, actual { $actual }%)
reason-finished = Finished on { $on }
reason-finished-late = Finished { $days } days late
reason-forecast-late = Forecast { $days } days after the limit
reason-funds-behind = Payment { $points } points behind schedule (planned { $planned }%, paid { $paid }%)
reason-in-order = Nothing to report
reason-in-progress = In progress
reason-key-milestone-late = Key milestone “{ $milestone }” is { $days } days late
reason-kind = Is of the kind “{ $kind }”
reason-last-month-share = Reached { $share }% of last month's target
reason-milestone-late = Milestone “{ $milestone }” is { $days } days late
reason-milestones-overdue = { $count ->
    [one] { $count } milestone is overdue
   *[other] { $count } milestones are overdue
}
reason-month-share = Reached { $share }% of this month's target
reason-months-since-start = { $months } months since the start
reason-needs-help = Asks for help: { $text }
reason-needs-help-bare = The last report asks for help
reason-no-figure = No figure has been reported
reason-no-figure-no-plan = No figure has been reported and there is no plan
reason-no-plan = There is no plan
reason-not-started = Not started
reason-not-started-months = Due to start on { $start }, not started { $months } months later
reason-not-started-though-due = Due to start on { $start }, not started
reason-on-schedule-short = On schedule, { $gap } points behind and so less than { $limit } (planned { $planned }%, actual { $actual }%)
reason-on-schedule = On schedule (planned { $planned }%, actual { $actual }%)
reason-ongoing = Ongoing work
reason-ongoing-in-order = Ongoing work, nothing to report
reason-open-notices = { $count ->
    [one] { $count } supervision notice is open
   *[other] { $count } supervision notices are open
}
reason-overdue = Overdue by { $days ->
    [one] { $days } day
   *[other] { $days } days
} ({ $work_days ->
    [one] { $work_days } work day
   *[other] { $work_days } work days
}), limit { $due }
reason-overridden = Set by hand; the rules gave { $from }
reason-pace-unknown = Actual or planned progress is missing, so the pace is unknown
reason-planned = Planned progress is { $planned }%
reason-rated = Rated “{ $level }” on { $on }
reason-stale = Progress owed by { $cutoff } was not reported in time
reason-stale-bare = Progress was not reported in time
reason-suspended = Suspended since { $from }
reason-suspended-bare = Suspended
reason-tagged = Tagged “{ $tag }”
overridden = The rules gave { $from }; set to { $to } on { $on } by { $by }: { $reason }
overridden-until = The rules gave { $from }; set to { $to } on { $on } by { $by } until { $until }: { $reason }

## Overview
at-a-glance = At a glance
attention = Needs attention
overdue = Overdue
other-red = Red and not overdue
due-soon = Due soon
stale = Unreported
none-overdue = Nothing is overdue.
none-due-soon = Nothing falls due soon.
see-ledger = The others are in the ledger
headline-changed = What changed
headline-since = Ledger items, compared with { $day }
headline-all-changes = All changes, one by one
headline-calls = What to watch
headline-calm = Nothing calls for attention.
call-overdue = overdue
call-other-red = red, not overdue
call-due-soon = due soon
call-stale = unreported
call-problems-overdue = problems overdue
rates = Rates and progress
recently-reported = Recently reported
latest-reports = Latest reports of progress
upcoming = Upcoming
upcoming-meetings = Upcoming meetings
none-upcoming = No meeting has been fixed.
latest-meetings = Latest meetings
now-in = Now in:{" "}
nothing-yet = Nothing here yet.
excluded = Left out of rates
ongoing = Ongoing
campaigns = Campaigns
goal = Goal
by-area = By area

## Columns
column-id = Id
column-title = Task
column-text = Text
column-name = Name
column-parent = Parent
column-areas = Areas
column-sponsor = Sponsor
column-lead = Lead
column-responsible = Responsible
column-supporting = Supporting
column-start = Start
column-due = Due
column-effective-due = Due now
column-actual = Actual
column-planned = Planned
column-gap = Points behind
column-against = Against plan
column-state = State
column-light = Light
column-reason = Reason
column-pace = Pace
column-overdue = Overdue
column-days-overdue = Days overdue
column-work-days-overdue = Work days overdue
column-finished-on = Finished on
column-closed-on = Closed on
column-stale = Not reported in time
column-counted = Counted
column-last-reported = Last reported
column-date = Date
column-meeting = Meeting
column-outcome = Outcome
column-tasks = Tasks
column-kind = Kind
column-place = Place
column-chair = Chair
column-decisions = Decisions
column-total = Total
column-cancelled = Cancelled
column-ongoing = Ongoing
column-red = Red
column-yellow = Yellow
column-green = Green
column-start-rate = Start rate
column-completion-rate = Completion rate
column-on-time-rate = On-time rate
column-overdue-rate = Overdue rate
column-closure-rate = Closure rate
column-report-rate = Report rate
column-weighted-progress = Weighted progress

## Ledger
ledger-counted = { $counted } items, all counted.
ledger-counted-of = { $counted } items are counted; of the { $lines } rows, { $parents } have tasks below them, are made of theirs and are not counted again.
ledger-full = All { $lines } rows on one page (about { $size } KB, slow to open, can be filtered)
ledger-by-area = The ledger by area
ledger-of = Ledger: { $area }
ledger-all = The whole ledger
ledger-lines-here = { $all } rows; this page has rows { $from } to { $to }.
ledger-no-whole = The ledger has { $lines } rows. Beyond { $most } rows there is no table of the whole: read it by work area, or take the lists away.
without-area = Without an area

## Tables of records: # before a letter stands for what the script fills in
table-tools = Filter, columns, download
table-find = Find
table-filter = Filter
table-columns = Columns
table-shows = Columns shown
table-copy = Copy
table-save = Download CSV
table-reset = Reset
table-group = Group
table-none = (none)
table-many = Every column has too many values to choose from; use Find
table-drop = Remove the filter “#what”
table-shown = #n of #all shown
table-parents = rows of parents: #n
table-all = #all in all
table-ascending = sorted by “#column”, ascending
table-descending = sorted by “#column”, descending
table-worst = sorted by “#column”, worst first
table-best = sorted by “#column”, best first
table-nothing = nothing fits; “Reset” shows all rows again
table-flat = groups and levels are not shown while sorted
table-page = page #n of #all
table-previous = Previous
table-next = Next
table-whole = Show all
table-paged = Show in pages
table-saved = Rows saved as CSV: #n
table-copied = Rows copied: #n
table-refused = The browser does not allow copying; download instead
table-number = Number
table-note = #column (note)

## Task
key = Key
key-milestone = Key
start = Start
due = Due
original-due = Originally due
late-vs-original = past the original date
target = Target
target-with-text = { $quantity }, { $text }
lead = Lead
responsible = Responsible
supporting = Supporting
sponsor = Sponsor
owner = Owner
liaison = Liaison
parent = Parent task
weight = Weight
measures = Measures
children = Tasks below
children-of-it = Made of these tasks
siblings = Sibling tasks
milestones = Milestones
milestones-of-it = Each milestone, its date and how it stands
milestone = Milestone
milestone-done = done { $on }
milestone-done-late = done { $on }, { $days } days late
milestone-overdue = not done, { $days } days late
milestone-open = not yet due
plan = Plan
plan-and-actual = Plan and actual
bar-both = Actual { $actual }, planned { $planned }
bar-actual = Actual { $actual }
progress = Progress
no-progress = No progress has been reported.
needs-help = Asks for help
entry-done = Done:
entry-issues = Issues:
entry-next-steps = Next:
entry-help = Help asked for:
entry-forecast = Forecast:
entry-confidence = Confidence:
extensions = Extensions
extension-approved = extended to { $due }
extension-asked = extension to { $due } asked for, not yet approved
closure = Closure
closure-requested = requested
closure-verified = verified
closure-publicised = publicised
closure-closed = closed
closure-returned = returned
notices = Supervision notices
notice-print = Print the supervision notice
notice-open = open
notice-reminder = reminder
notice-notice = notice
notice-order = order
notice-yellow = yellow card
notice-red = red card
notice-signed = Signed for:
notice-response = Response:
notice-closed = Closed:
ratings = Ratings
overrides = Lights set by hand
override = set to { $light }
override-until = set to { $light } until { $until }
evidence = Evidence
budget-planned = Budget planned
budget-available = Budget available
budget-paid = Budget paid
origin-meeting = From meeting
origin-decision = From decision
origin-document = From document
origin-inspection = From inspection
origin-instruction = From instruction
origin-text = From
spoken-of = Mentioned in
pledges = Pledges
depends-on = Depends on
depends-on-these = It waits for these
needed-by = Needed by
needed-by-these = These wait for it
actual-none = no figure has been reported
actual-percent = the percentage reported on { $on }
actual-quantity = { $quantity } reported on { $on }, over a target of { $target }
actual-milestones = weight { $done } of milestones done, of { $of } in all
actual-leaves = { $n ->
    [one] the actual progress of { $n } task below
   *[other] weighted mean of the actual progress of { $n } tasks below
}
planned-none = no plan and no start date, so none is reckoned
planned-past-due = the limit has come: all should be done
planned-plan = plan: { $from-percent } on { $from }, { $to-percent } on { $to }, by days between
planned-milestones = weight { $due } of milestones due, of { $of } in all
planned-days = { $passed } of { $of } days from start to limit have passed
planned-leaves = { $n ->
    [one] the planned progress of { $n } task below
   *[other] weighted mean of the planned progress of { $n } tasks below
}
gap-behind = { $points } points behind
gap-ahead = { $points } points ahead
gap-none = level with the plan
days-overdue = overdue by { $days ->
    [one] { $days } day
   *[other] { $days } days
} ({ $work-days ->
    [one] { $work-days } work day
   *[other] { $work-days } work days
})
days-ahead = in { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
due-today = due today
days-to-due = due in { $n ->
    [one] { $n } day
   *[other] { $n } days
}
finished-early = { $on }, early
finished-on-time = { $on }, on time
finished-late = { $on }, late
finished-on = { $on }

## Campaign
aliases = Also called
period = Period
office = Office
inspectorates = Inspectorates
charter = Charter
reporting = Reporting
reporting-weekly = weekly, by { $day }, { $grace } days of grace
reporting-monthly = monthly, by day { $day } of the month, { $grace } days of grace
reporting-quarterly = quarterly, by day { $day } of each quarter's last month, { $grace } days of grace
rating-scale = Rating scale
basis = Basis
principles = Principles
requirements = Requirements
key-periods = Key periods
now = now
command = Command
sponsorships = Sponsorships
sponsorships-all = Who sponsors what, and when (grey: over, or not yet begun)
sponsored = Sponsors
from = From
until = Until

## Areas and units
with-below-note = Each row includes everything below it.
parent-area = Part of
areas-below = Areas below
own-items = { $n ->
    [one] { $n } item belongs to this area itself.
   *[other] { $n } items belong to this area itself.
}
items-of-area = Tasks and decisions of this area
by-lead-note = Counted by lead: each item counts for one unit, and the units add up to the total.
other-units = Other units
units-without-items = Units that lead nothing
short-name = Short name
former-names = Former names
kind = Kind
group = Group
active = Active
parent-unit = Part of
units-below = Units below
head = Head
contact = Contact
leads-areas = Leads areas
scorecard = Scorecard
scorecard-counting = Counted in two ways
counted-by = Counted as
as-lead = Lead
as-involved = Lead or responsible
double-count-note = “Lead or responsible” counts an item once for every unit that answers for it, so these figures do not add up across units; supporting units are not counted.
leads = Leads
leads-these = Led by this unit
responsible-for = Responsible for
responsible-for-these = This unit is responsible
supports = Supports
supports-these = This unit supports
pledges-and-results = Pledges and results
results = Results
work-plans = Work plans
submitted-on = handed in { $date }
not-submitted = not handed in
late = late
posts-held = Posts held
posts = Posts
unit-kind-department = department
unit-kind-county = county or district
unit-kind-zone = development zone
unit-kind-enterprise = enterprise
unit-kind-school = school
unit-kind-task-force = task force
unit-kind-committee = committee
unit-kind-team = team
unit-kind-external = external
level-central = central
level-provincial = provincial
level-city = city
level-county = county
level-town = town
level-community = community
level-external = external

## People
sponsors = Sponsors
by-sponsor = By sponsor
everyone = Everyone
as-sponsor = As sponsor
sponsors-areas = Sponsors areas
sponsors-these = Sponsored by this person
chaired = Meetings chaired
spoke-at = Spoke at

## Meetings
by-year = By year
meetings-of = Meetings of { $year }
meetings-held = Meetings held
meetings-count = { $n ->
    [one] { $n } meeting
   *[other] { $n } meetings
}
meeting-number = No. { $n }
decisions-count = { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
}
place = Place
series = Series
chair = Chair
minute-taker = Minute taker
purpose = Purpose
attendance = Attendance
attendance-present = Present
attendance-in-attendance = In attendance
attendance-apologies = Apologies
attendance-absent = Absent
attendee-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
agenda = Agenda
presenter = Presenter
discussion = Discussion
readouts = Read out
speeches = Speeches
minutes = Minutes
record-text = Record
draft-note = Draft: these minutes have not been approved and may change.
upcoming-note = The meeting has not yet been held: only its time, place and agenda are known.
tasks-from-it = Tasks from this meeting
next-meeting = Next meeting
next-on = { $date }
session-am = morning
session-pm = afternoon
session-evening = evening
clock-span = { $from }–{ $to }
session-and-clock = { $session }, { $clock }
meeting-kind-launch = launch
meeting-kind-regular = regular meeting
meeting-kind-review = review session
meeting-kind-working = working meeting
meeting-kind-site = site meeting
meeting-kind-board = board meeting
meeting-kind-other = meeting
agenda-kind-report = report
agenda-kind-decision = for decision
agenda-kind-problem = problem
agenda-kind-assignment = assignment
agenda-kind-information = for information
minutes-number = Minutes no.
minutes-dated = Minutes dated
minutes-signatory = Signed by
minutes-state = Minutes
minutes-draft = draft
minutes-approved = approved
minutes-approved-at = Approved at
minutes-approved-on = Approved on
minutes-approved-how = Approved
minutes-by-default = by default, as no objection was made
decisions-by-meeting = By meeting, latest first
carried-out-by = Carried out by
outcome = Outcome
votes = Votes
outcome-adopted = adopted
outcome-agreed = agreed
outcome-agreed-in-principle = agreed in principle
outcome-rejected = rejected
outcome-deferred = deferred
outcome-noted = noted
outcome-directed = directed
outcome-authorised = authorised

## Documents
document-no = Document no.
issuer = Issuer
author = Author
submitted = Handed in
retention = Retention
archival-code = Archival code
tasks-of-document = Tasks that it concerns
document-kind-plan = Plans
document-kind-rule = Rules
document-kind-notice = Notices
document-kind-news = News
document-kind-speech = Speeches
document-kind-minutes = Minutes
document-kind-note = Notes
document-kind-reference = Reference
document-kind-work-plan = Work plans
attachments = Attachments
links = Links
amendments = Amendments

## Calendar and reporting
from-now = From this month on
past = Past
what = What
remark = Remark
day-off = off
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
reporting-rule = { $campaign }: { $rule }.
cut-off = { $campaign }: reports were last due by { $on }; the { $grace } days of grace ended on { $until }.
no-cut-off = No cut-off for reports is set.
not-reported-count = { $n ->
    [one] { $n } report is owed and missing.
   *[other] { $n } reports are owed and missing.
}
not-reported-by-unit = By lead, most items first
last-report = Last report
never = never

## About
about-as-of = Every figure of this site is made for { $date }: nothing later counts.
about-dates = In text, dates are written as 11 March 2016; in columns of tables as 2016-03-11, so that they line up and sort.
about-lights = Lights
about-first-match = Rules are tried from the top; the first that holds decides. Done is outside red, yellow and green. A light set by hand never replaces grey or done; who set it, when and why stands on the task's page.
rules-in-force = Rules in force
rule-basis = Set by
order = Order
when = When
otherwise = none of these
about-pace = Pace and nearness
rule-ahead = Actual is { $n } points or more above plan: ahead of schedule
rule-on-schedule = Actual is less than { $n } points below plan: on schedule
rule-behind = Actual is { $n } to { $far } points below plan: behind schedule
rule-far-behind = Actual is more than { $n } points below plan: far behind schedule
rule-due-soon = { $n } days or less until the limit: due soon
about-reporting = Reporting
about-calendar = Work days
calendar-weekend = Days off each week: { $days }.
calendar-no-weekend = No day of the week is off.
calendar-covered = Days off are entered for: { $years }.
calendar-open = No days off are entered, so only the weekly days off count, for: { $years }.
about-figures = What the figures mean
about-counts = What this site holds
downloads = Data
downloads-note = CSV opens in any spreadsheet, JSON is for programs; both say the same.
data-tasks = Tasks
data-decisions = Decisions
data-meetings = Meetings
data-units = Scorecards of units
data-file = { $title } ({ $kind })
term-counted = Counting
define-counted = A task without tasks below it counts as one item, and so does an action decision that no task carries out. A task with tasks below it is made of theirs and is not counted again. Cancelled and ongoing items are shown apart and left out of every rate.
term-parent-figures = Parent tasks
define-parent-figures = Actual and planned progress of a task with tasks below it are the weighted means of its leaves (the tasks below it that have none below them). It is not counted itself.
term-carried-out = Decisions carried out by tasks
define-carried-out = Like a parent task, such a decision shows what its tasks come to. The tasks are counted, the decision is not.
term-by-lead = Figures by unit
define-by-lead = Each item counts for its lead alone, so that the units add up to the total. “Lead or responsible” counts an item once for every unit that answers for it: these figures overlap and do not add up.
term-effective-due = Due now
define-effective-due = The limit of the last extension approved by the as-of date, else the original one.
term-original-due = Originally due
define-original-due = An extension never changes the original limit: it is kept and shown beside the one in force, and what has passed it is said to be late against it.
term-state = State
define-state = The first that holds: cancelled, closed, finished, suspended, in progress (something reported or a milestone done), not started. 100% alone is not finished, and finished is not closed.
term-actual = Actual progress
define-actual = The last percentage reported; else the last quantity reported over the target's; else the weight of milestones done over all. It may exceed 100%.
term-planned = Planned progress
define-planned = What should be done by the as-of date: by the plan where there is one, else by the weight of milestones due, else evenly by days from start to limit. 100% from the limit on.
term-gap = Against plan
define-gap = Actual progress (at most 100%) less planned progress, in percentage points; below zero is behind.
term-overdue = Overdue
define-overdue = Not started, in progress or suspended, and the as-of date is past the limit. The due day itself is on time; a suspension moves no limit.
term-due-soon = Due soon
define-due-soon = Not started, in progress or suspended, and no more than the set number of days from the limit.
term-stale = Not reported in time
define-stale = Owed at the last cut-off, not reported within its grace and not since. It counts against the lead.
term-start-rate = Start rate
define-start-rate = Items begun over items whose start has come.
term-completion-rate = Completion rate
define-completion-rate = Items finished or closed over all (without cancelled and ongoing).
term-on-time-rate = On-time rate
define-on-time-rate = Items finished within their limit over items whose limit has passed (or falls today and is met).
term-overdue-rate = Overdue rate
define-overdue-rate = Items overdue over all (without cancelled and ongoing).
term-closure-rate = Closure rate
define-closure-rate = Items closed over items finished or closed.
term-report-rate = Report rate
define-report-rate = Items reported in time over items owed at the last cut-off.
term-weighted-progress = Weighted progress
define-weighted-progress = The mean of actual progress by weight: finished counts as 100%, no figure as 0.

## Conditions of rules
when-state = state is { $states }
when-pace = { $paces }
when-tags = tagged { $tags }
when-untagged = not tagged { $tags }
when-kind = kind is { $kinds }
when-rated = last rated { $levels }
when-ongoing = ongoing
when-not-ongoing = not ongoing
when-overdue = overdue
when-not-overdue = not overdue
when-due-soon = due soon
when-not-due-soon = not due soon
when-stale = not reported in time
when-not-stale = no report is missing
when-needs-help = the last report asks for help
when-not-needs-help = the last report does not ask for help
when-before-start = before its start
when-not-before-start = its start has come
when-not-started-though-due = due to start and not started
when-not-started-months = not started { $months ->
    [one] { $months } month
   *[other] { $months } months
} after the start date
when-key-milestone-days-late = a key milestone is more than { $n ->
    [one] { $n } day
   *[other] { $n } days
} overdue
when-milestone-overdue = a milestone is overdue
when-actual-below = actual progress is below { $n }%
figure-missing = no { $figure }
figure-actual = actual progress
figure-planned = planned progress
figure-gap = points behind schedule
figure-days-overdue = days overdue
figure-days-to-due = days to the limit
figure-finished-days-late = days late when finished
figure-forecast-days-late = days late by forecast
figure-months-since-start = months since the start
figure-milestones-overdue = milestones overdue
figure-milestone-days-late = days a milestone is late
figure-key-milestone-days-late = days a key milestone is late
figure-month-share = share of this month's target
figure-last-month-share = share of last month's target
figure-funds-gap = points that payment is behind schedule
figure-open-notices = open notices
figure-open-notices-of = open notices of the kind “{ $kind }”

## Bodies
body-footnotes = Footnotes
body-footnote-back = Back to the text
body-table = Table
body-code = Code
body-task-done = done
body-task-open = open
body-note = Note
body-tip = Tip
body-important = Important
body-warning = Warning
body-caution = Caution
papers = Papers

contents = Contents
rule-shares-add-up = Shares have one decimal and are made to add up to 100.0%.
rule-shares-round = Shares have one decimal, each rounded by itself, so that together they may miss 100.0%.
confirmed = Confirmed as carrying out
suspect = Decision changed, to be confirmed again
suspects = Decisions changed, to be confirmed again
suspect-changed = The decision was changed on { $changed }, after it had been confirmed on { $confirmed } that the task carries it out.
suspect-since-taken-on = The decision was changed on { $changed }, after the task was taken on.
suspect-otherwise = The decision does not read as it was confirmed on { $confirmed }, and no amendment says what was changed.
suspect-todo = Compare the task with the decision, amend the task where needed, then run:
column-orange = Orange
column-blue = Blue
column-no-data = No data
column-grey = Grey
column-done = Done
column-involved = Lead or responsible: { $column }
data-campaigns = Campaigns
data-areas = Areas
data-people = Scorecards of sponsors
data-facts = All derived figures
items-without-area = { $n ->
    [one] { $n } item without an area is not in this table.
   *[other] { $n } items without an area are not in this table.
}
calendar-by-month = By month
calendar-of = Calendar: { $month }

## Problems, indicators, instructions, inspections, assessments
menu-problems = Problems
menu-indicators = Indicators
menu-instructions = Instructions
menu-inspections = Inspections
menu-assessments = Assessments
word-problem = Problem
word-indicator = Indicator
word-instruction = Instruction
word-inspection = Inspection
word-assessment = Assessment
severity-1 = minor
severity-2 = serious
severity-3 = grave

## Problems
problem-state-open = Open
problem-state-rectifying = Being put right
problem-state-rectified = Put right
problem-state-closed = Closed
problem-state-reopened = Re-opened
problems-note = Put right: of all problems, those put right or closed. Closure rate: of those put right or closed, the closed. Put right is not closed.
problems-rectified-rate = Put right
problems-on-time-rate = Put right in time
problems-returned = Returned at least once
problems-reopened = Re-opened at least once
problems-closed-how = Who verified, when it was made public, when it was closed
problems-by-unit = By lead
problems-of-it = Problems that concern it
tasks-of-problem = Tasks that put it right
found-by = Found by
found-in = Found by inspections
no-limit = no limit
course = Course
course-found = Found
course-rectified = Put right
course-requested = Closing requested
course-verified = Verified
course-publicised = Made public
course-closed = Closed
course-returned = Returned
course-reopened = Re-opened
to-come = still to come
photos = Photographs
photo-before = Before
photo-after = After
photo-alt = { $label }: { $shown }

## Indicators
indicators-of-it = Indicators that concern it
indicator-kind-numeric = numeric
indicator-kind-composite = composite
indicator-kind-qualitative = qualitative
indicator-kind-survey = survey
direction = Direction
direction-up = higher is better
direction-down = lower is better
direction-band = better within the band
band = { $low } to { $high }
unit-of-measure = Unit of measure
baseline = Baseline
baseline-of = { $value } ({ $date })
provisional = provisional
provisional-value = provisional value
replaced = replaced by a later figure of that day
not-observed = not yet observed
change-since = Since the value before
target-in-force = Target in force
target-met = met
target-unmet = not met
target-until = target, up to its day
targets = Targets
by-day = by { $date }
until-day = By
value = Value
observed = observed value
observations = Observations
observations-latest-first = Each observation, latest first
judgements = Judgements
indicator-parts = Parts
part-of-indicator = Part of
how-made = How it is made
chart = Course
chart-title = Course of { $name }
chart-description = { $n } observed values, from { $first } on { $from } to { $last } on { $to }. All figures are in the table below.
chart-description-one = One observed value: { $last } on { $to }.
chart-target = target { $value }
chart-baseline = baseline { $value }
axis-cut = The axis of values does not begin at 0.
attained-qualitative = a judgement is given no number
attained-not-observed = nothing observed yet
attained-no-target = no target
attained-no-scale = nothing to be a share of, and the target is not met
attained-no-parts = none of its parts has a figure
attained-way = now { $value }, on the way from { $baseline } to { $target }
attained-reached = { $value } over a target of { $target }
attained-lowered = the target of { $target } over { $value }
attained-met = { $value } meets the target of { $target }
attained-in-band = { $value } lies within { $low } to { $high }
attained-to-band = how much nearer to { $low }–{ $high }: { $value }, from { $baseline }
hidden-left-out = { $n } not shown here and left out

## Inspections and instructions
inspections-count = { $n } in all
inspectors = Inspectors
method = Method
scope = Scope
number = No.
finding = Finding
findings = Findings
findings-note = Each with its unit, points, limit and how it stands now
no-findings = Nothing was found.
finding-reported = reported on
finding-unreported = nothing reported
finding-then = Found then
points-off = Points off
state-now = How it stands
rectification = What was done
latest-rectification = Last reported
photos-of-finding = Photographs of finding { $id_of }
conclusion = Conclusion
feedback = Feedback
feedback-sent = Sent
feedback-response = Response
follow-up-of = Looks back at
followed-by = Looked back at by
earlier-findings = What became of the earlier findings
earlier-findings-note = Found again: findings of this inspection on the same problem
found-again = Found again
not-found-again = no
led-to = Tasks that it led to
led-to-nothing = No task has come of it yet.
instruction-by = By
instruction-of = Instruction of { $by }, { $date }

## Assessments
all-units = All units
ranking = Ranking
ranking-note = Each score leads to where its points come from
rank-column = Rank
rank = { $n }
rank-tied = ={ $n } (tied)
score = Score
band-column = Band
band-from = { $name } from { $min }
bands = Bands
movement = Against the last
movement-up = ▲{ $n } up { $n }
movement-down = ▼{ $n } down { $n }
movement-none = = unchanged
movement-new = not ranked before
vetoed = Veto
veto-without-reason = no reason is given
unranked = Without data and not ranked
first-place = First
compared-with = Compared with
scored-on = Every score is that of { $date }.
not-scored-yet = The period ends on { $date }: nothing is scored yet.
not-scored = period not ended
scores-partial = Scores here count only what readers of this site may see; they may differ from those in an internal build.
score-how = How a score is made
score-how-base = Each criterion gives a score from 0 to 100; their mean by weight is the base.
score-how-missing = A criterion without data is left out, and the weights of the others are rescaled.
score-how-sum = The score is the base, plus bonuses, less deductions, held between 0 and { $cap }, with { $decimals } decimals.
score-how-rank = Units are ranked within their group; equal scores share a rank and the next is passed over (1, 2, 3, 3, 5).
score-how-veto = A veto puts a unit last in its group and in the lowest band.
criteria = Criteria
criterion = Criterion
criterion-how = What its score is
criterion-progress = progress
criterion-progress-how = weighted progress of what the unit leads
criterion-on-time = on time
criterion-on-time-how = of what it leads and fell due in the period, the share finished in time
criterion-closure = closure
criterion-closure-how = of what it leads and finished, the share closed
criterion-reporting = reporting
criterion-reporting-how = of the reports owed at the period's cut-offs, the share in time
criterion-inspection = inspection
criterion-inspection-how = 100 less the points of inspections in the period
criterion-indicator = indicators
criterion-indicator-how = how far its indicators have come to their targets
criterion-manual = by hand
criterion-manual-how = scored by hand, out of { $max }
criterion-score = Score
contribution = Adds
traces = Where every point comes from
trace-of = Where the points come from
left-out = Without data and left out: { $criteria }. The weights of the others are rescaled.
bonuses = Bonuses
deductions = Deductions
score-sum = base { $base } + bonuses { $bonuses } − deductions { $deductions } = { $score }
score-sum-capped = base { $base } + bonuses { $bonuses } − deductions { $deductions }, above the cap of { $cap }: { $score }
score-sum-floored = base { $base } + bonuses { $bonuses } − deductions { $deductions }, below 0: { $score }
source-progress-none = it leads nothing
source-on-time = { $count } finished in time of { $of } due in the period
source-on-time-none = nothing fell due in the period
source-closure = { $count } closed of { $of } finished
source-closure-none = nothing is finished
source-reporting = { $count } in time of { $of } owed at { $cutoffs } cut-offs
source-reporting-none = no report was owed in the period
source-inspection = inspections: { $inspections }; findings with points: { $findings }; points off: { $points }
source-inspection-clean = inspections: { $inspections }; no points off
source-inspection-none = it was not inspected in the period
source-finding = { $text } (−{ $points })
source-indicator-none = no indicator has a figure
source-attained = { $name }: { $attained }, weight { $weight }
source-manual = { $score } of { $max }
source-manual-by = scored by { $by }
source-not-scored = not scored yet

## Columns of their lists
column-problem = Problem
column-indicator = Indicator
column-assessment = Assessment
column-found-on = Found on
column-severity = Severity
column-rectified-on = Put right on
column-reopened-times = Times re-opened
column-source = Source
column-last-value = Last value
column-judgement = Last judgement
column-last-observed = Observed on
column-provisional = Provisional
column-target = Target
column-target-high = Upper end of target
column-target-by = Target by
column-attained = Attained
column-met = Target met
column-unit = Unit
column-group = Group
column-rank = Rank
column-movement = Places won
column-base = Base
column-bonuses = Bonuses
column-deductions = Deductions
column-score = Score
column-band = Band
column-vetoed = Veto
column-from = From
column-to = To
data-problems = Problems
data-indicators = Indicators
data-assessments = Scores of assessments
attained-parts = { $n ->
    [one] of { $n } part
   *[other] weighted mean of { $n } parts
}
source-progress = { $n ->
    [one] weighted progress of { $n } item
   *[other] weighted progress of { $n } items
}
source-indicator = { $n ->
    [one] { $n } indicator
   *[other] weighted mean of { $n } indicators
}
column-owner = Owner
column-unit-of-measure = Unit of measure
indicator-owner = Owner
## Supervision and decisions
menu-supervision = Supervision
menu-sponsors = Sponsors
menu-key-periods = Key periods
supervision-note = Items that are overdue, due soon, not reported, returned or under an open notice, and problems that are overdue, due soon, returned or re-opened, by lead unit; each unit has a notice to print.
pressed-items = Items to press for
nothing-pressed = Nothing to press for.
press-why = Why
press-overdue = Overdue
press-due-soon = Due soon
press-not-reported = Not reported
press-returned = Returned
press-notice = Open notice
press-reopened = Re-opened
press-no-lead = No lead unit named
pressed-problems = Problems to press for
no-pressed-problems = No problem to press for.
notice-sheet = Notice
work-plan = Work plan
plan-due = Due
plan-state = Handed in
plan-in-time = In time
plan-late = Late
plan-missing = Missing
plan-owed = Not due yet
no-work-plans = No work plans are owed.
decisions-unowned = Decisions without a unit or a task
notice-form = Supervision notice
notice-number = Number
notice-issued = Issued on
notice-matter = Matter
notice-source = Source
notice-leader = Assigned by
notice-lead = Lead unit
notice-supporting = Other units
notice-requirement = What is required
notice-due = Time limit
notice-feedback = Answer to
notice-result = Result
notice-opinion = Remarks of the office
notice-signatory = Signatory
notice-signing = Requirement, receipt and remarks
notices-none-open = No open notice
sponsored-areas = Areas in charge
sponsored-items = Items in charge
due-in-period = Due in this period
nothing-due = Nothing is due in this period.
milestone-is-done = Done
milestone-is-overdue = Overdue
milestone-is-open = Not due yet
decisions-by-unit = Decisions by unit
carried-over = Carried from meeting to meeting
days-since-meeting = Days since decided
meetings-since = Meetings since
silent-since-meeting = Not reported on since the meeting
decided-on = Decided on
last-meeting-items = What became of the last meeting’s decisions
in-minutes = In the minutes
at-next-meeting = At the next meeting
notices-open = Highest: { $kind }; { $n } open
notice-next = Next: { $kind }
notice-to = Supervision notice: { $of }
notice-on = Notices: { $of }
notice-closed-on = Closed on { $date }
labelled = { $label }: { $text }
decisions-of = Decisions of { $year }
plan-submitted = Handed in on
notice-receipt = Signed for
## Changes between two dates

trend-better = better
trend-worse = worse
trend-same = unchanged
against-last = since then
trend-since = Compared with { $day }
worst-below = Worst light below
worst-below-more = and { $n } more
worst-below-note = { $left ->
    [0] Worst below: { $light } ({ $names })
   *[other] Worst below: { $light } ({ $names } and { $left } more)
}
menu-changes = Changes
changes-nothing-earlier = There is no earlier day to compare with yet.
changes-page = Changes (page { $n })
changes-parts = Pages of changes
changes-records = { $type }: record by record
changes-editions = { $n } editions running
changes-gone = { "taken out: " }
changes-new = { "put in: " }
changes-band = { $low } to { $high }
field-target-value = Target value
field-target-by = Target by
field-attained-percent = Attained
field-reopened-on = Came back on
changes-between = Changes from { $from } to { $to }
changes-count = { $what } { $n }
changes-of-item = Ledger items
changes-of-problem = Problems
changes-of-indicator = Indicators
changes-pair = { $label }: { $text }
changes-record = { $id } { $title }
changes-what = What
changes-old-new = { $old } → { $new }
changes-red-for = { $name }: red in { $n } editions running
changes-still-red = Still red
changes-calendar = { $n ->
    [one] For one more record only the plan moved on with the calendar.
   *[other] For { $n } more records only the plan moved on with the calendar.
}
changes-none = Nothing changed.
changes-yes = yes
changes-problem-open = open
changes-problem-rectifying = being rectified
changes-problem-rectified = rectified
changes-problem-closed = closed
changes-problem-reopened = reopened
change-problem-new = found
change-problem-begun = rectification begun
change-problem-finished = rectified
change-new = new
change-begun = begun
change-finished = finished
change-closed = closed
change-returned = returned
change-newly-overdue = newly overdue
change-recovered = better
change-worsened = worse
change-due-changed = limit changed
change-lead-changed = lead changed
change-target-changed = target changed
change-cancelled = cancelled
change-suspended = suspended
change-resumed = resumed
change-progress = progress moved
change-reopened = reopened
change-moved = observed anew
change-gone = no longer listed
field-title = Title
field-outcome = Outcome
field-lead = Lead
field-responsible = Responsible
field-supporting = Supporting
field-original-due = Original due date
field-effective-due = Due now
field-due-text = Due, as written
field-target-quantity = Target quantity
field-target-unit = Target unit
field-target-text = Target
field-state = State
field-light = Light
field-begun = Begun
field-actual-percent = Actual
field-planned-percent = Planned
field-gap = Against plan
field-pace = Pace
field-returned-on = Returned on
field-finished-on = Finished on
field-closed-on = Closed on
field-cancelled-on = Cancelled on
field-suspended-from = Suspended since
field-overdue = Overdue
field-stale = Not reported in time
field-observed-on = Observed on
field-observed-value = Value
field-observed-text = Judgement
field-in-ledger = Counted
## Live facts in bodies

live-as-of = as of { $date }
live-left-out = { $total }; { $left } more not listed
live-no-value = Not stated
live-target = { $value } by { $by }
live-title-tasks = Tasks
live-column-tasks = Task
live-title-problems = Problems
live-column-problems = Problem
live-title-decisions = Decisions
live-column-decisions = Decision
live-title-units = Units
live-column-units = Unit
live-title-indicators = Indicators
live-column-indicators = Indicator
live-title-summary = Summary
live-column-summary = Set
live-title-changes = Changes
live-column-changes = Record
live-title-ranking = Ranking
live-column-ranking = Rank
live-title-timeline = Timeline
live-column-timeline = Day
live-title-chart = Chart
live-column-chart = Chart
live-total-units =
    { $n ->
        [one] { $n } unit
       *[other] { $n } units
    }
live-none-units = No unit meets the conditions.
live-total-indicators =
    { $n ->
        [one] { $n } indicator
       *[other] { $n } indicators
    }
live-none-indicators = No indicator meets the conditions.
live-total-problems =
    { $n ->
        [one] { $n } problem
       *[other] { $n } problems
    }
live-none-problems = No problem meets the conditions.
live-total-decisions =
    { $n ->
        [one] { $n } decision
       *[other] { $n } decisions
    }
live-none-decisions = No decision meets the conditions.
live-total-tasks =
    { $n ->
        [one] { $n } task
       *[other] { $n } tasks
    }
live-none-tasks = No task meets the conditions.
field-involved = Lead or responsible
field-record = Record
field-unit-kind = Kind
field-level = Level
field-phase = Phase
field-key = Key
field-tags = Tags
field-group = Group
field-campaign = Campaign
field-parent-unit = Belongs to
field-decision = Decision
field-document = Document
field-action = Action
field-reported-on = Last reported
field-days-to-due = Days to due date
field-due-soon = Due soon
field-needs-help = Needs help
field-extended = Extended
field-weight = Weight
field-budget-planned = Budget planned
field-budget-available = Budget available
field-budget-paid = Budget paid
field-progress = Progress
field-issues = Issues
field-next-steps = Next steps
field-target = Target
field-overdue-items = Overdue
field-stale-items = Not reported
field-due-soon-items = Due soon
field-found-on = Found on
field-found-by = Found by
field-source = Source
field-severity = Severity
field-problem-state = State
field-indicator-kind = Kind
field-measure = Unit of measure
field-baseline = Baseline
field-observed = Latest value
field-owner = Owner
field-yes = Yes
field-problem-state-open = Open
field-problem-state-rectifying = Being put right
field-problem-state-rectified = Put right
field-problem-state-closed = Closed
field-problem-state-reopened = Reopened
field-indicator-kind-numeric = Numeric
field-indicator-kind-composite = Composite
field-indicator-kind-qualitative = Qualitative
field-indicator-kind-survey = Survey

summary-none = As of { $date }, no task meets the conditions.
summary-total = As of { $date }, { $total ->
        [one] there is one task; it is { $done ->
            [one] finished.
           *[other] not finished.
        }
       *[other] { $done ->
            [0] none of { $total } tasks is
            [one] one of { $total } tasks is
           *[other] { $done } of { $total } tasks are
        } finished ({ $rate }); { $running } { $running ->
            [one] is
           *[other] are
        } in progress and { $waiting } not started.
    }
summary-total-of = As of { $date }, { $total ->
        [one] there is one task, which the completion rate does not count.
       *[other] there are { $total } tasks. The completion rate counts { $of ->
            [0] none of them
            [one] one of them, which is { $done ->
                [one] finished
               *[other] not finished
            }
           *[other] { $of } of them, of which { $done ->
                [0] none is
                [one] one is
               *[other] { $done } are
            } finished ({ $rate })
        }; { $running } { $running ->
            [one] is
           *[other] are
        } in progress and { $waiting } not started.
    }
summary-excluded = No rate counts { $cancelled ->
        [0] { $ongoing ->
            [one] the one ongoing task.
           *[other] the { $ongoing } ongoing tasks.
        }
       *[other] { $ongoing ->
            [0] { $cancelled ->
                [one] the one cancelled task.
               *[other] the { $cancelled } cancelled tasks.
            }
           *[other] what is cancelled ({ $cancelled }) or ongoing ({ $ongoing }).
        }
    }
summary-light = { $light } { $n }
summary-lights = Lights: { $lights }.
summary-overdue = { $n ->
        [one] One task is
       *[other] { $n } tasks are
    } overdue ({ $rate }).
summary-no-overdue = No task is overdue.
summary-on-time = { $of ->
        [one] One task was due by then; it was { $n ->
            [one] finished on time.
           *[other] not finished on time.
        }
       *[other] { $of } tasks were due by then, of which { $n ->
            [0] none was
            [one] one was
           *[other] { $n } were
        } finished on time ({ $rate }).
    }
summary-risen = Since { $date } the completion rate has risen by { $points } percentage points
summary-fallen = Since { $date } the completion rate has fallen by { $points } percentage points
summary-level = Since { $date } the completion rate has not changed
summary-moved = { $rate }; { $overdue }.
summary-overdue-more = overdue tasks rose from { $before } to { $after }
summary-overdue-fewer = overdue tasks fell from { $before } to { $after }
summary-overdue-same = { $after ->
        [one] one task is overdue, as before
       *[other] { $after } tasks are overdue, as before
    }
summary-overdue-never = still no task is overdue
sentence-gap = {" "}

live-no-since = No day to compare with is given (since), or it is not earlier than the as-of date.
live-changes-none = Nothing has changed since { $date }.
live-changes-since = Since { $date }: { $all }.
live-changed-item = { $what }: { $n }
live-changed-problem = { $what }: { $n }
live-changed-indicator = { $what }: { $n }
live-change-heading = { $what } ({ $n })
live-total-changes =
    { $n ->
        [one] { $n } change
       *[other] { $n } changes
    }
live-total-sets =
    { $n ->
        [one] { $n } group
       *[other] { $n } groups
    }
live-none-ranking = There is no assessment with results yet.
live-ranking-of = { $title }; scores as of { $date }.
live-unranked = { $group }: without data, not ranked
live-stone = { $title } (due { $date })
live-stone-met = { $title } (done { $date })
live-stone-met-late = { $days ->
        [one] { $title } (due { $due }, done { $date }, { $days } day late)
       *[other] { $title } (due { $due }, done { $date }, { $days } days late)
    }
live-stone-late = { $title } (due { $date }, overdue)
picture-as-of = As of { $date }
picture-timeline =
    { $n ->
        [one] One bar, from the start to the due date in force.
       *[other] One bar for each of { $n } tasks, from its start to the due date in force.
    } The table below has every date.
picture-span = Start to due date; the solid part is actual progress
picture-original = Original due date (extended)
picture-stone = Milestone, not done
picture-stone-met = Milestone, done
picture-today = As-of date
picture-set = { $name }, { $n }
picture-lights = Lights
picture-lights-said =
    { $n ->
        [one] One bar, cut into its lights.
       *[other] One bar for each of { $n } groups, cut into its lights.
    } The table below has every figure.
picture-progress = Actual against planned progress
picture-progress-said =
    { $n ->
        [one] One bar: the solid part is weighted progress, the line across it is planned progress.
       *[other] One bar for each of { $n } groups: the solid part is weighted progress, the line across it is planned progress.
    } The table below has every figure.
picture-against = { $name }, actual { $actual }, planned { $planned }
field-rectified-on = Put right on
field-reopened-times = Times re-opened
field-attained = Attained
field-met = Target met
field-change = Against the last
field-provisional = Provisional
field-milestones = Milestones
field-type = Type
field-category = Change
field-what = What
field-was = Was
field-is = Is
field-rank = Rank
field-score = Score
field-band = Band
field-movement = Against the last
# Bulletins
word-bulletin = Bulletin
menu-bulletins = Bulletins
bulletins-count = { $n ->
    [one] { $n } edition.
   *[other] { $n } editions.
}
edition-number = No. { $n }
edition-column-number = Number
edition-dated = Dated
edition-period = Period
edition-no-series = In no series
edition-supplement = Supplement to { $series }, numbered apart from it.
edition-draft = Draft
edition-review = Under review
edition-released = Released
edition-withdrawn = Withdrawn
edition-draft-note = not released yet; words and figures may change. Not to be passed on.
edition-withdrawn-note = this edition was withdrawn on { $date }. Its text is kept below and is no longer to be relied on.
edition-internal = Internal
edition-formal-mark = { "" }
edition-printed = Issued { $date }
edition-signatory = Signed by
edition-copy-to = Copy to
edition-commended = Commended
edition-criticised = Criticised
edition-errata = Corrections
edition-was = { "For " }
edition-is = { "read " }
edition-since-previous = Since the previous edition
edition-moves = Main figures of this edition and of { $number }
edition-figure = Figure
edition-then = Previous
edition-now = This edition
edition-total = Tasks
edition-completion-rate = Completion rate
edition-weighted-progress = Weighted progress
edition-overdue = Overdue
edition-digest = Digest of what was released (SHA-256)
bulletin-kind-progress = Progress bulletin
bulletin-kind-inspection = Inspection bulletin
bulletin-kind-assessment = Assessment bulletin
bulletin-kind-briefing = Briefing
bulletin-kind-special = Special report
bulletin-kind-recheck = Re-inspection bulletin
bulletin-kind-annual = Annual bulletin
compare-title = { $series } { $number } against the edition before
compare-title-pair = { $series }: { $pair }
compare-pair = { $later } against { $earlier }
compare-edition = { $number } ({ $date })
compare-edition-draft = { $number } ({ $date }, not released)
compare-edition-withdrawn = { $number } ({ $date }, withdrawn)
compare-figures = Main figures
compare-calendar = Records whose plan alone moved on with the calendar are left out, and so are plan, gap and pace of a record that one of the editions does not list.
compare-choose = Compare any two editions
compare-choose-of = Compare { $edition } with
compare-later = Edition
compare-earlier = Compared with an earlier one
compare-left-out = The site compares the latest 12 editions, and where much changed only each with the one before it and the latest with every other; for more, run: tongbao changes --from DATE --to DATE
compare-link = Compare record by record
compare-between = The records as of { $from } and of { $to }; only what changed is listed.
compare-records = Record by record
compare-field = Field

# Figures that an edition keeps
edition-cancelled = Cancelled
edition-ongoing = Ongoing
edition-due-soon = Due soon
edition-stale = Not reported
edition-changes = Since the edition before

# Pictures on pages
picture-all =
    {" "}{ $n ->
        [one] The row is in the table.
       *[other] All { $n } rows are in the table.
    }
## Timeline, matrix of responsibilities, chain of decisions
menu-timeline = Timeline
timeline-of = Timeline: { $of }
timeline-said =
    { $n ->
        [one] One line
       *[other] { $n } lines
    }, each with a bar from its start to the limit in force. The dates of each bar stand in words below it.
timeline-split = There are many lines: they stand on a page for each work area.
timeline-by-area = Timeline by work area
timeline-axis = Axis of months
timeline-when = Start and limit
timeline-was = originally{" "}
timeline-undated = no dates given
timeline-cancelled = cancelled { $on }
timeline-finished = finished { $on }
timeline-finished-late = { $days ->
    [one] finished { $on }, one day after the limit in force
   *[other] finished { $on }, { $days } days after the limit in force
}
timeline-forecast = expected { $on }
timeline-forecast-late =
    { $days ->
        [one] expected { $on }, one day after the limit in force
       *[other] expected { $on }, { $days } days after the limit in force
    }
timeline-paused = suspended { $span }
timeline-open = start not given, or no end
timeline-slip = past the limit in force
timeline-to-forecast = until the expected finish
timeline-pause = suspended
picture-stone-met-late = milestone, done late
picture-stone-late = milestone, overdue
picture-key-stone = key milestone, not done
picture-key-stone-met = key milestone, done
picture-key-stone-met-late = key milestone, done late
picture-key-stone-late = key milestone, overdue
picture-expected = expected finish
picture-finished = finished
picture-cancelled = cancelled
picture-before = has a date before the span of the drawing
picture-beyond = has a date after the span of the drawing
timeline-off = too far away for the drawing: { $days }
picture-onward = ongoing, without an end
menu-matrix = Responsibility matrix
matrix-of = Responsibility matrix: { $of }
matrix-said = { $n ->
    [one] One line
   *[other] { $n } lines
}, one for each task, with a column for each unit that has a part in the area.
matrix-by-area = Responsibility matrix by work area
matrix-caption = { $area }: what each unit does
matrix-caption-one = { $area }: what each unit does (unit { $from })
matrix-caption-more = { $area }: what each unit does (units { $from } to { $to })
chain = From the meeting to its tasks
chain-decisions = { $n ->
    [one] one decision
   *[other] { $n } decisions
}
chain-tasks = { $n ->
    [0] no tasks that carry them out
    [one] one task that carries them out
   *[other] { $n } tasks that carry them out
}
chain-as-list = As a list
chain-nobody = no task carries it out
live-not-drawn = No limit is given, so only the first 150 are listed; { $n ->
    [one] one more is
   *[other] { $n } more are
} not drawn.
sheet-areas = { $others ->
        [one] { $of } and one other area
       *[other] { $of } and { $others } other areas
    }
sheet-part = { $of } (page { $part })
## Search
search = Search
search-query = Look for
search-hint = Several words are all looked for; words in quotation marks stay together. Press / for this box, the arrow keys for the results, Enter to open one.
search-all = All
search-type = Type
search-year = Year
search-titles = Found in the name
search-found = Found: #.
search-most = At most #; each is checked as the list goes on.
search-none = Nothing found.
search-hidden = { " " }At most # more are hidden by the filters.
search-nothing = Please type at least a letter, a word or a number.
search-more = Show more
search-failed = A file of the search could not be read. Please load the page again.
search-without = Searching here needs scripts, and they do not run. Open one of these pages and use the browser’s own search (Ctrl+F): the ledger lists every task, the other lists every other record.
picture-some = {" "}The picture has the first { $drawn } of { $n } rows; the rest are in the table.
light-bars = { $of }: lights
light-bars-said = Each bar is as long as it has items, cut into their lights.
burn-up-heading = Finished against due
burn-up-whole = All items
burn-up = { $of }: finished against due
burn-up-said = From { $from } to { $to }: of { $total } items { $due } were due and { $finished } are finished. Cancelled and ongoing items are left out; limits are those in force. The table has the figures month by month.
burn-up-finished = { $n } finished
burn-up-due = { $n } due
burn-up-total = { $n } in all
burn-up-line-finished = Finished
burn-up-line-due = Due
burn-up-line-total = All items
burn-up-table = Figures month by month
burn-up-caption = Items due and items finished so far, of { $n }
progress-bars = { $of }: subtasks, actual against planned
progress-bars-said = The bar is what is done, the line across it what was planned by now.
behind-bars = { $of }: items behind their plan
behind-bars-said = The bar is what is done, the line across it what was planned by now; the furthest behind come first.
progress-figures = { $actual } of { $planned }
heat-map-heading = Reports so far
heat-map-units = Units
heat-map = { $of }: reports at the cut-offs
heat-map-said = A cell for each cut-off, rows with the most missing first; the number in a cell counts items missing or late.
heat-map-span = Cut-offs { $span }.{" "}
heat-map-in-time = In time
heat-map-late = Late
heat-map-missing = Missing
heat-map-not-owed = Nothing owed
heat-map-owed = Owed
heat-map-table = Figures by cut-off
heat-map-cell-in-time = { $n } in time
heat-map-cell-late = { $n } late
heat-map-cell-missing = { $n } missing
rank-was = Rank before
rank-moves = { $of }: ranks then and now
rank-moves-said = The rank before on the left, the rank now on the right, and a line between them. Ties share a rank; a unit that is new has none on the left.
rank-moves-to = To { $date }
rank-moves-rose = Up
rank-moves-fell = Down
rank-moves-held = Same
term-burn-up = Finished against due
define-burn-up = A point for the end of each month, the last one for the day of the figures. Due: items whose limit in force is that day or before. Finished: items that are finished or closed on the day of the figures, with a finish on that day or before. Cancelled and ongoing items are left out. Over more than 36 months the ends of quarters or years are taken.
term-reporting-course = Reports so far
define-reporting-course = The last twelve cut-offs, by lead. In time: progress was reported after the grace of the cut-off before and within that of its own. Late: after it, but before the grace of the next cut-off ran out. Missing: neither by then nor, for the last cut-off, by the day of the figures.
