import { z } from 'zod';
import { readYaml } from '../content';
import type { Problem } from '../content';

/** A question of `test/evaluation/`, with what answers it. */
export const LabelledQuestion = z.strictObject({
  text: z.string().min(1),
  /** How it is written: one of the nine styles of wordings. */
  style: z.string().optional(),
  subject: z.string().optional(),
  /** Facts that answer it, best first. An entry that states one of them is right. */
  facts: z.array(z.string()).optional(),
  /** No source answers it: a gap entry is right. */
  gap: z.boolean().optional(),
  gap_about: z.string().optional(),
  /** The decision point that the person describes: a guide that covers it is right too. */
  situation: z.string().optional(),
  /** Entries and guides (`guide:id`) that somebody read and judged right, although neither facts nor situation say so. */
  also: z.array(z.string().min(1)).optional(),
  /** Out of scope, and of which kind. No answer is right. */
  class: z.string().optional(),
});
export type LabelledQuestion = z.infer<typeof LabelledQuestion>;

/** Reads files of labelled questions (path → text). */
export function loadQuestions(files: ReadonlyMap<string, string>): {
  questions: LabelledQuestion[];
  problems: Problem[];
} {
  const questions: LabelledQuestion[] = [];
  const problems: Problem[] = [];
  for (const [file, text] of files) {
    const reading = readYaml(file, text, z.array(LabelledQuestion));
    if (reading.ok) questions.push(...reading.authored.value);
    else problems.push(...reading.problems);
  }
  return { questions, problems };
}
