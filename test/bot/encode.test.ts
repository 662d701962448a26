import { expect, test } from 'vitest';
import { encode } from '../../src/bot/encode.js';

test('a body without files is JSON', () => {
  expect(encode({ type: 4, text: 'α' }, [])).toEqual({
    type: 'application/json',
    body: '{"type":4,"text":"α"}',
  });
});

test('a body with files has them as parts, byte for byte, whatever their names', async () => {
  const picture = Buffer.from([137, 80, 78, 71, 13, 10, 45, 45, 0, 255]);
  const list = Buffer.from('TY  - JOUR\r\n');
  const { type, body } = encode({ content: 'α' }, [
    { name: 'gene.png', data: picture },
    { name: 'a "list"\n.ris', data: list },
  ]);
  const form = await new Response(Buffer.from(body), { headers: { 'content-type': type } }).formData();
  expect([...form.keys()]).toEqual(['payload_json', 'files[0]', 'files[1]']);
  const [first, second] = [form.get('files[0]'), form.get('files[1]')];
  if (!(first instanceof File && second instanceof File)) throw new Error('these are no files');
  expect([first.name, first.type, second.name, second.type]).toEqual([
    'gene.png',
    'image/png',
    'a "list"\n.ris',
    'application/octet-stream',
  ]);
  expect(Buffer.from(await first.arrayBuffer())).toEqual(picture);
  expect(Buffer.from(await second.arrayBuffer())).toEqual(list);
  const payload = form.get('payload_json');
  expect(payload instanceof File ? await payload.text() : payload).toBe('{"content":"α"}');
});
