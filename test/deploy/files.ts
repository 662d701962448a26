import { readFileSync } from 'node:fs';
import { packagePath } from '../../src/package-path.js';

/** The text of a file of the project. */
export function read(path: string): string {
  return readFileSync(packagePath(path), 'utf8');
}

/** One instruction of a Dockerfile, such as `COPY` with everything after it. */
export interface Instruction {
  readonly keyword: string;
  readonly text: string;
}

/** Reads a Dockerfile: its instructions by stage, comments left out and continued lines joined. */
export function readStages(dockerfile: string): Instruction[][] {
  const stages: Instruction[][] = [];
  const lines = dockerfile
    .replace(/^\s*#.*\n/gmu, '')
    .replace(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [keyword = '', ...rest] = line.trim().split(/\s+/u);
    if (keyword === 'FROM') stages.push([]);
    stages.at(-1)?.push({ keyword, text: rest.join(' ') });
  }
  return stages;
}

/** A `COPY` instruction, taken apart. */
export interface Copy {
  /** the stage that is copied from; null: the project's own files */
  readonly stage: string | null;
  readonly sources: readonly string[];
}

/** Every `COPY` of a stage. */
export function copiesOf(stage: readonly Instruction[]): Copy[] {
  return stage
    .filter(({ keyword }) => keyword === 'COPY')
    .map(({ text }) => {
      const words = text.split(' ');
      const flag = words.find((word) => word.startsWith('--from='));
      const paths = words.filter((word) => !word.startsWith('--'));
      return { stage: flag?.slice('--from='.length) ?? null, sources: paths.slice(0, -1) };
    });
}

/** The texts of all instructions of one kind, in order. */
export function textsOf(stage: readonly Instruction[], keyword: string): string[] {
  return stage.filter((instruction) => instruction.keyword === keyword).map(({ text }) => text);
}

/** The last text of an instruction that may stand once; empty when it is missing. */
export function textOf(stage: readonly Instruction[], keyword: string): string {
  return textsOf(stage, keyword).at(-1) ?? '';
}

/** Splits `NAME=value NAME=value`. */
export function assignments(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(/\s+/u).map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Reads a systemd unit: section -> key -> its values in order. */
export function readUnit(text: string): Map<string, Map<string, string[]>> {
  const unit = new Map<string, Map<string, string[]>>();
  let section = new Map<string, string[]>();
  for (const line of text.split('\n').filter((each) => each !== '' && !/^[#;]/u.test(each))) {
    const name = /^\[(.+)\]$/u.exec(line)?.[1];
    if (name !== undefined) {
      section = new Map();
      unit.set(name, section);
      continue;
    }
    const at = line.indexOf('=');
    const key = line.slice(0, at);
    section.set(key, [...(section.get(key) ?? []), line.slice(at + 1)]);
  }
  return unit;
}
