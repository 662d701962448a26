import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { respond } from '../../src/answer/respond.js';
import { discoverStyles } from '../../src/citation/styles.js';
import { createPictures } from '../../src/picture/pictures.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { createIllustrator } from '../../src/reply/illustrate.js';
import { answerReply } from '../../src/reply/message.js';
import { il31, il32 } from '../fixtures/records.js';

const illustrate = createIllustrator(createPictures());

type Place = NonNullable<GeneRecord['locations'][number]['place']>;

function placed(change: Partial<Place>): GeneRecord {
  const record = structuredClone(il32);
  const [location] = record.locations;
  if (location?.place != null) Object.assign(location.place, change);
  return record;
}

test('the picture of a location, with alt text', async () => {
  const { file, note } = await illustrate(respond(il32, { do: 'locate', species: null }));
  expect(file?.name).toMatch(/^[a-z0-9-]+\.png$/u);
  expect(file?.data.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(file?.description).toContain('chromosome 16');
  expect(note).toBeNull();
});

test('any gene of any human chromosome is drawn, on either assembly', async () => {
  const { file } = await illustrate(respond(il31, { do: 'locate', species: null }));
  expect(file?.description).toContain('chromosome 12');
});

test.each<[string, Partial<Place>, RegExp]>([
  ['a chromosome that is not known', { chromosome: 'MT' }, /MT/u],
  ['an assembly of another species', { assembly: 'GRCm39' }, /GRCm39/u],
  ['coordinates beyond the end', { start: 99_000_000, end: 99_100_000 }, /90,354,753 bp/u],
])('no picture of %s, but a sentence saying why', async (_what, change, reason) => {
  const answer = respond(placed(change), { do: 'locate', species: null });
  const { file, note } = await illustrate(answer);
  expect(file).toBeNull();
  expect(note).toMatch(reason);
});

test('a record without coordinates says so, and other answers have no picture', async () => {
  expect(await illustrate(respond(il32, { do: 'locate', species: 'mouse' }))).toEqual({
    file: null,
    note: null,
  });
  expect(await illustrate(respond(il32, { do: 'card' }))).toEqual({ file: null, note: null });
});

test('a broken style file is named to the one who chose it, and the citation is there all the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'styles-'));
  await writeFile(
    join(folder, 'mine.csl'),
    '<style xmlns="http://purl.org/net/xbiblio/csl"><info><title>Mine</title></info></style>',
  );
  const styles = await discoverStyles(folder);
  const answer = respond(il32, { do: 'cite', references: ['kim-2005'], format: 'mine' });
  const { message } = await answerReply(answer, { styles, illustrate, private: false });
  await rm(folder, { recursive: true });
  expect(message.embeds[0]?.description).toContain('mine.csl cannot be used');
  expect(message.embeds[0]?.title).toBe('Reference \\[2\\]');
});
