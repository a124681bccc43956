# Ce qui a changé entre deux moments, comme le dirait un administrateur.

change-added = nouveau
change-removed = supprimé
change-renamed = auparavant `{ $id }`
change-of-translation = en { $language }

change-order = { $field } : dans un autre ordre
change-items-left = { $count ->
    [0] il n’en reste aucun
    [one] il n’en reste qu’un
   *[other] il en reste { $count }
}

change-step-added = étape { $number } ajoutée
change-step-removed = étape { $number } supprimée
change-step-replaced = étape { $number } réécrite
change-step-replaced-and-counted = étape { $was }, devenue { $number }, réécrite
change-step-moved = étape { $was } déplacée, devenue { $number } : { $action }
change-heading = un titre reformulé
change-introduction = l’introduction réécrite
change-introduction-added = une introduction ajoutée
change-introduction-removed = l’introduction supprimée
change-notes = les notes réécrites
change-notes-added = des notes ajoutées
change-notes-removed = les notes supprimées
change-section = section « { $heading } » réécrite
change-section-added = section « { $heading } » ajoutée
change-section-removed = section « { $heading } » supprimée

changes-shared = Plusieurs services, ou aucun
change-was = avant
change-now = maintenant

# L’historique d’une page.

history-title = Historique
history-of = Historique : { $name }
history-legend = Les dernières modifications, de la plus récente à la plus ancienne.
history-deleted = retiré
history-inserted = ajouté
history-deleted-start = [retiré :]
history-inserted-start = [ajouté :]
history-uncommitted = Pas encore enregistré dans git
history-written = Écrit.
history-removed = Supprimé.
history-same-words = Les mêmes mots, écrits autrement.
history-moved = Déplacé de { $was } à { $now }.
history-cut = Cette modification est plus longue que ce qui en est montré ; git l’a tout entière.
history-withheld = Masqué : il y avait là un secret. Qui a une copie du dépôt a ce secret : renouvelez-le.
history-unreadable = Ce qui était écrit alors est illisible : git n’a pas le texte, ou il est trop long.
history-before-unknown = Ce qui était écrit avant n’est pas connu ici.
history-older = { $count ->
    [one] Une modification plus ancienne est dans git.
   *[other] { $count } modifications plus anciennes sont dans git.
}
history-cut-off = Ce qui a changé avant n’est pas connu. { $why }

# Ce qui a changé dernièrement.

changes-title = Ce qui a changé
changes-lead = Ce qui n’est plus comme dans votre souvenir : par jour et par service, l’ancien à côté du nouveau.
changes-feed = Flux (Atom)
changes-first = Git connaît ce projet à partir d’ici : tout y était nouveau.
changes-untold = { $count ->
    [one] Une autre chose a changé, qui n’est pas listée ici : git l’a.
   *[other] { $count } autres choses ont changé, qui ne sont pas listées ici : git les a.
}
changes-cut-thing = D’autres changements ne sont pas listés ici : voir son historique.
changes-older = Les changements plus anciens : `releve diff` les donne, entre deux jours au choix.
changes-version = État de la version { $name }
changes-before = avant :
changes-after = maintenant :
changes-since = Montrer ce qui a changé depuis
changes-since-all = le plus ancien jour ci-dessous
changes-since-version = la version { $name }
changes-since-day = un jour…
changes-since-visit = ma dernière visite
changes-day = Jour
changes-nothing-since = Rien n’a changé depuis.
