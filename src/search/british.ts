type Rule = readonly [american: RegExp, british: string];

/** Anchored and without nested repeats, so that each is linear in the word. Some make non-words (`labouratory`): both sides make the same. */
const RULES: readonly Rule[] = [
  [/^(.{3,})([iy])z(e|ed|es|er|ers|ing|able|ation|ations|ational)$/, '$1$2s$3'],
  [/^(arm|behavi|col|endeav|fav|flav|glam|harb|hon|hum|lab|neighb|od|rum|sav|tum|vap|vig)or/, '$1our'],
  [/^(calib|cent|fib|kilomet|lit|lust|met|millimet|somb|spect|theat)er(s|d|ed)?$/, '$1re$2'],
  [/^licens/, 'licenc'],
  [/^practis/, 'practic'],
  [/^(def|off|pret)ense/, '$1ence'],
  [/^(cance|contro|counse|enro|fue|fulfi|labe|leve|mode|signa|tota|trave)ll(ed|er|ers|ing|or|s)?$/, '$1l$2'],
  [/^(ana|cata|dia|epi|mono)log(s|ed)?$/, '$1logue$2'],
  [/^program(s)?$/, 'programme$1'],
  [/^(abridg|acknowledg|judg)ment/, '$1ement'],
  [/^anesthe/, 'anaesthe'],
  [/^(encyclop|orthop|p)ed(i|a)/, '$1aed$2'],
  [/^(an|isch|leuk)em(ia|ic)/, '$1aem$2'],
  [/^hem(a|o)/, 'haem$1'],
  [/^gynec/, 'gynaec'],
  [/^fet(al|us)/, 'foet$1'],
  [/^diarrhea/, 'diarrhoea'],
  [/^edema/, 'oedema'],
  [/^estrogen/, 'oestrogen'],
  [/^aging$/, 'ageing'],
  [/^gray/, 'grey'],
  [/^mom(s)?$/, 'mum$1'],
  [/^skeptic/, 'sceptic'],
];

/**
 * Gives a word (normalised, lower case) its British spelling, so that `digitized` finds `digitised` and `practise`
 * finds `practice`. A key for comparison, not for showing.
 */
export function british(word: string): string {
  for (const [american, spelling] of RULES) {
    if (american.test(word)) return word.replace(american, spelling);
  }
  return word;
}
