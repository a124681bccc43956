# Findings that are accepted for a time, and the pages that show what was found.

waiver-expired = the waiver of `{ $rule }` for `{ $on }` ended on { $until }
    .help = repair what it accepted and remove it, or `{ $by }` decides again
waiver-too-long = the waiver of `{ $rule }` for `{ $on }` ends on { $until }, in more than { $most } days
    .reason = the waiver of `{ $rule }` for `{ $on }` gives no reason
    .end = the waiver of `{ $rule }` for `{ $on }` has no end
    .help = write why (`because`) and a last day (`until`) at most { $most } days ahead; until then it is not used
waiver-unused = the waiver of `{ $rule }` for `{ $on }` accepts nothing
    .help = nothing of this kind is found there: remove the waiver
    .nothing = nothing is called `{ $on }`: name the thing that the finding is about, such as `service:wiki`, or the path of its file
    .off = `{ $rule }` is off in `[checks]`: remove the waiver

findings-waived-count = { $count ->
    [one] { $count } more finding is accepted for a time (`[[checks.waivers]]` in `book.toml`)
   *[other] { $count } more findings are accepted for a time (`[[checks.waivers]]` in `book.toml`)
}

findings-title = Findings
findings-lead = What the checks found in the pages and the inventory: what hurts most comes first.
findings-errors = Errors
findings-gaps = Readiness gaps
findings-warnings = Warnings
findings-notes = Notes
findings-accepted = Known and accepted for a time
findings-accepted-until = Known gap, accepted until { $until } because { $because }, by { $by }
findings-more = … and { $count } more, which `releve check` prints
findings-none = Nothing was found.
findings-command = The same in a terminal, with the lines:

rules-title = What the rules mean
rules-lead = What each rule finds, why it matters, and how to fix it.

rules-of = Rules: { $group }
