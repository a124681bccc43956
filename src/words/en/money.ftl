# Money: what a year costs and brings, for whom, and who can pay.

derived-yearly-cost = In a year
derived-project-cost = Costs in a year
derived-balance = One year
field-receipts = Brings
field-balance = Ends at
