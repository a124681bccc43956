# Money: what a year costs and brings, for whom, and who can pay.

derived-yearly-cost = In a year
derived-project-cost = Costs in a year
derived-balance = One year
field-receipts = Brings
field-balance = Ends at

money-card-expiring = what pays `{ $names }`{ and-more } ends on { $date }; the first payment to fail is that of { $first }
    .past = what pays `{ $names }`{ and-more } ended on { $date }, by what is written here
    .help = give each provider the new card or another way to pay, and write its end into `method_expires_on`
money-renewal-due = `{ $contract }` ends on { $date } unless somebody renews it
    .notice = `{ $contract }` ends on { $date } unless somebody renews it, and had to be renewed by { $last }
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
money-share-over-100 = the shares of `{ $contract }` make { $percent } percent
    .help = write shares that make 100 at most; what is left over is for all projects
money-single-payer = only `{ $person }` can pay
    .nobody = nobody who stays can pay
    .help = give a second person their own access to the bank, and name them in `holders` of what opens it, or as `treasurer`
