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
