# Ce que nous utilisons et sa liberté, les projets hébergés, l’entraide.

partner-until = Convenu jusqu’au { $date }. Après ce jour, n’y comptez plus.

tools-title = Nos outils
tools-lead = Ce que nous utilisons, à quel point c’est libre, pourquoi nous acceptons le reste, et comment nous en partirions.
tools-summary = { $free ->
    [0] Aucun des { $all } logiciels n’est libre.
    [one] Un logiciel sur { $all } est libre.
   *[other] { $free } logiciels sur { $all } sont libres.
}
tools-charters = Nous avons signé :
tools-software = Logiciels
tools-used-for = Sert à
tools-nonfree = Prestataires qui ne sont pas libres
tools-mixed = Prestataires en partie libres
tools-free = Prestataires qui utilisent des logiciels libres
tools-beside = Prestataires sans logiciel à nous
tools-unsaid = Autres prestataires
tools-why = Pourquoi nous l’acceptons
tools-until = jusqu’au { $date }
tools-decided = Décisions
tools-leave = Nous le quitterions pour
tools-tried = Essayé
tools-untried = pas encore
tools-tried-on = le { $date }
tools-tried-in = le { $date }, en { $took }
tools-tried-beside = le { $date }, en { $took } ; prévu : { $effort }
tools-tried-in-vain = le { $date }, sans succès
tools-data = Partir avec ses données
tools-data-lead = Voici comment chacun récupère ce qu’il a confié :

derived-exit-tried = Sortie essayée
