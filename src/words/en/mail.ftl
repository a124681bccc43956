# Mail that arrives: what is demanded, what is published, what was seen from outside.

record-not-said-of-what = this observation of `{ $fact }` does not say of which
    .help = add `at: { $example }`
record-unreadable-value = what was seen of `{ $fact }` cannot be read
    .day = write one day, like `2028-03-14`
    .share = write one number in percent, with a point: `0.08`

field-fact = What was seen
field-observed_at = Seen on
field-good_for = Good for

observed-fact-spf = SPF
observed-fact-dkim = DKIM key
observed-fact-dmarc = DMARC
observed-fact-mx = Servers that take mail (MX)
observed-fact-ptr = Name of the address (PTR)
observed-fact-spam-rate = Called spam by readers
observed-fact-expires-on = Ends on, by the registry
observed-fact-certificate-ends-on = Certificate ends on

observed-title = Seen from outside
observed-lead = By a machine, and good for a time only. What is declared stands above.
observed-nothing = nothing published
observed-moment = Seen on { $moment }.
observed-until = Good until { $date }.
observed-past = out of date: nobody knows any more
observed-differs = not as declared
observed-wrong = to be mended
observed-at = Seen at
observed-no-spf = SPF is declared, and nothing is published
observed-spf-lacks = the record does not name { $term }, which a relay in use needs
observed-several = { $count } records are published where there may be only one: receivers read none of them
observed-no-key = the key is declared, and nothing is published
observed-revoked-key = the published key is empty: it was taken back
observed-no-policy = a policy is declared, and nothing is published
observed-policy = it is declared that there is no policy, and p={ $policy } is published
observed-other-policy = { $declared } is declared for the domain, and p={ $published } is published
observed-other-reports = reports do not go to { $address }, as is declared
observed-other-name = { $name } is declared
observed-expires-on = { $declared } is declared
observed-spam-rate = that is { $limit }% or more: receivers hold such mail back

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
dkim-form-txt = TXT, copied from its console
dkim-form-cname = CNAME
return-path-ours = our domain on the envelope
return-path-theirs = its own domain on the envelope
field-mail = DNS settings
field-relay = Those published by

mail-requirement-spf = SPF
mail-requirement-dkim = DKIM
mail-requirement-alignment = Alignment
mail-requirement-dmarc = DMARC
mail-requirement-reports = DMARC reports
mail-requirement-return-path = Return path
mail-requirement-ptr = Name of the machine (PTR)
mail-requirement-one-click = One-click unsubscribe
mail-requirement-bounces = Bounces
mail-requirement-complaints = Complaints
mail-verdict-met = yes
mail-verdict-missing = missing
mail-verdict-otherwise = seen otherwise
mail-verdict-unknown = unknown
mail-verdict-not-asked = not needed

mail-column-one-click = One-click unsubscribe
mail-column-returns = Bounces and complaints read

