/** Presses the button of an act in the row that has the focus, or on the one task that there is. Nothing where it is not offered. */
export function pressInRow(within: HTMLElement | null, act: "claim" | "release"): void {
  const row = within?.matches("[data-task]") ? within : document.activeElement?.closest<HTMLElement>("[data-task]");
  const button = row?.querySelector<HTMLButtonElement>(`[data-act="${act}"]`);
  if (button && within?.contains(button)) button.form?.requestSubmit(button);
}
