import { back, fill, questionOf, walk } from '../dialogs';
import { askDesk } from './answer-question';
import { notice, told, whoToAsk, why } from './compose';
import type { Desk, Response } from './desk';
import type { Place } from './guide';
import { areasIn } from './practice-area';
import type { Reply } from './reply';
import type { Command, Pressed } from './turn';
import { changeList, chooseGuide, enterGuide, resumeGuide } from './walk-guide';

/** Does what a command asks. A guide's open question is put again after anything that does not move it. */
export function runCommand(desk: Desk, command: Command): Response {
  const { library, turn } = desk;
  const { phrases } = library;
  const place = desk.place();
  const open = desk.openPlace();
  const asked = open === undefined ? undefined : desk.asking(open);
  switch (command) {
    case 'help':
      return desk.sayAndPutAgain(notice(library, 'help', phrases.help, desk.examples()));
    case 'greet':
      if (asked === undefined)
        return desk.say([notice(library, 'greeting', phrases.greeting, desk.examples())]);
      return desk.sayAndPutAgain(notice(library, 'greeting', phrases.greetingInGuide));
    case 'thanks':
      return desk.sayAndPutAgain(
        notice(library, 'thanks', asked === undefined ? phrases.thanks : phrases.thanksInGuide),
      );
    case 'contact':
      return desk.sayAndPutAgain(
        whoToAsk(library, ['pcse', 'icb', 'lmc', 'clinical-supplier', 'ig-lead', 'dpo']),
      );
    case 'why':
      if (asked === undefined) return askDesk(desk, turn.text === '' ? 'why' : turn.text, undefined);
      return desk.sayAndPutAgain(why(library, asked));
    case 'answers':
      return desk.sayAndPutAgain(answersSoFar(desk, place));
    case 'cancel':
      return cancel(desk, place);
    case 'continue':
      return resume(desk);
    case 'walk':
      return walkThrough(desk);
    case 'remind':
      return place === undefined ? resume(desk) : enterGuide(desk, place, []);
    case 'restart':
      return restart(desk, open);
    case 'back':
      if (place === undefined || walk(place.tree, place.answers).taken.length === 0)
        return desk.sayAndPutAgain(notice(library, 'nothing-to-change', phrases.nothingToGoBack));
      return enterGuide(desk, { tree: place.tree, answers: back(place.tree, place.answers) }, []);
    case 'change':
      return desk.say(changeList(desk, place));
    case 'profile':
      return desk.sayAndPutAgain(practice(desk));
    case 'forget':
      return desk.say([notice(library, 'profile', phrases.forgotten), ...desk.putAgain()], {}, {});
  }
}

function cancel(desk: Desk, place: Place | undefined): Response {
  const { library } = desk;
  const { phrases } = library;
  if (place === undefined) return desk.say([notice(library, 'cancelled', phrases.nothingToCancel)]);
  const choices = [
    { title: phrases.labels.continue, value: { kind: 'command' as const, command: 'continue' as const } },
  ];
  return desk.say([notice(library, 'cancelled', phrases.cancelled, choices)], {
    guide: undefined,
    paused: place.tree.id,
  });
}

function resume(desk: Desk): Response {
  const { library, session } = desk;
  const tree = library.trees.get(session.guide ?? session.paused ?? '');
  if (tree === undefined)
    return desk.say([notice(library, 'misunderstood', library.phrases.nothingToContinue)]);
  return resumeGuide(desk, tree);
}

/** The guide that was offered, or to which what was offered belongs. */
function walkThrough(desk: Desk): Response {
  const { library, session } = desk;
  const { nothingToWalk, walkWhich } = library.phrases;
  const guides = [...(session.beside ?? []), ...session.offered].flatMap(
    ({ value }): Extract<Pressed, { kind: 'guide' }>[] => {
      if (value.kind === 'guide') return [value];
      const guide = value.kind === 'entry' ? library.knowledge.entries.get(value.entry)?.guide : undefined;
      return guide === undefined ? [] : [{ kind: 'guide', tree: guide }];
    },
  );
  const trees = [...new Map(guides.map((each) => [each.tree, each])).values()].flatMap((value) => {
    const tree = library.trees.get(value.tree);
    return tree === undefined ? [] : [{ tree, value }];
  });
  const [first] = trees;
  if (first === undefined)
    return desk.say(
      desk.openPlace() === undefined ? [notice(library, 'misunderstood', nothingToWalk)] : desk.putAgain(),
    );
  const isButton = session.offered[0]?.title === library.phrases.labels.walkMeThrough;
  if (trees.length === 1 || isButton) return chooseGuide(desk, first.tree, first.value.answers);
  const choices = trees.map(({ tree: { title }, value }) => ({ title, value }));
  return desk.say([notice(library, 'change', walkWhich, choices)]);
}

/** In a guide with answers: its first question again. Otherwise: a fresh start. */
function restart(desk: Desk, open: Place | undefined): Response {
  const { library } = desk;
  const { phrases } = library;
  if (open !== undefined && walk(open.tree, open.answers).taken.length > 0)
    return enterGuide(desk, { tree: open.tree, answers: {} }, phrases.restartedGuide.lines);
  const fresh = {
    asked: undefined,
    topic: undefined,
    guide: undefined,
    paused: undefined,
    interrupted: undefined,
    answers: {},
  };
  return desk.say([notice(library, 'greeting', phrases.restarted, desk.examples())], fresh);
}

function answersSoFar({ library }: Desk, place: Place | undefined): Reply {
  const { title, none } = library.phrases.answersSoFar;
  const taken = place === undefined ? [] : walk(place.tree, place.answers).taken;
  const lines = taken.map((each) => `${each.question.ask} ${told([each]).join('')}`);
  return notice(library, 'answers', { title, lines: lines.length === 0 ? [none] : lines });
}

/** What is remembered of the practice: the bodies it belongs to, and answers in the words of the questions. */
function practice({ library, profile }: Desk): Reply {
  const { title, area, none, tell, forget } = library.phrases.practice;
  const areas = areasIn(profile).map(({ body, name }) => fill(area, { body: body.toUpperCase(), name }));
  const answers = Object.entries(profile).flatMap(([question, option]) => {
    const known = [...library.trees.values()].flatMap((tree) => questionOf(tree, question) ?? [])[0];
    const chosen = known?.options.find(({ id }) => id === option);
    return known === undefined || chosen === undefined ? [] : [`${known.ask} ${chosen.told ?? chosen.label}`];
  });
  const lines = [...areas, ...answers];
  return notice(library, 'profile', {
    title,
    lines: lines.length === 0 ? [none, tell] : [...lines, forget],
  });
}
