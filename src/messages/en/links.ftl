### What does not fit together: errors that show only when records stand side by side.

## Ids and references

duplicate-id = the id “{ $id }” is taken by another { $type }
    .label = the same id again
    .hint = choose another id, and change it where this record is referred to.
    .explain =
        Records of one type cannot share an id (upper and lower case are the same), else a reference could mean either.
        Give the later one another id. Without an id field the file's name is the id, so files of the same name
        in two folders clash too.
no-such-record = no id like it
    .hint = the id of a { $type } is the id in its file in content/{ $folder }/, or the file's name where none is written; if there is no such record yet, add a file.
no-such-decision = no id like it
    .hint = the id of a { $type } stands with it under decisions of a meeting in content/meetings/; if there is none like this yet, write it there.
no-such-series = no id like it
    .hint = series stand in content/site.yaml under series; meetings have series of their own, and bulletins have theirs.
unknown-reference = there is no { $type } called “{ $id }”
    .label = not found
    .explain =
        The id of another record belongs here, and no record has this one.
        It may be misspelt, or be a name in place of an id, or the record may not be written yet.
        For a unit in content/units/urban-management.yaml, write:

            lead: urban-management
cycle = { $field ->
        [parent] parents go round in a circle: { $members }, and back to the first
        [depends_on] dependencies go round in a circle: { $members }, and back to the first
       *[other] “{ $field }” goes round in a circle: { $members }, and back to the first
    }
    .label = begins here
    .hint = remove one of the links.
    .explain =
        Neither parent nor depends_on may lead round in a circle: if one task waits for another and that one for it,
        neither can begin. The message names every member of the circle in order; remove the link that should not be there.
same-route = the address { $route } is taken by another record
    .hint = give one of them a slug, such as slug: public-toilets-2026
    .explain =
        A page's address comes from its slug or id, and upper and lower case are the same. With one address for two
        records, one page would hide the other. Give one of them a slug; leave addresses that are already public as they are.
missing-attachment = there is no file “{ $path }”
    .hint = paths begin below content/assets/, and upper and lower case count.
    .explain =
        Attachments, photographs and evidence lie in content/assets/, and their path is written here:

            attachments:
              - title: Programme
                file: plan/2026.pdf

        Check that the file is really there and that its ending and its case agree.
broken-link = the link “{ $target }” leads to no page or file
    .hint = check the path and the file's name; a record can be linked to by “type:id” too, such as task:gh-01.
    .explain =
        A link in a body can be the relative path of a .md or .yaml file, “type:id”, or a file of assets:

            { "[" }Programme](../documents/plan.md)
            { "[" }Public toilets](task:gh-01)

        When a file is renamed or moved, the links to it have to follow.
broken-anchor = the link “{ $target }” leads to a page without that heading
    .hint = after the hash sign comes the heading's text, with hyphens for spaces.
    .explain =
        What follows the hash sign names a heading of the page, and that page has no such heading.
        When a heading changes, the links to it have to follow; or leave the hash sign out and link to the page.

## Live facts in bodies

unknown-filter = “{ $directive }” cannot be filtered by “{ $name }”
    .label = unknown condition
    .hint = what can stand here: { $candidates }
    .explain =
        Under `where` stand fields and values; a field is one of the record's own or a derived fact. For example:

            where: {"{"}light: [red, yellow], areas: planning{"}"}
unknown-column = “{ $directive }” has no column “{ $name }”
    .label = unknown column
    .hint = what can stand here: { $candidates }
    .explain =
        columns, sort and group take names of fields; a minus before a field sorts from the largest down:

            columns: [title, lead, due, actual, light]
            sort: [light, -days_overdue]
unknown-option = there is no option “{ $name }” here
    .label = unknown option
    .hint = what can stand here: { $candidates }
    .explain =
        In a live list stand where, columns, sort, group, limit and their like, each with its value; under a field of
        where stand conditions such as before, after, min and max:

            where: {"{"}due: {"{"}before: 2026-07-01{"}"}{"}"}
            limit: 10
