# Checks of backups, services and pages: what they say, and the words of authors that they look for. Phrases of one kind are separated by |.

phrases-irreversible = cannot be undone | can't be undone | can not be undone | no way back | irreversible | point of no return | is gone for good | can still go back | can still give up | can still be undone

phrases-vague = simply | just | obviously | as usual | of course | easily

phrases-unfinished = to be completed | to be written | to be done | fill in later

backup-promised = promised here: `{ $promised }`

backup-key-inside = `{ $key }`, which opens `{ $backups }`, lies in `{ $vault }`, which would be lost together with what the backup protects
    .help = keep the key in a second place that stands elsewhere, and say so in `store`, or as `recovery: {"{"} route: sealed {"}"}`
    .one = only `{ $holder }` holds `{ $key }`, which opens `{ $backups }`, and no other way in is known
    .nobody = nobody who stays holds `{ $key }`, which opens `{ $backups }`, and no other way in is known
    .holders-help = give the key to a second person and add them to `holders`, or say in `recovery` how one gets at it without them

backup-never-restored = nobody has ever restored anything from `{ $backup }`
    .failed = nobody has ever restored anything from `{ $backup }`: the attempt of { $on } failed
    .commit = the record of { $on } will count once it is committed
    .help = restore it once beside the real thing, and note that with `releve record exercise`

backup-none = `{ $service }` holds data, and no backup covers it or a host it runs on
    .config = `{ $service }` holds data about people, and its backups save the configuration only
    .help = describe the backup that covers `{ $service }`, or say why nothing can be lost, as `data: {"{"} none: "…" {"}"}`

backup-restore-stale = the last restore from `{ $backup }`, on { $on }, was to be trusted until { $until }
    .changed = since the last restore from `{ $backup }`, on { $on }, these have changed: `{ $changed }`
    .failed = the last attempt to restore from `{ $backup }`, on { $on }, failed
    .help = restore it again beside the real thing, and note that with `releve record exercise`

backup-rpo-gap = up to `{ $gap }` may lie between two runs of `{ $backup }`, more than the loss promised to { $services }
    .measured = what was last restored from `{ $backup }` was `{ $age }` old, more than the loss promised to { $services }
    .help = run it more often, or promise less in `rpo` and tell the users

backup-same-domain = every copy of `{ $backup }` would be lost with the data itself: all lie at `{ $places }`
    .help = add a copy at another provider, or on a machine that stands elsewhere

backup-silence = nothing would notice if `{ $backup }` stopped running
    .help = have something tell you when a run is missing, and say in `watched_by` what

backup-slower-than-rto = the last restore from `{ $backup }` took `{ $took }`, longer than promised to { $services }
    .help = make the restore faster, or promise what was measured in `rto` and tell the users

link-external-critical = { $more ->
    [0] a step needs a page of others, at `{ $host }`
    [one] steps need pages of others, at `{ $host }` and one more place
   *[other] steps need pages of others, at `{ $host }` and { $more } more places
}
    .another = another, at `{ $host }`
    .help = write into the step what one needs from there, and keep the link for those who want more

runbook-drift = since somebody last followed this page, on { $on }, these have changed: { $changed }
    .help = have somebody follow it again, and note that with `releve record exercise`
    .version = this page was tested with `{ $software }` { $tested }, and the inventory has { $now }
    .version-help = follow it with that version, then correct `tested_with`

runbook-no-check = this page of type `{ $kind }` does not say how one sees that it worked
    .help = add a section `{ $heading }`, or to the last step what one should see

runbook-no-undo = following this page is `{ $risk }`, and it does not say how to go back, or that nobody can
    .help = add a section `{ $heading }`, or the words “{ $phrase }” at the step in question

runbook-only-author = nobody but `{ $by }`, who wrote it, has followed this page
    .help = have somebody else follow it without help, and note that with `releve record exercise`

runbook-placeholder = { $more ->
    [0] this page still has a placeholder: `{ $written }`
    [one] this page still has placeholders: `{ $written }` and one more
   *[other] this page still has placeholders: `{ $written }` and { $more } more
}
    .another = another: `{ $written }`
    .help = write what belongs there, or set `status: draft` until somebody knows

runbook-sections = { $count ->
    [one] a page of type `{ $kind }` needs a section `{ $sections }`
   *[other] a page of type `{ $kind }` needs the sections `{ $sections }`
}
    .help = write what is missing; where there is nothing to say, a sentence says why
    .short = { $count ->
        [0] the section `{ $heading }` is empty
        [one] the section `{ $heading }` has one word
       *[other] the section `{ $heading }` has only { $count } words
    }
    .short-help = say it in a sentence

runbook-stale = somebody followed this page on { $on }: it was to be trusted until { $until }
    .spent = nobody has followed this page since { $on }, twice as long as it may be trusted (until { $until }): take it for one that was never tried
    .help = have somebody follow it again, and note that with `releve record exercise`

runbook-step-shape = { $count ->
    [one] a step is hard to follow under stress
   *[other] { $count } steps are hard to follow under stress
}
    .long = its first sentence has { $count } words: say what to do in 25 at most
    .commands = { $count } commands in one step: make a step of each, with what one should see
    .vague = `{ $phrase }`: what is easy for you is not for whoever reads this
    .help = rewrite for somebody who has never done it, and is tired

runbook-time-optimistic = this page says `{ $time }`, and it took `{ $took }` on { $on }
    .help = write `time: { $took }`, or make it shorter and measure again

runbook-unreachable = nothing leads to this page but the list of all pages
    .help = name in `for` what it is about, add `symptoms`, or link to it from the page before it

service-no-abandon-note = nobody says what becomes of `{ $service }` when nobody touches it any more
    .help = say in `if_abandoned` what happens after a month, after three, after a year

service-no-objectives = `{ $service }` is in production, and nobody knows its `{ $fields }`
    .help = ask those who use it how long they can wait, and how much work they can do again

service-no-runbook = no page of type `{ $types }` says what to do about `{ $service }`
    .draft = the pages of type `{ $drafts }` about `{ $service }` are drafts
    .both = no page of type `{ $types }` says what to do about `{ $service }`, and those of type `{ $drafts }` are drafts
    .help = write a page with `type: { $first }` and `for: [{ $service }]`, or name the service in `for` of one that says it
    .draft-help = finish them, have somebody follow them, and set `status: active`

service-rto-gt-mtd = `{ $service }` is promised to be back in `{ $rto }`, and its users can bear `{ $mtd }` at most
    .help = shorten `rto`, or ask the users whether they can really wait longer and correct `mtd`
