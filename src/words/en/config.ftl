# Faults in book.toml.

config-bad-toml = `book.toml` cannot be read: { $reason }

config-bad-value = `{ $key }` cannot be `{ $value }`: it is one of `{ $choices }`
    .did-you-mean = did you mean `{ $suggestion }`?
    .language = `{ $key }` is no language: `{ $value }`
    .language-help = write a language tag such as `fr`, `en` or `pt-BR`

config-foreign-key = these keys mean nothing here and are ignored: `{ $keys }`

config-missing-folder = `{ $key }` names a folder that does not exist: `{ $folder }`

config-outside = `{ $key }` must be a folder inside the project, not `{ $value }`
    .src = `{ $key }` must be a folder inside the content folder, not `{ $value }`
    .theme = `{ $key }` must be the name of a folder in `themes`, not `{ $value }`

config-unknown-key = no key `{ $key }` in `[{ $table }]`
    .table = no table or key `{ $key }` in `book.toml`
    .did-you-mean = did you mean `{ $suggestion }`?
    .tables = every key stands in a table; the tables known here are `{ $tables }`
    .known = the keys known here are `{ $keys }`

config-wrong-type = `{ $key }` has a value of the wrong type
    .table = `{ $key }` must be a table: `[{ $key }]` on a line of its own
    .text = `{ $key }` must be a text in quotes
    .texts = `{ $key }` must be a list of texts: `["…", "…"]`
    .switch = `{ $key }` must be `true` or `false`, without quotes
