/** Puts the cursor in the first field that is wrong, once it is shown as such. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLElement>('[aria-invalid="true"]');
    [...fields].find((field) => field.offsetParent !== null)?.focus();
  });
}
