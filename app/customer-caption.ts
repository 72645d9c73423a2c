/** Whose page it is, above its title: "Anna Weber · 10004217", or the number alone where there is no name. */
export function customerCaption({ name, accountNumber }: { name: string | null; accountNumber: string }): string {
  return name ? `${name} · ${accountNumber}` : accountNumber;
}