unfit-condition = “{ $operator }” does not fit “{ $field }”
    .label = does not fit
    .hint = before and after are for dates, min and max for dates and numbers, below for areas, units and tasks.
    .explain =
        Each condition fits one kind of field: before and after (that day excluded) dates, min and max (included) dates and
        numbers, below (itself and what is below it) areas, units and parent tasks; not fits every field. Long texts such as progress
        and reason can be columns and not conditions.
unfit-option = “{ $directive }” has no use for “{ $option }”
    .label = does not apply
    .hint = “show” is for chart; “since” is for changes and summary; “of” is for ranking, and for a chart with show: indicator. Take the line out, or use another directive.
    .explain =
        Some options mean something to one directive alone, and do nothing in another. show says what a chart draws:

            show: progress

        of takes the id of an assessment, a series of assessments or an indicator, for ranking and for a chart with show: indicator.
unknown-figure = there is no figure called “{ $name }”
    .label = unknown name
    .hint = figures are count, rate, sum, days and date; to show two braces as they are, put the text between backticks.
    .explain =
        What stands between two braces in a body is a live figure, for example:

            { "{{" } count(overdue=true) { "}}" } tasks are overdue; { "{{" } rate("completion") { "}}" } are finished.
unknown-argument = “{ $figure }” has no condition “{ $name }”
    .label = unknown condition
    .explain =
        Left of the equals sign stands a field, as under `where` of a list; as_of can be given as well:

            { "{{" } count(light="red", area="planning", as_of="2026-05-31") { "}}" }
figure-syntax = “{ $figure }” cannot be read
    .label = not a figure
    .hint = write name(condition=value, condition=value); rate and sum first say which rate or field.
    .explain =
        A live figure is written like this, with plain brackets, quotation marks and commas:

            { "{{" } count(light="red") { "}}" }
            { "{{" } rate("completion", unit="works") { "}}" }
            { "{{" } sum("budget_paid", areas=["planning", "works"]) { "}}" }

## Tasks

lead-also-responsible = the lead unit is among the responsible units too
    .hint = remove it from responsible.
    .explain =
        The one lead unit is responsible as it is; named again among the responsible units it would be counted twice.

            lead: urban-management
            responsible: [finance, planning]
due-before-start = the due date { $due } is before the start { $start }
    .explain =
        A task cannot be due before it starts. See which of the two is wrong; it is often the year.
due-and-ongoing = due and ongoing cannot both be there
    .hint = keep due where there is an end, else ongoing: true.
    .explain =
        A task either has a due date or goes on without an end, not both.
        An ongoing task has no scheduled progress and is never overdue.
due-or-ongoing-missing = the task has no due date
    .hint = add due: 2026-06-30 or the like; where there is no end, ongoing: true.
    .explain =
        Every task says when it is due, so that one can tell whether it is late; one without an end has ongoing: true.
        Where the original only says “by the end of June”, copy that into due_text and give a day in due:

            due: 2026-06-30
            due_text: by the end of June
milestone-outside-task = the milestone's date { $date } lies outside of its task
    .label = { $start ->
        [none] the task is due on { $due }
       *[other] { $due ->
            [none] the task starts on { $start }
           *[other] the task runs from { $start } to { $due }
        }
    }
    .hint = change the milestone; if the task was extended, write it under extensions.
    .explain =
        A milestone is a step within its task: not before the start, and not after the due date (with an approved
        extension, the extended one).
plan-point-outside = the plan's date { $date } lies outside of the task
    .label = { $start ->
        [none] the task is due on { $due }
       *[other] { $due ->
            [none] the task starts on { $start }
           *[other] the task runs from { $start } to { $due }
        }
    }
    .explain =
        The points of a plan say how many percent should be done by a day between the start and the due date:

            start: 2026-01-01
            due: 2026-12-31
            plan:
              - { "{" }date: 2026-06-30, percent: 40{ "}" }

        The 0 on the first day and the 100 on the due date go without saying.
