import { differences, readPathTable } from './path-table';
import { tinyTree } from './tiny-tree';

const TABLE = `
# Keep what is on a platform; what is on a train goes to the depot after a week.
- when: { where-found: train, how-old: "yes" }
  outcome: depot
- when: { where-found: not-sure }
  outcome: ask-finder
- when: { where-found: [train, platform] }
  outcome: keep-it
`;

const found = (from: string, to: string): string[] => {
  expect(TABLE).toContain(from);
  return differences(tinyTree(), readPathTable('tiny.yaml', TABLE.replace(from, to)));
};

test('a guide that leads where its table says', () => {
  expect(found('', '')).toEqual([]);
});

test('a way that leads elsewhere', () => {
  expect(found('outcome: depot', 'outcome: keep-it')).toEqual([
    'where-found: train, how-old: yes → depot, but the table says keep-it',
  ]);
});

test('a way that no rule fits', () => {
  expect(found('[train, platform]', 'train')).toEqual(['no rule fits where-found: platform → keep-it']);
});

test('the first rule that fits decides, so a rule behind a wider one decides nothing', () => {
  expect(
    found(
      '- when: { where-found: not-sure }',
      '- when: { where-found: train, how-old: "yes" }\n  outcome: depot\n- when: { where-found: not-sure }',
    ),
  ).toEqual(['rule 2 decides no way: {"when":{"where-found":"train","how-old":"yes"},"outcome":"depot"}']);
});

test('questions, options and outcomes that the guide does not have', () => {
  expect(found('[train, platform]', '[train, platform, bus]')).toEqual([
    'the question "where-found" has no option "bus"',
  ]);
  expect(found('how-old: "yes"', 'how-wet: "yes"')).toEqual(
    expect.arrayContaining(['the guide has no question "how-wet"']),
  );
  expect(found('outcome: depot', 'outcome: deopt')).toContain('the guide has no outcome "deopt"');
});

test('a table that is not one is refused with its line', () => {
  expect(() => readPathTable('tiny.yaml', '- whne: { a: b }\n  outcome: c\n')).toThrow(
    /tiny\.yaml:1:3.*whne/,
  );
});