mail-spf-met = The domain names this relay among those who may send for it.
mail-spf-missing = The domain does not name this relay: receivers cannot tell our mail from forged mail by where it comes from.
mail-spf-unknown = Nobody says whether the domain names this relay.
mail-dkim-met = { $count ->
    [one] It is signed with the key
   *[other] It is signed with the keys
}
mail-dkim-missing = It is not signed: nothing shows that it was not changed on the way.
mail-dkim-unknown = Nobody says with which key it is signed.
mail-alignment-met = SPF or DKIM proves the domain that the reader sees.
mail-alignment-missing = What SPF and DKIM prove is another domain than the reader sees: for DMARC, neither counts.
mail-alignment-unknown = Nobody says whether what is proven is the domain that the reader sees.
mail-dmarc-met = Mail that is not ours is to be treated as { $policy ->
    [reject] refused
   *[quarantine] suspect
}.
mail-dmarc-watches = There is a record, and it only watches (p=none): that is enough for receivers, and keeps no forger away.
mail-dmarc-missing-record = The domain has no policy.
mail-dmarc-elsewhere = Another flow of the domain declares its policy: { $policy }.
mail-dmarc-unknown = Nobody says which policy the domain has.
mail-reports-met = They go to { $address }.
mail-reports-said = Somebody gets them.
mail-reports-none = It was decided that nobody gets them.
mail-reports-no-policy = Without a policy nobody sends any.
mail-reports-missing = Nobody gets them: who else sends in our name stays unseen.
mail-reports-unknown = Nobody says who gets them.
mail-return-path-ours = Our own domain stands on the envelope, so SPF counts for DMARC as well.
mail-return-path-theirs = The domain of the relay stands on the envelope: SPF does not count for DMARC, so DKIM has to.
mail-return-path-said = It is described below.
mail-return-path-unknown = Nobody says where what cannot be delivered returns to.
mail-ptr-met = The sending machine has its name.
mail-ptr-missing = Nobody wrote down which name the sending machine has, and none was seen: receivers cannot check where it comes from.
mail-ptr-unwritten = Nobody wrote down which name the sending machine has to have. One was seen.
mail-ptr-other = { $name } is none of the names of the machine.
mail-ptr-relay = That is the affair of the relay.
mail-ptr-unknown = Nobody says what it goes through.
mail-one-click-met = Readers stop it by one click. The signature has to cover both headers, List-Unsubscribe and List-Unsubscribe-Post (RFC 8058).
mail-one-click-mailto = Readers have to write a mail to stop it: many press “spam” instead.
mail-one-click-missing = Readers cannot stop it from their mail program: they press “spam” instead.
mail-one-click-reason = It was decided that there is none.
mail-one-click-person = It goes to one person at a time.
mail-one-click-purpose = Nobody says what it is for.
mail-one-click-unknown = Nobody says how readers stop it.
mail-landing-met = { $what ->
    [complaints] It is said where they land.
   *[bounces] It is said where what cannot be delivered lands.
}
mail-landing-none = { $what ->
    [complaints] It was decided that nobody reads them.
   *[bounces] It was decided that nobody reads them.
}
mail-landing-unknown = { $what ->
    [complaints] Nobody knows where they land, or who reads them.
   *[bounces] Nobody knows where what cannot be delivered lands, or who reads it.
}
mail-summary = Everything that is asked for is there, as declared.
mail-summary-lacks = { $verdict ->
    [missing] { $count ->
        [one] one thing is missing
       *[other] { $count } things are missing
    }
    [otherwise] { $count ->
        [one] one thing was seen otherwise than declared
       *[other] { $count } things were seen otherwise than declared
    }
   *[unknown] { $count ->
        [one] one thing is unknown
       *[other] { $count } things are unknown
    }
}
mail-receivers = { $others ->
    [none] { $last }
   *[other] { $others } and { $last }
}
mail-demanded-all = { $others ->
    [none] { mail-receivers } demands
   *[other] { mail-receivers } demand
} of everybody: { $what }.
mail-demanded-bulk = { $others ->
    [none] { mail-receivers } demands
   *[other] { mail-receivers } demand
} of whoever sends 5,000 mails a day: { $what }.
arrives-title = Does it arrive?
arrives-dns = The records to publish:
arrives-demands = What receivers demand:

dns-title = DNS records for its mail
dns-lead = What has to be published so that its mail arrives, put together from all that sends for it. Copy the values to the letter; replace a record that is there, and never set a second one of SPF or DMARC.
dns-lead-silent = Nothing is sent from this domain. These two records say so, and keep others from writing in its name.
dns-at = They are set at
dns-beware = careful
dns-spf = Who may send for the domain: all its relays in one record, because of two none counts. Add what else sends for it and is not described here.
dns-no-spf = Nobody may send for this domain.
dns-dkim = The key “{ $selector }”, which mail is signed with.
dns-dmarc = What receivers do with mail that is not ours, and who gets the reports.
dns-no-reports = Nobody gets the reports: add an address that somebody reads, such as ; rua=mailto:dmarc@example.org.
dns-no-dmarc = Whatever comes from this domain is forged.
dns-reports = In the DNS of { $domain }: lets reports about this domain arrive there.
dns-bounces = Not needed: puts our own domain on the envelope, so that SPF counts for DMARC as well. Ask the relay before you set it.
dns-ptr = The name of the sending machine. Not set in this zone, but by { $provider }, who rents us the address.
dns-ptr-own = The name of the sending machine. Not set in this zone, but by whoever gives us the address.
dns-in-console = Only the console shows the value:
dns-on-server = Only the mail server shows the value:
dns-seen = Seen from outside:
dns-unsaid = Nobody says what { $relay } needs in SPF, so the record is not complete: look into its console, and write it into mail of the provider.
dns-policies-differ = The flows of this domain declare different DMARC policies; it can have only one. The mildest stands here.
dns-lookups = The SPF record costs at least { $count ->
    [one] one look-up
   *[other] { $count } look-ups
} of the { $most } that are allowed (RFC 7208, 4.6.4); what is inside of what it includes counts too. Names that do not exist may cost two at most.
dns-according-to = { $provider }: according to { $relay }, as of { $date }.

