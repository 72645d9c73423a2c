/** The id of the control with this form name, so that an error summary can link to it. `phones[0].value` → `field-phones-0-value`. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w]+/g, "-").replace(/-$/, "")}`;
}
