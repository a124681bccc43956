# Findings: how they are printed, and what the checks say.

severity-error = error
severity-gap = gap
severity-warning = warning
severity-note = note
severity-help = help

summary-clean = nothing to report
summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
summary-gaps = { $count ->
    [one] { $count } gap
   *[other] { $count } gaps
}
summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
summary-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
