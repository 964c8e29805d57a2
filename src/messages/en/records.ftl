### What can be wrong within a problem, an indicator, an inspection, an assessment or a bulletin.

## Problems, inspections, instructions

day-before-record = the date of “{ $field }” is before the record's own date, { $first }
    .hint = compare the two dates; it is often the year.
    .explain =
        What was found, inspected or instructed on a day cannot be due before that day.

            found_on: 2026-04-10
            due: 2026-05-31
reopened-while-open = re-opened on { $date }, but not closed before
    .hint = a problem is re-opened after a closure with verdict: accepted and a closed_on.
    .explain =
        To re-open is to say that a closed problem has come back. One that was never closed is still open as it is;
        where the check was not passed, write verdict: returned.

            closure:
              - { "{" }requested_on: 2026-04-20, closed_on: 2026-05-06, verdict: accepted{ "}" }
            reopened:
              - { "{" }on: 2026-06-12, reason: the night market spread again{ "}" }
bad-severity = there is no severity { $value }
    .hint = write 1, 2 or 3, where 3 is the worst; when in doubt leave it out.
    .explain =
        Severity has three grades: 1 minor, 2 serious, 3 grave. Finer judgements belong into the text.
photos-without-file = this pair of photographs names no file
    .hint = give before, after, or both.
    .explain =
        A pair shows one place before and after; one of the two has to be there. Files lie in content/assets/:

            photos:
              - before: problems/alley-before.jpg
                after: problems/alley-after.jpg
                alt: a heap of rubbish at the mouth of an alley, a flower bed afterwards
foreign-image = nothing can be published of a picture of this kind
    .hint = save it as JPEG (photographs) or PNG (drawings) and name that file instead.
    .explain =
        Pictures are published as copies made here, without what a camera wrote into them, often the place where they
        were taken. Of HEIC and AVIF from telephones, TIFF from scanners, BMP, PSD and the raw files of cameras (DNG and
        others) no copy can be made, and an original is never published: neither in a text nor as a photograph, an
        attachment or behind a link. Whatever shows the picture can save it as JPEG or PNG; telephones can be set to
        take photographs as JPEG (“most compatible”).
broken-image = this is no picture that can be shown: { $cause }
    .hint = open it in a picture program and save it again as JPEG or PNG, or copy it once more from where it came.
    .explain =
        Every picture is decoded when the site is built, made into the sizes that pages show, and freed of what the
        camera wrote into it. A file that is damaged or cut short, as after a copy that was broken off, cannot be; nothing
        is published in its place. Look at the original: often it is whole, and only the copy is not.
image-is-none = the file holds no picture
image-cut-short = the file ends in the middle
image-damaged = what is in it is damaged
image-too-long = the file is larger than 64 MB
image-too-large = the picture has too many pixels: { $width } by { $height }, where { $limit } in all are allowed
    .hint = make it smaller in a picture program; pages show no more than 1600 pixels across.
    .explain =
        A picture is held in memory while its sizes are made, and one of this size would take hundreds of megabytes. A
        small file can hold such a picture, too. Save a smaller one: 4000 pixels across are more than any page or print
        needs. A large plan is better published as PDF.
active-drawing = this SVG can do more than show a picture: { $what }
    .hint = save it as “plain SVG” without scripts, embedded pictures and pages, and references to other files, or as PNG.
    .explain =
        An SVG is published as it is, and whoever opens it by itself runs what is in it. So nothing goes onto the site that
        runs a script, holds another document or fetches something from elsewhere. A photograph within an SVG would be
        published with all that the camera wrote into it: show it by itself, as JPEG. Elements that are not known to be
        harmless are refused, and so are style sheets with comments, a backslash, @import or // in them. Drawing programs
        have an export as plain or optimised SVG that leaves all this out.
points-negative = the points taken off are negative: { $value }
    .hint = write how many are taken off, without a sign; points given belong into an assessment's bonuses.
    .explain =
        points says how many are taken off for this finding, as a positive number; for none, write 0 or leave it out.

            points: 2

## Indicators

bad-target = { $kind ->
        [band] a band is two numbers, the lower first; written: { $count }
        [one] a target is one number; written: { $count }
       *[other] { $count } numbers do not make a target for { $kind }
    }
    .hint = { $kind ->
        [band] write value: [40, 60] or the like.
       *[one] write one number; if it should lie between two, add direction: band.
    }
    .explain =
        Where more is better (up) or less is better (down), each target is one number.
        Where it should lie between two (band), the target is those two, the lower first:

            direction: band
            targets:
              - { "{" }by: 2026-12-31, value: [40, 60]{ "}" }
