import { config as readDotenv } from 'dotenv';
import { packagePath } from '../package-path.js';

/** The records folder of the terminal's programs: RECORDS_DIR of the environment or of .env, else the project's own. */
export function recordsFolder(): string {
  readDotenv({ quiet: true });
  const chosen = process.env['RECORDS_DIR']?.trim() ?? '';
  return chosen === '' ? packagePath('data') : chosen;
}
