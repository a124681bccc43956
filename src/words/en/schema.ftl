# Faults in YAML texts, and references to nothing.

schema-alias-bomb = the aliases of this text stand for too much text
    .help = write the values out instead of naming them with `*`
schema-bad-date = `{ $value }` is not a date
    .help = write year-month-day, such as `2026-11-22`
    .no-month = there is no month { $month }
    .short-month = { $month ->
        [1] { site-month-1 }
        [2] { site-month-2 }
        [3] { site-month-3 }
        [4] { site-month-4 }
        [5] { site-month-5 }
        [6] { site-month-6 }
        [7] { site-month-7 }
        [8] { site-month-8 }
        [9] { site-month-9 }
        [10] { site-month-10 }
        [11] { site-month-11 }
       *[12] { site-month-12 }
    } { $year } has { $days } days
schema-bad-duration = `{ $value }` is not a length of time
    .help = write a whole number and a unit, such as `30m`, `4h`, `3d`, `2w`, `6mo` or `1y`
schema-bad-id = `{ $id }` cannot be an id
    .help = use lower-case letters without accents, digits, hyphens and dots, such as `{ $example }`
    .reserved = `{ $id }` cannot be an id, because fields use this word
    .help-reserved = choose another id
schema-bad-money = `{ $value }` is not an amount of money
    .help = write a decimal number and a currency, such as `{ $example }`
    .too-large = `{ $value }` is more money than is counted with
    .too-large-help = write at most 13 digits, those of the decimals included
schema-bad-value = `{ $field }` cannot be `{ $value }`
    .item = `{ $value }` is not a word of this list
    .did-you-mean = did you mean `{ $word }`?
    .help = choose one of: { $options }
    .help-number = write a whole number that makes sense here
    .help-notice = write how long before its end the contract must be given up, such as `1mo`: at most { $most } years
    .help-range = write a whole number from { $least } to { $most }
    .help-unknown = leave it out until somebody knows; only required fields take `unknown`
    .format = `{ $value }` is not { $format ->
        [moment] a day with a time
        [every] an interval
        [email] a mail address
        [web-address] an address that a page may link to
        [contact-address] a mail address or an address that a page may link to
        [country] a country code
        [language] a language tag
       *[other] what this field takes
    }
    .help-format = write it like `{ $example }`
    .help-url = write it with `https://`, `http://`, `mailto:` or `tel:`, such as `https://example.org`
    .help-every = write `day`, `week`, `month`, `quarter`, `year`, or a length of time such as `2y`
schema-bad-yaml = the YAML cannot be read from here on
    .help = put text that starts or ends with a special character in quotes
    .tab = a tab is used to indent
    .help-tab = indent with spaces
    .quote = the quotes of this text do not match
    .help-quote = close the text with the quote it starts with; double a `'` inside `'…'`
    .colon = a colon stands where no key can be
    .help-colon = put a text that holds `: ` in quotes, or check how this line is indented
    .bracket = a bracket is not closed, or closes nothing
    .help-bracket = match each `[` with `]` and each `{ "{" }` with `{ "}" }`, or put the text in quotes
    .indentation = this line is indented differently from its neighbours
    .help-indentation = indent the fields of one map, and the items of one list, by the same number of spaces
    .alias = no value has been given this name with `&`
    .help-alias = put a text that starts with `*` or `&` in quotes
    .complex-key = a list or a map stands where a key should
    .help-complex-key = put a text that starts with a bracket or a brace in quotes
    .merge-key = the merge key `<<` is not read
    .help-merge-key = write the fields out
    .tag = tags such as `!name` are not read
    .help-tag = write the value without a tag; a secret belongs in a password manager, not here
    .second-document = a second document in one file is not read
    .help-second-document = move what follows `---` to a file of its own
    .toml = the TOML front matter cannot be read from here on
schema-duplicate-id = the { $kind ->
        [organisation] organisation
        [person] person
        [service] service
        [host] host
        [provider] provider
        [domain] domain
        [credential] credential
        [backup] backup
        [mail_flow] mail flow
        [project] project
        [contract] contract
        [partner] partner
        [term] word of the glossary
       *[runbook] page
    } `{ $id }` is described twice
    .alias = the alias `{ $id }` belongs to something else already
    .first = it is described here first
    .help = give one of the two another id, or put both descriptions together
