# Faults in book.toml.

config-bad-toml = `book.toml` cannot be read: { $reason }
    .help = texts stand in quotes, lists in square brackets, and each key once in its table

config-bad-value = `{ $key }` cannot be `{ $value }`: it is one of `{ $choices }`
    .help = write one of these, or remove the key for its default
    .did-you-mean = did you mean `{ $suggestion }`?
    .language = `{ $key }` is no language: `{ $value }`
    .language-help = write a language tag such as `fr`, `en` or `pt-BR`
    .keep = `versions.keep` cannot be `{ $value }`: it is a number from 0 to { $most }
    .keep-help = write how many earlier versions the site keeps; each is a whole site
    .same-folder = `{ $key }` and `{ $other }` are one folder, `{ $folder }`: an edition would take the place of the other
    .nested-folder = `{ $inner }`, `{ $folder }`, lies in `{ $outer }`, `{ $taken }`: whoever gets the one edition would get the other, too
    .folder-help = give each edition a folder beside the others, such as `site-public` and `site-members`
    .date = `until` is no date: `{ $value }`
    .date-help = write the last day as year-month-day, such as `2027-03-31`
    .fixed = `{ $rule }` cannot be `{ $level }`: { $lowest ->
        [none] its level is fixed
       *[other] at least `{ $lowest }`
    }
    .fixed-help = the level that was written is not used; `releve explain { $rule }` says what the rule is for
    .never-blocks = `{ $rule }` cannot be `error`: it finds what no edit of a file repairs
    .never-blocks-help = `releve check --strict` fails on readiness gaps, without keeping the site from being published
    .waiver = `{ $rule }` cannot be waived
    .waiver-help = repair what it finds; `releve explain { $rule }` says how

config-foreign-key = these keys mean nothing here and are ignored: `{ $keys }`

config-missing-folder = `{ $key }` names a folder that does not exist: `{ $folder }`
    .help = correct the name, or create the folder

config-missing-key = a waiver lacks `{ $keys }`
    .help = a waiver says which rule (`rule`), on what (`on`), why (`because`), who accepts it (`by`) and until when (`until`)

config-outside = `{ $key }` must be a folder inside the project, not `{ $value }`
    .help = nothing outside the project is read: move the folder into it
    .src = `{ $key }` must be a folder inside the content folder, not `{ $value }`
    .theme = `{ $key }` must be the name of a folder in `themes`, not `{ $value }`

config-unknown-key = no key `{ $key }` in `[{ $table }]`
    .table = no table or key `{ $key }` in `book.toml`
    .did-you-mean = did you mean `{ $suggestion }`?
    .tables = every key stands in a table; the tables known here are `{ $tables }`
    .known = the keys known here are `{ $keys }`

config-unknown-rule = no rule `{ $rule }`
    .help = `releve explain` lists all rules
    .did-you-mean = did you mean `{ $suggestion }`?

config-wrong-type = `{ $key }` has a value of the wrong type
    .table = `{ $key }` must be a table
    .table-help = write `[{ $key }]` on a line of its own, and its keys below
    .tables = `{ $key }` must be a list of tables
    .tables-help = write `[[{ $key }]]` on a line of its own, and its keys below
    .text = `{ $key }` must be a text
    .text-help = write it in quotes: `"…"`
    .texts = `{ $key }` must be a list of texts
    .texts-help = write it in square brackets: `["…", "…"]`
    .switch = `{ $key }` must be yes or no
    .switch-help = write `true` or `false`, without quotes
    .number = `{ $key }` must be a whole number
    .number-help = write it without quotes, such as `1`
