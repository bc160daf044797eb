import { find } from '../../src/conversation/find';
import { realRelease } from './real-release';

const library = realRelease();

test.each([...library.trees.values()].map((tree): [string, readonly string[]] => [tree.id, tree.starts]))(
  'each way in which people tell of "%s" starts that guide, or has it offered',
  (id, starts) => {
    const guide = `guide:${id}`;
    const elsewhere = starts.flatMap((text) => {
      const finding = find(library, text);
      const starting = finding.kind === 'found' && finding.id === guide;
      const offered = finding.kind === 'unsure' && finding.among.includes(guide);
      return starting || offered ? [] : [{ text, finding }];
    });
    expect(elsewhere).toEqual([]);
  },
);
