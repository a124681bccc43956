# Ce que nous utilisons et sa liberté, les projets hébergés, l’entraide.

partner-until = Convenu jusqu’au { $date }. Après ce jour, n’y comptez plus.

tools-title = Nos outils
tools-lead = Ce que nous utilisons, à quel point c’est libre, pourquoi nous acceptons le reste, et comment nous en partirions.
tools-summary = { $free ->
    [0] { $all ->
        [one] Le seul logiciel n’est pas libre.
       *[other] Aucun des { $all } logiciels n’est libre.
    }
    [one] { $all ->
        [one] Le seul logiciel est libre.
       *[other] Un logiciel sur { $all } est libre.
    }
   *[other] { $free } logiciels sur { $all } sont libres.
}{ $unknown ->
    [0] {""}
    [one] {" "}D’un autre, personne ne sait s’il l’est.
   *[other] {" "}De { $unknown } autres, personne ne sait s’ils le sont.
}
tools-charters = Nous avons signé :
tools-charter-version = { $name }, version { $version }
tools-software = Logiciels
tools-used-for = Sert à
tools-nonfree = Prestataires dont les logiciels ne sont pas libres
tools-mixed = Prestataires dont les logiciels sont en partie libres
tools-free = Prestataires qui utilisent des logiciels libres
tools-beside = Prestataires auxquels nous ne confions aucun logiciel
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
derived-stands-on = Repose sur
derived-mail-flows = Ses courriels

notices-title = Messages à coller
notices-agreed = Les mots convenus avec eux d’abord :
notices-lead = Remplissez les blancs, et rayez ce qui n’est pas concerné.
notice-planned = Avant des travaux prévus
    .text = Bonjour,

        Le ____ (jour), de ____ à ____, { $count ->
            [one] le service { $services } ne sera pas disponible
           *[other] les services { $services } ne seront pas disponibles
        } : ____ (pourquoi). Rien de ce que vous avez confié n’est touché, et vous n’avez rien à faire.

        Si le moment est mal choisi pour vous, dites-le-nous avant le ____. Nous vous écrirons quand ce sera fini.

        { $us }
notice-outage = Quand quelque chose est en panne
notice-restored = Quand tout remarche
    .text = Bonjour,

        { $count ->
            [one] Le service { $services } remarche
           *[other] Les services { $services } remarchent
        } depuis ____ (heure). La panne avait commencé à ____, parce que ____. Ce que nous faisons pour que cela ne recommence pas : ____

        Dites-nous si quelque chose vous semble encore de travers.

        { $us }
notice-loss = Quand des données sont perdues
    .text = Bonjour,

        Nous avons dû rétablir { $count ->
            [one] le service { $services }
           *[other] les services { $services }
        } à partir d’une copie du ____ (jour et heure). Ce que vous y avez saisi depuis est perdu. Nous avions promis au plus { $loss } de perte ; cette fois, c’est ____.

        Regardez ce que vous avez fait depuis, et ressaisissez ce que vous avez encore. S’il manque quelque chose de plus ancien, écrivez-nous avant le ____ : nous gardons la copie jusque-là.

        Nous en sommes désolés.

        { $us }
notice-end = Quand un service s’arrête
    .text = Bonjour,

        Nous arrêterons { $count ->
            [one] le service { $services }
           *[other] les services { $services }
        } le ____ (jour), parce que ____. D’ici là, tout marche comme avant.

        Vous partez avec ce qui est à vous : { $leaves }

        Nous vous aidons jusqu’au ____. Après ce jour, les données seront effacées, copies comprises, d’ici le ____.

        { $us }

charter-title = Charte
charter-lead = Ce que demande une charte, et ce que cet inventaire y répond. La charte, et celles et ceux qui y veillent, ont le dernier mot. « Oui » veut dire que l’inventaire le dit ; qui peut le voir dépend de l’édition.
charter-read-on = Lue le { $date }. Seul ce à quoi un inventaire peut répondre est demandé ici.
charter-source = Source :
charter-quoted-in = (en { $language })
charter-yes = oui
charter-no = non
charter-unseen = ne se voit pas d’ici
charter-question-free-software = Tous les logiciels sont libres
charter-question-exceptions-listed = Ce qui n’est pas libre est listé, avec une raison qui tient
charter-question-control = Les services tournent sur des machines que nous maîtrisons
charter-question-host-named = On sait qui héberge les machines
charter-question-third-parties = Aucun prestataire contraire à la charte, et un accord avec chacun de ceux qui voient des données
charter-question-backups = Ce que les gens confient est sauvegardé
charter-question-data-place = On sait où sont les données, copies comprises
charter-question-suppliers = On sait de qui nous dépendons
charter-question-terms = Les conditions d’utilisation sont lisibles (un lien de l’organisation de type terms)
charter-question-no-advertising = Personne ne voit de publicité

derived-tried-with = Essayé avec eux