plan-point-twice = the plan has { $date } twice
    .hint = keep one.
    .explain =
        There can be one figure a day in a plan. Remove one of them, or mend the date.
plan-falls = the plan falls from { $from } % to { $to } %
    .hint = a later percentage cannot be smaller than an earlier one.
    .explain =
        The percentages of a plan are running totals: with 40 at the end of June, September cannot have less.
        If these are the gains of each stretch, add them up.
weight-not-positive = the weight has to be above 0
    .hint = to leave a task out, cancel it or mark it ongoing rather than setting its weight to 0.
    .explain =
        The weight counts in the weighted progress and has to be above 0; without one it is 1.
target-not-positive = the target has to be above 0
    .explain =
        What is done is divided by the target, so the target has to be above 0.
        A target without a quantity is written as text:

            target: { "{" }text: publish the programme{ "}" }
percent-out-of-range = { $value } is out of range
    .hint = a plan's percentages lie between 0 and 100; figures and amounts are never negative.
    .explain =
        A plan's percentages lie between 0 and 100. Actual progress may exceed 100 (over target) but is never negative,
        nor are quantities and amounts of money. To take something back, write what is left and give the reason in text.
empty-progress = this progress entry has nothing but a date
    .hint = add percent, quantity, text or finished: true.
    .explain =
        A progress entry gives a percentage, a quantity or some words at least:

            - date: 2026-03-31
              percent: 20
              text: the places have been chosen and surveyed
span-ends-before-start = it ends before it starts
    .explain =
        The end of a period cannot be before its start. See which of the two is wrong; it is often the year.
extension-before-due = the extended date { $extension } is not later than the present due date { $due }
    .hint = to bring it forward, change due and add an entry under amended.
    .explain =
        An extension moves the due date to a later day. This one moves it forward or not at all: check the dates and their order.

## Meetings

action-without-lead = the action item has no lead
    .hint = add lead; in a note's text write @ and the unit's id.
    .explain =
        An action item becomes part of the ledger, so somebody has to lead it and it has to be due:

            decisions:
              - id: m3-2
                text: Propose where the toilets should be
                action: true
                lead: urban-management
                due: 2026-04-15
progress-without-action = the decision has progress, an extension or a closure, but is no action item
    .hint = add action: true, or write the progress in the task that carries it out.
    .explain =
        Only an action item (action: true) is part of the ledger, with progress and a closure of its own.
        Where tasks carry out a decision, the progress belongs to the tasks.
attendee-without-name = this attendee has no name
    .hint = add person (an id), unit (an id) or text (names or a number).
    .explain =
        Each attendee is a person, a unit, or the words of the original:

            present:
              - person: zhang-example
              - unit: urban-management
              - text: those in charge in the counties
action-without-due = the action item has no due date
    .hint = add due, such as due: 2026-04-15
    .explain =
        An action item becomes part of the ledger, so somebody has to lead it and it has to be due:

            decisions:
              - id: m3-2
                text: Propose where the toilets should be
                action: true
                lead: urban-management
                due: 2026-04-15
two-dates = there are two dates in the line: { $first } and { $second }
    .hint = keep one, or write the one that is the due date at the end, such as @unit 2026-04-15.
    .explain =
        Of two dates nobody can tell which one is the due date. The due date stands at the end of the line, with the
        unit and the id; any other date may stay in the sentence:

            ACTION: collect the lists of 2026-03-01 @urban-management 2026-04-15 {"{"}#m3-2{"}"}
due-before-meeting = it is due on { $due }, before the meeting of { $held }
    .hint = check the due date and the date of the meeting.
    .explain =
        A meeting can hardly decide what is to be done by a day that has passed, and the item would be overdue from its
        first day. Mostly the year or the month is wrong.
no-mark = “{ $value }” is not a mark that makes this line a decision
    .hint = begin the line with 决定：, 待办：, RESOLVED: or ACTION:, if it is to be listed as a decision.
    .explain =
        Lines of the minutes that begin with 决定： or RESOLVED: are listed as decisions, those with 待办： or ACTION: as
        action items as well. Other words are read as text. If that is what you want, leave it.

## The site

missing-site = there is no content/site.yaml
    .hint = run this in the folder of your site, or make a site with tongbao init.
    .explain =
        content/site.yaml holds the site's title, language and settings; two lines are enough:

            title: City campaign
            language: en
unknown-time-zone = there is no time zone called “{ $value }”
    .hint = use a name such as Asia/Shanghai.
    .explain =
        The time zone says which day is today; its name is the international one:

            time_zone: Asia/Shanghai
pace-out-of-order = the bounds of pace are out of order
    .hint = ahead has to be below behind, and behind below far_behind.
    .explain =
        Pace goes by the percentage points behind schedule, with bounds that rise:

            rules:
              pace: { "{" }ahead: -5, behind: 10, far_behind: 30{ "}" }
rule-without-condition = this rule for lights has no condition
    .hint = give it conditions under when; else the rules after it are never reached.
    .explain =
        Rules for lights are tried in order, and the first that holds decides. One without a condition always holds,
        so those after it would be in vain:

            - { "{" }light: red, when: { "{" }overdue: true{ "}" }{ "}" }
sponsorship-of-one = a sponsorship names one unit, area or task
    .hint = write one of unit, area and task; for several, add an entry each.
    .explain =
        A sponsorship says which leader takes charge of which unit, area or task, one in each entry:

            sponsorships:
              - { "{" }person: li-example, unit: east-district{ "}" }
              - { "{" }person: li-example, area: planning{ "}" }
theme-contract = this theme was made for version { $asked } of the views; this program gives version { $given }
    .hint = compare your templates with those of the same names in themes/default/templates/, then set contract to { $given }.
    .explain =
        What templates are given has a version, which a theme names as “contract” in its theme.yaml. It has changed, so
        templates made for another version may leave gaps or fail:

            contract: 4
language-not-listed = the site's language, { $language }, is not one of its languages
    .hint = add it to languages, or change language to one that stands there.
    .explain =
        languages lists every language that the site is built in. The one named by language stands at the root of the
        site, each of the others in a folder of its own; so language is one of them.

            language: zh-CN
            languages: [zh-CN, en]
unknown-theme = there is no theme called “{ $name }”
    .hint = there are { $themes }; one of your own goes into themes/{ $name }/.
    .explain =
        theme is a theme's name: default, official and plain are built in; others are folders under the site's themes folder.
        Check the name, or leave the theme line out for the built-in theme.
template-error = template { $template } is wrong at line { $line }
    .hint = in the template engine's words: { $message }
    .explain =
        A template of the theme is not well written, or uses a value that the page does not have. The theme is at
        fault, not the content. Mend the template; to get the site built meanwhile, use the built-in theme.
message-error = line { $line } of the interface texts cannot be read
    .hint = in the parser's words: { $message }
    .explain =
        Interface texts in a theme's i18n folder are written in Fluent: “name = text” a line, indented where it goes on:

            menu-units = Units
            page-of = Page { "{" } $n { "}" }

        Braces in texts come in pairs.
classified = this record is classified “{ $value }”, so nothing is built
    .hint = take it out of the site's folder, and handle it as the secrecy rules say.
    .explain =
        What is marked 绝密, 机密 or 秘密 (top secret, secret, confidential) must not be in a site that is published,
        not even an internal one. One such record stops the whole build, so that nothing slips out.
        If it is merely internal, drop classification and write visibility: internal.
bad-cutoff = a reporting rule cannot have { $value }; the most is { $last }
    .hint = 1 to 7 for weekly reports (1 is Monday), 1 to 31 for monthly and quarterly ones.
    .explain =
        What cutoff_day means depends on cadence: a day of the week for weekly, a day of the month for monthly,
        a day of March, June, September and December for quarterly; beyond a month's end it is the last day.

            reporting: { "{" }cadence: monthly, cutoff_day: 25, grace_days: 2{ "}" }
