# The kinds, fields and words of the inventory and of front matter.

kind-organisation = organisation
kind-person = person
kind-service = service
kind-host = host
kind-provider = provider
kind-domain = domain
kind-credential = credential
kind-backup = backup
kind-mail_flow = mail flow
kind-project = project
kind-contract = contract
kind-partner = partner
kind-term = term
kind-runbook = runbook

kinds-organisation = Organisation
kinds-person = People
kinds-service = Services
kinds-host = Hosts
kinds-provider = Providers
kinds-domain = Domains
kinds-credential = Credentials
kinds-backup = Backups
kinds-mail_flow = Mail flows
kinds-project = Projects
kinds-contract = Contracts
kinds-partner = Mutual aid
kinds-term = Glossary
kinds-runbook = Runbooks

# Fields.

field-name = Name
field-summary = Summary
field-links = Links
field-title = Title
field-url = Address
field-type = Type
field-audience = Audience
field-aliases = Former ids
field-tags = Tags
field-notes = Notes
field-legal_form = Legal form
field-registration_id = Registration number
field-country = Country
field-representatives = Legal representatives
field-activation = Declaring a takeover
field-who = Who
field-after = After
field-how = How
field-public_contact = Public contact
field-security_contact = Security contact
field-languages = Languages
field-income = Income
field-label = Label
field-amount = Amount
field-every = How often
field-year = Year
field-reserves = Reserves
field-money = Amount
field-on = On
field-charters = Charters
field-version = Version
field-roles = Roles
field-role = Role
field-scope = Scope
field-contacts = Contacts
field-value = Value
field-via = Carried by
field-availability = Availability
field-timezone = Time zone
field-from = Since
field-until = Until
field-commits_as = Commits as
field-lifecycle = Lifecycle
field-owner = Owner
field-urls = Addresses
field-software = Software
field-license = Licence
field-source = Source code
field-eol_id = endoflife.date name
field-runs_on = Runs on
field-depends_on = Depends on
field-ref = What
field-hard = Indispensable
field-mtd = Tolerable outage
field-rto = Time to be back
field-rpo = Tolerable data loss
field-minimum = Enough for a while
field-data = Data
field-class = Kind of data
field-export = Export
field-if_abandoned = If nobody touches it
field-admin_url = Administration
field-monitoring = Monitoring
field-paths = Paths
field-config = Configuration
field-logs = Logs
field-provider = Provider
field-hosting = Hosting
field-location = Location
field-place = Place
field-os = Operating system
field-console = Rescue console
field-config_source = Configuration repository
field-addresses = Addresses
field-ip = IP
field-ssh = SSH
field-user = User
field-port = Port
field-jump = By way of
field-host_key = Host key
field-kind = Kind
field-account_holder = Account holder
field-customer_id = Customer number
field-support = Support
field-software_freedom = Free software
field-jurisdiction = Jurisdiction
field-processes_personal_data = Processes personal data
field-dpa = Data processing agreement
field-exit = Leaving it
field-to = To
field-effort = Effort
field-charter_exception = Exception to the charter
field-rule = Rule
field-reason = Reason
field-fqdn = Domain name
field-registrar = Registrar
field-dns = Name servers
field-registrant = Registrant
field-expires_on = Expires on
field-auto_renew = Renews itself
field-transfer_lock = Transfer lock
field-dnssec = DNSSEC
field-transfer_code = Transfer code
field-opens = Opens
field-store = Kept in
field-vault = Vault
field-item = Item
field-holders = Holders
field-second_factor = Second factor
field-held_by = Held by
field-spare = Spare
field-recovery = Recovery
field-route = Route
field-delay = Delay
field-detail = Detail
field-shares = Shares
field-k = Parts needed
field-n = Parts in all
field-shared = Shared
field-rotate_every = To be changed every
field-reset_via = Reset by mail to
field-covers = Covers
field-what = What
field-tool = Tool
field-schedule = Schedule
field-retention = Retention
field-copies = Copies
field-at = At
field-offsite = Elsewhere
field-immutable = Cannot be deleted
field-encryption_key = Encryption key
field-restore = Restoring
field-watched_by = Watched by
field-none = None
field-for = About
field-symptoms = Symptoms
field-needs = Access needed
field-risk = Risk
field-time = Time needed
field-status = Status
field-evidence_every = To be proven every
field-tested_with = Tested with
field-alerts = Alerts
field-severity = Severity
field-decided_on = Decided on
field-mode = Way of reading
field-not_when = Not when
field-asks = To be filled in
field-lang = Language
field-weight = Order

