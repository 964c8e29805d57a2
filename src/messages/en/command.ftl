### What the command line says.

## Results

built = Built { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } ({ $records ->
        [one] 1 record
       *[other] { $records } records
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }) in { $seconds } s: { $place }
built-unchanged = Nothing changed, the site was left as it is ({ $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }, { $records ->
        [one] 1 record
       *[other] { $records } records
    }, { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }) in { $seconds } s: { $place }
build-stopped = { $errors ->
        [one] 1 error: no site was built
       *[other] { $errors } errors: no site was built
    }; the published site was left as it was.
build-stopped-by-warnings = { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    } and --deny-warnings: no site was built; the published site was left as it was.
checked = Checked { $records ->
        [one] 1 record
       *[other] { $records } records
    }: { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }, in { $seconds } s
checked-clean = Checked { $records ->
        [one] 1 record
       *[other] { $records } records
    } and found nothing wrong, in { $seconds } s
more-findings = { $count ->
        [one] 1 more is not listed
       *[other] { $count } more are not listed
    }; mend those above, then check again.
explain-offer = To learn how to mend one of them, run: tongbao explain { $code }
waiting-for-build = Another program is building this site; waiting for it to end …
explain-unknown = There is no code called “{ $code }”.
    .hint = The code stands in brackets: unknown-reference in “error[unknown-reference]”; tongbao explain lists them all.
explain-list = All codes:
init-done = A new site stands in { $place }.
init-next = Next, run: tongbao build { $place }
init-not-empty = The folder { $place } has files in it; nothing was changed.
    .hint = Choose an empty folder.
new-done = New { $type }: { $place }
new-exists = The file { $place } is there already; it was not changed.
    .hint = Choose another id, or edit that file.
new-unknown-type = There is no record type called “{ $type }”.
    .hint = There can be a new { $types }; decisions are written in their meeting.
new-theme-name = Missing: the name of the theme.
    .hint = For example: tongbao new theme city
new-theme-bad-name = “{ $name }” cannot be the name of a theme.
    .hint = Small letters a to z, digits, - and _, beginning with a letter or a digit; for example: city.
new-theme-built-in = “{ $name }” is the name of a theme that comes with the program.
    .hint = Choose another name, and write extends: { $name } in its theme.yaml.
new-theme-exists = The theme's folder { $place } is there already; it was not changed.
    .hint = Choose another name, or edit the files in it.
new-theme-done = New theme { $name }: { $place }
new-theme-next = To look at it: tongbao build --theme { $name }{ $site }; to keep it, write theme: { $name } in content/site.yaml
usage-help = Run tongbao --help for all uses.
usage-unknown = “{ $word }” means nothing here.
    .hint = Did you mean { $meant }?
usage-missing = Missing: { $missing }.
usage-no-value = { $option } needs a value.
usage-bad-value = “{ $value }” cannot be the value of { $option }.
    .hint = It may be { $choices }.
usage-bad-port = “{ $value }” is not a port.
    .hint = --port takes a number from 1 to 65535, such as 8000; without it the first free one from 8000 on is taken.
usage-conflict = { $option } and { $other } do not go together.
usage-bad-date = “{ $value }” is not a date; write dates like 2026-03-11.
usage-unknown-audience = site.yaml names no audience called “{ $audience }”.
usage-unknown-theme = There is no theme called “{ $theme }”.
    .hint = There are: { $themes }
usage-no-site = There is no content folder in { $place }, so it is not a site.
    .hint = Run it in the folder of your site, or make one with tongbao init.

## What the system refused

refused-read = Cannot read { $path }: { $cause }
refused-list = Cannot list the folder { $path }: { $cause }
refused-write = Cannot write { $path }: { $cause }
refused-create = Cannot create { $path }: { $cause }
refused-remove = Cannot remove { $path }: { $cause }
refused-rename = Cannot rename { $path }: { $cause }
refused-link = Cannot make a hard link to { $path }: { $cause }
refused-lock = Cannot lock { $path }: { $cause }
refused-exchange = Cannot put the new site in place at { $path }: { $cause }
refused-copy = Cannot copy { $path }: { $cause }
refused-follow-link = { $path } is a link that leads out of the site; nothing is read from there
refused-read-target = Cannot read the folder to publish to, { $path }: { $cause }
refused-read-list = Cannot read the site's list of files, { $path }: { $cause }
refused-write-list = Cannot write the site's list of files, { $path }: { $cause }
refused-retire = Cannot move the old site out of the way, { $path }: { $cause }
refused-recover = The last publishing was interrupted and cannot be completed at { $path }: { $cause }
refused-carry = Cannot carry over a file that was there before, { $path }: { $cause }
refused-replace-foreign = { $path } was not written by this program and is not overwritten; move or rename it
refused-other = Cannot handle { $path }: { $cause }

## Where no site may be published

refused-file-system-root = A site cannot replace the root of a disk: { $path }
refused-home = A site cannot replace your home folder: { $path }
refused-site-folder = A site cannot replace the folder that holds its content: { $path }
refused-source-folder = A site cannot be built inside content or themes: { $path }
refused-not-a-folder = { $path } is not a folder
refused-broken-link = { $path } is a link to nothing
refused-mount-point = { $path } is a mount point and cannot be replaced as a whole; choose a folder below it
refused-inside-site = { $path } lies inside another published site
refused-not-ours = { $path } holds other files and is no site that this program published; it was left alone, lest anything be lost
refused-other-audience = { $path } holds the site for another audience; choose another folder
refused-unknown-list = { $path } has a list of files that this version cannot read
refused-unreachable = Cannot reach { $path }: { $cause }

