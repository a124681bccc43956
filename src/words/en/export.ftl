## `releve export`.

export-wrote = { $count ->
    [one] wrote one file in { $folder }
   *[other] wrote { $count } files in { $folder }
}
export-settings = to put into `.vscode/settings.json`, which tells the editor which schema is for which files; { $head } is for the head of pages: give it to an extension that reads the front matter of Markdown
export-nothing =
    .calendar = there is no calendar: a project needs the table [releve] in book.toml to have days
    .calendar-empty = this edition has no dates: nothing that it shows has a day
    .security-txt = there is no security.txt: give the organisation a `security_contact`, a mail address or an https address
    .chatons = there is nothing to say to CHATONS: describe the organisation in organisation.yaml, with `audience: public`
export-exercises = exercise
export-acknowledgements = acknowledgement
export-incidents = incident
export-observations = observation
