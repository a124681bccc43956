# What the pages of the site say.

site-skip = Skip to the page
site-helps = Always here
site-languages = Languages
site-where = Where you are
site-neighbours = Around this page
site-on-this-page = On this page
site-turn = Previous and next page
site-previous = Previous
site-next = Next
site-all-contents = All contents …
site-language = English
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

# Start

site-way-broken = Something is broken now
site-way-broken-note = Find the page by what you see, by alert, by service
site-way-unreachable = The administrator cannot be reached
site-way-declared = Declared by { $who }, after { $after } without news
site-way-declared-whenever = Declared by { $who }; after what silence: UNKNOWN
site-way-undeclared = Who may declare it: UNKNOWN
site-way-stand-in = I stand in for a few days
site-way-stand-in-note = What has to be done anyway, and what waits
site-way-intrusion = Intrusion or data leak
site-way-intrusion-note = STOP: read one page before you touch anything
site-start-before-after = What comes before and after this hour:
site-start-dates = Due in the next 60 days
site-start-no-dates = Nothing known is due in these 60 days.
site-start-lapsed = Passed
site-start-ahead = Ahead
site-start-services = What must be back first
site-start-nobody = NOBODY
site-start-authors = In the words of those who run it
site-customer = customer { $id }
intrusion-words = intrusion | intruder | break-in | breach | data leak | hacked | compromised

# Taking over

site-takeover-declaring = Who declares it
site-takeover-explained = The steps are explained on:
site-first-minute = First minute
site-first-hour = First hour
site-first-day = First day
site-first-week = First week
site-first-month = First month
site-hand-back = Hand back
site-stand-in-why = The administrator is away and will be back: nothing has to be declared.
site-checklist-generated = No page has steps for this. These come from the inventory.
site-vital = vital
stand-in-words = stand-in | standing in | calm week | holiday cover
site-do-declared = Make sure that the takeover is declared by one of those who may.
site-do-journal = Start a log: time, what you see, what you do.
site-do-touch-nothing = Restart nothing and update nothing: look first.
site-do-open-store = Open the place where the secrets are kept.
site-do-call = Call who runs everything, then who stands in.
site-do-look = See what is broken.
site-do-freeze = Stop what is planned: updates, moves, new accounts.
site-do-tell = Tell those who use the services whom to call now.
site-do-log-in = Log in at each provider once; note what refuses you.
site-do-backups = See that last night’s backups are there.
site-do-dates = Read the dates ahead.
site-do-restore = Restore one backup for real, beside what runs.
site-do-money = Ask what is paid how, and what is due.
site-do-second-person = Find a second person: now it rests on you alone.
site-do-maintain = Do what has to be done again and again.
site-do-rotate = Change the secrets that only the absent person held.
site-do-correct = Correct these pages where they were wrong.
site-do-end = Agree with those who declared it on the day it ends.
site-do-reread = Go through the log together, line by line.
site-do-give-back = Give back emergency access, and change the secrets that were used.
site-do-agree = Agree on the dates, on a number that answers, and on what waits.
site-do-own-access = Try your own access while somebody can still help.
site-do-change-nothing = No updates, no new accounts, no settings: mend only what breaks.
site-do-every-morning = Every morning, open each service once.
site-do-due = In these days, do what falls due anyway.

# Broken

site-broken-symptoms = What do you see?
site-broken-no-symptoms = No page names a symptom: NONE. Look by service, or follow the general method.
site-broken-anything = Something else
site-broken-alerts = Alerts, by exact name
site-broken-services = By service
site-broken-diagnose = Find the cause
site-broken-restore = Restore
site-broken-none = NONE
site-broken-severity = By severity
site-broken-not-judged = Severity: unknown
site-broken-method = Nothing fits
site-method-note = Write down the time and what you see, word for word.
site-method-where = Open two other services, then the same one from another network: one service, one machine, or everything?
site-method-recent = Ask what changed last: an update, a certificate, a domain, a payment, a setting.
site-method-look = Look without changing anything: disk full, memory, last lines of the log, date of the certificate.
site-method-one = Change one thing at a time, write it down, and undo it when it does not help.
site-method-stop = After half an hour without progress, stop: tell the users when they will hear from you, and call.
site-intrusion-stop = STOP: intrusion or data leak
site-intrusion-isolate = Cut the machine off from the network: at the provider’s console, or by the cable.
site-intrusion-stay-on = Do not switch it off and do not restart it: memory holds traces.
site-intrusion-keep = Delete nothing, clean nothing, restore nothing yet.
site-intrusion-write = Write down the time, what you saw, and who told you.
site-intrusion-call = Call the administrator and those who may speak for the organisation; leaks of personal data have a legal deadline.
site-intrusion-keys = Change passwords from another, clean machine only.

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

