/**
 * Words that are no part of a name although they stand where one could: "Mr or Mrs", "patient called to", "name: NHS".
 * No word here is a usual family name.
 */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  `
  a about above abroad access address after again ago alert all allowed already also always an and another any anyone appointment
  appointments are arrived as asap ask asked asking asks at available away be because been before being between birth blank born
  best both but by called came can can't cannot care changed changes changing child children choice chose claims clinic code come copy correct
  could couldn't current data date dear deceased deducted demographic demographics deduction deregistered did didn't died different digital do
  dob doctor does doesn't doing don't done down drs dr due during either else email emailed emis ended enquiry
  envelope envelopes even ever every everyone explain explained facing family file files find first for forename form forms found
  from full further gave gender get gets getting given gives go goes going gone got gp gps gp2gp had has have haven't he health
  hello her here him his home hospital house how however i icb id if in incorrect index information insists instead into is isn't it
  its join joined just keep keeps know knows later leave leaves leaving left letter letters like list lives lmc log look
  made make makes male manager female medical message might misspelled misspelt missed missing moved moves moving must my name
  named names need needed needs never new next nhs no nobody none nor not note notes nothing now number numbers of off old on
  once one online only onto or order other our out outside over participation partner pass passed patient patient's patients pcn pcse pds
  phone phoned phoning please postcode practice practices practitioner preferred previous print problem pt pts query question queries
  rang received recently record records refused refuses regarding register registered registering registers registration
  reported request requested requesting requests requires required return returned returning rings rio safety said same sar sars saw say saying
  says scan scanned scans see seen send sending sends sent service services she should shouldn't showing shows sign signed since sir so some
  somebody someone something spells spelling spelt spoke spoken staff started states stated still surgery surname
  system systmone take taken tell telling tells than that that's the their them then there these they thinks this those to today
  told tomorrow too took tpp transfer transferred transferring tried trying two unable under unknown unless until up update updated
  us used uses usually vision visits visited want wanted wanting wanted wants was wasn't we wed were what when where whether which while who
  whom whose why will wished wishes with within without won't works worried would wouldn't writes wrong wrote yes yesterday
  yet you your
  january february march april june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday
  `
    .trim()
    .split(/\s+/),
);