mail-title = Does our mail arrive?
mail-lead = Who sends for which domain through whom, what is missing so that it arrives, and what large receivers demand.
mail-refused = Mail is refused, or does not arrive
mail-matrix = Who sends for whom
mail-flows = What is there, and what is missing
mail-flows-lead = As declared, unless something else was seen from outside. The page of each flow says why.
mail-too-much-spam = too often called spam
mail-incoming = What comes in
mail-demands = What large receivers demand
mail-demands-lead = Whoever sends much has to do more. Bulk is counted for a domain with its subdomains.
mail-spam = Fewer than { $goal }% of the readers should call it spam; from { $limit }% on, mail is held back.
mail-demanded-what = What
mail-demanded-of = Of whom
mail-demanded-by = By whom
mail-since = { $receiver }, since { $date }
mail-bulk-from = “Bulk” means { $count } mails a day or more. Read on { $date }.
mail-bulk-unsaid = “Bulk”: no number is given. Read on { $date }.
demanded-spf-or-dkim = SPF or DKIM passes
demanded-spf-and-dkim = SPF and DKIM pass
demanded-dmarc = A DMARC record; p=none is enough
demanded-alignment = SPF or DKIM proves the domain that the reader sees
demanded-ptr = The address of the sending machine has a name that leads back to it (PTR)
demanded-tls = Mail is handed over encrypted (TLS)
demanded-one-click = Lists and newsletters are stopped by one click (RFC 8058); Yahoo takes an address for it, too
demanded-spam-rate = Few readers call it spam
senders-all = everybody
senders-bulk = whoever sends much

mail-seen-here = seen on { $moment }
mail-bounce-unread = nobody knows where `{ $fields }` of `{ $flow }` land, or who reads them
    .help = ask the relay where they go, and say who looks there how often
    .no-mailbox = `{ $address }` reaches nobody: no flow takes mail for `{ $domain }`
    .no-mailbox-help = name an address that somebody reads, or describe the flow with `direction: in` that takes mail for `{ $domain }`
mail-dmarc-missing = `{ $domain }` sends mail, and has no DMARC record
    .help = publish the one that stands on the page of the domain, and declare it: `dmarc: none`, with an address in `reports_to`
    .unknown = nobody knows which DMARC policy `{ $domain }` has
    .unknown-help = look at `_dmarc` below the domain, and write it down
    .reports = `{ $domain }` has a DMARC policy, and its reports go nowhere
    .reports-help = name an address that somebody reads in `reports_to`, and in `rua` of the record
mail-no-auth = neither SPF nor DKIM proves that the mail of `{ $flow }` is ours
    .bulk = `{ $flow }` sends so much that receivers demand both SPF and DKIM, and one is missing
    .unaligned = what proves the mail of `{ $flow }` is another domain than its readers see
    .unknown = nobody knows what proves that the mail of `{ $flow }` is ours
    .help = publish the records that stand on the page of its domain, send a mail to yourself, and read `Authentication-Results` in it
    .unknown-help = send a mail to yourself, look for `Authentication-Results` in it, and write down what passes and for which domain
mail-no-one-click = readers of `{ $flow }` cannot stop it
    .mailto = readers of `{ $flow }` have to write a mail to stop it
    .unknown = nobody knows how readers of `{ $flow }` stop it
    .help = have it send both headers, `List-Unsubscribe` with an address of `https` and `List-Unsubscribe-Post`, then write `list_unsubscribe: one-click`
mail-no-ptr = `{ $host }` sends the mail of `{ $flow }`, and nobody says which name its address has
    .help = have whoever rents you the address set its name (reverse DNS) to that of the host, and write it into `ptr`
    .other = `{ $name }` is none of the names of `{ $host }`, which sends under it
    .other-help = the name of the address and an address of that name have to lead to each other: correct `ptr`, or add the name to `addresses`
mail-not-as-declared = `{ $subject }` was not seen as it is declared (`{ $fact }`)
    .help = correct what is published, or what is declared here; then look again
mail-policies-differ = `{ $domain }` can have one DMARC policy, and `{ $policy }` is declared here
    .other = `{ $policy }` is declared here
    .help = look which one is published, and declare it in all flows of the domain
mail-spam-rate = { $share }% of the readers call the mail of `{ $subject }` spam: { $others ->
        [none] { mail-receivers } holds it back
       *[other] { mail-receivers } hold it back
    }
    .help = stop what was sent last, remove whoever did not ask for it, and let readers stop it by one click
mail-spf-sprawl = the SPF record of `{ $domain }` does not do what it is there for
    .help = publish the one record that stands on the page of the domain, instead of all that are there
    .lookups = the SPF record of `{ $domain }` asks at least { $count } times: over { $most } it is void
    .lookups-help = take out what sends no more, or let a relay send from a domain of its own below this one
