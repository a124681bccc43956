# Money: what a year costs and brings, for whom, and who can pay.

derived-yearly-cost = In a year
derived-project-cost = Costs in a year
derived-balance = One year
field-receipts = Brings
field-balance = Balance

money-card-expiring = what pays `{ $names }`{ and-more } ends on { $date }; the first payment to fail is that of { $first }
    .past = what pays `{ $names }`{ and-more } ended on { $date }, by what is written here
    .help = give each provider the new card or another way to pay, and write its end into `method_expires_on`
money-renewal-due = `{ $contract }` ends on { $date } unless somebody renews it
    .notice = `{ $contract }` ends on { $date } unless somebody renews it; the last day for that is { $last }
    .past = `{ $contract }` ended on { $date }, by what is written here
    .help = renew it or say that it may end, and write down the new day or take it out
    .unknown-help = ask the provider whether it renews itself, and write that into `auto_renew`
money-runway = the reserve of { $reserve } lasts { money-months }, until { $date }
    .undated = the reserve of { $reserve } lasts { money-months }
    .none = a year costs { $cost } and brings { $receipts }, and nothing is set aside for the difference
    .help = say so to those who decide, and to whoever takes over: spend less, or find money, while there is time
money-months = { $months ->
    [0] less than a month
    [one] { $months } month
   *[other] { $months } months
}
money-share-over-100 = the shares of `{ $contract }` make { $percent }%
    .help = write shares that make 100 at most; what is left over is for all projects
money-single-payer = only `{ $person }` can pay
    .nobody = nobody who stays can pay
    .help = give a second person their own access to the bank, and name them in `holders` of what opens it, or as `treasurer`

# How amounts are written: thousands apart, the sign of the currency where readers expect it, its code where a sign would be ambiguous.
money-thousands = ,
money-amount = { $currency ->
    [EUR] €{ $amount }
    [GBP] £{ $amount }
   *[other] { $currency } { $amount }
}
money-negative = −{ $amount }
# How much, and how often.
price-every = { $every ->
    [minute] { $amount } a minute
    [hour] { $amount } an hour
    [day] { $amount } a day
    [week] { $amount } a week
    [month] { $amount } a month
    [quarter] { $amount } a quarter
   *[year] { $amount } a year
}
price-each = { $unit ->
   *[other] { $amount } every { $length }
}
percent = { $share }%

money-title = Money
money-year = One year costs { $cost } and brings { $receipts }: { $left } is left.
    .lacks = One year costs { $cost } and brings { $receipts }: { $lacking } is lacking.
    .costs = One year costs { $cost }.
money-lasts = The reserve of { $reserve }, counted on { $date }, lasts { $length } if nothing changes: until { $until }.
    .endless = The reserve of { $reserve }, counted on { $date }, lasts { $length } if nothing changes.
    .undated = The reserve of { $reserve } lasts { $length } if nothing changes; nobody says when it was counted.
money-reserve = Set aside: { $reserve }, counted on { $date }.
    .undated = Set aside: { $reserve }.
    .none = Nothing is set aside for the difference, as far as it is written down.
money-under-a-month = less than a month
money-over-ten-years = more than ten years
money-years-and-months = { $years } and { $months }
money-unknown-income = Nobody says how much comes of this, so it is not counted: { $names }.
money-unknown-reserve = Nobody says how much is set aside.
money-unpriced = Nobody knows what these cost, so they are not counted:
money-part = These figures are those of what is published here.
money-costs = What a year costs
money-bars = What costs most in a year; the table below says the same
money-contract = Contract
money-price = Price
money-amount-of = Amount
money-per-year = In a year
money-per-year-in = In a year, { $currency }
money-total = Total
money-rule-year = A price by the month counts twelve times, one of two years half. By the day or the week, a year has 365 days. Lines are rounded so that each column adds up; one may differ by a cent from the page of its contract. Currencies are never added to each other.
money-income = What comes in
money-source = From
money-income-of = Of income that is dated, only that of the newest year is counted: { $year }.
money-projects = For each project
money-project = Project
money-for-all = For all of them
    .edition = For all of them, and for what is not shown here
money-rule-projects = By the shares that are written down for each contract. What has no share, or leaves some over, is for all.
money-services = For each service
money-service = Service
money-for-none = For no service in particular
money-rule-services = A contract is split in equal parts among the services that it names; else among those that run on what it pays for, depend on it, send mail through it, or are saved there.
money-first = What ends first if nobody acts
money-first-lead = The days on which a contract runs out, or the first payment is refused because a card has ended.
money-lives = How long each contract lives if nobody acts; the list below says the same
money-runs-out = It runs out: somebody has to renew it by hand.
    .notice = It runs out: somebody has to renew it by hand, by { $date }.
money-refused = The card or mandate that pays it ends on { $date }: the payment of this day fails.
money-takes-along = What it pays for
money-unknown-end = Nobody knows whether, or when, these end:
money-going-on = These go on by themselves, as long as there is money:
money-pay = Who can pay
money-holds = Holds the key:
money-pays-contract = pays a contract
money-speakers = To represent the organisation before the bank, and to have access given there:
money-card = { $count ->
    [one] On { $date } a card or mandate ends that pays one contract, { $amount } a year:
   *[other] On { $date } a card or mandate ends that pays { $count } contracts, { $amount } a year:
}
    .unpriced = { $count ->
        [one] On { $date } a card or mandate ends that pays one contract:
       *[other] On { $date } a card or mandate ends that pays { $count } contracts:
    }
derived-service-cost = Costs in a year
