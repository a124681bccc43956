# Des mails qui arrivent : ce qui est demandé, ce qui est publié, ce qui a été vu de l’extérieur.

record-not-said-of-what = cette observation de `{ $fact }` ne dit pas de laquelle
    .help = ajoutez `at: { $example }`
record-unreadable-value = ce qui a été vu de `{ $fact }` ne se lit pas
    .day = écrivez un jour, comme `2028-03-14`
    .share = écrivez un nombre en pour cent, avec un point : `0.08`

field-fact = Ce qui a été vu
field-observed_at = Vu le
field-good_for = Valable

observed-fact-spf = SPF
observed-fact-dkim = Clé DKIM
observed-fact-dmarc = DMARC
observed-fact-mx = Serveurs qui reçoivent les mails (MX)
observed-fact-ptr = Nom de l’adresse (PTR)
observed-fact-spam-rate = Classés en spam par les lecteurs
observed-fact-expires-on = Fin, d’après le registre
observed-fact-certificate-ends-on = Fin du certificat

observed-title = Vu de l’extérieur
observed-lead = Par une machine, et valable un temps seulement. Ce qui est déclaré est plus haut.
observed-nothing = rien de publié
observed-moment = Vu le { $moment }.
observed-until = Valable jusqu’au { $date }.
observed-past = périmé : on n’en sait plus rien
observed-differs = pas comme déclaré
observed-wrong = à corriger
observed-at = Vu sur
observed-no-spf = SPF est déclaré, et rien n’est publié
observed-spf-lacks = la ligne ne nomme pas { $term }, dont un relais utilisé a besoin
observed-several = { $count } enregistrements sont publiés là où il n’en faut qu’un : les destinataires n’en lisent aucun
observed-no-key = la clé est déclarée, et rien n’est publié
observed-revoked-key = la clé publiée est vide : elle a été retirée
observed-no-policy = une politique est déclarée, et rien n’est publié
observed-policy = il est déclaré qu’il n’y a pas de politique, et p={ $policy } est publié
observed-other-policy = { $declared } est déclaré pour le domaine, et p={ $published } est publié
observed-other-reports = les rapports ne vont pas à { $address }, comme c’est déclaré
observed-other-name = { $name } est déclaré
observed-expires-on = { $declared } est déclaré
observed-spam-rate = c’est { $limit } % ou plus : les destinataires retiennent ces mails

relay-amazon-ses = Amazon SES
relay-brevo = Brevo
relay-fastmail = Fastmail
relay-gandi = Gandi
relay-google-workspace = Google Workspace
relay-infomaniak = Infomaniak
relay-mailgun = Mailgun
relay-mailjet = Mailjet
relay-microsoft-365 = Microsoft 365
relay-ovhcloud = OVHcloud
relay-postmark = Postmark
relay-proton = Proton Mail
relay-scaleway-tem = Scaleway Transactional Email
relay-sendgrid = SendGrid
dkim-form-txt = TXT, copié de sa console
dkim-form-cname = CNAME
return-path-ours = notre domaine sur l’enveloppe
return-path-theirs = son propre domaine sur l’enveloppe
field-mail = Réglages DNS
field-relay = Ceux que publie

mail-requirement-spf = SPF
mail-requirement-dkim = DKIM
mail-requirement-alignment = Alignement
mail-requirement-dmarc = DMARC
mail-requirement-reports = Rapports DMARC
mail-requirement-return-path = Adresse de retour
mail-requirement-ptr = Nom de la machine (PTR)
mail-requirement-one-click = Désabonnement en un clic
mail-requirement-bounces = Retours d’erreur
mail-requirement-complaints = Plaintes
mail-verdict-met = oui
mail-verdict-missing = manque
mail-verdict-otherwise = vu autrement
mail-verdict-unknown = inconnu
mail-verdict-not-asked = pas nécessaire

mail-column-one-click = Désabonnement en un clic
mail-column-returns = Erreurs et plaintes lues

