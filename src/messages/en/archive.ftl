### Packages for the records office, and their check.

## What was made, or not

archived = { $count ->
        [one] 1 package
       *[other] { $count } packages
    } in { $place }
archive-stopped = There are errors: no package was made.
archive-without-records = The source files stay out: they hold comments and ids that no page for this audience shows.
archive-unknown = There is no meeting held and no bulletin released by the as-of date with the id “{ $id }”.
    .hint = Give such an id, meeting:ID, bulletin:ID, or all.
archive-unknown-near = There is no meeting held and no bulletin released by the as-of date with the id “{ $id }”.
    .hint = Did you mean { $near }?
archive-draft = “{ $id }” is not released yet: a draft is not archived.
    .hint = Release it first: tongbao release { $id }
archive-later = “{ $id }” bears { $dated }, after the as-of date of the site, { $as_of }.
    .hint = Archive it with --as-of { $dated } or a later day, or set as_of in site.yaml so.
archive-type = Records such as “{ $id }” are not archived by themselves.
    .hint = Give the id of a meeting or a released bulletin, or all; what it refers to goes along.
archive-several = “{ $id }” is the id of several records.
    .hint = Say which: { $all }
archive-nothing = No meeting has minutes and no bulletin was released by the as-of date: there is nothing to archive.
archive-no-page = “{ $id }” has no page yet; no package was made.
archive-hidden = { $path } holds or names “{ $id }”, of which this audience may not see all; no package was made.
    .hint = Archive for an audience that may see it (--audience), or leave the source files out (--without-records).
refused-archive-source-folder = Packages cannot be made inside content or themes, where the records are written: { $path }
refused-archive-inside-site = { $path } lies inside a published site: the next build would take it away, and readers would get it
refused-archive-there = { $path } is there and is not an empty folder; nothing was written.
    .hint = Name a folder that is not there yet.
key-not-a-key = { $path } is not a private key in the form of OpenSSH; no package was made.
key-encrypted = The key { $path } is locked with a passphrase; no package was made.
    .hint = Use a key without one that only the office can read, or sign afterwards: ssh-keygen -Y sign -n tongbao-archive -f KEY tagmanifest-sha256.txt
key-kind = The key { $path } is not an Ed25519 key; no package was made.
    .hint = Make one: ssh-keygen -t ed25519 -f KEY

## Elements of metadata

archive-item = item
archive-minutes = minutes
archive-bulletin = bulletin
archive-element-copy-number = Copy number
archive-element-classification = Classification and its term
archive-element-issuer-mark = Mark of the issuer
archive-element-note = Note
archive-element-printed-by = Printed by
archive-element-printed-on = Printed on
archive-element-disclosure = Level of disclosure
archive-element-fonds = Fonds
archive-element-retention = Retention period
archive-element-item-no = Item number
archive-element-keywords = Keywords
archive-element-identifier = Document identifier
archive-element-genre = Genre
archive-element-urgency = Urgency
archive-element-addressees = Addressees
archive-element-copy-to = Copies to
archive-element-document-number = Document number
archive-element-signatory = Signatory
archive-element-title = Title
archive-element-attachments = Attachments
archive-element-issuer = Issuer
archive-element-dated = Date of the document
archive-element-aggregation = Level of aggregation
archive-element-creator = Creator of the fonds
archive-element-electronic-number = Number of the electronic record
archive-element-archival-code = Archival code
archive-element-year = Year
archive-element-class = Organisation or matter
archive-element-item-title = Title of the item
archive-element-responsible = Responsible
archive-element-date = Date
archive-element-place = Place

## The check

verify-authenticity = Authenticity
verify-integrity = Integrity
verify-usability = Usability
verify-safety = Safety
verify-holds = { $section }: holds
verify-fails = { $section }: does not hold
verify-changed = { $path } is not what it was: its digest differs
verify-missing = { $path } is missing
verify-unlisted = { $path } was added: { $detail } does not list it
verify-listed-twice = { $path } is listed twice in { $detail }
verify-bad-line = { $path }, line { $detail }: not a digest and the path of a file of its kind
verify-unsafe-path = { $path } lists a path that leads out of the package: { $detail }
verify-sum = { $path } says another Payload-Oxum than what is there: { $detail }
verify-declaration = { $path } does not declare a bag of version 1.0 in UTF-8
verify-bom = { $path } begins with a byte order mark
verify-not-utf8 = { $path } is not text in UTF-8
verify-metadata-unreadable = { $path } cannot be read as metadata of a package
verify-element-missing = { $path } has no value for the element { $detail }
verify-element-twice = { $path } has the element { $detail } twice
verify-number = { $path } has another number than { $detail }
verify-info-differs = { $path }: { $detail } is not what the metadata say
verify-page-differs = { $path } does not show the element { $detail } as the metadata have it
verify-broken-link = { $path } leads to a file that is not here: { $detail }
verify-format = { $path } has a format that is not on the list for archives
verify-not-what-it-says = { $path } does not begin as a file of its format does
verify-empty = { $path } is empty
verify-not-a-page = { $path } does not read as a page of HTML
verify-remote = { $path } loads something from outside: { $detail }
verify-script = { $path } has a script: { $detail }
verify-embedded = { $path } embeds something foreign: { $detail }
verify-program = { $path } is a program, or marked as one
verify-link = { $path } is a symbolic link
verify-special = { $path } is no ordinary file, or its name is not UTF-8
verify-stray = { $path } does not belong into a package
verify-fetch = { $path } lists files to be fetched from elsewhere; a package has to be whole
verify-unsigned = nobody signed it: the digests agree, but who made the package is not proved
verify-package = { $path }:
verify-all = Checked { $count } packages: { $hold } hold, { $fail } do not.
verify-no-package = { $path } is not a package: it has no bagit.txt
verify-empty-folder = { $path } is an empty folder that does not belong into a package
verify-digests = { $section }: the digests agree
verify-signed = signed by { $detail }
verify-signed-by-key = signed with the key { $detail }; whose it is was not asked (--allowed-signers, --identity)
verify-signature-missing = { $path } is missing: the package is not signed
verify-signature-of-another = { $path } fits, but its key is not one of this signer's: { $detail }
verify-signature-unreadable = { $path } cannot be read as a signature of an Ed25519 key
verify-signature-namespace = { $path } was made for another purpose: { $detail }
verify-signature-wrong = { $path } does not fit what it is to sign, or is of a kind that cannot be checked

## Help

help-archive = Make packages for the records office
help-verify = Check a package: authenticity, integrity, usability, safety
help-what = The id of a meeting or bulletin, meeting:ID, bulletin:ID, or all
help-package = The folder of the package; one that is made must not be there, or be empty
help-sign = Sign with this private SSH key (Ed25519)
help-source-id = The commit of the sources, to stand in the metadata
help-without-records = Leave the source files out
help-allowed-signers = Who may sign, as ssh-keygen -Y verify reads it
help-identity = Who is to have signed
value-what = RECORD
value-key = KEY
value-commit = COMMIT
value-file = FILE
value-who = WHO
