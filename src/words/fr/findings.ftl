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
