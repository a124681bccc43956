# Ce que disent les commandes.

cli-failure = impossible d’aller plus loin : { $causes }
cli-did-you-mean = vouliez-vous dire `{ $name }` ?
cli-explain-unknown = aucune règle ne s’appelle `{ $rule }` ; `releve explain` les énumère toutes

cli-init-title = Comment s’appelle le site ?
cli-init-admin = Qui fait tout tourner aujourd’hui ?
cli-init-backup = Qui prend la relève ?
cli-init-taken = `{ $path }` existe déjà et rien n’est remplacé : choisissez un autre dossier
cli-init-in-the-way = `{ $path }` est un lien, ou n’est pas un dossier, et rien n’est écrit à travers : choisissez un autre dossier
cli-init-ignore = `{ $path }` reste tel quel : ajoutez-y `{ $missing }`, sinon `git add` prend ce qui est construit, et avec lui ce qui n’est que pour les administrateurs
cli-init-wrote = écrit : { $path }
cli-init-next = ensuite : `releve -C { $folder } build`, puis remplissez ce qui vaut `unknown`

cli-built = { $pages ->
        [one] 1 fichier écrit
       *[other] { $pages } fichiers écrits
    } dans { $folder }
    .open = ouvrir { $page }
cli-not-atomic = ce système de fichiers ne sait pas échanger deux dossiers : les fichiers ont été remplacés un par un, le passage n’a pas été atomique ici
cli-build-refused = rien n’a été publié : le site qui était là reste ; `releve build --draft` publie malgré tout
    .leak = rien n’a été publié, et un brouillon ne le serait pas non plus : un fichier de cette édition dit ce qui n’est pas pour ceux qui la lisent
cli-build-others = { $count ->
    [one] un constat sur le projet
   *[other] { $count } constats sur le projet
}, que dit `releve check`
cli-build-draft = publié comme brouillon, erreurs comprises
cli-progress = { $files } fichiers…
cli-checked = { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } et { $entities ->
        [one] 1 entité
       *[other] { $entities } entités
    } : rien à signaler
cli-show-unknown = il n’y a pas de `{ $reference }`
cli-show-none = aucun : { $reason }
cli-show-change-unknown = dernier changement inconnu
cli-show-form = `{ $reference }` n’est pas de la forme `genre:id` ; les genres sont { $kinds }

cli-serve-ready = aperçu du projet : { $address } (Ctrl-C pour arrêter)
cli-serve-rebuilt = reconstruit ; { $errors ->
        [0] aucune erreur
        [one] 1 erreur
       *[other] { $errors } erreurs
    }
cli-serve-failed = impossible de reconstruire : { $reason }
cli-serve-open-failed = aucun navigateur n’a pu être lancé ; ouvrez { $address } vous-même

cli-search-total = { $shown } sur { $total ->
        [one] 1 page
       *[other] { $total } pages
    }
cli-search-nothing = rien trouvé ; la page de tout de A à Z est index-a-z.html, la liste de ce qu’on voit broken.html
cli-search-nowhere = ne se trouve nulle part : { $words }
cli-search-taken = « { $typed } » a été compris comme « { $form } »
cli-search-cut = la demande est longue : seuls ses mots les plus longs ont été cherchés
cli-search-damaged = { $file } manque, est abîmé, ou vient d’une autre construction que les autres fichiers : construire ou copier le site de nouveau

cli-diff-at = { $name } ({ $date }, { $commit })
cli-diff-now = maintenant
cli-diff-label = { $what } :
cli-diff-nothing = rien n’a changé
cli-diff-cut = … et davantage : tout est dans git
cli-diff-count = { $count ->
        [one] 1 chose a changé
       *[other] { $count } choses ont changé
    }

cli-versions-none = aucun commit menant ici n’est marqué comme version : aucun n’a d’étiquette `{ $pattern }`
    .how = marquez le commit où vous êtes avec `git tag -a handover-2026-11 -m "Pourquoi c’en est une"`
cli-versions-older = non gardées à côté du site, qui en garde { $keep } : { $names }
cli-versions-apart = sur une autre branche, ou sur une branche réécrite : { $names }

cli-record-documents = ce dossier n’est pas un carnet de relève : il n’y a pas d’inventaire sur lequel un relevé puisse porter (`releve init` en commence un)
cli-record-missing = il manque { $flags } : sans terminal, rien ne peut être demandé
cli-record-ask = { $label }{ $has_hint ->
        [yes] { " " }({ $hint })
       *[no] { "" }
    } ?
cli-record-cannot-be = `{ $answer }` ne va pas ici
cli-record-no-day = `{ $day }` n'est pas un jour : écrivez année-mois-jour, comme `2026-11-24`
cli-record-long-name = le nom du fichier est trop long : écrivez quelques mots après `--name`, au plus { $most } lettres
cli-record-taken = `{ $path }` existe déjà et rien n'est remplacé : choisissez un autre `--name`
cli-record-refused = rien n’a été écrit
cli-record-until = une fois enregistré dans git : { $name }, fiable jusqu’au { $day }, tant que rien de ce qui compte ne change
cli-record-shown = une fois enregistré dans git : { $name }, éprouvé
cli-record-shows-nothing = ce relevé ne prouve rien de plus : il dit ce qui ne va pas, ou ce qui a été lu
cli-record-read = une fois enregistré dans git : { $subject }, redit avec ses propres mots
cli-record-commit = ensuite :
cli-record-command = { "  " }{ $command }
cli-record-own = pour compter pleinement, ce commit doit être celui de la personne elle-même ({ $name }) ; fait par quelqu’un d’autre, le relevé n’est que rapporté
cli-record-no-identity = `commits_as` ne dit pas sous quel nom { $name } fait ses commits : ce relevé ne sera que rapporté
cli-record-partner = { $name } ne fait pas de commits ici : ce relevé ne sera que rapporté

# Ce qui arrête une commande : un dossier, un dépôt ou une copie qui ne se lit pas.
refused-no-folder = il n’y a pas de dossier `{ $path }`
refused-not-a-folder = `{ $path }` n’est pas un dossier
refused-unreadable-folder = le dossier `{ $path }` ne peut pas être lu
refused-no-repository = `{ $path }` n’est dans aucun dépôt git : rien n’est connu de ce que c’était avant
refused-unknown-name = aucun commit, aucune étiquette, aucune branche ne s’appelle `{ $name }`
refused-ambiguous-name = plusieurs noms commencent par `{ $name }`
refused-no-commit = `{ $name }` n’est pas un commit
refused-too-early = il n’y avait encore aucun commit le { $date }
refused-cut-off = ce clone est coupé avant le { $date } : ce qu’il y avait ce jour-là n’est pas connu ici
refused-no-project = le dossier `{ $path }` n’était pas dans le dépôt à { $revision }
refused-unreadable-repository = le dépôt ne peut pas être lu : { $reason }
refused-no-list = il n’y a pas de { $list } dans `{ $path }` : ce n’est pas une copie d’un site, ou la liste est perdue
refused-unreadable-list = { $list } ne peut pas être lu dans `{ $path }` : { $reason }
