# Whether somebody can take over today: levels, links, gates, and why they are what they are.

level-no = No
level-on-paper = On paper
level-likely = Likely
level-proven = Proven

link-access = Access
link-know-how = Know-how
link-data = Data

why-nothing-opens = nothing is known to open { $thing }
why-holders-unknown = nobody says who holds { $thing }
why-store-unknown = nobody says where { $thing } lies
why-store-lost = what { $thing } lies in is lost
why-no-way = they do not hold { $thing }, and no way to it is known that works without whoever is gone
why-second-factor-unknown = nobody says what { $thing } asks for besides the secret
why-second-factor-elsewhere = they hold { $thing }, but not its second factor
why-never-opened = nobody who stays ever tried { $thing }
why-page-missing = { $thing } has no page { $of ->
        [restore] that says how to bring it back
        [operate] that says how to run it
        [diagnose] that says what to do when it fails
        [communicate] that says whom to tell
       *[other] of type { $of }
    }
why-draft = { $thing } is a draft
why-never-followed = nobody ever followed { $thing }
why-by-author = only who wrote { $thing } followed it
why-author-unknown = nobody can tell whether who followed { $thing } wrote it
why-data-unknown = nobody says what { $thing } holds
why-no-backup = no backup holds what { $thing } holds
why-copies-unknown = nobody says where the copies of { $thing } lie
why-copies-lost = all copies of { $thing } are lost
why-key-unknown = nobody says what decrypts { $thing }
why-key-out-of-reach = { $thing } is decrypted by { $key }, which they cannot get
why-never-restored = { $thing } was never brought back
why-no-objective = { $thing } came back, but nobody says how long that may take
why-not-timed = { $thing } came back, but nobody measured how long it took
why-too-slow = { $thing } took longer to come back than it may
why-failed = the last try of { $thing } failed
why-old = what was shown of { $thing } was good until { $date }
why-changed = what { $thing } depends on has changed since it was shown
why-change-unknown = nobody can tell what has changed of { $thing } since it was shown
why-reported = of { $thing }, somebody else says that it was done
why-by-another = { $thing } was shown by somebody else

gate-reachable = They can be reached without anything of ours
gate-vault = The vault opens to them
gate-domains = The domains are in reach, and last
gate-copy = They opened the copy of this site that lies elsewhere
gate-organisation = Somebody else can pay, and speak for the organisation
gate-takeover = The takeover is written down, and was read back
gate-repository = They have the repository of this site, and may write
gate-backups = What must come back is saved, with its key elsewhere

closed-unreachable = no way to reach { $thing } is known that does not run over what is ours
closed-access = { $thing } does not open to them
closed-keeper-unknown = nobody says who keeps { $thing }
closed-ends = { $thing } ends on { $date }
closed-end-unknown = nobody says when { $thing } ends
closed-never-opened = no access check of a takeover page by them is recorded
closed-opened-until = that they opened it was good until { $date }
closed-nobody-pays = nobody else is known who can pay
closed-nobody-speaks = nobody else is known who may speak for the organisation
closed-no-page = no takeover page has a part for the first hour
closed-nobody-declares = nobody who is there may declare a takeover
closed-no-trigger = nobody says after what silence a takeover begins
closed-not-read-back = they never said back what { $thing } means
closed-changed-since = { $thing } has changed since they read it, or nobody can tell
closed-never-committed = no commit by { $thing } is known
closed-committed-until = the last commit by them was good until { $date }
closed-key-inside = the key of { $thing } lies in what it protects

readiness-title = Can somebody take over today?
readiness-nobody = Nobody stands by: nobody has the role `backup-admin`.
readiness-can = { $name } can take over: { $counts }.
readiness-not-today = Not today: { $reason } ({ $name }).
readiness-counts = { $proven } proven, { $likely } likely, { $paper } on paper, { $no } no
readiness-no-services = There is no service that people rely on.
readiness-gates-open = All gates are open.
readiness-gates-shut = { $count ->
        [one] One gate is shut.
       *[other] { $count } gates are shut.
    }
readiness-services = { $count ->
        [one] one service
       *[other] { $count } services
    }
