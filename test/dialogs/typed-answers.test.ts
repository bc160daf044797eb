import type { Library } from '../../src/conversation';
import { buildIndex } from '../../src/search';
import { realRelease } from './real-release';
import { everyStage } from './stages';
import { asked, say } from './talk';

const real = realRelease();
/** Nothing can be found here, so that what is no answer to the guide's question is not answered at all. */
const library: Library = { ...real, index: buildIndex([]) };

const open = everyStage(library).filter(({ tree, talk }) => asked(tree, talk.replies) !== undefined);
/** One stage for each set of answers after which something is asked. */
const stages = [
  ...new Map(
    open.map((stage) => [JSON.stringify([stage.tree.id, stage.talk.session.answers]), stage]),
  ).values(),
];

test('every title and every other word of an option, typed alone, is taken as that option', () => {
  const astray = stages.flatMap(({ tree, talk }) => {
    const question = [...tree.questions.values()].find(({ id }) => id === asked(tree, talk.replies));
    return (question?.options ?? []).flatMap(({ id, label, says }) =>
      [label, ...(says ?? [])].flatMap((text) => {
        const { session, replies } = say(library, talk, { text });
        const taken = session.answers[tree.id]?.[question?.id ?? ''];
        return taken === id
          ? []
          : [
              `${tree.id}#${question?.id ?? ''}: "${text}" is not taken as ${id} but as ${taken ?? replies[0]?.kind ?? 'nothing'}`,
            ];
      }),
    );
  });
  expect([...new Set(astray)]).toEqual([]);
});
