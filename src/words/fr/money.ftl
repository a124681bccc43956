# L’argent : ce qu’une année coûte et rapporte, pour qui, et qui peut payer.

derived-yearly-cost = Par an
derived-project-cost = Coûte par an
derived-balance = Une année
field-receipts = Rapporte
field-balance = Finit à

money-card-expiring = ce qui paie `{ $names }`{ and-more } prend fin le { $date } ; le premier paiement refusé sera celui du { $first }
    .past = ce qui paie `{ $names }`{ and-more } a pris fin le { $date }, d’après ce qui est écrit ici
    .help = donnez à chaque prestataire la nouvelle carte ou un autre moyen de payer, et notez sa fin dans `method_expires_on`
money-renewal-due = `{ $contract }` prend fin le { $date } si personne ne le renouvelle
    .notice = `{ $contract }` prend fin le { $date } si personne ne le renouvelle, et était à renouveler avant le { $last }
    .past = `{ $contract }` a pris fin le { $date }, d’après ce qui est écrit ici
    .help = renouvelez-le ou dites qu’il peut s’arrêter, puis notez le nouveau jour ou retirez-le
    .unknown-help = demandez au prestataire s’il se renouvelle seul, et notez-le dans `auto_renew`
money-runway = la réserve de { $reserve } dure { money-months }, jusqu’au { $date }
    .undated = la réserve de { $reserve } dure { money-months }
    .none = une année coûte { $cost } et rapporte { $receipts }, et rien n’est mis de côté pour la différence
    .help = dites-le à ceux qui décident et à qui prend la relève : dépenser moins, ou trouver de l’argent, tant qu’il est temps
money-months = { $months ->
    [0] moins d’un mois
    [one] { $months } mois
   *[other] { $months } mois
}
money-share-over-100 = les parts de `{ $contract }` font { $percent } pour cent
    .help = écrivez des parts qui font 100 au plus ; ce qui reste est pour tous les projets
money-single-payer = seule `{ $person }` peut payer
    .nobody = personne qui reste ne peut payer
    .help = donnez à une seconde personne son propre accès à la banque, et nommez-la dans `holders` de ce qui l’ouvre, ou comme `treasurer`