mail-spf-met = Le domaine nomme ce relais parmi ceux qui peuvent envoyer pour lui.
mail-spf-missing = Le domaine ne nomme pas ce relais : les destinataires ne distinguent pas nos mails des faux par leur provenance.
mail-spf-unknown = Personne ne dit si le domaine nomme ce relais.
mail-dkim-met = { $count ->
    [one] Il est signé avec la clé
   *[other] Il est signé avec les clés
}
mail-dkim-missing = Il n’est pas signé : rien ne montre qu’il n’a pas été modifié en route.
mail-dkim-unknown = Personne ne dit avec quelle clé il est signé.
mail-alignment-met = SPF ou DKIM prouve le domaine que voit le lecteur.
mail-alignment-missing = SPF et DKIM prouvent un autre domaine que celui que voit le lecteur : pour DMARC, aucun des deux ne compte.
mail-alignment-unknown = Personne ne dit si ce qui est prouvé est le domaine que voit le lecteur.
mail-dmarc-met = Un mail qui n’est pas de nous doit être { $policy ->
    [reject] refusé
   *[quarantine] mis de côté
}.
mail-dmarc-watches = Il y a une ligne, et elle ne fait qu’observer (p=none) : cela suffit aux destinataires, et n’arrête aucun usurpateur.
mail-dmarc-missing-record = Le domaine n’a pas de politique.
mail-dmarc-elsewhere = Un autre flux du domaine déclare sa politique : { $policy }.
mail-dmarc-unknown = Personne ne dit quelle politique a le domaine.
mail-reports-met = Ils vont à { $address }.
mail-reports-said = Quelqu’un les reçoit.
mail-reports-none = Il a été décidé que personne ne les reçoit.
mail-reports-no-policy = Sans politique, personne n’en envoie.
mail-reports-missing = Personne ne les reçoit : qui d’autre envoie en notre nom reste invisible.
mail-reports-unknown = Personne ne dit qui les reçoit.
mail-return-path-ours = Notre propre domaine est sur l’enveloppe, donc SPF compte aussi pour DMARC.
mail-return-path-theirs = Le domaine du relais est sur l’enveloppe : SPF ne compte pas pour DMARC, donc DKIM doit compter.
mail-return-path-said = Elle est décrite plus bas.
mail-return-path-unknown = Personne ne dit où revient ce qui ne peut pas être remis.
mail-ptr-met = La machine qui envoie a son nom.
mail-ptr-missing = Personne n’a écrit le nom de la machine qui envoie, et aucun n’a été vu : les destinataires ne peuvent pas vérifier d’où viennent nos mails.
mail-ptr-unwritten = Personne n’a écrit le nom que doit avoir la machine qui envoie. Il y en a un, qui a été vu.
mail-ptr-other = { $name } n’est aucun des noms de la machine.
mail-ptr-relay = C’est l’affaire du relais.
mail-ptr-unknown = Personne ne dit par quoi il passe.
mail-one-click-met = Les lecteurs l’arrêtent en un clic. La signature doit couvrir les deux en-têtes, List-Unsubscribe et List-Unsubscribe-Post (RFC 8058).
mail-one-click-mailto = Pour l’arrêter, les lecteurs doivent écrire un mail : beaucoup cliquent plutôt sur « spam ».
mail-one-click-missing = Les lecteurs ne peuvent pas l’arrêter depuis leur messagerie : ils cliquent sur « spam ».
mail-one-click-reason = Il a été décidé qu’il n’y en a pas.
mail-one-click-person = Il va à une personne à la fois.
mail-one-click-purpose = Personne ne dit à quoi il sert.
mail-one-click-unknown = Personne ne dit comment les lecteurs l’arrêtent.
mail-landing-met = { $what ->
    [complaints] Il est dit où elles arrivent.
   *[bounces] Il est dit où arrive ce qui ne peut pas être remis.
}
mail-landing-none = { $what ->
    [complaints] Il a été décidé que personne ne les lit.
   *[bounces] Il a été décidé que personne ne les lit.
}
mail-landing-unknown = { $what ->
    [complaints] Personne ne sait où elles arrivent, ni qui les lit.
   *[bounces] Personne ne sait où arrive ce qui ne peut pas être remis, ni qui le lit.
}
mail-summary = Tout ce qui est demandé est là, d’après ce qui est déclaré.
mail-summary-lacks = { $verdict ->
    [missing] { $count ->
        [one] une chose manque
       *[other] { $count } choses manquent
    }
    [otherwise] { $count ->
        [one] une chose a été vue autrement que déclarée
       *[other] { $count } choses ont été vues autrement que déclarées
    }
   *[unknown] { $count ->
        [one] une chose est inconnue
       *[other] { $count } choses sont inconnues
    }
}
mail-receivers = { $others ->
    [none] { $last }
   *[other] { $others } et { $last }
}
mail-demanded-all = { $others ->
    [none] { mail-receivers } demande
   *[other] { mail-receivers } demandent
} à tous : { $what }.
mail-demanded-bulk = { $others ->
    [none] { mail-receivers } demande
   *[other] { mail-receivers } demandent
} à qui envoie 5 000 mails par jour : { $what }.
arrives-title = Arrive-t-il ?
arrives-dns = Les enregistrements à publier :
arrives-demands = Ce que demandent les destinataires :

