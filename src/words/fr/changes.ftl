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
