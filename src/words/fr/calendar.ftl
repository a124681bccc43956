## Les jours : ce qui prend fin tout seul, ce qui est à refaire, ce qui est dû.

calendar-lead = Ce qui prend fin tout seul et ce qui est à refaire, au dernier jour où l’on peut encore agir. Un jour passé reste listé tant que personne n’écrit ce qu’il en est advenu.
calendar-none = Rien ici n’a de fin, et rien n’est dû.
calendar-now = Dès que possible
calendar-due = à faire
calendar-notice = dernier jour du préavis ; { $what } : { $date }

calendar-expires = expiration
calendar-renews = renouvellement
calendar-payment = fin du moyen de paiement
calendar-agreement = fin de l’accord
calendar-exception = fin de l’exception à la charte
calendar-leaves = départ
calendar-rotation = secret à changer
calendar-proof-access = essai d’accès à refaire au plus tard ce jour-là
calendar-proof-know-how = exercice à refaire au plus tard ce jour-là
calendar-proof-data = restauration à refaire au plus tard ce jour-là
calendar-rehearsal = essayer toute la relève
calendar-copy = ouvrir sa copie de ce site
calendar-recount = recompter les réserves
calendar-certificate = fin du certificat
calendar-look-again = à regarder de nouveau de l’extérieur
calendar-waiver = fin de ce qui était accepté ({ $gap })
calendar-read-back = à lire, puis à redire avec ses mots

calendar-otherwise-renews = Se renouvelle seul, tant que c’est payé.
calendar-otherwise-ends = Prend fin, sauf si quelqu’un le renouvelle.
calendar-otherwise-unknown = Personne ne sait si cela se renouvelle seul : faites comme si ce n’était pas le cas.
calendar-otherwise-payment = Les paiements suivants échouent.
calendar-otherwise-agreement = L’aide convenue prend fin.
calendar-otherwise-exception = La règle s’applique de nouveau.
calendar-otherwise-leaves = Quelqu’un s’en va : ses clés doivent être en d’autres mains avant ce jour.
calendar-otherwise-rotation = Quiconque a un jour connu ce secret peut encore entrer.
calendar-otherwise-proof = Dès le lendemain, cela compte moins : l’essai est trop ancien.
calendar-otherwise-rehearsal = Personne ne sait si les pages suffisent pour prendre la relève.
calendar-otherwise-copy = Le jour où tout est en panne, personne ne sait si la copie s’ouvre.
calendar-otherwise-recount = Le temps que l’argent peut durer se calcule sur un chiffre ancien.
calendar-otherwise-certificate = Les navigateurs refusent la page, sauf si le certificat a été renouvelé entre-temps.
calendar-otherwise-look-again = Ce qu’une machine en avait vu ne compte plus.
calendar-otherwise-waiver = Le manque compte de nouveau.
calendar-otherwise-read-back = Personne ne peut dire que cette page est comprise telle qu’elle est maintenant.

calendar-file = Les mêmes jours pour votre agenda (calendar.ics)
calendar-file-how = Dans Thunderbird : Nouvel agenda, Sur le réseau, puis l’adresse de ce fichier ; depuis une clé : Importer.
calendar-summary = { $name } : { $what }
calendar-cost = Coût :
