# In which order things come back.

recovery-title = Restore order
recovery-everything = Everything is lost
recovery-lost = Lost: { $names }
recovery-nothing = Nothing has to be brought back.
recovery-wave = { $number ->
        [1] Wave 1: nothing works without these
       *[other] Wave { $number }
    }
recovery-measured = { $time }, as it took on { $date }
recovery-estimated = { $time }, as its page says
recovery-promised = { $time }, only promised
recovery-with-host = with { $host }
recovery-unknown = nobody knows how long
recovery-back = back after { $one } (alone), { $two } (two people)
recovery-within = may be down for { $time }
recovery-without-copy = what it holds is in no copy any more
recovery-needs = after { $names }
recovery-total = { $people ->
        [1] One person alone
       *[other] { $people } people
    }: { $time } in all
recovery-total-at-least = { $people ->
        [1] One person alone
       *[other] { $people } people
    }: at least { $time } in all; of something, nobody knows how long it takes
recovery-critical = What decides that: { $names }
recovery-first-missed = First deadline missed: { $name } should be back after { $due }, and is after { $back }
recovery-missed = Missed, too: { $name }, due after { $due }, back after { $back }
recovery-none-missed = No deadline is missed.
recovery-cycle = A loop: { $names }. Nothing says which comes first; make one of them soft, best that { $from } depends on { $to }.
recovery-waiting = Waits until others are back: { $name } (for { $needs })
recovery-domains = Kept by what is lost: { $names }. Without the registrar or the name servers nothing can be changed, and soon nothing is found.
recovery-unreadable = Lie in what is lost: { $names }
recovery-gone = No copy is left of { $names }
recovery-days = { $hours ->
        [0] { $days } d
       *[other] { $days } d { $hours } h
    }
recovery-person = Nobody has to bring anything back when a person is gone; this falls:

ref-cycle-hard = these cannot start without each other: `{ $names }`
    .help = make one of them soft: most likely `{ $from }` can run for a while without `{ $to }` (`hard: false`)
service-rto-below-deps = `{ $service }` is promised back within `{ $rto }`, and needs `{ $below }`, which is promised within `{ $slowest }` only
    .help = promise `{ $rto }`, make `{ $below }` quicker, or say `hard: false` if it runs without

recovery-title-of = If { $name } is lost
recovery-lead = Each wave needs those before it. Times are measured where somebody did it, else as the page says, else only promised; sums say “at least” where something is not known.
recovery-lost-heading = Lost, with all that runs on it:
recovery-guess = nobody tried
recovery-late = too late
recovery-after = After
recovery-waiting-heading = Not lost, and down until others are back
recovery-critical-heading = What decides how long it takes
recovery-others-heading = If something else is lost
recovery-gone-heading = Backups of which no copy is left
recovery-unreadable-heading = Keys that lie in what is lost
recovery-domains-heading = Domains that nobody can change any more

recovery-map = The waves, from the first to the last
recovery-no-map = There is no drawing: with one wave or more than thirty things, the list says it better.
entity-map = Where it stands: above, what it needs; below, what needs it
