## `releve export`.

export-wrote = { $count ->
    [one] un fichier écrit dans { $folder }
   *[other] { $count } fichiers écrits dans { $folder }
}
export-settings = à mettre dans `.vscode/settings.json`, qui dit à l’éditeur quel schéma vaut pour quels fichiers ; { $head } est celui de l’en-tête des pages, à donner à une extension qui lit l’en-tête du Markdown
export-nothing =
    .calendar = pas d’agenda : il faut la table [releve] dans book.toml pour qu’un projet ait des échéances
    .calendar-empty = cette édition n’a aucune échéance : rien de ce qu’elle montre n’a de jour
    .security-txt = pas de security.txt : donnez à l’organisation un `security_contact`, adresse de courriel ou adresse en https
    .chatons = rien à dire à CHATONS : décrivez l’organisation dans organisation.yaml, avec `audience: public`
export-exercises = exercice
export-acknowledgements = lecture redite avec ses mots
export-incidents = incident
export-observations = observation d’une machine
