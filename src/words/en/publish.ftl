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
verify-draft = it is a draft: it was built in spite of errors
# Files by what became of them; what became of none is not said.
count-none = no file changed
count-list = only its list is damaged
count-new = { $count } new
count-changed = { $count } changed
count-gone = { $count } gone
count-missing = { $count } missing
count-unreadable = { $count } unreadable
count-extra = { $count ->
    [one] 1 that does not belong there
   *[other] { $count } that do not belong there
}
verify-whole = { $place ->
        [branch] the branch `{ $copy }` is whole
       *[folder] { $copy } is whole
    }: { $files ->
        [one] its file is
       *[other] all { $files } files are
    } as built
verify-differs = { $place ->
        [branch] the branch `{ $copy }` differs
       *[folder] { $copy } differs
    } from what was built: of { $files ->
        [one] 1 file
       *[other] { $files } files
    }, { $counts }
    .extra = the site itself is whole; look at what lies beside it before you trust it
    .help = do not work from this copy: make a new one from the site or from its branch

publish-site = { $folder }: { $site }
publish-other-commit = note: you are at commit { $head }; `releve build` makes the site of that one
publish-left-out = left out, because it is not of this site: { $path }
publish-would = would commit to `{ $branch }`: { $counts }; nothing was written
publish-committed = committed to `{ $branch }` as { $commit }: { $counts }
publish-same = `{ $branch }` holds this site already: nothing was committed
publish-pushed = pushed `{ $branch }` to `{ $remote }`
publish-here = nothing has left this machine: `git push { $remote } refs/heads/{ $branch }:refs/heads/{ $branch }`, or `releve publish --push`, sends it
publish-open = a static site has no access control: whoever finds its address reads all of it, and this edition is made for that
    .restricted = a static site has no access control, and this is the edition for { $audience }: `restricted = true` says that the place lets nobody else in; open its address in a private window, and see that it asks who you are
publish-subject = Site as of { $date }, from { $commit }
    .alone = Site as of { $date }

publish-not-built = there is no { $folder }: `releve build --audience { $audience }` makes it; nothing was committed
publish-nameless = { $folder } does not say which build it is: its file .releve-site is missing
    .help = build the site again; nothing was committed
publish-draft = { $folder } is a draft, built in spite of errors, and a draft is not published
    .help = repair what `releve check` names, or give its rule less weight below `[checks]` in book.toml, then build again without `--draft`; nothing was committed
publish-wider = { $folder } is the edition for { $audience }, and a static site has no access control: whoever may read the branch or its pages would read where each key lies and who holds it. Nothing was committed.
    .public = for everybody: `releve build --audience public`, then `releve publish`
    .restricted = if only they can reach the place, the branch included: `restricted = true` below `[publish]` in book.toml
publish-wider-before = `{ $branch }` holds the edition for { $audience }: what is committed after it is public, too, and whoever fetches the branch gets both. Nothing was committed.
    .help = publish to another branch (`--branch`), or remove this one, with its past: `git branch -D { $branch }`, `git push { $remote } --delete refs/heads/{ $branch }`
publish-damaged = nothing was committed: build the site again

publish-no-repository = { $folder } lies in no git repository with a working tree
    .help = `git init` makes one; a folder can also be copied to a web server as it is, with nothing committed
publish-owner = the repository { $path } belongs to another user
    .help = if you trust it, run `git config --global --add safe.directory "{ $path }"`, or publish as its owner
publish-bad-name = `{ $name }` cannot be the name of a branch
    .help = set `branch` below `[publish]` in book.toml, or `--branch`, such as `pages`
publish-no-room = there can be no branch `{ $branch }` beside the branch `{ $other }`: git would need a folder where the other has a file
    .help = name another branch (`--branch`)
publish-checked-out = `{ $branch }` is checked out in { $folder }: its files would change under somebody's hands
    .help = check out another branch there, or name one for the site alone: `--branch pages`
publish-foreign = `{ $branch }` holds something else than a site, which the site would replace
    .help = name another branch (`--branch`); if nobody needs what is there: `git branch -D { $branch }`
publish-strange = `{ $branch }` holds { $count ->
        [one] a file that is
       *[other] { $count } files that are
    } not of the site, and would be gone: `{ $names }`
    .help = put them into the project, if they belong to the site; else remove them from `{ $branch }` in a commit of your own, or name another branch (`--branch`); nothing was committed
publish-no-identity = git does not know who commits
    .help = `git config user.name "…"` and `git config user.email "…"`; in CI, set GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME and GIT_COMMITTER_EMAIL
publish-changed = { $path } changed while it was read
    .help = wait until the build has ended, then publish again; nothing was committed
publish-locked = another program is changing `{ $branch }`
    .help = wait for it; if none runs, one has died: remove { $file }
publish-moved = `{ $branch }` was moved by another program meanwhile
    .help = publish again
publish-git = git says: { $reason }

publish-no-remote = there is no remote `{ $remote }`
    .add = `git remote add { $remote } ADDRESS` makes one; nothing was committed
    .known = the remotes are `{ $known }`: name one after `--push`, or set `remote` below `[publish]` in book.toml; nothing was committed
publish-no-token = the variable that `--token-env` names is not set, or is no name of a variable
    .help = name the variable, not the token: `--token-env PAGES_TOKEN`; nothing was committed
publish-behind = `{ $remote }` has commits on `{ $branch }` that are not here: somebody else has published
    .help = `git fetch { $remote }`, then `git branch --force { $branch } { $remote }/{ $branch }`, then publish again: your site follows theirs
publish-apart = `{ $branch }` here and on `{ $remote }` went different ways: each has commits that the other has not
publish-no-git = git is not installed, and pushing is done by it; the commit is made
    .help = install git, then `git push { $remote } refs/heads/{ $branch }:refs/heads/{ $branch }`
publish-refused = `{ $remote }` did not take `{ $branch }`: { $reason }
    .help = the commit is made and kept: try `git push { $remote } refs/heads/{ $branch }:refs/heads/{ $branch }` until it works; nothing was forced

init-ci-taken = `{ $path }` is already there, and nothing is replaced: `releve init EMPTY-FOLDER --ci …` writes one to copy from
init-ci-source = From which git repository does the pipeline install releve?
init-ci-fill = before its first run: write into RELEVE_SOURCE in { $path } from which git repository releve is installed
init-ci-below = { $host } looks for this file at the top of the repository only: move it to { $top }, and write `releve -C { $folder }` for `releve` in it
init-ci-next =
    .gitlab = next: commit it, push, and set the schedule for the night (Build > Pipeline schedules)
    .github = next: commit it, push, and choose GitHub Actions as the source of Pages (Settings > Pages)
    .forgejo = next: write the label of your runner into it (`runs-on`), commit it, push, and switch Actions on (Settings > Units)
    .open = nothing is open until somebody opens it: the pipeline publishes a site without content, and is green, until pages and things say `audience: public`
