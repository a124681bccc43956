# What the checks say of mutual aid, of what we use, and of the projects that we host.

partner-agreement-stale = what `{ $partner }` agreed to is of { $date }: more than a year ago
    .help = ask whether it still holds, and write the day of the answer into `agreed_on`, or an end into `ends_on`
    .ended = the agreement with `{ $partner }` ended on { $date }
    .ended-help = renew it and write down until when; until then it counts for nothing
    .untried = nothing was ever tried with `{ $partner }`
    .tried = the last thing that was tried with `{ $partner }` is of { $date }: more than a year ago
    .untried-help = let them sign in or restart something once, and record it: `releve record exercise`, with `by: { $partner }` or `helped_by`
partner-holds-without-agreement = `{ $partner }` holds `{ $names }`{ and-more }, and nothing is agreed with it
    .ended = `{ $partner }` holds `{ $names }`{ and-more }, and the agreement with it ended on { $date }
    .here = it is named here
    .help = put the agreement in writing, with its day; or take the key back, and change it
