### Warnings and notes: the site is built, but please look.

percent-falls-without-text = progress falls from { $from } % to { $to } % without a reason
    .hint = give the reason in this entry's text.
    .explain =
        Progress mostly rises. Where it really fell (a reported figure was struck out, say), give the reason in the
        same entry, or readers will take it for a mistake:

            - date: 2026-05-31
              percent: 35
              text: two toilets not yet accepted were struck out
full-not-finished = progress is at 100 %, but nothing says that the task is finished
    .hint = if it is, add finished: true to this entry.
    .explain =
        100 % is a figure; that a task is finished has to be said. Until then it counts as in progress, and becomes
        overdue after its due date:

            - date: 2026-06-28
              percent: 100
              finished: true
closed-without-finish = it is closed, but no entry says that it was finished
    .hint = add a progress entry with finished: true and the day.
    .explain =
        Finishing and closing are two things: first it is finished, then closing is requested, verified and done.
        Without an entry that says so, the day of the request (or of closing) counts as the day of finishing,
        and the on-time rate may be wrong.
no-target = the task has no target that can be measured
    .hint = add target: quantity and unit where it can be counted, else text that says what will be there.
    .explain =
        A task without subtasks should have a target that can be measured, or its progress is guesswork:

            target: { "{" }quantity: 120, unit: toilets{ "}" }
duplicate-title = the title “{ $title }” is there twice
    .hint = if it is one thing, keep one; if it is two, tell them apart in the title.
    .explain =
        With the same title twice, one thing may have been entered twice, and would count as two.
        If they are two things, name the place or the phase in the title.
unit-not-active = “{ $unit }” was not in being on { $date }
    .hint = name the unit of today, or check the unit's active dates.
    .explain =
        The unit's active field says from when to when there was such a unit, and this date is not among them.
        After a reorganisation, give unfinished tasks to the new unit and add an entry under amended.
post-not-valid = “{ $person }” held no post on { $date }
    .hint = check the date, or complete the person's posts.
    .explain =
        A person's posts say from when to when each was held, and on this day none was.
        After a change, end the old post with to and add the new one.
number-gap = the numbers of “{ $series }” jump from { $from } to { $to }
    .hint = check the number; if meetings or editions in between were never entered, leave it.
    .explain =
        The numbers of a series follow each other. Check whether one is wrong, or enter the editions that are missing.
        A series numbered by year begins with 1 each year, and that is no gap.
number-twice = “{ $series }” has a number { $number } already
    .hint = check the number; if one meeting or one edition was entered twice, remove one of the two.
    .explain =
        Within a series each number is used once. Mostly the previous record was copied, and its number kept.
image-without-alt = the picture “{ $image }” has no description
    .hint = say what it shows between the brackets: ![The renewed toilet](after.jpg)
    .explain =
        Readers who cannot see the picture (screen readers, slow lines, poor prints) need words for what it shows:

            ![The renewed toilet in People's Road, with a ramp](toilet-after.jpg)
image-format = this file is no picture that browsers can show
    .hint = save it as JPEG (photographs) or PNG (drawings) and name that file.
    .explain =
        Pages show JPEG, PNG, WebP, GIF and SVG. Another file, such as a PDF, is published as it is, with all that is in
        it, and where the picture should stand most browsers show nothing. Link to it instead, or list it under
        attachments.
huge-image = the picture is far larger than a page can show: { $width } by { $height } pixels
    .hint = make it smaller, 4000 pixels across at most; the site is built faster then.
    .explain =
        Pages show a photograph at most 1600 pixels across. A larger original only makes the sources heavy and each first
        build slow. Nothing is wrong with the site.
moving-image = this picture moves; only the first of its images is published
    .hint = show the steps as single pictures if they matter.
    .explain =
        What moves by itself and cannot be stopped keeps people from reading, and on paper it stands still in any case. So of
        a moving GIF, PNG or WebP the first image is published.
undefined-footnote = the footnote “{ $name }” is written nowhere
    .hint = add a line “[^{ $name }]: …”, or remove the mark.
    .explain =
        The text refers to a footnote that is not there. A footnote stands on a line of its own:

            32 toilets were renewed.[^1]

            { "[" }^1]: Six of them are new.
unknown-directive = there is no list called “{ $name }”; this block is shown as code
    .label = misspelt?
    .explain =
        When the word after three backticks is tasks, decisions, units, summary or their like, the block becomes a live list;
        with any other word it is code. If it is meant as code, leave the word out.
unused-asset = no record uses this file, so it is left out of the site
    .hint = refer to it from a record or a body, or remove it.
    .explain =
        A file of assets becomes part of the site only when a record refers to it, so that nothing gets out by mistake.
        Remove files that are not needed; name the others under attachments or in a body.
private-number = there is a { $kind } in public text: { $number }
    .hint = remove it or use an office number; site.yaml can mask such numbers under privacy.
    .explain =
        The number of a person's mobile phone or identity card stands on a public page, and what is published cannot
        be taken back. Contact details belong in contact, which is never public.
private-phone = mobile phone number
private-identity-card = identity card number
no-sponsor = the task has no sponsor
    .hint = add sponsor, or give the unit or area one under the campaign's sponsorships.
    .explain =
        In this campaign leaders take charge of tasks, and neither this task nor its parent, area or lead unit has one:

            sponsor: li-example
no-campaign = this { $type } does not say which campaign it belongs to
    .hint = the site has several campaigns: add campaign: and the id of one.
    .explain =
        With one campaign, a record without campaign belongs to it. With several it belongs to none: no campaign
        counts it, and no cut-off for reports holds for it. A task below another goes with its parent.
decision-without-id = the decision “{ $id }” is numbered by its place only
    .hint = give it an id that stays, such as id: { $id }; in a note's text write { "{" }#{ $id }{ "}" }.
    .explain =
        A decision that tasks refer to, and an action of approved minutes, needs an id that stays.
        Without one, decisions are numbered in order, and adding one in front changes all that follow.
calendar-year-missing = the work-day calendar has nothing for { $year }
    .hint = add that year's holidays and work days to calendar.yaml.
    .explain =
        Work days are counted by content/calendar.yaml. Without entries for a year only weekends are days off,
        and holidays make the count wrong:

            off: [2026-10-01, 2026-10-02]
            work: [2026-10-10]
date-far-off = { $date } is more than 20 years away from the period of the campaign, or from the dates of the other records
    .hint = check the year.
    .explain =
        A start, a limit or a milestone decades away from everything else mostly has a wrong year.
        It is taken as written, but drawings over time have no room for it and only name it.
future-record = { $date } is more than a year after the as-of date, so this is not shown
    .hint = check the year.
    .explain =
        The site shows how things stood on the as-of date, and nothing later. Something done that is dated a year
        ahead mostly has a wrong year. If it is right, the site will show it once that day has come.
language-twice = { $language } stands twice under languages
    .hint = leave one of them out.
    .explain =
        languages lists each language of the site once. zh and zh-CN are the same.

            language: zh-CN
            languages: [zh-CN, en]
notice-rung-falls = this notice is of a lower rung than one still open on the same item
    .hint = check kind; if the earlier one has been closed, give it its closed_on.
    .explain =
        Notices on an item climb: reminder, notice, order, yellow card, red card. While a higher one is open, no lower one follows.
        Check kind and issued_on; if the earlier notice was closed, write its closed_on.
