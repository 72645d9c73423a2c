/**
 * A string that a person typed, or a value made of one: kept in its own direction, so that it
 * cannot turn the words around it, and with its spaces. The plain text takes it over letter by letter.
 */
export function Typed({ children }: { children: string }) {
  return <bdi style={{ whiteSpace: "pre-wrap" }}>{children}</bdi>;
}
