# L’argent : ce qu’une année coûte et rapporte, pour qui, et qui peut payer.

derived-yearly-cost = Par an
derived-project-cost = Coûte par an
derived-balance = Une année
field-receipts = Rapporte
field-balance = Finit à
