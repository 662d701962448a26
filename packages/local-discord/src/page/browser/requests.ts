import type { Choice } from './page-model.js';
import type { CommandData } from './typed-command.js';

/** A filled component of a modal, as Discord's modal submission carries it. */
export interface SubmittedComponent {
  type: number;
  id?: number;
  custom_id?: string;
  value?: string | boolean;
  values?: string[];
  component?: SubmittedComponent;
  components?: SubmittedComponent[];
}

interface InteractionBase {
  user: string;
  channel: string;
  application_id: string;
}

/** An interaction that a person starts: command 2, component 3, autocomplete 4, modal submission 5. */
export type InteractionRequest = InteractionBase &
  (
    | { type: 2 | 4; data: CommandData }
    | { type: 3; data: { custom_id: string; component_type: number; values?: string[] }; message_id: string }
    | { type: 5; data: { custom_id: string; components: SubmittedComponent[] }; interaction_id: string }
  );

export interface InteractionResult {
  interaction_id: string;
  outcome: 'message' | 'deferred' | 'update' | 'modal' | 'choices' | 'failed';
  choices?: Choice[];
  error?: string;
}