# Views: who to call, access, dates ahead, index, glossary, decisions, this copy.

site-people = People, in the order to call them
site-support = Support of our providers
site-to-warn = Who to warn in each project
site-role-unknown = ROLE UNKNOWN
site-leaves-on = There until { $date }. After that day, call the next person.
site-may-decide = May decide
site-answers-for = Answers for
site-may-declare = that somebody takes over
site-speaks-in-law = in the name of the organisation: providers, bank, law
site-only-intention = Only an intention: nothing is agreed
site-text-message = SMS
site-channel-ours = down when we are
site-channel-via = carried by

site-access-lead = Where each door is, where its key lies, and who holds it. The keys themselves are never written here.
site-without-key = Doors without a key
site-without-key-why = No credential in the inventory opens these: nobody knows from here how to get in.
site-opens-vaults = First: what opens the stores of the other keys
site-opens-unknown = Opens nobody knows what
site-one-holder = if this one is out of reach, the key is too
site-one-factor = if this telephone or key is lost, the door stays shut
site-reset-ours = our own domain
site-by-person = Who holds what
site-holds = Holds
site-holds-alone = Alone
site-holds-with-others = With others
site-holds-nothing = no key

site-day-unknown = Day unknown
site-manual = somebody must act
site-who-acts = Who acts:
site-how = How:

site-term-also = Also:
site-term-used-in = Used in:

site-decision = Decision
site-decisions-lead = Why things are as they are, newest first.
site-decision-proposed = proposed
site-decision-in-force = in force
site-decision-superseded = superseded

site-about-language = { $missing ->
    [0] { $language }: every page
    [one] { $language }: { $missing } page is not translated
   *[other] { $language }: { $missing } pages are not translated
}
site-about-source = Source
site-about-published = Published at
site-newer = A newer copy
site-newer-how = This copy does not change any more. In the folder of its source, brought up to date, this command makes a new one:
site-mistakes = Something here is wrong
site-mistakes-how = Say which page, and what you saw instead; better still, correct it in the source. A wrong page costs more at night than a missing one.
site-printing = On paper
site-printing-how = Every page prints as it is, black on white, with room for the holes of a binder. Print first: Start here, Who to call, Access.
    .edition = Every page prints as it is, black on white, with room for the holes of a binder.
site-accessibility-tested = Tested by machine, with every change of the theme, on each kind of page: the rules of axe, keyboard, target sizes, 320 pixels of width, wider text spacing, text of twice the size, forced colours, without scripts, print, in Chromium; and a shorter round in Firefox.
site-accessibility-untested = Not tested: Safari and other WebKit browsers, and screen readers in the hands of people who use them daily. Tables and drawings that authors bring along are theirs to make readable.
site-licences = Licences
site-licences-what = The texts belong to those who wrote them, under the terms that they state. The theme and its scripts come with Relève, under the MIT licence or Apache 2.0, as you like; nothing else is inside, not even a font.

site-use-when = Use this when
site-not-when = Do not use this when

# Runbook page
site-proof-none = No exercise is recorded for this page.
site-page-id = Page
site-go-back = How to go back
site-no-way-back = no way back is written down
site-values = Your values
site-values-how = Where a command shows one of these names in a box, put your own value.
site-on-paper = On paper: tick the box of each step, and write the time and your initials on its line.
site-pause = Do from memory, then stop and confirm here, line by line.
site-step = step { $number }
site-step-of = step { $number } of “{ $section }”
site-must-hold = What must hold now

site-for = For
site-needs = You need
site-end-of = End of: { $title }
site-ask = Stuck, or in doubt? Ask
site-then = Then:

site-notes = Notes
site-unknown = UNKNOWN
site-none = NONE
site-decimal-sign = .
site-named-in = { $field } ({ $kind })
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

# Versions: what the site said before.
site-versions = Earlier versions
site-versions-lead = What these pages said when somebody gave them a name: at a handover, before a change, when an incident began.
site-versions-how = Each is whole: its links stay in it, and each of its pages leads to the same page as it is now.
site-version = Version
site-version-date = As of
site-version-by = Marked commit
site-version-banner = This is the version { $name }, as of { $date }. Do not work by it.
site-version-now = See this page as it is now
site-version-of = As it was in { $name }, { $date }
site-moved = This page has moved
site-gone = This page no longer exists
site-gone-why = Nothing stands at this address any more. It was last here:

site-month-of = { $month } { $year }
site-day = { $day } { $month }
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
theme-other-context = the theme was made for version { $written } of what templates see, and this program shows them version { $current }
    .help = compare your templates with `themes/README.md` and the built-in ones, then write `theme-context = { $current }`
theme-bad-template = the template `{ $template }` does not work: { $words }
    .help = compare it with the built-in template of the same name
    .built-in = it is built in: the mistake is in what the theme puts in the place of others: { $own }

# Entities: the page of one thing, and the lists of things.

entity-derived = derived
entity-derived-means = “Derived” marks what nobody wrote here: it follows from what other pages of the inventory say.
entity-needs = Needs
entity-here = You are here
entity-needed-by = Is needed by
entity-needed-by-nothing = Nothing known needs it
entity-needs-nothing = Needs nothing known
entity-soft = useful, not indispensable

group-what = What it is
group-way-in = Where it is and how to get in
group-needs = What it needs, what needs it
group-todo = What to do
group-data = Data and backups
group-promises = What was promised
group-serves = Who it serves
group-money = Who pays, and until when
group-holds = What is there
group-machine = The machine
group-reach = How to reach them
group-leave = If we leave
group-law = Law and personal data
group-ends = When it ends
group-rights = Whose it is, and what protects it
group-opens = What it opens
group-where = Where it lies, and who holds it
group-lost = If it is lost
group-restore = To get the data back
group-covers = What is covered
group-runs = How it runs
group-roles = What they may do
group-owns = What is in their name
group-keys = Which keys they hold
group-period = Since when
group-takeover = Who may decide
group-legal = The legal person
group-answers = What comes back
group-trust = Why others accept it
group-uses = What they use
group-agreed = What was agreed
group-rest = Everything else

pages-broken = Something is broken
pages-restore = Bring it back
pages-operate = Run it
pages-tell = Tell people
pages-leave = Leave it
pages-read = To read

derived-second = Second person
derived-machines = Machine
derived-opened-below = Opened through what it stands on
derived-access = Access
derived-second-holder = Second holder
derived-backups-below = Saved with its machine
derived-backups = Backup
derived-tier = Tier
derived-contracts-below = Contracts of what it stands on
derived-contracts = Contract
derived-pages = Pages
derived-services = Services
derived-decide-by = Last day to give it up
tier-1 = 1: must be back within a day
tier-2 = 2: must be back within a week
tier-3 = 3: can wait longer than a week

missing-second = no other person who stays has a role that reaches it
missing-access = nothing in the inventory opens it
missing-holder = everybody who holds what opens it leaves
missing-second-holder = only { $holder } holds what opens it, among those who stay
missing-backup = what it holds is saved nowhere
missing-contract = who pays, and until when, is written nowhere
missing-pages = nothing is written about what to do
missing-service = what this project uses is written nowhere

inverse-account_holder = Holds the account at
inverse-activation = May declare a takeover of
inverse-aliases = Formerly named by
inverse-agreed = Agreed with
inverse-agreement = Agreement of
inverse-auth = Signs the mail of
inverse-bounces = Handles the bounces of
inverse-complaints = Handles the complaints about
inverse-config_source = Configures
inverse-console = Rescue console of
inverse-contacts = Carries the messages to
inverse-copies = Holds copies of
inverse-covers-backup = Saved by
inverse-covers-contract = Contract
inverse-data = Takes the data out of
inverse-depends_on = Is needed by
inverse-dns = Serves the names of
inverse-encryption_key = Decrypts
inverse-exit = Leads out of
inverse-from_domains = Domain of these mail flows
inverse-holders = Holds
inverse-leaves_with = Takes out the data of
inverse-needs = Needed to follow
inverse-notice_template = Tells
inverse-opens = Opened by
inverse-owner = Answers for
inverse-paid_by = Pays
inverse-provider = Machines
inverse-recovery = Way back into
inverse-registrant = Has registered
inverse-registrar = Registrar of
inverse-representatives = Represents
inverse-restore = Brings back
inverse-roles = People with a role for it
inverse-runs_on = Runs
inverse-second_factor = Second factor of
inverse-serves = Uses
inverse-share = Shares the cost of
inverse-ssh = Way in to
inverse-store = Keeps the secrets of
inverse-text = Mentioned in
inverse-transfer_code = Moves the domain
inverse-used_by = Sends its mail through
inverse-via = Carries
inverse-watched_by = Watches

list-count = In all: { $count }.
list-see-also = See also:
list-tier-1 = First: within a day
list-tier-2 = Next: within a week
list-tier-3 = Later: can wait more than a week
list-tier-unknown = Unknown: nobody has said how long it may be down
list-tier-retired = Retired: nothing to bring back
