import { z } from 'zod';
import { geneRecordSchema } from './schema.js';

/** The JSON Schema of a record file, as text, for editors: `data/record.schema.json` is exactly this. */
export function recordJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(geneRecordSchema, { io: 'input' }), null, 2)}\n`;
}
