# Findings: how they are printed, and what the checks say.

severity-error = error
severity-gap = gap
severity-warning = warning
severity-note = note
severity-help = help
# What stands in front of a colon.
before-colon = {""}

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

link-internal-dead = no page or file at `{ $target }`
    .image = no image at `{ $target }`
    .wiki = no page is called `{ $target }`
    .entity = { ref-dangling }
    .anchor = no heading or step `{ $anchor }` in the page `{ $page }`
    .nearest = the nearest heading
    .did-you-mean = did you mean `{ $suggestion }`?
    .target-help = correct the target, or add what is missing
    .headings = that page has the headings `{ $ids }`
    .no-headings = that page has no headings

link-outside = `{ $target }` leads out of the content folder
    .help = only what lies in `{ $folder }` is published: move the file there, or link to where it is published

link-scheme = links with the scheme `{ $scheme }` are not published
    .did-you-mean = did you mean `{ $suggestion }`?
    .help = links may start with `http:`, `https:`, `mailto:` or `tel:`

record-dated-ahead = this record is dated { $written }, after the commit of { $added } that added it: it does not count
    .help = correct the day in `date` and in the name of the file

ref-orphan = nothing refers to `{ $name }`
    .help = name it where it is used, or delete it
    .service = no page is about `{ $name }`
    .service-help = write a page with `for: [{ $name }]`, or delete the service
    .credential = `{ $name }` opens nothing
    .credential-help = say in `opens` what it opens, or delete it
    .contract = `{ $name }` covers nothing
    .contract-help = say in `covers` what it pays for, give the reason as `{ "{" }none: "…"{ "}" }`, or end it
    .project = no service serves `{ $name }`, and nothing else refers to it
    .project-help = name it in `serves` of the services that it uses, or delete it

runbook-unresolved-var = { ref-dangling }
    .help = describe it in the inventory, or correct the id
    .did-you-mean = did you mean `{ $suggestion }`?
    .field = `{ $reference }` has no field `{ $field }`
    .fields = it has the fields `{ $fields }`
    .several = `{ $expression }` holds several values, and only one can be printed here
    .several-help = go on to one of them: a field of it, or its number in the list from 0
    .gap = the inventory has no value for `{ $expression }`, only `unknown` or `none`
    .gap-help = fill it in in the inventory, or write here what the reader should do instead
    .described = described here

secret-in-source = a secret is written here: `{ $shown }`
    .private-key = a private key is written here ({ $name })
    .token = a { $name } token is written here: `{ $shown }`
    .password = a password is written here: `{ $shown }`
    .second-factor = the seed of a second factor is written here
    .rotate = rotate it first: who has a copy of this file or of its history has it; then write where it is kept, not what it is
    .placeholder = if it is an example, write a placeholder such as `<password>`

site-no-pages = there is nothing to publish: no Markdown page and no inventory
    .folder = there is nothing to publish: no Markdown page and no inventory in `{ $folder }`
    .help = start in the folder of the project, or give it with `-C`