readiness-figure = { $figure } of 100
readiness-figure-blocked = —, blocked ({ $figure } of 100 if every gate were open)
readiness-unrehearsed = at most 90 without a takeover that was rehearsed within a year
readiness-together = All who stand by, together: { $counts }.
readiness-first-to-fall = First to fall: { $what } on { $date }.
readiness-falls-service = { $service } becomes { $level }
readiness-falls-link = { $service }, { $link }, becomes { $level }
readiness-falls-gate = the gate “{ $gate }” shuts
readiness-opens-gate = the gate “{ $gate }” opens
readiness-falls-rehearsal = the last rehearsed takeover is a year ago
readiness-gains-rehearsal = a takeover was rehearsed
readiness-next = Next best action: { $action }.
readiness-action = { $what }, about { $time } ({ $lifts })
readiness-action-access-check = an access check of { $things }
readiness-action-partial = following { $things }
readiness-action-restore = a restore of { $things }
readiness-action-takeover = a rehearsed takeover of { $things }
readiness-lifts = { $count ->
        [0] lifts no service yet
        [one] lifts { $services }
       *[other] lifts { $count } services: { $services }
    }{ $links ->
        [0] {""}
        [one] , and one link
       *[other] , and { $links } links
    }
readiness-hours = { $hours ->
        [0] { $minutes } min
       *[other] { $minutes ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes }
        }
    }
readiness-held-by = held down by { $services }
readiness-until = until { $date }
readiness-gate-open = open
readiness-gate-shut = shut
readiness-without = Without { $names }
readiness-without-none = Nothing falls.
readiness-bus-factor = { $count ->
        [0] As it is, nobody can run { $service }, one of those that must be back first.
        [one] One person cannot be missed: without { $names }, nobody can run { $service }, one of those that must be back first.
       *[other] Without { $names }, nobody can run { $service }, one of those that must be back first.
    }
readiness-bus-factor-more = { $count ->
        [one] What must be back first can be run without any one person.
       *[other] What must be back first can be run without any two people.
    }
readiness-formula = Each service counts for the weakest of access, know-how and data, and of the services that it cannot work without. The figure is the sum of weight times value over the sum of weights: 4, 2 and 1 for services that must be back within a day, a week, or later; 0 for no, 20 for on paper, 70 for likely, 100 for proven.
readiness-provenance = { $records } of { $all } links rest on records, { $paper } on what is written down alone, and { $missing } are missing.

hand-back-title = When { $name } goes
hand-back-nothing = Nothing is in the hands of { $name }.
hand-back-rotate = Change these secrets: { $name } knows them
hand-back-revoke = Close their own way in
hand-back-second-factor = Give the second factor to somebody else, and take theirs off
hand-back-recovery = Make another way in for when the holders are gone
hand-back-own = Name somebody else who answers for it
hand-back-transfer = Have it put into the name of the organisation
hand-back-pay = Name somebody else who pays
hand-back-represent = Elect or name somebody else, and tell the bank and the providers
hand-back-write = Take back the right to write to the repository of this site
hand-back-other = They are named here, too

readiness-judged = Judged for { $date }. What happens by itself after that day stands below, by its day.
readiness-aged = Some of what this copy knew has aged: the figures below are those of today.
readiness-shut-since = Not today: a gate is shut.
readiness-verdict = Verdict
readiness-next-heading = What is best done next
readiness-gates-heading = Gates
readiness-gates-lead = While one of these is shut, nobody takes over, whatever the services say.
readiness-services-heading = The services
readiness-services-lead = Each is worth what its weakest link is worth, and no more than what it cannot work without.
readiness-forecast-heading = If nobody does anything
readiness-forecast-lead = What is shown is good for a while. On these days it becomes worth less, or something ends.
readiness-missing-heading = Who cannot be missed
readiness-rule-heading = How this is worked out
readiness-windows = What was shown is good for 180 days for a way in, 365 days for a page that was followed, and 180 or 365 days for a restore, by how early the service must be back; then it counts for one level less, and for another after as much time again. What changed since costs one more. Only records count, and of these only what was committed; what others say of somebody counts for one level less. A page that its own author follows is not proven by that.
readiness-held-by-heading = It is held down by what it cannot work without:
readiness-without-heading = Without
readiness-do = { $what } (about { $time })
readiness-do-access-check = Check that these open
readiness-do-partial = Follow this
readiness-do-restore = Bring this back, elsewhere, and measure the time
readiness-do-takeover = Rehearse the takeover of all of this

departures-title = When somebody goes
departures-lead = What to change, to close and to give to somebody else, for each person, in the order in which it presses.
departures-nothing = Nothing depends on any one person.
departures-command = The same in a terminal:
