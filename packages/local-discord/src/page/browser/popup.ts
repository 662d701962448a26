const margin = 8;

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/** Puts a fixed popup below its anchor, or above where there is no room, and inside the window. */
export function placePopup(popup: HTMLElement, anchor: DOMRect, align: 'start' | 'end'): void {
  const { offsetWidth: width, offsetHeight: height } = popup;
  const below = anchor.bottom + 4;
  const top = below + height + margin <= innerHeight ? below : anchor.top - height - 4;
  const left = align === 'start' ? anchor.left : anchor.right - width;
  popup.style.left = `${clamp(left, margin, innerWidth - width - margin)}px`;
  popup.style.top = `${clamp(top, margin, Math.max(margin, innerHeight - height - margin))}px`;
}

let closeOpenPopup: (() => void) | undefined;

/** Closes whichever popup is open. */
export function closePopup(): void {
  closeOpenPopup?.();
}

export interface PopupOptions {
  popup: HTMLElement;
  anchor: HTMLElement;
  align: 'start' | 'end';
  matchWidth?: boolean;
  onClose: () => void;
}

/**
 * Opens a popup at its anchor; one at a time. A press outside, Tab or leaving the window's size closes it.
 * Returns a function that closes it and gives the focus back to the anchor where the popup had it.
 */
export function openPopup({ popup, anchor, align, matchWidth, onClose }: PopupOptions): () => void {
  closePopup();
  const rectangle = anchor.getBoundingClientRect();
  if (matchWidth) popup.style.minWidth = `${Math.min(rectangle.width, innerWidth - 2 * margin)}px`;
  // A modal dialog covers everything outside it, and screen readers look for things inside landmarks.
  (anchor.closest('dialog, main, header') ?? document.body).append(popup);
  placePopup(popup, rectangle, align);
  const controller = new AbortController();
  const close = (): void => {
    if (closeOpenPopup !== close) return;
    closeOpenPopup = undefined;
    controller.abort();
    const hadFocus = popup.contains(document.activeElement);
    popup.remove();
    onClose();
    if (hadFocus) anchor.focus();
  };
  closeOpenPopup = close;
  const { signal } = controller;
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !popup.contains(event.target) && !anchor.contains(event.target))
      close();
  };
  document.addEventListener('pointerdown', outside, { signal, capture: true });
  window.addEventListener('resize', close, { signal });
  popup.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    if (event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
    close();
  });
  return close;
}
