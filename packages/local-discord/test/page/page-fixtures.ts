import type { Command, State } from '../../src/page/browser/page-model.js';

const person = (id: string, username: string) => ({
  id,
  username,
  discriminator: '0',
  global_name: null,
  avatar: null,
});

/** A place with two people and two apps. */
export const state: State = {
  me: person('100000000000000001', 'ada'),
  users: [person('100000000000000001', 'ada'), person('100000000000000002', 'ben')],
  guild: { id: '1', name: 'Lab' },
  channels: [{ id: '5', name: 'desk', kind: 'guild' }],
  apps: [
    { id: '10', name: 'IL32', botUser: { ...person('10', 'IL32'), bot: true }, online: true },
    { id: '11', name: 'Other', botUser: { ...person('11', 'Other'), bot: true }, online: true },
  ],
};

const base = {
  default_member_permissions: null,
  version: '1',
  nsfw: false,
  description: 'A gene',
  name_localizations: null,
  description_localizations: null,
};

const text = (name: string, required: boolean, extra: object = {}) => ({
  type: 3,
  name,
  description: `The ${name}`,
  required,
  ...extra,
});
const privately = { type: 5, name: 'private', description: 'Only you see the answer' };

/** Commands as a bot registers them: a command with subcommands, a plain one of each app, a message command. */
export const commands: Command[] = [
  {
    ...base,
    id: '20',
    application_id: '10',
    type: 1,
    name: 'il32',
    options: [
      {
        type: 1,
        name: 'alias',
        description: 'Is this a name?',
        options: [text('name', true, { autocomplete: true }), privately],
      },
      {
        type: 1,
        name: 'cite',
        description: 'A citation',
        options: [
          text('reference', false, { autocomplete: true }),
          text('style', false, {
            choices: [
              { name: 'APA', value: 'apa' },
              { name: 'Vancouver', value: 'vancouver' },
            ],
          }),
          { type: 4, name: 'count', description: 'How many' },
          privately,
        ],
      },
      { type: 1, name: 'help', description: 'What it knows', options: [privately] },
    ],
  },
  { ...base, id: '21', application_id: '10', type: 1, name: 'ping', description: 'Of IL32' },
  { ...base, id: '22', application_id: '11', type: 1, name: 'ping', description: 'Of Other' },
  { ...base, id: '23', application_id: '10', type: 3, name: 'Look up gene terms', description: '' },
];
