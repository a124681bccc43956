## Days: what ends by itself, what has to be done again, what is due.

calendar-lead = What ends by itself and what has to be done again, by the last day on which somebody can act. Days that have passed stay listed until somebody writes down what became of them.
calendar-none = Nothing here has an end, and nothing is due.
calendar-now = As soon as possible
calendar-due = to be done
calendar-notice = last day to give notice; { $what }: { $date }

calendar-expires = expiry
calendar-renews = renewal
calendar-payment = end of the means of payment
calendar-agreement = end of the agreement
calendar-exception = end of the exception to the charter
calendar-leaves = departure
calendar-rotation = secret to change
calendar-proof-access = check of access to be done again by this day
calendar-proof-know-how = exercise to be done again by this day
calendar-proof-data = restore to be done again by this day
calendar-rehearsal = try the whole takeover
calendar-copy = open one’s copy of this site
calendar-recount = count the reserves again
calendar-certificate = end of the certificate
calendar-look-again = look at it again from outside
calendar-waiver = end of what was accepted ({ $gap })
calendar-read-back = read it, and say back what it means

calendar-otherwise-renews = Renews itself, as long as it is paid.
calendar-otherwise-ends = It ends, unless somebody renews it.
calendar-otherwise-unknown = Nobody knows whether it renews itself: take it that it does not.
calendar-otherwise-payment = The next payments fail.
calendar-otherwise-agreement = The help that was agreed on ends.
calendar-otherwise-exception = The rule holds again.
calendar-otherwise-leaves = Somebody leaves: their keys must be in other hands before.
calendar-otherwise-rotation = Whoever has ever known this secret can still get in.
calendar-otherwise-proof = From the next day on this counts for less: it has not been tried for too long.
calendar-otherwise-rehearsal = Nobody knows whether the pages are enough to take over with.
calendar-otherwise-copy = On the day when everything is down, nobody knows whether the copy opens.
calendar-otherwise-recount = How long the money lasts is worked out from an old figure.
calendar-otherwise-certificate = Browsers refuse the page, unless the certificate was renewed in between.
calendar-otherwise-look-again = What a machine saw of it does not count any more.
calendar-otherwise-waiver = The gap counts again.
calendar-otherwise-read-back = Nobody can say that this page is understood as it is now.

calendar-file = The same days for your calendar (calendar.ics)
calendar-file-how = In Thunderbird: New Calendar, On the Network, then the address of this file; from a stick: Import.
calendar-summary = { $name }: { $what }
calendar-cost = Cost:
