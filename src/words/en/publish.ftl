# Publishing a site, and holding a copy against its checksums.

publish-audience-public = everybody
publish-audience-members = members
publish-audience-admins = admins

verify-changed = changed: { $path }
verify-missing = missing: { $path }
verify-unreadable = unreadable: { $path } ({ $reason })
verify-extra = not of this site: { $path }
verify-more = … and { $count } more
verify-list = { $lines ->
        [one] SHA256SUMS itself is damaged: its line { $first } cannot be read
       *[other] SHA256SUMS itself is damaged: { $lines } of its lines cannot be read, line { $first } first
    }
verify-build = the edition for { $audience }, as of { $date }, built from commit { $commit }
    .changed = the edition for { $audience }, as of { $date }, built from commit { $commit } and from changes that were not committed
    .alone = the edition for { $audience }, as of { $date }, built from no commit
    .unknown = which build this is, is not known: the file .releve-site is missing (`cp site/*` leaves it behind); about.html says it, too
verify-whole = { $copy } is whole: { $files ->
        [one] its file is
       *[other] all { $files } files are
    } as built
verify-differs = { $copy } differs from what was built: of { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $changed } changed, { $missing } missing, { $unreadable } unreadable; { $extra } that do not belong there
    .extra = the site itself is whole; look at what lies beside it before you trust it
    .help = do not work from this copy: make a new one from the site or from its branch
