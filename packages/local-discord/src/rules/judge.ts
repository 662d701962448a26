import { commandList, type Scope } from './command-rules.js';
import { complaintsOf, type ErrorTree } from './form.js';
import { messageBody } from './message-rules.js';

/**
 * Judges a message as the API would, without sending it.
 * @param body the JSON of a new message or of an answer to an interaction
 * @returns the `errors` of Discord's 50035, or undefined when Discord would take it
 */
export function messageComplaints(body: unknown): ErrorTree | undefined {
  return complaintsOf(messageBody(), body);
}

/**
 * Judges command definitions as a bulk overwrite would, without registering them.
 * @param definitions the JSON array of a PUT
 * @param scope where they would be registered; default: everywhere
 * @returns the `errors` of Discord's 50035, or undefined when Discord would take them
 */
export function commandComplaints(definitions: unknown, scope: Scope = 'global'): ErrorTree | undefined {
  return complaintsOf(commandList(scope), definitions);
}
