import { hearSignals } from './signals.js';
import { youngGeneration } from './young.js';

// Before anything else is loaded: as the first process of a container, a program that hears no signals cannot be ended.
const stop = hearSignals();
// Until all is loaded it stays at V8's first size, 1 MiB.
youngGeneration.stays();
const { main } = await import('./app.js');
process.exit(await main(stop));
