# Bulletins: what was released, and how it stands to the records.
edition-unreadable = the released edition cannot be read; the fault is on line { $line }
    .hint = get the file back from a backup or from version control; do not mend it by hand.
    .explain =
        “ID.frozen.json” holds the text and every figure as they were released. tongbao release writes it, and nothing
        changes it afterwards. Mostly it was cut off when it was copied, or another program wrote to it.
edition-format = the released edition is in format { $format }, which this program does not know
    .hint = use a later tongbao.
    .explain =
        The file of a released edition says which format it is in. A file of a later program cannot be read by an earlier
        one; earlier files can always be read.
edition-digest = this edition was changed after it was released: the file says { $written }, its content comes to { $real }
    .hint = get the released file back; corrections are written into the errata of the bulletin.
    .explain =
        The file of a released edition holds a digest (SHA-256) over all of its content. Change one letter, and the two
        no longer agree. What was released is not changed in silence: an error gets an erratum, and an edition that no
        longer stands is marked as withdrawn.
edition-without-bulletin = the bulletin that { $file } belongs to is not there
    .hint = if the bulletin has another id now or was moved, move it back; both files stand in one folder.
    .explain =
        The file of a released edition stands beside the record of its bulletin and is called “ID.frozen.json”. When
        the bulletin is removed, moved or given another id, the edition would vanish from the site. So nothing is built.
edition-of-another = this is the edition of “{ $id }”, under the name of “{ $bulletin }”
    .hint = give the file its name back.
    .explain =
        A released edition knows which bulletin it is of. A copy under another name does not release another
        bulletin; tongbao release does.
edition-edited = this was changed after the release: it was “{ $was }”, now it is “{ $is }”
    .hint = put it back; if it was wrong, write an erratum{ $more ->
        [0] { "" }
       *[other] { " " }({ $more } more not listed)
    }.
    .explain =
        The site always shows what was released; changes of the record have no effect there. What readers are to know
        goes into errata:

            errata:
              - { "{" }on: 2026-07-08, was: 18 finished, is: 19 finished, reason: one was missed{ "}" }

        Once an erratum names both texts, this warning becomes a note.
edition-differs = by the records of today { $at } is no longer “{ $was }” but “{ $is }”
    .hint = what changes the past is written into amended; if the edition was wrong, write an erratum{ $more ->
        [0] { "" }
       *[other] { " " }({ $more } more not listed)
    }.
    .explain =
        The released edition was worked out again at its own date, and it is no longer the same. Mostly a record of the
        past was rewritten. A later correction says in amended from when it holds and what was there before; then
        earlier editions still come to what they came to:

            amended:
              - { "{" }on: 2026-07-05, by: office, reason: checked, was: { "{" }due: 2026-06-30{ "}" }{ "}" }

        If what was released is wrong, write an erratum, and this warning becomes a note.
edition-corrected = the erratum of { $on } corrects “{ $was }” to “{ $is }”
    .hint = nothing to do: the correction is shown beside the text.
    .explain =
        What was released and what the records say today are not the same, and an erratum of the bulletin names it.
        The site goes on showing the released text, with the correction beside it.
edition-out-of-order = this edition has its figures as of { $as_of }, earlier than the one before it, { $before }
    .hint = check number and as_of.
    .explain =
        In a series, the edition with the higher number has the later figures. Mostly a number or a date is wrong.
as-of-before-period-end = the figures are as of { $as_of }, before the last day of the period, { $to }
    .hint = check as_of and period.to; if the period is not over, wait until it is.
    .explain =
        A bulletin tells of its period with the figures of its as-of date. When that date is before the period's end,
        the last days of the period are not in the figures.
released-without-review = this edition is released, and its reviews are not complete
    .hint = give each entry of reviews its who and on, not later than the day that the bulletin bears.
    .explain =
        Before it is released, a bulletin is reviewed at least once, and each review says by whom and when:

            reviews:
              - { "{" }stage: first reading, who: a reader, on: 2026-07-03{ "}" }
erratum-before-dated = the erratum is of { $on }, before the day that the bulletin bears, { $dated }
    .hint = check the dates; what is found before the release is changed in the text.
    .explain =
        An erratum corrects what was released, so it is not earlier than the bulletin.
withdrawn-before-dated = it was withdrawn on { $on }, before the day that the bulletin bears, { $dated }
    .hint = check the dates; a draft is not withdrawn but removed.
    .explain =
        What is withdrawn was released, so the withdrawal is not earlier than the bulletin.
erratum-of-nothing = what this erratum corrects stands nowhere in the edition
    .hint = write in was what was released, word for word, with its figures.
    .explain =
        An erratum names what was released and what it should have been. Its was is looked for in the fields, the text
        and the tables of the edition; when it is not there, a reader cannot tell what is corrected.
bulletin-in-one-language = this bulletin's text in another language is not shown
    .hint = issue it as a bulletin of its own, or leave it out.
    .explain =
        A bulletin is issued in the site's own language, and its edition stands so in every language of the site.
        What is to be issued in another language is a bulletin of its own.
