### What the preview says.

## Preview

serving = The preview is at { $address }
serving-others = Other machines can open the preview at { $address } as well: it does not ask who they are.
    .hint = Leave --host out to keep it to this machine.
serving-somewhere = Other machines can open the preview as well, at this machine's IP address and port { $port }: it does not ask who they are.
    .hint = Leave --host out to keep it to this machine.
preview-elsewhere = The preview does not answer to this name. Open it by the machine's IP address, { $address }, or give the name when you start it: tongbao serve --host NAME
serving-end = It follows every change on disk; Ctrl-C ends it.
serve-updated = Updated in { $ms } ms: { $records ->
        [one] 1 record
       *[other] { $records } records
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }
serve-kept = { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    } after { $ms } ms: the last good pages stay
serve-known = Known from before: { $files } of { $of_files } files, { $texts } of { $of_texts } texts
serve-port-taken = Another program is listening at { $address }
    .hint = Choose another --port, or leave it out: then the first free one is taken.
serve-unbound = Cannot listen at { $address }: { $cause }
    .hint = --host takes an address or a name of this machine.
cannot-open = No browser could be started; the preview is at { $address }
refused-watch = Cannot watch { $path } for changes: { $cause }
preview-name = Preview
preview-as-of = As of
preview-audience = Readers
preview-usual = public and internal
preview-apply = Show
preview-findings = Findings
preview-clean = Nothing wrong was found.
preview-good = { $warnings ->
        [0] No findings
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $ms } ms
preview-kept = { $errors ->
        [0] Not updated
        [one] 1 error, not updated
       *[other] { $errors } errors, not updated
    }, { $ms } ms
preview-kept-why = The page shows the last good state until this is mended.
preview-none = No page can be shown yet
preview-lost = The preview has ended or cannot be reached.
