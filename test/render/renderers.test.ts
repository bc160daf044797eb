import fc from 'fast-check';
import { replyToCard, replyToHtml, replyToPlain, replyToText } from '../../src/render';
import type { Reply } from '../../src/conversation/reply';
import { blocks, line, outcome, said, source } from './replies';

const sheet = outcome({
  blocks,
  citations: [source(), source({ id: 'poster', title: 'The poster', url: null, date: null, version: null })],
  choices: [{ title: 'Start over', value: { kind: 'command', command: 'restart' } }],
  notices: ['This content has not yet been reviewed.'],
});

const cardWords = (reply: Reply): string =>
  JSON.stringify(replyToCard(reply))
    .replace(/\\\\([*_`<])/g, '$1')
    .replaceAll('\\"', '"');
const htmlWords = (reply: Reply): string =>
  replyToHtml(reply)
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'");
const renderers: readonly (readonly [string, (reply: Reply) => string])[] = [
  ['text', (reply) => replyToText(reply).replace(/\\(.)/g, '$1')],
  ['plain', replyToPlain],
  ['HTML', htmlWords],
  ['card', cardWords],
];

describe.each(renderers)('%s', (_name, render) => {
  test.each([...said, 'To the depot', 'found on a train', 'The book', 'The poster', '1 May 2024', 'undated'])(
    'says "%s"',
    (words) => {
      expect(render(sheet)).toContain(words);
    },
  );

  test('says the notices, and that sources disagree', () => {
    expect(render(sheet)).toContain('This content has not yet been reviewed.');
    expect(render(sheet)).toContain('Sources disagree');
  });

  test('leads to the page of the outcome', () => {
    expect(render(sheet)).toContain('Open or print this action sheet');
    expect(render(outcome({ link: null }))).not.toContain('Open or print');
  });
});

describe('addresses', () => {
  const citing = (url: string): Reply => outcome({ citations: [source({ url })], link: url });
  const links = (reply: Reply): string[] => [
    ...[...replyToHtml(reply).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href),
    ...[...replyToText(reply).matchAll(/\]\(([^)]*)\)/g)].map(([, href = '']) => href),
    ...[...JSON.stringify(replyToCard(reply)).matchAll(/\]\(([^)]*)\)|"url":"([^"]*)"/g)].map(
      ([, inText, action]) => inText ?? action ?? '',
    ),
  ];

  test('of the web are linked everywhere, as they are written', () => {
    expect(new Set(links(citing('https://rail.example/book?page=2#top')))).toEqual(
      new Set(['https://rail.example/book?page=2#top']),
    );
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//rail.example',
    'https://user:pass@rail.example/',
    'https://',
    'rail.example',
  ])('"%s" stays words', (url) => {
    expect(links(citing(url))).toEqual([]);
    expect(replyToText(citing(url))).toContain('The book');
  });

  test('cannot end their link', () => {
    const hostile = 'https://rail.example/a)[x](javascript:alert(1)) "onclick="x';
    for (const link of links(citing(hostile)))
      expect(link).toMatch(/^https:\/\/rail\.example\/[^\s"'()<>]*$/);
  });
});

describe('whatever words are authored', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('<b>x</b>', '[x](https://y.example)', '![x](y)', '*a*', '`b`', '# c', '&amp;', '"\'>'),
  );
  const withWords = (text: string): Reply =>
    outcome({
      title: text,
      told: [text],
      notices: [text],
      link: null,
      blocks: [{ kind: 'paragraph', line: line(text) }],
    });

  test('HTML holds no element but its own', () => {
    fc.assert(
      fc.property(words, (text) => {
        const tags = [...replyToHtml(withWords(text)).matchAll(/<\/?([a-z0-9-]+)/gi)].map(([, tag]) => tag);
        expect(tags.filter((tag) => !/^(?:h2|p|span|div|ul|li)$/.test(tag ?? ''))).toEqual([]);
      }),
    );
  });

  test('text and card hold no link, no picture and no element', () => {
    fc.assert(
      fc.property(words, (text) => {
        const reply = withWords(text);
        for (const markdown of [replyToText(reply), ...texts(replyToCard(reply))]) {
          expect(markdown).not.toMatch(/(?<!\\)\]\(/);
          expect(markdown).not.toMatch(/(?<!\\)</);
        }
      }),
    );
  });

  test('a card is never larger than 28 KB nor has more than six actions', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 300 }), (all) => {
        const card = replyToCard(
          outcome({
            blocks: all.map((text) => ({ kind: 'paragraph', line: line(text) })),
            choices: all.map((title) => ({ title, value: { kind: 'ask', text: title } })),
          }),
        );
        expect(Buffer.byteLength(JSON.stringify(card ?? null))).toBeLessThanOrEqual(28 * 1024);
        expect(card?.actions.length ?? 0).toBeLessThanOrEqual(6);
      }),
      { numRuns: 50 },
    );
  });
});

function texts(card: ReturnType<typeof replyToCard>): string[] {
  return (card?.body ?? []).flatMap((each) => ('text' in each ? [String(each.text)] : []));
}
