# Secrets that are given away.

secret-weak-hint = this tells whoever knows one password another one, and nobody else anything
    .pin = the digits of a PIN or of a code are written here
    .help = give it a secret of its own in the vault, and write where it is kept, not what it is

secret-in-output = { $name ->
        [none] a secret ({ $shown })
       *[other] a secret of the kind { $name } ({ $shown })
    } stands in the finished file `{ $page }`{ $more ->
        [0] {""}
        [one] {" "}and in one other file
       *[other] {" "}and in { $more } others
    }
    .help = find the texts or the part of the theme that it is put together from, and point to where it lies instead

secret-in-history = a commit of { $date } ({ $commit }) held a secret in this file: { $shown }
    .help = change the secret where it is used: taking it out of the text leaves it in every clone
