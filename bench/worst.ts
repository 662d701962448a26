import { rm } from 'node:fs/promises';
import { cpus } from 'node:os';
import { createCommands } from '../commands/index.js';
import { BUILT_IN_CATALOGUE } from '../src/citation/styles.js';
import { packagePath } from '../src/package-path.js';
import { loadRecords } from '../src/record/load.js';
import { recordsFolder } from './actors.js';
import { digits, median, table } from './figures.js';
import { seeded } from './random.js';
import { keepSection } from './results.js';

/**
 * The longest that one person can keep everybody waiting: the slowest of many made-up texts in each way to ask, with one
 * record and with a hundred. Each text is asked a few times and its fastest time counts, so that what the machine does
 * meanwhile does not.
 */
const TEXTS = Number(process.env['WORST_TEXTS'] ?? 300);
const REPEATS = 3;
const RECORDS = [1, 100] as const;
const LENGTH = 4_000;
const GOAL_MS = 30;
const GOAL_RATIO = 1.5;

/** What texts are made of: what unfolds into more, what looks like a name, a number, a reference or a clause. */
const PIECES = [
  '⑴',
  '㏂',
  '\ufdfa',
  '㍿',
  'ﷺ',
  'ǆ',
  'e\u0301\u0301\u0301',
  '\u202e',
  '\u200b',
  '~~',
  '`',
  '||',
  '<@1>',
  '<',
  '&#40;',
  '&amp;',
  '%2F',
  '\\alpha ',
  '$',
  '.',
  ',',
  ';',
  '-',
  '(',
  ')',
  '"',
  '\n',
  '? ',
  ' and ',
  ' or ',
  ' not ',
  ' that ',
  ' which ',
  ' of ',
  ' the ',
  'does IL-32 induce ',
  'IL-32',
  'IL32gamma ',
  'interleukin 32 ',
  'TNF ',
  'IL-6 ',
  'NK4',
  'TAIFb ',
  'il 3 2 ',
  'monocytes ',
  'raises ',
  'Kim ',
  '2005 ',
  'et al. ',
  'Kim et al. 2005 ',
  'PMID: 15664165 ',
  '10.1016/j.immuni.2004.12.003',
  '10.1000/',
  'doi:',
  'https://doi.org/',
  'NM_001012631',
  'ENSG00000008517.18',
  'P24001-2',
  'rs12345 ',
  'chr16:3,065,000-3,070,000 ',
  '16p13.3 ',
  '1 ',
  '12 ',
  'a ',
  'x',
  'uniport ',
  'wher is it ',
  'İ',
  'ß',
  '白介素',
  'интерлейкин ',
] as const;

/** Texts by name: each piece alone, again and again, and mixtures of a few. */
function texts(): readonly (readonly [string, string])[] {
  const random = seeded(32);
  const pick = () => PIECES[Math.floor(random() * PIECES.length)] ?? ' ';
  const fill = (pieces: readonly string[]) => {
    let text = '';
    while (text.length < LENGTH) text += pieces[Math.floor(random() * pieces.length)] ?? ' ';
    return text.slice(0, LENGTH);
  };
  const alone = PIECES.map((piece) => [JSON.stringify(piece), fill([piece])] as const);
  const mixed = Array.from({ length: TEXTS }, () => {
    const pieces = Array.from({ length: 2 + Math.floor(random() * 6) }, pick);
    return [pieces.map((piece) => JSON.stringify(piece)).join(' '), fill(pieces)] as const;
  });
  return [...alone, ...mixed];
}

async function commandsFor(count: number) {
  const folder = await recordsFolder(count);
  const records = await loadRecords(folder);
  await rm(folder, { recursive: true });
  return createCommands(records, {
    styles: BUILT_IN_CATALOGUE,
    illustrate: async () => ({ file: null, note: null }),
  });
}

type Commands = Awaited<ReturnType<typeof commandsFor>>;

const slash = (subcommand: string, option: string) => (commands: Commands, text: string) =>
  commands.run({ command: 'il32', subcommand, options: { [option]: text }, previous: null });

const WAYS: Readonly<Record<string, (commands: Commands, text: string) => unknown>> = {
  ask: slash('ask', 'question'),
  alias: slash('alias', 'name'),
  id: slash('id', 'database'),
  function: slash('function', 'topic'),
  cite: slash('cite', 'reference'),
  autocomplete: (commands, text) =>
    commands.complete(
      { command: 'il32', subcommand: 'ask', options: { question: text }, previous: null },
      'question',
    ),
  menu: (commands, text) => commands.menu({ name: 'Look up gene terms', text }),
  mention: (commands, text) =>
    commands.chat({ text, repliedTo: [], referencedText: null, addressed: true, previous: null }),
  'reply to a colleague': (commands, text) =>
    commands.chat({
      text: 'bibtex please',
      repliedTo: [],
      referencedText: text,
      addressed: true,
      previous: null,
    }),
};

async function fastest(way: (commands: Commands, text: string) => unknown, commands: Commands, text: string) {
  let best = Number.POSITIVE_INFINITY;
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const started = performance.now();
    await way(commands, text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const all = texts();
const rows: string[][] = [];
const middle = new Map<string, number>();
for (const count of RECORDS) {
  const commands = await commandsFor(count);
  for (const [name, way] of Object.entries(WAYS)) {
    const times: (readonly [number, string])[] = [];
    for (const [text, content] of all) times.push([await fastest(way, commands, content), text]);
    times.sort(([a], [b]) => b - a);
    const [worst = 0, text = ''] = times[0] ?? [];
    const half = median(times.map(([ms]) => ms));
    const ratio = half / (middle.get(name) ?? half);
    middle.set(name, middle.get(name) ?? half);
    rows.push([
      name,
      String(count),
      `${digits(half)} ms`,
      `${digits(worst)} ms`,
      worst < GOAL_MS ? 'met' : '**missed**',
      count === 1 ? '' : `${digits(ratio)} ${ratio < GOAL_RATIO ? '' : '**missed**'}`,
      text.slice(0, 60).replaceAll('|', '\\|'),
    ]);
    console.log(rows.at(-1)?.join('\t'));
  }
}
const text = [
  `${all.length} made-up texts of ${LENGTH} characters in each way to ask, the fastest of ${REPEATS} times each, in one process on ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.version}. Goals: the slowest under ${GOAL_MS} ms; with a hundred records the middle one under ${GOAL_RATIO} times that with one.`,
  table(
    [
      'way',
      'records',
      'p50',
      'slowest',
      `under ${GOAL_MS} ms`,
      'beside one record',
      'the slowest text is made of',
    ],
    rows,
  ),
].join('\n\n');
await keepSection(packagePath('bench', 'RESULTS.md'), 'The worst that one person can do', text);
