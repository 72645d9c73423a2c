/** A list written as one string: blanks part the items, underscores stand for blanks within them. */
export function words(list: string): string[] {
  return list.split(" ").map((item) => item.replaceAll("_", " "));
}