## The system's reasons

io-not-found = there is no such file or folder
io-permission-denied = permission denied
io-already-exists = it exists already
io-not-a-directory = it is not a folder
io-is-a-directory = it is a folder
io-directory-not-empty = the folder is not empty
io-read-only = the disk is read-only
io-storage-full = the disk is full
io-quota = the disk quota is used up
io-file-too-large = the file is too large
io-busy = another program is using it
io-name-too-long = the name is too long
io-crosses-devices = it lies on another disk
io-interrupted = it was interrupted
io-timed-out = it took too long
io-invalid-text = it is not readable text
io-other = { $detail }

## Help for commands and options

help-about = Builds a website of progress reports from YAML task records and Markdown notes
help-build = Build the site
help-check = Check the content without building
help-serve = Show the site while it is written: pages follow every change
help-open = Open the preview in the browser
help-port = The port of the preview [default: the first free one from 8000]
help-host = The address to listen at [default: 127.0.0.1, this machine alone]
help-facts = Print the derived figures as JSON
help-changes = Print what changed between two dates
help-since = The day that arrows and the page of changes compare with [default: the main series' latest edition]
help-from = The earlier date, such as 2026-02-28
help-to = The later date [default: the as-of date]
help-format = How changes are printed: text, markdown or json [default: text]
help-explain = Explain a code and how to mend what it names
help-init = Start a new site
help-new = Start a new record, or a theme
help-confirm = Write into a task that it carries out a decision as it now reads
help-task = The id of the task
help-decision = The id of the decision [default: the only one that the task carries out]
help-by = Who confirms it: an id of a person or unit, or a name
help-on = The day of the confirmation, such as 2026-03-31 [default: the as-of date]
help-completions = Print a completion script for your shell
help-help = Show help
help-version = Show the version
help-site = The folder of the site [default: the current folder]
help-out = The folder to build into [default: public]
help-as-of = The as-of date, such as 2026-03-31 [default: as_of in site.yaml, else today]
help-audience = For whom: a name under audiences in site.yaml
help-theme = The theme, in place of the one in site.yaml
help-deny-warnings = Let warnings fail the run as errors do
help-message-format = How findings are printed: human, json (one a line) or github (annotations)
help-lang = The language to speak: zh-CN or en [default: the system's]
help-threads = How many threads to use [default: one for each processor core]
help-quiet = Print findings and nothing else
help-verbose = Say more
help-code = A code, such as unknown-reference
help-folder = The folder of the new site
help-type = The record type, such as task or meeting; or theme
help-id = The id of the new record
help-shell = The shell: bash, zsh, fish, powershell or elvish

help-title = The title of the new record
help-usage = Usage:
help-commands = Commands:
help-arguments = Arguments:
help-options = Options:

value-options = OPTIONS
value-command = COMMAND
value-site = ROOT
value-folder = DIR
value-date = DATE
value-name = NAME
value-format = FORMAT
value-language = LANG
value-number = N
value-port = PORT
value-address = ADDRESS
value-code = CODE
value-type = TYPE
value-title = TITLE
value-id = ID
value-shell = SHELL
value-task = TASK
value-decision = DECISION
value-by = WHO

## Passes, as `-v` names them

pass-read = reading files
pass-link = parsing and linking records
pass-findings = placing findings
pass-derive = deriving facts
pass-render = composing, rendering and writing pages
pass-publish = putting the site in place

## New records

new-title = New { $type } { $id }
new-id-taken = The id “{ $id }” is taken; nothing was written.
    .hint = Choose another id; without --id the next free one is used.
new-bad-id = “{ $id }” cannot be an id.
    .hint = An id has letters, digits, “-”, “_” and “.”, no spaces, and does not begin with “.”.

## Changes

since-not-before = --since { $since } is not before the as-of date { $as_of }.
    .hint = Give a day before the as-of date as --since.
changes-backwards = --to { $to } lies before --from { $from }.
    .hint = Give the earlier date as --from and the later one as --to.

## Confirmations

confirm-done = Task { $task } is confirmed to carry out { $decision } as it reads on { $date }.
confirm-already = Task { $task } was confirmed to carry out { $decision } on { $date }, and the decision still reads as it did then; nothing was written.
confirm-stopped = Nothing was written: mend the errors first.
confirm-no-task = There is no task with the id “{ $task }”.
confirm-no-such-task = There is no task with the id “{ $task }”.
    .hint = Did you mean { $meant }?
confirm-nothing = Task { $task } carries out no decision on { $date }.
    .hint = A task carries out the decision under origin, and those whose tasks name it.
confirm-which = Task { $task } carries out several decisions: { $decisions }.
    .hint = Say which one is confirmed, behind the task’s id.
confirm-not-carried-out = Task { $task } does not carry out { $decision }, but { $decisions }.
confirm-in-brackets = Task { $task } or its confirmations stand in brackets in { $path }; nothing was written.
    .hint = Write them line by line, then confirm again; or put this in by hand:
        { $entry }
confirm-not-a-list = What stands under confirmed in task { $task } in { $path } is no list; nothing was written.
    .hint = Make it a list, with a dash before it, and add this to it:
        { $entry }
confirm-would-change = The entry for task { $task } cannot be put into { $path } without changing how something else there is read; nothing was written.
    .hint = Put this in by hand:
        { $entry }