names-hidden = this names a record that readers of this bulletin ({ $visibility }) may not see
    .hint = name something else, say it in plain words, or give one of the two another visibility.
    .explain =
        A bulletin is made for its own readers. What they may not see would stand in the released edition as “not shown
        here” for good, or tell them what was meant to stay hidden. So it is not released before this is settled.
shown-in-edition = “{ $id }” is for fewer readers now, and released editions still name it: { $editions }
    .hint = what is released stays as it is: withdraw these editions, or accept that they show it.
    .explain =
        A released edition keeps its text and its tables. Making a record more hidden takes it off all other pages, but
        not out of editions that were released before. The office decides: it withdraws the edition (withdrawn), or it
        accepts that what was made public stays public.
dated-after-as-of = this edition bears { $dated }, after the as-of date of the site, { $as_of }: it has no page yet
    .hint = build with --as-of { $dated } or a later day, or set as_of in site.yaml so.
    .explain =
        A site shows its as-of date. An edition appears on the day that it bears, so a site as of an earlier day does
        not have it, whether it is released or not.
released-here = what was released is here
what-differs = this
nothing-there = (nothing)
period-here = the period ends here
earlier-here = the edition before is here

new-series-unknown = There is no series of bulletins called “{ $series }”.
    .hint = There are: { $known }. More can be added under series in site.yaml, with kind: bulletin.
new-series-only-bulletin = --series is for new bulletins.
    .hint = Write: tongbao new bulletin --series SERIES
new-edition = Draft of { $series } number { $number }: { $place }
new-edition-next = When the text is ready and reviewed, release it with: tongbao release { $id }
release-unknown = There is no bulletin “{ $id }”.
    .hint = Its id is the name of its file; { $close }
release-close = close to it: { $ids }.
release-drafts = not released yet: { $ids }.
release-no-drafts = no bulletin waits to be released.
release-already = { $id } is released already; nothing was changed.
    .hint = What is released stays. Corrections go into errata; an edition that no longer stands gets withdrawn.
release-errors = { $id } was not released: there { $errors ->
    [one] is 1 error
   *[other] are { $errors } errors
} in the site.
    .hint = Mend them first; tongbao check shows them at any time.
release-warnings = { $id } was not released: there { $warnings ->
    [one] is 1 warning
   *[other] are { $warnings } warnings
} in it.
    .hint = Settle each one first: what is released cannot be changed.
release-not-reviewed = { $id } was not released: its reviews are not recorded.
    .hint = Write at least one review, each with who and on, not later than { $dated }, the day that it bears.
release-number = { $id } was not released: its number is { $number }, and the next one is { $next }.
    .hint = Correct the number, or release the editions before it.
release-earlier = { $id } was not released: number { $number } before it is not released yet.
    .hint = Release one after the other.
release-as-of = { $id } was not released: its figures are as of { $as_of }, after { $dated }, the day that it bears.
    .hint = Check as_of and dated.
release-future = { $id } was not released: the day that it bears, { $dated }, is yet to come (today is { $today }).
    .hint = Release it on that day, or change dated.
release-withdrawn = { $id } was not released: it is marked as withdrawn.
    .hint = A draft is not withdrawn; to release it, take withdrawn out.
release-done = Released { $id }: { $place }
release-digest = Digest of what it holds (SHA-256): { $digest }
release-next = This file is not changed from now on; keep it with the bulletin, and update the site with tongbao build.
help-release = Release a bulletin: its text and its figures are settled
help-series = the series of a new bulletin; number, period and text come with it
help-bulletin = the id of the bulletin
new-series-not-after = Nothing was written: { $date } is not after the edition before, which ends on { $end }.
    .hint = Give the as-of date of this edition with --as-of.
new-edition-work = the work
new-edition-title = { $campaign }: progress in { $period }
new-edition-month = { $month ->
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
   *[other] December
} { $year }
new-edition-quarter = quarter { $quarter } of { $year }
new-edition-year = { $year }
new-edition-span = { $from } to { $to }
pass-editions = released editions compared
value-series = series
release-placeholder = { $id } was not released: “{ $who }” stands in its reviews, which is the word of the template.
    .hint = Write who really reviewed it.
review-placeholders = a reader|who
release-review-late = { $id } was not released: a review is of { $on }, after { $dated }, the day that it bears.
    .hint = A bulletin is reviewed before it is signed: correct the day of the review, or dated.
release-elsewhere = There { $warnings ->
    [one] is 1 warning
   *[other] are { $warnings } warnings
} elsewhere in the site; tongbao check lists them.
release-later = It bears { $dated }, after the as-of date of the site, { $as_of }: it gets a page with --as-of { $dated }, or with such an as_of in site.yaml.
new-series-none = site.yaml has no series of bulletins yet.
    .hint = Add one under series in content/site.yaml, such as: - { "{" }id: { $series }, name: Progress bulletin, kind: bulletin, numbering: year{ "}" }
new-edition-title-of = { $series }, { $period }
