### What is wrong with a file by itself.

## YAML

yaml-syntax = { $reason }
    .hint = in the parser's words: { $detail }
    .explain =
        Records are written in YAML: one “field: value” a line, each level indented by two more spaces.
        Something here cannot be read. Common reasons: a tab for indentation, a full-width colon “：”,
        no space after the colon, a quotation mark without its partner, lines that do not line up. Like this:

            title: Renew the public toilets
            milestones:
              - title: Choose the places
                due: 2026-03-31

        A text with a colon and a space or a hash sign in it, or with a special sign in front, goes in quotes:
        title: "Note: flood season".
front-matter-not-yaml = the text between the --- lines is not made of “field: value” lines
    .hint = write one field a line: title: Third review meeting
    .explain =
        Between the two --- lines at the top of a .md file stand the record's fields; the body comes after them:

            ---
            title: Third review meeting
            date: 2026-03-11
            ---
            The meeting heard …

        If this is meant as a dividing line of the body, put text before it or write *** instead.
front-matter-not-closed = the --- at the top has no closing line
    .hint = write --- on a line of its own where the fields end
    .explain =
        When a .md file begins with ---, fields follow up to the next line that is just ---, and then the body.
        This file has no second --- line. Add one between the fields and the body.
not-utf8 = this file is not encoded in UTF-8
    .label = cannot be read from here on
    .hint = { $encoding ->
        [GB18030] it looks like GB18030 (GBK); save it again with the encoding UTF-8.
       *[other] save it again with the encoding UTF-8.
    }
    .explain =
        Every text file has to be saved in UTF-8. Older editors and office programs save Chinese as GB18030 (GBK, “ANSI”).
        Open the file in an editor, choose “Save as”, set the encoding to UTF-8 and replace the file.
        A byte order mark and either kind of line ending do no harm.
forbidden-character = the file holds a character that may not be there: { $character }
    .hint = remove it; pasting from other programs often brings invisible characters along.
    .explain =
        Control characters (such as U+0000) and characters that turn the direction of text are not allowed:
        nobody sees them, yet they break pages or make readers see something else than what was written.
        Remove the marked character and save. With U+0000 the file is probably no text, or was saved as UTF-16.
too-large = the file is too large: { $size } bytes, where { $limit } are allowed
    .hint = divide the records among several files; pictures and spreadsheets go into the assets folder.
    .explain =
        Records and notes are text, and no such file should be this large. Divide a long list into several files,
        by year or by unit; in the same folder they mean the same. Photographs and PDFs are not limited: they go
        into content/assets/. Where it is needed, site.yaml can raise the limit under limits.
too-deep = there are too many levels
    .hint = indent less.
    .explain =
        Records have three or four levels. Many levels mostly come from indenting every line a little further:
        lines of one level begin in the same column.
too-many-aliases = aliases (*) are used too much
    .hint = write the content out.
    .explain =
        In YAML, &name and *name repeat a piece of content. Here they unfold into too much, so reading stopped.
        A ledger needs no aliases: write the content out.
too-many-records = there are too many records in one file
    .hint = divide the records among several files.
    .explain =
        A file can hold many records, but too many are hard to find and hard to edit by several people at once.
        Divide them by year, unit or work area into several files in the same folder.
too-many-faults = there is too much wrong in this record, and the rest was not checked
    .hint = mend what is listed, and check again.
    .explain =
        More than two hundred places in one record are wrong. Mostly a block was pasted in the wrong place, or every
        line from some point on is indented wrongly. Mend what is listed and check again to see what is left.
unreadable-file = this file cannot be read: { $cause }
    .hint = check its permissions, or put the real file here.
    .explain =
        The system does not let this file be read, or it is no plain file (a dead shortcut, a link out of the site).
        Check its permissions, or put the real file into the content folder.
cause-too-large = it is too large
cause-name-not-utf8 = its name is not UTF-8
cause-link-outside = it is a link out of the site
cause-link-to-folder = it is a link to a folder
cause-link-broken = it is a link to nothing
cause-not-a-file = it is not a plain file
cause-refused = the system refused

