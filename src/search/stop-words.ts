import { british } from './british';
import { stem } from './stem';

/** Function and question words (without apostrophes, as the analyser leaves them). They tell short titles apart, but say little in a text. */
const WORDS = `
a an the this that these those some any each every either neither such same
i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
who whom whose which what when where why how
am is are was were be been being do does did doing done have has had having
can could will would shall should may might must cannot
im ive youre weve theyre hes shes its thats theres whats hows whos wheres
dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt hasnt havent hadnt
and or but nor if then else than so because as until while whilst although though unless whether
of at by for with about against between into onto through during before after above below to from up down in out on
off over under per via within without upon
not no yes there here just only also too very again once both other
s t
`;

const STEMS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => stem(british(word))),
);

/** Whether a stem is that of a function or question word. */
export function isStopStem(stemmed: string): boolean {
  return STEMS.has(stemmed);
}
