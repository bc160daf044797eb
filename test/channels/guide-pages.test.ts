import { guidePages } from '../../src/channels/guides/guide-pages';
import { drawMermaid, drawSvg } from '../../src/dialogs';
import { tinyLibrary } from '../conversation/tiny-library';
import { tinyTree } from '../dialogs/tiny-tree';
import { closeDesks, startDesk } from '../server/desk';

afterEach(closeDesks);

const library = tinyLibrary();
const open = () => startDesk({ pages: guidePages(() => library) });

test('the list leads to the drawing and the table of every guide, and each of these addresses answers', async () => {
  const desk = await open();
  const list = await (await desk.get('/guides')).text();
  const addresses = [...list.matchAll(/href="(\/guides\/[^"]+)"/g)].map((match) => match[1] ?? '');
  expect(addresses).toHaveLength(4 * library.trees.size);
  for (const address of addresses) expect((await desk.get(address)).status).toBe(200);
});

test('a drawing is an SVG image that may load nothing', async () => {
  const desk = await open();
  const drawing = await desk.get('/guides/lost-umbrella/drawing.svg');
  expect(drawing.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  expect(drawing.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await drawing.text()).toBe(drawSvg(tinyTree()));
});

test('the same drawing is had for Mermaid, as plain text', async () => {
  const desk = await open();
  const drawing = await desk.get('/guides/lost-umbrella/drawing.mmd');
  expect(drawing.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await drawing.text()).toBe(drawMermaid(tinyTree()));
});

test.each(['', '/table', '/drawing.svg', '/drawing.mmd'])(
  'there is no guide at /guides/lost-glove%s',
  async (rest) => {
    const desk = await open();
    expect((await desk.get(`/guides/lost-glove${rest}`)).status).toBe(404);
  },
);
