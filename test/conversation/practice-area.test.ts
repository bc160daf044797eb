import fc from 'fast-check';
import { newSession, respond } from '../../src/conversation';
import type { Library, Profile, Reply, Response, Session, Turn } from '../../src/conversation';
import { areaKey, BODIES, practiceArea } from '../../src/conversation/practice-area';
import { HAT, tinyLibrary } from './tiny-library';

describe('the ICB or LMC of a practice', () => {
  test.each([
    ['our ICB is Kent and Medway', 'icb', 'Kent and Medway'],
    ['our LMC is Wessex', 'lmc', 'Wessex'],
    ['we are under Sussex ICB', 'icb', 'Sussex'],
    ['we are in the Cambridgeshire LMC area', 'lmc', 'Cambridgeshire'],
    ["We're in Barking and Havering LMC.", 'lmc', 'Barking and Havering'],
    ['hi, our icb is the NHS north east london integrated care board', 'icb', 'North East London'],
    ['my practice is part of stoke-on-trent icb', 'icb', 'Stoke-on-Trent'],
    ['our lmc is now called Surrey & Sussex LMCs', 'lmc', 'Surrey & Sussex'],
    [
      'our integrated care board: Leicester, Leicestershire and Rutland',
      'icb',
      'Leicester, Leicestershire and Rutland',
    ],
    ["our local medical committee is king's lynn (west)", 'lmc', "King's Lynn (West)"],
    [
      'our ICB is Bath and North East Somerset, Swindon and Wiltshire',
      'icb',
      'Bath and North East Somerset, Swindon and Wiltshire',
    ],
  ])('is told by "%s"', (text, body, name) => {
    expect(practiceArea(text)).toEqual({ body, name });
  });

  test.each([
    'is our ICB Kent and Medway?',
    'our ICB is Kent and Medway?',
    'which ICB are we in',
    'our ICB is asking for the money back',
    'our icb is refusing',
    'Our LMC is useless',
    'our LMC is not sure',
    'our ICB is merging with Surrey Heartlands',
    'our ICB is in Maidstone',
    'we are under pressure from our ICB',
    'we are in touch with the ICB',
    'we are in a different ICB',
    'we are in the same ICB area',
    'the patient is under Sussex ICB',
    'the previous practice is in Kent ICB',
    'our ICB is Kent. Who pays for scanning?',
    'our ICB is Kent and our LMC is Wessex',
    'our ICB is 123',
    'our ICB is [name removed]',
    'our ICB is <b>Kent</b>',
    'our ICB is K',
    `our ICB is ${'Kent'.repeat(16)}`,
    'our ICB',
    'our practice is in Kent',
    '',
  ])('is not told by "%s"', (text) => {
    expect(practiceArea(text)).toBeUndefined();
  });

  test('has a name of letters and little else, whatever is said', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('Kent é&,-(1<[\n.')), maxLength: 80 }),
        (words) => {
          const { name } = practiceArea(`our ICB is ${words}`) ?? { name: 'Kent' };
          expect(name).toMatch(/^[\p{L} &'’,()-]{2,60}$/u);
        },
      ),
    );
  });

  test('is kept under ids that no question can have', () => {
    for (const body of BODIES) expect(areaKey(body)).not.toMatch(/^[a-z0-9-]+$/);
  });
});

const tiny = tinyLibrary();
const contact = { id: 'icb', name: 'your ICB', for: 'money' };
const library: Library = {
  ...tiny,
  knowledge: { ...tiny.knowledge, contacts: new Map([...tiny.knowledge.contacts, ['icb', contact]]) },
};
const KENT: Profile = { 'area:icb': 'Kent and Medway' };

function say(
  text: string,
  { profile = {}, session = newSession('c'), removed = [] as string[], desk = library } = {},
): Response {
  const turn: Turn = { id: '1', conversation: 'c', person: 'p', channel: 'test', text, removed, at: '' };
  return respond(turn, session, desk, profile);
}
const words = ({ replies }: Response): string => JSON.stringify(replies);
const kinds = ({ replies }: Response): string[] =>
  replies.map((reply: Reply) => ('about' in reply ? `${reply.kind} ${reply.about}` : reply.kind));
