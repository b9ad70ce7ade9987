/** Puts the cursor in a field of the form and brings it into sight. */
export function focusField(fieldKey: string): void {
  // After the render that shows the error, so that it is read out with the field.
  requestAnimationFrame(() => {
    const field = document.querySelector(`[data-field="${CSS.escape(fieldKey)}"]`);
    const control = field?.querySelector<HTMLElement>(
      '[data-control] :is(input, textarea, [contenteditable="true"]):not([type="hidden"])',
    );
    field?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  });
}
