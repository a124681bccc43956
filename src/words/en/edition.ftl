# Editions: what an audience may see.

site-withheld = (not in this edition)
site-welcome = Welcome
welcome-services = What there is, and what is promised
welcome-mtd = Down for { $length } at most.
welcome-rto = Back within { $length } after a breakdown.
welcome-rpo = At worst, you lose { $length } of work.
welcome-kept = Restored as a test on { $date }, in { $took }.
welcome-late = Restored as a test on { $date }; it took { $took }, longer than promised.
welcome-failed = A test of restoring it failed on { $date }.
welcome-tried = Restoring it was tried on { $date }.
welcome-not-tried = No test of restoring it has been published.
welcome-not-kept = Not as promised
welcome-broken = Out of order since { $date }
welcome-more = More
welcome-contact = Writing to us
site-about-edition = Edition for
site-about-commit-only = { $commit } of { $date }

# For whom is what is written in this way.
to-audience = { $audience ->
    [public] for everybody
    [members] for members
   *[admins] for admins
}
for-audience = { $audience ->
    [public] for everybody
    [members] for members
   *[admins] for admins
}
open-to-audience = { $audience ->
    [public] for everybody
    [members] for members
   *[admins] for admins
}
to-own-audience = { $own ->
    [public] for everybody
    [members] for members
   *[admins] for admins
}

audience-leak = what stands here is { to-audience }, and the finished file `{ $page }`{ $more ->
        [0] {" "}says it
        [one] {" "}and another one say it
       *[other] {" "}and { $more } others say it
    }
    .help = something that is for a wider audience, or a part of the theme, repeats it: take it out there, or open it here
audience-passage = there is no audience `{ $word }`; the passage is shown to admins alone
    .head = there is no audience `{ $word }`; the page is shown to admins alone
    .did-you-mean = did you mean `{ $near }`?
    .help = choose one of: { $words }
    .unclosed = nobody closes this passage: it goes on to the end of the page
    .unclosed-help = write <!-- /audience --> where it ends
    .stray = this closes a passage that was not opened
    .stray-help = take it out, or open the passage with <!-- audience: members --> or <!-- audience: admins -->
audience-no-mark = this looks like the mark of a passage, and is none: it hides nothing
    .help = write <!-- audience: admins --> and <!-- /audience --> to the letter, as text of their own and not in code
audience-unknown-field = `audiences` of `{ $of }` names `{ $field }`, which is no field of it
    .did-you-mean = did you mean `{ $near }`?
    .help = the fields are: { $fields }
audience-no-effect = `{ $field }` is to be { to-audience }, but `{ $of }` itself is only { to-own-audience }
    .help = write the wider audience under `audience` of the thing as well, or take it out here
    .kind = `{ $thing }` is for admins whatever it says: a list of keys helps an attacker first
    .kind-help = take `audience` out
    .passage = the passage is to be { to-audience }, but the page is only { to-own-audience }
    .passage-help = write the wider audience at the head of the page, and mark what is not for them

cli-built-edition = this is the edition { for-audience }: { $pages } { $pages ->
        [one] page
       *[other] pages
    } and { $things } { $things ->
        [one] thing
       *[other] things
    } are marked for them
cli-built-edition-empty = nothing is marked { open-to-audience } yet: write `audience: { $audience }` at the head of a page or in a thing of the inventory