dns-title = Enregistrements DNS pour ses mails
dns-lead = Ce qu’il faut publier pour que ses mails arrivent, réuni de tout ce qui envoie pour lui. Copiez les valeurs à la lettre ; remplacez un enregistrement déjà là, et n’en ajoutez jamais un second de SPF ou de DMARC.
dns-lead-silent = Rien n’est envoyé depuis ce domaine. Ces deux enregistrements le disent, et empêchent d’autres d’écrire en son nom.
dns-at = On les règle chez
dns-beware = attention
dns-spf = Qui peut envoyer pour le domaine : tous ses relais en une seule ligne, car de deux lignes aucune ne compte. Ajoutez-y ce qui envoie pour lui sans être décrit ici.
dns-no-spf = Personne ne peut envoyer pour ce domaine.
dns-dkim = La clé « { $selector } », avec laquelle les mails sont signés.
dns-dmarc = Ce que les destinataires font d’un mail qui n’est pas de nous, et qui reçoit les rapports.
dns-no-reports = Personne ne reçoit les rapports : ajoutez une adresse que quelqu’un lit, comme ; rua=mailto:dmarc@example.org.
dns-no-dmarc = Tout ce qui vient de ce domaine est un faux.
dns-reports = Dans le DNS de { $domain } : permet aux rapports sur ce domaine d’y arriver.
dns-bounces = Pas nécessaire : met notre propre domaine sur l’enveloppe, pour que SPF compte aussi pour DMARC. Demandez au relais avant de l’ajouter.
dns-ptr = Le nom de la machine qui envoie. Il ne se règle pas dans cette zone, mais chez { $provider }, qui nous loue l’adresse.
dns-ptr-own = Le nom de la machine qui envoie. Il ne se règle pas dans cette zone, mais chez qui nous donne l’adresse.
dns-in-console = Seule la console montre la valeur :
dns-on-server = Seul le serveur de mail montre la valeur :
dns-seen = Vu de l’extérieur :
dns-unsaid = Personne ne dit ce dont { $relay } a besoin dans SPF, donc la ligne n’est pas complète : regardez dans sa console, et écrivez-le dans mail du prestataire.
dns-policies-differ = Les flux de ce domaine déclarent des politiques DMARC différentes ; il ne peut en avoir qu’une. La plus douce est écrite ici.
dns-lookups = La ligne SPF coûte au moins { $count ->
    [one] une recherche
   *[other] { $count } recherches
} sur les { $most } permises (RFC 7208, 4.6.4) ; celles de ce qu’elle inclut comptent aussi. Deux au plus peuvent tomber sur un nom qui n’existe pas.
dns-according-to = { $provider } : d’après { $relay }, au { $date }.

mail-title = Nos mails arrivent-ils ?
mail-lead = Qui envoie pour quel domaine et par quoi, ce qui manque pour que cela arrive, et ce que demandent les grands destinataires.
mail-refused = Des mails sont refusés, ou n’arrivent pas
mail-matrix = Qui envoie pour qui
mail-flows = Ce qui est là, et ce qui manque
mail-too-much-spam = trop souvent classé en spam
mail-flows-lead = D’après ce qui est déclaré, sauf si autre chose a été vu de l’extérieur. La page de chaque flux dit pourquoi.
mail-incoming = Ce qui arrive chez nous
mail-demands = Ce que demandent les grands destinataires
mail-demands-lead = Qui envoie beaucoup doit faire plus. Le nombre se compte pour un domaine avec ses sous-domaines.
mail-spam = Moins de { $goal } % des lecteurs devraient le classer en spam ; à partir de { $limit } %, les mails sont retenus.
mail-demanded-what = Quoi
mail-demanded-of = À qui
mail-demanded-by = Par qui
mail-since = { $receiver }, depuis le { $date }
mail-bulk-from = « Beaucoup », c’est à partir de { $count } mails par jour. Lu le { $date }.
mail-bulk-unsaid = « Beaucoup » : sans chiffre. Lu le { $date }.
demanded-spf-or-dkim = SPF ou DKIM réussit
demanded-spf-and-dkim = SPF et DKIM réussissent
demanded-dmarc = Une ligne DMARC ; p=none suffit
demanded-alignment = SPF ou DKIM prouve le domaine que voit le lecteur
demanded-ptr = L’adresse de la machine qui envoie a un nom qui y ramène (PTR)
demanded-tls = Les mails sont remis chiffrés (TLS)
demanded-one-click = Les listes et les lettres s’arrêtent en un clic (RFC 8058) ; Yahoo accepte aussi une adresse
demanded-spam-rate = Peu de lecteurs le classent en spam
senders-all = à tous
senders-bulk = à qui envoie beaucoup

