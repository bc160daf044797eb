import fc from 'fast-check';

/** Ten digits whose last is the right check digit, as they are meant and as they are written. */
export const nhsNumbers = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 9 }),
    fc.constantFrom(' ', '-', '.', '/', '  ', ' - ', '\u00A0', '\u2009', '\u2013', '_', '\n', '\t'),
    fc.constantFrom('0', '０', '٠', '०'),
  )
  .map(([nine, cuts, gap, zero]) => {
    const check = (11 - (nine.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11)) % 11;
    const digits = [...nine, check];
    const script = digits.map((digit) => String.fromCodePoint((zero.codePointAt(0) ?? 48) + digit));
    const written = script.map((digit, at) => (cuts.includes(at) ? gap + digit : digit)).join('');
    return { digits: digits.join(''), check, written };
  })
  .filter(({ check }) => check !== 10);

/** Texts put together from what the detectors look for, so that they meet, touch and overlap. */
export const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'Mrs',
          'mr',
          'Dr',
          'Smith',
          'jones',
          'SMITH',
          'John',
          'J',
          'patient',
          'called',
          'name',
          'is',
          'nhs',
          'no',
        ],
        ...[
          'dob',
          'born',
          'before',
          'tel',
          'passport',
          'reg',
          'flat',
          'High',
          'Street',
          'close',
          'May',
          'LS1',
          '4AP',
        ],
        ...[
          'AB12',
          'CDE',
          'QQ',
          '@',
          'x.com',
          '[',
          ']',
          '[name removed]',
          'removed]',
          '+44',
          '07700',
          '900123',
        ],
        ...[
          '999',
          '526',
          '0182',
          '9995260182',
          '12/05/1950',
          '1950',
          '12',
          '0333 014 2884',
          'pcse.a@nhs.net',
        ],
        ...['\u200B', '|', "'s", '１２', '👩🏽‍⚕️', 'Lloyd', 'George'],
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', '', '-', ', ', ': ', '. ', '\n'), {
        minLength: parts.length,
        maxLength: parts.length,
      })
      .map((gaps) => parts.map((part, at) => part + (gaps[at] ?? '')).join('')),
  );
