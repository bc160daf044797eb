/**
 * Contacts that stay in the text, since guidance prints them and they belong to organisations: naming them is part of
 * asking. Add one when guidance prints it.
 */
export const PUBLISHED_CONTACT = new RegExp(
  [
    // Primary Care Support England
    String.raw`(?<![\d+])0333[ -]?014[ -]?2884(?!\d)`,
    // Information Commissioner's Office
    String.raw`(?<![\d+])0303[ -]?123[ -]?1113(?!\d)`,
    // Mailboxes of PCSE and NHS England teams are named after the team: pcse.registrations-preston, england.contactus
    String.raw`(?<![\w.+%'-])(?:pcse|england)\.[a-z.-]{2,40}@nhs\.net(?![\w-]|\.\w)`,
    String.raw`(?<![\w.+%'-])(?:informationservices@nhs\.net|nwl_cd@lists\.lmc\.org\.uk)(?![\w-]|\.\w)`,
  ].join('|'),
  'gi',
);
