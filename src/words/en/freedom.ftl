# What we use and how free it is, the projects that we host, mutual aid.

partner-until = Agreed until { $date }. After that day, count on nobody there.

tools-title = Our tools
tools-lead = What we use, how free it is, why we accept the rest, and how we would leave.
tools-summary = { $free ->
    [0] { $all ->
        [one] The only program is not free.
       *[other] None of the { $all } programs is free.
    }
   *[other] { $free } of { $all } { $all ->
        [one] program
       *[other] programs
    } { $free ->
        [one] is
       *[other] are
    } free.
}{ $unknown ->
    [0] {""}
    [one] {" "}Of one more nobody knows.
   *[other] {" "}Of { $unknown } more nobody knows.
}
tools-charters = We have signed:
tools-charter-version = { $name }, version { $version }
tools-software = Software
tools-used-for = Used for
tools-nonfree = Providers whose software is not free
tools-mixed = Providers whose software is partly free
tools-free = Providers that run free software
tools-beside = Providers to whom we entrust no software
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
derived-stands-on = Stands on
derived-mail-flows = Its mail

notices-title = Messages to paste
notices-agreed = The words agreed with them come first:
notices-lead = Fill in the blanks, and strike out what is not concerned.
notice-planned = Before planned works
    .text = Hello,

        On ____ (day), from ____ to ____, { $count ->
            [one] the service { $services } is
           *[other] the services { $services } are
        } not available: ____ (why). Nothing that you stored is touched, and you have nothing to do.

        Should this be a bad moment for you, tell us by ____. We will write when it is done.

        { $us }
notice-outage = When something is down
notice-restored = When it is back
    .text = Hello,

        { $count ->
            [one] The service { $services } works
           *[other] The services { $services } work
        } again since ____ (time). It was down from ____, because ____. What we do so that it does not happen again: ____

        Please tell us if something still looks wrong.

        { $us }
notice-loss = When data is lost
    .text = Hello,

        We had to bring back { $count ->
            [one] the service { $services }
           *[other] the services { $services }
        } from a copy of ____ (day and time). What you entered after that is lost. The most that we had promised was { $loss }; this time it was ____.

        Please look at what you did since then, and enter again what you still have. If something older is missing, write to us by ____: we keep the copy until then.

        We are sorry.

        { $us }
notice-end = When a service ends
    .text = Hello,

        We will switch off { $count ->
            [one] the service { $services }
           *[other] the services { $services }
        } on ____ (day), because ____. Until then everything works as before.

        You leave with what is yours: { $leaves }

        We help with it until ____. After that day the data is deleted, copies included, by ____.

        { $us }

charter-title = Charter
charter-lead = What a charter asks, and what this inventory says to it. The charter, and those who watch over it, have the last word. Yes means that the inventory says so; who can see it is decided by the edition.
charter-read-on = Read on { $date }. Only what an inventory can answer is asked here.
charter-source = Source:
charter-quoted-in = (in { $language })
charter-yes = yes
charter-no = no
charter-unseen = cannot be seen here
charter-question-free-software = All software is free
charter-question-exceptions-listed = What is not free is listed, with a reason that holds
charter-question-control = The services run on machines that we control
charter-question-host-named = It is known who hosts the machines
charter-question-third-parties = No provider that goes against the charter, and an agreement with each that sees data
charter-question-backups = What people store is in a backup
charter-question-data-place = It is known where data lies, copies included
charter-question-suppliers = It is known on whom we rely
charter-question-terms = The terms of use can be read (a link of the organisation with type terms)
charter-question-no-advertising = Nobody is shown advertising

derived-tried-with = Tried with them
