# What the commands say.

cli-failure = could not run: { $causes }
cli-did-you-mean = did you mean `{ $name }`?
cli-explain-unknown = there is no rule named `{ $rule }`; `releve explain` lists all rules

cli-init-title = What is the site called?
cli-init-admin = Who runs everything today?
cli-init-backup = Who takes over?
cli-init-taken = `{ $path }` is already there, and nothing is replaced: choose another folder
cli-init-in-the-way = `{ $path }` is a link, or no folder, and nothing is written through it: choose another folder
cli-init-ignore = `{ $path }` is left as it is: add `{ $missing }` to it, or `git add` takes what is built, and with it what is for admins only
cli-init-wrote = wrote { $path }
cli-init-next = next: `releve -C { $folder } build`, then fill in what says `unknown`

cli-built = built { $pages ->
        [one] 1 file
       *[other] { $pages } files
    } in { $folder }
    .open = open { $page }
cli-not-atomic = this file system cannot exchange two folders: files were replaced one by one, so the switch was not atomic here
cli-build-refused = nothing was published: the site that was there stays; `releve build --draft` publishes all the same
    .leak = nothing was published, and a draft would not be either: a file of this edition says what is not for its readers
cli-build-others = { $count ->
    [one] one finding about the project
   *[other] { $count } findings about the project
}, told by `releve check`
cli-build-draft = published as a draft, with errors in it
cli-progress = { $files } files …
cli-checked = { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } and { $entities ->
        [one] 1 entity
       *[other] { $entities } entities
    }: nothing to report
cli-show-unknown = there is no `{ $reference }`
cli-show-none = none: { $reason }
cli-show-change-unknown = last change unknown
cli-show-form = `{ $reference }` is not of the form `kind:id`; the kinds are { $kinds }

cli-serve-ready = preview of this project: { $address } (Ctrl-C ends it)
cli-serve-rebuilt = rebuilt; { $errors ->
        [0] no errors
        [one] 1 error
       *[other] { $errors } errors
    }
cli-serve-failed = could not rebuild: { $reason }
cli-serve-open-failed = no browser could be started; open { $address } yourself

cli-search-total = { $shown } of { $total ->
        [one] 1 page
       *[other] { $total } pages
    }
cli-search-nothing = nothing was found; the page of everything from A to Z is index-a-z.html, the list of what one sees broken.html
cli-search-nowhere = stands nowhere: { $words }
cli-search-taken = `{ $typed }` was taken for `{ $form }`
cli-search-cut = the query is long: only its longest words were looked for
cli-search-damaged = { $file } is missing or damaged, or of another build than the other files: build or copy the site again

cli-diff-at = { $name } ({ $date }, { $commit })
cli-diff-now = now
cli-diff-label = { $what }:
cli-diff-nothing = nothing changed
cli-diff-cut = … and more: the whole of it is in git
cli-diff-count = { $count ->
        [one] 1 thing
       *[other] { $count } things
    } changed

cli-versions-none = no commit on the way here is marked as a version: none has a tag `{ $pattern }`
    .how = mark the commit you are at with `git tag -a handover-2026-11 -m "Why it is one"`
cli-versions-older = not kept beside the site, which keeps { $keep }: { $names }
cli-versions-apart = on another branch, or on one that was rewritten: { $names }

cli-record-documents = this folder is no handover project: there is no inventory that a record could be about (`releve init` starts one)
cli-record-missing = missing: { $flags }; without a terminal nothing can be asked
cli-record-ask = { $label }{ $has_hint ->
        [yes] { " " }({ $hint })
       *[no] { "" }
    }?
cli-record-cannot-be = `{ $answer }` cannot stand here
cli-record-no-day = `{ $day }` is no day: write year-month-day, such as `2026-11-24`
cli-record-long-name = the name of the file is too long: write a few words after `--name`, at most { $most } letters
cli-record-taken = `{ $path }` is already there, and nothing is replaced: choose another `--name`
cli-record-refused = nothing was written
cli-record-until = once committed: { $name }, to be trusted until { $day }, as long as nothing that matters changes
cli-record-shown = once committed: { $name }, proven
cli-record-shows-nothing = this record proves nothing more: it says what does not work, or what was read
cli-record-read = once committed: { $subject }, said back in their own words
cli-record-commit = next:
cli-record-command = { "  " }{ $command }
cli-record-own = only a commit by { $name } counts in full: it is for that person to type this; by somebody else, it is only reported
cli-record-no-identity = `commits_as` does not say under which name { $name } commits: this record will only be reported
cli-record-partner = { $name } does not commit here: this record will only be reported

# What stops a command: a folder, a repository or a copy that cannot be read.
refused-no-folder = there is no folder `{ $path }`
refused-not-a-folder = `{ $path }` is not a folder
refused-unreadable-folder = cannot read the folder `{ $path }`
refused-no-repository = `{ $path }` lies in no git repository, so nothing is known of what it was before
refused-unknown-name = no commit, tag or branch is called `{ $name }`
refused-ambiguous-name = `{ $name }` is the beginning of several names
refused-no-commit = `{ $name }` is no commit
refused-too-early = there was no commit yet on { $date }
refused-cut-off = this clone is cut off before { $date }: what there was on that day is not known here
refused-no-project = the folder `{ $path }` was not in the repository at { $revision }
refused-unreadable-repository = cannot read the repository: { $reason }
refused-no-list = `{ $path }` holds no { $list }: it is no copy of a site, or the list is lost
refused-unreadable-list = cannot read { $list } in `{ $path }`: { $reason }
