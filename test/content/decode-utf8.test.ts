import { decodeUtf8 } from '../../src/content';

describe('the bytes of a file', () => {
  test('are text where they are UTF-8', () => {
    expect(decodeUtf8('a.yaml', Buffer.from('“£5” – naïve\n'))).toBe('“£5” – naïve\n');
    expect(decodeUtf8('a.yaml', Buffer.from(''))).toBe('');
  });

  test('keep a byte order mark, which the readers leave out', () => {
    expect(decodeUtf8('a.yaml', Buffer.from('\ufeffid: a'))).toBe('\ufeffid: a');
  });

  test.each([
    ['with its mark', Buffer.from('\ufeffid: a', 'utf16le')],
    ['with its mark, the other way round', Buffer.from('\ufeffid: a', 'utf16le').swap16()],
    ['without a mark', Buffer.from('id: a', 'utf16le')],
  ])('are refused as UTF-16, %s', (_name, bytes) => {
    expect(decodeUtf8('a.yaml', bytes)).toMatchObject({
      code: 'not-utf-8',
      line: 1,
      column: 1,
      file: 'a.yaml',
    });
  });

  test('are refused where a character was saved in another encoding, at its place', () => {
    const problem = decodeUtf8('a.yaml', Buffer.from('id: a\ntitle: caf\u00e9 \u00a35\n', 'latin1'));
    expect(problem).toEqual({
      code: 'not-utf-8',
      message: 'The character after "title: caf" is not saved as UTF-8',
      fix: 'save the file again with the encoding UTF-8',
      severity: 'error',
      file: 'a.yaml',
      line: 2,
      column: 11,
    });
  });
});
