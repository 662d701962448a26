// Loaded with --import: starts the program without its citation styles, citation files and pictures, to measure what they cost.
import { register } from 'node:module';

register('./hooks.mjs', import.meta.url);
