# Constats : comment ils sont affichés, et ce que disent les vérifications.

severity-error = erreur
severity-gap = lacune
severity-warning = avertissement
severity-note = note
severity-help = aide
# Ce qui est devant un deux-points.
before-colon = {"\u00A0"}

summary-clean = rien à signaler
summary-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
summary-gaps = { $count ->
    [one] { $count } lacune
   *[other] { $count } lacunes
}
summary-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
summary-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}

link-internal-dead = pas de page ni de fichier à `{ $target }`
    .image = pas d’image à `{ $target }`
    .wiki = aucune page ne s’appelle `{ $target }`
    .entity = { ref-dangling }
    .anchor = pas de titre ni d’étape `{ $anchor }` dans la page `{ $page }`
    .nearest = le titre le plus proche
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?
    .target-help = corrigez la cible, ou ajoutez ce qui manque
    .headings = cette page a les titres `{ $ids }`
    .no-headings = cette page n’a pas de titres

link-outside = `{ $target }` sort du dossier de contenu
    .help = seul le contenu de `{ $folder }` est publié : déplacez-y le fichier, ou pointez là où il est publié

link-scheme = les liens au schéma `{ $scheme }` ne sont pas publiés
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?
    .help = un lien peut commencer par `http:`, `https:`, `mailto:` ou `tel:`

record-dated-ahead = ce relevé est daté du { $written }, après le commit du { $added } qui l’a ajouté : il ne compte pas
    .help = corrigez le jour dans `date` et dans le nom du fichier

ref-orphan = rien ne mentionne `{ $name }`
    .help = nommez-le là où il sert, ou supprimez-le
    .service = aucune page ne concerne `{ $name }`
    .service-help = écrivez une page avec `for: [{ $name }]`, ou supprimez le service
    .credential = `{ $name }` n’ouvre rien
    .credential-help = dites dans `opens` ce qu’il ouvre, ou supprimez-le
    .contract = `{ $name }` ne couvre rien
    .contract-help = dites dans `covers` à quoi il sert, donnez la raison sous la forme `{ "{" }none: "…"{ "}" }`, ou résiliez-le
    .project = aucun service ne sert `{ $name }`, et rien d’autre ne le mentionne
    .project-help = nommez-le dans `serves` des services qu’il utilise, ou supprimez-le

runbook-unresolved-var = { ref-dangling }
    .help = décrivez-le dans l’inventaire, ou corrigez l’identifiant
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?
    .field = `{ $reference }` n’a pas de champ `{ $field }`
    .fields = il a les champs `{ $fields }`
    .several = `{ $expression }` contient plusieurs valeurs, et une seule peut être affichée ici
    .several-help = allez jusqu’à l’une d’elles : un de ses champs, ou son numéro dans la liste à partir de 0
    .gap = l’inventaire n’a pas de valeur pour `{ $expression }`, seulement `unknown` ou `none`
    .gap-help = remplissez-la dans l’inventaire, ou écrivez ici ce que le lecteur doit faire à la place
    .described = décrit ici

secret-in-source = un secret est écrit ici : `{ $shown }`
    .private-key = une clé privée est écrite ici ({ $name })
    .token = un jeton { $name } est écrit ici : `{ $shown }`
    .password = un mot de passe est écrit ici : `{ $shown }`
    .second-factor = la graine d’un second facteur est écrite ici
    .rotate = renouvelez-le d’abord : qui a une copie de ce fichier ou de son historique l’a ; puis écrivez où il est gardé, pas ce qu’il est
    .placeholder = si c’est un exemple, écrivez un texte à remplacer comme `<mot de passe>`

site-no-pages = il n’y a rien à publier : ni page Markdown ni inventaire
    .folder = il n’y a rien à publier : ni page Markdown ni inventaire dans `{ $folder }`
    .help = placez-vous dans le dossier du projet, ou donnez-le avec `-C`