target-twice = there are two targets for { $date }
    .hint = keep one.
    .explain =
        There can be one target for a day. Remove one or mend the date; if the target was changed,
        keep the old value under amended.
empty-observation = this observation has neither a number nor words
    .hint = give value (a number) or text (a judgement).
    .explain =
        Every observation has a result: value where it is measured, text where it is judged.
        When there is none yet, write the observation once there is.

            observations:
              - { "{" }date: 2026-03-31, value: 51.2, source: quarterly statistics{ "}" }
number-for-judgement = a qualitative indicator has a number
    .hint = put the judgement into text; if it can be measured, change kind to numeric or survey.
    .explain =
        A qualitative indicator is judged in words; no number is made up for it, and this one is not used.
        What can be counted is numeric, what people were asked is a survey, what is made of others is composite.
observation-without-source = this number has no source
    .hint = add source, such as source: quarterly bulletin of the statistics office
    .explain =
        Say where each observed number comes from, so that readers can check it:

            observations:
              - { "{" }date: 2026-03-31, value: 51.2, source: statistics office, first quarter{ "}" }
composite-without-parts = a composite indicator does not say what it is made of
    .hint = list the indicators and their weights under parts.
    .explain =
        A composite indicator is made of others, by weight:

            kind: composite
            parts:
              - { "{" }indicator: green-space, weight: 60{ "}" }
              - { "{" }indicator: clean-water, weight: 40{ "}" }
parts-without-composite = there are parts, but the indicator is not composite
    .hint = change kind to composite, or remove parts.
    .explain =
        Only a composite indicator is made of others. Any other has observations of its own, and its parts are not used.

## Assessments

score-not-positive = { $value } has to be above 0
    .hint = write bonuses, deductions, max and cap as positive numbers; where nothing is given or taken, leave the entry out.
    .explain =
        A bonus or a deduction says how many points are given or taken, without a sign.
        The best score of a criterion (max) and of the whole (cap) are above 0 too.

            deductions:
              - { "{" }unit: transport, points: 1.5, reason: reported late twice{ "}" }
too-many-decimals = scores with { $value } decimals; the most is { $most }
    .hint = two are usual: decimals: 2
    .explain =
        Scores are rounded to so many decimals, and ranked by the rounded figure. More than a few mean nothing.
score-out-of-range = the score { $value } is not between 0 and { $max }
    .hint = change the score, or the criterion's max.
    .explain =
        A manual score is at least 0 and at most the criterion's max, which is 100 unless it is given:

            criteria:
              - { "{" }id: judgement, name: Leaders' judgement, weight: 20, kind: manual, max: 20{ "}" }
            manual_scores:
              - { "{" }unit: transport, criterion: judgement, score: 17, reason: steered in time{ "}" }
scored-twice = this unit has two scores for one criterion
    .label = the second one
    .hint = keep one.
    .explain =
        Each unit has one manual score for a criterion; of two the first is used.
        Where several people judge, make one score of theirs first.
unknown-criterion = there is no criterion “{ $id }” that is scored by hand
    .hint = name a criterion of kind: manual; the others are worked out and cannot be scored by hand.
    .explain =
        manual_scores give points for criteria of kind: manual, by their ids:

            criteria:
              - { "{" }id: judgement, name: Leaders' judgement, weight: 20, kind: manual, max: 20{ "}" }
            manual_scores:
              - { "{" }unit: transport, criterion: judgement, score: 17{ "}" }
band-twice = two bands begin at { $value }
    .hint = let each band begin at a score of its own.
    .explain =
        A score belongs to the highest band whose min it reaches. With two of the same min, nobody can say which:

            bands:
              - { "{" }name: excellent, min: 90{ "}" }
              - { "{" }name: sufficient, min: 60{ "}" }
              - { "{" }name: insufficient, min: 0{ "}" }

## Bulletins

dated-before-as-of = the bulletin is dated { $dated }, before its figures of { $as_of }
    .hint = compare the two dates: figures come first.
    .explain =
        A bulletin has three dates: period is the time that it tells of, as_of the day of its figures, and dated the day
        of its issue, which is that day or a later one:

            period: { "{" }from: 2026-05-01, to: 2026-05-31{ "}" }
            as_of: 2026-05-31
            dated: 2026-06-05
