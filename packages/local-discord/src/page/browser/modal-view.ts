import type {
  APICheckboxComponent,
  APICheckboxGroupComponent,
  APILabelComponent,
  APIModalInteractionResponseCallbackComponent,
  APIRadioGroupComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { componentType, selectChoices } from './component-view.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { markdownView } from './markdown-view.js';
import type { Modal } from './page-model.js';
import type { SubmittedComponent } from './requests.js';
import { selectView } from './select-view.js';
import type { ViewContext } from './view-context.js';

/** One part of a modal: what is shown, and what is sent when the modal is submitted. */
interface Part {
  view: HTMLElement;
  read: () => SubmittedComponent;
}

let fieldCount = 0;

function textField(input: APITextInputComponent, label: string, description: string | undefined): Part {
  fieldCount += 1;
  const id = `modal-field-${fieldCount}`;
  const properties = {
    id,
    class: 'modal-input',
    placeholder: input.placeholder ?? undefined,
    required: input.required !== false,
    minlength: input.min_length,
    maxlength: input.max_length ?? 4000,
    'aria-describedby': description ? `${id}-description` : undefined,
  };
  const field =
    input.style === 2
      ? h('textarea', { ...properties, rows: 4 })
      : h('input', { ...properties, type: 'text' });
  field.value = input.value ?? '';
  return {
    view: h(
      'div',
      { class: 'modal-field' },
      h(
        'label',
        { for: id },
        label,
        input.required === false ? null : h('span', { class: 'required-mark', 'aria-hidden': 'true' }, ' *'),
      ),
      description ? h('div', { class: 'modal-description', id: `${id}-description` }, description) : null,
      field,
    ),
    read: () => ({ type: componentType.textInput, custom_id: input.custom_id, value: field.value }),
  };
}

type Group = APIRadioGroupComponent | APICheckboxGroupComponent | APICheckboxComponent;

function isGroup(component: APILabelComponent['component']): component is Group {
  const groups: readonly number[] = [
    componentType.radioGroup,
    componentType.checkboxGroup,
    componentType.checkbox,
  ];
  return groups.includes(component.type);
}

function tick(
  kind: 'radio' | 'checkbox',
  name: string,
  text: string,
  on: boolean,
): [HTMLElement, HTMLInputElement] {
  const box = h('input', { type: kind, name });
  box.checked = on;
  return [h('label', { class: 'modal-choice' }, box, h('span', {}, text)), box];
}

/** What a group sends: one value, several, or whether it is ticked. */
function groupAnswer(component: Group, boxes: readonly HTMLInputElement[]): SubmittedComponent {
  const base = { type: component.type, custom_id: component.custom_id };
  if (component.type === componentType.checkbox) return { ...base, value: boxes[0]?.checked ?? false };
  const values = component.options.filter((_, index) => boxes[index]?.checked).map(({ value }) => value);
  return { ...base, values };
}

/** Radio buttons and checkboxes below their label. */
function groupPart(label: APILabelComponent, component: Group): Part {
  fieldCount += 1;
  const name = `modal-field-${fieldCount}`;
  const ticks =
    component.type === componentType.checkbox
      ? [tick('checkbox', name, label.label, component.default ?? false)]
      : component.options.map((option) =>
          tick(
            component.type === componentType.radioGroup ? 'radio' : 'checkbox',
            name,
            option.description ? `${option.label} (${option.description})` : option.label,
            option.default ?? false,
          ),
        );
  const boxes = ticks.map(([, box]) => box);
  return {
    view: h(
      'fieldset',
      { class: 'modal-field modal-group' },
      component.type === componentType.checkbox ? null : h('legend', { class: 'modal-label' }, label.label),
      label.description ? h('div', { class: 'modal-description' }, label.description) : null,
      ...ticks.map(([view]) => view),
    ),
    read: () => ({ type: componentType.label, component: groupAnswer(component, boxes) }),
  };
}

function labelPart(label: APILabelComponent, context: ViewContext): Part {
  const { component } = label;
  if (component.type === componentType.textInput) {
    const part = textField(component, label.label, label.description);
    return { view: part.view, read: () => ({ type: componentType.label, component: part.read() }) };
  }
  if (isGroup(component)) return groupPart(label, component);
  if (!('custom_id' in component)) return textPart('This field cannot be shown here.', context);
  const options = component.type === componentType.stringSelect ? component.options : [];
  const isSelect =
    component.type === componentType.stringSelect ||
    component.type === componentType.userSelect ||
    component.type === componentType.channelSelect;
  const choices = isSelect ? selectChoices(component, context) : options;
  let chosen = choices.filter((choice) => choice.default).map((choice) => choice.value);
  const view = selectView({
    options: choices,
    placeholder: isSelect ? (component.placeholder ?? 'Make a selection') : 'Not available here',
    label: label.label,
    minValues: isSelect ? (component.min_values ?? 1) : 0,
    maxValues: isSelect ? (component.max_values ?? 1) : 1,
    chosen,
    onChoose: (values) => {
      chosen = values;
    },
  });
  view.setAttribute('aria-label', label.label);
  return {
    view: h(
      'div',
      { class: 'modal-field' },
      h('div', { class: 'modal-label' }, label.label),
      label.description ? h('div', { class: 'modal-description' }, label.description) : null,
      view,
    ),
    read: () => ({
      type: componentType.label,
      component: { type: component.type, custom_id: component.custom_id, values: chosen },
    }),
  };
}

function textPart(content: string, context: ViewContext): Part {
  return { view: markdownView(content, context), read: () => ({ type: componentType.text }) };
}

function toPart(component: APIModalInteractionResponseCallbackComponent, context: ViewContext): Part {
  if (component.type === componentType.label) return labelPart(component, context);
  if (component.type === componentType.row) {
    const parts = component.components.flatMap((inner) =>
      inner.type === componentType.textInput ? [textField(inner, inner.label ?? '', undefined)] : [],
    );
    return {
      view: h('div', {}, ...parts.map((part) => part.view)),
      read: () => ({ type: componentType.row, components: parts.map((part) => part.read()) }),
    };
  }
  return 'content' in component && typeof component.content === 'string'
    ? textPart(component.content, context)
    : textPart('This field cannot be shown here.', context);
}

/** A dialog that is removed when it closes, by Escape or by a press outside it too. */
export function openDialog(label: string, className: string, ...children: Node[]): HTMLDialogElement {
  const opener = document.activeElement;
  const dialog = h('dialog', { class: className, 'aria-label': label }, ...children);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
    // Chromium gives the focus back without a caret, and typing would go nowhere: focus it anew.
    opener.blur();
    opener.focus();
  });
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A picture in the middle of the window, with its description below it. */
export function openImageDialog(source: string, alt: string): void {
  const close = h(
    'button',
    { type: 'button', class: 'icon-button dialog-close', 'aria-label': 'Close' },
    icon('close'),
  );
  const open = h('a', { href: source, target: '_blank', rel: 'noreferrer noopener' }, 'Open in a new tab');
  const figure = h(
    'figure',
    {},
    h('img', { class: 'large-picture', src: source, alt }),
    h('figcaption', {}, alt ? h('span', {}, alt) : null, open),
  );
  const dialog = openDialog(alt || 'Picture', 'image-dialog', figure, close);
  close.addEventListener('click', () => dialog.close());
}

