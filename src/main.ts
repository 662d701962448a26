import { hearSignals } from './signals.js';
import { holdYoung } from './young.js';

// Before anything else is loaded: as the first process of a container, a program that hears no signals cannot be ended.
const stop = hearSignals();
holdYoung();
const { main } = await import('./app.js');
process.exit(await main(stop));
