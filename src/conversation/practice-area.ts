import type { Library } from './library';
import type { Profile } from './session';

/** The bodies that a practice belongs to by where it is. Each is the id of the contact that stands for it. */
export const BODIES = ['icb', 'lmc'] as const;

/** The integrated care board or the local medical committee of a practice. */
export interface PracticeArea {
  readonly body: (typeof BODIES)[number];
  readonly name: string;
}

/** Where a profile holds the name. No question can have this id, since ids have no colon. */
export function areaKey(body: PracticeArea['body']): string {
  return `area:${body}`;
}

const BODY = '(icb|lmc|integrated care board|local medical committee)';
const OURS = "(?:our|my)(?: local| practice['’]?s| surgery['’]?s)?";
const WE =
  "(?:we(?: are|['’]?re| come| fall| sit| belong)|(?:our|my|the|this) (?:practice|surgery) (?:is|comes|falls|sits|belongs))";
const OPENING =
  /^(?:(?:hi|hello|ok|okay|and|also|actually|sorry|btw|by the way|fyi|please|remember|note)\b[\s,:]*(?:that )?)+/i;
const BODY_IS = new RegExp(`^${OURS} ${BODY}(?: area)?(?: is|:| =) (?:now |called )*(.+)$`, 'i');
const WE_ARE_IN = new RegExp(
  `^${WE} (?:now )?(?:under|in|within|with|part of|covered by|a member of|members of|to) (.+?) ${BODY}(?: area)?$`,
  'i',
);

/** The body that a message names as the practice's own, if it says nothing else and asks nothing: "our ICB is Kent and Medway". */
export function practiceArea(text: string): PracticeArea | undefined {
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!\s]+$/, '')
    .replace(OPENING, '');
  const [, itsBody, itsName] = BODY_IS.exec(said) ?? [];
  const [, ourName, ourBody] = WE_ARE_IN.exec(said) ?? [];
  const name = nameIn(itsName ?? ourName ?? '');
  if (name === undefined) return undefined;
  return { body: /^i/i.test(itsBody ?? ourBody ?? '') ? 'icb' : 'lmc', name };
}

/** The name alone, or undefined if the words tell something else: "asking for money", "in a different county". */
function nameIn(words: string): string | undefined {
  const name = words
    .replace(/^(?:the )?(?:nhs )?/i, '')
    .replace(new RegExp(` ${BODY}s?(?: area)?$`, 'i'), '');
  const isName = /^\p{L}[\p{L} &'’,()-]{1,59}$/u.test(name) && !name.split(/[^\p{L}'’]+/u).some(tells);
  if (!isName) return undefined;
  return /\p{Lu}/u.test(name) ? name : inCapitals(name);
}

const TELLING = new Set(
  (
    'a an our my your their his her its it we us you they he she them me i this that these those who what which where when why how ' +
    'not no never none nothing any some all every same other another different to for from with by at about because if but or than ' +
    'as in into under is are was were be been has have had do does did can could will would should may might must being ' +
    'wrong right new old sure unsure unknown unclear clear great good bad fine ok okay useless helpful unhelpful rubbish hopeless ' +
    'brilliant lovely nice terrible awful poor excellent slow late busy open shut silent quiet strict keen happy unhappy aware ' +
    'unaware responsible able unable ready available unavailable down away here there gone very too so still just really also ' +
    'broke broken skint abolished pressure review touch contact dispute talks charge now soon today tomorrow patient ' +
    'icb icbs lmc lmcs integrated committee board'
  ).split(' '),
);

/** Words that stand in no name of a place: those of every sentence, and in small letters "asking" and "closed" (Barking is a place). */
function tells(word: string): boolean {
  return TELLING.has(word.toLowerCase()) || /^\p{Ll}+(?:ing|[^e]ed)$/u.test(word);
}

const SMALL = new Set(['and', 'of', 'the', 'on', 'upon']);

function inCapitals(name: string): string {
  return name.replace(/(?<![\p{L}'’])\p{L}+/gu, (word) =>
    SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** The bodies of which the profile holds the name. */
export function areasIn(profile: Profile): PracticeArea[] {
  return BODIES.flatMap((body) => {
    const name = profile[areaKey(body)];
    return name === undefined ? [] : [{ body, name }];
  });
}

/** The library as this person reads it: whoever is to be asked has the name of theirs, "your ICB (Kent and Medway)". */
export function withAreaNames(library: Library, profile: Profile): Library {
  const { contacts } = library.knowledge;
  const named = areasIn(profile).flatMap(({ body, name }) => {
    const contact = contacts.get(body);
    return contact === undefined ? [] : [{ ...contact, name: `${contact.name} (${name})` }];
  });
  if (named.length === 0) return library;
  const all = new Map([...contacts, ...named.map((contact) => [contact.id, contact] as const)]);
  return { ...library, knowledge: { ...library.knowledge, contacts: all } };
}