export interface ModalOptions {
  modal: Modal;
  appName: string;
  context: ViewContext;
  /** Rejects with a sentence for the person when the form was not taken. */
  submit: (components: SubmittedComponent[]) => Promise<void>;
  onClose: () => void;
}

/** Shows an app's form. Escape and Cancel close it; a refused submission keeps it open and says why. */
export function openModal({ modal, appName, context, submit, onClose }: ModalOptions): void {
  const parts = modal.components.map((component) => toPart(component, context));
  const problem = h('div', { class: 'failure', role: 'alert', hidden: true });
  const send = h('button', { type: 'submit', class: 'button primary' }, 'Submit');
  const cancel = h('button', { type: 'button', class: 'button secondary' }, 'Cancel');
  const form = h(
    'form',
    { class: 'modal-form' },
    h('h2', {}, modal.title),
    h('p', { class: 'modal-app' }, `This form goes to ${appName}.`),
    ...parts.map((part) => part.view),
    problem,
    h('div', { class: 'modal-buttons' }, cancel, send),
  );
  const dialog = openDialog(modal.title, 'modal', form);
  dialog.addEventListener('close', onClose);
  cancel.addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    send.setAttribute('aria-busy', 'true');
    try {
      await submit(parts.map((part) => part.read()));
      dialog.close();
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : 'Something went wrong';
      problem.hidden = false;
    }
    send.disabled = false;
    send.removeAttribute('aria-busy');
  });
  form.querySelector<HTMLElement>('.modal-input, .select')?.focus();
}
