import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../conversation';
import { readRelease } from '../release';
import { feedbackReport } from '../render/feedback-report';
import { readSettings } from '../settings';
import { openSound, sqlFeedback } from '../store';

/** `npm run feedback`: what people said of answers, by answer, worst first. The server may be running. */
async function main(): Promise<void> {
  const read = readSettings(process.env);
  if (!read.ok) {
    stop(read.problems.join('\n'));
    return;
  }
  const path = join(read.settings.dataDir, 'records-desk.db');
  if (!existsSync(path)) {
    stop(`There is no database at ${path}: set DATA_DIR to the folder that the server writes to.`);
    return;
  }
  const database = openSound(path);
  const { library } = readRelease('.', new Date().toISOString().slice(0, 10));
  console.log(
    feedbackReport(await sqlFeedback(database).all(), (answer) => library && titleOf(library, answer)),
  );
  database.close();
}

/** The heading of an entry, or of a guide and its question or outcome. */
function titleOf({ knowledge, trees }: Library, answer: string): string | undefined {
  const entry = knowledge.entries.get(answer);
  if (entry !== undefined) return entry.title;
  const [tree = '', part = ''] = answer.split('#');
  const { title, questions, outcomes } = trees.get(tree) ?? {};
  const within = outcomes?.get(part)?.title ?? questions?.get(part)?.ask;
  return title && within ? `${title}: ${within}` : title;
}

function stop(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  stop(error instanceof Error ? error.message : String(error));
});
