import { hearSignals } from './signals.js';

// Before anything else is loaded: as the first process of a container, a program that hears no signals cannot be ended.
const stop = hearSignals();
const { main } = await import('./app.js');
process.exit(await main(stop));
