# What we use and how free it is, the projects that we host, mutual aid.

partner-until = Agreed until { $date }. After that day, count on nobody there.

tools-title = Our tools
tools-lead = What we use, how free it is, why we accept the rest, and how we would leave.
tools-summary = { $free ->
    [0] None of the { $all } programs is free.
   *[other] { $free } of { $all } programs { $free ->
        [one] is
       *[other] are
    } free.
}
tools-charters = We have signed:
tools-software = Software
tools-used-for = Used for
tools-nonfree = Providers that are not free
tools-mixed = Providers that are partly free
tools-free = Providers that run free software
tools-beside = Providers without software of ours
tools-unsaid = Other providers
tools-why = Why we accept it
tools-until = until { $date }
tools-decided = Decisions
tools-leave = We would leave it for
tools-tried = Tried
tools-untried = not yet
tools-tried-on = on { $date }
tools-tried-in = on { $date }, in { $took }
tools-tried-beside = on { $date }, in { $took }; planned: { $effort }
tools-tried-in-vain = on { $date }, and it did not work
tools-data = Taking one’s data along
tools-data-lead = This is how everybody gets out what they put in:

derived-exit-tried = Left on trial
