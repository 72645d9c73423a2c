/** Enter presses a form's first button. Where others stand before the one that goes on, this does the same, seen by nobody. */
export function FirstSubmit() {
  return <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />;
}
