# What changed between two times, as an administrator would say it.

change-added = new
change-removed = gone
change-renamed = formerly `{ $id }`
change-of-translation = in { $language }

change-order = { $field }: in another order
change-items-left = { $count ->
    [0] none left
    [one] only one left
   *[other] { $count } left
}

change-step-added = step { $number } is new
change-step-removed = step { $number } is gone
change-step-replaced = step { $number } reads otherwise
change-step-replaced-and-counted = step { $was }, now { $number }, reads otherwise
change-step-moved = step { $was } is now step { $number }: { $action }
change-heading = a heading reads otherwise
change-introduction = the introduction reads otherwise
change-introduction-added = the introduction is new
change-introduction-removed = the introduction is gone
change-notes = the notes read otherwise
change-notes-added = the notes are new
change-notes-removed = the notes are gone
change-section = section “{ $heading }” reads otherwise
change-section-added = section “{ $heading }” is new
change-section-removed = section “{ $heading }” is gone

changes-shared = Several services, or none
change-was = before
change-now = now

# The history of a page.

history-title = History
history-of = History: { $name }
history-legend = The last changes, the newest first.
history-deleted = taken out
history-inserted = put in
history-deleted-start = [taken out:]
history-inserted-start = [put in:]
history-uncommitted = Not committed yet
history-written = Written.
history-removed = Removed.
history-same-words = The same words, written otherwise.
history-moved = Moved from { $was } to { $now }.
history-cut = There is more to this change than is shown here; git has all of it.
history-withheld = Withheld: there was a secret in it. Whoever has a copy of the repository has the secret: rotate it.
history-unreadable = What it said then cannot be read: git does not have the text, or it is too long.
history-before-unknown = What stood there before is not known here.
history-older = { $count ->
    [one] There is one older change: git has it.
   *[other] There are { $count } older changes: git has them.
}
history-cut-off = What changed before is not known. { $why }

# What changed lately.

changes-title = What changed
changes-lead = What is different from what you may remember: by day and service, what was beside what is.
changes-feed = Feed (Atom)
changes-first = From here on git knows this project: everything in it was new.
changes-untold = { $count ->
    [one] One more thing changed that is not listed here: git has it.
   *[other] { $count } more things changed that are not listed here: git has them.
}
changes-cut-thing = More changed in it than is listed here: see its history.
changes-older = Older changes are told by `releve diff`, between any two days.
changes-version = State of version { $name }
changes-before = before:
changes-after = now:
changes-since = Show what changed since
changes-since-all = the oldest day below
changes-since-version = version { $name }
changes-since-day = a day…
changes-since-visit = my last visit
changes-day = Day
changes-nothing-since = Nothing has changed since.
