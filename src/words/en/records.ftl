# Records: exercises, acknowledgements, incidents, and what is wrong with them.

record-date-differs = the name of this file says { $named }, and `{ $field }` says { $written }
    .help = correct the one that is wrong
record-found-nothing = the try failed or needed fixes, but the record does not say what was wrong
    .help = write what it was, one line each; if there was nothing, the result is `pass`
record-impossible-order = `{ $later }` lies before `{ $earlier }`
    .earlier = `{ $earlier }` is here
    .help = correct the moment that is wrong; where only the day is known, write only the day
record-nothing =
    .help = if there was nothing, write the word `nothing`
record-short-readback = { $count ->
        [one] this reading back has one word, so it does not count
       *[other] this reading back has { $count } words, so it does not count
    }
    .help = say in your own words what you would do first, what you would need, and when you would stop: at least { $fewest } words
record-unknown-file = `{ $name }` is no record
    .did-you-mean = did you mean the folder `{ $folder }/`?
    .help = records lie in { $folders }
    .help-name = name it by its day and a few words, like `2026-11-22-nextcloud.yaml`, in small letters without accents

record-kind-exercise = exercise
record-kind-acknowledgement = acknowledgement
record-kind-incident = incident

field-date = Date
field-by = By
field-helped_by = With the help of
field-subjects = About
field-result = Result
field-took = Took
field-data_age = Age of the data brought back
field-found = Found
field-fixed_in = Put right in
field-subject = About
field-readback = Read back
field-questions = Open questions
field-started = Started
field-noticed = Noticed
field-ended = Over
field-services = Services
field-cause = Cause
field-impact = What people felt of it
field-runbooks_used = Pages used
field-runbooks_missing = Pages missing
field-actions = To do
field-done = Done
field-public_summary = What everybody may read

exercise-type-access-check = access check
exercise-type-read-through = read-through
exercise-type-tabletop = talked through
exercise-type-partial = partial exercise
exercise-type-restore = restore
exercise-type-takeover = takeover
exercise-result-pass = passed
exercise-result-pass-with-fixes = passed with fixes
exercise-result-fail = failed

# What a page says of the exercises about it.

proof-followed = Followed by
proof-failed = Tried without success by
proof-read = Read, not followed, by
proof-opened = Only the way in was tried, the page not followed, by
proof-unclear = Tried, nobody wrote how it ended, by
proof-when = on { $date }{ $took ->
        [unknown] { "" }
       *[other] , in { $took }
    }{ $age ->
        [unknown] { "" }
       *[other] , with data { $age } old
    }{ $result ->
        [pass-with-fixes] , with fixes on the way
       *[other] { "" }
    }.
proof-by-author = author of the page
proof-by-other = not an author of the page
proof-author-unknown = author of the page or not: unknown
proof-reported = Reported by { $name }, not by the person.
proof-reported-stranger = Reported by { $name }; whose name that is, is not known.
proof-reported-unknown = Nobody knows who recorded it.
proof-uncommitted = Not recorded in git yet: it does not count.
proof-foretold = Dated after the commit that added it: it does not count.
proof-found = Found:
proof-nothing-changed = Nothing that matters has changed since.
proof-changed = Changed since:
proof-change-unknown = What has changed since is not known.
proof-more-changes = { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }
proof-until = To be trusted until { $date }
proof-until-changed = What has not changed: to be trusted until { $date }
proof-past = past: try it again
proof-was = it was:
proof-gone = gone
proof-new = new
proof-step = step { $number }: { $action }
proof-step-gone = a step is gone: { $action }

# The pages of the records.

site-exercises = Exercises and acknowledgements
site-exercises-lead = What somebody really tried or said back, the newest first, then what nobody has proven yet.
site-exercises-done = What was tried
site-acknowledgements = What was read back
site-no-exercises = No exercise is recorded: all of this handbook is still only paper.
site-how-to-record = To record a try:
site-never-proven = Never proven
site-never-restored = Backups that nobody has restored
site-never-opened = Credentials that nobody has used with success
site-never-tried = Services that nobody has taken over or restored
site-never-followed = Pages that nobody has followed to the end
site-more-never-proven = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
site-incidents = Incidents
site-incidents-lead = What broke, what it cost, and what is left to do so that it does not happen again.
site-incidents-left = Left to do
site-incidents-missing = Pages that were missing

record-kind-exercise-heading = Exercise
record-kind-incident-heading = Incident
record-title = { $what }: { $about }{ $more ->
        [0] { "" }
        [one] { " " }and { $more } more
       *[other] { " " }and { $more } more
    }
record-title-on = { $title }, { $date }
record-moment = { $date } at { $hour }:{ $minute }
record-hours = { $hours } h { $minutes } min
record-noticed-after = { $length } after the start
record-lasted = lasted { $length }
record-goes-on = not over
record-no-page = none
record-nothing-found = nothing
record-own = Recorded by the person.
record-worth = What has changed since
record-replaced = A newer record counts instead of this one.
record-not-done = It was only read, talked about, or opened: that shows nothing of it.
record-too-short = It does not count: too little was said back.
record-by-nobody = It does not count: nobody is named who did it.
record-file = This record lies in
record-action-by = by
record-action-done = done on
record-action-open = no date
record-action-late = late

timeline = Over time
timeline-written = Description changed by { $author }
timeline-trust-ends = last day of trust: try it again by then
timeline-rest = The rest:
read-back = Read, and said back in their own words, by
read-back-when = on { $date }.
read-back-nothing = Nothing has changed here since.
read-back-changed = Changed since, and not read back yet:
