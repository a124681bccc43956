# The past: what git knows, and what it does not.

git-shallow = the history is cut off, so the last change of { $files ->
        [one] one file
       *[other] { $files } files
    } is not known
    .help = fetch the whole history with `git fetch --unshallow`; in CI, set `fetch-depth: 0` (GitHub, Forgejo) or `GIT_DEPTH: 0` (GitLab)

git-unreadable = the history of the repository cannot be read: { $reason }
    .help = look at what `git status` and `git fsck` say in that folder
    .owner = the repository `{ $path }` belongs to another user, so its history is not read
    .owner-help = if you trust it, run `git config --global --add safe.directory "{ $path }"`, or build as its owner
    .objects = the repository lacks objects, so the last change of { $files ->
        [one] one file
       *[other] { $files } files
    } is not known: { $reason }
    .objects-help = look with `git fsck`, then fetch the objects again with `git fetch --refetch`, or clone anew
    .version = the version `{ $name }` cannot be read whole: { $reason }

git-dirty-build = { $count ->
        [one] the site is built from a file that differs from its commit: `{ $names }`
       *[other] the site is built from { $count } files that differ from their commit: `{ $names }`
    }
    .help = commit, then build: whoever holds a copy later can then find what it was made of
