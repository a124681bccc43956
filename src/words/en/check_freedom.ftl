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

provider-exception-expired = the exception for `{ $provider }` ended on { $date }
    .help = decide anew: leave, or say why not and until when in `charter_exception`
provider-exit-untested = nobody has ever tried to leave `{ $provider }`
    .failed = when somebody last tried to leave `{ $provider }`, on { $date }, it did not work
    .help = take the way out once with a sample, such as one mailbox or one export, and record it: `releve record exercise`, `subjects: ['{ $page }']`
provider-freedom-contradicted = `{ $provider }` is said to run free software, and the licence of `{ $names }`{ and-more } is not free
    .free = `{ $provider }` is said to run nothing free, and the licence of `{ $names }`{ and-more } is free
    .help = write `software_freedom: mixed` or `nonfree`, or correct the licence
    .free-help = write `software_freedom: mixed` or `free`, or correct the licence
    .here = its licence stands here
provider-no-exit = `{ $provider }` is not free software, and no page says how to leave it
    .help = write a page of `type: exit` for it, and name it: `exit: {"{"}to: …, how: …, effort: …{"}"}`

service-unknown-license = the licence of `{ $service }` is none that is known: `{ $part }`
    .did-you-mean = did you mean `{ $suggestion }`?
    .help = write its identifier of the SPDX list (https://spdx.org/licenses/), or `LicenseRef-…` for one that is not free

project-no-contact = nobody of `{ $project }` can be told
    .help = ask for a name and a number or an address, and write them into `contacts`
    .ours = `{ $project }` is reached over our own domains only
    .ours-help = ask for one channel that works while ours are down, such as a telephone number
project-no-exit-route = nobody says how `{ $project }` gets its data out of `{ $names }`{ and-more }
    .help = say it for the project in `leaves_with`, or for the service in `data: {"{"}class: …, export: …{"}"}`

provider-charter = `{ $provider }` is not free, and nobody says why it is used in spite of { $charter }
    .help = leave it; or say why not and until when in `charter_exception`, or in a page of `type: decision` about it
    .data = `{ $provider }` sees data of people, and no agreement says what it does with it, as { $charter } asks
    .data-help = ask it for its data processing agreement, and write its address into `dpa`