/** A session in which the guide about hats asks whether the station has an office. */
const inGuide = (): Session => {
  const turn = { id: '0', conversation: 'c', person: 'p', channel: 'test', text: '', removed: [], at: '' };
  return respond({ ...turn, pressed: { kind: 'guide', tree: 'lost-hat' } }, newSession('c'), library).session;
};

describe('the profile', () => {
  test('keeps which ICB is theirs beside what it holds, and says so and how it is forgotten', () => {
    const response = say('our ICB is Kent and Medway', { profile: { 'has-office': 'yes' } });
    expect(kinds(response)).toEqual(['notice profile']);
    expect(response.profile).toEqual({ 'has-office': 'yes', ...KENT });
    expect(words(response)).toContain('your ICB is Kent and Medway');
    expect(words(response)).toContain('forget us');
  });

  test('has the last word of each body', () => {
    const profile = { ...KENT, 'area:lmc': 'Kent' };
    expect(say('we are under Sussex ICB', { profile }).profile).toEqual({
      'area:icb': 'Sussex',
      'area:lmc': 'Kent',
    });
  });

  test('keeps nothing from a message in which there was an identifier', () => {
    const response = say('our ICB is Kent and Medway', { removed: ['NHS number'] });
    expect(response.profile).toBeUndefined();
    expect(kinds(response)).not.toContain('notice profile');
  });

  test('is shown with it', () => {
    const response = say('what do you know about us?', { profile: KENT });
    expect(words(response)).toContain('Your ICB is Kent and Medway.');
  });

  test('that is empty says how to tell', () => {
    expect(words(say('what do you know about us?'))).toContain('our ICB is');
    expect(words(say('what do you know about us?', { profile: KENT }))).not.toContain('our ICB is …');
  });

  test('is forgotten whole', () => {
    expect(say('forget us', { profile: KENT }).profile).toEqual({});
  });
});

describe('whom to ask', () => {
  test.each(['who do I ask', 'zebra crossing licences'])('names their ICB after "%s"', (text) => {
    expect(words(say(text, { profile: KENT }))).toContain('"your ICB (Kent and Medway)"');
    expect(words(say(text))).toContain('"your ICB"');
  });

  test('names nobody who is not among the contacts', () => {
    const response = say('who do I ask', { profile: { 'area:lmc': 'Wessex' } });
    expect(words(response)).not.toContain('Wessex');
  });
});

describe('in a guide', () => {
  test('the open question is put again after it, and no answer is taken', () => {
    const session = inGuide();
    const response = say('we are under Sussex ICB', { session });
    expect(kinds(response)).toEqual(['notice profile', 'question']);
    expect(response.session.answers).toEqual(session.answers);
    expect(response.profile).toEqual({ 'area:icb': 'Sussex' });
  });

  test.each(['we are under Sussex ICB', 'Sussex ICB'])('an option named "%s" is the answer', (name) => {
    const guide = HAT.replace('label: "Yes"', `label: "Yes", says: [${name}]`);
    const response = say('we are under Sussex ICB', {
      session: inGuide(),
      desk: tinyLibrary('2026-05-01', [guide]),
    });
    expect(kinds(response)).toEqual(['outcome']);
    expect(response.profile).toBeUndefined();
  });

  test('it is kept even if the guide was altered or is gone', () => {
    const altered = HAT.replace('Does the station have an office?', 'Is there an office at the station?');
    for (const guides of [[altered], [HAT.replace('id: lost-hat', 'id: found-hat')]]) {
      const desk = tinyLibrary('2026-05-01', guides);
      expect(say('our LMC is Wessex', { session: inGuide(), desk }).profile).toEqual({
        'area:lmc': 'Wessex',
      });
    }
  });
});
