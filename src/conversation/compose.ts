import { applies, fill, leadOn, questionsLeft } from '../dialogs';
import type { Outcome, Question, Remark, Taken, Tree, Walk } from '../dialogs';
import type { Disagreement, Entry, Standing } from '../knowledge/entry';
import type { Statement } from '../knowledge/schema';
import { Citations } from './citations';
import { guideAddress } from './guide-address';
import type { Library } from './library';
import type { Block, Choice, Line, NoticeAbout, Reply, UnknownReason } from './reply';

/** Builds replies from the library. Every word comes from `knowledge/` or `dialogs/`; nothing is made up here. */

type Shown = { title?: string | undefined; lines?: readonly string[] };

/** A fixed reply: welcome, help, thanks and the like. */
export function notice(
  library: Library,
  about: NoticeAbout,
  said: Shown,
  choices: readonly Choice[] = [],
): Reply {
  return {
    kind: 'notice',
    about,
    title: said.title ?? '',
    blocks: paragraphs(said.lines ?? []),
    choices,
    citations: [],
    notices: [],
    release: library.release,
  };
}

/** The answer that an entry holds; for a gap, that no source answers and whom to ask. */
export function answer(library: Library, entry: Entry, confidence: number): Reply {
  const citations = new Citations(library.knowledge, library.phrases.labels.superseded);
  const blocks = [
    ...(entry.unanswered === undefined ? [] : paragraphs([entry.unanswered])),
    ...statements(citations, current(entry.statements, library.asOf)),
    ...conflicts(library, citations, entry.conflicts),
    ...contacts(library, citations, entry.ask),
  ];
  const common = {
    title: entry.title,
    blocks,
    choices: answerChoices(library, entry),
    citations: citations.list(),
    notices: standingNotices(library, entry.standing),
    release: library.release,
  };
  return entry.kind === 'gap'
    ? { kind: 'unknown', reason: 'gap', id: entry.id, ...common }
    : { kind: 'answer', id: entry.id, confidence, ...common };
}

/** Two or three things to choose from. */
export function offer(library: Library, ids: readonly string[], confidence: number): Reply {
  const { offer: said } = library.phrases;
  const choices = ids.flatMap((id) => choiceOf(library, id) ?? []);
  return {
    kind: 'offer',
    confidence,
    title: said.title,
    blocks: paragraphs(said.lines),
    choices,
    citations: [],
    notices: [],
    release: library.release,
  };
}

/** No answer: says so, shows the nearest, names who can be asked. */
export function unknown(
  library: Library,
  reason: UnknownReason,
  nearest: readonly string[],
  instead?: string,
): Reply {
  const { phrases } = library;
  const said =
    { clinical: phrases.clinical, emergency: phrases.emergency, 'out-of-scope': phrases.outOfScope }[
      reason as string
    ] ?? phrases.unknown;
  const choices = nearest.flatMap((id) => choiceOf(library, id) ?? []);
  const citations = new Citations(library.knowledge, phrases.labels.superseded);
  const ours = reason === 'no-match' || reason === 'weak-match';
  const blocks = [
    ...paragraphs([...said.lines, ...(instead === undefined ? [] : [instead])]),
    ...(ours ? contacts(library, citations, ['lmc', 'pcse', 'icb']) : []),
    ...paragraphs(choices.length === 0 ? [] : [phrases.unknown.nearest]),
  ];
  return {
    kind: 'unknown',
    reason,
    id: null,
    title: said.title,
    blocks,
    choices,
    citations: citations.list(),
    notices: [],
    release: library.release,
  };
}

/** A guide's question, with what was understood and sentences (`preface`) that the turn has to say first. */
export function question(
  library: Library,
  tree: Tree,
  walked: Walk,
  asked: Question,
  preface: readonly string[] = [],
): Reply {
  const citations = new Citations(library.knowledge, library.phrases.labels.superseded);
  const number = walked.taken.length + 1;
  return {
    kind: 'question',
    id: `${tree.id}#${asked.id}`,
    title: asked.ask,
    blocks: [...paragraphs(preface), ...remarks(citations, asked.first)],
    choices: asked.options.map(({ id, label }) => ({
      title: label,
      value: { kind: 'answer', tree: tree.id, question: asked.id, option: id },
    })),
    citations: citations.list(),
    notices: standingNotices(library, tree.standing),
    progress: {
      number,
      about: Math.max(
        number,
        walked.taken.length + questionsLeft(tree, walked.at.kind === 'question' ? walked.at.place : asked.id),
      ),
    },
    told: told(walked.taken),
    release: library.release,
  };
}

