import fc from 'fast-check';
import type { Kind } from '../../src/privacy/identifier';
import { hasCheckDigit } from '../../src/privacy/nhs-number';
import { DETECTORS } from '../../src/privacy/remove-identifiers';
import { nhsNumbers } from './arbitraries';

/** What the detectors' notes say they are not, each on its own, without the other detectors. */
const IS_NOT: Readonly<Record<Kind, readonly string[]>> = {
  'NHS number': [
    '99952601821',
    '999526018',
    'x 03331 234567',
    '999 5260 183',
    'NHS 111',
    'NHS 2025/26',
    'NHS 24680',
    '2025-11-01 11:30',
  ],
  'date of birth': [
    '1 October 2025',
    '7 Nov 2023',
    '01/10/2025',
    'born before 12/05/1950',
    'born 1950',
    '1.2.14',
  ],
  'phone number': ['111', '999', 'ext 4512', '01 10 2025 123', '010 170 1234', '28 days', '12000'],
  'e-mail address': ['@pcse', 'example.com', 'not @nhs.net', 'a@b', 'user@'],
  postcode: ['LS1', 'A81001', 'Y12345', 'GMS1', 'BS10008', 'step B1 2nd', 'LS1 4CK', 'QQ1 4AP', 'FP69'],
  'National Insurance number': ['QQ123456', 'QQ123456E', 'Q123456C', 'QQ1234567C', 'DCB0160'],
  name: [
    'Jones',
    'John',
    'Mr or Mrs',
    'Mr Lloyd George',
    'Lloyd George notes',
    'John Radcliffe Hospital',
    'the dr says',
    'our dr prescribes',
    'without dr overseeing',
    'new pt LGs not here',
    "the pt DNA'd twice",
    "a lady I'd been told of",
    'xanthe pomeroy',
    'takes 20 ms to',
    'file name: report',
    'patient A',
    'patient called to',
    'we miss Accurx messages',
  ],
  address: [
    'Acacia Avenue',
    'PO Box 350',
    '2 practices close',
    '28 days',
    '1 hard drive',
    'number 4, street',
  ],
  'hospital number': ['1234567', 'A81001', 'patient numbers 12000', 'hospital number on the letter'],
  'passport number': ['123456789', 'passport not needed', 'passport 12'],
  'vehicle registration': ['FP10 MDA', 'ab12 cde', 'A123 BCD', 'GP2GP', 'registration form GMS1'],
};

test.each(Object.entries(IS_NOT))('%s is not found where its note says so', (kind, texts) => {
  const detectors = DETECTORS.filter((detector) => detector.kind === kind);
  expect(detectors).not.toHaveLength(0);
  const found = texts.filter((text) => detectors.some(({ find }) => find(text).length > 0));
  expect(found).toEqual([]);
});

function passes(digits: string): boolean {
  return hasCheckDigit(digits, { start: 0, end: digits.length });
}

test('the check digit is that of the NHS Data Dictionary', () => {
  expect(['9434765919', '9876543210', '4010232137', '943 476 5919'].filter(passes)).toHaveLength(4);
  expect(['9434765918', '4010232138', '9434769519'].filter(passes)).toEqual([]);
});

test('the check digit tells every single wrong digit', () => {
  const change = fc.record({ at: fc.nat({ max: 9 }), by: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(nhsNumbers, change, ({ digits }, { at, by }) => {
      const wrong = (Number(digits[at]) + by) % 10;
      return passes(digits) && !passes(`${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`);
    }),
  );
});
