import { readFile, writeFile } from 'node:fs/promises';

const TITLE = '# Results\n\nWritten by `npm run bench` and `npm run soak`; each replaces its own section.\n';

/** Replaces one section of a Markdown file, or adds it at the end. */
export async function keepSection(file: string, heading: string, text: string): Promise<void> {
  const present = await readFile(file, 'utf8').catch(() => TITLE);
  const [head = TITLE, ...sections] = present.split(/^## /m);
  const others = sections.filter((section) => !section.startsWith(`${heading}\n`));
  const all = [...others, `${heading}\n\n${text}\n`].map((section) => `## ${section.trimEnd()}\n`);
  await writeFile(file, [`${head.trimEnd()}\n`, ...all].join('\n'));
}