/** A guide's outcome: the action sheet. */
export function outcome(
  library: Library,
  tree: Tree,
  walked: Walk,
  reached: Outcome,
  preface: readonly string[] = [],
): Reply {
  const citations = new Citations(library.knowledge, library.phrases.labels.superseded);
  const answers = Object.fromEntries(walked.taken.map((taken) => [taken.question.id, taken.option.id]));
  const fits = <T extends { if?: Record<string, string | string[]> | undefined }>(
    parts: readonly T[] | undefined,
  ): T[] => (parts ?? []).filter((part) => applies(part.if, answers));
  const list = (
    heading: string,
    tone: 'plain' | 'check' | 'do-not' | 'warning',
    items: readonly Line[],
  ): Block[] => (items.length === 0 ? [] : [{ kind: 'list', heading, tone, items }]);
  const said = (parts: readonly Remark[] | undefined): Line[] =>
    fits(parts).map(({ say, facts }) => citations.line(say, facts));
  const plain = (words: readonly string[] | undefined): Line[] =>
    (words ?? []).map((text) => ({ text, cites: [] }));
  const steps = fits(reached.steps).map(({ do: text, who, when, with: form, facts }) => ({
    ...citations.line(text, facts),
    who,
    when: when ?? null,
    with: form ?? null,
  }));
  const blocks: Block[] = [
    ...paragraphs(preface),
    ...said(reached.short).map((line): Block => ({ kind: 'paragraph', line })),
    ...(steps.length === 0 ? [] : [{ kind: 'steps' as const, steps }]),
    ...list('Check first', 'check', said(reached.checkFirst)),
    ...list('Do not', 'do-not', said(reached.doNot)),
    ...conflicts(library, citations, reached.conflicts ?? []),
    ...list('No published answer', 'warning', plain(reached.unanswered)),
    ...list('Also', 'plain', said(reached.also)),
    ...list('Write down', 'plain', plain(reached.record)),
    ...contacts(library, citations, reached.ask ?? []),
  ];
  const onwards = (reached.then ?? []).map((lead): Choice => ({
    title: lead.label,
    value: { kind: 'guide', tree: lead.tree, answers: leadOn(answers, lead) },
  }));
  const { changeAnAnswer, startOver } = library.phrases.labels;
  return {
    kind: 'outcome',
    id: `${tree.id}#${reached.id}`,
    title: reached.title,
    blocks,
    choices: [
      ...onwards,
      { title: changeAnAnswer, value: { kind: 'command', command: 'change' } },
      { title: startOver, value: { kind: 'command', command: 'restart' } },
    ],
    citations: citations.list(),
    notices: standingNotices(library, tree.standing),
    told: told(walked.taken),
    link: library.publicUrl === undefined ? null : library.publicUrl + guideAddress(tree, answers),
    release: library.release,
  };
}

/** Whatever the walk has come to: its next question or its outcome. */
export function step(library: Library, tree: Tree, walked: Walk, preface: readonly string[] = []): Reply {
  return walked.at.kind === 'question'
    ? question(library, tree, walked, walked.at.question, preface)
    : outcome(library, tree, walked, walked.at.outcome, preface);
}

/** Why a question is asked, with its sources. */
export function why(library: Library, asked: Question): Reply {
  const citations = new Citations(library.knowledge, library.phrases.labels.superseded);
  const blocks: Block[] = [{ kind: 'paragraph', line: citations.line(asked.why.say, asked.why.facts ?? []) }];
  return {
    kind: 'notice',
    about: 'why',
    title: '',
    blocks,
    choices: [],
    citations: citations.list(),
    notices: [],
    release: library.release,
  };
}