## Fields and values

unknown-field = there is no field “{ $field }” here
    .label = unknown field
    .hint = a field of your own begins with x-, such as x-remark.
    .explain =
        The field's name is misspelt, or it stands where it does not belong. Lest a misspelt field be passed over
        in silence, unknown fields are errors. Use the name that is suggested; if it is a field of your own,
        begin it with x-, and templates can use it:

            x-remark: as agreed with the province
unknown-value = “{ $value }” cannot stand here
    .label = unknown value
    .hint = what can stand here: { $candidates }
    .explain =
        This field takes one of a few fixed words, and this is none of them.
        Use one of the words listed; they are lower-case English, and pages show them in their own language:

            kind: department
wrong-type = this should be { $expected }, and is { $found }
    .explain =
        The value has the wrong shape: fields where a list belongs, for example, or several lines where one word does.
        A list can be written in two ways that mean the same:

            areas: [planning, traffic]
            areas:
              - planning
              - traffic
bad-date = “{ $value }” is not a date
    .hint = write dates like 2026-03-11; a task or decision whose limit is only words has due_text for them.
    .explain =
        Dates are year-month-day with four, two and two digits and plain hyphens:

            due: 2026-06-30

        Copy a wording such as “by the end of June” into due_text and still give a day in due.
year-less-date = “{ $value }” has no year
    .hint = write the year and the day, such as 2026-03-11; a year is never guessed. A task or decision can keep the original words in due_text.
    .explain =
        Ledgers are used for years, and a date without a year turns wrong in the next, so the year has to be there:

            due: 2026-03-11
impossible-date = there is no day “{ $value }”
    .hint = check the month and the day; February, for one, has no 30th.
    .explain =
        The date is well written, but the calendar has no such day, as with 2026-02-30 or 2026-13-01.
        For a month's end write its last day: the 30th in April, June, September and November, the 28th or 29th in February.
bad-number = “{ $value }” is not a number
    .hint = write digits and a point only, such as 1250.5; the unit has a field of its own.
    .explain =
        Numbers are plain digits, a point and a minus sign, without units, percent signs or commas:

            percent: 62.5
            target: { "{" }quantity: 1250, unit: toilets{ "}" }
bad-value = this should be { $expected }, and is “{ $value }”
    .explain =
        The value has the right shape, but lies outside of what is allowed or is written in another way.
        Write it as the message says.
duplicate-key = “{ $key }” is written twice
    .label = the second time
    .hint = remove one; if there are several entries, write a list.
    .explain =
        A field can stand once at each level, else nobody knows which one counts.
        Several entries are a list, each with a hyphen in front:

            progress:
              - date: 2026-03-31
                percent: 20
              - date: 2026-04-30
                percent: 35
missing-field = the field “{ $field }” is missing from the { $type }
    .hint = add a line “{ $field }: …”.
    .explain =
        This field has to be there. Every task, for one, has a title, a lead and a due date:

            title: Renew the public toilets
            lead: urban-management
            due: 2026-06-30

        A task that goes on without an end has ongoing: true in place of due.
not-a-record = a record belongs here, that is, lines of “field: value”
    .hint = write one “field: value” a line, such as title: Public toilets
    .explain =
        A record is made of lines of “field: value”; several records are a list, each beginning with a hyphen:

            - id: gh-01
              title: Draw up the plan
            - id: gh-02
              title: Publish the programme
key-not-text = a field's name has to be text
    .hint = put it in quotes, or use words.
    .explain =
        What stands left of the colon is the field's name: text, not a list and not “field: value”.
        A stray hyphen, bracket or question mark in front of the line causes this.
merge-key = YAML's merge key “<<” is not supported
    .hint = write the fields out.
    .explain =
        “<<: *name” brings in fields from elsewhere, and a reader cannot see what the record holds.
        Write the fields in the record itself.
