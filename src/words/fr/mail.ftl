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
observed-at = Vu sur
observed-no-spf = SPF est déclaré, et rien n’est publié.
observed-spf-lacks = La ligne ne nomme pas { $term }, dont un relais utilisé a besoin.
observed-several = { $count } enregistrements sont publiés là où il n’en faut qu’un : les destinataires n’en lisent aucun.
observed-no-key = La clé est déclarée, et rien n’est publié.
observed-revoked-key = La clé publiée est vide : elle a été retirée.
observed-no-policy = Une politique est déclarée, et rien n’est publié.
observed-policy = Il est déclaré qu’il n’y a pas de politique, et p={ $policy } est publié.
observed-other-policy = { $declared } est déclaré, et p={ $published } est publié.
observed-other-reports = Les rapports ne vont pas à { $address }, comme c’est déclaré.
observed-other-name = { $name } est déclaré.
observed-expires-on = { $declared } est déclaré.
observed-spam-rate = C’est { $limit } % ou plus : les destinataires retiennent ces mails.

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
field-mail = Pour nos mails, il lui faut
field-relay = Comme on le sait de

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
mail-verdict-unknown = inconnu
mail-verdict-not-asked = pas nécessaire

mail-column-one-click = Un clic
mail-column-returns = Retours lus

mail-spf-met = Le domaine nomme ce relais parmi ceux qui peuvent envoyer pour lui.
mail-spf-missing = Le domaine ne nomme pas ce relais : les destinataires ne distinguent pas nos mails des faux par leur provenance.
mail-spf-unknown = Personne ne dit si le domaine nomme ce relais.
mail-dkim-met = Il est signé avec la clé de { $selectors }.
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
mail-dmarc-unknown = Personne ne dit quelle politique a le domaine.
mail-reports-met = Ils vont à { $address }.
mail-reports-said = Quelqu’un les reçoit.
mail-reports-none = Que personne ne les reçoive a été décidé.
mail-reports-no-policy = Sans politique, personne n’en envoie.
mail-reports-missing = Personne ne les reçoit : qui d’autre envoie en notre nom reste invisible.
mail-reports-unknown = Personne ne dit qui les reçoit.
mail-return-path-ours = Notre propre domaine est sur l’enveloppe, donc SPF compte aussi pour DMARC.
mail-return-path-theirs = Le domaine du relais est sur l’enveloppe : SPF ne compte pas pour DMARC, donc DKIM doit compter.
mail-return-path-said = Elle est décrite plus bas.
mail-return-path-unknown = Personne ne dit où revient ce qui ne peut pas être remis.
mail-ptr-met = La machine qui envoie a son nom.
mail-ptr-missing = La machine qui envoie n’a pas de nom que les destinataires puissent vérifier, ou personne ne dit lequel.
mail-ptr-other = { $name } n’est aucun des noms de la machine.
mail-ptr-relay = C’est l’affaire du relais.
mail-ptr-unknown = Personne ne dit par quoi il passe.
mail-one-click-met = Les lecteurs l’arrêtent en un clic. La signature doit couvrir les deux en-têtes, List-Unsubscribe et List-Unsubscribe-Post (RFC 8058).
mail-one-click-mailto = Pour l’arrêter, les lecteurs doivent écrire un mail : beaucoup cliquent plutôt sur « spam ».
mail-one-click-missing = Les lecteurs ne peuvent pas l’arrêter depuis leur messagerie : ils cliquent sur « spam ».
mail-one-click-reason = Qu’il n’y en ait pas a été décidé.
mail-one-click-person = Il va à une personne à la fois.
mail-one-click-purpose = Personne ne dit à quoi il sert.
mail-one-click-unknown = Personne ne dit comment les lecteurs l’arrêtent.
mail-landing-met = { $what ->
    [complaints] Il est dit où elles arrivent.
   *[bounces] Il est dit où arrive ce qui ne peut pas être remis.
}
mail-landing-none = { $what ->
    [complaints] Que personne ne les lise a été décidé.
   *[bounces] Que personne ne les lise a été décidé.
}
mail-landing-unknown = { $what ->
    [complaints] Personne ne sait où elles arrivent, ni qui les lit.
   *[bounces] Personne ne sait où arrive ce qui ne peut pas être remis, ni qui le lit.
}
mail-summary = { $missing ->
    [0] { $unknown ->
        [0] Tout ce qui est demandé est là, d’après ce qui est déclaré.
        [one] Une chose est inconnue.
       *[other] { $unknown } choses sont inconnues.
    }
    [one] { $unknown ->
        [0] Une chose manque.
        [one] Une chose manque, une est inconnue.
       *[other] Une chose manque, { $unknown } sont inconnues.
    }
   *[other] { $unknown ->
        [0] { $missing } choses manquent.
        [one] { $missing } choses manquent, une est inconnue.
       *[other] { $missing } choses manquent, { $unknown } sont inconnues.
    }
}
mail-demanded-all = { $receivers } demandent à tous : { $what }.
mail-demanded-bulk = { $receivers } demandent à qui envoie 5 000 mails par jour : { $what }.
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
dns-dkim = La clé avec laquelle { $selector } signe.
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
mail-flows-lead = D’après ce qui est déclaré. La page de chaque flux dit pourquoi, et montre ce qui a été vu de l’extérieur.
mail-incoming = Ce qui arrive chez nous
mail-demands = Ce que demandent les grands destinataires
mail-demands-lead = Qui envoie beaucoup doit faire plus. Le nombre se compte pour un domaine avec tout ce qui est au-dessous.
mail-spam = Moins de { $goal } % des lecteurs devraient le classer en spam ; à partir de { $limit } %, les mails sont retenus.
mail-demanded-what = Quoi
mail-demanded-of = À qui
mail-demanded-by = Par qui
mail-since = { $receiver }, depuis le { $date }
mail-bulk-from = En nombre à partir de { $count } mails par jour. Lu le { $date }.
mail-bulk-unsaid = En nombre, sans chiffre. Lu le { $date }.
demanded-spf-or-dkim = SPF ou DKIM réussit
demanded-spf-and-dkim = SPF et DKIM réussissent
demanded-dmarc = Une ligne DMARC ; p=none suffit
demanded-alignment = SPF ou DKIM prouve le domaine que voit le lecteur
demanded-ptr = L’adresse de la machine qui envoie a un nom qui y ramène (PTR)
demanded-tls = Les mails sont remis chiffrés (TLS)
demanded-one-click = Les listes et les lettres s’arrêtent en un clic (RFC 8058)
demanded-spam-rate = Peu de lecteurs le classent en spam
senders-all = à tous
senders-bulk = à qui envoie beaucoup
