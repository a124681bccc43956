# Ce qui est accepté pour un temps, et les pages qui montrent ce qui a été trouvé.

waiver-expired = la dérogation à `{ $rule }` pour `{ $on }` a pris fin le { $until }
    .help = corrigez ce qu’elle acceptait et retirez-la, ou `{ $by }` décide à nouveau
waiver-too-long = la dérogation à `{ $rule }` pour `{ $on }` prend fin le { $until }, dans plus de { $most } jours
    .reason = la dérogation à `{ $rule }` pour `{ $on }` ne donne pas de raison
    .end = la dérogation à `{ $rule }` pour `{ $on }` n’a pas de fin
    .help = écrivez pourquoi (`because`) et un dernier jour (`until`) dans { $most } jours au plus ; d’ici là elle n’est pas utilisée
waiver-unused = la dérogation à `{ $rule }` pour `{ $on }` n’accepte rien
    .help = rien de tel n’y est trouvé : retirez la dérogation
    .nothing = rien ne s’appelle `{ $on }` : nommez l’objet dont il s’agit, comme `service:wiki`, ou le chemin de son fichier
    .off = `{ $rule }` est coupée (`off`) dans `[checks]` : retirez la dérogation

findings-waived-count = { $count ->
    [one] { $count } autre point est accepté pour un temps (`[[checks.waivers]]` dans `book.toml`)
   *[other] { $count } autres points sont acceptés pour un temps (`[[checks.waivers]]` dans `book.toml`)
}

findings-title = Points relevés
findings-lead = Ce que les contrôles ont trouvé dans les pages et l’inventaire : le plus grave d’abord.
findings-errors = Erreurs
findings-gaps = Lacunes
findings-warnings = Avertissements
findings-notes = Remarques
findings-accepted = Connu et accepté pour un temps
findings-accepted-until = Lacune connue, acceptée jusqu’au { $until } par { $by } ; raison : { $because }
findings-more = … et { $count } de plus, que `releve check` affiche
findings-none = Rien n’a été trouvé.
findings-command = La même chose dans un terminal, avec les lignes :

rules-title = Ce que veulent dire les règles
rules-lead = Ce que chaque règle trouve, pourquoi c’est important, et comment corriger.

rules-of = Règles : { $group }
