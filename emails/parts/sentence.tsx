import type { m } from "~/i18n/messages";
import { Typed } from "./typed";

type MessageParts = ReturnType<typeof m.mail_greeting_name.parts>;

/** A message whose `{#value}…{/value}` holds what a person typed: `<Sentence parts={m.x.parts(…)} />`. */
export function Sentence({ parts }: { parts: MessageParts }) {
  return parts.map((part, index) => {
    if (part.type !== "text") return null;
    const typed = parts[index - 1]?.type === "markup-start";
    return typed ? <Typed key={index}>{part.value}</Typed> : part.value;
  });
}