# Words of fixed sets.

audience-public = public
audience-members = members
audience-admins = administrators
role-primary-admin = primary administrator
role-backup-admin = backup administrator
role-service-owner = service owner
role-treasurer = treasurer
role-representative = legal representative
role-contact = contact
contact-type-phone = phone
contact-type-signal = Signal
contact-type-matrix = Matrix
contact-type-email = mail
contact-type-post = post
lifecycle-experimental = experimental
lifecycle-production = in production
lifecycle-deprecated = on its way out
lifecycle-retired = retired
data-class-basic = basic
data-class-personal = personal
data-class-sensitive = sensitive
host-type-nano = single-board computer
host-type-physical = physical machine
host-type-virtual = virtual machine
host-type-shared = shared hosting
host-type-cloud = cloud
host-type-saas = software as a service
hosting-home = at home
hosting-bay = our machine in a bay
hosting-rented = rented
hosting-outsourced = outsourced
address-scope-public = public
address-scope-private = private
provider-self = ourselves
provider-kind-hosting = hosting
provider-kind-registrar = registrar
provider-kind-dns = name servers
provider-kind-mail = mail
provider-kind-saas = software as a service
provider-kind-backup = backup
provider-kind-payment = payment
provider-kind-bank = bank
provider-kind-other = other
software-freedom-free = free
software-freedom-mixed = partly free
software-freedom-nonfree = not free
credential-kind-login = login
credential-kind-ssh-key = SSH key
credential-kind-api-token = API token
credential-kind-passphrase = passphrase
credential-kind-recovery-codes = recovery codes
credential-kind-hardware-key = hardware key
credential-kind-paper = paper
second-factor-none = none
second-factor-totp = code from an application
second-factor-key = hardware key
second-factor-sms = text message
recovery-route-second-admin = another administrator
recovery-route-emergency-access = emergency access
recovery-route-shares = split secret
recovery-route-sealed = sealed envelope
recovery-route-provider = the provider
recovery-route-none = none
saved-db = database
saved-files = files
saved-config = configuration
saved-full = everything
runbook-type-takeover = takeover
runbook-type-restore = restore
runbook-type-operate = operation
runbook-type-diagnose = diagnosis
runbook-type-maintain = maintenance
runbook-type-communicate = communication
runbook-type-exit = exit
runbook-type-decision = decision
runbook-type-reference = reference
risk-read-only = read-only
risk-reversible = reversible
risk-disruptive = disruptive
risk-destructive = destructive
status-draft = draft
status-active = active
status-retired = retired
severity-grave = grave
severity-annoying = annoying
severity-minor = minor
mode-read-do = read, then do
mode-do-confirm = do, then confirm
every-day = every day
every-week = every week
every-month = every month
every-quarter = every quarter
every-year = every year
yes = yes
no = no
unknown = unknown
none = none

# Lengths of time.

duration-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] 1 hour
       *[other] { $count } hours
    }
duration-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
duration-weeks =
    { $count ->
        [one] 1 week
       *[other] { $count } weeks
    }
duration-months =
    { $count ->
        [one] 1 month
       *[other] { $count } months
    }
duration-years =
    { $count ->
        [one] 1 year
       *[other] { $count } years
    }
