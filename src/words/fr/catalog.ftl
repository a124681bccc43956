# Les sortes, champs et mots de l'inventaire et des en-têtes.

kind-organisation = organisation
kind-person = personne
kind-service = service
kind-host = hôte
kind-provider = prestataire
kind-domain = domaine
kind-credential = accès
kind-backup = sauvegarde
kind-mail_flow = flux de courriel
kind-project = projet
kind-contract = contrat
kind-partner = partenaire
kind-term = terme
kind-runbook = procédure

kinds-organisation = Organisation
kinds-person = Personnes
kinds-service = Services
kinds-host = Hôtes
kinds-provider = Prestataires
kinds-domain = Domaines
kinds-credential = Accès
kinds-backup = Sauvegardes
kinds-mail_flow = Flux de courriel
kinds-project = Projets
kinds-contract = Contrats
kinds-partner = Entraide
kinds-term = Glossaire
kinds-runbook = Procédures

# Champs.

field-name = Nom
field-summary = Résumé
field-links = Liens
field-title = Titre
field-url = Adresse
field-type = Type
field-audience = Public
field-aliases = Anciens identifiants
field-tags = Mots-clés
field-notes = Notes
field-legal_form = Forme juridique
field-registration_id = Numéro d’enregistrement
field-country = Pays
field-representatives = Représentants légaux
field-activation = Déclarer une relève
field-who = Qui
field-after = Après
field-how = Comment
field-public_contact = Contact public
field-security_contact = Contact sécurité
field-languages = Langues
field-income = Ressources
field-label = Intitulé
field-amount = Montant
field-every = Fréquence
field-year = Année
field-reserves = Réserves
field-money = Montant
field-on = Au
field-charters = Chartes
field-version = Version
field-roles = Rôles
field-role = Rôle
field-scope = Portée
field-contacts = Moyens de contact
field-value = Valeur
field-via = Passe par
field-availability = Disponibilité
field-timezone = Fuseau horaire
field-from = Depuis
field-until = Jusqu’au
field-commits_as = Signe ses commits
field-lifecycle = Cycle de vie
field-owner = Responsable
field-urls = Adresses
field-software = Logiciel
field-license = Licence
field-source = Code source
field-eol_id = Nom sur endoflife.date
field-runs_on = Tourne sur
field-depends_on = Dépend de
field-ref = Quoi
field-hard = Indispensable
field-mtd = Arrêt tolérable
field-rto = Délai de retour
field-rpo = Perte de données tolérable
field-minimum = Minimum acceptable
field-data = Données
field-class = Sorte de données
field-export = Export
field-if_abandoned = Si personne n’y touche
field-admin_url = Administration
field-monitoring = Supervision
field-paths = Chemins
field-config = Configuration
field-logs = Journaux
field-provider = Prestataire
field-hosting = Hébergement
field-location = Emplacement
field-place = Lieu
field-os = Système
field-console = Console de secours
field-config_source = Dépôt de configuration
field-addresses = Adresses
field-ip = IP
field-ssh = SSH
field-user = Utilisateur
field-port = Port
field-jump = En passant par
field-host_key = Clé de l’hôte
field-kind = Sorte
field-account_holder = Titulaire du compte
field-customer_id = Numéro de client
field-support = Assistance
field-software_freedom = Logiciel libre
field-jurisdiction = Droit applicable
field-processes_personal_data = Traite des données personnelles
field-dpa = Accord de sous-traitance (RGPD)
field-exit = En sortir
field-to = Vers
field-effort = Effort
field-charter_exception = Exception à la charte
field-rule = Règle
field-reason = Raison
field-fqdn = Nom de domaine
field-registrar = Bureau d’enregistrement
field-dns = Serveurs de noms
field-registrant = Titulaire
field-expires_on = Expire le
field-auto_renew = Renouvellement automatique
field-transfer_lock = Verrou de transfert
field-dnssec = DNSSEC
field-transfer_code = Code de transfert
field-opens = Ouvre
field-store = Conservé dans
field-vault = Coffre
field-item = Entrée
field-holders = Détenteurs
field-second_factor = Second facteur
field-held_by = Détenu par
field-spare = Secours
field-recovery = Récupération
field-route = Voie
field-delay = Délai
field-detail = Détail
field-shares = Parts
field-k = Parts nécessaires
field-n = Parts en tout
field-shared = Partagé
field-rotate_every = À changer tous les
field-reset_via = Réinitialisable par courriel à
field-covers = Couvre
field-what = Quoi
field-tool = Outil
field-schedule = Fréquence
field-retention = Conservation
field-copies = Copies
field-at = Chez
field-offsite = Ailleurs
field-immutable = Ineffaçable
field-encryption_key = Clé de chiffrement
field-restore = Restauration
field-watched_by = Surveillée par
field-none = Aucun
field-for = Concerne
field-symptoms = Symptômes
field-needs = Accès nécessaires
field-risk = Risque
field-time = Durée
field-status = État
field-evidence_every = À éprouver tous les
field-tested_with = Éprouvée avec
field-alerts = Alertes
field-severity = Gravité
field-decided_on = Décidé le
field-mode = Mode de lecture
field-not_when = Pas quand
field-asks = À remplir
field-lang = Langue
field-weight = Ordre

