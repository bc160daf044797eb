import type { Library } from '../../conversation';
import type { Outcome, Question, Tree } from '../../dialogs';
import { escapeHtml } from '../../render';

/** All questions, options, outcomes and sources of a guide on one printable page, for the person who approves the content. */
export function guideTable(library: Library, tree: Tree): string {
  const { status, reviewedBy, reviewedOn, reviewBy, owner } = tree.standing;
  const standing =
    status === 'reviewed' ? `Reviewed by ${reviewedBy ?? '?'} on ${reviewedOn ?? '?'}` : 'Not yet reviewed';
  return [
    `<h1>${escapeHtml(tree.title)}</h1><p>${escapeHtml(tree.about)}</p>`,
    `<p>Owner: ${escapeHtml(owner)}. ${escapeHtml(standing)}. Review by ${escapeHtml(reviewBy ?? 'no date')}. Content release ${escapeHtml(library.release)}. <a href="/guides/${tree.id}">Walk through it</a></p>`,
    '<h2>Questions</h2><table><thead><tr><th scope="col">Question</th><th scope="col">Why it is asked</th><th scope="col">Option</th><th scope="col">Leads to</th></tr></thead><tbody>',
    ...[...tree.questions].map(([place, question]) => questionRows(library, tree, place, question)),
    '</tbody></table><h2>Outcomes</h2>',
    ...[...tree.outcomes.values()].map((outcome) => outcomeSection(library, outcome)),
  ].join('');
}

function questionRows(library: Library, tree: Tree, place: string, { ask, why, options }: Question): string {
  return options
    .map(({ label, next }, i) => {
      const head =
        i > 0
          ? ''
          : `<th scope="rowgroup" rowspan="${options.length}" id="q-${escapeHtml(place)}">${escapeHtml(ask)}</th><td rowspan="${options.length}">${escapeHtml(why.say)} ${sources(library, why.facts ?? [])}</td>`;
      const target = tree.questions.get(next)?.ask ?? tree.outcomes.get(next)?.title ?? next;
      return `<tr>${head}<td>${escapeHtml(label)}</td><td><a href="#${tree.questions.has(next) ? 'q' : 'o'}-${escapeHtml(next)}">${escapeHtml(target)}</a></td></tr>`;
    })
    .join('');
}

function outcomeSection(library: Library, outcome: Outcome): string {
  const lines = [
    ...part('Answer', outcome.short),
    ...(outcome.steps ?? []).map(({ do: say, who, when, with: form, facts, if: condition }) => ({
      heading: `Step: ${[who, when, form].filter((each) => each !== undefined).join(', ')}`,
      say,
      facts,
      condition,
    })),
    ...part('Check first', outcome.checkFirst),
    ...part('Do not', outcome.doNot),
    ...part('Also', outcome.also),
  ];
  const rows = lines.map(
    ({ heading, say, facts, condition }) =>
      `<tr><td>${escapeHtml(heading)}${condition === undefined ? '' : `<br>only if ${escapeHtml(JSON.stringify(condition))}`}</td><td>${escapeHtml(say)}</td><td>${sources(library, facts)}</td></tr>`,
  );
  const gaps = (outcome.unanswered ?? []).map(
    (gap) => `<tr><td>No published answer</td><td>${escapeHtml(gap)}</td><td></td></tr>`,
  );
  const conflicts = (outcome.conflicts ?? []).map(
    (id) =>
      `<tr><td>Sources disagree</td><td>${escapeHtml(library.knowledge.disagreements.get(id)?.title ?? id)}</td><td></td></tr>`,
  );
  return `<h3 id="o-${escapeHtml(outcome.id)}">${escapeHtml(outcome.title)}</h3><table><thead><tr><th scope="col">Part</th><th scope="col">Words</th><th scope="col">Facts and sources</th></tr></thead><tbody>${[...rows, ...conflicts, ...gaps].join('')}</tbody></table>`;
}

type Part = {
  heading: string;
  say: string;
  facts: readonly string[];
  condition?: Readonly<Record<string, unknown>> | undefined;
};

function part(heading: string, remarks: Outcome['short']): Part[] {
  return (remarks ?? []).map(({ say, facts, if: condition }) => ({ heading, say, facts, condition }));
}

/** The facts with their sources, dates and what needs checking. */
function sources({ knowledge }: Library, facts: readonly string[]): string {
  const words = facts.map((id) => {
    const fact = knowledge.facts.get(id);
    const from = (fact?.sources ?? []).map((source) => {
      const { publisher, title, date } = knowledge.sources.get(source) ?? {
        publisher: '',
        title: source,
        date: undefined,
      };
      return `${publisher}, ${title} (${date ?? 'undated'})`;
    });
    return `<strong>${escapeHtml(id)}</strong> ${escapeHtml(from.join('; '))}${fact?.needsCheck === undefined ? '' : ` <em>Needs checking: ${escapeHtml(fact.needsCheck)}</em>`}`;
  });
  return words.join('<br>');
}
