/** A value of one or more lines, each in the direction of its own writing. */
export function ValueLines({ lines }: { lines: string[] }) {
  return lines.map((line, at) => <bdi key={at} className="block">{line}</bdi>);
}
