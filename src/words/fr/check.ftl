# Constats : comment ils sont affichés, et ce que disent les vérifications.

severity-error = erreur
severity-gap = lacune
severity-warning = avertissement
severity-note = note
severity-help = aide

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
