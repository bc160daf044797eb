import { account, printAccount } from '../../src/evaluation/account';
import { tinyLibrary } from '../conversation/tiny-library';

const library = tinyLibrary();
const rowsOf = (text: string, heading: RegExp) =>
  Object.fromEntries(
    (account(library, text).find((section) => heading.test(section.heading))?.rows ?? []).map((row) => [
      row.name,
      row.text,
    ]),
  );

describe('the account of a question', () => {
  const text = 'how long do we keep a singel glove';

  test('says what the words became', () => {
    const rows = rowsOf(text, /^Words/);
    expect(rows['read as']).toBe('how long do we keep a single glove');
    expect(rows['repaired']).toBe('singel → single');
    expect(rows['say little']).toMatch(/^how /);
  });

  test('says what scored what and why, and where it is written', () => {
    const [, first, second] = account(library, text);
    expect(first?.heading).toMatch(
      /^1\. glove-days {2}\d\.\d{3} {2}How long .* knowledge\/lost\/keeping\.yaml:\d+$/,
    );
    expect(second?.heading).toMatch(/^2\. /);
    const rows = rowsOf(text, /^1\./);
    expect(rows['signals']).toMatch(/^words \d/);
    expect(rows['matched']).toContain('singel → single (repaired)');
    expect(rows['title']).toContain('How long do we keep a single glove?');
  });

  test('says what came second, by how much, and why the verdict is what it is', () => {
    const rows = rowsOf(text, /^Verdict/);
    expect(rows['runner-up']).toMatch(/, 0\.\d{3} behind$/);
    expect(rows['evidence']).toMatch(/margin 0\.\d\d × /);
    expect(rows['confidence']).toMatch(/^0\.\d\d$/);
    expect(rows['verdict']).toMatch(/^(confident|unsure|unknown): /);
  });

  test.each([
    ['how long do we keep an umbrella', /^answers with umbrella-days$/],
    ['xylophone', /^does not know \(no-match\); nearest: nothing$/],
    ['when is the next train', /^belongs elsewhere: trains$/],
  ])('says what the bot replies to "%s"', (question, reply) => {
    expect(rowsOf(question, /^Verdict/)['reply']).toMatch(reply);
  });

  test('can be printed, and has no empty row', () => {
    const printed = printAccount(account(library, text));
    expect(printed).toMatch(/^Words\n {2}read as {6}how long/);
    expect(printed).not.toMatch(/^ {2}\S+ *$/m);
  });
});