/** Everybody who can be asked. */
export function whoToAsk(library: Library, ids: readonly string[]): Reply {
  const citations = new Citations(library.knowledge, library.phrases.labels.superseded);
  const { title, lines } = library.phrases.contact;
  const blocks = [...paragraphs(lines), ...contacts(library, citations, ids)];
  return {
    kind: 'notice',
    about: 'contact',
    title,
    blocks,
    choices: [],
    citations: citations.list(),
    notices: [],
    release: library.release,
  };
}

/** An answer in words, as the person would say it. */
export function told(taken: readonly Taken[]): string[] {
  return taken.map(({ option }) => option.told ?? option.label);
}

export function paragraphs(lines: readonly string[]): Block[] {
  return lines.map((text) => ({ kind: 'paragraph', line: { text, cites: [] } }));
}

/** The button that leads to an entry (by its id) or a guide (`guide:` and its id). */
export function choiceOf(library: Library, id: string): Choice | undefined {
  if (id.startsWith('guide:')) {
    const tree = library.trees.get(id.slice('guide:'.length));
    return tree === undefined ? undefined : { title: tree.title, value: { kind: 'guide', tree: tree.id } };
  }
  const entry = library.knowledge.entries.get(id);
  return entry === undefined ? undefined : { title: entry.title, value: { kind: 'entry', entry: entry.id } };
}

function answerChoices(library: Library, entry: Entry): Choice[] {
  const tree = entry.guide === undefined ? undefined : library.trees.get(entry.guide);
  const walkThrough: Choice[] =
    tree === undefined
      ? []
      : [{ title: library.phrases.labels.walkMeThrough, value: { kind: 'guide', tree: tree.id } }];
  return [...walkThrough, ...entry.related.flatMap((id) => choiceOf(library, id) ?? [])];
}

/** Statements as paragraphs; those under one small heading together as a list. */
function statements(citations: Citations, said: readonly Statement[]): Block[] {
  const blocks: Block[] = [];
  for (const { say, facts, under } of said) {
    const line = citations.line(say, facts);
    const last = blocks.at(-1);
    if (under === undefined) blocks.push({ kind: 'paragraph', line });
    else if (last?.kind === 'list' && last.heading === under)
      blocks[blocks.length - 1] = { ...last, items: [...last.items, line] };
    else blocks.push({ kind: 'list', heading: under, tone: 'plain', items: [line] });
  }
  return blocks;
}

function remarks(citations: Citations, said: readonly Remark[] | undefined): Block[] {
  return (said ?? []).map(({ say, facts }) => ({ kind: 'paragraph', line: citations.line(say, facts) }));
}

function conflicts(library: Library, citations: Citations, ids: readonly string[]): Block[] {
  return ids.flatMap((id) => {
    const conflict = library.knowledge.disagreements.get(id);
    return conflict === undefined ? [] : [disagreement(library, citations, conflict)];
  });
}

function disagreement(library: Library, citations: Citations, conflict: Disagreement): Block {
  const lines = (said: readonly Statement[]): Line[] =>
    said.map(({ say, facts }) => citations.line(say, facts));
  return {
    kind: 'conflict',
    title: conflict.title,
    open: conflict.state === 'open',
    positions: lines(conflict.positions),
    newer: conflict.newer,
    check: conflict.check,
    meanwhile: lines(conflict.meanwhile),
    decides: conflict.decides.map((id) => library.knowledge.contacts.get(id)?.name ?? id),
  };
}

function contacts(library: Library, citations: Citations, ids: readonly string[]): Block[] {
  const known = ids.flatMap((id) => library.knowledge.contacts.get(id) ?? []);
  if (known.length === 0) return [];
  return [
    {
      kind: 'contacts',
      contacts: known.map(({ name, for: purpose, how }) => ({
        name,
        for: purpose,
        how: how === undefined ? null : citations.line(how.say, how.facts),
      })),
    },
  ];
}

function standingNotices(library: Library, { status, reviewBy }: Standing): string[] {
  const { unreviewed, overdue } = library.phrases.notices;
  return [
    ...(status === 'unreviewed' ? [unreviewed] : []),
    ...(reviewBy !== undefined && reviewBy < library.asOf ? [fill(overdue, { date: reviewBy })] : []),
  ];
}

/** Statements that hold on the day. */
function current(said: readonly Statement[], day: string): Statement[] {
  return said.filter(({ from, until }) => (from ?? day) <= day && day <= (until ?? day));
}
