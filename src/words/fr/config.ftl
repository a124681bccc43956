# Défauts de book.toml.

config-bad-toml = `book.toml` est illisible : { $reason }
    .help = les textes sont entre guillemets, les listes entre crochets, et chaque clé une seule fois dans sa table

config-bad-value = `{ $key }` ne peut valoir `{ $value }` : ce doit être l’un de `{ $choices }`
    .help = écrivez l’un d’eux, ou retirez la clé pour garder sa valeur par défaut
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?
    .language = `{ $key }` n’est pas une langue : `{ $value }`
    .language-help = écrivez une étiquette de langue comme `fr`, `en` ou `pt-BR`
    .keep = `versions.keep` ne peut valoir `{ $value }` : c’est un nombre de 0 à { $most }
    .keep-help = écrivez combien de versions antérieures le site garde ; chacune est un site entier
    .same-folder = `{ $key }` et `{ $other }` sont un même dossier, `{ $folder }` : une édition prendrait la place de l’autre
    .nested-folder = `{ $inner }`, `{ $folder }`, se trouve dans `{ $outer }`, `{ $taken }` : qui reçoit l’une des éditions recevrait aussi l’autre
    .folder-help = donnez à chaque édition un dossier à côté des autres, par exemple `site-public` et `site-members`
    .date = `until` n’est pas une date : `{ $value }`
    .date-help = écrire le dernier jour sous la forme année-mois-jour, comme `2027-03-31`
    .fixed = `{ $rule }` ne peut pas être `{ $level }` : { $lowest ->
        [none] son niveau est fixe
       *[other] au moins `{ $lowest }`
    }
    .fixed-help = le niveau écrit n’est pas utilisé ; `releve explain { $rule }` dit à quoi sert la règle
    .never-blocks = `{ $rule }` ne peut pas être `error` : aucune modification de fichier ne répare ce qu’elle trouve
    .never-blocks-help = `releve check --strict` échoue sur les lacunes, sans empêcher la publication du site
    .waiver = `{ $rule }` n’admet pas de dérogation
    .waiver-help = corriger ce qui est trouvé ; `releve explain { $rule }` dit comment

config-foreign-key = ces clés ne veulent rien dire ici et sont ignorées : `{ $keys }`

config-missing-folder = `{ $key }` nomme un dossier qui n’existe pas : `{ $folder }`
    .help = corrigez le nom, ou créez le dossier

config-missing-key = il manque à une dérogation `{ $keys }`
    .help = une dérogation dit quelle règle (`rule`), sur quoi (`on`), pourquoi (`because`), qui l’accepte (`by`) et jusqu’à quand (`until`)

config-outside = `{ $key }` doit être un dossier du projet, pas `{ $value }`
    .help = rien n’est lu hors du projet : déplacez-y le dossier
    .src = `{ $key }` doit être un dossier du contenu, pas `{ $value }`
    .theme = `{ $key }` doit être le nom d’un dossier de `themes`, pas `{ $value }`

config-unknown-key = pas de clé `{ $key }` dans `[{ $table }]`
    .table = pas de table ni de clé `{ $key }` dans `book.toml`
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?
    .tables = chaque clé est dans une table ; les tables connues ici sont `{ $tables }`
    .known = les clés connues ici sont `{ $keys }`

config-unknown-rule = aucune règle `{ $rule }`
    .help = `releve explain` donne la liste des règles
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?

config-wrong-type = `{ $key }` a une valeur du mauvais type
    .table = `{ $key }` doit être une table
    .table-help = écrivez `[{ $key }]` sur sa propre ligne, et ses clés au-dessous
    .tables = `{ $key }` doit être une liste de tables
    .tables-help = écrire `[[{ $key }]]` sur une ligne, et ses clés au-dessous
    .text = `{ $key }` doit être un texte
    .text-help = écrivez-le entre guillemets : `"…"`
    .texts = `{ $key }` doit être une liste de textes
    .texts-help = écrivez-la entre crochets : `["…", "…"]`
    .switch = `{ $key }` doit être oui ou non
    .switch-help = écrivez `true` ou `false`, sans guillemets
    .number = `{ $key }` doit être un nombre entier
    .number-help = écrivez-le sans guillemets, par exemple `1`
