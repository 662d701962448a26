import { z } from 'zod';

/** The fields that several parts of a record share. */

export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case words joined by hyphens')
  .max(40)
  .describe('stable id inside this record; buttons carry it');

export const line = z.string().trim().min(1).max(300);

export const httpsUrl = z.url({ protocol: /^https$/u, error: 'expected an https:// address' }).max(512);

export const sourceId = id.optional().describe('the source of this fact; without it the first source');
