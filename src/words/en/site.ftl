# What the pages of the site say.

site-skip = Skip to the page
site-helps = Always here
site-where = Where you are
site-neighbours = Around this page
site-on-this-page = On this page
site-turn = Previous and next page
site-previous = Previous
site-next = Next
site-all-contents = All contents …
site-language = English
site-languages = Language
site-untranslated = Not translated yet: this page is shown as it was first written.
site-theme = Colours
site-theme-system = As the system
site-theme-light = Light
site-theme-dark = Dark
site-copy = Copy
site-copied = Copied
site-copy-failed = Not copied: select the text

site-draft = Draft.
site-draft-why = This copy was published with errors in it. Dead references are marked; do not trust it where it is marked.
site-draft-page = Draft: nobody has declared this page ready to be followed.
site-retired-page = Retired: this page describes something that is no longer done.

site-start = Start here
site-takeover = Taking over
site-contacts = Who to call
site-access = Access
site-dates = Dates ahead
site-index = Index A–Z
site-glossary = Glossary
site-decisions = Decisions
site-contents = Contents
site-about = About this copy
site-pages = Pages
site-other-pages = Other pages
site-short-names = Short names and alerts
site-name = Name
site-situation = What is your situation?
site-broken = Something is broken
site-all-of = All: { $list }

site-list-organisation = The organisation
site-list-service = Services
site-list-host = Hosts
site-list-provider = Providers
site-list-domain = Domains
site-list-credential = Access
site-list-backup = Backups
site-list-mail-flow = Mail flows
site-list-project = Projects
site-list-contract = Contracts
site-list-partner = Mutual aid
site-list-term = Glossary
site-list-person = Who to call
site-list-runbook = Pages

site-use-when = Use this when
site-not-when = Do not use this when
site-for = For
site-needs = You need
site-end-of = End of: { $title }
site-ask = Stuck, or in doubt? Ask
site-then = Then:

site-runbooks-about = What to do
site-facts = Facts
site-notes = Notes
site-unknown = UNKNOWN
site-none = none
site-decimal-sign = .
site-referred-to = Who refers to it
site-named-in = { $field } ({ $kind })
site-mentioned-in = Mentioned in ({ $kind })
site-reference = Reference:

site-foreign-image = an image on another site, which is not loaded: { $address }
site-dead-file = there is no such page or file
site-dead-anchor = the page has no such place
site-dead-entity = the inventory has no such thing
site-dead-outside = leads out of the pages
site-dead-scheme = not an address that a page may open

site-changed = Last changed on { $date } by { $author } ({ $commit }).
site-changed-uncommitted = Last change: not committed yet.
site-changed-unknown = Last change: unknown. { $why }
site-history-whole = The whole history is known.
site-history-no-repository = The source lies in no git repository.
site-history-shallow = The repository is a shallow clone: older commits are cut off.
site-history-unborn = The repository has no commit yet.
site-history-unreadable = The repository could not be read.

site-copy-of = Copy of { $date }
site-copy-of-commit = Copy of { $date }, commit { $commit }
site-copy-of-dirty = Copy of { $date }, commit { $commit } with changes on top

site-about-lead = These pages are a copy, made at one moment. They work without a network and without scripts; nothing in them is loaded from anywhere else.
site-about-date = Made for
site-about-commit = Made from commit
site-about-commit-clean = { $commit }, { $date }, { $author }
site-about-commit-dirty = { $commit }, { $date }, { $author }, with changes that are not committed
site-about-history = History
site-about-content = Holds
site-about-findings = Findings
site-about-tool = Made with
site-count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
site-count-entities = { $count ->
    [one] { $count } thing in the inventory
   *[other] { $count } things in the inventory
}
site-count-findings = errors: { $errors }, gaps in readiness: { $readiness }, warnings: { $warnings }
site-verify = Is this copy complete and untouched?
site-verify-how = The file SHA256SUMS lists the fingerprint of every file. In the folder of this copy, on Linux or macOS:
site-verify-windows = On Windows, one file at a time, and compare with the line of that file:
site-accessibility = Accessibility
site-accessibility-what = The pages aim at WCAG 2.2 AA: they are read by keyboard alone, on a narrow screen, enlarged, in dark or forced colours, and on paper. What does not work for you is a defect.
site-storage = What your browser keeps
site-storage-what = Only the colours you choose, under a name of this site. Nothing that you read or type is kept or sent.

site-not-found = There is no such page
site-not-found-why = The address is mistyped, or the page has moved.
site-not-found-how = Go to the first page of the site, and look under Contents.
site-leads-to = This name leads to:

site-date = { $day } { $month } { $year }
site-month-1 = January
site-month-2 = February
site-month-3 = March
site-month-4 = April
site-month-5 = May
site-month-6 = June
site-month-7 = July
site-month-8 = August
site-month-9 = September
site-month-10 = October
site-month-11 = November
site-month-12 = December

site-address-taken = the page `{ $page }` has the address `{ $wanted }`, so the page that the site makes there becomes `{ $address }`
    .help = rename the page, or leave it if it is meant to stand there
site-address-shared = the pages `{ $page }` and `{ $other }` would have the same address, so the first becomes `{ $address }`
    .help = give one of them a name that differs in more than capitals, accents or punctuation
theme-bad-template = the template `{ $template }` does not work: { $words }
    .help = compare it with the built-in template of the same name