# Mots des listes fermées.

audience-public = public
audience-members = membres
audience-admins = administrateurs
role-primary-admin = administration principale
role-backup-admin = administration de secours
role-service-owner = responsable de service
role-treasurer = trésorerie
role-representative = représentation légale
role-contact = contact
contact-type-phone = téléphone
contact-type-signal = Signal
contact-type-matrix = Matrix
contact-type-email = courriel
contact-type-post = courrier postal
lifecycle-experimental = à l’essai
lifecycle-production = en production
lifecycle-deprecated = en fin de vie
lifecycle-retired = arrêté
data-class-basic = ordinaires
data-class-personal = personnelles
data-class-sensitive = sensibles
host-type-nano = nano-ordinateur
host-type-physical = machine physique
host-type-virtual = machine virtuelle
host-type-shared = hébergement mutualisé
host-type-cloud = informatique en nuage
host-type-saas = logiciel en tant que service
hosting-home = à domicile
hosting-bay = machine en baie
hosting-rented = louée
hosting-outsourced = confiée à un tiers
address-scope-public = publique
address-scope-private = privée
provider-self = nous-mêmes
provider-kind-hosting = hébergement
provider-kind-registrar = bureau d’enregistrement
provider-kind-dns = serveurs de noms
provider-kind-mail = courriel
provider-kind-saas = logiciel en tant que service
provider-kind-backup = sauvegarde
provider-kind-payment = paiement
provider-kind-bank = banque
provider-kind-other = autre
software-freedom-free = libre
software-freedom-mixed = en partie libre
software-freedom-nonfree = non libre
credential-kind-login = identifiant et mot de passe
credential-kind-ssh-key = clé SSH
credential-kind-api-token = jeton d’API
credential-kind-passphrase = phrase de passe
credential-kind-recovery-codes = codes de récupération
credential-kind-hardware-key = clé matérielle
credential-kind-paper = papier
second-factor-none = aucun
second-factor-totp = code d’une application
second-factor-key = clé matérielle
second-factor-sms = SMS
recovery-route-second-admin = un autre administrateur
recovery-route-emergency-access = accès d’urgence
recovery-route-shares = secret partagé
recovery-route-sealed = enveloppe scellée
recovery-route-provider = le prestataire
recovery-route-none = aucune
saved-db = base de données
saved-files = fichiers
saved-config = configuration
saved-full = tout
runbook-type-takeover = relève
runbook-type-restore = restauration
runbook-type-operate = exploitation
runbook-type-diagnose = diagnostic
runbook-type-maintain = entretien
runbook-type-communicate = communication
runbook-type-exit = sortie
runbook-type-decision = décision
runbook-type-reference = référence
risk-read-only = lecture seule
risk-reversible = réversible
risk-disruptive = perturbant
risk-destructive = destructeur
status-draft = brouillon
status-active = en vigueur
status-retired = retirée
severity-grave = grave
severity-annoying = gênant
severity-minor = mineur
mode-read-do = lire puis faire
mode-do-confirm = faire puis confirmer
every-day = chaque jour
every-week = chaque semaine
every-month = chaque mois
every-quarter = chaque trimestre
every-year = chaque année
yes = oui
no = non
unknown = inconnu
none = aucun

# Durées.

duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
duration-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
duration-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
duration-months =
    { $count ->
        [one] { $count } mois
       *[other] { $count } mois
    }
duration-years =
    { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
