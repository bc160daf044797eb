import { signOff } from '../../src/knowledge/sign-off';

const FILE = `# Hats.
status: unreviewed
entries:
  - id: hat-days # the old one
    question: How long do we keep a hat?
    answer: [{ say: Thirty days., facts: [F-A002] }]
  - id: cap-days
    question: How long do we keep a cap?
    answer: [{ say: Thirty days., facts: [F-A002] }]
`;
const signed = { by: 'A. Officer, Anytown LMC', on: '2026-11-20' };

test('signing off one entry leaves every other line as it was', () => {
  const after = signOff('knowledge/hats.yaml', FILE, 'cap-days', signed);
  expect(after).toContain('status: reviewed');
  expect(after).toContain('A. Officer, Anytown LMC');
  expect(after.startsWith(FILE.slice(0, FILE.indexOf('  - id: cap-days')))).toBe(true);
});

test('a guidance page is signed off in its front matter', () => {
  const page = '---\nid: hats\ntitle: Hats\n---\n\n## Why hats\n\nThey are lost. [F-A001]\n';
  const after = signOff('knowledge/hats.md', page, 'hats#why-hats', signed);
  expect(after).toMatch(/^---\nid: hats\ntitle: Hats\nstatus: reviewed\n[\s\S]*\n---\n\n## Why hats/);
});

test('an entry that is not there is named', () => {
  expect(() => signOff('knowledge/hats.yaml', FILE, 'glove-days', signed)).toThrow(
    'knowledge/hats.yaml holds no entry "glove-days"',
  );
});
