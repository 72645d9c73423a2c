/** The form name of a task's reason; several tasks stand on one page, and each field's id comes from its name. */
export function reasonName(task: string): string {
  return `reason-${task}`;
}