schema-duplicate-key = the key `{ $key }` stands here a second time
    .first = it stands here first
    .help = keep one of the two; the first is used until then
schema-foreign-front-matter = the front matter of { $count ->
        [one] 1 page was
       *[other] { $count } pages was
    } written for another tool
    .help = title, description, language and weight are used; add `type` or `for` to turn a page into a runbook
schema-missing-key = `{ $owner }` has no `{ $key }`
    .here = the field `{ $key }` is missing
    .help = add `{ $example }`, or `{ $key }: unknown` until somebody knows
    .help-only = add `{ $example }`
schema-null-value = `{ $field }` is empty
    .item = this item is empty
    .alone = `{ $field }` stands alone between commas
    .help-alone = put a text that holds a comma in quotes, or write `{ $field }: …`
    .help = leave it out, write `unknown`, or give the reason as `{ "{" }none: "…"{ "}" }` where the field is required
schema-too-deep = lists and maps are nested deeper than { $deepest } levels
    .help = look for a bracket too many, or for lines that are indented by accident
schema-too-large = the text is larger than { $most } MiB
    .help = split it into one file per entity, in a folder of the same name
schema-unclosed-front-matter = the front matter is not closed
    .help = end it with a line that holds only `---`
schema-unknown-file = `{ $name }` is no inventory file
    .did-you-mean = did you mean `{ $near }`?
    .help = inventory files are called: { $names }
schema-unknown-key = there is no field `{ $key }`
    .did-you-mean = did you mean `{ $key }`?
    .help = the fields are: { $keys }
schema-wrong-type = `{ $field }` takes { $wanted ->
        [map] a group of fields
        [list] a list
        [bool] `true` or `false`
        [number] a whole number
       *[text] a text
    }, not { $found ->
        [map] a group of fields
        [list] a list
        [bool] `true` or `false`
        [number] a number
        [nothing] nothing
       *[text] a text
    }
    .map-of-ids = this file describes each { $kind ->
        [person] person
        [service] service
        [host] host
        [provider] provider
        [domain] domain
        [credential] credential
        [mail_flow] mail flow
        [project] project
        [contract] contract
        [partner] partner
        [term] word of the glossary
       *[backup] backup
    } below its id
    .item = { $wanted ->
        [map] a group of fields
        [list] a list
        [bool] `true` or `false`
        [number] a whole number
       *[text] a text
    } is wanted here, not { $found ->
        [map] a group of fields
        [list] a list
        [bool] `true` or `false`
        [number] a number
        [nothing] nothing
       *[text] a text
    }
    .help = { $wanted ->
        [map] write its fields on the next lines, indented
        [list] write each item on its own line with `- `, or all of them in `[…]`
        [bool] write `true` or `false`, without quotes
        [number] write digits only
       *[text] write it on one line, in quotes if it holds `: ` or starts with a special character
    }

ref-dangling = there is no { $kind ->
        [organisation] organisation
        [person] person
        [service] service
        [host] host
        [provider] provider
        [domain] domain
        [credential] credential
        [backup] backup
        [mail_flow] mail flow
        [project] project
        [contract] contract
        [partner] partner
        [term] word of the glossary
       *[runbook] page
    } `{ $id }`
    .did-you-mean = did you mean `{ $id }`?
    .none = where there is none, give the reason: `{ "{" }none: "…"{ "}" }`
    .elsewhere = something else has this id: `{ $reference }`
    .help = { $kind ->
        [runbook] check the path of the page, without `.md`
       *[other] describe it in `{ $file }.yaml`, or correct the id
    }
ref-wrong-kind = `{ $written }` is of a kind that this field does not take
    .help = this field takes { $kinds }
    .help-id = write the id of { $kind ->
        [organisation] the organisation
        [person] a person
        [service] a service
        [host] a host
        [provider] a provider
        [domain] a domain
        [credential] a credential
        [backup] a backup
        [mail_flow] a mail flow
        [project] a project
        [contract] a contract
        [partner] a partner
        [term] a word of the glossary
       *[runbook] a page
    }
    .form = `{ $written }` does not say what kind of thing it is
    .write = write `{ $form }`
