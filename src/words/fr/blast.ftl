# Ce qui se passe quand quelque chose tombe, et qui prévenir.

blast-title = Si cela tombe
blast-falls = Tombent avec :
blast-nothing-falls = Rien d’autre ne tombe avec.
blast-weakened = Continuent, avec quelque chose en moins :
blast-tell = À prévenir :
blast-loses = perd
blast-agreed = Le message convenu avec eux :
blast-send = À envoyer, une fois les blancs remplis :
# Des noms dans une phrase à envoyer.
quoted-name = « { $name } »
names-and-last = { $names } et { $last }

blast-message = Bonjour,

    { $count ->
        [one] Le service { $services } ne marche plus
       *[other] Les services { $services } ne marchent plus
    } depuis ____ (heure). Nous y travaillons, et espérons avoir fini vers ____.

    En attendant : ____ (ce que vous pouvez utiliser à la place). À notre connaissance, rien de ce que vous avez confié n’est perdu.

    Nous vous réécrirons à ____, quoi qu’il en soit.

    { $us }
