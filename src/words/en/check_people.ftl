# What the checks say of people, ways in, domains, acknowledgements, exercises, and the site's own host.

and-more = { $more ->
    [0] {""}
    [one] {" "}and one more
   *[other] {" "}and { $more } more
}

access-2fa-single = the second factor of `{ $credential }` is out of reach of `{ $names }`{ and-more }
    .unsaid = nobody says who has the second factor of `{ $credential }`, which several people hold
    .help = set it up for every holder and name them in `held_by`, or say in `spare` where the spare codes lie
access-break-glass-undrilled = nobody has ever gone through the emergency access of `{ $credential }`
    .shares = nobody has ever put `{ $credential }` together from its parts
    .sealed = nobody has ever opened the sealed way to `{ $credential }`
    .help = let somebody who does not hold it get in by that way, and record it: `type: access-check`, `subjects: [{ $credential }]`
access-circular = `{ $credential }` lies in `{ $vault }`, which cannot be reached without `{ $door }` that it opens
    .itself = `{ $credential }` opens `{ $vault }`, and lies in it
    .help = keep a copy where it can be had without that: another vault, or a sealed envelope, and name it in `store`
    .reset = the mail that resets `{ $credential }` goes to { $mail }, which does not arrive without `{ $door }` that it opens
    .reset-help = enter an address that lies on none of your own domains, and name it in `reset_via`
access-never-proven = nothing shows that `{ $person }` has ever got in with `{ $names }`{ and-more }
    .failed = the last time `{ $person }` tried `{ $names }`{ and-more }, it did not work
    .old = it is too long ago that `{ $person }` got in with `{ $names }`{ and-more }
    .help = let them sign in with each, and record it, all in one: `releve record exercise`, `type: access-check`
access-personal-account = the account at `{ $thing }` is that of `{ $person }`: it goes with them
    .help = have it put in the name of the organisation, then write `account_holder: organisation`
    .domain = `{ $thing }` belongs to `{ $person }` in law: it goes with them
    .domain-help = have the registrant changed at the registrar, then write `registrant: organisation`
access-single-holder = `{ $holder }` alone holds `{ $credential }`, and there is no other way to it
    .nobody = nobody who stays holds `{ $credential }`, and there is no other way to it
    .unsaid = nobody says who holds `{ $credential }`, and there is no other way to it
    .help = give it to a second person and name them in `holders`, or arrange a way in and describe it in `recovery`
access-slow-break-glass = without its holders, `{ $credential }` takes `{ $delay }`, and `{ $service }` may be down for `{ $outage }` only
    .help = shorten the delay to half of that, or give a backup administrator the credential and its second factor

ack-stale = `{ $page }` has changed since `{ $person }` read it on { $date }
    .never = `{ $person }` takes over, and has not said back what `{ $page }` means
    .help = let them read it and say it back: `releve record acknowledgement`
    .commit-help = commit the record that lies there: what is not committed does not count

domain-expires = `{ $domain }` ends on { $date }
    .past = `{ $domain }` ended on { $date }, by what is written here
    .unknown = nobody says when `{ $domain }` ends
    .help = renew it now, and write down the new day
    .renews-help = it renews itself: look whether it has, and write down the new day
    .unknown-help = look at the registrar, and write down the day
domain-no-auto-renew = `{ $domain }` ends on { $date }, and does not renew itself
    .help = turn on renewal at the registrar, or renew it now and write down the new day
domain-registrar-single = `{ $holder }` alone gets into `{ $provider }`, which keeps `{ $names }`{ and-more }
    .nobody = nobody who stays gets into `{ $provider }`, which keeps `{ $names }`{ and-more }
    .help = give `{ $credential }` to a second person, or arrange another way in and describe it in `recovery`
    .no-key = no credential opens `{ $provider }`, which keeps `{ $names }`{ and-more }
    .no-key-help = describe the login in `credentials.yaml`: where it lies, and who holds it

exercise-batch = { $count } records of `{ $person }` were added by one commit ({ $commit }, { $date })
    .help = commit a record on the day of what it says; what is written down later counts, but is believed less
    .untimed = nobody knows how long this took
    .untimed-help = measure it the next time; as long as that is not known, nobody can tell whether it is fast enough
exercise-none-this-year = the last takeover that was tried is that of { $date }: more than a year ago
    .never = nobody has ever tried a whole takeover
    .help = let a backup administrator run everything for an evening without the primary one, and record it: `type: takeover`
    .help-page = write first how one takes over, as a page with `type: takeover`: `{ $page }`

person-leaver-holds = `{ $person }` left on { $date }, and is still in `{ $fields }` of `{ $thing }`
    .also = here, too
    .help = name somebody who stays
    .help-credential = change the secret, then name those who hold it now
person-no-backup-admin = nobody is there to take over
    .leaving = `{ $person }` leaves, and nobody else is there to take over
    .help = give somebody who stays the role `backup-admin` in `people.yaml`
person-no-representative = nobody who stays may speak for the organisation in law
    .one = only `{ $person }` may speak for the organisation in law
    .help = name at least two people who are entered in the register, and whom providers and the bank know
person-own-infra-contact = every way to reach `{ $person }` goes through `{ $names }`{ and-more }, which may be what is down
    .unknown = nobody says how to reach `{ $person }`
    .help = add a telephone number, or an address that lies on none of your own domains
person-spof-service = without `{ $person }`, nobody gets into what these stand on: `{ $names }`{ and-more }
    .help = give a second person `{ $names }`{ and-more }, or arrange another way in
    .run = nobody but `{ $person }` has ever run `{ $names }`{ and-more }
    .run-help = let somebody else restore it or follow one of its pages, and record it: `releve record exercise`

ref-retired-target = `{ $thing }` is in use, and relies on `{ $target }`, which is retired, in `{ $field }`
    .help = name what has taken its place, or take it out

site-self-hosted = this site is reached at { $url }, on `{ $carrier }`: it goes down with what it describes, and nobody who takes over has opened a copy
    .old = this site is reached at { $url }, on `{ $carrier }`: it goes down with what it describes, and a copy was last opened on { $date }
    .help = let a backup administrator open a copy that lies elsewhere, and record it: `type: access-check` with a page of takeover in `subjects`
