import { explainPage, type AccountSection } from '../../src/channels/explain-page';
import { closeDesks, startDesk } from '../server/desk';

afterEach(closeDesks);

/** A server with the page, and the questions that it was asked to account for. */
async function open({ editorPages = true, rateLimit = false } = {}) {
  const asked: string[] = [];
  const account = (text: string): AccountSection[] => {
    asked.push(text);
    return [
      { heading: 'Words', rows: [{ name: 'read as', text }] },
      { heading: 'Verdict <1>', rows: [{ name: 'R&D', text: '"none" <b>' }] },
      { heading: 'Synonyms', rows: [] },
    ];
  };
  const desk = await startDesk({ pages: explainPage({ editorPages, rateLimit, account }) });
  const explain = (q: string) => desk.get(`/explain?${new URLSearchParams({ q }).toString()}`);
  return { asked, explain, get: desk.get };
}

test('without a question there is a form that works without script, and nothing is looked up', async () => {
  const { asked, get } = await open();
  for (const address of ['/explain', '/explain?q=', '/explain?q=%20']) {
    const page = await get(address);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('<form method="get" action="/explain"');
    expect(html).toContain('<label for="q">');
    expect(html).toMatch(/<input [^>]*id="q" name="q"/);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<table');
  }
  expect(asked).toEqual([]);
});

test('a question is accounted for in headings and rows, and stays in the box', async () => {
  const { asked, explain } = await open();
  const html = await (await explain(' label not come ')).text();
  expect(asked).toEqual(['label not come']);
  expect(html).toContain('value="label not come"');
  expect(html).toMatch(/<h2 id="part-1">Words<\/h2><table aria-labelledby="part-1">/);
  expect(html).toContain('<th scope="row">read as</th><td>label not come</td>');
  expect(html).toMatch(/Synonyms<\/h2><p>Nothing/);
});

test('what is typed and what is found are text, never markup', async () => {
  const { explain } = await open();
  const html = await (await explain('"><script>alert(1)</script>')).text();
  expect(html).not.toContain('<script');
  expect(html).toContain('value="&quot;&gt;&lt;script&gt;');
  expect(html).toContain('Verdict &lt;1&gt;');
  expect(html).toContain('>R&amp;D</th>');
  expect(html).toContain('&lt;b&gt;');
});

test('identifiers are taken out before anything is looked up or shown, and that is said', async () => {
  const { asked, explain } = await open();
  const html = await (await explain('notes of 943 476 5919 have not come')).text();
  expect(asked).toEqual(['notes of [NHS number removed] have not come']);
  expect(html).not.toContain('943 476 5919');
  expect(html).toContain('I left out what looks like an NHS number');
});

test('a question may be as long as a message', async () => {
  const { asked, explain } = await open();
  expect((await explain('a'.repeat(1000))).status).toBe(200);
  const refused = await explain('a'.repeat(1001));
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('1,001 characters and the limit is 1,000');
  expect(asked).toHaveLength(1);
});

test('no search engine lists it, whatever it answers', async () => {
  const { explain } = await open();
  for (const question of ['', 'label', 'a'.repeat(1001)])
    expect((await explain(question)).headers.get('x-robots-tag')).toBe('noindex');
});

test('one address cannot keep the search busy', async () => {
  const { explain } = await open({ rateLimit: true });
  for (let i = 0; i < 60; i++) expect((await explain('label')).status).toBe(200);
  const refused = await explain('label');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-robots-tag')).toBe('noindex');
});

test('without the setting there is nothing at its address', async () => {
  const { asked, explain } = await open({ editorPages: false });
  expect((await explain('label')).status).toBe(404);
  expect(asked).toEqual([]);
});
