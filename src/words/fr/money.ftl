# L’argent : ce qu’une année coûte et rapporte, pour qui, et qui peut payer.

derived-yearly-cost = Par an
derived-project-cost = Coûte par an
derived-balance = Une année
field-receipts = Rapporte
field-balance = Solde

money-card-expiring = ce qui paie `{ $names }`{ and-more } prend fin le { $date } ; le premier paiement refusé sera celui du { $first }
    .past = ce qui paie `{ $names }`{ and-more } a pris fin le { $date }, d’après ce qui est écrit ici
    .help = donnez à chaque prestataire la nouvelle carte ou un autre moyen de payer, et notez sa fin dans `method_expires_on`
money-renewal-due = `{ $contract }` prend fin le { $date } si personne ne le renouvelle
    .notice = `{ $contract }` prend fin le { $date } si personne ne le renouvelle ; dernier jour pour le faire : le { $last }
    .past = `{ $contract }` a pris fin le { $date }, d’après ce qui est écrit ici
    .help = renouvelez-le ou dites qu’il peut s’arrêter, puis notez le nouveau jour ou retirez-le
    .unknown-help = demandez au prestataire s’il se renouvelle seul, et notez-le dans `auto_renew`
money-runway = la réserve de { $reserve } dure { money-months }, jusqu’au { $date }
    .undated = la réserve de { $reserve } dure { money-months }
    .none = une année coûte { $cost } et rapporte { $receipts }, et rien n’est mis de côté pour la différence
    .help = dites-le à ceux qui décident et à qui prend la relève : dépenser moins, ou trouver de l’argent, tant qu’il est temps
money-months = { $months ->
    [0] moins d’un mois
    [one] { $months } mois
   *[other] { $months } mois
}
money-share-over-100 = les parts de `{ $contract }` font { $percent } %
    .help = écrivez des parts qui font 100 au plus ; ce qui reste est pour tous les projets
money-single-payer = seule `{ $person }` peut payer
    .nobody = aucune des personnes qui restent ne peut payer
    .help = donnez à une seconde personne son propre accès à la banque, et nommez-la dans `holders` de ce qui l’ouvre, ou comme `treasurer`

# Comment s’écrivent les sommes : les milliers à part, le signe de la monnaie où on l’attend, son code où un signe serait ambigu.
money-thousands = {"\u202F"}
money-amount = { $currency ->
    [EUR] { $amount } €
   *[other] { $amount } { $currency }
}
money-negative = −{ $amount }
# Combien et tous les combien.
price-every = { $every ->
    [minute] { $amount } par minute
    [hour] { $amount } par heure
    [day] { $amount } par jour
    [week] { $amount } par semaine
    [month] { $amount } par mois
    [quarter] { $amount } par trimestre
   *[year] { $amount } par an
}
price-each = { $unit ->
    [m] { $amount } toutes les { $length }
    [h] { $amount } toutes les { $length }
    [w] { $amount } toutes les { $length }
   *[other] { $amount } tous les { $length }
}
percent = { $share } %

money-title = Argent
money-year = Une année coûte { $cost } et rapporte { $receipts } : il reste { $left }.
    .lacks = Une année coûte { $cost } et rapporte { $receipts } : il manque { $lacking }.
    .costs = Une année coûte { $cost }.
money-lasts = La réserve de { $reserve }, comptée le { $date }, dure { $length } si rien ne change : jusqu’au { $until }.
    .endless = La réserve de { $reserve }, comptée le { $date }, dure { $length } si rien ne change.
    .undated = La réserve de { $reserve } dure { $length } si rien ne change ; nul ne dit quand elle a été comptée.
money-reserve = Mis de côté : { $reserve }, compté le { $date }.
    .undated = Mis de côté : { $reserve }.
    .none = Rien n’est mis de côté pour la différence, d’après ce qui est écrit.
money-under-a-month = moins d’un mois
money-over-ten-years = plus de dix ans
money-years-and-months = { $years } et { $months }
money-unknown-income = Nul ne dit combien cela rapporte, ce n’est donc pas compté : { $names }.
money-unknown-reserve = Nul ne dit combien est mis de côté.
money-unpriced = Nul ne sait ce que cela coûte, ce n’est donc pas compté :
money-part = Ces chiffres sont ceux de ce qui est publié ici.
money-costs = Ce qu’une année coûte
money-bars = Ce qui coûte le plus par an ; le tableau au-dessous dit la même chose
money-contract = Contrat
money-price = Prix
money-amount-of = Montant
money-per-year = Par an
money-per-year-in = Par an, { $currency }
money-total = Total
money-rule-year = Un prix au mois compte douze fois, un prix pour deux ans, la moitié. Au jour ou à la semaine, une année a 365 jours. Les lignes sont arrondies pour que chaque colonne tombe juste ; l’une peut différer d’un centime de la page de son contrat. Les monnaies ne s’additionnent jamais.
money-income = Ce qui rentre
money-source = Origine
money-income-of = Des recettes datées, seules celles de l’année la plus récente sont comptées : { $year }.
money-projects = Pour chaque projet
money-project = Projet
money-for-all = Pour tous
    .edition = Pour tous, et pour ce qui n’est pas montré ici
money-rule-projects = D’après les parts notées pour chaque contrat. Ce qui n’a pas de part, ou qu’elles laissent, est pour tous.
money-services = Pour chaque service
money-service = Service
money-for-none = Pour aucun service en particulier
money-rule-services = Un contrat se partage en parts égales entre les services qu’il nomme ; sinon entre ceux qui tournent sur ce qu’il paie, en dépendent, envoient leurs mails par là ou y sont sauvegardés.
money-first = Ce qui s’arrête d’abord si personne n’agit
money-first-lead = Les jours où un contrat prend fin, ou bien où le premier paiement est refusé parce qu’une carte a expiré.
money-lives = Combien de temps chaque contrat tient si personne n’agit ; la liste au-dessous dit la même chose
money-runs-out = Il prend fin : quelqu’un doit le renouveler à la main.
    .notice = Il prend fin : quelqu’un doit le renouveler à la main, au plus tard le { $date }.
money-refused = La carte ou le mandat qui le paie prend fin le { $date } : le paiement de ce jour est refusé.
money-takes-along = Ce qu’il paie
money-unknown-end = Nul ne sait si cela prend fin, ni quand :
money-going-on = Cela continue tout seul, tant qu’il y a de l’argent :
money-pay = Qui peut payer
money-holds = Détient l’accès :
money-pays-contract = paie un contrat
money-speakers = Pour représenter l’organisation devant la banque et y faire ouvrir un accès :
money-card = { $count ->
    [one] Le { $date } prend fin une carte ou un mandat qui paie un contrat, { $amount } par an :
   *[other] Le { $date } prend fin une carte ou un mandat qui paie { $count } contrats, { $amount } par an :
}
    .unpriced = { $count ->
        [one] Le { $date } prend fin une carte ou un mandat qui paie un contrat :
       *[other] Le { $date } prend fin une carte ou un mandat qui paie { $count } contrats :
    }
derived-service-cost = Coûte par an