mail-seen-here = vu le { $moment }
mail-bounce-unread = personne ne sait où arrivent { $fields ->
        [bounces] les retours d’erreur (`bounces`)
        [complaints] les plaintes (`complaints`)
       *[both] les retours d’erreur (`bounces`) et les plaintes (`complaints`)
    } de `{ $flow }`, ni qui les lit
    .help = demandez au relais où ils vont, et dites qui y regarde et quand
    .no-mailbox = `{ $address }` n’atteint personne : aucun flux ne reçoit de mail pour `{ $domain }`
    .no-mailbox-help = donnez une adresse que quelqu’un lit, ou décrivez le flux `direction: in` qui reçoit pour `{ $domain }`
mail-dmarc-missing = `{ $domain }` envoie des mails, et n’a pas d’enregistrement DMARC
    .help = publiez celui qui est sur la page du domaine, et déclarez-le : `dmarc: none`, avec une adresse dans `reports_to`
    .unknown = personne ne sait quelle politique DMARC a `{ $domain }`
    .unknown-help = regardez `_dmarc` sous le domaine, et notez-le
    .reports = `{ $domain }` a une politique DMARC, et ses rapports ne vont nulle part
    .reports-help = donnez dans `reports_to` une adresse que quelqu’un lit, et dans `rua` de l’enregistrement
mail-no-auth = ni SPF ni DKIM ne prouve que les mails de `{ $flow }` sont les nôtres
    .bulk = `{ $flow }` envoie tant que les destinataires demandent SPF et DKIM, et l’un des deux manque
    .unaligned = ce qui prouve les mails de `{ $flow }` est un autre domaine que celui que voient ses lecteurs
    .unknown = personne ne sait ce qui prouve que les mails de `{ $flow }` sont les nôtres
    .help = publiez les enregistrements qui sont sur la page de son domaine, écrivez-vous un mail, et lisez-y `Authentication-Results`
    .unknown-help = écrivez-vous un mail, cherchez-y `Authentication-Results`, et notez ce qui réussit et pour quel domaine
mail-no-one-click = les lecteurs de `{ $flow }` ne peuvent pas l’arrêter
    .mailto = les lecteurs de `{ $flow }` doivent écrire un mail pour l’arrêter
    .unknown = personne ne sait comment les lecteurs de `{ $flow }` l’arrêtent
    .help = faites envoyer les deux en-têtes, `List-Unsubscribe` avec une adresse `https` et `List-Unsubscribe-Post`, puis écrivez `list_unsubscribe: one-click`
mail-no-ptr = `{ $host }` envoie les mails de `{ $flow }`, et personne ne dit quel nom a son adresse
    .help = faites donner à l’adresse, par qui vous la loue, le nom de l’hôte (DNS inverse), et écrivez-le dans `ptr`
    .other = `{ $name }` n’est aucun des noms de `{ $host }`, qui envoie sous ce nom
    .other-help = le nom de l’adresse et une adresse de ce nom doivent mener l’un à l’autre : corrigez `ptr`, ou ajoutez le nom à `addresses`
mail-not-as-declared = `{ $subject }` n’a pas été vu comme il est déclaré (`{ $fact }`)
    .help = corrigez ce qui est publié, ou ce qui est déclaré ici ; puis regardez de nouveau
mail-policies-differ = `{ $domain }` ne peut avoir qu’une politique DMARC, et `{ $policy }` est déclaré ici
    .other = `{ $policy }` est déclaré ici
    .help = regardez laquelle est publiée, et déclarez-la dans tous les flux du domaine
mail-spam-rate = { $share } % des lecteurs classent les mails de `{ $subject }` en spam : { $others ->
        [none] { mail-receivers } les retient
       *[other] { mail-receivers } les retiennent
    }
    .help = arrêtez ce qui est parti en dernier, retirez qui ne l’a pas demandé, et laissez les lecteurs l’arrêter en un clic
mail-spf-sprawl = la ligne SPF de `{ $domain }` ne fait pas ce pour quoi elle est là
    .help = publiez la seule ligne qui est sur la page du domaine, à la place de toutes celles qui y sont
    .lookups = la ligne SPF de `{ $domain }` demande au moins { $count } recherches : au-delà de { $most }, elle est nulle
    .lookups-help = retirez ce qui n’envoie plus, ou laissez un relais envoyer depuis un domaine à lui, sous celui-ci
