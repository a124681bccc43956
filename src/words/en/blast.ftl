# What happens when something fails, and whom to tell.

blast-title = If this fails
blast-falls = These fall with it:
blast-nothing-falls = Nothing else falls with it.
blast-weakened = These go on, with something missing:
blast-tell = Tell these:
blast-loses = loses
blast-agreed = Words agreed with them:
blast-send = To send, with the blanks filled in:
# Names in a sentence to send.
quoted-name = “{ $name }”
names-and-last = { $names } and { $last }

blast-message = Hello,

    { $count ->
        [one] The service { $services } has
       *[other] The services { $services } have
    } not worked since ____ (time). We are on it. We hope to be done by ____.

    Until then: ____ (what you can use instead). As far as we know, nothing that you stored is lost.

    We will write again at ____, whatever happens by then.

    { $us }
