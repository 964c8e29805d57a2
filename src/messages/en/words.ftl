### Words that sentences use: record types, shapes of values, severities.

## Record types

type-site = site settings
type-calendar = work-day calendar
type-campaign = campaign
type-area = work area
type-unit = unit
type-person = person
type-indicator = indicator
type-problem = problem
type-task = task
type-meeting = meeting
type-instruction = instruction
type-inspection = inspection
type-assessment = assessment
type-bulletin = bulletin
type-document = document

## Parts of records

type-agenda = agenda item
type-amendment = amendment
type-attachment = attachment
type-attendance = attendance
type-attendee = attendee
type-audience = audience
type-band = band
type-basis = basis
type-bonus = bonus
type-budget = budget
type-cancellation = cancellation
type-classification = classification
type-closure = closure
type-command = command post
type-confirmation = confirmation
type-criterion = criterion
type-decision = decision
type-deduction = deduction
type-erratum = correction
type-extension = extension
type-feedback = feedback
type-figure = figure
type-directive = directive
type-finding = inspection finding
type-former-name = former name
type-key-period = key period
type-light-override = light override
type-limits = limits
type-link = link
type-mention = mention
type-menu = menu
type-milestone = milestone
type-minutes = minutes
type-notice = supervision notice
type-observation = observation
type-origin = origin
type-part = part
type-period = period
type-photo = photograph
type-plan-point = plan point
type-pledge = pledge
type-post = post
type-privacy = privacy settings
type-progress = progress entry
type-rating = rating
type-readout = document read out
type-rectification = rectification
type-reopening = reopening
type-reporting = reporting rule
type-response = response
type-review = review
type-rule = rule
type-scope = scope
type-score = score
type-series = series
type-sponsorship = sponsorship
type-speech = speech
type-suspension = suspension
type-target = target
type-time = time
type-value = indicator value
type-veto = veto
type-votes = vote
type-where = filter
type-withdrawal = withdrawal

## Shapes of values

expected-attendee = a person or unit that attends
expected-bounds = bounds of numbers, such as { "{" }min: 10, max: 30{ "}" }
expected-date = a date (such as 2026-03-11)
expected-id = an id (letters, digits and - _ . only)
expected-list = a list
expected-mapping = “field: value” lines
    .hint = write the fields on the lines below, indented by two spaces, or in braces: target: { "{" }quantity: 32, unit: toilets{ "}" }
expected-month = a month (such as 2026-03)
expected-number = a number
expected-paper = the id of a document, or { "{" }title: …, file: …{ "}" }
expected-path = a file path (such as plan/map.pdf)
expected-percent = a percentage (without the % sign, such as 62.5)
expected-positive-number = a number above 0
expected-record = a record
expected-text = text
expected-time = a time of day (such as "09:30")
expected-url = a web address
expected-whole-number = a whole number
expected-whole-number-from-one = a whole number from 1
expected-word = a word
expected-year = a year (such as 2026)
expected-yes-or-no = true or false
expected-yes-or-text = true, false or text

## Shapes that were found

list = a list
mapping = “field: value” lines
nothing = nothing
number = a number
text = text
yes-or-no = true or false

## Severities

severity-error = error
severity-warning = warning
severity-note = note

## Phrases that many findings share

did-you-mean = did you mean { $names }?
hint-line = help: { $text }
first-here = written here first
also-here = here too
other-body = the other body is here
earlier-value = the earlier figure is here
defined-here = defined here
referred-here = referred to here
due-here = the due date is here
start-here = the start is here
compared-here = compared with this date
lead-here = the lead is here
next-in-cycle = leads on to this