yaml-tag = a YAML tag “!” cannot stand here
    .hint = put a text that begins with an exclamation mark in quotes.
    .explain =
        In YAML a word that begins with an exclamation mark is a tag, which records have no use for.
        If the mark belongs to the text, put the whole value in quotes:

            title: "!Important: flood inspection"
second-document = this file holds one record, and a second one begins here
    .hint = a .md file holds one record; the rest goes into its body or into another file.
    .explain =
        A .md file, site.yaml and calendar.yaml hold one set of “field: value” lines each.
        Several records go into one .yaml file, as a list or divided by --- lines.
unknown-folder = “{ $folder }” is no place for records, so it was not read
    .hint = records go into folders of content such as tasks, meetings and documents; pictures and attachments into assets.
    .explain =
        The first folder under content says what the records in it are: tasks, meetings and so on.
        Use the name that is suggested; pictures and attachments go into content/assets/.
        Folders further down are named as you like.
stray-translation = there is no record for this text to be the translation of
    .hint = give it the name of the record's file, with the language before the ending.
    .explain =
        gh-01.en.md without fields is the English body of the record in gh-01.yaml or gh-01.md, and stands beside it.
        The languages are zh (or zh-CN) and en. Check that the names agree.
stray-note = this note has no fields, and there is no .yaml record of the same name beside it
    .hint = put fields between two --- lines at its top, or give it a .yaml file of the same name.
    .explain =
        A .md file without fields is the body of the .yaml record of the same name: gh-01.md belongs to gh-01.yaml.
        Only the folders documents and meetings take notes on their own.
        Check that the names agree, or write fields at the top of the file:

            ---
            title: Renew the public toilets
            ---
note-without-title = this note has no title
    .hint = begin it with “# Title”, or give it a title field.
    .explain =
        A note without fields takes its title from its first heading:

            # Third review meeting
note-without-date = this note has no date
    .hint = rename the file to 2026-03-11-name.md, or give it a date field.
    .explain =
        A note without fields takes its date from the front of its file name, such as 2026-03-11-third-review.md.
        The date of the file itself is never used, because copying a file changes it.
bad-id = “{ $id }” cannot be an id
    .hint = ids are made of letters, digits and - _ . only; without an id field, the file's name is the id.
    .explain =
        The id names this record elsewhere, and its page's address comes from it, so leave it as it is once it is set.
        Letters of any script, digits and - _ . are fine, such as gh-01.
        Without an id field the file's name is the id, and it has to obey the same rule.
bad-slug = “{ $value }” cannot be a page's address
    .hint = use lower-case letters, digits and hyphens, such as public-toilets.
    .explain =
        A slug is the name of the page's file: lower-case English letters, digits and hyphens, no hyphen at either end.
        Without a slug the address comes from the id, and that is mostly enough.
empty-file = this file is empty
    .hint = write something in it, or remove it.
    .explain =
        There is no record in this file: it may not have been saved, or not been written yet.
        Other records are not affected; but make sure that nothing was lost.
bad-language = “{ $language }” is not a language that can be used
    .hint = use zh or en: { "{" }zh: 公厕改造, en: Public toilets{ "}" }
    .explain =
        A text can be given by language, with zh (or zh-CN) and en:

            title:
              zh: 公厕改造
              en: Public toilets

        Where there is one language only, just write the text.
body-twice = there are two bodies: one in the body field, one in the .md file of the same name
    .hint = keep one and remove the other.
    .explain =
        A record's body can stand in its body field or in a .md file of the same name, but not in both,
        else nobody knows which one counts. For a long body the .md file is handier.
bad-time = “{ $value }” is not a time of day
    .hint = use the 24-hour clock: "09:30", "15:00".
    .explain =
        Times are hours:minutes of the 24-hour clock, two digits each, in quotes:

            time: { "{" }start: "09:30", end: "11:00"{ "}" }
bad-url = “{ $url }” cannot be linked to
    .hint = web addresses begin with https:// or http://, mail addresses with mailto:.
    .explain =
        Links lead to web pages (http, https), mail (mailto), telephones (tel) or files of this site.
        Others (such as javascript: or file:) may harm readers or do not open on their machines.
